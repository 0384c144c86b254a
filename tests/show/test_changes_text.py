"""What changed, as lines: in a pipe each change is one, on a terminal it is folded."""

from itinerary.locale import Words
from itinerary.show.changes_phrases import Phrases, summary
from itinerary.show.changes_text import Sheet, by_item, by_person
from itinerary.show.lines import plain
from itinerary.timetable.compared import changes_between
from tests.timetable.differences import PEOPLE, VENUES, mission_of

EVENTS = """\
events
id,title,date,start,end,venue,who,optional,status,dress,notes
talks,Talks,2017-11-06,10:00,11:00,hall,ann;bob,eve,confirmed,,
"""
MEETINGS = """\
events
id,title,date,start,end
x,X,2017-11-10,8:00,9:00

meetings
id,title,who,counterpart,venue,start,table
m,Silk,ann,joe,hall,2017-11-06 10:00,1
"""


def drawn(old: str, new: str, width: int | None = None, is_by_person: bool = False) -> list[str]:
    """Without the headings and blank lines of a pipe."""
    before, after, words = mission_of(old), mission_of(new), Words()
    words.year = 2017
    sheet = Sheet(Phrases(before, after, words), words, width)
    found = changes_between(before, after)
    lines = [plain(one) for one in (by_person if is_by_person else by_item)(found, sheet)]
    return lines if width else [one for one in lines if "  " in one]


def edited(old: str, new: str, text: str = EVENTS) -> list[str]:
    assert old in text
    return drawn(text, text.replace(old, new))


def test_a_move_within_a_day_and_to_another() -> None:
    assert edited("10:00,11:00", "14:00,15:30") == [
        "Mon 6 Nov 14:00–15:30  moved  Talks  time: 10:00–11:00 → 14:00–15:30;"
        " for: Ann Brun, Bob Col, Eve Dor"
    ]
    assert edited("2017-11-06", "2017-11-07") == [
        "Tue 7 Nov 10:00–11:00  moved  Talks"
        "  time: Mon 6 Nov 10:00–11:00 → Tue 7 Nov 10:00–11:00; for: Ann Brun, Bob Col, Eve Dor"
    ]


def test_the_hour_that_comes_twice_has_the_name_of_its_clocks() -> None:
    text = EVENTS.replace("2017-11-06,10:00,11:00", "2017-11-05,01:30 UTC-4,3:00")
    assert drawn(text, text.replace("UTC-4", "UTC-5")) == [
        "Sun 5 Nov 01:30 EST–03:00  moved  Talks  time: 01:30 EDT–03:00 → 01:30 EST–03:00;"
        " for: Ann Brun, Bob Col, Eve Dor"
    ]


def test_other_clocks_are_named() -> None:
    assert edited("10:00,11:00,hall", "17:00,18:00,pharo") == [
        "Mon 6 Nov 17:00 CET–18:00 CET  moved  Talks"
        "  time: 10:00 EST–11:00 EST → 17:00 CET–18:00 CET;"
        " place: Hall → Palais du Pharo; for: Ann Brun, Bob Col, Eve Dor"
    ]


def test_past_midnight() -> None:
    assert edited("10:00,11:00", "22:00,01:00") == [
        "Mon 6 Nov 22:00–01:00 +1  moved  Talks  time: 10:00–11:00 → 22:00–01:00 +1;"
        " for: Ann Brun, Bob Col, Eve Dor"
    ]


def test_cancelled_removed_new_and_revived() -> None:
    gone = EVENTS.replace("confirmed", "cancelled")
    end = "Hall; for: Ann Brun, Bob Col, Eve Dor"
    other = EVENTS.replace("talks,Talks", "walk,Walk").replace("11:00", "11:30")
    assert drawn(EVENTS, gone) == [f"Mon 6 Nov 10:00–11:00  cancelled  Talks  {end}"]
    assert drawn(gone, EVENTS) == [f"Mon 6 Nov 10:00–11:00  held after all  Talks  {end}"]
    assert drawn(EVENTS, other) == [
        f"Mon 6 Nov 10:00–11:00  removed  Talks  {end}",
        f"Mon 6 Nov 10:00–11:30  new  Walk  {end}",
    ]


def test_a_new_draft_says_so() -> None:
    draft = EVENTS + "walk,Walk,2017-11-07,8:00,9:00,,eve,,draft,,\n"
    assert drawn(EVENTS, draft) == [
        "Tue 7 Nov 08:00–09:00  new  Walk (to be confirmed)  for: Eve Dor"
    ]


def test_people_on_and_off() -> None:
    assert edited("ann;bob,eve", "ann;eve;joe,") == [
        "Mon 6 Nov 10:00–11:00  other people  Talks"
        "  now expected: Joe Fau; no longer expected: Bob Col; now required: Eve Dor"
    ]


def test_details_of_which_the_longest_say_only_what_they_are_now() -> None:
    assert edited("confirmed,,", "draft,Casual,Bring a coat") == [
        "Mon 6 Nov 10:00–11:00  to be confirmed again  Talks"
        "  dress: – → Casual; notes: Bring a coat; for: Ann Brun, Bob Col, Eve Dor"
    ]


