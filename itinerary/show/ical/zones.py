"""VTIMEZONE (RFC 5545 section 3.6.5), and DTSTART and DTEND on the clocks of a zone."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, TypeVar

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from itinerary.show.ical.lines import date_time, raw_line
from itinerary.show.ical.seasons import DAY, Onset, changes, clocks, seasons
from itinerary.times import Span, local

ANCHOR = 1970
"""The year rules start in, as in the calendars that Google and Apple write."""
LAST = 2100
LONGEST = timedelta(days=5 * 366)
"""A longer window is a date gone astray: then everything is written in UTC."""
SHORTEST = timedelta(minutes=1)
"""DTEND must be later than DTSTART (section 3.8.2.2); without one, clients invent an hour."""
Season = TypeVar("Season", TimezoneStandard, TimezoneDaylight)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Ends(NamedTuple):
    """DTSTART and DTEND, and the zones they name."""

    lines: bytes
    zones: tuple[str, ...] = ()


class Zones:
    """The zones of one mission: how each is defined, and which must do without, in UTC."""

    def __init__(self, window: Span | None) -> None:
        """The window holds every item, and a day is added on either side; None is all in UTC."""
        self._window: Span | None = None
        if window and _is_usual(window):
            self._window = Span(window.start - DAY, window.end + DAY)
        self._defined: dict[str, bytes] = {}

    def definition(self, zone: str) -> bytes:
        """The VTIMEZONE; empty where there is none that every client reads."""
        if zone not in self._defined:
            self._defined[zone] = b"" if self._window is None else _defined(zone, self._window)
        return self._defined[zone]

    def ends(self, span: Span, start_zone: str, end_zone: str) -> Ends:
        """Each end on the clocks of its zone, or both in UTC.

        In UTC where a zone has no definition, and where an end falls in an hour that comes
        twice: readers disagree on which of the two a wall time means.
        """
        start, end = whole(span)
        if self._is_clear(start, start_zone) and self._is_clear(end, end_zone):
            first = _line("DTSTART", local(start, start_zone), start_zone)
            last = _line("DTEND", local(end, end_zone), end_zone)
            return Ends(first + last, (start_zone, end_zone))
        return Ends(raw_line("DTSTART", _utc(start)) + raw_line("DTEND", _utc(end)))

    def _is_clear(self, at: datetime, zone: str) -> bool:
        window = self._window
        is_within = window is not None and window.start <= at <= window.end
        return is_within and bool(self.definition(zone)) and not _is_repeated(local(at, zone))


def _is_repeated(wall: datetime) -> bool:
    """Whether the clocks show this wall time at two instants (PEP 495)."""
    return wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()


def utc_lines(span: Span) -> tuple[str, str]:
    """Both in UTC, as content lines without their ends."""
    start, end = whole(span)
    return f"DTSTART:{_utc(start)}", f"DTEND:{_utc(end)}"


def whole(span: Span) -> Span:
    """In whole seconds, and with a length."""
    start, end = (at.replace(microsecond=0) for at in span)
    return Span(start, end if end > start else start + SHORTEST)


def _is_usual(window: Span) -> bool:
    return window.start.year > ANCHOR + 1 and window.end.year < LAST and window.length < LONGEST


def _utc(at: datetime) -> str:
    return date_time(at.astimezone(UTC))


def _line(name: str, at: datetime, zone: str) -> bytes:
    return raw_line(f"{name};TZID={zone}", date_time(at.replace(tzinfo=None)))


def _defined(zone: str, window: Span) -> bytes:
    """One STANDARD, and a DAYLIGHT where clocks change in the window."""
    component = Timezone()
    component.add("TZID", zone)
    if not changes(zone, window):
        wall = local(window.start, zone)
        offset = clocks(window.start, zone).offset
        if wall.tzname() == "UTC" or offset.seconds % 60:
            return b""
        component.add_component(_fixed(offset, wall.tzname() or zone))
    elif pair := seasons(zone, window):
        component.add_component(_yearly(TimezoneStandard(), pair.standard))
        component.add_component(_yearly(TimezoneDaylight(), pair.daylight))
    else:
        return b""
    return bytes(component.to_ical(sorted=False))


def _fixed(offset: timedelta, name: str) -> TimezoneStandard:
    standard = TimezoneStandard()
    standard.add("DTSTART", datetime.combine(date(ANCHOR, 1, 1), time()))
    standard.add("TZOFFSETFROM", offset)
    standard.add("TZOFFSETTO", offset)
    standard.add("TZNAME", name)
    return standard


def _yearly(season: Season, onset: Onset) -> Season:
    season.add("DTSTART", onset.wall(ANCHOR))
    season.add("TZOFFSETFROM", onset.before)
    season.add("TZOFFSETTO", onset.after)
    day = f"{onset.week}{_WEEKDAYS[onset.weekday]}"
    season.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": onset.month, "BYDAY": day})
    season.add("TZNAME", onset.name)
    return season
