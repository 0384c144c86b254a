"""Work in another process comes to what it would have come to here."""

import os
from collections.abc import Iterator
from functools import partial

import pytest

from itinerary.beside import ahead, beside

HERE = os.getpid()


def numbers(count: int) -> Iterator[tuple[int, str]]:
    for number in range(count):
        yield number, "x" * number


def breaks_down_elsewhere(at: int) -> Iterator[int]:
    """As a process does that the system stops."""
    for number in range(9):
        if number == at and os.getpid() != HERE:
            os._exit(9)
        yield number


@pytest.mark.parametrize("count", [0, 1, 3000])
def test_all_comes_in_order(count: int) -> None:
    assert list(ahead(partial(numbers, count))) == list(numbers(count))


@pytest.mark.parametrize("at", [0, 5, 8])
def test_what_another_process_leaves_undone_is_done_here(at: int) -> None:
    assert list(ahead(partial(breaks_down_elsewhere, at))) == list(range(9))
    assert beside(lambda: sum(breaks_down_elsewhere(at)))() == sum(range(9))


def test_nobody_needs_to_take_all(capfd: pytest.CaptureFixture[str]) -> None:
    some = ahead(partial(numbers, 5000))
    assert next(some) == (0, "")
    del some
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("missing", ["fork", "processor"])
def test_without_another_process_it_is_done_here(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    if missing == "fork":
        monkeypatch.delattr(os, "fork")
    else:
        monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert list(ahead(partial(breaks_down_elsewhere, 10))) == list(range(9))
    assert beside(os.getpid)() == HERE


def test_a_process_that_cannot_be_had_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    assert beside(os.getpid)() == HERE
