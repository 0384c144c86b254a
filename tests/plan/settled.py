"""Random missions with a proven plan, and the meetings that have no place in it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import NamedTuple

from itinerary.model import Meeting, Mission
from itinerary.plan.planner import Wanted, plan
from itinerary.plan.result import OPTIMAL, planned
from itinerary.plan.search import Effort
from itinerary.problems import Message
from tests.plan.missions import Scale, mission_of

WEIGHTS: Mapping[int, int] = MappingProxyType({1: 100, 2: 10, 3: 1})
WANTED = Wanted(Effort(seconds=20))


class Left(NamedTuple):
    """A meeting that has no place."""

    id: str
    mission: Mission
    """With every other meeting where the plan has it."""
    reasons: tuple[Message, ...]
    relaxations: tuple[Message, ...]


def plain_mission(seed: int, scale: Scale) -> Mission:
    """A random mission in which leaving out costs something and meetings fill their steps.

    The planner keeps a table for the whole of a meeting's last step, even if it ends before; what
    is free after a plan may then be more than what could be planned.
    """
    mission = mission_of(seed, scale)
    planning = mission.settings.planning._replace(weights=WEIGHTS)
    grid = timedelta(minutes=planning.grid_minutes)
    settings = mission.settings._replace(planning=planning)
    meetings = {i: _filling(one, grid) for i, one in mission.meetings.items()}
    return replace(mission, settings=settings, meetings=meetings)


def _filling(meeting: Meeting, grid: timedelta) -> Meeting:
    return (
        meeting
        if meeting.pinned
        else meeting._replace(duration=-(-meeting.duration // grid) * grid)
    )


def left_of(mission: Mission) -> Iterator[Left]:
    """Each meeting without a place, where the plan is proven."""
    found = plan(mission, WANTED)
    if found.status == OPTIMAL:
        held = planned(mission, found)
        for one in found.unplaced:
            yield Left(one.meeting, held, one.reasons, one.relaxations)
