"""Rule `table`."""

from tests.check.findings import Finding, found

MEETINGS = """
    people
    id,name,side
    ann,Ann,
    bob,Bob,
    hal,Hal,host
    joe,Joe,host

    venues
    id,name,tables
    desks,Desks,4
    roof,Roof,4

    events
    id,title,date,start,end
    lunch,Lunch,2017-11-06,12:00,13:00

    meetings
    id,title,who,counterpart,status,start,duration,venue,table
    m1,Ann and Hal,ann,hal,,2017-11-06 10:00,20,desks,3
    m2,Bob and Joe,bob,joe,{status},2017-11-06 {start},20,{venue},{table}
"""


def codes(**given: str) -> list[str]:
    cells = {"status": "", "start": "10:10", "venue": "desks", "table": "3", **given}
    return [problem.code for problem in found(MEETINGS.format(**cells))]


def test_two_meetings_at_a_table() -> None:
    assert found(MEETINGS.format(status="", start="10:10", venue="desks", table="3")) == [
        Finding(
            "table",
            "error",
            'table 3 of Desks is used twice at once: "Ann and Hal" (Mon 6 Nov 10:00) and'
            ' "Bob and Joe" (Mon 6 Nov 10:10)',
            ("meetings.csv:2 table", "meetings.csv:3 table"),
            ("ann", "bob", "hal", "joe"),
            ("meeting:m1", "meeting:m2"),
        )
    ]


def test_touching() -> None:
    assert codes(start="10:20") == []
    assert codes(start="10:19") == ["table"]


def test_tables_side_by_side() -> None:
    assert codes(table="4") == []
    assert codes(venue="roof") == []


def test_without_a_number() -> None:
    assert codes(table="") == []


def test_cancelled_is_ignored() -> None:
    assert codes(status="cancelled") == []


def test_a_place_that_is_unknown_has_no_tables() -> None:
    assert codes(venue="dekz") == ["reference"]


def test_the_cells_of_the_plan() -> None:
    (problem,) = found("""
        people
        id,name,side
        ann,Ann,
        bob,Bob,
        hal,Hal,host
        joe,Joe,host

        venues
        id,name,tables
        desks,Desks,4

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00

        meetings
        id,who,counterpart
        m1,ann,hal
        m2,bob,joe

        plan
        meeting,start,end,venue,table
        m1,2017-11-06 10:00,2017-11-06 10:20,desks,3
        m2,2017-11-06 10:00,2017-11-06 10:20,desks,3
    """)
    assert (problem.code, problem.at) == ("table", ("plan.csv:2 table", "plan.csv:3 table"))
