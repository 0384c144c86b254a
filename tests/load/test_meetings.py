"""Requests for meetings, the plan that places them, and the pins that hold them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from itinerary.model import Meeting
from itinerary.problems import Source
from itinerary.times import Span
from tests.missions import MIAMI, loaded, mission_of, problems, remedies

PEOPLE = "name,side\nJean,\nPaul,\nJuan,host\nAna,host\n"
VENUES = "name,zone,tables\nHall,,12\nMarseille,Europe/Paris,\n"


def meetings_of(path: Path, mission: str = MIAMI, **tables: str) -> dict[str, Meeting]:
    tables = {"people": PEOPLE, "venues": VENUES, **tables}
    return dict(mission_of(path, mission, **tables).meetings)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2017, 11, day, hour, minute, tzinfo=UTC)


def test_every_cell_of_a_meeting(tmp_path: Path) -> None:
    meetings = """
id,title,who,optional,counterpart,duration,priority,earliest,latest,pool,resources,language,status
m1,Cruises,Jean,Paul,Juan,45 min,high,6/11 9h,7/11,Hall; Marseille,kit,fr,draft
"""
    found = meetings_of(tmp_path, meetings=meetings, resources="name\nkit\n")["m1"]
    assert found == Meeting(
        id="m1",
        title="Cruises",
        who=found.who,
        counterpart=found.counterpart,
        duration=timedelta(minutes=45),
        zone="America/New_York",
        optional=found.optional,
        priority=1,
        earliest=at(6, 14),
        latest=at(8, 5),
        pool=("hall", "marseille"),
        resources=("kit",),
        languages=("fr",),
        status="draft",
        origin=found.origin,
        placed_at=found.origin,
    )
    named = [who.people for who in (found.who, found.optional, found.counterpart)]
    assert named == [("jean",), ("paul",), ("juan",)]


@pytest.mark.parametrize(
    ("written", "priority"),
    [("", 2), ("1", 1), ("High", 1), ("haute", 1), ("élevée", 1), ("normale", 2), ("baja", 3)],
)
def test_priorities(tmp_path: Path, written: str, priority: int) -> None:
    meetings = f"id,who,counterpart,priority\nm1,Jean,Juan,{written}\n"
    assert meetings_of(tmp_path, meetings=meetings)["m1"].priority == priority


def test_a_meeting_without_a_title_is_called_by_its_parties(tmp_path: Path) -> None:
    found = meetings_of(tmp_path, meetings="who,counterpart\nJean,Juan\nJean,Ana\n")
    assert {m.id: m.title for m in found.values()} == {
        "jean-juan": "Jean – Juan",
        "jean-ana": "Jean – Ana",
    }


PLAN = """
meeting,start,end,venue,table
m1,2017-11-06 10:00,2017-11-06 10:30,Hall,3
m2,2017-11-06 11:00,2017-11-06 11:30,Hall,4
"""
REQUESTS = """
id,who,counterpart,duration,venue,start,table
m1,Jean,Juan,30,,,
m2,Jean,Juan,30,Marseille,lundi 6 nov. 15h,7
m3,Jean,Juan,30,,,
"""


def test_a_filled_in_start_pins_and_the_plan_places_the_others(tmp_path: Path) -> None:
    found = meetings_of(tmp_path, meetings=REQUESTS, plan=PLAN)
    assert {m.id: (m.span, m.venue, m.table, m.pinned, m.zone) for m in found.values()} == {
        "m1": (Span(at(6, 15), at(6, 15, 30)), "hall", 3, False, "America/New_York"),
        "m2": (Span(at(6, 14), at(6, 14, 30)), "marseille", 7, True, "Europe/Paris"),
        "m3": (None, "", None, False, "America/New_York"),
    }
    assert [m.placed_at.cell("start") for m in found.values()] == [
        Source("plan.csv", 2, "start"),
        Source("meetings.csv", 3, "start"),
        Source("meetings.csv", 4, "start"),
    ]


def test_a_plan_without_ends_gives_each_meeting_its_length(tmp_path: Path) -> None:
    meetings = "id,who,counterpart,duration\nm1,Jean,Juan,45\nm2,Jean,Juan,\n"
    plan = "meeting,start\nm1,2017-11-06 10:00\nm2,2017-11-06 11:00\n"
    found = meetings_of(tmp_path, meetings=meetings, plan=plan)
    assert [m.span.length for m in found.values() if m.span] == [
        timedelta(minutes=45),
        timedelta(minutes=20),
    ]


def test_the_usual_length_is_a_setting(tmp_path: Path) -> None:
    mission = f"{MIAMI}[meetings]\nduration = 25\n"
    found = meetings_of(tmp_path, mission, meetings="id,who,counterpart\nm1,Jean,Juan\n")
    assert found["m1"].duration == timedelta(minutes=25)


@pytest.mark.parametrize("value", ["'soon'", "0", "-5", "true", "99999999999999999999", "[20]"])
def test_a_usual_length_that_cannot_be_used(tmp_path: Path, value: str) -> None:
    mission = f"{MIAMI}[meetings]\nduration = {value}\n"
    tables = {"people": PEOPLE, "meetings": "id,who,counterpart\nm1,Jean,Juan\n"}
    found = loaded(tmp_path, mission, **tables)
    assert problems(tmp_path, mission, **tables) == [
        ("mission.toml:7", "value", '"duration" must be a number from 1 to 10000')
    ]
    assert found.mission is not None
    assert found.mission.meetings["m1"].duration == timedelta(minutes=20)


def test_the_resources_of_the_plan_are_added(tmp_path: Path) -> None:
    found = meetings_of(
        tmp_path,
        meetings="id,who,counterpart,resources\nm1,Jean,Juan,kit\n",
        resources="name\nkit\ninterpreter\n",
        plan="meeting,start,resources\nm1,2017-11-06 10:00,interpreter; kit\n",
    )
    assert found["m1"].resources == ("kit", "interpreter")


@pytest.mark.parametrize(
    ("row", "sentence", "remedy"),
    [
        ("m22,2017-11-06 10:00,", '"m22" is not in the table of meetings', "did you mean m2?"),
        ("m1,10:00,", '"10:00" is not a date and a time',
         "write a date and a time such as 2017-11-04 14:30"),
        ("m1,2017-11-06 10:00,2017-11-06 9:00", '"2017-11-06 9:00" is not after the start', ""),
        ("m1,2017-11-06 10:00,later", '"later" is not a date and a time',
         "write a date and a time such as 2017-11-04 14:30"),
        ("m2,2017-11-06 10:00,", 'the meeting "m2" is planned twice; this row is left out', ""),
    ],
)  # fmt: skip
def test_a_row_of_the_plan_that_cannot_be_used(
    tmp_path: Path, row: str, sentence: str, remedy: str
) -> None:
    tables = {
        "people": PEOPLE,
        "meetings": "id,who,counterpart\nm1,Jean,Juan\nm2,Jean,Juan\n",
        "plan": f"meeting,start,end\nm2,2017-11-06 12:00,\n{row}\n",
    }
    assert [text for _, _, text in problems(tmp_path, **tables)] == [sentence]
    assert remedies(tmp_path, **tables) == [remedy]


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("who", "", 'the column "who" is empty here'),
        ("counterpart", "", 'the column "counterpart" is empty here'),
        ("duration", "long", '"long" is not a length of time'),
        ("duration", "0", '"0" lasts no time'),
        ("priority", "urgent", '"urgent" is no known priority'),
        ("table", "0", '"0" is not a whole number'),
        ("pool", "Hal", '"Hal" is not in the table of venues'),
        ("earliest", "6/11 9h-10h", '"6/11 9h-10h" is not a date and a time'),
        ("latest", "mardi 6/11", '"mardi 6/11": Mon 6 Nov is another day of the week'),
        ("start", "5/11 1h30", "01:30 on Sun 5 Nov happens twice in America/New_York: the clocks"
         " go back over it"),
        ("title", "=cmd()", '"=cmd()" looks like a formula; it is read as text'),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_used(tmp_path: Path, column: str, cell: str, sentence: str) -> None:
    cells = {"who": "Jean", "counterpart": "Juan", column: cell}
    meetings = f"{','.join(cells)}\n{','.join(cells.values())}\n"
    found = problems(tmp_path, meetings=meetings, people=PEOPLE, venues=VENUES)
    assert found == [("meetings.csv:2", found[0][1], sentence)]
