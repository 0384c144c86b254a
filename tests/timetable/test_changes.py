"""What changed between two states of a mission, and whom each change concerns."""

from datetime import UTC, date, datetime

import pytest

from itinerary.times import Span
from itinerary.timetable.changes import Edited
from tests.timetable.differences import PEOPLE, VENUES, Told, changes_of, told

EVENTS = """\
events
id,title,date,start,end,venue,who,optional,status,dress,capacity
talks,Talks,2017-11-06,10:00,11:00,hall,ann;bob,eve,confirmed,,
"""
MEETINGS = """\
events
id,title,date,start,end
x,X,2017-11-10,8:00,9:00

meetings
id,title,who,counterpart,venue,start,table,priority,duration
m,Silk,ann,joe,hall,2017-11-06 10:00,1,2,20
"""


def edited(old: str, new: str, text: str = EVENTS) -> list[Told]:
    assert old in text
    return told(text, text.replace(old, new))


def test_nothing() -> None:
    assert told(EVENTS, EVENTS) == []
    assert told(MEETINGS, MEETINGS) == []


@pytest.mark.parametrize("end", ["11:00", "11h", "11:00 am"])
def test_the_same_time_written_otherwise(end: str) -> None:
    assert edited("10:00,11:00", f"10:00,{end}") == []


def test_the_same_people_written_otherwise() -> None:
    assert edited("ann;bob", "Bob Col + Ann Brun") == []


@pytest.mark.parametrize("clocks", ["10:00,11:01", "9:59,11:00", "13:00,14:00"])
def test_moved(clocks: str) -> None:
    assert edited("10:00,11:00", clocks) == [Told("moved", "event:talks", "ann bob eve")]


def test_moved_by_the_hour_that_the_clocks_go_back() -> None:
    text = EVENTS.replace("2017-11-06,10:00,11:00", "2017-11-05,01:30 UTC-4,3:00")
    (change,) = changes_of(text, text.replace("UTC-4", "UTC-5")).things
    assert change.what == ("moved",)
    assert (change.before and change.before.span, change.after and change.after.span) == (
        Span(datetime(2017, 11, 5, 5, 30, tzinfo=UTC), datetime(2017, 11, 5, 8, tzinfo=UTC)),
        Span(datetime(2017, 11, 5, 6, 30, tzinfo=UTC), datetime(2017, 11, 5, 8, tzinfo=UTC)),
    )


def test_the_same_instant_on_other_clocks_is_no_move() -> None:
    assert edited("10:00,11:00,hall", "16:00,17:00,pharo") == [
        Told("elsewhere", "event:talks", "ann bob eve")
    ]


def test_elsewhere_and_another_title() -> None:
    assert edited("Talks,2017-11-06,10:00,11:00,hall", "Talk,2017-11-06,10:00,11:00,") == [
        Told("elsewhere renamed", "event:talks", "ann bob eve")
    ]


def test_new_and_removed() -> None:
    more = EVENTS + "walk,Walk,2017-11-07,8:00,9:00,,eve,,draft,,\n"
    assert told(EVENTS, more) == [Told("new", "event:walk", "eve")]
    assert told(more, EVENTS) == [Told("removed", "event:walk", "eve")]


def test_cancelled_and_revived() -> None:
    gone = EVENTS.replace("confirmed", "cancelled")
    assert told(EVENTS, gone) == [Told("cancelled", "event:talks", "ann bob eve")]
    assert told(gone, EVENTS) == [Told("revived", "event:talks", "ann bob eve")]


def test_what_is_cancelled_in_both_or_only_ever_cancelled_changes_for_nobody() -> None:
    gone = EVENTS.replace("confirmed", "cancelled")
    other = EVENTS.replace("talks,Talks", "other,Other")
    assert told(gone, gone.replace("11:00", "12:00")) == []
    assert told(other, other + gone.splitlines()[-1]) == []
    assert told(other + gone.splitlines()[-1], other) == []


