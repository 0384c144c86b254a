"""Everything that stands at a time, in one shape."""

from datetime import UTC, date, datetime

from itinerary.problems import Source
from itinerary.times import Span
from itinerary.timetable import Item
from tests.timetable.views import timetable


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2017, 11, day, hour, minute, tzinfo=UTC)


def test_an_event() -> None:
    (item,) = timetable("""
        people
        id,name,side,rank
        eve,Eve,host,
        bob,Bob,,2
        ann,Ann,,1
        joe,Joe,,

        venues
        id,name
        hall,Hall

        events
        id,title,date,start,end,venue,who,optional,hosts
        talks,Talks,2017-11-06,10:00,11:00,hall,bob;ann,joe;bob,eve;ann
    """).items
    assert (item.kind, item.id, item.title) == ("event", "event:talks", "Talks")
    assert item.span == Span(utc(6, 15), utc(6, 16))
    assert (item.zone, item.end_zone) == ("America/New_York", "America/New_York")
    assert (item.place, item.end_place) == ("hall", "hall")
    assert item.required == {"ann", "bob", "eve"}
    assert item.optional == {"joe"}
    assert item.people == ("ann", "bob", "eve", "joe")
    assert item.is_stay
    assert item.day == date(2017, 11, 6)


def test_optional_comes_after_required_whatever_the_rank() -> None:
    (item,) = timetable("""
        people
        id,name,rank
        ann,Ann,1
        bob,Bob,2
        eve,Eve,3

        events
        id,title,date,start,end,who,optional
        talks,Talks,2017-11-06,10:00,11:00,eve,bob;ann
    """).items
    assert item.people == ("eve", "ann", "bob")


def test_occurrences() -> None:
    items = timetable("""
        events
        id,title,date,start,end,repeat
        brief,Briefing,2017-11-04,08:15,08:45,FREQ=DAILY;COUNT=3
        run,Run,2017-11-05,00:30,00:45,FREQ=DAILY;COUNT=1
    """).items
    assert [(item.id, item.span) for item in items] == [
        ("event:brief@2017-11-04", Span(utc(4, 12, 15), utc(4, 12, 45))),
        ("event:run@2017-11-05", Span(utc(5, 4, 30), utc(5, 4, 45))),
        ("event:brief@2017-11-05", Span(utc(5, 13, 15), utc(5, 13, 45))),
        ("event:brief@2017-11-06", Span(utc(6, 13, 15), utc(6, 13, 45))),
    ]


def test_occurrences_have_the_date_of_their_place() -> None:
    items = timetable("""
        venues
        id,name,zone
        pharo,Palais du Pharo,Europe/Paris

        events
        id,title,date,start,end,venue,repeat
        press,Press review,2017-11-06,00:30,01:00,pharo,FREQ=DAILY;COUNT=2
    """).items
    assert [(item.id, item.span.start) for item in items] == [
        ("event:press@2017-11-06", utc(5, 23, 30)),
        ("event:press@2017-11-07", utc(6, 23, 30)),
    ]


def test_meetings_pinned_planned_and_waiting() -> None:
    built = timetable("""
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        venues
        id,name,tables
        hall,Hall,4
        office,Office,

        meetings
        id,title,who,counterpart,start,duration,venue,table
        m1,Pinned,ann,hal,2017-11-06 12:00,40,hall,3
        m2,Planned,ann,hal,,20,,
        m3,Waiting,ann,hal,,20,,
        m4,Pinned though planned,ann,hal,2017-11-07 12:00,20,office,

        plan
        meeting,start,end,venue,table
        m2,2017-11-06 10:00,2017-11-06 10:20,hall,2
        m4,2017-11-06 11:00,2017-11-06 11:20,hall,2

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,13:00,14:00
    """)
    assert [(item.id, item.place, item.span) for item in built.items] == [
        ("meeting:m2", "hall", Span(utc(6, 15), utc(6, 15, 20))),
        ("meeting:m1", "hall", Span(utc(6, 17), utc(6, 17, 40))),
        ("event:lunch", "", Span(utc(6, 18), utc(6, 19))),
        ("meeting:m4", "office", Span(utc(7, 17), utc(7, 17, 20))),
    ]
    assert [meeting.pinned for meeting in built.mission.meetings.values()] == [
        True,
        False,
        False,
        True,
    ]


