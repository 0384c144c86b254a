"""Rule `overlap`: zones, the clock change, and which cell says when."""

from datetime import UTC, datetime, timedelta

from tests.check.findings import Finding, found
from tests.check.tables import loaded


def test_two_zones() -> None:
    assert found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,zone,who
        talks,Talks,2017-11-06,10:00,11:01,,ann
        call,Call,2017-11-06,17:00,17:30,Europe/Paris,ann
    """) == [
        Finding(
            "overlap",
            "error",
            'Ann is expected at "Talks" (Mon 6 Nov 10:00) and at "Call" (Mon 6 Nov 17:00) at once,'
            " 17:00–17:01",
            ("events.csv:2 start", "events.csv:3 start"),
            ("ann",),
            ("event:talks", "event:call"),
        )
    ]


def test_two_zones_touching() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,zone,who
        four,Five hours apart,2017-11-04,11:00,12:00,,ann
        call,Call on the fourth,2017-11-04,17:00,17:30,Europe/Paris,ann
        five,Six hours apart,2017-11-05,10:00,11:00,,ann
        again,Call on the fifth,2017-11-05,17:00,17:30,Europe/Paris,ann
    """)


def test_the_hour_that_comes_twice() -> None:
    mission = """
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        watch,Watch,2017-11-05,00:30,01:30 UTC-4,ann
        clocks,Clocks,2017-11-05,01:30 UTC-4,01:30 UTC-5,ann
        rest,Rest,2017-11-05,{start},03:00,ann
    """
    assert found(mission.format(start="01:30 UTC-5")) == []
    (problem,) = found(mission.format(start="01:15 UTC-5"))
    assert problem.items == ("event:clocks", "event:rest")
    assert problem.sentence == (
        'Ann is expected at "Clocks" (Sun 5 Nov 01:30) and at "Rest" (Sun 5 Nov 01:15) at once,'
        " 01:15–01:30"
    )


def test_the_sunday_lasts_25_hours() -> None:
    mission = loaded("""
        events
        id,title,date,start,end
        night,Night,2017-11-04,23:00,06:00
    """).mission
    assert mission is not None
    (night,) = mission.events["night"].spans
    assert night.length == timedelta(hours=8)
    assert night.end == datetime(2017, 11, 5, 11, tzinfo=UTC)


def test_planned_meetings_and_flights_name_their_cells() -> None:
    problems = found("""
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        venues
        id,name,tables,zone
        hall,Hall,4,
        mia,Airport,,
        mrs,Marseille,,Europe/Paris

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,hall,ann

        meetings
        id,title,who,counterpart,start,duration,venue,table
        m1,Pinned,ann,hal,2017-11-06 12:00,20,hall,1
        m2,Planned,ann,hal,,20,,

        plan
        meeting,start,end,venue,table
        m2,2017-11-06 12:10,2017-11-06 12:30,hall,2

        journeys
        id,number,who,from,departs,to,arrives
        home,XX 1,ann,mia,2017-11-06 12:20,mrs,2017-11-07 06:00
    """)
    overlaps = [problem for problem in problems if problem.code == "overlap"]
    assert [(problem.at, problem.items, problem.people) for problem in overlaps] == [
        (
            ("meetings.csv:2 start", "plan.csv:2 start"),
            ("meeting:m1", "meeting:m2"),
            ("ann", "hal"),
        ),
        (("plan.csv:2 start", "journeys.csv:2 departs"), ("meeting:m2", "journey:home"), ("ann",)),
    ]


def test_an_occurrence_says_its_date() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who,repeat
        briefing,Briefing,2017-11-06,08:15,08:45,ann,FREQ=DAILY;COUNT=3
        visit,Visit,2017-11-07,08:30,10:00,ann,
    """)
    assert problem.items == ("event:briefing@2017-11-07", "event:visit")