def test_confirmed_and_a_draft_again() -> None:
    draft = EVENTS.replace("confirmed", "draft")
    assert told(draft, EVENTS) == [Told("confirmed", "event:talks", "ann bob eve")]
    assert told(EVENTS, draft) == [Told("draft", "event:talks", "ann bob eve")]


def test_people_come_and_go_and_those_who_stay_need_not_know() -> None:
    assert edited("ann;bob", "ann;joe") == [
        Told("people", "event:talks", "bob joe", on="joe", off="bob")
    ]


def test_required_and_optional() -> None:
    assert edited("ann;bob,eve", "ann;eve,bob") == [
        Told("people", "event:talks", "bob eve", on="eve", off="bob")
    ]
    (change,) = changes_of(EVENTS, EVENTS.replace("ann;bob,eve", "ann;eve,bob")).things
    assert [change.part(person) for person in ("bob", "eve")] == ["now_optional", "now_required"]
    assert (change.on, change.off) == ((), ())


def test_moved_and_other_people() -> None:
    old, new = "10:00,11:00,hall,ann;bob", "10:00,12:00,hall,ann;joe"
    assert edited(old, new) == [
        Told("moved people", "event:talks", "ann bob eve joe", on="joe", off="bob")
    ]
    (change,) = changes_of(EVENTS, EVENTS.replace(old, new)).things
    assert [change.part(person) for person in ("ann", "bob", "joe")] == ["moved", "off", "on"]


def test_details_that_people_want_to_know_and_those_of_organisers() -> None:
    assert edited("confirmed,,", "confirmed,Casual,") == [
        Told("details", "event:talks", "ann bob eve")
    ]
    assert edited("confirmed,,", "confirmed,,40") == [Told("details", "event:talks", "")]
    (change,) = changes_of(EVENTS, EVENTS.replace("confirmed,,", "confirmed,Casual,40")).things
    assert change.details == (Edited("dress", "", "Casual"), Edited("capacity", "", 40))


def test_a_meeting_at_another_table_and_elsewhere() -> None:
    assert edited("10:00,1,", "10:00,2,", MEETINGS) == [Told("table", "meeting:m", "ann joe")]
    assert edited("hall,2017-11-06 10:00,1", "nook,2017-11-06 10:00,", MEETINGS) == [
        Told("elsewhere table", "meeting:m", "ann joe")
    ]


def test_whom_one_meets_concerns_everyone_in_the_meeting() -> None:
    assert edited("ann,joe", "bob,joe", MEETINGS) == [
        Told("people", "meeting:m", "ann bob joe", on="bob", off="ann")
    ]


def test_a_meeting_that_has_a_time_now_or_none_any_more() -> None:
    waiting = MEETINGS.replace("2017-11-06 10:00,1", ",")
    assert told(waiting, MEETINGS) == [Told("placed", "meeting:m", "ann joe")]
    assert told(MEETINGS, waiting) == [Told("unplaced", "meeting:m", "ann joe")]
    assert told(waiting, waiting.replace(",2,20", ",1,20")) == [Told("details", "meeting:m", "")]


def test_a_request_that_is_new() -> None:
    waiting = MEETINGS + "n,Soap,bob,joe,,,,,\n"
    assert told(MEETINGS, waiting) == [Told("new", "meeting:n", "bob joe")]
    assert changes_of(MEETINGS, waiting).of(None, date(2017, 11, 6)).things == ()


JOURNEYS = """\
events
id,title,date,start,end
x,X,2017-11-10,8:00,9:00

journeys
id,number,who,from,departs,to,arrives
j,XX 101,ann;bob,pharo,2017-11-04 10:00,hall,2017-11-04 15:00

transfers
id,vehicle,who,from,departs,to,arrives,driver
t,van,ann,hall,2017-11-04 16:00,nook,2017-11-04 16:30,Zoe
"""


def test_a_late_flight_and_another_vehicle() -> None:
    assert edited("15:00", "17:00", JOURNEYS) == [Told("moved", "journey:j", "ann bob")]
    assert edited("van,ann,hall", "bus,ann;bob,nook", JOURNEYS) == [
        Told("elsewhere renamed people", "transfer:t", "ann bob", on="bob")
    ]
    assert edited("Zoe", "Max", JOURNEYS) == [Told("details", "transfer:t", "ann")]


