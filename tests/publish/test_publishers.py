"""Two who publish: at once, or each with a copy of the mission."""

import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from itinerary.load import state_path
from itinerary.publish import FolderError
from itinerary.publish.ledger import LEDGER
from itinerary.publish.paths import Wish
from itinerary.publish.state import locked
from tests.cli.running import ENVIRONMENT, command, run
from tests.publish.publications import (
    LATER,
    MOVED,
    NOON,
    calendar,
    content,
    events,
    ledger_of,
    published,
    small,
)

TAKING = Wish(is_taking_over=True)


def refusal(mission: Path, out: Path) -> str:
    """The key of the sentence that refuses; nothing has been written."""
    before = content(out), content(mission)
    with pytest.raises(FolderError) as caught:
        published(mission, out, LATER)
    assert (content(out), content(mission)) == before
    return caught.value.message.key


def test_one_who_is_late_is_told_who_is_at_work(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    with locked(state_path(mission)):
        ran = run("-m", mission, "publish", "--to", out)
    assert ran == (
        2,
        "",
        f'error: "{state_path(mission)}" is being written by another run of itinerary, '
        f"process {os.getpid()}\n    wait until it has ended; nothing has been written\n",
    )
    assert not out.exists()


def test_several_at_once(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    start = command("-m", mission, "publish", "--to", out, "--now", "2017-11-02 12:00")
    runs = [subprocess.Popen(start, env=ENVIRONMENT, stderr=subprocess.PIPE) for _ in range(4)]
    said = [run.communicate()[1].decode() for run in runs]
    assert {run.returncode for run in runs} <= {0, 2}
    first = [text for text in said if text == "4 calendars changed, 0 as they were\n"]
    assert len(first) == 1
    before = content(tmp_path)
    assert not published(mission, out, NOON).is_needed
    assert content(tmp_path) == before


def test_two_copies_of_a_mission(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    other = shutil.copytree(mission, tmp_path / "other")
    small(tmp_path, MOVED)
    published(mission, out, LATER)
    assert refusal(other, out) == "publish.newer"
    shutil.rmtree(state_path(other))
    shutil.copytree(state_path(mission), state_path(other))
    assert published(other, out, LATER).changed == ("levy", "suhas", "kuryla")
    assert events(calendar(other, out, "levy"))["event-signing"] == (2, "CONFIRMED")


def test_two_ledgers(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    other = shutil.copytree(mission, tmp_path / "other")
    published(mission, out)
    assert refusal(other, out) == "publish.other"
    published(other, tmp_path / "elsewhere")
    assert refusal(other, out) == "publish.other"


def test_who_takes_over_says_more_and_the_other_is_refused_from_then_on(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    other = shutil.copytree(mission, tmp_path / "other")
    for hour, text in enumerate((MOVED, MOVED.replace("10:30", "10:45"), MOVED), 1):
        small(tmp_path, text)
        published(mission, out, NOON + timedelta(hours=hour))
    assert events(calendar(mission, out, "levy"))["event-signing"] == (3, "CONFIRMED")
    published(other, out, NOON + timedelta(hours=4), TAKING)
    assert events(calendar(other, out, "levy"))["event-signing"] == (4, "CONFIRMED")
    assert not published(other, out, NOON + timedelta(hours=5)).is_needed
    assert refusal(mission, out) == "publish.newer"


def test_a_ledger_put_back_from_a_backup(tmp_path: Path) -> None:
    mission, out = small(tmp_path), tmp_path / "out"
    published(mission, out)
    old = (state_path(mission) / LEDGER).read_bytes()
    small(tmp_path, MOVED)
    published(mission, out, LATER)
    (state_path(mission) / LEDGER).write_bytes(old)
    assert refusal(mission, out) == "publish.newer"


def test_one_ledger_and_two_folders(tmp_path: Path) -> None:
    mission = small(tmp_path)
    one, two = tmp_path / "one", tmp_path / "two"
    published(mission, one)
    found = published(mission, two, LATER)
    assert (len(found.changed), ledger_of(mission).revision) == (4, 1)
    assert calendar(mission, one, "levy") == calendar(mission, two, "levy")
    small(tmp_path, MOVED)
    published(mission, one, LATER)
    published(mission, two, LATER + timedelta(hours=1))
    assert calendar(mission, one, "levy") == calendar(mission, two, "levy")
