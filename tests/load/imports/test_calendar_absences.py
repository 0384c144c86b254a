"""A person's own calendar: when they are busy, on the days of the mission."""

from pathlib import Path

import pytest

from itinerary.load.imports.calendar import read_calendar
from itinerary.load.imports.imported import NOTHING, Imported
from tests.load.imports.calendars import WEEK, calendar, read
from tests.load.imports.folders import doubts, loaded, rows
from tests.missions import EVENT, MIAMI

CALL = """\
UID:1
SUMMARY:Call
DTSTART;TZID=America/New_York:20171106T140000
DTEND;TZID=America/New_York:20171106T150000
"""


TWO = ("2017-11-06 14:00", "2017-11-06 15:00")


def busy(*parts: str, head: str = "") -> list[tuple[str, str, str]]:
    """The rows of a calendar without a doubt: start, end, reason."""
    found = read(*parts, head=head)
    assert doubts(found) == []
    return [(row["start"], row["end"], row["reason"]) for row in rows(found, "absences")]


def at(times: str, more: str = "") -> str:
    return f"UID:1\nSUMMARY:Call\n{times}\n{more}"


def test_an_entry_is_an_absence(tmp_path: Path) -> None:
    found = read(CALL)
    assert rows(found, "absences") == [
        {"who": "gaudin", "start": TWO[0], "end": TWO[1], "reason": "Call"}
    ]
    (tmp_path / "events.csv").write_text(EVENT)
    reading = loaded(tmp_path, found, MIAMI)
    assert reading.mission is not None
    assert [f"{a.span.start:%d %H:%M}" for a in reading.mission.absences] == ["06 19:00"]


TIMES = {
    "in UTC": "DTSTART:20171106T190000Z\nDTEND:20171106T200000Z",
    "on the clocks of the mission": "DTSTART:20171106T140000\nDTEND:20171106T150000",
    "with a length": "DTSTART:20171106T140000\nDURATION:PT1H",
    "of Outlook": "DTSTART;TZID=Romance Standard Time:20171106T200000\nDURATION:PT60M",
    "in quotes": 'DTSTART;TZID="Eastern Standard Time":20171106T140000\nDURATION:PT1H',
    "of Mozilla": "DTSTART;TZID=/mozilla.org/20070129_1/Europe/Paris:20171106T200000\n"
    "DTEND;TZID=/mozilla.org/20070129_1/Europe/Paris:20171106T210000",
    "folded": "DTSTART:2017110\n 6T140000\nDTEND:20171106\n\tT150000",
    "in small letters": "dtstart;tzid=Europe/Paris:20171106T200000\nduration:PT1H",
}


@pytest.mark.parametrize("times", TIMES.values(), ids=TIMES)
def test_times(times: str) -> None:
    assert busy(at(times)) == [(*TWO, "Call")]


