"""Rule `outside`."""

from tests.check.findings import Finding, found


def test_hit() -> None:
    assert found("""
        people
        id,name
        ann,Ann
        bob,Bob

        events
        id,title,date,start,end,who,optional
        setup,Setting up,2017-12-07,14:30,17:30,ann,bob
    """) == [
        Finding(
            "outside",
            "error",
            '"Setting up" (Thu 7 Dec 14:30) is outside the mission, Sat 4 Nov to Fri 10 Nov',
            ("events.csv:2 date",),
            ("ann", "bob"),
            ("event:setup",),
        )
    ]


def test_the_first_and_the_last_day() -> None:
    assert not found("""
        events
        id,title,date,start,end
        first,First,2017-11-04,00:00,01:00
        last,Last,2017-11-10,23:00,02:00
    """)


def test_a_minute_too_early_and_too_late() -> None:
    problems = found("""
        events
        id,title,date,start,end
        early,Early,2017-11-03,23:59,08:00
        late,Late,2017-11-11,00:00,01:00
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("outside", ("events.csv:2 date",)),
        ("outside", ("events.csv:3 date",)),
    ]


def test_the_month_before_the_day() -> None:
    assert found("""
        events
        id,title,date,start,end
        market,Market,11/09/2017,11:00,17:00
        run,Run,11/12/2017,11:00,12:00
        talks,Talks,09/11/2017,11:00,12:00
    """) == [
        Finding(
            "outside",
            "error",
            '"Market" (Mon 11 Sep 11:00) is outside the mission, Sat 4 Nov to Fri 10 Nov',
            ("events.csv:2 date",),
            (),
            ("event:market",),
            "did you mean 2017-11-09? Dates are read day first",
        ),
        Finding(
            "outside",
            "error",
            '"Run" (Mon 11 Dec 11:00) is outside the mission, Sat 4 Nov to Fri 10 Nov',
            ("events.csv:3 date",),
            (),
            ("event:run",),
        ),
    ]


def test_the_day_is_the_one_on_the_clocks_there() -> None:
    mission = """
        events
        id,title,date,start,end,zone
        call,Call,{date},{start},{end},Europe/Paris
    """
    assert not found(mission.format(date="2017-11-04", start="00:30", end="01:00"))
    (problem,) = found(mission.format(date="2017-11-11", start="00:30", end="01:00"))
    assert problem.sentence == (
        '"Call" (Sat 11 Nov 00:30) is outside the mission, Sat 4 Nov to Fri 10 Nov'
    )


def test_a_journey_may_lie_on_the_day_before_or_after() -> None:
    problems = found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name,zone
        mia,Miami airport,
        mrs,Marseille airport,Europe/Paris

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-03 20:00,mia,2017-11-04 01:00
        back,XX 2,ann,mia,2017-11-10 19:00,mrs,2017-11-11 09:50
        home,XX 4,bob,mrs,2017-11-11 11:00,mia,2017-11-11 15:50
        early,XX 3,bob,mrs,2017-11-02 18:30,mia,2017-11-02 23:50
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("outside", ("journeys.csv:5 departs",))
    ]


def test_meetings_and_transfers() -> None:
    problems = found("""
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        venues
        id,name
        hall,Hall
        port,Port

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00

        meetings
        id,who,counterpart,start,duration,venue
        m1,ann,hal,2017-10-06 10:00,20,hall
        m2,ann,hal,,20,

        plan
        meeting,start,end,venue
        m2,2017-11-11 10:00,2017-11-11 10:20,hall

        transfers
        id,vehicle,who,from,departs,to,arrives
        bus,Coach,ann,hall,2017-11-12 17:00,port,2017-11-12 17:40
    """)
    assert [(problem.code, problem.at, problem.items) for problem in problems] == [
        ("outside", ("meetings.csv:2 start",), ("meeting:m1",)),
        ("outside", ("plan.csv:2 start",), ("meeting:m2",)),
        ("outside", ("transfers.csv:2 departs",), ("transfer:bus",)),
    ]


def test_cancelled_is_ignored() -> None:
    assert not found("""
        events
        id,title,date,start,end,status
        setup,Setting up,2017-12-07,14:30,17:30,cancelled
    """)


def test_broken_dates_do_not_cascade() -> None:
    problems = found("""
        events
        id,title,date,start,end
        setup,Setting up,2017-13-07,14:30,17:30
        visit,Visit,2017-12-07,14:30,99:30
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("time", ("events.csv:2 date",)),
        ("time", ("events.csv:3 end",)),
    ]
