"""Rule `rest`."""

import pytest

from tests.check.findings import Finding, found

TWO = """
    people
    id,name
    ann,Ann

    events
    id,title,date,start,end,who
    dinner,Dinner,{dinner},ann
    briefing,Briefing,{briefing},ann
"""
AIRPORTS = """
    people
    id,name
    ann,Ann

    venues
    id,name,zone,latitude,longitude
    mia,Miami airport,America/New_York,25.7953,-80.2780
    jfk,New York airport,America/New_York,40.6413,-73.7781
    cdg,Paris airport,Europe/Paris,49.0097,2.5479

"""


def test_hit() -> None:
    assert found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        dinner,Dinner,2017-11-06,20:00,23:30,ann
        briefing,Briefing,2017-11-07,07:45,08:30,ann
    """) == [
        Finding(
            "rest",
            "warning",
            'Ann has 8 h 15 of rest between "Dinner" (until Mon 6 Nov 23:30) and "Briefing"'
            " (Tue 7 Nov 07:45); it should be 10 h",
            ("events.csv:3 start", "events.csv:2 end"),
            ("ann",),
            ("event:dinner", "event:briefing"),
        )
    ]


@pytest.mark.parametrize(
    ("dinner", "briefing", "expected"),
    [
        ("2017-11-06,20:00,22:00", "2017-11-07,08:00,09:00", []),
        ("2017-11-06,20:00,22:00", "2017-11-07,07:59,09:00", ["rest"]),
        # A pause in the evening is no night, and neither is one before 03:00.
        ("2017-11-06,18:00,20:00", "2017-11-06,22:00,23:00", []),
        ("2017-11-06,20:00,22:00", "2017-11-07,03:00,04:00", []),
        ("2017-11-06,20:00,22:00", "2017-11-07,03:01,04:00", ["rest"]),
        # Up to 03:00 and beyond.
        ("2017-11-06,22:00,03:00", "2017-11-07,12:59,13:30", ["rest"]),
        ("2017-11-06,22:00,03:00", "2017-11-07,13:00,13:30", []),
        ("2017-11-06,22:00,04:00", "2017-11-07,13:59,15:00", ["rest"]),
        ("2017-11-06,22:00,04:00", "2017-11-07,14:00,15:00", []),
        ("2017-11-06,22:00,04:00", "2017-11-07,04:00,05:00", []),
        # Half an hour after a night out is still the same night.
        ("2017-11-06,22:00,04:00", "2017-11-07,04:59,06:00", []),
        ("2017-11-06,22:00,04:00", "2017-11-07,05:00,06:00", ["rest"]),
        # The night of the clock change has an hour more.
        ("2017-11-04,20:00,23:00", "2017-11-05,08:00,09:00", []),
        ("2017-11-04,20:00,23:00", "2017-11-05,07:59,09:00", ["rest"]),
    ],
)
def test_exactly_the_time_that_is_wanted(dinner: str, briefing: str, expected: list[str]) -> None:
    problems = found(TWO.format(dinner=dinner, briefing=briefing))
    assert [problem.code for problem in problems] == expected


def test_the_way_home_belongs_to_the_night() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        hotel,Hotel
        club,Club

        travel
        from,to,minutes
        club,hotel,5

        events
        id,title,date,start,end,venue,who
        party,Party,2017-11-06,22:00,03:30,club,ann
        briefing,Briefing,2017-11-07,08:15,08:45,hotel,ann

        transfers
        id,vehicle,who,from,departs,to,arrives
        t1,Van,ann,club,2017-11-07 03:35,hotel,2017-11-07 03:55
    """)
    assert problem.sentence == (
        'Ann has 4 h 20 of rest between "Van" (until Tue 7 Nov 03:55) and "Briefing"'
        " (Tue 7 Nov 08:15); it should be 10 h"
    )


