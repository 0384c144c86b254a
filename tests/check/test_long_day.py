"""Rule `long_day`."""

import pytest

from tests.check.findings import Finding, found

TWO = """
    people
    id,name
    ann,Ann

    events
    id,title,date,start,end,who
    first,First,{first},ann
    last,Last,{last},ann
"""


def test_hit() -> None:
    assert found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        briefing,Briefing,2017-11-06,07:30,08:00,ann
        talks,Talks,2017-11-06,15:00,16:00,ann
        dinner,Dinner,2017-11-06,19:30,22:00,ann
    """) == [
        Finding(
            "long-day",
            "warning",
            'Ann has a day of 14 h 30, from "Briefing" (Mon 6 Nov 07:30) to "Dinner"'
            " (until Mon 6 Nov 22:00); 14 h is the most",
            ("events.csv:2 start", "events.csv:4 end"),
            ("ann",),
            ("event:briefing", "event:dinner"),
        )
    ]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2017-11-06,08:00,09:00", "2017-11-06,20:00,22:00", []),
        ("2017-11-06,08:00,09:00", "2017-11-06,20:00,22:01", ["long-day"]),
        ("2017-11-06,12:00,13:00", "2017-11-07,02:00,02:01", ["long-day"]),
        # What starts at 03:00 is another day.
        ("2017-11-06,16:59,18:00", "2017-11-07,02:59,07:00", ["long-day"]),
        ("2017-11-06,16:59,18:00", "2017-11-07,03:00,07:00", []),
        # The clocks go back in between: 13:01 to 02:01 is 14 hours.
        ("2017-11-04,13:01,14:00", "2017-11-05,02:00,02:01", []),
        ("2017-11-04,13:00,14:00", "2017-11-05,02:00,02:01", ["long-day"]),
        # 00:30 is the end of the day before.
        ("2017-11-05,00:30,00:50", "2017-11-05,03:30,17:30", []),
    ],
)
def test_exactly_the_longest_day(first: str, last: str, expected: list[str]) -> None:
    problems = found(TWO.format(first=first, last=last))
    assert [problem.code for problem in problems if problem.code == "long-day"] == expected


def test_one_thing_alone() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        mission
        [checks]
        meal = "off"

        events
        id,title,date,start,end,who
        fair,Fair,2017-11-06,08:00,22:30,ann
    """)
    assert problem.items == ("event:fair",)
    assert problem.sentence == (
        'Ann has a day of 14 h 30, from "Fair" (Mon 6 Nov 08:00) to "Fair"'
        " (until Mon 6 Nov 22:30); 14 h is the most"
    )


def test_journeys_and_another_zone_count_apart() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        home,City Hall,Europe/Paris
        mrs,Marseille airport,Europe/Paris
        mia,Miami airport,
        hotel,Hotel,

        travel
        from,to,minutes
        home,mrs,30
        mia,hotel,30

        events
        id,title,date,start,end,venue,who
        photo,Photograph,2017-11-04,07:00,08:00,home,ann
        supper,Supper,2017-11-04,19:00,22:00,hotel,ann

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05
    """)


def test_transfers_count() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        hotel,Hotel
        port,PortMiami

        travel
        from,to,minutes
        hotel,port,10

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,08:00,09:00,port,ann
        dinner,Dinner,2017-11-06,19:00,21:30,port,ann

        transfers
        id,vehicle,who,from,departs,to,arrives
        t1,Van,ann,hotel,2017-11-06 07:30,port,2017-11-06 07:50
        t2,Van,ann,port,2017-11-06 21:40,hotel,2017-11-06 22:00
    """)
    assert problem.items == ("transfer:t1", "transfer:t2")


def test_threshold() -> None:
    mission = """
        mission
        [checks.long-day]
        hours = {hours}

        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        briefing,Briefing,2017-11-06,08:00,09:00,ann
        talks,Talks,2017-11-06,18:00,20:00,ann
    """
    assert not found(mission.format(hours=12))
    assert [problem.code for problem in found(mission.format(hours=11))] == ["long-day"]


def test_only_what_is_required_counts_and_only_for_the_delegation() -> None:
    assert not found("""
        people
        id,name,side
        ann,Ann,delegation
        hal,Hal,host

        events
        id,title,date,start,end,who,optional,hosts
        briefing,Briefing,2017-11-06,07:00,08:00,ann,,hal
        dinner,Dinner,2017-11-06,20:00,22:00,,ann,hal
    """)


def test_the_same_day_is_one_problem() -> None:
    problems = found("""
        people
        id,name,rank
        ann,Ann,2
        bob,Bob,1
        eve,Eve,3

        events
        id,title,date,start,end,who
        briefing,Briefing,2017-11-06,07:00,08:00,ann; bob
        early,Early,2017-11-06,06:00,06:30,eve
        dinner,Dinner,2017-11-06,20:00,22:00,all
    """)
    assert [(problem.at[0], problem.people) for problem in problems] == [
        ("events.csv:2 start", ("bob", "ann")),
        ("events.csv:3 start", ("eve",)),
    ]


def test_broken_references_do_not_cascade() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        briefing,Briefing,2017-11-06,07:00,08:00,ann; zzyzx
        dinner,Dinner,2017-11-06,20h99,22:00,ann
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("reference", ("events.csv:2 who",)),
        ("time", ("events.csv:3 start",)),
    ]