OUTLOOK = """\
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def test_a_zone_that_is_spelt_out() -> None:
    times = "DTSTART;TZID=Customized Time Zone:20171106T200000\nDURATION:PT1H"
    assert busy(at(times), head=OUTLOOK) == [(*TWO, "Call")]
    summer = OUTLOOK.replace("MONTH=10", "MONTH=12")
    assert busy(at(times), head=summer) == [("2017-11-06 13:00", "2017-11-06 14:00", "Call")]


def test_an_unknown_zone_is_guessed() -> None:
    found = read(at("DTSTART;TZID=Chez moi:20171106T140000\nDURATION:PT1H"))
    assert [row["start"] for row in rows(found, "absences")] == [TWO[0]]
    sentence = (
        'the time zone "Chez moi" is not known; its times are taken for those of America/New_York'
    )
    assert doubts(found) == [("c.ics:3 TZID", "guess", sentence)]


@pytest.mark.parametrize(
    ("times", "bounds"),
    [
        ("DTSTART;VALUE=DATE:20171106", ("2017-11-06", "2017-11-06")),
        ("DTSTART;VALUE=DATE:20171106\nDTEND;VALUE=DATE:20171107", ("2017-11-06", "2017-11-06")),
        ("DTSTART;VALUE=DATE:20171106\nDTEND;VALUE=DATE:20171109", ("2017-11-06", "2017-11-08")),
        ("DTSTART;VALUE=DATE:20171106\nDTEND;VALUE=DATE:20171106", ("2017-11-06", "2017-11-06")),
        ("DTSTART;VALUE=DATE:20171106\nDURATION:P2D", ("2017-11-06", "2017-11-07")),
        ("DTSTART;VALUE=DATE:20171020\nDTEND;VALUE=DATE:20171202", ("2017-10-20", "2017-12-01")),
    ],
)
def test_whole_days(times: str, bounds: tuple[str, str]) -> None:
    assert busy(at(times)) == [(*bounds, "Call")]


def test_the_hour_that_is_twice() -> None:
    times = "DTSTART:20171105T053000Z\nDTEND:20171105T063000Z"
    assert busy(at(times)) == [("2017-11-05 01:30 UTC-4", "2017-11-05 01:30 UTC-5", "Call")]


@pytest.mark.parametrize(
    "more",
    [
        "TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "transp:transparent",
    ],
)  # fmt: skip
def test_what_is_free(more: str) -> None:
    assert busy(CALL + more) == []


def test_what_is_cancelled_as_a_whole() -> None:
    assert busy(CALL, head="METHOD:CANCEL") == []


def test_what_the_owner_has_declined() -> None:
    more = "ATTENDEE;PARTSTAT=DECLINED:mailto:Jean@x.example\nATTENDEE:mailto:b@x.example"
    assert busy(CALL + more, head="X-WR-CALNAME:jean@x.example") == []
    assert busy(CALL + more, head="X-WR-CALNAME:b@x.example") == [(*TWO, "Call")]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("CLASS:PRIVATE", "private"), ("CLASS:CONFIDENTIAL", "private"), ("CLASS:PUBLIC", "Call"),
        ("STATUS:TENTATIVE", "Call (tentative)"),
        ("CLASS:PRIVATE\nSTATUS:TENTATIVE", "private (tentative)"),
        ("TRANSP:OPAQUE", "Call"),
    ],
)  # fmt: skip
def test_reasons(more: str, reason: str) -> None:
    assert busy(CALL + more) == [(*TWO, reason)]


def test_nothing_private_is_anywhere() -> None:
    more = "CLASS:PRIVATE\nLOCATION:Clinic\nDESCRIPTION:Secret\nATTENDEE;CN=Dr X:mailto:x@x.y"
    for found in (read(CALL + more), read(CALL + more, as_="events")):
        text = repr(found)
        assert not any(word in text for word in ("Clinic", "Secret", "Dr X", "x@x.y", "Call"))


@pytest.mark.parametrize(
    ("times", "found"),
    [
        ("DTSTART:20171104T035900Z\nDTEND:20171104T040000Z", 0),
        ("DTSTART:20171104T035900Z\nDTEND:20171104T040100Z", 1),
        ("DTSTART:20171111T045900Z\nDURATION:PT1H", 1),
        ("DTSTART:20171111T050000Z\nDURATION:PT1H", 0),
        ("DTSTART:20171106T140000\nDURATION:PT0S", 0),
        ("DTSTART:20171106T140000", 0),
        ("DTSTART:20171106T140000\nDTEND:20171106T130000", 0),
    ],
)
def test_only_the_days_of_the_mission(times: str, found: int) -> None:
    assert len(busy(at(times))) == found


WEEKLY = "DTSTART;TZID=Europe/Paris:20151026T100000\nDURATION:PT1H\n"


def test_what_repeats_keeps_its_clock() -> None:
    """Weekly on Mondays in Paris since 2015, and daily over the change of the American clocks."""
    assert busy(at(WEEKLY + "RRULE:FREQ=WEEKLY")) == [
        ("2017-11-06 04:00", "2017-11-06 05:00", "Call")
    ]
    daily = "DTSTART;TZID=Europe/Paris:20171030T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY"
    found = [start for start, _, _ in busy(at(daily))]
    assert found == [f"2017-11-0{day} 0{5 if day < 5 else 4}:00" for day in range(4, 10)] + [
        "2017-11-10 04:00"
    ]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=3", [4, 5, 6]),
        ("FREQ=DAILY;UNTIL=20171106T150000Z", [4, 5, 6]),
        ("FREQ=DAILY;UNTIL=20171106T145959Z", [4, 5, 6]),
        ("FREQ=DAILY;UNTIL=20171106T135900Z", [4, 5]),
        ("FREQ=DAILY;UNTIL=20171106", [4, 5, 6]),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", [6, 8, 10]),
        ("FREQ=DAILY;INTERVAL=3", [4, 7, 10]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", []),
    ],
)
def test_rules(rule: str, days: list[int]) -> None:
    times = f"DTSTART;TZID=America/New_York:20171104T090000\nDURATION:PT1H\nRRULE:{rule}"
    found = [start for start, _, _ in busy(at(times))]
    assert found == [f"2017-11-{day:02} 09:00" for day in days]


SERIES = "DTSTART;TZID=America/New_York:20171104T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\n"


def test_days_that_are_left_out_or_added() -> None:
    more = (
        "EXDATE;TZID=America/New_York:20171105T090000\nEXDATE;VALUE=DATE:20171106\n"
        "RDATE;TZID=America/New_York:20171109T100000"
    )
    found = [start for start, _, _ in busy(at(SERIES + more))]
    assert found == ["2017-11-04 09:00", "2017-11-07 09:00", "2017-11-09 10:00"]


def test_a_day_that_is_moved() -> None:
    moved = (
        "RECURRENCE-ID;TZID=America/New_York:20171105T090000\nDTSTART:20171105T200000Z\n"
        "DURATION:PT1H"
    )
    gone = (
        "RECURRENCE-ID:20171106T140000Z\nDTSTART:20171106T140000Z\nDURATION:PT1H\nSTATUS:CANCELLED"
    )
    found = [start for start, _, _ in busy(at(SERIES), at(moved), at(gone))]
    assert found == ["2017-11-04 09:00", "2017-11-05 15:00", "2017-11-07 09:00"]


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "nonsense"])
def test_a_rule_that_cannot_be_read_is_its_first_day(rule: str) -> None:
    found = read(CALL + f"RRULE:{rule}")
    assert len(rows(found, "absences")) == 1
    sentence = f'"{rule}" is not a repetition that can be read; "Call" is taken for its first day'
    assert doubts(found) == [("c.ics:8", "time", f"{sentence} alone")]


def test_free_and_busy_times() -> None:
    head = (
        "BEGIN:VFREEBUSY\n"
        "FREEBUSY:20171106T190000Z/PT1H,20171107T190000Z/20171107T200000Z\n"
        "FREEBUSY;FBTYPE=FREE:20171108T190000Z/PT1H\n"
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20171109T190000Z/PT1H\n"
        "FREEBUSY:20171209T190000Z/PT1H,nonsense,20171106T190000Z/PT0S\n"
        "END:VFREEBUSY"
    )
    assert busy(head=head) == [
        (*TWO, "busy"),
        ("2017-11-07 14:00", "2017-11-07 15:00", "busy"),
        ("2017-11-09 14:00", "2017-11-09 15:00", "tentative"),
    ]


def test_an_entry_without_a_time_is_left_out() -> None:
    found = read("UID:1\nSUMMARY:Call\nDTSTART:soon", CALL)
    assert len(rows(found, "absences")) == 1
    assert doubts(found) == [
        ("c.ics:6 DTSTART", "time", '"soon" is no time of a calendar; the entry "Call" is left out')
    ]


def test_a_calendar_that_is_cut_off_keeps_what_is_whole() -> None:
    data = calendar(CALL, CALL.replace("UID:1", "UID:2"))
    found = read_calendar("c.ics", data[:-40], WEEK, "absences", "gaudin")
    assert len(rows(found, "absences")) == 1
    sentence = '"c.ics" ends in the middle of an entry; that entry is left out'
    assert doubts(found) == [("c.ics:9", "file", sentence)]


def test_rules_that_count_for_decades_are_not_all_followed() -> None:
    rule = "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=1;COUNT=999"
    entry = f"DTSTART:19710101T100000\nDTEND:19710101T110000\n{rule}"
    assert read(*[entry] * 100).problems == ()
    found = read(*[entry] * 300)
    assert [(p.code, p.message.key) for p in found.problems] == [("file", "foreign.many")]


def test_thousands_of_rules_that_never_fall_on_a_day() -> None:
    rule = "RRULE:FREQ=DAILY;INTERVAL=999;BYSETPOS=366"
    entry = f"DTSTART:19710101T100000\nDTEND:19710101T110000\n{rule}"
    assert read(*[entry] * 2500) == Imported(NOTHING)
