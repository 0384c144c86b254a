from datetime import UTC, datetime, timedelta

import pytest

from itinerary.show.ical.zones import Ends, Zones
from itinerary.times import Span
from tests.show.ical.missions import MIAMI, PARIS, span

WEEK = span("2017-11-04T00:00Z", "2017-11-11T00:00Z")

NEW_YORK = b"""\
BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:STANDARD
DTSTART:19701101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZNAME:EST
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700308T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZNAME:EDT
END:DAYLIGHT
END:VTIMEZONE
""".replace(b"\n", b"\r\n")

KOLKATA = b"""\
BEGIN:VTIMEZONE
TZID:Asia/Kolkata
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
TZNAME:IST
END:STANDARD
END:VTIMEZONE
""".replace(b"\n", b"\r\n")


def test_a_zone_whose_clocks_change_is_a_yearly_pair() -> None:
    assert Zones(WEEK).definition(MIAMI) == NEW_YORK


def test_a_zone_whose_clocks_stand_is_one_offset() -> None:
    assert Zones(WEEK).definition("Asia/Kolkata") == KOLKATA


@pytest.mark.parametrize(
    ("zone", "window"),
    [
        ("Africa/Sao_Tome", span("2017-12-30T00:00Z", "2018-01-03T00:00Z")),
        ("America/Metlakatla", span("2018-11-03T00:00Z", "2018-11-08T00:00Z")),
        ("UTC", WEEK),
        ("Etc/UTC", WEEK),
        ("Africa/Monrovia", span("1971-06-01T00:00Z", "1971-06-08T00:00Z")),
        (MIAMI, span("2017-11-04T00:00Z", "2107-11-04T00:00Z")),
        (MIAMI, span("1917-11-04T00:00Z", "1917-11-05T00:00Z")),
        (MIAMI, Span(datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))),
    ],
)
def test_without_a_definition_everything_is_in_utc(zone: str, window: Span) -> None:
    zones = Zones(window)
    assert zones.definition(zone) == b""
    when = span("2017-11-06T09:00Z", "2017-11-06T10:00Z")
    utc = b"DTSTART:20171106T090000Z\r\nDTEND:20171106T100000Z\r\n"
    assert zones.ends(when, zone, zone) == Ends(utc)


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        (
            span("2017-11-05T00:30-04:00", "2017-11-05T00:59-04:00"),
            b"DTSTART;TZID=America/New_York:20171105T003000\r\n"
            b"DTEND;TZID=America/New_York:20171105T005900\r\n",
        ),
        (
            span("2017-11-05T00:30-04:00", "2017-11-05T01:00-04:00"),
            b"DTSTART:20171105T043000Z\r\nDTEND:20171105T050000Z\r\n",
        ),
        (
            span("2017-11-05T01:30-04:00", "2017-11-05T01:30-05:00"),
            b"DTSTART:20171105T053000Z\r\nDTEND:20171105T063000Z\r\n",
        ),
        (
            span("2017-11-05T01:59-05:00", "2017-11-05T03:00-05:00"),
            b"DTSTART:20171105T065900Z\r\nDTEND:20171105T080000Z\r\n",
        ),
        (
            span("2017-11-05T02:00-05:00", "2017-11-05T03:00-05:00"),
            b"DTSTART;TZID=America/New_York:20171105T020000\r\n"
            b"DTEND;TZID=America/New_York:20171105T030000\r\n",
        ),
        (
            span("2017-11-05T00:00-04:00", "2017-11-06T00:00-05:00"),
            b"DTSTART;TZID=America/New_York:20171105T000000\r\n"
            b"DTEND;TZID=America/New_York:20171106T000000\r\n",
        ),
    ],
    ids=["before", "until", "within", "out of", "after", "all 25 hours"],
)
def test_an_end_in_the_hour_that_comes_twice_puts_both_in_utc(when: Span, lines: bytes) -> None:
    assert Zones(WEEK).ends(when, MIAMI, MIAMI).lines == lines


def test_a_flight_starts_in_one_zone_and_ends_in_the_other() -> None:
    when = span("2017-11-04T10:40+01:00", "2017-11-04T16:05-04:00")
    assert Zones(WEEK).ends(when, PARIS, MIAMI) == Ends(
        b"DTSTART;TZID=Europe/Paris:20171104T104000\r\n"
        b"DTEND;TZID=America/New_York:20171104T160500\r\n",
        (PARIS, MIAMI),
    )


def test_a_flight_west_may_end_earlier_on_the_wall() -> None:
    when = span("2017-11-07T13:30+11:00", "2017-11-07T07:00-08:00")
    ends = Zones(WEEK).ends(when, "Australia/Sydney", "America/Los_Angeles")
    assert ends.lines == (
        b"DTSTART;TZID=Australia/Sydney:20171107T133000\r\n"
        b"DTEND;TZID=America/Los_Angeles:20171107T070000\r\n"
    )


def test_one_zone_without_definition_puts_both_ends_in_utc() -> None:
    window = span("2017-12-30T00:00Z", "2018-01-03T00:00Z")
    when = span("2018-01-02T10:00+01:00", "2018-01-02T16:00+01:00")
    assert Zones(window).ends(when, PARIS, "Africa/Sao_Tome") == Ends(
        b"DTSTART:20180102T090000Z\r\nDTEND:20180102T150000Z\r\n"
    )


@pytest.mark.parametrize("length", [timedelta(), timedelta(milliseconds=900)])
def test_what_lasts_no_time_lasts_a_minute(length: timedelta) -> None:
    start = WEEK.start + timedelta(hours=12)
    assert Zones(WEEK).ends(Span(start, start + length), "UTC", "UTC") == Ends(
        b"DTSTART:20171104T120000Z\r\nDTEND:20171104T120100Z\r\n"
    )