def test_of_lists_only_what_comes_and_goes() -> None:
    old = (
        "resources\nid,name\nlea,Lea Sol\nmax,Max Ute\nbus,Bus\n\n"
        "events\nid,title,date,start,end,who,resources\nx,X,2017-11-06,8:00,9:00,ann,lea;bus\n"
    )
    head = "Mon 6 Nov 08:00–09:00  details  X  with:"
    assert edited("lea;bus", "bus;max", old) == [f"{head} Lea Sol → Max Ute; for: Ann Brun"]
    assert edited("lea;bus", "bus", old) == [f"{head} Lea Sol → –; for: Ann Brun"]
    assert edited("lea;bus", "bus;lea", old) == [
        f"{head} Lea Sol, Bus → Bus, Lea Sol; for: Ann Brun"
    ]


def test_tables_and_times_of_meetings() -> None:
    waiting = MEETINGS.replace("2017-11-06 10:00,1", ",")
    assert edited(",1\n", ",2\n", MEETINGS) == [
        "Mon 6 Nov 10:00–10:20  other table  Silk  table: 1 → 2; for: Ann Brun, Joe Fau"
    ]
    assert edited("hall,2017-11-06 10:00,1", "nook,2017-11-06 10:00,3", MEETINGS) == [
        "Mon 6 Nov 10:00–10:20  elsewhere  Silk"
        "  place: Hall, table 1 → Nook, table 3; for: Ann Brun, Joe Fau"
    ]
    assert drawn(waiting, MEETINGS) == [
        "Mon 6 Nov 10:00–10:20  now has a time  Silk  Hall, table 1; for: Ann Brun, Joe Fau"
    ]
    assert drawn(MEETINGS, waiting) == [
        "Mon 6 Nov 10:00–10:20  has no time any more  Silk  Hall, table 1; for: Ann Brun, Joe Fau"
    ]


def test_a_flight_an_absence_a_person_and_a_venue() -> None:
    old = f"""\
{MEETINGS}
journeys
id,number,who,from,departs,to,arrives
j,XX 101,ann,pharo,2017-11-04 10:00,hall,2017-11-04 15:00

absences
who,start,end,reason
bob,2017-11-06 08:00,2017-11-06 12:00,Family

{PEOPLE}
{VENUES}"""
    new = (
        old.replace("15:00", "17:00").replace("06 12:00", "06 13:00").replace("nook,Nook", "nook,X")
        .replace("Joe Fau,host,\n", "Joe Fau,host,9\nzoe,Zoe Gil,,\n")
    )  # fmt: skip
    assert drawn(old, new) == [
        "Sat 4 Nov 10:00 CET–17:00 EDT  moved  XX 101: Palais du Pharo → Hall"
        "  time: 10:00 CET–15:00 EDT → 10:00 CET–17:00 EDT; for: Ann Brun",
        "Mon 6 Nov 08:00–13:00  moved  Away: Family  time: 08:00–12:00 → 08:00–13:00; for: Bob Col",
        "-  details  Joe Fau  rank: – → 9",
        "-  joined  Zoe Gil",
        "-  details  X  name: Nook → X",
    ]


def test_a_person_in_a_pipe() -> None:
    new = EVENTS.replace("10:00,11:00,hall,ann;bob", "10:00,12:00,hall,ann;joe")
    assert drawn(EVENTS, new, None, is_by_person=True) == [
        "Ann Brun  Mon 6 Nov 10:00–12:00  moved  Talks  time: 10:00–11:00 → 10:00–12:00",
        "Bob Col  Mon 6 Nov 10:00–11:00  no longer expected  Talks",
        "Eve Dor  Mon 6 Nov 10:00–12:00  moved  Talks  time: 10:00–11:00 → 10:00–12:00",
        "Joe Fau  Mon 6 Nov 10:00–12:00  now expected  Talks  Hall",
    ]


def test_a_width() -> None:
    new = EVENTS.replace("10:00,11:00,hall,ann;bob", "10:00,12:00,hall,ann;joe")
    assert drawn(EVENTS, new, 50) == [
        "Monday 6 November 2017",
        "10:00–12:00     moved  Talks",
        "                time: 10:00–11:00 → 10:00–12:00",
        "                now expected: Joe Fau",
        "                no longer expected: Bob Col",
        "                for: Ann Brun, Bob Col, Eve Dor",
        "                and 1 more",
        "",
    ]
    assert drawn(EVENTS, new, 50, is_by_person=True)[:4] == [
        "Ann Brun",
        "Mon 6 Nov 10:00–12:00   moved  Talks",
        "                        time: 10:00–11:00 →",
        "                        10:00–12:00",
    ]


def test_the_counts() -> None:
    before, words = mission_of(EVENTS), Words()
    more = EVENTS + "walk,Walk,2017-11-07,8:00,9:00,,eve,,,,\n"
    after = mission_of(more.replace("10:00,11:00", "10:00,12:00"))
    assert summary(changes_between(before, after), words, "here") == (
        "1 moved and 1 new; 3 people are concerned."
    )
    assert summary(changes_between(before, before), words, "here") == "Nothing has changed here."