REPEATED = """\
events
id,title,date,start,end,who,repeat
brief,Briefing,2017-11-04,8:00,9:00,ann,FREQ=DAILY;COUNT=3
"""


def test_a_repeated_event_by_its_dates() -> None:
    assert edited("COUNT=3", "COUNT=2", REPEATED) == [
        Told("removed", "event:brief@2017-11-06", "ann")
    ]
    assert edited("8:00,9:00", "8:00,9:30", REPEATED) == [
        Told("moved", f"event:brief@2017-11-0{day}", "ann") for day in (4, 5, 6)
    ]
    assert edited("COUNT=3", "COUNT=1", REPEATED) == [
        Told("removed", f"event:brief@2017-11-0{day}", "ann") for day in (5, 6)
    ]


def test_an_event_that_is_repeated_from_now_on() -> None:
    assert edited("FREQ=DAILY;COUNT=3", "", REPEATED) == [
        Told("removed", f"event:brief@2017-11-0{day}", "ann") for day in (5, 6)
    ]


ABSENCES = """\
events
id,title,date,start,end
x,X,2017-11-10,8:00,9:00

absences
who,start,end,reason
ann;bob,2017-11-06 08:00,2017-11-06 12:00,Family
"""


def test_absences() -> None:
    assert edited("12:00", "13:00", ABSENCES) == [Told("moved", "Family", "ann bob")]
    assert edited("ann;bob", "ann", ABSENCES) == [Told("people", "Family", "bob", off="bob")]
    assert edited("Family", "Illness", ABSENCES) == [Told("renamed", "Illness", "ann bob")]
    assert told(ABSENCES, ABSENCES + "eve,2017-11-07,2017-11-07,\n") == [Told("new", "", "eve")]


def test_order_of_time_and_then_what_has_none() -> None:
    more = MEETINGS + "n,Soap,bob,joe,,,,,\no,Oil,ann,joe,hall,2017-11-05 9:00,,,\n"
    assert [one.id for one in told(MEETINGS, more)] == ["meeting:o", "meeting:n"]


def test_people_who_join_and_leave_and_their_details() -> None:
    text = f"{EVENTS}\n{PEOPLE}"
    rows = changes_of(text, f"{text}zoe,Zoe Gil,,\n").rows
    assert [(row.id, row.what, row.people) for row in rows] == [("zoe", "joined", ("zoe",))]
    found = changes_of(f"{text}zoe,Zoe Gil,,\n", text)
    assert [(row.id, row.what) for row in found.rows] == [("zoe", "left")]
    assert found.people == ("zoe",)
    (row,) = changes_of(text, text.replace("Bob Col,,2", "Bob Coll,,3")).rows
    assert row.details == (Edited("name", "Bob Col", "Bob Coll"), Edited("rank", 2, 3))


def test_a_venue_that_is_called_otherwise_concerns_those_expected_there() -> None:
    text = f"{EVENTS}\n{VENUES}"
    (row,) = changes_of(text, text.replace("hall,Hall", "hall,Great Hall")).rows
    assert (row.kind, row.id, row.people) == ("venue", "hall", ("ann", "bob", "eve"))
    assert row.details == (Edited("name", "Hall", "Great Hall"),)


def test_only_some_people_or_a_day() -> None:
    new = EVENTS.replace("ann;bob", "joe").replace("2017-11-06", "2017-11-07")
    found = changes_of(EVENTS, new)
    assert [one.people for one in found.of(["bob"], None).things] == [("bob",)]
    assert [(one.on, one.off) for one in found.of(["bob"], None).things] == [((), ("bob",))]
    assert [one.what for one in found.of(["eve"], None).things] == [("moved",)]
    assert found.of([], None).things == ()
    days = [date(2017, 11, day) for day in (5, 6, 7, 8)]
    assert [len(found.of(None, day).things) for day in days] == [0, 1, 1, 0]
