"""How the meetings of a mission are to be planned."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from itinerary.times import Span

STAGES = ("unplaced", "changes", "optional", "gaps", "fairness", "travel", "tables")
"""What a plan is good at, in the order in which it matters by default."""
WEIGHTS: Mapping[int, int] = MappingProxyType({1: 100, 2: 10, 3: 1})


class Planning(NamedTuple):
    """How the meetings are to be planned: `[meetings]`."""

    duration_minutes: int = 20
    """Of a request that gives none."""
    grid_minutes: int = 20
    """Between two possible starts; a meeting takes as many steps of it as it needs."""
    sessions: tuple[Span, ...] = ()
    """When meetings can be held, in order; none: whole working days."""
    breaks: tuple[Span, ...] = ()
    """When they cannot, even in a session."""
    stages: tuple[str, ...] = STAGES
    """What is minimised, the first before all others."""
    weights: Mapping[int, int] = WEIGHTS
    """By priority, what leaving a request out costs."""
    longest_run_minutes: int | None = None
    """Of meetings without a break, for anybody; None: no limit."""
