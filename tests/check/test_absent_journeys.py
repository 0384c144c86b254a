"""Rule `absent`: before, between and after journeys."""

from tests.check.findings import Finding, found


def test_before_the_arrival() -> None:
    mission = """
        mission
        [checks.late-leg]
        exit_minutes = 0

        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mia,Miami airport,
        mrs,Marseille,Europe/Paris

        events
        id,title,date,start,end,venue,who
        desk,Welcome desk,2017-11-04,{start},{end},mia,ann

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05
    """
    assert not found(mission.format(start="16:05", end="16:30"))
    # 10:40 in Marseille is 05:40 in Miami on the fourth.
    assert [problem.code for problem in found(mission.format(start="16:04", end="16:30"))] == [
        "overlap"
    ]
    assert [problem.code for problem in found(mission.format(start="05:00", end="05:41"))] == [
        "overlap"
    ]
    assert found(mission.format(start="05:00", end="05:40")) == [
        Finding(
            "absent",
            "error",
            'Ann is expected at "Welcome desk" (Sat 4 Nov 05:00) and arrives only with XX 1,'
            " Sat 4 Nov 16:05",
            ("events.csv:2 start", "journeys.csv:2 arrives"),
            ("ann",),
            ("event:desk", "journey:out"),
        )
    ]


def test_after_the_departure() -> None:
    assert found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mia,Miami airport,
        mrs,Marseille,Europe/Paris
        hotel,Hotel,

        events
        id,title,date,start,end,venue,who
        list,List of leads,2017-11-10,10:00,11:00,hotel,ann

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05
        back,XX 2,ann,mia,2017-11-09 20:40,mrs,2017-11-10 11:25
    """) == [
        Finding(
            "absent",
            "error",
            'Ann is expected at "List of leads" (Fri 10 Nov 10:00) and has left with XX 2,'
            " Thu 9 Nov 20:40",
            ("events.csv:2 start", "journeys.csv:3 departs"),
            ("ann",),
            ("event:list", "journey:back"),
        )
    ]


def test_at_home_before_and_after() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mia,Miami airport,
        mrs,Marseille airport,Europe/Paris
        hotel,Hotel,
        hall,City Hall,Europe/Paris

        events
        id,title,date,start,end,zone,venue,who
        before,Photograph,2017-11-04,07:00,08:00,,hall,ann
        call,Call without a place,2017-11-04,08:30,09:00,Europe/Paris,,ann
        there,Dinner,2017-11-04,19:00,21:00,,hotel,ann
        after,Press point,2017-11-10,15:00,16:00,,hall,ann

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05
        back,XX 2,ann,mia,2017-11-09 20:40,mrs,2017-11-10 11:25
    """)


def test_a_place_at_home_while_away() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mia,Miami airport,
        mrs,Marseille airport,Europe/Paris
        hall,City Hall,Europe/Paris

        events
        id,title,date,start,end,venue,who
        press,Press point,2017-11-06,15:00,16:00,hall,ann

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05
        back,XX 2,ann,mia,2017-11-09 20:40,mrs,2017-11-10 11:25
    """)
    assert problem.sentence == (
        'Ann is expected at "Press point" (Mon 6 Nov 15:00) and has left with XX 1, Sat 4 Nov 10:40'
    )
    assert problem.at == ("events.csv:2 start", "journeys.csv:2 departs")


def test_without_a_place_the_zone_counts() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mia,Miami airport,
        mrs,Marseille airport,Europe/Paris

        events
        id,title,date,start,end,who
        walk,Walk,2017-11-04,04:00,05:00,ann

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05
    """)
    assert problem.sentence == (
        'Ann is expected at "Walk" (Sat 4 Nov 04:00) and arrives only with XX 1, Sat 4 Nov 16:05'
    )


def test_from_the_minute_of_the_arrival() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mia,Miami airport,
        mrs,Marseille airport,Europe/Paris

        events
        id,title,date,start,end,zone,who
        call,At home,2017-11-04,21:05,22:00,Europe/Paris,ann

        journeys
        id,number,who,from,departs,to,arrives
        a,XX 1,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05
    """)
    assert problem.sentence == (
        'Ann is expected at "At home" (Sat 4 Nov 21:05) and has left with XX 1, Sat 4 Nov 10:40'
    )


def test_transfers_count() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mrs,Marseille airport,Europe/Paris
        mia,Miami airport,
        hotel,Hotel,

        events
        id,title,date,start,end
        desk,Desk,2017-11-06,09:00,10:00

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-05 10:40,mia,2017-11-05 15:05

        transfers
        id,vehicle,who,from,departs,to,arrives
        bus,Coach,ann,mia,2017-11-04 17:00,hotel,2017-11-04 17:40
    """)
    assert (problem.code, problem.at) == (
        "absent",
        ("transfers.csv:2 departs", "journeys.csv:2 arrives"),
    )


def test_who_has_no_journey_is_there() -> None:
    assert not found("""
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        venues
        id,name,zone
        mrs,Marseille airport,Europe/Paris
        mia,Miami airport,
        hotel,Hotel,

        events
        id,title,date,start,end,venue,who
        desk,Desk,2017-11-04,09:00,10:00,hotel,hal
        end,End,2017-11-10,20:00,21:00,hotel,hal

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-05 10:40,mia,2017-11-05 15:05
    """)
