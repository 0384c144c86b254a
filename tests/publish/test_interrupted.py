"""Interrupted: the old state or the new, never a folder that is half of either."""

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from itinerary.publish import FolderError, create_folder, write_folder
from itinerary.publish.folder import MANIFEST
from tests.publish.test_folder import content, listed

OLD = {f"{number}.ics": b"old" for number in range(60)}
NEW = {f"{number}.ics": b"new" for number in range(30, 90)}
PROGRAM = """
import signal, sys
from pathlib import Path
from itinerary.publish import write_folder
steps = iter(range(1, 100))
def step():
    if next(steps) == int(sys.argv[2]):
        signal.setitimer(signal.ITIMER_REAL, float(sys.argv[3]))
write_folder(Path(sys.argv[1]), {f"{number}.ics": b"new" for number in range(30, 90)}, step)
"""
"""Writes NEW; an alarm that nothing catches kills it some time after a step."""


@pytest.mark.parametrize("name", ["n" * 300 + ".ics", "sub/" + "n" * 300])
def test_a_name_that_the_disk_refuses(name: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    files = {"a.ics": b"changed", name: b"2", "z.ics": b"3"}
    with pytest.raises(FolderError) as caught:
        write_folder(out, files)
    assert caught.value.message.args["reason"] == "File name too long"
    with pytest.raises(FolderError):
        create_folder(out, files)
    assert list(tmp_path.iterdir()) == []
    write_folder(out, {"a.ics": b"1", "b.ics": b"2"})
    with pytest.raises(FolderError):
        write_folder(out, files)
    assert content(out) == {"a.ics": b"1", "b.ics": b"2"}
    assert sorted(path.name for path in out.iterdir()) == [MANIFEST, "a.ics", "b.ics"]


def test_a_folder_whose_name_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(FolderError) as caught:
        write_folder(tmp_path / ("n" * 300), OLD)
    assert caught.value.message.args["reason"] == "File name too long"
    write_folder(tmp_path / ("n" * 255), OLD)
    assert [path.name for path in tmp_path.iterdir()] == ["n" * 255]


@pytest.mark.parametrize("exists", [False, True])
def test_a_disk_that_is_full(exists: bool, tmp_path: Path) -> None:
    out = tmp_path / "out"
    if exists:
        write_folder(out, OLD)
    files = NEW | {"large.ics": b"x" * 100_000}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(FolderError) as caught:
            write_folder(out, files)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.message.args["reason"] == "File too large"
    assert (content(out), sorted(path.name for path in tmp_path.iterdir())) == (
        (OLD, ["out"]) if exists else ({}, [])
    )


class StopError(Exception):
    """What a test interrupts with; Ctrl-C would end the tests themselves."""


@pytest.mark.parametrize("exists", [False, True])
@pytest.mark.parametrize("after", [1, 30, 61])
def test_an_interruption_leaves_the_old_state(after: int, exists: bool, tmp_path: Path) -> None:
    out = tmp_path / "out"
    if exists:
        write_folder(out, OLD)
    steps = iter(range(1, 100))

    def step() -> None:
        if next(steps) == after:
            raise StopError

    with pytest.raises(StopError):
        write_folder(out, NEW, step)
    assert content(out) == (OLD if exists else {})
    assert sorted(path.name for path in tmp_path.iterdir()) == (["out"] if exists else [])
    write_folder(out, NEW)
    assert (content(out), listed(out)) == (NEW, sorted(NEW))


@pytest.mark.parametrize("exists", [False, True])
@pytest.mark.parametrize("after", [1, 61])
def test_a_kill_leaves_whole_files_that_the_next_run_knows(
    after: int, exists: bool, tmp_path: Path
) -> None:
    for microseconds in (1, 400, 800, 1600, 6400):
        out = tmp_path / f"out{microseconds}"
        if exists:
            write_folder(out, OLD)
        ended = subprocess.run(
            [sys.executable, "-c", PROGRAM, out, str(after), str(microseconds / 1e6)], check=False
        )
        assert ended.returncode in (0, -signal.SIGALRM)
        if not exists:
            assert content(out) in ({}, NEW)
        shown = {name: data for name, data in content(out).items() if name in OLD | NEW}
        assert all(data in (OLD.get(name), NEW.get(name)) for name, data in shown.items())
        write_folder(out, NEW)
        kept = {name: data for name, data in content(out).items() if name in OLD | NEW}
        assert (kept, listed(out)) == (NEW, sorted(NEW))
