"""The planner finds the best there is: on tiny missions every plan is tried."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from itinerary.model import Meeting, Mission
from itinerary.plan.planner import Wanted, plan
from itinerary.plan.result import INFEASIBLE, OPTIMAL, Plan
from itinerary.plan.search import Effort
from itinerary.times import Span
from tests.check.oracle.plain import minutes
from tests.plan.exhaustive import Exhaustive
from tests.plan.facts import Spot
from tests.plan.missions import TINY, mission_of
from tests.plan.tables import presented

BLOCKS, SEEDS = 12, 50
MOST_PLANS = 15_000
"""Of combinations, the impossible ones included: a larger mission takes seconds."""
FEWEST = 44
"""Missions of a block that are no larger."""


@pytest.mark.parametrize("block", range(BLOCKS))
def test_no_plan_is_better(block: int) -> None:
    tried = [is_best(seed) for seed in range(block * SEEDS, (block + 1) * SEEDS)]
    assert sum(tried) >= FEWEST


def is_best(seed: int) -> bool:
    """Holds the planner to the best plan of a mission; False where it has too many."""
    mission, keeps = mission_of(seed, TINY), seed % 3 == 0
    tried = Exhaustive(mission)
    if tried.count > MOST_PLANS:
        return False
    if keeps:
        mission = held(Random(seed), mission, tried)
        tried = Exhaustive(mission)
    found = plan(mission, Wanted(Effort(seconds=30, seed=seed + 1), keeps))
    if tried.is_clash_of_pins():
        assert found.status == INFEASIBLE, seed
        return True
    stages = [name for name in mission.settings.planning.stages if name != "tables"]
    stages = [name for name in stages if keeps or name != "changes"]
    said = {stage.name: stage.value for stage in found.stages if stage.name != "tables"}
    assert (seed, found.status, said) == (seed, OPTIMAL, tried.best(stages))
    spots = [*placed(tried, found)]
    assert all(tried.is_allowed(spots[:n], spot) for n, spot in enumerate(spots)), seed
    assert (seed, said) == (seed, tried.value(spots, stages))
    return True


def held(rng: Random, mission: Mission, tried: Exhaustive) -> Mission:
    """The mission with a present plan in which each meeting is well placed but for the others."""

    def present(request: Meeting, spots: Sequence[Spot]) -> Meeting:
        if not spots or rng.randrange(3) == 0:
            return request
        spot = rng.choice(spots)
        start = datetime.fromtimestamp(60 * spot.start, UTC)
        span = Span(start, start + request.duration)
        return request._replace(span=span, venue=spot.venue, resources=spot.resources)

    requests = zip(tried.facts.requests, tried.spots, strict=True)
    meetings = {request.id: present(request, spots) for request, spots in requests}
    return presented(mission, replace(mission, meetings={**mission.meetings, **meetings}))


def placed(tried: Exhaustive, found: Plan) -> list[Spot]:
    """The spots of a plan, each of which must be one that nothing stands in the way of."""
    spots: list[Spot] = []
    for request, possible in zip(tried.facts.requests, tried.spots, strict=True):
        place = found.placements.get(request.id)
        if place is not None:
            assert place.span.length == request.duration
            resources = (*request.resources, *place.resources)
            wanted = minutes(place.span.start), place.venue, resources
            spots += [s for s in possible if (s.start, s.venue, s.resources) == wanted]
    assert len(spots) == len(found.placements)
    return spots
