"""One person's days: ways, times to leave, free time, clashes."""

from tests.timetable.views import Seen, days


def test_a_day() -> None:
    assert days("""
        mission
        [travel]
        base = "hotel"

        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name
        hotel,Hotel
        port,Port
        walls,Walls

        travel
        from,to,minutes
        hotel,port,15
        port,walls,20

        events
        id,title,date,start,end,venue,who,optional
        talks,Talks,2017-11-06,10:00,11:00,port,ann,
        visit,Visit,2017-11-06,11:25,12:00,walls,ann,
        lunch,Lunch,2017-11-06,12:00,13:00,walls,,ann
        press,Press,2017-11-06,13:30,14:00,walls,bob,
        dinner,Dinner,2017-11-07,20:00,22:00,hotel,ann,
    """) == {
        "Mon 06": [
            Seen("event:talks", "10:00-11:00", "15 from hotel", "09:40"),
            Seen("event:visit", "11:25-12:00", "20 from port", "11:00"),
            Seen("event:lunch", "12:00-13:00", is_required=False),
        ],
        "Tue 07": [Seen("event:dinner", "20:00-22:00")],
    }


def test_nothing_to_do() -> None:
    assert (
        days("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who,status
        talks,Talks,2017-11-06,10:00,11:00,,
        lunch,Lunch,2017-11-06,12:00,13:00,ann,cancelled
    """)
        == {}
    )


def test_free_time() -> None:
    mission = """
        people
        id,name
        ann,Ann

        venues
        id,name
        port,Port
        walls,Walls

        travel
        from,to,minutes
        port,walls,20

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,{start},13:00,{venue},ann
    """
    assert days(mission.format(start="11:55", venue="walls"))["Mon 06"][1] == Seen(
        "event:visit", "11:55-13:00", "20 from port", "11:30", "11:00-11:30"
    )
    assert days(mission.format(start="11:54", venue="walls"))["Mon 06"][1] == Seen(
        "event:visit", "11:54-13:00", "20 from port", "11:29"
    )
    assert days(mission.format(start="11:30", venue="port"))["Mon 06"][1] == Seen(
        "event:visit", "11:30-13:00", free="11:00-11:30"
    )
    assert days(mission.format(start="11:29", venue="port"))["Mon 06"][1] == Seen(
        "event:visit", "11:29-13:00"
    )


def test_free_time_begins_when_the_last_thing_ends() -> None:
    assert days("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        day,Workshop,2017-11-06,09:00,15:00,ann
        call,Call,2017-11-06,10:00,10:30,ann
        drinks,Drinks,2017-11-06,16:00,17:00,ann
    """) == {
        "Mon 06": [
            Seen("event:day", "09:00-15:00", clashes="overlap"),
            Seen("event:call", "10:00-10:30", clashes="overlap"),
            Seen("event:drinks", "16:00-17:00", free="15:00-16:00"),
        ]
    }


def test_the_wait_before_a_flight_is_not_free() -> None:
    entries = days("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mia,Miami,
        mrs,Marseille,Europe/Paris
        hotel,Hotel,

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-10,10:00,11:00,hotel,ann

        journeys
        id,number,who,from,departs,to,arrives
        back,XX 2,ann,mia,2017-11-10 19:00,mrs,2017-11-11 09:50
    """)["Fri 10"]
    assert entries[1] == Seen("journey:back", "19:00-09:50", "30 from hotel", "18:25")


def test_a_flight_is_listed_on_the_date_it_leaves() -> None:
    assert days("""
        mission
        [travel]
        base = "hotel"

        people
        id,name
        ann,Ann

        venues
        id,name,zone
        hotel,Hotel,
        mia,Miami,
        cdg,Paris,Europe/Paris
        hall,City Hall,Europe/Paris

        travel
        from,to,minutes
        hotel,mia,35
        cdg,hall,45

        events
        id,title,date,start,end,venue,who
        press,Press,2017-11-10,14:00,15:00,hall,ann

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,cdg,2017-11-04 00:30,mia,2017-11-04 05:35
        back,XX 2,ann,mia,2017-11-09 20:40,cdg,2017-11-10 11:25
    """) == {
        "Sat 04": [Seen("journey:out", "00:30-05:35")],
        "Thu 09": [Seen("journey:back", "20:40-11:25", "35 from hotel", "20:00")],
        "Fri 10": [Seen("event:press", "14:00-15:00", "45 from cdg", "13:10")],
    }


def test_overlaps_are_marked() -> None:
    assert [
        (entry.item, entry.clashes)
        for entry in days("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who,optional
        a,A,2017-11-06,10:00,12:00,ann,
        b,B,2017-11-06,10:30,11:00,,ann
        c,C,2017-11-06,11:30,13:00,ann,
        d,D,2017-11-06,13:00,14:00,ann,
    """)["Mon 06"]
    ] == [
        ("event:a", "overlap"),
        ("event:b", "overlap"),
        ("event:c", "overlap"),
        ("event:d", ""),
    ]


def test_too_short_a_way_is_marked() -> None:
    mission = """
        people
        id,name
        ann,Ann

        venues
        id,name
        port,Port
        walls,Walls

        travel
        from,to,minutes
        port,walls,20

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,{start},12:00,walls,ann
    """
    assert days(mission.format(start="11:24"))["Mon 06"] == [
        Seen("event:talks", "10:00-11:00"),
        Seen("event:visit", "11:24-12:00", "20 from port", "10:59", clashes="late"),
    ]
    assert days(mission.format(start="11:25"))["Mon 06"][1] == Seen(
        "event:visit", "11:25-12:00", "20 from port", "11:00"
    )


def test_two_zones_and_one_order() -> None:
    assert days("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,zone,who
        talks,Talks,2017-11-06,12:30,13:00,,ann
        call,Call,2017-11-06,17:00,18:00,Europe/Paris,ann
        night,Night call,2017-11-07,01:00,02:00,Europe/Paris,ann
        early,Early,2017-11-06,08:00,09:00,,ann
    """) == {
        "Mon 06": [
            Seen("event:early", "08:00-09:00"),
            Seen("event:call", "17:00-18:00", free="15:00-17:00"),
            Seen("event:talks", "12:30-13:00", free="12:00-12:30"),
        ],
        "Tue 07": [Seen("event:night", "01:00-02:00")],
    }
