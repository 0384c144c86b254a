"""The entries of a calendar one by one: what repeats, what is moved, what is left out."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from itinerary.load.imports.calendar_values import (
    Wall,
    read_length,
    read_wall,
    read_wall_of,
    walls,
)
from itinerary.load.imports.calendar_zones import CalendarZones
from itinerary.load.imports.content_lines import Component
from itinerary.load.imports.imported import MOST_ROWS, refusal
from itinerary.load.imports.texts import plain
from itinerary.problems import Problem, Source, say, warning
from itinerary.times import Span, UnreadableError, dates_within, nearest_instant

_DAY = timedelta(days=1)
_LONGEST = timedelta(days=366)
_MOST_RULES = 3000
"""Repeating entries of one calendar."""
_MOST_COUNTED = 4_000_000
"""Days through which those with a COUNT are followed, all together."""


class Days(NamedTuple):
    """The days of a mission and the zone of its clocks."""

    starts: date
    ends: date
    """The last one, included."""
    zone: str

    @property
    def span(self) -> Span:
        first, last = self.starts, self.ends + _DAY
        clock = datetime.min.time()
        return Span(
            nearest_instant(first, clock, self.zone), nearest_instant(last, clock, self.zone)
        )


class Occurrence(NamedTuple):
    """One entry on one day."""

    entry: Component
    span: Span
    day: date
    """As it is written, on its own clocks."""
    days: int = 0
    """Whole days from `day` on; 0 where it has clocks."""
    repeats: str = ""
    """Of one that is repeated, the day it has by the rule, even if it was moved: `20171106`."""


class Occurrences:
    """Those of one calendar that touch some days."""

    def __init__(self, file: str, days: Days, zones: CalendarZones) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._days = days
        self._zones = zones
        self._rules = 0
        self._counted = 0

    def of(self, entries: Iterable[Component]) -> list[Occurrence]:
        """In order of time."""
        moved: dict[str, dict[datetime, Component]] = {}
        masters: list[Component] = []
        for entry in entries:
            at = read_wall_of(entry.value("RECURRENCE-ID"))
            if at is None:
                masters.append(entry)
            else:
                instant = self._zones.instant(at, entry.row)
                moved.setdefault(entry.text("UID"), {})[instant] = entry
        found: list[Occurrence] = []
        for entry in masters:
            found += self._of_entry(entry, moved.get(entry.text("UID"), {}))
            if len(found) > MOST_ROWS:
                raise refusal(self._file, say("foreign.many", file=self._file), row=entry.row)
        for changes in moved.values():
            found += filter(None, map(self._moved, changes.values()))
        window = self._days.span
        touching = [o for o in found if o.span.start < window.end and o.span.end > window.start]
        return sorted(touching, key=lambda o: (o.span, o.entry.row))

    def _of_entry(self, entry: Component, moved: dict[datetime, Component]) -> list[Occurrence]:
        start = self._start(entry)
        if start is None:
            return []
        excluded = {
            self._zones.instant(wall, value.row)
            for value in entry.all("EXDATE") for wall in walls(value) if wall
        }  # fmt: skip
        dates_out = {
            wall.day
            for value in entry.all("EXDATE") for wall in walls(value) if wall and not wall.clock
        }  # fmt: skip
        repeats = "RRULE" in entry.values or "RDATE" in entry.values
        found: list[Occurrence] = []
        for wall in self._walls(entry, start):
            instant = self._zones.instant(wall, entry.row)
            if instant not in excluded | moved.keys() and wall.day not in dates_out:
                found.append(self._at(entry, wall, f"{wall.day:%Y%m%d}" if repeats else ""))
        return found

    def _moved(self, entry: Component) -> Occurrence | None:
        by_rule = read_wall_of(entry.value("RECURRENCE-ID"))
        start = self._start(entry)
        if "THISANDFUTURE" in entry.value("RECURRENCE-ID").parameters.get("RANGE", ""):
            self._doubt("calendar.future", entry)
        return self._at(entry, start, f"{by_rule.day:%Y%m%d}") if start and by_rule else None

    def _start(self, entry: Component) -> Wall | None:
        value = entry.value("DTSTART")
        wall = read_wall_of(value)
        if wall is None:
            message = say("calendar.time", text=value.text, title=title_of(entry))
            at = Source(self._file, value.row or entry.row, "DTSTART")
            self.problems.append(warning("time", message, at))
        return wall

    def _walls(self, entry: Component, start: Wall) -> Iterator[Wall]:
        """The starts: its own, those of its rule near the mission, those that are listed."""
        rule = entry.value("RRULE")
        days = self._ruled(entry, start) if rule.text else None
        if days is None:
            yield start
        else:
            yield from (start._replace(day=day) for day in days)
        for value in entry.all("RDATE"):
            yield from (wall for wall in walls(value) if wall and wall != start)

    def _ruled(self, entry: Component, start: Wall) -> list[date] | None:
        """None, and a doubt, for a rule that cannot be read."""
        rule = entry.value("RRULE").text
        self._rules += 1
        if "COUNT=" in rule.upper():
            self._counted += max((self._days.starts - start.day).days, 0)
        since = self._days.starts - _DAY - min(self._length(entry, start), _LONGEST)
        try:
            if self._rules > _MOST_RULES or self._counted > _MOST_COUNTED:
                raise refusal(self._file, say("foreign.many", file=self._file), row=entry.row)
            days = dates_within(rule, start.day, since, self._days.ends + _DAY)
        except UnreadableError:
            self._doubt("calendar.repeat", entry)
            return None
        until = _until(rule)
        if until is None or until.clock is None or start.clock is None:
            return days
        last = self._zones.instant(until)
        return [day for day in days if self._zones.instant(start._replace(day=day)) <= last]

    def _doubt(self, key: str, entry: Component) -> None:
        title = title_of(entry)
        rule = entry.value("RRULE")
        if key == "calendar.future":
            message = say("calendar.future", title=title)
        else:
            message = say("calendar.repeat", text=rule.text, title=title)
        self.problems.append(warning("time", message, Source(self._file, rule.row or entry.row)))

    def _at(self, entry: Component, wall: Wall, repeats: str) -> Occurrence:
        length = self._length(entry, read_wall_of(entry.value("DTSTART")) or wall)
        start = self._zones.instant(wall, entry.row)
        if wall.clock is not None:
            return Occurrence(entry, Span(start, start + length), wall.day, 0, repeats)
        days = max(min(length, _LONGEST) // _DAY, 1)
        end = self._zones.instant(wall._replace(day=wall.day + timedelta(days)), entry.row)
        return Occurrence(entry, Span(start, end), wall.day, days, repeats)

    def _length(self, entry: Component, start: Wall) -> timedelta:
        """Of what says none: a date is its day, a moment lasts no time (section 3.6.1)."""
        end = read_wall_of(entry.value("DTEND"))
        given = read_length(entry.value("DURATION").text)
        if end is not None and start.clock is None:
            return max(end.day - start.day, timedelta())
        if end is not None:
            length = self._zones.instant(end, entry.row) - self._zones.instant(start, entry.row)
            return max(length, timedelta())
        return given or timedelta()


def title_of(entry: Component) -> str:
    return plain(entry.text("SUMMARY")) or plain(entry.text("UID"))


def _until(rule: str) -> Wall | None:
    for part in rule.upper().split(";"):
        if part.startswith("UNTIL="):
            return read_wall(part.removeprefix("UNTIL="))
    return None