def test_what_ended_last_counts() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        dinner,Dinner,2017-11-06,19:00,23:00,ann
        toast,Toast,2017-11-06,23:00,23:30,ann
        briefing,Briefing,2017-11-07,08:00,08:30,ann
    """)
    assert problem.items == ("event:toast", "event:briefing")


def test_a_night_aboard_is_not_counted() -> None:
    assert not found(
        AIRPORTS
        + """    events
    id,title,date,start,end,venue,who
    talks,Talks,2017-11-07,10:00,11:00,cdg,ann

    journeys
    id,number,who,from,departs,to,arrives
    j1,XX 1,ann,jfk,2017-11-06 18:00,cdg,2017-11-07 07:00
"""
    )


def test_a_connection_in_the_night_is_no_night() -> None:
    assert not found(
        AIRPORTS
        + """    events
    id,title,date,start,end,venue,who
    talks,Talks,2017-11-06,15:00,16:00,mia,ann

    journeys
    id,number,who,from,departs,to,arrives
    j1,XX 1,ann,mia,2017-11-06 20:00,jfk,2017-11-06 23:00
    j2,XX 2,ann,jfk,2017-11-07 06:00,cdg,2017-11-07 19:00
"""
    )


def test_the_clocks_where_the_evening_ends() -> None:
    """Landing at 23:00 in Miami is 05:00 in Paris, where the night would be over."""
    (problem,) = found(
        AIRPORTS
        + """    events
    id,title,date,start,end,venue,who
    talks,Talks,2017-11-07,08:00,09:00,mia,ann

    journeys
    id,number,who,from,departs,to,arrives
    j1,XX 1,ann,cdg,2017-11-06 19:00,mia,2017-11-06 23:00
"""
    )
    assert problem.sentence == (
        'Ann has 9 h of rest between "XX 1" (until Mon 6 Nov 23:00) and "Talks"'
        " (Tue 7 Nov 08:00); it should be 10 h"
    )


def test_where_nobody_can_be_is_left_to_absent() -> None:
    problems = found(
        AIRPORTS
        + """    events
    id,title,date,start,end,venue,who
    dinner,Dinner,2017-11-05,20:00,23:00,mia,ann

    journeys
    id,number,who,from,departs,to,arrives
    j1,XX 1,ann,cdg,2017-11-06 10:00,mia,2017-11-06 15:00
"""
    )
    assert [problem.code for problem in problems] == ["absent"]


def test_threshold() -> None:
    mission = """
        mission
        [checks]
        rest.hours = {hours}

        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        dinner,Dinner,2017-11-06,20:00,23:30,ann
        briefing,Briefing,2017-11-07,08:30,09:00,ann
    """
    assert not found(mission.format(hours=9))
    assert not found(mission.format(hours=0))
    assert [problem.code for problem in found(mission.format(hours=10))] == ["rest"]


def test_only_what_is_required_counts_and_only_for_the_delegation() -> None:
    assert not found("""
        people
        id,name,side
        ann,Ann,delegation
        hal,Hal,host

        events
        id,title,date,start,end,who,optional,hosts
        dinner,Dinner,2017-11-06,20:00,23:30,,ann,hal
        briefing,Briefing,2017-11-07,07:00,08:00,ann,,hal
    """)


def test_the_same_night_is_one_problem() -> None:
    (problem,) = found("""
        people
        id,name,rank
        ann,Ann,2
        bob,Bob,1

        events
        id,title,date,start,end,who
        dinner,Dinner,2017-11-06,20:00,23:30,all
        briefing,Briefing,2017-11-07,07:00,08:00,all
    """)
    assert problem.people == ("bob", "ann")
    assert problem.sentence == (
        'Bob and Ann have 7 h 30 of rest between "Dinner" (until Mon 6 Nov 23:30) and "Briefing"'
        " (Tue 7 Nov 07:00); it should be 10 h"
    )


def test_broken_references_do_not_cascade() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        dinner,Dinner,2017-11-06,20:00,23:30,ann; zzyzx
        briefing,Briefing,2017-11-07,7h99,08:00,ann
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("reference", ("events.csv:2 who",)),
        ("time", ("events.csv:3 start",)),
    ]
