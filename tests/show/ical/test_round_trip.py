"""Any item in any zone: what is read back is what was written."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import available_timezones

from hypothesis import example, given, settings
from hypothesis import strategies as st

from itinerary.locale import Words
from itinerary.model import NOBODY, Event, Journey
from itinerary.show.ical import Calendars
from itinerary.show.ical.lines import clean, one_line
from itinerary.times import Span
from itinerary.timetable import Timetable
from tests.show.ical.missions import MIAMI, PARIS, timetable
from tests.show.ical.readers import by_icalendar, by_vobject

NOWHERE = Path()
TRICKY = (
    MIAMI, PARIS, "Africa/Casablanca", "Africa/Sao_Tome", "America/Metlakatla", "Asia/Kolkata",
    "America/Sao_Paulo", "Australia/Lord_Howe", "Europe/Dublin", "UTC",
)  # fmt: skip
ZONES = st.sampled_from(TRICKY) | st.sampled_from(
    sorted(zone for zone in available_timezones() if "/" in zone)
)
INSTANTS = st.integers(0, 15 * 366 * 96).map(
    lambda quarters: datetime(2012, 1, 1, tzinfo=UTC) + quarters * timedelta(minutes=15)
)
LENGTHS = st.integers(1, 2 * 1440).map(lambda minutes: timedelta(minutes=minutes))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


def around(start: datetime, built: Timetable) -> Timetable:
    """The same items in a mission of those days."""
    day = start.date()
    frame = replace(built.mission, home_zone=built.mission.zone, starts=day, ends=day)
    return Timetable(frame)


@settings(max_examples=300, deadline=None)
@given(ZONES, ZONES, INSTANTS, LENGTHS)
@example(MIAMI, MIAMI, datetime(2017, 11, 5, 5, 30, tzinfo=UTC), timedelta(minutes=15))
@example(MIAMI, MIAMI, datetime(2017, 11, 5, 6, 30, tzinfo=UTC), timedelta(minutes=15))
@example(MIAMI, MIAMI, datetime(2017, 11, 5, 4, 0, tzinfo=UTC), timedelta(hours=25))
@example("Asia/Tokyo", "Pacific/Honolulu", datetime(2017, 11, 5, tzinfo=UTC), timedelta(hours=8))
def test_instants(zone: str, end_zone: str, start: datetime, length: timedelta) -> None:
    span = Span(start, start + length)
    journey = Journey("j", "XX 1", NOBODY, "", zone, "", end_zone, span)
    data = Calendars(around(start, timetable(journeys=[journey])), Words()).mission()
    for read in (by_icalendar, by_vobject):
        assert [Span(seen.start, seen.end) for seen in read(data, NOWHERE)] == [span]


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
@example("a,b;c:d", "C:\\notes\\new\n\n\\N; \\, end\\")
@example("日本語" * 40, "🎁" * 60)
def test_texts(title: str, notes: str) -> None:
    start = datetime(2017, 11, 6, 14, tzinfo=UTC)
    span = Span(start, start + timedelta(hours=1))
    event = Event("e", title, (span,), MIAMI, notes=notes)
    data = Calendars(around(start, timetable([event])), Words()).mission()
    for read in (by_icalendar, by_vobject):
        seen = [(found.summary, found.description) for found in read(data, NOWHERE)]
        assert seen == [(one_line(title), clean(notes))]
