"""Rule `nobody`."""

import pytest

from tests.check.findings import Finding, found

EVENT = """
    people
    id,name,groups
    ann,Ann,press

    events
    id,title,date,start,end,who,optional,hosts,status
    talks,Talks,2017-11-06,10:00,11:00,{who},{optional},{hosts},{status}
"""


def codes(who: str = "", optional: str = "", hosts: str = "", status: str = "") -> list[str]:
    text = EVENT.format(who=who, optional=optional, hosts=hosts, status=status)
    return [problem.code for problem in found(text)]


def test_an_event() -> None:
    assert found(EVENT.format(who="", optional="", hosts="", status="")) == [
        Finding(
            "nobody",
            "warning",
            'nobody is expected at "Talks" (Mon 6 Nov 10:00)',
            ("events.csv:2 who",),
            items=("event:talks",),
        )
    ]


def test_all_are_taken_away_again() -> None:
    assert codes(who="press - ann") == ["nobody"]


def test_one_person_is_somebody() -> None:
    assert codes(who="ann") == []
    assert codes(optional="ann") == []
    assert codes(hosts="ann") == []


def test_cancelled_is_ignored() -> None:
    assert codes(status="cancelled") == []


@pytest.mark.parametrize(("term", "code"), [("zzyzx", "reference"), ("pres", "name")])
@pytest.mark.parametrize("column", ["who", "optional", "hosts"])
def test_who_cannot_be_read_is_a_problem_already(column: str, term: str, code: str) -> None:
    assert codes(**{column: term}) == [code]


def test_a_table_without_people_is_not_judged() -> None:
    assert not found("""
        events
        id,title,date,start,end
        talks,Talks,2017-11-06,10:00,11:00
    """)


def test_each_day_of_a_repetition_is_one_problem() -> None:
    (problem,) = found("""
        events
        id,title,date,start,end,who,repeat
        talks,Talks,2017-11-06,10:00,11:00,,FREQ=DAILY;COUNT=2
    """)
    assert problem.items == ("event:talks@2017-11-06", "event:talks@2017-11-07")


MEETING = """
    people
    id,name,side,groups
    ann,Ann,,press
    hal,Hal,host,

    events
    id,title,date,start,end
    lunch,Lunch,2017-11-06,12:00,13:00

    meetings
    id,title,who,counterpart,status,start,duration
    m1,Oil,{who},hal,{status},{start},20
"""


def test_a_side_of_a_meeting() -> None:
    for start in ("2017-11-06 10:00", ""):
        assert found(MEETING.format(who="press - ann", status="", start=start)) == [
            Finding(
                "nobody",
                "warning",
                '"press - ann" comes to nobody: the meeting "Oil" has one side only',
                ("meetings.csv:2 who",),
                ("hal",),
                ("meeting:m1",),
            )
        ]


@pytest.mark.parametrize(
    ("who", "status", "expected"),
    [
        ("ann", "", []),
        ("press - ann", "cancelled", []),
        ("", "", ["value"]),
        ("zzyzx", "", ["reference"]),
        ("pres", "", ["name"]),
    ],
)
def test_sides_that_are_something_else(who: str, status: str, expected: list[str]) -> None:
    text = MEETING.format(who=who, status=status, start="2017-11-06 10:00")
    assert [problem.code for problem in found(text)] == expected


def test_journeys_and_transfers() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        hotel,Hotel
        mia,Airport

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00

        journeys
        id,number,who,from,departs,to,arrives
        j1,XX 1,all - ann,hotel,2017-11-04 10:00,mia,2017-11-04 15:00

        transfers
        id,vehicle,who,from,departs,to,arrives
        t1,Van,,mia,2017-11-04 16:00,hotel,2017-11-04 16:30
        t2,Van,zzyzx,mia,2017-11-04 17:00,hotel,2017-11-04 17:30
    """)
    assert [(problem.code, problem.sentence, problem.at) for problem in problems] == [
        (
            "nobody",
            'nobody is to travel with "XX 1" (Sat 4 Nov 10:00)',
            ("journeys.csv:2 who",),
        ),
        ("nobody", 'nobody is to travel with "Van" (Sat 4 Nov 16:00)', ("transfers.csv:2 who",)),
        (
            "reference",
            'nobody is called "zzyzx": no person, organisation or group',
            ("transfers.csv:3 who",),
        ),
    ]
