"""The program, run as people and scripts run it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner

from itinerary.cli.app import app

ROOT = Path(__file__).parent.parent.parent
MIAMI = ROOT / "data" / "miami-2017"
DRAFT = ROOT / "data" / "miami-2017-draft"
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "TZ": "Pacific/Chatham",
}
"""What a run sees of the world, whatever machine the tests are on."""


class Ran(NamedTuple):
    """How a run ended: exit code, standard output and standard error."""

    code: int
    out: str
    err: str


def call(*arguments: str | Path) -> Ran:
    """In this process, which is fast; both outputs are pipes."""
    result = CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)
    return Ran(result.exit_code, result.stdout_bytes.decode(), result.stderr)


def run(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Ran:
    """In a process of its own, `python -m itinerary`; both outputs are pipes."""
    done = subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=ENVIRONMENT | dict(env or {}),
        capture_output=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def command(*arguments: str | Path) -> list[str]:
    """What to start for the arguments."""
    return [sys.executable, "-m", "itinerary", *(str(a) for a in arguments)]
