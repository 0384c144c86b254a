"""Rule `promise`."""

from tests.check.findings import Finding, found

TABLES = """
    organisations
    id,name,side,promised_meetings
    quai,Quai Branché,delegation,{promised}
    lune,Lune Bleue,delegation,
    line,Conch Line,host,

    people
    id,name,organisation
    ann,Ann,quai
    bob,Bob,quai
    eve,Eve,lune
    hal,Hal,line

    events
    id,title,date,start,end
    lunch,Lunch,2017-11-06,12:00,13:00

    meetings
    id,title,who,counterpart,status,start,duration
"""
HELD = """\
    m1,Oil,bob,line,confirmed,2017-11-06 10:00,20
    m2,Gas,eve,bob,draft,2017-11-06 10:20,20
    m3,Wind,ann,line,cancelled,2017-11-06 11:00,20
    m4,Waves,ann,line,confirmed,,20
    m5,Lamps,lune,line,confirmed,2017-11-06 11:00,20
"""


def test_fewer_than_promised() -> None:
    assert found(TABLES.format(promised=3) + HELD) == [
        Finding(
            "promise",
            "warning",
            "Quai Branché has been promised 3 meetings and has 2",
            ("organisations.csv:2 promised_meetings",),
            ("bob",),
            ("organisation:quai",),
        )
    ]


def test_as_many_as_promised() -> None:
    assert not found(TABLES.format(promised=2) + HELD)
    assert not found(TABLES.format(promised=0) + HELD)
    assert not found(TABLES.format(promised="") + HELD)


def test_without_any_meeting_all_its_people_are_concerned() -> None:
    (problem,) = found(
        TABLES.format(promised=1) + "    m5,Lamps,lune,line,confirmed,2017-11-06 11:00,20\n"
    )
    assert (problem.sentence, problem.people) == (
        "Quai Branché has been promised 1 meeting and has 0",
        ("ann", "bob"),
    )


def test_requests_are_counted_as_long_as_nothing_is_placed() -> None:
    requests = "    m1,Oil,quai,line,,,20\n    m2,Gas,ann,line,cancelled,,20\n"
    assert not found(TABLES.format(promised=1) + requests)
    (problem,) = found(TABLES.format(promised=2) + requests)
    assert problem.sentence == "Quai Branché has been promised 2 meetings and requests 1"


def test_a_meeting_counts_once() -> None:
    inside = "    m1,Oil,ann,bob,,2017-11-06 10:00,20\n"
    assert [p.code for p in found(TABLES.format(promised=2) + inside)] == ["promise"]


def test_who_is_unknown_is_of_no_organisation() -> None:
    problems = found(TABLES.format(promised=1) + "    m1,Oil,zzyzx,line,,2017-11-06 10:00,20\n")
    assert [problem.code for problem in problems] == ["reference", "promise"]


def test_a_promise_that_cannot_be_read() -> None:
    assert [p.code for p in found(TABLES.format(promised="many") + HELD)] == ["value"]
