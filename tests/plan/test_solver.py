"""The search from outside: the same plan twice, Ctrl-C at any time, and no solver."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from shutil import copytree

import pytest

from itinerary.locale import Words

DATA = Path(__file__).parents[2] / "data"
PROGRAM = (sys.executable, "-m", "itinerary")
WITHOUT = """
import sys
sys.modules["ortools"] = None
from itinerary.__main__ import main
sys.argv = ["itinerary", *sys.argv[1:]]
main()
"""
STARTED = """
import sys
from itinerary.__main__ import main
sys.argv = ["itinerary", *sys.argv[1:]]
print(flush=True)
main()
"""
"""Says when Python itself is there; before, a traceback is its own."""
CODES = (0, 1, 128 + signal.SIGINT)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=False)


def test_the_same_seed_makes_the_same_plan_in_two_processes(tmp_path: Path) -> None:
    plans = []
    for hashes in ("1", "2"):
        folder = copytree(DATA / "miami-2017", tmp_path / hashes)
        environment = {**os.environ, "PYTHONHASHSEED": hashes}
        command = (*PROGRAM, "-m", str(folder), "plan", "--seed", "3", "--workers", "1")
        ran = subprocess.run(command, capture_output=True, env=environment, check=False)
        assert ran.returncode == 0
        plans.append((folder / "plan.csv").read_bytes())
    assert plans[0] == plans[1]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGINT to send")
@pytest.mark.parametrize("seconds", [0.1, 0.3, 0.5, 0.8, 1.1, 1.4])
def test_interrupted_at_any_time(seconds: float, tmp_path: Path) -> None:
    """The plan that was there is whole, or a new one is."""
    folder = copytree(DATA / "miami-2017", tmp_path / "miami")
    old = (folder / "plan.csv").read_bytes()
    command = (sys.executable, "-c", STARTED, "-m", str(folder), "plan", "--seed", "5")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            running.wait(seconds)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    new = (folder / "plan.csv").read_bytes()
    assert running.returncode in CODES
    assert b"Traceback" not in said
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
    if new != old:
        assert (folder / "plan.csv.bak").read_bytes() == old
        assert new.splitlines()[0] == old.splitlines()[0]
        assert new.endswith(b"\n")
        assert run(*PROGRAM, "-m", str(folder), "check").returncode == 0


@pytest.mark.parametrize("option", [(), ("--explain", "RV001")])
def test_without_the_solver(option: tuple[str, ...], tmp_path: Path) -> None:
    folder = copytree(DATA / "miami-2017", tmp_path / "miami")
    old = (folder / "plan.csv").read_bytes()
    ran = run(sys.executable, "-c", WITHOUT, "-m", str(folder), "plan", *option)
    words = Words()
    sentence, hint = words.text("plan.no_solver"), words.text("plan.no_solver.hint")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"error: {sentence}\n    {hint}\n"
    assert (folder / "plan.csv").read_bytes() == old
