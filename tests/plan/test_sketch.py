"""The plan a search begins from: it holds to all constraints, and is no better than the best."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from itinerary.model import Mission
from itinerary.plan.board import Board
from itinerary.plan.measures import unplaced
from itinerary.plan.pins import clashing_pins
from itinerary.plan.planner import span_of
from itinerary.plan.puzzle import Option, Puzzle
from itinerary.plan.result import FEASIBLE, Placement, Plan
from itinerary.plan.search import Effort, search
from itinerary.plan.seats import seated
from itinerary.plan.sketch import sketched
from tests.plan.missions import CALM, SMALL, mission_of
from tests.plan.test_referee import blamed

BLOCKS, SEEDS = 6, 50
EFFORT = Effort(seconds=20)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_a_sketch_is_a_plan(block: int) -> None:
    """It knows nothing of the longest run, which the checks do not either."""
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        mission = mission_of(seed, SMALL)
        board = Board(mission)
        if not clashing_pins(board):
            found = sketched(board, board.requests)
            assert (seed, blamed(mission, as_plan(board, found))) == (seed, [])


@pytest.mark.parametrize("block", range(BLOCKS))
def test_a_sketch_is_no_better_than_the_best(block: int) -> None:
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        board = Board(without_longest_run(mission_of(seed, CALM)))
        if not clashing_pins(board):
            puzzle = Puzzle(board, board.requests)
            sketch = sketched(board, board.requests)
            best = search(puzzle, ["unplaced"], EFFORT, start={})
            assert best is not None
            assert best.is_proven
            assert (seed, unplaced(puzzle, sketch) >= best.stages[0].value) == (seed, True)


def as_plan(board: Board, found: Mapping[int, Option]) -> Plan:
    """Each meeting at a table where that can be."""
    placed = [(board.requests[number], option) for number, option in found.items()]
    tables = seated(board, placed, False, None).tables
    placements = {
        request.id: Placement(
            span_of(board, request, option),
            option.venue,
            tables.get(request.id),
            (option.extra,) if option.extra else (),
        )
        for request, option in placed
    }
    return Plan(FEASIBLE, placements)


def without_longest_run(mission: Mission) -> Mission:
    planning = mission.settings.planning._replace(longest_run_minutes=None)
    return replace(mission, settings=mission.settings._replace(planning=planning))
