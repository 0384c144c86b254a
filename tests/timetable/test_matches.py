"""What has another id and is still the same thing; and what may be another, and is not."""

import pytest

from tests.timetable.differences import PEOPLE, VENUES, Told, changes_of, told

TITLED = """\
events
title,date,start,end,venue,who
Talks,2017-11-06,10:00,11:00,hall,ann;bob
Walk,2017-11-07,8:00,9:00,,eve
"""


def edited(old: str, new: str, text: str = TITLED) -> list[Told]:
    assert old in text
    return told(text, text.replace(old, new))


def test_another_id_is_no_change() -> None:
    with_ids = """
        events
        id,title,date,start,end,venue,who
        a,Talks,2017-11-06,10:00,11:00,hall,ann;bob
        b,Walk,2017-11-07,8:00,9:00,,eve
    """
    assert told(TITLED, with_ids) == []


def test_a_second_of_the_title_makes_other_ids_of_both() -> None:
    more = TITLED + "Walk,2017-11-08,8:00,9:00,,eve\n"
    assert told(TITLED, more) == [Told("new", "event:walk-2017-11-08", "eve")]
    assert told(more, TITLED) == [Told("removed", "event:walk-2017-11-08", "eve")]


def test_the_same_title_at_the_same_time_for_others() -> None:
    text = "events\nid,title,date,start,end,who\na,Talks,2017-11-06,10:00,11:00,ann\n"
    assert told(text, text.replace("\na,", "\nb,").replace("ann", "bob")) == [
        Told("people", "event:b", "ann bob", on="bob", off="ann")
    ]


def test_a_title_there_is_once_for_the_same_people_has_moved() -> None:
    text = "events\nid,title,date,start,end,who\na,Talks,2017-11-06,10:00,11:00,ann\n"
    assert told(text, text.replace("\na,", "\nb,").replace("10:00,11:00", "14:00,15:00")) == [
        Told("moved", "event:b", "ann")
    ]


@pytest.mark.parametrize(
    "other",
    [
        "b,Talks,2017-11-06,14:00,15:00,bob\n",  # other people, another time
        "b,Talk,2017-11-06,10:00,11:00,ann\n",  # another title
        "b,Talks,2017-11-06,14:00,15:00,ann\nc,Talks,2017-11-07,14:00,15:00,ann\n",  # which?
    ],
)
def test_what_may_be_another_thing_is_one(other: str) -> None:
    header = "events\nid,title,date,start,end,who\n"
    found = told(f"{header}a,Talks,2017-11-06,10:00,11:00,ann\n", header + other)
    assert {one.what for one in found} == {"new", "removed"}


SLOT = "events\nid,title,date,start,end,venue,who\na,Talks,2017-11-06,10:00,11:00,hall,ann;bob\n"


def test_another_title_at_the_same_time_and_place_for_the_same_people() -> None:
    after = SLOT.replace("a,Talks", "b,Debate")
    assert told(SLOT, after) == [Told("renamed", "event:b", "ann bob")]
    assert told(TITLED, TITLED.replace("Talks", "Debate")) == [
        Told("renamed", "event:debate", "ann bob")
    ]


@pytest.mark.parametrize(
    "other",
    [
        "b,Debate,2017-11-06,10:01,11:00,hall,ann;bob\n",  # another time
        "b,Debate,2017-11-06,10:00,11:00,nook,ann;bob\n",  # another place
        "b,Debate,2017-11-06,10:00,11:00,hall,ann\n",  # other people
        "b,Debate,2017-11-06,10:00,11:00,hall,ann;bob\nc,Lunch,2017-11-06,10:00,11:00,hall,ann;bob\n",
    ],
)
def test_another_title_and_something_else_is_another_thing(other: str) -> None:
    header = SLOT.split("a,", 1)[0]
    assert {one.what for one in told(SLOT, header + other)} == {"new", "removed"}
    assert {one.what for one in told(header + other, SLOT)} == {"new", "removed"}


