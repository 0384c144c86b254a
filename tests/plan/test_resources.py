"""Interpreters and kit: when they can be had, where they are, and whom a plan adds."""

import pytest

from tests.plan.tables import clock, lines, mission_of

KIT = "id,who,counterpart,resources\nm1,acme,harbor,kit\nm2,brio,inlet,kit"
ONE = "id,who,counterpart,resources\nm1,acme,harbor,kit"
PLACED = ["m1 Mon 14:20-14:40 hall 1"]
TWO_STEPS = 'sessions = ["2017-11-06 14:00/14:40"]'


def test_one_thing_is_at_one_meeting_at_a_time() -> None:
    resources = "id,name,kind\nkit,Kit,kit"
    assert len(lines(mission_of(resources=resources, meetings=KIT))) == 1
    assert len(lines(mission_of(TWO_STEPS, resources=resources, meetings=KIT))) == 2


@pytest.mark.parametrize(
    ("available", "expected"),
    [
        (f"{clock(20)}/{clock(40)}", PLACED),
        (f"{clock(21)}/{clock(60)}", []),
        (f"{clock(0)}/{clock(39)}", []),
        (f"{clock(0)}/{clock(20)};{clock(20)}/{clock(60)}", PLACED),
        (f"{clock(0)}/{clock(30)};{clock(30)}/{clock(60)}", PLACED),
        (f"{clock(0)}/{clock(30)};{clock(31)}/{clock(60)}", []),
    ],
)
def test_when_it_can_be_had(available: str, expected: list[str]) -> None:
    resources = f"id,name,kind,available\nkit,Kit,kit,{available}"
    assert lines(mission_of(resources=resources, meetings=ONE)) == expected


@pytest.mark.parametrize(("end", "expected"), [("14:00", PLACED), ("14:01", [])])
def test_its_way(end: str, expected: list[str]) -> None:
    """Fifteen minutes, and five of slack."""
    resources = "id,name,kind\nkit,Kit,kit"
    events = f"title,date,start,end,venue,resources\nTalk,2017-11-06,13:00,{end},room,kit"
    assert lines(mission_of(resources=resources, events=events, meetings=ONE)) == expected


SPEAKING = """\
id,name,organisation,side,languages
ann,Ann Acme,acme,delegation,fr
bob,Bob Brio,brio,delegation,fr
hal,Hal Harbor,harbor,host,{}
ida,Ida Inlet,inlet,host,en
"""


@pytest.mark.parametrize(
    ("languages", "kind", "expected"),
    [
        ("fr;en", "interpreter", ["m1 Mon 14:20-14:40 hall 1 ines"]),
        ("", "interpreter", ["m1 Mon 14:20-14:40 hall 1 ines"]),
        ("fr;es", "interpreter", []),
        ("fr;en", "kit", []),
    ],
)
def test_an_interpreter_is_added(languages: str, kind: str, expected: list[str]) -> None:
    people = SPEAKING.format("en")
    resources = f"id,name,kind,languages\nines,Ines,{kind},{languages}"
    assert lines(mission_of(people=people, resources=resources)) == expected


@pytest.mark.parametrize("spoken", ["fr", "en;fr", ""])
def test_nobody_is_added_where_the_sides_understand_each_other(spoken: str) -> None:
    people = SPEAKING.format(spoken)
    resources = "id,name,kind,languages\nines,Ines,interpreter,fr;en"
    assert lines(mission_of(people=people, resources=resources)) == PLACED


def test_nobody_is_added_where_the_rule_is_off() -> None:
    people = SPEAKING.format("en")
    assert lines(mission_of(head='[checks]\nlanguage = "off"', people=people)) == PLACED


def test_nobody_is_added_to_the_interpreter_who_is_asked_for() -> None:
    resources = "id,name,kind,languages\nines,Ines,interpreter,fr;en\nivan,Ivan,interpreter,"
    meetings = "id,who,counterpart,resources\nm1,acme,harbor,ivan"
    people = SPEAKING.format("en")
    assert lines(mission_of(people=people, resources=resources, meetings=meetings)) == PLACED


def test_somebody_else_is_added_where_one_is_busy() -> None:
    resources = "id,name,kind,languages\nines,Ines,interpreter,fr;en\nivan,Ivan,interpreter,"
    meetings = "id,who,counterpart\nm1,acme,harbor\nm2,brio,inlet"
    found = lines(mission_of(people=SPEAKING.format("en"), resources=resources, meetings=meetings))
    assert sorted(line.split()[-1] for line in found) == ["ines", "ivan"]
