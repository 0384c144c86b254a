"""A board to a plan: pinned meetings first, then the search, then tables and reasons."""

from collections.abc import Collection, Mapping, Sequence
from time import monotonic
from typing import NamedTuple

from itinerary.model import Meeting, Mission
from itinerary.plan.board import Board, Request, undecided
from itinerary.plan.large import is_large, search_large
from itinerary.plan.pins import clashing_pins
from itinerary.plan.puzzle import Option, Puzzle
from itinerary.plan.reasons import reasons
from itinerary.plan.relaxations import relaxations
from itinerary.plan.result import (
    FEASIBLE,
    INFEASIBLE,
    OPTIMAL,
    UNKNOWN,
    Placement,
    Plan,
    Unplaced,
    Watch,
    planned,
)
from itinerary.plan.search import Effort, Found, search
from itinerary.plan.seats import Seating, seated
from itinerary.problems import say
from itinerary.times import Span

SEATING_SECONDS = 5.0
"""At most, for the last stage: tables matter least."""
REASONING_SECONDS = 5.0
"""At most, after the search, to try what would let unplaced meetings in."""


class Wanted(NamedTuple):
    """What to plan, and how."""

    effort: Effort = Effort()
    keeps: bool = False
    """Whether the present plan is to change as little as can be."""
    only: frozenset[str] | None = None
    """Only meetings of these people are decided; None: all."""


def plan(mission: Mission, wanted: Wanted, watch: Watch = lambda progress: None) -> Plan:
    """The best plan of a mission that can be found within the effort."""
    began = monotonic()
    board = board_of(mission, wanted)
    if clash := clashing_pins(board):
        return Plan(INFEASIBLE, {}, clash=clash, seconds=monotonic() - began)
    found, seating = _searched(board, wanted, watch, began)
    if found is None:
        return Plan(UNKNOWN, {}, seconds=monotonic() - began)
    placements = {**_kept(board), **_placements(board, found, seating)}
    until = began + wanted.effort.seconds + REASONING_SECONDS
    stages = (*found.stages, *((seating.stage,) if seating.stage else ()))
    is_whole = len(found.stages) == len([n for n in _stages(board, wanted) if n != "tables"])
    proven = is_whole and found.is_proven
    return Plan(
        OPTIMAL if proven else FEASIBLE,
        {i: placements[i] for i in board.mission.meetings if i in placements},
        _unplaced(board, placements, until),
        stages,
        _changed(board, placements),
        seconds=monotonic() - began,
    )


def board_of(mission: Mission, wanted: Wanted) -> Board:
    """What is to be decided."""
    if wanted.only is None:
        return Board(mission)
    meetings = mission.meetings.values()
    of_them = (m for m in meetings if not wanted.only.isdisjoint(_everyone(m)))
    return Board(mission, undecided(mission) & {meeting.id for meeting in of_them})


def _everyone(meeting: Meeting) -> Collection[str]:
    return (*meeting.who.people, *meeting.counterpart.people, *meeting.optional.people)


def _searched(
    board: Board, wanted: Wanted, watch: Watch, began: float
) -> tuple[Found | None, Seating]:
    """The search, once more where a room cannot seat what was found."""
    stages = _stages(board, wanted)
    numbered: set[str] = set()
    for _ in range(len(board.mission.venues) + 1):  # at most once more for each room
        left = began + wanted.effort.seconds - monotonic()
        effort = wanted.effort._replace(seconds=max(1.0, left))
        if is_large(board):
            found = search_large(board, stages, effort, (numbered, watch))
        else:
            puzzle = Puzzle(board, board.requests, numbered=numbered)
            found = search(puzzle, stages, effort, watch)
        left = began + wanted.effort.seconds - monotonic()
        seating = _seated(board, found, wanted, left)
        if not seating.failed:
            return found, seating
        numbered.add(seating.failed)
    return None, Seating({})


def _seated(board: Board, found: Found, wanted: Wanted, left: float) -> Seating:
    placed = [(board.requests[number], option) for number, option in found.chosen.items()]
    effort = None
    if "tables" in board.mission.settings.planning.stages:
        seconds = 0.0 if found.is_stopped else max(0.0, min(left, SEATING_SECONDS))
        effort = wanted.effort._replace(seconds=seconds)
    return seated(board, placed, wanted.keeps, effort)


def _stages(board: Board, wanted: Wanted) -> Sequence[str]:
    stages = board.mission.settings.planning.stages
    return [name for name in stages if name != "changes" or wanted.keeps]


def _placements(board: Board, found: Found, seating: Seating) -> Mapping[str, Placement]:
    placements: dict[str, Placement] = {}
    for number, option in found.chosen.items():
        request = board.requests[number]
        placements[request.id] = Placement(
            span_of(board, request, option),
            option.venue,
            seating.tables.get(request.id),
            (option.extra,) if option.extra else (),
        )
    return placements


def span_of(board: Board, request: Request, option: Option) -> Span:
    """From the step on for as long as the meeting is, which may be less than its steps."""
    start = board.steps.starts[option.start]
    return Span(start, start + request.meeting.duration)


def _kept(board: Board) -> Mapping[str, Placement]:
    """Meetings that are not decided and stay where the present plan has them."""
    placements: dict[str, Placement] = {}
    for meeting in board.mission.meetings.values():
        if meeting.id in board.decided or meeting.pinned or meeting.span is None:
            continue
        if meeting.status != "cancelled":
            asked = board.mission.requests[meeting.id].resources
            added = tuple(name for name in meeting.resources if name not in asked)
            placements[meeting.id] = Placement(meeting.span, meeting.venue, meeting.table, added)
    return placements


def _unplaced(
    board: Board, placements: Mapping[str, Placement], until: float
) -> tuple[Unplaced, ...]:
    """What is left out, why, and, while there is time, what would let it in."""
    left = [request for request in board.requests if request.id not in placements]
    if not left:
        return ()
    mission = planned(board.mission, Plan(FEASIBLE, placements))
    settled = Board(mission, {request.id for request in left}, board.timetable.legs)
    found: list[Unplaced] = []
    for number, request in enumerate(left):
        why = reasons(settled, request.meeting)
        now = monotonic()
        share = (until - now) / (len(left) - number)
        is_tried = why and share > 0
        try:
            ways = relaxations(settled, request.meeting, now + share) if is_tried else ()
        except KeyboardInterrupt:  # the plan is there: what is left is not tried
            ways, until = (), now
        grid = settled.steps.grid
        found.append(Unplaced(request.id, why or (say("plan.reason.steps", grid=grid),), ways))
    return tuple(found)


def _changed(board: Board, placements: Mapping[str, Placement]) -> tuple[str, ...]:
    """Who has to be told: meetings the present plan has, and the new one has elsewhere."""
    found: list[str] = []
    for meeting in board.mission.meetings.values():
        if meeting.pinned or meeting.span is None:
            continue
        new = placements.get(meeting.id)
        asked = board.mission.requests[meeting.id].resources
        added = tuple(name for name in meeting.resources if name not in asked)
        place = meeting.span, meeting.venue, meeting.table, added
        if new is None or tuple(new) != place:
            found.append(meeting.id)
    return tuple(found)
