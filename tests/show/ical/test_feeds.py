"""Calendars that say what has changed since they were last sent."""

from dataclasses import replace
from datetime import UTC, datetime

import icalendar

from itinerary.locale import Words
from itinerary.model.published import Gone, Sent
from itinerary.show.ical import Calendars, Style
from itinerary.timetable import Timetable
from tests.show.ical.missions import BUS, OUT, RUN, SIGNING, every_kind, timetable
from tests.show.ical.test_events import vevents

NEW = Sent(0, "20171101T080000Z", "", is_live=True)
MOVED = Sent(3, "20171102T101500Z", "", is_live=True)
TAKEN = Sent(4, "20171103T090000Z", "", is_live=False)
WALK = Gone(
    "event-walk@miami.invalid", "Art Deco walk; with hoteliers", "DTSTART:20171105T190000Z",
    "DTEND:20171105T204500Z", "Ocean Drive",
)  # fmt: skip


def calendars(built: Timetable | None = None) -> Calendars:
    return Calendars(built or timetable([SIGNING], journeys=[OUT]), Words())


def test_each_event_has_the_stamps_of_its_last_change() -> None:
    feed = calendars().of("levy", sent={"event:signing": MOVED, "journey:out": NEW})
    stamps = [line for line in vevents(feed).splitlines() if line[:3] in ("DTS", "LAS", "SEQ")]
    assert [line for line in stamps if not line.startswith("DTSTART")] == [
        "DTSTAMP:20171101T080000Z",
        "LAST-MODIFIED:20171101T080000Z",
        "SEQUENCE:0",
        "DTSTAMP:20171102T101500Z",
        "LAST-MODIFIED:20171102T101500Z",
        "SEQUENCE:3",
    ]


def test_a_feed_says_how_often_to_ask_for_it() -> None:
    feed = calendars().of("levy", sent={})
    head = feed[: feed.index(b"BEGIN:VTIMEZONE")].decode().splitlines()
    assert head == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//itinerary//itinerary//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Hélène Lévy – Port days in Miami",
        "X-WR-CALNAME:Hélène Lévy – Port days in Miami",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
    ]


def test_but_for_its_stamps_a_feed_says_what_a_file_says() -> None:
    built = calendars(every_kind())
    assert vevents(built.of("levy", sent={})) == vevents(built.of("levy"))


CANCELLED_WALK = """\
BEGIN:VEVENT
UID:event-walk@miami.invalid
DTSTAMP:20171103T090000Z
LAST-MODIFIED:20171103T090000Z
SEQUENCE:4
STATUS:CANCELLED
DTSTART:20171105T190000Z
DTEND:20171105T204500Z
SUMMARY:Cancelled: Art Deco walk\\; with hoteliers
TRANSP:TRANSPARENT
LOCATION:Ocean Drive
END:VEVENT
"""


def test_what_is_in_no_table_any_more_is_there_as_cancelled() -> None:
    feed = calendars().of("levy", sent={"event:walk": TAKEN}, gone={"event:walk": WALK})
    assert vevents(feed) == vevents(calendars().of("levy")) + CANCELLED_WALK


def test_what_a_person_was_taken_off_is_cancelled_for_them_alone() -> None:
    sent = {"event:signing": TAKEN}
    only = calendars(timetable([SIGNING._replace(optional=SIGNING.who)]))
    gone = {"event:signing": only.said("levy")["event:signing"].gone}
    feed = calendars(timetable([RUN])).of("levy", sent=sent, gone=gone)
    cancelled = vevents(feed).split("BEGIN:VEVENT\n")[-1].splitlines()
    assert cancelled[4:10] == [
        "STATUS:CANCELLED",
        "DTSTART:20171106T150000Z",
        "DTEND:20171106T163000Z",
        "SUMMARY:Cancelled: Signing\\; the letter\\, at last",
        "TRANSP:TRANSPARENT",
        "LOCATION:PortMiami\\, 1015 N America Way\\, Miami",
    ]