@pytest.mark.parametrize(
    ("old", "new"), [(",hall,", ",,"), (",ann;bob", ","), ("id,title", "status,id,title")]
)
def test_nowhere_nobody_and_what_is_cancelled_are_no_sign(old: str, new: str) -> None:
    before = SLOT.replace(old, new).replace("\na,", "\ncancelled,a," if "status" in new else "\na,")
    after = SLOT.replace("a,Talks", "b,Debate").replace(old, new)
    after = after.replace("\nb,", "\nconfirmed,b," if "status" in new else "\nb,")
    assert "renamed" not in {one.what for one in told(before, after)}


def test_a_repeated_event_with_another_title_is_renamed_on_each_day() -> None:
    header, row = SLOT.replace("who\n", "who,repeat\n").replace("bob\n", "bob,").split("a,", 1)
    before = f"{header}a,{row}FREQ=DAILY;COUNT=2\n"
    assert told(before, before.replace("a,Talks", "b,Debate")) == [
        Told("renamed", f"event:b@2017-11-0{day}", "ann bob") for day in (6, 7)
    ]


def test_a_flight_with_another_number_is_another() -> None:
    text = """
        events
        title,date,start,end
        X,2017-11-10,8:00,9:00

        journeys
        number,from,to,departs,arrives,who
        XX 1,hall,nook,2017-11-06 10:00,2017-11-06 12:00,ann
    """
    assert [one.what for one in told(text, text.replace("XX 1", "XX 2"))] == ["removed", "new"]


def test_a_title_that_others_have_too_is_no_sign() -> None:
    text = (
        "events\nid,title,date,start,end,who\n"
        "a,Lunch,2017-11-06,12:00,13:00,ann\nb,Lunch,2017-11-07,12:00,13:00,ann\n"
    )
    assert told(text, text.replace("a,Lunch,2017-11-06", "c,Lunch,2017-11-08")) == [
        Told("removed", "event:a", "ann"), Told("new", "event:c", "ann"),
    ]  # fmt: skip


def test_nobody_is_no_sign_either() -> None:
    text = "events\nid,title,date,start,end,who\na,Break,2017-11-06,10:00,11:00,\n"
    found = told(text, text.replace("a,", "b,").replace("10:00,11:00", "14:00,15:00"))
    assert [one.what for one in found] == ["removed", "new"]


def test_a_repeated_event_with_another_id_is_the_same_on_each_day() -> None:
    text = """
        events
        id,title,date,start,end,who,repeat
        brief,Briefing,2017-11-04,8:00,9:00,ann,FREQ=DAILY;COUNT=2
    """
    assert told(text, text.replace("brief,", "morning,").replace("9:00", "9:30")) == [
        Told("moved", f"event:morning@2017-11-0{day}", "ann") for day in (4, 5)
    ]


def test_two_equal_absences_and_one_of_them_moved() -> None:
    text = """
        events
        title,date,start,end
        X,2017-11-10,8:00,9:00

        absences
        who,start,end
        ann,2017-11-06,2017-11-06
        ann,2017-11-06,2017-11-06
    """
    assert told(text, text) == []
    moved = text[::-1].replace("60-11-7102", "70-11-7102", 2)[::-1]
    assert [one.what for one in told(text, moved)] == ["moved"]


def test_people_and_venues_with_other_ids_are_the_same() -> None:
    text = f"{TITLED}\n{PEOPLE}\n{VENUES}"
    other = (
        text.replace("ann,Ann Brun", "brun,BRUN Ann").replace("ann;", "brun;")
        .replace("hall,Hall", "hall-1,Hall").replace("11:00,hall", "11:00,hall-1")
    )  # fmt: skip
    found = changes_of(text, other)
    assert found.things == ()
    assert [(row.id, row.what) for row in found.rows] == [("brun", "details")]


def test_a_name_that_two_share_is_nobodys_sign() -> None:
    people = "people\nid,name\nann,Ann Brun\nbob,Bob Col\n"
    after = "people\nid,name\na,Ann Brun\nb,Ann Brun\nbob,Bob Col\n"
    events = "events\ntitle,date,start,end,who\nX,2017-11-06,8:00,9:00,bob\n"
    found = changes_of(f"{events}\n{people}", f"{events}\n{after}")
    assert [(row.id, row.what) for row in found.rows] == [
        ("a", "joined"), ("b", "joined"), ("ann", "left"),
    ]  # fmt: skip