def test_the_cells_of_a_meeting() -> None:
    planned, pinned, _ = timetable("""
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        venues
        id,name,tables
        hall,Hall,4

        meetings
        id,title,who,counterpart,start,duration,venue,table
        m1,Pinned,ann,hal,2017-11-06 12:00,40,hall,3
        m2,Planned,ann,hal,,20,,

        plan
        meeting,start,end,venue,table
        m2,2017-11-06 10:00,2017-11-06 10:20,hall,2

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,13:00,14:00
    """).items
    assert [pinned.at(column) for column in ("start", "end", "venue", "table", "who")] == [
        Source("meetings.csv", 2, "start"),
        Source("meetings.csv", 2, ""),
        Source("meetings.csv", 2, "venue"),
        Source("meetings.csv", 2, "table"),
        Source("meetings.csv", 2, "who"),
    ]
    assert [planned.at(column) for column in ("start", "end", "venue", "table", "who")] == [
        Source("plan.csv", 2, "start"),
        Source("plan.csv", 2, "end"),
        Source("plan.csv", 2, "venue"),
        Source("plan.csv", 2, "table"),
        Source("meetings.csv", 3, "who"),
    ]


def test_the_cells_keep_the_headers_of_the_table() -> None:
    event, flight = timetable("""
        people
        id,nom
        ann,Ann

        venues
        id,nom,fuseau
        mia,Miami,
        mrs,Marseille,Europe/Paris

        events
        id,titre,jour,début,fin
        lunch,Déjeuner,2017-11-06,13h,14h

        journeys
        vol,qui,de,départ,vers,arrivée
        XX 1,ann,mia,2017-11-06 19:00,mrs,2017-11-07 09:50
    """).items
    assert [event.at(column) for column in ("date", "start", "end", "venue")] == [
        Source("events.csv", 2, "jour"),
        Source("events.csv", 2, "début"),
        Source("events.csv", 2, "fin"),
        Source("events.csv", 2, ""),
    ]
    assert [flight.at(column) for column in ("start", "end", "who")] == [
        Source("journeys.csv", 2, "départ"),
        Source("journeys.csv", 2, "arrivée"),
        Source("journeys.csv", 2, "qui"),
    ]


def test_journeys_and_transfers_move() -> None:
    flight, bus, _ = timetable("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mia,Miami,
        mrs,Marseille,Europe/Paris
        hotel,Hotel,

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,13:00,14:00

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 101,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05

        transfers
        id,vehicle,who,from,departs,to,arrives
        bus,Coach 1,ann,mia,2017-11-04 17:15,hotel,2017-11-04 17:50
    """).items
    assert (flight.kind, flight.id, flight.title) == ("journey", "journey:out", "XX 101")
    assert flight.span == Span(utc(4, 9, 40), utc(4, 20, 5))
    assert (flight.zone, flight.end_zone) == ("Europe/Paris", "America/New_York")
    assert (flight.place, flight.end_place, flight.is_stay) == ("mrs", "mia", False)
    assert (bus.kind, bus.id, bus.title) == ("transfer", "transfer:bus", "Coach 1")
    assert bus.span == Span(utc(4, 21, 15), utc(4, 21, 50))
    assert (bus.place, bus.end_place, bus.is_stay) == ("mia", "hotel", False)


def test_cancelled_things_are_left_out_and_drafts_are_not() -> None:
    items = timetable("""
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        events
        id,title,date,start,end,status
        a,A,2017-11-06,13:00,14:00,cancelled
        b,B,2017-11-06,13:00,14:00,draft

        meetings
        id,who,counterpart,start,duration,status
        m1,ann,hal,2017-11-06 12:00,20,cancelled
        m2,ann,hal,2017-11-06 12:00,20,draft
    """).items
    assert [item.id for item in items] == ["meeting:m2", "event:b"]


def test_order_by_start_then_end_then_id() -> None:
    items = timetable("""
        events
        id,title,date,start,end
        d,D,2017-11-06,13:00,15:00
        c,C,2017-11-06,13:00,14:00
        b,B,2017-11-06,13:00,14:00
        a,A,2017-11-06,13:30,13:40
    """).items
    assert [item.id for item in items] == ["event:b", "event:c", "event:d", "event:a"]


def test_two_items_are_equal_only_if_they_are_one() -> None:
    (item,) = timetable("""
        events
        id,title,date,start,end
        a,A,2017-11-06,13:30,13:40
    """).items
    other = Item(*item)
    assert (item == other, item != other, len({item, other})) == (False, True, 2)
