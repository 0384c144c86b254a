"""What planning comes to: values without a solver in them, for whoever shows or writes them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from itinerary.model import Meeting, Mission
from itinerary.problems import Message
from itinerary.times import Span

OPTIMAL, FEASIBLE, INFEASIBLE, UNKNOWN = "optimal", "feasible", "infeasible", "unknown"


class Placement(NamedTuple):
    """When and where a meeting is held."""

    span: Span
    venue: str
    table: int | None = None
    """None where the venue has no numbered tables."""
    resources: tuple[str, ...] = ()
    """What the plan adds to what the request asks for: an interpreter."""


class Stage(NamedTuple):
    """What one stage of the planning came to."""

    name: str
    """One of `model.planning.STAGES`."""
    value: int
    bound: int
    """No plan that is as good in the stages before has a lower value; equal to it when proven."""


class Unplaced(NamedTuple):
    """A meeting that has no place, why, and what would let it in."""

    meeting: str
    reasons: tuple[Message, ...]
    relaxations: tuple[Message, ...] = ()
    """Each was tried, and it works with all other meetings placed; the smallest first."""


class Explanation(NamedTuple):
    """Why one meeting is where it is, or nowhere."""

    meeting: str
    placement: Placement | None
    """Where the present plan, or its own row, has it."""
    reasons: tuple[Message, ...] = ()
    """Of one that has no place: what stands in the way."""
    relaxations: tuple[Message, ...] = ()
    """What would let it in; each was tried."""
    others: tuple[Placement, ...] = ()
    """Where else it could be now, the earliest first."""


class Plan(NamedTuple):
    """A plan, or why there is none."""

    status: str
    """`optimal`: every stage but that of tables is proven; `feasible`; `infeasible`: the pinned
    meetings clash; `unknown`: nothing was found in time."""
    placements: Mapping[str, Placement]
    """Of every meeting that is not pinned and has a place, in the order of the table."""
    unplaced: tuple[Unplaced, ...] = ()
    stages: tuple[Stage, ...] = ()
    changed: tuple[str, ...] = ()
    """The meetings that the present plan had elsewhere or at another time."""
    clash: tuple[Message, ...] = ()
    """Of an infeasible one: a smallest set of pinned meetings that cannot all be held."""
    seconds: float = 0.0

    @property
    def is_written(self) -> bool:
        """Whether there is something to write."""
        return self.status in (OPTIMAL, FEASIBLE)


class Progress(NamedTuple):
    """Where the planning stands."""

    stage: str
    seconds: float
    best: int | None = None
    bound: int | None = None


Watch = Callable[[Progress], None]


def planned(mission: Mission, plan: Plan) -> Mission:
    """The mission with every meeting where the plan has it, and nowhere else unless pinned."""
    meetings = {
        identity: meeting if meeting.pinned else _placed(mission, meeting, plan)
        for identity, meeting in mission.meetings.items()
    }
    placed = {i: request_of(mission, mission.meetings[i]) for i in plan.placements}
    return replace(mission, meetings=meetings, requests=placed)


def _placed(mission: Mission, meeting: Meeting, plan: Plan) -> Meeting:
    place = plan.placements.get(meeting.id)
    request = request_of(mission, meeting)
    if place is None:
        return request
    return request._replace(
        span=place.span,
        venue=place.venue,
        zone=mission.zone_at(place.venue),
        table=place.table,
        resources=tuple(dict.fromkeys((*request.resources, *place.resources))),
    )


def request_of(mission: Mission, meeting: Meeting) -> Meeting:
    """The meeting as it was asked for, without what `plan.csv` made of it."""
    return mission.requests.get(meeting.id, meeting)
