"""Where a person comes from: calls without a place, optional items, rooms of a house."""

from tests.timetable.views import Seen, days


def test_a_place_is_remembered_over_a_call_without_one() -> None:
    found = days("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,Port
        walls,Walls

        travel
        from,to,minutes
        port,walls,40

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,9:00,10:00,port,ann
        call,Call,2017-11-06,10:00,10:15,,ann
        visit,Visit,2017-11-06,10:20,12:00,walls,ann
    """)
    assert found["Mon 06"] == [
        Seen("event:talks", "09:00-10:00"),
        Seen("event:call", "10:00-10:15"),
        Seen("event:visit", "10:20-12:00", "40 from port", "09:35", clashes="late"),
    ]


def test_what_is_optional_does_not_make_the_required_late() -> None:
    found = days("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,Port
        walls,Walls

        travel
        from,to,minutes
        port,walls,40

        events
        id,title,date,start,end,venue,who,optional
        talks,Talks,2017-11-06,9:00,10:00,port,ann,
        walk,Walk,2017-11-06,10:50,11:20,walls,,ann
        lunch,Lunch,2017-11-06,11:30,12:00,port,ann,
    """)
    assert found["Mon 06"] == [
        Seen("event:talks", "09:00-10:00"),
        Seen("event:walk", "10:50-11:20", "40 from port", "10:05", is_required=False),
        Seen("event:lunch", "11:30-12:00"),
    ]


def test_the_rooms_of_a_house_share_its_ways() -> None:
    found = days("""
        people
        id,name
        ann,Ann

        venues
        id,name,latitude,longitude
        hotel,Hotel,25.7721,-80.1855
        room,Room,25.7721,-80.1855
        park,Park,25.7754,-80.1862

        travel
        from,to,minutes,mode
        hotel,park,8,walk

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,9:00,10:00,room,ann
        visit,Visit,2017-11-06,11:00,12:00,park,ann
    """)
    assert found["Mon 06"][1] == Seen(
        "event:visit", "11:00-12:00", "8 from room", "10:47", "10:00-10:47"
    )
