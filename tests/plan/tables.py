"""A mission to plan as a text in a test's body, and what is planned as lines."""

from dataclasses import replace
from datetime import timedelta

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.plan.planner import Wanted, plan
from itinerary.plan.result import Plan
from itinerary.plan.search import Effort
from itinerary.times import local
from tests.check.tables import loaded

FRAME = {
    "organisations": """\
id,name,side
acme,Acme,delegation
brio,Brio,delegation
harbor,Harbor,host
inlet,Inlet,host
""",
    "people": """\
id,name,organisation,side
ann,Ann Acme,acme,delegation
bob,Bob Brio,brio,delegation
hal,Hal Harbor,harbor,host
ida,Ida Inlet,inlet,host
""",
    "venues": """\
id,name,tables,zone
hall,Hall,2,
room,Room,,
mia,Mia,,
mrs,Mrs,,Europe/Paris
""",
    "travel": """\
from,to,minutes
hall,room,15
hall,mia,0
""",
    "events": """\
title,date,start,end
Opening,2017-11-09,9:00,10:00
""",
    "meetings": """\
id,who,counterpart
m1,acme,harbor
""",
}
"""Two companies, two hosts, a hall with two tables, and one meeting."""
ONE_STEP = 'sessions = ["2017-11-06 14:20/14:40"]'


def mission_of(planning: str = ONE_STEP, head: str = "", **tables: str) -> Mission:
    """The mission of some tables, the rest as in the frame; `head` comes before `[meetings]`."""
    settings = f"{head}\n[meetings]\n{planning}".strip()
    blocks = {"mission": settings, **FRAME, **tables}
    found = loaded("\n\n".join(f"{name}\n{text.strip()}" for name, text in blocks.items()))
    assert found.mission is not None
    words = Words()
    assert [words.sentence(problem.message) for problem in found.problems] == []
    return found.mission


def planned_of(mission: Mission, keeps: bool = False) -> Plan:
    """Its plan."""
    return plan(mission, Wanted(Effort(seconds=20), keeps))


def lines(mission: Mission, keeps: bool = False) -> list[str]:
    """Each meeting with a place: `m1 Mon 14:20-14:40 hall 1 ines`, in the order of the table."""
    found = planned_of(mission, keeps)
    assert found.status == "optimal"
    said = []
    for name, place in found.placements.items():
        start, end = (local(instant, mission.zone) for instant in place.span)
        table = [str(place.table)] if place.table else []
        when = f"{start:%a %H:%M}-{end:%H:%M}"
        said.append(" ".join([name, when, place.venue, *table, *place.resources]))
    return said


def clock(minutes: int) -> str:
    """So many minutes after two o'clock on Monday."""
    past = timedelta(hours=14, minutes=minutes)
    return f"2017-11-06 {past.seconds // 3600:02}:{past.seconds // 60 % 60:02}"


def presented(mission: Mission, held: Mission) -> Mission:
    """The mission as it loads when `held` has been written to `plan.csv`."""
    asked = {one.id: mission.requests.get(one.id, one) for one in mission.meetings.values()}
    moved = {i: one for i, one in asked.items() if held.meetings[i].span and not one.pinned}
    return replace(mission, meetings=held.meetings, requests=moved)
