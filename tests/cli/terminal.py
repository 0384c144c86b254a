"""The program on a pseudo terminal."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.cli.running import ENVIRONMENT, command

_STYLES = re.compile(r"\x1b\[[0-9;]*m")
_MOVES = re.compile(r"\x1b\[[0-9;?]*[A-Za-ln-z]")


class Screen(NamedTuple):
    """What a terminal was sent, and the exit code."""

    code: int
    sent: str

    @property
    def text(self) -> str:
        """Without colours and movements of the cursor."""
        return _MOVES.sub("", _STYLES.sub("", self.sent)).replace("\r\n", "\n")


def on_terminal(
    *arguments: str | Path, columns: int = 80, env: Mapping[str, str] | None = None
) -> Screen:
    """Runs with all three streams on a terminal of so many columns."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(
        command(*arguments),
        env=ENVIRONMENT | dict(env or {}),
        stdin=slave,
        stdout=slave,
        stderr=slave,
    ) as program:
        os.close(slave)
        sent = b"".join(iter(lambda: read_some(master), b""))
    os.close(master)
    return Screen(program.returncode, sent.decode())


def read_some(master: int) -> bytes:
    """What comes next; nothing at the end, which Linux reports as an error."""
    try:
        return os.read(master, 65536)
    except OSError:
        return b""
