"""What the checks say of a plan: nothing that was not there before."""

from collections.abc import Iterable

import pytest

from itinerary.check import check
from itinerary.model import Meeting, Mission
from itinerary.plan.planner import Wanted, plan
from itinerary.plan.result import Plan, planned
from itinerary.plan.search import Effort
from itinerary.problems import Problem, Severity
from itinerary.times import covers
from itinerary.timetable import Timetable
from tests.check.oracle.plain import minutes
from tests.plan.facts import Facts
from tests.plan.missions import CALM, SMALL, mission_of
from tests.plan.tables import presented

BLOCKS, SEEDS = 10, 52
EFFORT = Effort(seconds=0.5)
PATIENCE = Effort(seconds=20.0)
"""More than any of these needs: a plan that time has cut short depends on the machine."""


@pytest.mark.parametrize("block", range(BLOCKS))
def test_checks_find_nothing_wrong_with_a_plan(block: int) -> None:
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        mission = mission_of(seed, SMALL)
        found = plan(mission, Wanted(EFFORT))
        if found.status != "infeasible":
            assert [seed, *blamed(mission, found)] == [seed]
            assert [seed, *misplaced(mission, found)] == [seed]
            assert [seed, *moved_pins(mission, found)] == [seed]


@pytest.mark.parametrize("block", range(4))
def test_the_same_seed_makes_the_same_plan(block: int) -> None:
    for seed in range(block * 10, (block + 1) * 10):
        first, second = (plan(mission_of(seed, CALM), Wanted(PATIENCE)) for _ in range(2))
        assert (seed, told(first)) == (seed, told(second))


@pytest.mark.parametrize("block", range(4))
def test_a_plan_that_is_kept_does_not_change(block: int) -> None:
    for seed in range(block * 10, (block + 1) * 10):
        mission = mission_of(seed, CALM)
        first = plan(mission, Wanted(PATIENCE))
        present = presented(mission, planned(mission, first))
        second = plan(present, Wanted(PATIENCE, keeps=True))
        assert (seed, second.changed) == (seed, ())
        assert (seed, second.placements) == (seed, first.placements)


def told(found: Plan) -> tuple[object, ...]:
    return found.status, dict(found.placements), found.unplaced, found.stages


def blamed(mission: Mission, found: Plan) -> list[object]:
    """Errors about what has been placed that are not there while nothing is."""
    empty = planned(mission, Plan("feasible", {}))
    before = {*map(said, errors(empty))}
    placed = {f"meeting:{name}" for name in found.placements}
    after = errors(planned(mission, found))
    return [said(one) for one in after if placed & {*one.items} and said(one) not in before]


def errors(mission: Mission) -> Iterable[Problem]:
    problems = check(Timetable(mission))
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def said(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.message.key, problem.items, problem.people


def misplaced(mission: Mission, found: Plan) -> list[str]:
    """Meetings outside their windows, the sessions or the venues they may have."""
    facts = Facts(mission)
    return [
        request.id
        for request in facts.requests
        for held in [planned(mission, found).meetings[request.id]]
        if held.span and not is_allowed(facts, request, held)
    ]


def is_allowed(facts: Facts, request: Meeting, held: Meeting) -> bool:
    span, steps = held.span, [step for session in facts.sessions for step in session]
    assert span is not None
    return (
        minutes(span.start) in [start for start, _ in steps]
        and any(covers(session, span) for session in facts.mission.settings.planning.sessions)
        and span.length == request.duration
        and (request.earliest is None or request.earliest <= span.start)
        and (request.latest is None or span.end <= request.latest)
        and held.venue in facts.venues(request)
        and unsaid(held) == unsaid(request)
        and is_at_table(facts.mission, held)
    )


def unsaid(meeting: Meeting) -> Meeting:
    """Without what a plan may say of it."""
    return meeting._replace(span=None, venue="", zone="", table=None, resources=())


def is_at_table(mission: Mission, held: Meeting) -> bool:
    """Whether it has a table where there are some."""
    tables = mission.venues[held.venue].tables
    return held.table is None if tables is None else held.table in range(1, tables + 1)


def moved_pins(mission: Mission, found: Plan) -> list[str]:
    """Pinned and cancelled meetings that a plan has touched."""
    after = planned(mission, found).meetings
    pinned = [one for one in mission.meetings.values() if one.pinned]
    named = [one.id for one in pinned if one.id in found.placements]
    return named + [one.id for one in pinned if after[one.id] != one]
