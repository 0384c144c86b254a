"""Where else a meeting could be, and why it is nowhere."""

from dataclasses import replace

import pytest

from itinerary.check import check
from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.plan import explain
from itinerary.plan.planner import plan
from itinerary.plan.result import OPTIMAL, Placement, Plan, planned
from itinerary.problems import Severity
from itinerary.times import local
from itinerary.timetable import Timetable
from tests.plan.missions import CALM
from tests.plan.settled import WANTED, plain_mission
from tests.plan.tables import clock, mission_of, presented

BLOCKS, SEEDS = 4, 20
THREE_STEPS = 'sessions = ["2017-11-06 14:00/15:00"]'
PRESENT = f"meeting,start,end,venue,table\nm1,{clock(0)},{clock(20)},hall,1"
LATE = "title,date,start,end,who\nTalk,2017-11-06,14:40,15:00,ann"


def told(mission: Mission, *places: Placement | None) -> list[str]:
    """`Mon 14:20 hall ines`."""
    found = []
    for place in places:
        if place is not None:
            start = f"{local(place.span.start, mission.zone):%a %H:%M}"
            found.append(" ".join([start, place.venue, *place.resources]))
    return found


def test_a_meeting_that_has_a_place() -> None:
    mission = mission_of(THREE_STEPS, plan=PRESENT)
    found = explain(mission, "m1")
    assert told(mission, found.placement) == ["Mon 14:00 hall"]
    assert told(mission, *found.others) == ["Mon 14:20 hall", "Mon 14:40 hall"]
    assert (found.reasons, found.relaxations) == ((), ())


def test_what_is_not_free_is_no_other_place() -> None:
    mission = mission_of(THREE_STEPS, plan=PRESENT, events=LATE)
    assert told(mission, *explain(mission, "m1").others) == ["Mon 14:20 hall"]


def test_another_meeting_is_in_the_way_where_the_plan_has_it() -> None:
    meetings = "id,who,counterpart\nm1,acme,harbor\nm2,acme,inlet"
    present = f"{PRESENT}\nm2,{clock(20)},{clock(40)},hall,1"
    mission = mission_of(THREE_STEPS, plan=present, meetings=meetings)
    assert told(mission, *explain(mission, "m1").others) == ["Mon 14:40 hall"]


def test_one_that_fits_is_not_planned_yet() -> None:
    mission = mission_of(THREE_STEPS, events=LATE)
    found = explain(mission, "m1")
    assert (found.placement, found.reasons, found.relaxations) == (None, (), ())
    assert told(mission, *found.others) == ["Mon 14:00 hall", "Mon 14:20 hall"]


def test_one_that_fits_nowhere() -> None:
    events = "title,date,start,end,who\nTalk,2017-11-06,13:00,15:00,ann"
    found = explain(mission_of(THREE_STEPS, events=events), "m1")
    words = Words()
    assert [words.sentence(reason) for reason in found.reasons] == [
        "none of its 3 possible starts is free",
        'Ann Acme is at "Talk", Mon 6 Nov 13:00–15:00',
    ]
    assert [words.sentence(way) for way in found.relaxations] == [
        "a session that ends 20 min later: then Mon 6 Nov 15:00"
    ]
    assert (found.placement, found.others) == (None, ())


def test_no_more_than_five_places_the_earliest_first() -> None:
    mission = mission_of('sessions = ["2017-11-06 14:00/17:00"]', plan=PRESENT)
    assert told(mission, *explain(mission, "m1").others) == [
        f"Mon {clock(minutes)[11:]} hall" for minutes in (20, 40, 60, 80, 100)
    ]


def test_a_place_is_told_once_with_one_interpreter() -> None:
    people = """\
id,name,organisation,side,languages
ann,Ann Acme,acme,delegation,fr
bob,Bob Brio,brio,delegation,fr
hal,Hal Harbor,harbor,host,en
ida,Ida Inlet,inlet,host,en
"""
    resources = (
        "id,name,kind,languages,available\nines,Ines,interpreter,fr;en,"
        f"{clock(20)}/{clock(40)}\nivan,Ivan,interpreter,,"
    )
    mission = mission_of(THREE_STEPS, people=people, resources=resources)
    assert told(mission, *explain(mission, "m1").others) == [
        "Mon 14:00 hall ivan", "Mon 14:20 hall ines", "Mon 14:40 hall ivan",
    ]  # fmt: skip


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_checks_allow_every_other_place(block: int) -> None:
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        mission = without_journeys(plain_mission(seed, CALM))
        first = plan(mission, WANTED)
        if first.status == OPTIMAL:
            held = presented(mission, planned(mission, first))
            for name in first.placements:
                found = explain(held, name)
                assert (seed, name, found.reasons) == (seed, name, ())
                wrong = [place for place in found.others if errors(mission, first, name, place)]
                assert (seed, name, wrong) == (seed, name, [])


def without_journeys(mission: Mission) -> Mission:
    """The time that a journey needs around it is a matter of its own (`test_constraints`)."""
    return replace(mission, journeys={})


def errors(mission: Mission, found: Plan, name: str, place: Placement) -> list[str]:
    """What is wrong with a plan that has a meeting at another place, and not with it at none."""
    moved = found._replace(placements={**found.placements, name: place})
    problems = check(Timetable(planned(mission, moved)))
    return [
        problem.code
        for problem in problems
        if problem.severity is Severity.ERROR and f"meeting:{name}" in problem.items
    ]
