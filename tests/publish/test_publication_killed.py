"""Killed at any step: each file is the old or the new one, and the next run ends as this one."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from itinerary.load import state_path
from itinerary.publish.feed_folder import MANIFEST, read_manifest
from itinerary.publish.ledger import Ledger, write_ledger
from itinerary.publish.paths import Wish
from itinerary.publish.state import TEMPORARY
from tests.publish.publications import (
    LATER,
    MOVED,
    WITHOUT_DINNER,
    content,
    ledger_of,
    published,
    small,
)

POINTS = 67
"""Of each of three publications."""
SEEN = ("fsync", "replace", "mkdir", "unlink", "rmdir", "open", "chmod", "close", "ftruncate")
"""Steps of a run that leave something behind, all of them calls of `os`."""
ROTATED = Wish(rotated=frozenset({"levy"}), is_readable=True)
AFTER = LATER + timedelta(hours=1)


@contextmanager
def steps(taken: Callable[[], None]) -> Iterator[None]:
    """Calls this before each step."""

    def watched(call: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:
            taken()
            return call(*arguments, **named)

        return step

    calls = {name: getattr(os, name) for name in SEEN}
    for name, call in calls.items():
        setattr(os, name, watched(call))
    try:
        yield
    finally:
        for name, call in calls.items():
            setattr(os, name, call)


def killed(place: Path, wish: Wish, number: int) -> None:
    """Publishes in a process that kills itself before a step."""
    child = os.fork()
    if child:
        assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
        return
    left = number

    def count_down() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    with steps(count_down):
        published(place / "small", place / "out", LATER, wish)
    os._exit(1)


def files(place: Path) -> dict[str, bytes]:
    """All that is there and seen; not what a run has made on its way."""
    return {name: data for name, data in content(place).items() if f"/{TEMPORARY}" not in name}


def restored(base: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(base, place)


@pytest.mark.parametrize(
    ("text", "wish"), [(None, Wish()), (MOVED, Wish()), (WITHOUT_DINNER, ROTATED)]
)
def test_a_kill_at_any_step(text: str | None, wish: Wish, tmp_path: Path) -> None:
    base, place = tmp_path / "base", tmp_path / "place"
    mission, out = place / "small", place / "out"
    write_ledger(state_path(small(place)), Ledger("one", "miami"))
    if text:
        published(mission, out)
        small(place, text)
    restored(place, base)
    old, count = files(place), 0

    def count_up() -> None:
        nonlocal count
        count += 1

    with steps(count_up):
        published(mission, out, LATER, wish)
    new = files(place)
    restored(base, place)
    published(mission, out, AFTER, wish)
    new_after = files(place)
    for point in range(POINTS):
        restored(base, place)
        killed(place, wish, 1 + point * count // POINTS)
        _check(place, old, new)
        was_decided = ledger_of(mission).revision > ledger_of(base / "small").revision
        published(mission, out, AFTER, Wish(is_readable=wish.is_readable) if was_decided else wish)
        assert files(place) == (new if was_decided else new_after)
        assert not [path for path in place.rglob(f"{TEMPORARY}*") if path.is_dir()]


def _check(place: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Each file is the old or the new one, and the ledger knows the state of each."""
    for name, data in files(place).items():
        if not name.endswith((MANIFEST, "/ledger.json")):
            assert data in (old.get(name), new.get(name)), name
    ledger = ledger_of(place / "small")
    manifest = read_manifest(place / "out")
    if manifest:
        assert manifest.tip in ledger.folders[manifest.id]
        there = {name.removeprefix("out/") for name in files(place) if name.startswith("out/")}
        assert there - {MANIFEST} <= manifest.files
