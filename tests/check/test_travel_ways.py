"""Rule `travel`: ways that are short, measured, estimated, or none."""

from dataclasses import replace
from datetime import timedelta

from itinerary.check import check
from itinerary.times import Span
from itinerary.timetable import Timetable
from tests.check.findings import Finding, found
from tests.check.tables import loaded


def test_touching_in_two_places() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,11:00,12:00,walls,ann
    """)
    assert problem.sentence == (
        "Ann has 0 min from PortMiami to Wynwood Walls; 35 min are needed (estimate):"
        ' 35 min too few between "Talks" (Mon 6 Nov 10:00) and "Visit" (Mon 6 Nov 11:00)'
    )


def test_touching_in_one_place() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        venues
        id,name,latitude,longitude
        port,PortMiami,25.7781,-80.1719
        terrace,PortMiami terrace,25.7782,-80.1719

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,11:00,12:00,port,ann
        drinks,Drinks,2017-11-06,12:00,13:00,terrace,ann
        photo,A photograph somewhere,2017-11-06,13:00,13:10,,ann
    """)


def test_zero_minutes_of_way() -> None:
    mission = """
        people
        id,name
        ann,Ann

        venues
        id,name
        hall,Hall
        lobby,Lobby

        travel
        from,to,minutes
        hall,lobby,0

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,hall,ann
        photo,Photograph,2017-11-06,{start},12:00,lobby,ann
    """
    assert not found(mission.format(start="11:05"))
    assert [problem.code for problem in found(mission.format(start="11:04"))] == ["travel"]


def test_zero_minutes_of_stay() -> None:
    mission = loaded("""
        people
        id,name
        ann,Ann

        venues
        id,name
        hall,Hall
        lobby,Lobby

        travel
        from,to,minutes
        hall,lobby,10

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,hall,ann
        photo,Photograph,2017-11-06,11:14,11:20,lobby,ann
    """).mission
    assert mission is not None
    photo = mission.events["photo"]
    start = photo.spans[0].start
    for minutes, codes in ((0, ["travel"]), (1, [])):
        at = start + timedelta(minutes=minutes)
        events = {**mission.events, "photo": photo._replace(spans=(Span(at, at),))}
        problems = check(Timetable(replace(mission, events=events)))
        assert [problem.code for problem in problems] == codes


def test_either_direction_of_the_table() -> None:
    mission = """
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls

        travel
        from,to,minutes
        {rows}

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,11:25,12:00,walls,ann
    """
    assert not found(mission.format(rows="walls,port,20"))
    (problem,) = found(mission.format(rows="walls,port,20\n        port,walls,21"))
    assert problem.sentence == (
        "Ann has 25 min from PortMiami to Wynwood Walls; 26 min are needed (travel table):"
        ' 1 min too few between "Talks" (Mon 6 Nov 10:00) and "Visit" (Mon 6 Nov 11:25)'
    )


def test_an_estimate_says_so() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,latitude,longitude
        hotel,Hotel,25.7727,-80.1853
        doral,Carnival,25.8077,-80.3370

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,hotel,ann
        visit,Visit,2017-11-06,11:40,12:00,doral,ann
    """)
    assert problem.sentence == (
        "Ann has 40 min from Hotel to Carnival; 48 min are needed (estimate):"
        ' 8 min too few between "Talks" (Mon 6 Nov 10:00) and "Visit" (Mon 6 Nov 11:40)'
    )


def test_two_zones() -> None:
    mission = """
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls

        events
        id,title,date,start,end,zone,venue,who
        call,Call,2017-11-06,16:00,17:00,Europe/Paris,port,ann
        visit,Visit,2017-11-06,{start},12:00,,walls,ann
    """
    assert not found(mission.format(start="11:35"))
    (problem,) = found(mission.format(start="11:30"))
    assert problem.sentence == (
        "Ann has 30 min from PortMiami to Wynwood Walls; 35 min are needed (estimate):"
        ' 5 min too few between "Call" (Mon 6 Nov 10:00) and "Visit" (Mon 6 Nov 11:30)'
    )


def test_the_hour_that_comes_twice() -> None:
    mission = """
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls

        events
        id,title,date,start,end,venue,who
        party,Party,2017-11-04,22:00,{end},port,ann
        rest,Rest,2017-11-05,02:00,08:00,walls,ann
    """
    assert not found(mission.format(end="01:50 UTC-4"))
    (problem,) = found(mission.format(end="01:50 UTC-5"))
    assert problem.sentence == (
        "Ann has 10 min from PortMiami to Wynwood Walls; 35 min are needed (estimate):"
        ' 25 min too few between "Party" (Sat 4 Nov 22:00) and "Rest" (Sun 5 Nov 02:00)'
    )


def test_from_the_airport_and_by_bus() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mrs,Marseille,Europe/Paris
        mia,Miami airport,
        hotel,Hotel,

        events
        id,title,date,start,end,venue,who
        supper,Supper,2017-11-04,17:40,19:00,hotel,ann

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05
        back,XX 2,ann,mia,2017-11-04 19:20,mrs,2017-11-05 10:00

        transfers
        id,vehicle,who,from,departs,to,arrives
        bus,Coach,ann,mia,2017-11-04 17:00,hotel,2017-11-04 17:40
    """)
    assert problems == [
        Finding(
            "travel",
            "error",
            "Ann has 20 min from Hotel to Miami airport; 35 min are needed (estimate):"
            ' 15 min too few between "Supper" (Sat 4 Nov 17:40) and "XX 2" (Sat 4 Nov 19:20)',
            ("journeys.csv:3 departs", "events.csv:2 end"),
            ("ann",),
            ("event:supper", "journey:back"),
        )
    ]


def test_a_planned_meeting_names_the_row_of_the_plan() -> None:
    (problem,) = found("""
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        venues
        id,name,tables
        hall,Hall,4
        office,Office,

        travel
        from,to,minutes
        hall,office,40

        meetings
        id,title,who,counterpart,start,duration,venue,table
        m1,Pinned,ann,hal,2017-11-06 14:40,40,office,
        m2,Planned,ann,hal,,20,,

        plan
        meeting,start,end,venue,table
        m2,2017-11-06 14:00,2017-11-06 14:20,hall,2

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00
    """)
    assert problem.at == ("meetings.csv:2 start", "plan.csv:2 end")
    assert problem.people == ("ann", "hal")


def test_far_away_is_no_way() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        hotel,Hotel,
        pharo,Palais du Pharo,Europe/Paris

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,hotel,ann
        dinner,Dinner,2017-11-06,20:00,22:00,pharo,ann
    """)
    assert [problem.code for problem in problems] == ["stranded"]