def test_a_redacted_calendar_does_not_tell_what_is_cancelled() -> None:
    redacted = Calendars(timetable(), Words(), style=Style(redact=True))
    feed = redacted.of("levy", sent={"event:walk": TAKEN}, gone={"event:walk": WALK})
    cancelled = vevents(feed).split("BEGIN:VEVENT\n")[-1].splitlines()
    assert cancelled[7:] == ["SUMMARY:Cancelled: Event", "TRANSP:TRANSPARENT", "END:VEVENT"]


def test_the_mission_stays_once_it_was_sent_and_is_never_cancelled() -> None:
    empty = calendars(timetable())
    assert list(empty.said("levy")) == ["mission:miami"]
    assert list(calendars().said("levy")) == ["journey:out", "event:signing"]
    sent = {"mission:miami": NEW}
    assert list(calendars().said("levy", sent)) == ["mission:miami", "journey:out", "event:signing"]
    feed = calendars().of("levy", sent=sent)
    assert vevents(feed).count("DTSTART;VALUE=DATE:20171104") == 1
    assert vevents(feed).count("CANCELLED") == 0


def test_someone_who_has_left_has_a_feed_of_what_is_cancelled() -> None:
    feed = calendars().of("gone", sent={"event:walk": TAKEN}, gone={"event:walk": WALK})
    assert vevents(feed) == CANCELLED_WALK
    assert calendars().said("gone") == {}


def test_a_digest_tells_all_that_can_be_seen_and_no_stamp() -> None:
    early = Calendars(timetable([SIGNING]), Words(), datetime(2017, 1, 1, tzinfo=UTC))
    late = Calendars(timetable([SIGNING]), Words(), datetime(2017, 2, 1, tzinfo=UTC))
    assert early.said("levy") == late.said("levy")
    digests = {
        calendars(timetable([event])).said("levy")["event:signing"].digest
        for event in (
            SIGNING,
            SIGNING._replace(title="Signing"),
            SIGNING._replace(dress=""),
            SIGNING._replace(status="draft"),
            SIGNING._replace(who=SIGNING.optional, optional=SIGNING.who),
        )
    }
    assert len(digests) == 5


def test_the_same_of_a_required_and_an_optional_person_is_kept() -> None:
    said = [calendars().said(person)["event:signing"] for person in ("levy", "suhas")]
    assert said[0].gone == said[1].gone
    assert said[0].digest != said[1].digest


def test_a_single_event_is_a_calendar_of_its_own() -> None:
    built = calendars(timetable([SIGNING], journeys=[OUT], transfers=[BUS]))
    sent = {"journey:out": MOVED, "event:walk": TAKEN}
    whole = built.of("levy", sent=sent, gone={"event:walk": WALK})
    singles = [
        built.single("levy", identity, sent, {"event:walk": WALK})
        for identity in (*built.said("levy"), "event:walk")
    ]
    assert "".join(map(vevents, singles)) == vevents(whole)
    zones = [icalendar.Calendar.from_ical(single).walk("VTIMEZONE") for single in singles]
    assert [len(found) for found in zones] == [2, 1, 1, 0]


def test_the_calendar_of_the_mission_is_of_nobody() -> None:
    built = calendars(every_kind())
    assert built.of("") == built.mission()
    assert list(built.said("")) == [item.id for item in every_kind().items]


def test_a_change_of_the_missions_zone_leaves_what_is_cancelled_as_it_was() -> None:
    frame = timetable([SIGNING]).mission
    moved = Timetable(replace(frame, zone="Asia/Tokyo", home_zone="Asia/Tokyo"))
    sent, gone = {"event:walk": TAKEN}, {"event:walk": WALK}
    feeds = [calendars(built).single("levy", "event:walk", sent, gone) for built in (moved, None)]
    assert feeds[0] == feeds[1]
