from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from itinerary.locale import Words
from itinerary.show.ical import Calendars
from itinerary.timetable import Timetable
from tests.show.ical.missions import (
    MIAMI,
    OUT,
    RUN,
    SIGNING,
    event,
    every_kind,
    span,
    timetable,
)


def vevents(data: bytes) -> list[bytes]:
    """The bytes of each event."""
    return [b"BEGIN:VEVENT" + part for part in data.split(b"BEGIN:VEVENT")[1:-1]] + [
        b"BEGIN:VEVENT" + data.split(b"BEGIN:VEVENT")[-1].removesuffix(b"END:VCALENDAR\r\n")
    ]


def zones(data: bytes) -> list[bytes]:
    return [line[5:] for line in data.split(b"\r\n") if line.startswith(b"TZID:")]


def test_a_calendar_of_somebody_with_nothing_to_do_holds_the_mission() -> None:
    assert Calendars(every_kind(), Words()).of("idle").decode() == (
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//itinerary//itinerary//EN\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "NAME:Nadia Idle – Port days in Miami\r\n"
        "X-WR-CALNAME:Nadia Idle – Port days in Miami\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:mission-miami@miami.invalid\r\n"
        "DTSTAMP:20171104T000000Z\r\n"
        "LAST-MODIFIED:20171104T000000Z\r\n"
        "SEQUENCE:0\r\n"
        "STATUS:CONFIRMED\r\n"
        "DTSTART;VALUE=DATE:20171104\r\n"
        "DTEND;VALUE=DATE:20171111\r\n"
        "SUMMARY:Port days in Miami\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


def test_a_mission_without_items_is_a_calendar_too() -> None:
    starts = date(9999, 12, 1)
    frame = replace(timetable().mission, title="Always; on", starts=starts, ends=date.max)
    data = Calendars(Timetable(frame), Words()).mission()
    assert vevents(data)[0].split(b"\r\n")[6:9] == [
        b"DTSTART;VALUE=DATE:99991201",
        b"DTEND;VALUE=DATE:99991231",
        b"SUMMARY:Always\\; on",
    ]


def test_the_mission_holds_everything_once() -> None:
    built = every_kind()
    uids = [
        line
        for line in Calendars(built, Words()).mission().split(b"\r\n")
        if line.startswith(b"UID:")
    ]
    assert len(uids) == len(set(uids)) == len(built.items) == 13


def test_an_event_is_the_same_bytes_in_every_calendar() -> None:
    calendars = Calendars(timetable([SIGNING], journeys=[OUT]), Words())
    levy, kuryla, everything = map(
        vevents, (calendars.of("levy"), calendars.of("kuryla"), calendars.mission())
    )
    assert levy == everything
    assert kuryla == everything[1:]


def test_the_same_bytes_each_time() -> None:
    one, other = (Calendars(every_kind(), Words()) for _ in range(2))
    forwards = [one.mission(), one.of("levy"), one.of("suhas")]
    assert [other.of("suhas"), other.of("levy"), other.mission()] == forwards[::-1]
    assert one.mission() == forwards[0]


def test_only_the_zones_a_calendar_names_are_defined() -> None:
    tokyo = event("call", span("2017-11-07T09:00+09:00", "2017-11-07T10:00+09:00"), "Asia/Tokyo")
    calendars = Calendars(timetable([SIGNING, RUN, tokyo], journeys=[OUT]), Words())
    assert zones(calendars.of("kuryla")) == [b"America/New_York"]
    assert zones(calendars.of("idle")) == []
    assert zones(calendars.mission()) == [b"America/New_York", b"Asia/Tokyo", b"Europe/Paris"]


def test_a_calendar_in_utc_defines_no_zone() -> None:
    twice = event("twice", span("2017-11-05T01:10-04:00", "2017-11-05T01:20-04:00"), MIAMI)
    assert zones(Calendars(timetable([twice]), Words()).mission()) == []


def test_the_stamp_is_the_callers_and_in_utc() -> None:
    stamp = datetime(2017, 10, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    data = Calendars(timetable([SIGNING]), Words(), stamp).mission()
    assert vevents(data)[0].split(b"\r\n")[2:4] == [
        b"DTSTAMP:20171001T100000Z",
        b"LAST-MODIFIED:20171001T100000Z",
    ]


@pytest.mark.parametrize("person", ["levy", "suhas", "kuryla", "idle"])
def test_bytes_are_utf_8_with_crlf_in_lines_of_75_octets(person: str) -> None:
    data = Calendars(every_kind(), Words()).of(person)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert data.count(b"\r") == data.count(b"\n") == len(lines) - 1
    assert data[:15] == b"BEGIN:VCALENDAR"
    assert max(map(len, lines)) <= 75
    assert [line.decode().encode() for line in lines] == lines


def test_nobody_is_no_calendar() -> None:
    with pytest.raises(KeyError, match="nobody"):
        Calendars(every_kind(), Words()).of("nobody")
