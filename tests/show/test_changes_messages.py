"""What changed, as messages: short, in words, and to nobody who need not know."""

from itinerary.locale import Words
from itinerary.show.changes_messages import (
    LONGEST,
    Block,
    Messages,
    messages_data,
    messages_markdown,
    messages_text,
)
from itinerary.timetable.compared import changes_between
from tests.timetable.differences import mission_of

EVENT = """\
events
id,title,date,start,end,venue,who,optional,status,dress,kind
talks,Talks,2017-11-07,10:00,11:00,hall,ann,,confirmed,,
"""
MEETING = """\
events
id,title,date,start,end
x,X,2017-11-10,8:00,9:00

meetings
id,title,who,counterpart,venue,start,table
m,Acme meeting,ann,joe,hall,2017-11-07 14:00,6
"""
JOURNEY = """\
events
id,title,date,start,end
x,X,2017-11-10,8:00,9:00

journeys
id,number,who,from,departs,to,arrives
J1,XX 101,ann,pharo,2017-11-04 10:40,hall,2017-11-04 16:05
"""


def said(old: str, new: str, person: str = "ann") -> list[str]:
    """The messages to one person."""
    before, after, words = mission_of(old), mission_of(new), Words()
    words.year = 2017
    found = changes_between(before, after).by_person()
    return [*Messages(before, after, words).lines(found[person], person)] if person in found else []


def edited(text: str, old: str, new: str, person: str = "ann") -> list[str]:
    assert old in text
    return said(text, text.replace(old, new), person)


def test_a_meeting_moves_and_keeps_its_table() -> None:
    assert edited(MEETING, "14:00", "15:20") == [
        "Tue 7 Nov: Acme meeting moved from 14:00 to 15:20, table 6"
    ]
    assert edited(MEETING, "14:00", "15:20", "joe") == [
        "Tue 7 Nov: Acme meeting moved from 14:00 to 15:20, table 6"
    ]
    assert edited(MEETING, "14:00", "15:20", "bob") == []


def test_a_meeting_moves_to_another_day_and_table() -> None:
    assert edited(MEETING, "07 14:00,6", "08 09:20,2") == [
        "Tue 7 Nov: Acme meeting moved from 14:00 to Wed 8 Nov 09:20; now at table 2"
    ]


def test_another_length_has_both_ends_and_the_same_start_only_the_end() -> None:
    assert edited(EVENT, "10:00,11:00", "14:00,15:30") == [
        "Tue 7 Nov: Talks moved from 10:00–11:00 to 14:00–15:30"
    ]
    assert edited(EVENT, "11:00", "11:30") == ["Tue 7 Nov: Talks (10:00): now until 11:30"]
    assert edited(EVENT, "11:00", "11:00") == []


def test_another_place() -> None:
    assert edited(EVENT, "hall", "nook") == ["Tue 7 Nov: Talks (10:00): now at Nook"]
    assert edited(EVENT, "hall", "") == ["Tue 7 Nov: Talks (10:00): the place is open again"]
    assert edited(MEETING, ",6\n", ",7\n") == ["Tue 7 Nov: Acme meeting (14:00): now at table 7"]
    assert edited(MEETING, ",6\n", ",\n") == ["Tue 7 Nov: Acme meeting (14:00): now at Hall"]
    assert edited(MEETING, "hall,2017-11-07 14:00", "nook,2017-11-07 15:20") == [
        "Tue 7 Nov: Acme meeting moved from 14:00 to 15:20; now at Nook, table 6"
    ]


def test_other_clocks_are_named() -> None:
    assert edited(EVENT, "10:00,11:00,hall", "17:00,18:00,pharo") == [
        "Tue 7 Nov: Talks moved from 10:00 EST to 17:00 CET; now at Palais du Pharo"
    ]


def test_the_hour_that_comes_twice() -> None:
    text = EVENT.replace("2017-11-07,10:00,11:00", "2017-11-05,01:30 UTC-4,3:00")
    assert said(text, text.replace("UTC-4", "UTC-5")) == [
        "Sun 5 Nov: Talks moved from 01:30 EDT–03:00 to 01:30 EST–03:00"
    ]


def test_gone_back_and_new() -> None:
    gone = EVENT.replace("confirmed", "cancelled")
    other = EVENT.replace("talks,Talks", "walk,Walk").replace("11:00", "11:30")
    assert said(EVENT, gone) == ["Tue 7 Nov: Talks (10:00) is cancelled"]
    assert said(gone, EVENT) == ["Tue 7 Nov: held after all, 10:00–11:00: Talks, Hall"]
    assert said(EVENT, other) == [
        "Tue 7 Nov: Talks (10:00) is no longer planned",
        "Tue 7 Nov: new, 10:00–11:30: Walk, Hall",
    ]


