"""Calendars in UTC, calendars that tell nothing, and what is for nobody else's eyes."""

import pytest

from itinerary.locale import Words
from itinerary.show.ical import Alarm, Calendars, Style, Travel
from tests.show.ical.missions import RUN, SIGNING, every_kind, timetable
from tests.show.ical.test_events import STAMPS, vevents


def test_in_utc_there_are_no_zones() -> None:
    data = Calendars(every_kind(), Words(), style=Style(utc=True)).of("levy")
    assert data.count(b"TZID") == 0
    times = [line for line in vevents(data).splitlines() if line.startswith("DT")]
    assert [line for line in times if not line.endswith("Z")] == []
    assert times[1:3] == ["DTSTART:20171104T094000Z", "DTEND:20171104T200500Z"]


def test_a_redacted_calendar_says_when_and_what_kind() -> None:
    style = Style(alarms=Alarm(at_leave=True), travel=Travel.ITEMS, redact=True)
    data = Calendars(timetable([SIGNING]), Words(), style=style).of("suhas")
    assert vevents(data) == (
        f"""\
BEGIN:VEVENT
UID:18a145370b4f8d29d621b66b89975b72@miami.invalid
{STAMPS}STATUS:CONFIRMED
DTSTART;TZID=America/New_York:20171106T100000
DTEND;TZID=America/New_York:20171106T113000
TRANSP:TRANSPARENT
SUMMARY:Event (optional)
END:VEVENT
"""
    )


def test_no_word_of_the_tables_is_in_a_redacted_calendar() -> None:
    style = Style(alarms=Alarm(at_leave=True), travel=Travel.ITEMS, redact=True)
    seen = vevents(Calendars(every_kind(), Words(), style=style).of("levy"))
    said = {line for line in seen.splitlines() if line.split(":")[0] in ("SUMMARY", "DESCRIPTION")}
    assert said == {
        f"{name}:{kind}"
        for name in ("SUMMARY", "DESCRIPTION")
        for kind in ("Event", "Meeting", "Journey", "Transfer")
    }
    names = {line.split(":")[0].split(";")[0] for line in seen.splitlines()}
    assert names == {
        "BEGIN", "END", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND",
        "SUMMARY", "ACTION", "TRIGGER", "DESCRIPTION",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("audience", "written"),
    [("", []), ("public", []), ("delegation", []), ("private", ["CLASS:PRIVATE"])],
)
def test_only_what_is_private_has_a_class(audience: str, written: list[str]) -> None:
    built = timetable([SIGNING._replace(audience=audience)])
    for redact in (False, True):
        seen = vevents(Calendars(built, Words(), style=Style(redact=redact)).mission())
        assert [line for line in seen.splitlines() if line.startswith("CLASS")] == written


def test_a_draft_stays_tentative_when_redacted() -> None:
    seen = vevents(Calendars(timetable([RUN]), Words(), style=Style(redact=True)).of("suhas"))
    assert seen.count("STATUS:TENTATIVE\n") == 2
