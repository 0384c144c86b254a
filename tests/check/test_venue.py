"""Rule `venue`."""

from dataclasses import replace

from itinerary.check import check
from itinerary.timetable import Timetable
from tests.check.findings import Finding, found
from tests.check.tables import loaded


def test_two_events() -> None:
    assert found("""
        people
        id,name
        ann,Ann
        bob,Bob
        eve,Eve

        venues
        id,name
        hall,Hall

        events
        id,title,date,start,end,venue,who,optional
        talks,Talks,2017-11-06,10:00,11:00,hall,bob,eve
        pitch,Pitches,2017-11-06,10:30,12:00,hall,ann,
    """) == [
        Finding(
            "venue",
            "error",
            'Hall is used twice at once: "Talks" (Mon 6 Nov 10:00) and "Pitches" (Mon 6 Nov 10:30)',
            ("events.csv:2 venue", "events.csv:3 venue"),
            ("ann", "bob"),
            ("event:talks", "event:pitch"),
        )
    ]


def test_touching() -> None:
    assert not found("""
        venues
        id,name,tables
        hall,Hall,
        desks,Desks,2

        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        events
        id,title,date,start,end,venue
        talks,Talks,2017-11-06,10:00,11:00,hall
        pitch,Pitches,2017-11-06,11:00,12:00,hall
        setup,Setting up,2017-11-06,09:00,10:00,desks

        meetings
        id,who,counterpart,start,duration,venue,table
        m1,ann,hal,2017-11-06 12:00,20,hall,
        m2,ann,hal,2017-11-06 12:20,20,hall,
        m3,ann,hal,2017-11-07 10:00,20,desks,1
        m4,ann,hal,2017-11-07 10:20,20,desks,1
    """)


def test_zero_minutes() -> None:
    mission = loaded("""
        venues
        id,name
        hall,Hall

        events
        id,title,date,start,end,venue
        talks,Talks,2017-11-06,10:00,11:00,hall
        photo,Photograph,2017-11-06,10:30,10:31,hall
    """).mission
    assert mission is not None
    assert [problem.code for problem in check(Timetable(mission))] == ["venue"]
    photo = mission.events["photo"]
    instant = photo.spans[0]._replace(end=photo.spans[0].start)
    events = {**mission.events, "photo": photo._replace(spans=(instant,))}
    assert check(Timetable(replace(mission, events=events))) == []


def test_two_places() -> None:
    assert not found("""
        venues
        id,name,latitude,longitude
        hall,Hall,25.7727,-80.1853
        room,Room,25.7727,-80.1853

        events
        id,title,date,start,end,venue
        talks,Talks,2017-11-06,10:00,11:00,hall
        pitch,Pitches,2017-11-06,10:00,11:00,room
        visit,Visit,2017-11-06,10:00,11:00,
        walk,Walk,2017-11-06,10:00,11:00,
    """)


def test_cancelled_is_ignored() -> None:
    assert not found("""
        venues
        id,name
        hall,Hall

        events
        id,title,date,start,end,venue,status
        talks,Talks,2017-11-06,10:00,11:00,hall,cancelled
        pitch,Pitches,2017-11-06,10:00,11:00,hall,draft
    """)


def test_broken_references_do_not_cascade() -> None:
    problems = found("""
        venues
        id,name
        hall,Hall

        events
        id,title,date,start,end,venue
        talks,Talks,2017-11-06,10:00,11:00,hall
        pitch,Pitches,2017-11-06,10:00,11:00,hal2
        walk,Walk,2017-11-06,10:00,11:00,hal2
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("reference", ("events.csv:3 venue",)),
        ("reference", ("events.csv:4 venue",)),
    ]


def test_two_zones() -> None:
    mission = """
        venues
        id,name
        hall,Hall

        events
        id,title,date,start,end,zone,venue
        talks,Talks,2017-11-06,10:00,11:00,,hall
        call,Call,2017-11-06,{start},18:00,Europe/Paris,hall
    """
    assert not found(mission.format(start="17:00"))
    assert [problem.code for problem in found(mission.format(start="16:59"))] == ["venue"]


def test_the_hour_that_comes_twice() -> None:
    mission = """
        venues
        id,name
        hall,Hall

        events
        id,title,date,start,end,venue
        party,Party,2017-11-04,22:00,01:30 UTC-4,hall
        clean,Cleaning,2017-11-05,{start},03:00,hall
    """
    assert not found(mission.format(start="01:00 UTC-5"))
    assert not found(mission.format(start="01:30 UTC-4"))
    assert [problem.code for problem in found(mission.format(start="01:29 UTC-4"))] == ["venue"]


def test_past_midnight_and_repeats() -> None:
    problems = found("""
        venues
        id,name
        hall,Hall

        events
        id,title,date,start,end,venue,repeat
        ball,Ball,2017-11-06,22:00,01:00,hall,
        clean,Cleaning,2017-11-06,00:30,05:00,hall,FREQ=DAILY;COUNT=3
    """)
    assert [problem.items for problem in problems] == [("event:ball", "event:clean@2017-11-07")]


def test_the_way_out_needs_no_room() -> None:
    assert not found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name
        hotel,Hotel
        port,Port

        events
        id,title,date,start,end,venue
        talks,Talks,2017-11-06,10:00,11:00,hotel

        transfers
        id,vehicle,who,from,departs,to,arrives
        t1,Coach,ann,hotel,2017-11-06 10:00,port,2017-11-06 10:30
        t2,Van,bob,hotel,2017-11-06 10:00,port,2017-11-06 10:30
    """)