def test_a_meeting_that_gets_and_loses_its_time() -> None:
    open_one = MEETING.replace("2017-11-07 14:00,6", ",")
    assert said(open_one, MEETING) == [
        "Tue 7 Nov: has a time now, 14:00–14:20: Acme meeting, Hall, table 6"
    ]
    assert said(MEETING, open_one) == ["Tue 7 Nov: Acme meeting (14:00) has no time any more"]
    assert said(open_one, open_one.replace("hall", "nook")) == ["Acme meeting: now at Nook"]


def test_who_comes_and_goes() -> None:
    both = EVENT.replace("hall,ann", "hall,ann;bob")
    assert said(EVENT, both, "bob") == ["Tue 7 Nov: you are now expected, 10:00–11:00: Talks, Hall"]
    assert said(both, EVENT, "bob") == ["Tue 7 Nov: you are no longer expected: Talks (10:00)"]
    assert said(EVENT, both) == []
    assert said(EVENT, EVENT.replace("hall,ann,", "hall,,ann")) == [
        "Tue 7 Nov: Talks (10:00): now optional for you"
    ]
    assert said(MEETING, MEETING.replace(",joe", ",joe;bob")) == [
        "Tue 7 Nov: Acme meeting (14:00): now expected: Bob Col"
    ]


def test_details_that_one_wants_to_know_and_no_others() -> None:
    assert edited(EVENT, "confirmed,,", "draft,Dark suit,party") == [
        "Tue 7 Nov: Talks (10:00): to be confirmed again; dress: Dark suit"
    ]
    assert edited(EVENT, "confirmed,,", "confirmed,,party") == []
    assert edited(EVENT, "Talks", "Debate") == ['Tue 7 Nov: Talks (10:00): now called "Debate"']


def test_a_flight_has_both_clocks() -> None:
    assert edited(JOURNEY, "04 10:40", "04 11:40") == [
        "Sat 4 Nov: XX 101: Palais du Pharo → Hall moved"
        " from 10:40 CET–16:05 EDT to 11:40 CET–16:05 EDT"
    ]
    assert edited(JOURNEY, "hall,2017", "nook,2017") == [
        "Sat 4 Nov: XX 101: Palais du Pharo → Hall (10:40 CET): now to Nook"
    ]


def test_people_and_venues() -> None:
    people = "people\nid,name,side,rank,email\nann,Ann Brun,,1,\n\n"
    text = f"{people}{EVENT}"
    assert edited(text, "Brun,,1,", "Brun,,1,a@b.example") == ["Ann Brun: e-mail: a@b.example"]
    assert edited(text, "Brun,,1,", "Brun,,2,") == []
    more = text.replace("1,\n", "1,\nzoe,Zoe Noe,,,\n")
    assert said(text, more, "zoe") == ["You are now expected on the mission."]
    assert said(more, text, "zoe") == ["You are no longer expected on the mission."]
    venues = f"venues\nid,name,access\nhall,Hall,Badge\n\n{EVENT}"
    assert edited(venues, "Badge", "Photo ID") == ["Hall: at the door: Photo ID"]


def test_a_long_title_is_cut_to_one_text_message() -> None:
    text = MEETING.replace("Acme meeting", f"{'Very ' * 60}long")
    (line,) = edited(text, "14:00", "15:20")
    assert (len(line), line[-41:]) == (LONGEST, "y Ver… moved from 14:00 to 15:20, table 6")


def test_blocks_are_in_protocol_order_and_leave_out_whom_nothing_is_told() -> None:
    before, words = mission_of(MEETING), Words()
    after = mission_of(MEETING.replace("14:00", "15:20"))
    words.year = 2017
    messages, found = Messages(before, after, words), changes_between(before, after)
    line = "Tue 7 Nov: Acme meeting moved from 14:00 to 15:20, table 6"
    blocks = messages.blocks(found)
    assert blocks == [Block("ann", "Ann Brun", [line]), Block("joe", "Joe Fau", [line])]
    assert messages_text(blocks) == f"Ann Brun\n{line}\n\nJoe Fau\n{line}\n"
    assert messages_markdown("New", blocks) == (
        f"# New\n\n## Ann Brun\n\n- {line}\n\n## Joe Fau\n\n- {line}\n"
    )
    assert messages_data(blocks) == [
        {"id": "ann", "name": "Ann Brun", "messages": [line]},
        {"id": "joe", "name": "Joe Fau", "messages": [line]},
    ]
