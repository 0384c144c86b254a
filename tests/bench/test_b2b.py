"""The rounds of the benchmark are what their docstring says: sized, planted, the same each time."""

from collections import Counter
from pathlib import Path

import pytest

from itinerary.load import load_mission
from itinerary.plan.board import Board
from tests.bench.b2b import SIZES, round_of, write_round

ROUNDS = [(people, is_tight) for people in SIZES for is_tight in (False, True)]


@pytest.mark.parametrize(("people", "is_tight"), ROUNDS)
def test_every_meeting_can_be_held_where_it_was_planted(people: int, is_tight: bool) -> None:
    found = round_of(people, 0, is_tight)
    planted = [meeting.planted for meeting in found.meetings]
    starts = [found.starts(meeting) for meeting in found.meetings]
    assert [n for n, slot in enumerate(planted) if slot not in starts[n]] == []
    busy = Counter((p, m.planted) for m in found.meetings for p in (m.visitor, m.host))
    assert set(busy.values()) == {1}
    assert max(Counter(planted).values()) <= found.tables


@pytest.mark.parametrize(("people", "is_tight"), ROUNDS)
def test_the_sizes_are_those_of_the_events(people: int, is_tight: bool) -> None:
    found = round_of(people, 0, is_tight)
    assert len(found.present) == people
    assert (len(found.meetings), found.slots, found.tables) == SIZES[people]
    pairs = {(meeting.visitor, meeting.host) for meeting in found.meetings}
    assert len(pairs) == len(found.meetings)
    half = people // 2
    assert [pair for pair in pairs if not pair[0] < half <= pair[1]] == []


@pytest.mark.parametrize(("people", "is_tight"), ROUNDS)
def test_the_mission_says_what_the_round_says(tmp_path: Path, people: int, is_tight: bool) -> None:
    found = round_of(people, 1, is_tight)
    write_round(tmp_path, found)
    loaded = load_mission(tmp_path)
    assert loaded.mission is not None
    assert not loaded.problems
    board = Board(loaded.mission)
    assert len(board.steps) == found.slots
    starts = [sum(choice.starts for choice in request.choices) for request in board.requests]
    assert starts == [sum(1 << s for s in found.starts(m)) for m in found.meetings]


def test_tight_rounds_leave_less_choice() -> None:
    for people in SIZES:
        normal, tight = (round_of(people, 0, is_tight) for is_tight in (False, True))
        choices = [sum(len(r.starts(m)) for m in r.meetings) for r in (normal, tight)]
        assert choices[1] < choices[0]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second, other = (tmp_path / name for name in ("first", "second", "other"))
    write_round(first, round_of(42, 3, is_tight=True))
    write_round(second, round_of(42, 3, is_tight=True))
    write_round(other, round_of(42, 4, is_tight=True))
    files, again, others = (
        {path.name: path.read_bytes() for path in folder.iterdir()}
        for folder in (first, second, other)
    )
    assert files == again
    assert files["meetings.csv"] != others["meetings.csv"]
