"""The time zones of a calendar: by IANA's names, by those of Windows, or spelt out in it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from itinerary.load.imports.calendar_values import Wall, read_offset, read_wall, walls
from itinerary.load.imports.content_lines import Component
from itinerary.problems import Problem, Source, say, warning
from itinerary.times import UnreadableError, nearest_instant, occurrence_dates, zone_named

_MOST_RULES = 40
"""Of all zones of a calendar; those of a real one are two each."""
_LAST = date(2100, 12, 31)


class _Change(NamedTuple):
    """From this time on, on the clocks there, they are this far from UTC."""

    wall: datetime
    offset: timedelta
    before: timedelta


class CalendarZones:
    """Turns the walls of one calendar into instants."""

    def __init__(self, file: str, zones: Iterable[Component], default: str) -> None:
        self.default = default
        self.problems: list[Problem] = []
        self._file = file
        self._spelt = {zone.text("TZID"): zone for zone in zones}
        self._names: dict[str, str] = {}
        self._changes: dict[str, list[_Change]] = {}
        self._rules = 0

    def instant(self, wall: Wall, row: int = 0) -> datetime:
        """In UTC; of a time that exists twice the first (RFC 5545 section 3.3.5)."""
        name = self._name(wall.zone, row) if wall.zone else self.default
        changes = self._changes.get(wall.zone) if not name else None
        if changes:
            return (wall.naive - _offset(changes, wall.naive)).replace(tzinfo=UTC)
        return nearest_instant(wall.day, wall.naive.time(), name or self.default)

    def _name(self, written: str, row: int) -> str:
        """The IANA name; empty for a zone that is only spelt out, or not known at all."""
        known = self._names.get(written)
        if known is None:
            known = self._names[written] = _iana(written, self._spelt.get(written))
            if not known and not self._learn(written):
                message = say("calendar.zone", text=written, zone=self.default)
                hint = say("calendar.zone.hint")
                at = Source(self._file, row, "TZID")
                self.problems.append(warning("guess", message, at, hint=hint))
        return known

    def _learn(self, written: str) -> bool:
        zone = self._spelt.get(written)
        changes = sorted(self._changes_of(zone)) if zone else []
        self._changes[written] = changes
        return bool(changes)

    def _changes_of(self, zone: Component) -> Iterator[_Change]:
        for part in zone.parts:
            self._rules += 1
            begins = read_wall(_not_ancient(part.text("DTSTART")))
            offset = read_offset(part.text("TZOFFSETTO"))
            before = read_offset(part.text("TZOFFSETFROM"))
            if begins is None or offset is None or self._rules > _MOST_RULES:
                continue
            change = _Change(begins.naive, offset, offset if before is None else before)
            yield change
            for day in _repeated(part, begins):
                yield change._replace(wall=datetime.combine(day, begins.naive.time()))


def _repeated(part: Component, begins: Wall) -> list[date]:
    """The other days on which a rule of a zone changes the clocks."""
    rule, listed = part.text("RRULE"), [w for value in part.all("RDATE") for w in walls(value)]
    others = [wall.day for wall in listed if wall]
    try:
        ruled = occurrence_dates(rule, begins.day, _LAST) if rule else []
    except UnreadableError:
        ruled = []
    return [*others, *ruled]


def _not_ancient(text: str) -> str:
    """Windows begins its zones in 1601."""
    return re.sub(r"^1[0-8]\d\d", "1970", text)


def _offset(changes: list[_Change], wall: datetime) -> timedelta:
    """What is in force: of the last change before, else what was before the first."""
    place = bisect_right([change.wall for change in changes], wall)
    return changes[place - 1].offset if place else changes[0].before


def _iana(written: str, spelt: Component | None) -> str:
    """Names may have a path before them: `/mozilla.org/20070129_1/Europe/Paris`."""
    parts = written.strip().strip("/").split("/")
    tails = ("/".join(parts[-length:]) for length in (len(parts), 2, 3, 1))
    given = (written, WINDOWS_TO_OLSON.get(written.strip(), ""), *tails)
    for name in (*given, spelt.text("X-LIC-LOCATION") if spelt else ""):
        try:
            if name:
                return zone_named(name).key
        except UnreadableError:
            continue
    return ""
