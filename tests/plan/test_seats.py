"""Tables: nobody at one that is taken, pins stay, and few changes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise, product

import pytest

from itinerary.model import Mission
from itinerary.plan.board import Board, Request
from itinerary.plan.planner import plan
from itinerary.plan.puzzle import Option, Puzzle
from itinerary.plan.result import OPTIMAL, Plan, planned
from itinerary.plan.search import Effort, search
from itinerary.plan.seats import seated
from itinerary.times import overlap
from tests.plan.missions import SMALL
from tests.plan.settled import WANTED, plain_mission
from tests.plan.tables import clock, lines, mission_of, planned_of

BLOCKS, SEEDS = 4, 12
EFFORT = Effort(seconds=5)
HEAD = "id,who,counterpart,duration,venue,start,table"
LONG = (
    f"{HEAD}\nm1,acme,harbor,20,hall,{clock(0)},1\nm2,acme,harbor,20,hall,{clock(20)},{{}}\n"
    "m3,brio,inlet,40,hall,,"
)
"""Two short pinned ones, and a long one that has to be at one table beside both."""


def placed(mission: Mission) -> tuple[Board, Sequence[tuple[Request, Option]]]:
    """What a search places, before it has tables."""
    board = Board(mission)
    found = search(Puzzle(board, board.requests), ["unplaced"], EFFORT)
    assert found is not None
    return board, [(board.requests[number], option) for number, option in found.chosen.items()]


def test_first_fit_says_which_room_fails() -> None:
    """Table 1 is taken first and table 2 afterwards, though one is free at each step."""
    mission = mission_of('sessions = ["2017-11-06 14:00/14:40"]', meetings=LONG.format(2))
    board = Board(mission)
    option = Option(0, 0, "hall", "")
    assert seated(board, [(board.requests[0], option)], False, None).failed == "hall"


def test_the_planner_finds_another_time_for_what_first_fit_cannot_seat() -> None:
    mission = mission_of('sessions = ["2017-11-06 14:00/15:00"]', meetings=LONG.format(2))
    assert lines(mission) == ["m3 Mon 14:20-15:00 hall 1"]


def test_there_is_no_table_for_it_at_all() -> None:
    mission = mission_of('sessions = ["2017-11-06 14:00/14:40"]', meetings=LONG.format(2))
    found = planned_of(mission)
    assert (found.status, [left.meeting for left in found.unplaced]) == (OPTIMAL, ["m3"])


def test_people_stay_where_they_were() -> None:
    """Two tables, and each of Acme and Brio has two meetings in a row."""
    meetings = (
        "id,who,counterpart,earliest,latest\n"
        f"m1,acme,harbor,{clock(0)},{clock(20)}\nm2,brio,inlet,{clock(0)},{clock(20)}\n"
        f"m3,brio,inlet,{clock(20)},{clock(40)}\nm4,acme,harbor,{clock(20)},{clock(40)}"
    )
    mission = mission_of('sessions = ["2017-11-06 14:00/14:40"]', meetings=meetings)
    tables = {name: place.table for name, place in planned_of(mission).placements.items()}
    assert (tables["m1"], tables["m2"]) == (tables["m4"], tables["m3"])


def test_a_pinned_table_draws_its_people() -> None:
    meetings = f"{HEAD}\nm1,acme,harbor,20,hall,{clock(0)},2\nm2,acme,inlet,20,hall,,"
    mission = mission_of('sessions = ["2017-11-06 14:00/14:40"]', meetings=meetings)
    assert lines(mission) == ["m2 Mon 14:20-14:40 hall 2"]


@pytest.mark.parametrize("seed", range(12))
def test_no_table_has_fewer_changes(seed: int) -> None:
    """Every way to seat a small hall is tried."""
    mission = hall_of(seed)
    board, some = placed(mission)
    seating = seated(board, some, False, EFFORT)
    assert seating.stage is not None
    assert (seed, seating.stage.value) == (seed, min(moves(board, some)))
    assert seating.stage.value == changes(board, some, seating.tables)


def hall_of(seed: int) -> Mission:
    """Seven meetings of four companies with three hosts, at three tables."""
    names = ("acme", "brio", "cove", "dune", "harbor", "inlet", "jetty")
    people = "\n".join(f"p{n},P{n},{name}" for n, name in enumerate(names))
    organisations = "\n".join(
        f"{name},{name.title()},{'delegation' if n < 4 else 'host'}" for n, name in enumerate(names)
    )
    pairs = [(a, b) for a in names[:4] for b in names[4:]]
    chosen = [pairs[(seed + 5 * n) % 12] for n in range(7)]
    meetings = "\n".join(
        f"m{n},{a},{b},{20 + 20 * (n % 4 == 3)}" for n, (a, b) in enumerate(chosen)
    )
    return mission_of(
        'sessions = ["2017-11-06 14:00/15:20"]',
        people=f"id,name,organisation\n{people}",
        organisations=f"id,name,side\n{organisations}",
        venues="id,name,tables\nhall,Hall,3\nroom,Room,\nmia,Mia,",
        meetings=f"id,who,counterpart,duration\n{meetings}",
    )


def moves(board: Board, some: Sequence[tuple[Request, Option]]) -> Iterator[int]:
    """The changes of each way to seat the meetings."""
    for tables in product(range(1, 4), repeat=len(some)):
        seats = {request.id: table for (request, _), table in zip(some, tables, strict=True)}
        if all(
            seats[one.id] != seats[other.id] or not held(one, a) & held(other, b)
            for (one, a), (other, b) in combinations(some, 2)
        ):
            yield changes(board, some, seats)


def held(request: Request, option: Option) -> int:
    return ((1 << request.size) - 1) << option.start


def changes(board: Board, some: Sequence[tuple[Request, Option]], seats: Mapping[str, int]) -> int:
    """How often somebody goes to another table for what they have next."""
    found = 0
    for person in board.mission.people:
        theirs = sorted((o.start, r.id) for r, o in some if person in r.people)
        found += sum(seats[a] != seats[b] for (_, a), (_, b) in pairwise(theirs))
    return found


@pytest.mark.parametrize("block", range(BLOCKS))
def test_no_two_are_at_one_table_and_pins_stay(block: int) -> None:
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        mission = plain_mission(seed, SMALL)
        found = plan(mission, WANTED._replace(effort=Effort(seconds=0.3)))
        assert (seed, shared(mission, found)) == (seed, [])
        assert (seed, unseated(mission, found)) == (seed, [])


def shared(mission: Mission, found: Plan) -> list[tuple[str, str]]:
    """Pairs of meetings, not both pinned, at one table at once."""
    held = [m for m in planned(mission, found).meetings.values() if m.span and m.table]
    return [
        (one.id, other.id)
        for one, other in combinations(held, 2)
        if (one.venue, one.table) == (other.venue, other.table)
        and one.status != "cancelled" != other.status
        and not (one.pinned and other.pinned)
        and one.span
        and other.span
        and overlap(one.span, other.span)
    ]


def unseated(mission: Mission, found: Plan) -> list[str]:
    """Planned meetings without a table where there are some, or with one there is not."""
    return [
        name
        for name, place in found.placements.items()
        for tables in [mission.venues[place.venue].tables]
        if place.table not in ([None] if tables is None else range(1, tables + 1))
    ]
