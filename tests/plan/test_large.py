"""Missions solved block by block: beside the whole, with a bound that is true."""

from collections.abc import Sequence
from random import Random

import pytest

from itinerary.model import Mission
from itinerary.plan.board import Board
from itinerary.plan.bounds import least_unplaced
from itinerary.plan.large import blocks_of, search_large
from itinerary.plan.pins import clashing_pins
from itinerary.plan.puzzle import Puzzle
from itinerary.plan.search import Effort, Found, search
from tests.check.tables import loaded
from tests.plan.missions import CALM, mission_of
from tests.plan.tables import mission_of as text_mission
from tests.plan.test_referee import blamed
from tests.plan.test_sketch import as_plan

DAYS, PEOPLE, MEETINGS = 4, 16, 60
STAGES = ["unplaced"]
EFFORT = Effort(seconds=1)
PATIENCE = Effort(seconds=20)
BLOCKS, SEEDS = 4, 50


def season(seed: int) -> Mission:
    """Sixty meetings of some of sixteen people in four days and three rooms, one at a distance.

    Odd seeds have time for most of them.
    """
    chance = Random(seed)
    days = [f"2017-11-{day:02}" for day in range(6, 6 + DAYS)]
    ends = 17 if seed % 2 else 13
    sessions = ", ".join(f'"{day} 09:00/{ends}:00"' for day in days)
    people = "\n".join(f"p{n},Person {n}" for n in range(PEOPLE))
    meetings = "\n".join(meeting(chance, n, days) for n in range(MEETINGS))
    found = loaded(f"""\
mission
[meetings]
grid = 30
sessions = [{sessions}]

people
id,name
{people}

venues
id,name,tables
hall,Hall,3
room,Room,
suite,Suite,

travel
from,to,minutes
hall,suite,25
room,suite,20
hall,room,0

events
title,date,start,end
Opening,2017-11-06,8:00,8:30

absences
who,start,end
p1,2017-11-06,2017-11-07
p2,2017-11-07 10:00,2017-11-07 12:00

meetings
id,who,counterpart,duration,priority,earliest,latest,pool
{meetings}
""")
    assert found.mission is not None
    return found.mission


def meeting(chance: Random, number: int, days: Sequence[str]) -> str:
    one, *others = (f"p{n}" for n in chance.sample(range(PEOPLE), chance.choice((2, 2, 3, 4))))
    first = chance.randrange(DAYS)
    last = min(DAYS - 1, first + chance.choice((0, 1, 1, DAYS)))
    pool = chance.choice(("hall", "hall;room", "room;suite", "hall;room;suite"))
    minutes, priority = chance.choice((30, 30, 60, 60, 90)), chance.choice((1, 2, 2, 3))
    window = f"{days[first]},{days[last]}"
    return f"m{number},{one},{';'.join(others)},{minutes},{priority},{window},{pool}"


def in_blocks(board: Board, effort: Effort = EFFORT, stages: Sequence[str] = STAGES) -> Found:
    return search_large(board, stages, effort, ((), lambda progress: None))


@pytest.mark.parametrize("seed", range(4))
def test_block_by_block_is_as_good_as_the_whole(seed: int) -> None:
    mission = season(seed)
    board = Board(mission)
    found = in_blocks(board)
    whole = search(Puzzle(board, board.requests), STAGES, EFFORT)
    assert whole is not None
    stage, best = found.stages[0], whole.stages[0]
    assert blamed(mission, as_plan(board, found.chosen)) == []
    assert stage.bound <= best.value
    assert best.bound <= stage.value
    if found.is_proven and whole.is_proven:
        assert stage.value == best.value


def test_some_of_them_are_proven() -> None:
    found = in_blocks(Board(season(1)), PATIENCE)
    assert (found.stages[0].bound, found.is_proven) == (found.stages[0].value, True)


def test_what_is_counted_is_what_is_left_out() -> None:
    board = Board(season(1))
    found = in_blocks(board, stages=["unplaced", "optional", "gaps", "fairness"])
    left = [r.weight for n, r in enumerate(board.requests) if n not in found.chosen]
    assert [stage.name for stage in found.stages] == ["unplaced", "optional", "gaps"]
    assert found.stages[0].value == sum(left)
    assert not found.is_proven


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_bound_is_never_above_the_best(block: int) -> None:
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        board = Board(mission_of(seed, CALM))
        if not clashing_pins(board):
            best = search(Puzzle(board, board.requests), STAGES, PATIENCE)
            assert best is not None
            assert best.is_proven
            bound = least_unplaced(board, board.requests, blocks_of(board), 5)
            assert (seed, bound <= best.stages[0].value) == (seed, True)


NIGHT = 'sessions = ["2017-11-06 22:00/23:40", "2017-11-07 00:10/01:10", "2017-11-08 09:00/09:20"]'
"""Half an hour lies between the first two."""
TWO_VENUES = "id,who,counterpart,pool\nm1,acme,harbor,hall;room"


@pytest.mark.parametrize(("minutes", "expected"), [(24, [5, 3, 1]), (25, [5, 3, 1]), (26, [8, 1])])
def test_days_between_which_one_would_be_late_are_one_block(
    minutes: int, expected: list[int]
) -> None:
    """Five minutes of slack come to the way."""
    travel = f"from,to,minutes\nhall,room,{minutes}\nhall,mia,0"
    board = Board(text_mission(NIGHT, travel=travel, meetings=TWO_VENUES))
    assert [block.bit_count() for block in blocks_of(board)] == expected


def test_one_venue_needs_no_way() -> None:
    board = Board(text_mission(NIGHT))
    assert [block.bit_count() for block in blocks_of(board)] == [5, 3, 1]


def test_a_session_after_midnight_is_in_one_block() -> None:
    """One table, and meetings of an hour of whom two would overlap at midnight."""
    meetings = "id,who,counterpart,duration\nm1,acme,harbor,60\nm2,acme,inlet,60\nm3,bob,harbor,60"
    mission = text_mission('sessions = ["2017-11-06 22:20/2017-11-07 01:20"]', meetings=meetings)
    board = Board(mission)
    assert [block.bit_count() for block in blocks_of(board)] == [9]
    found = in_blocks(board)
    assert found.stages[0].value == 0
    assert blamed(mission, as_plan(board, found.chosen)) == []
