"""A calendar (`.ics`): a person's own busy times as absences, or its entries as events."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from itinerary.load.files import UnusableError, decode
from itinerary.load.imports.absences import absence_table, absences_of, free_busy
from itinerary.load.imports.calendar_values import read_wall_of
from itinerary.load.imports.calendar_zones import CalendarZones
from itinerary.load.imports.content_lines import Component, read_components
from itinerary.load.imports.entries import Entries
from itinerary.load.imports.imported import MOST_BYTES, Imported, refusal, refused
from itinerary.load.imports.occurrences import Days, Occurrence, Occurrences
from itinerary.load.imports.texts import plain
from itinerary.model.tables import TextMission, TextTable
from itinerary.problems import Problem, Source, say, warning
from itinerary.times import UnreadableError, local, zone_named

As = Literal["absences", "events"]
_MOST_DAYS = 60
"""Of a calendar that begins a mission: what covers more is somebody's life."""


def read_calendar(
    name: str, data: bytes, days: Days | None, as_: As = "events", who: str = ""
) -> Imported:
    """The absences of `who`, or the events, on the days of a mission; never raises for what is
    in it.

    Without `days` the calendar begins a mission, and its entries say when that is.
    """
    problems: list[Problem] = []
    try:
        reading = _Reading(name, _calendars(name, data, problems), days, problems)
        found = reading.absences(who) if as_ == "absences" else reading.events()
    except UnusableError as fault:
        return refused(fault)
    tables = {table.name: table for table in found if table.rows}
    settings = {} if days else reading.settings()
    return Imported(TextMission(settings, tables), tuple(problems))


def _calendars(name: str, data: bytes, problems: list[Problem]) -> list[Component]:
    if len(data) > MOST_BYTES:
        raise refusal(name, say("file.large", file=name))
    found = read_components(name, decode(name, data, problems), problems)
    calendars = [component for component in found if component.name == "VCALENDAR"]
    if not calendars:
        raise refusal(name, say("calendar.none", file=name), say("foreign.whole"))
    return calendars


class _Reading:
    """What the calendars of one file come to."""

    def __init__(
        self, name: str, calendars: list[Component], days: Days | None, problems: list[Problem]
    ) -> None:
        self._name = name
        self._calendars = calendars
        self._problems = problems
        self.days = days or self._own_days()

    def settings(self) -> dict[str, object]:
        """The frame of a mission that begins with this calendar."""
        title = next(filter(None, (plain(c.text("X-WR-CALNAME")) for c in self._calendars)), "")
        frame = {"title": title, "starts": self.days.starts, "ends": self.days.ends}
        return {name: value for name, value in frame.items() if value} | {"zone": self.days.zone}

    def events(self) -> list[TextTable]:
        found = [occurrence for _, o in self._occurrences() for occurrence in o]
        entries = Entries(self._name, found, self.days.zone)
        tables = entries.tables()
        self._problems += entries.problems
        return tables

    def absences(self, who: str) -> list[TextTable]:
        rows: list[tuple[str, str, str, str]] = []
        for (calendar, zones), occurrences in self._occurrences():
            attended = [o for o in occurrences if not _is_declined(o.entry, calendar)]
            rows += absences_of(who, attended, self.days.zone)
            parts = [part for part in calendar.parts if part.name == "VFREEBUSY"]
            rows += free_busy(who, parts, zones, self.days)
        return [absence_table(rows)]

    def _occurrences(self) -> Iterator[tuple[tuple[Component, CalendarZones], list[Occurrence]]]:
        for calendar in self._calendars:
            zones = self._zones(calendar)
            occurrences = Occurrences(self._name, self.days, zones)
            entries = [part for part in calendar.parts if part.name == "VEVENT"]
            if calendar.text("METHOD").strip().upper() == "CANCEL":
                for entry in entries:
                    entry.values["STATUS"] = [entry.value("STATUS")._replace(text="CANCELLED")]
            yield (calendar, zones), occurrences.of(entries)
            self._problems += [*occurrences.problems, *zones.problems]

    def _zones(self, calendar: Component) -> CalendarZones:
        """A time without a zone is on the clocks of the mission."""
        spelt = [part for part in calendar.parts if part.name == "VTIMEZONE"]
        return CalendarZones(self._name, spelt, self.days.zone)

    def _own_days(self) -> Days:
        """The days of the entries; `UnusableError` where they are too many for a mission."""
        zone = self._own_zone()
        days: list[date] = []
        for calendar in self._calendars:
            spelt = [part for part in calendar.parts if part.name == "VTIMEZONE"]
            zones = CalendarZones(self._name, spelt, zone)
            for part in (part for part in calendar.parts if part.name == "VEVENT"):
                if wall := read_wall_of(part.value("DTSTART")):
                    days.append(local(zones.instant(wall), zone).date() if wall.clock else wall.day)
        if not days:
            raise refusal(self._name, say("calendar.none", file=self._name), say("foreign.whole"))
        first, last = min(days), max(days)
        if (last - first).days >= _MOST_DAYS:
            message = say("calendar.range", days=(last - first).days + 1)
            raise refusal(self._name, message, say("calendar.range.hint"))
        return Days(first, last, zone)

    def _own_zone(self) -> str:
        """What the calendar is said to be in, else the only zone it names."""
        said = [calendar.text("X-WR-TIMEZONE") for calendar in self._calendars]
        named = {
            part.text("TZID") for calendar in self._calendars for part in calendar.parts
            if part.name == "VTIMEZONE"
        }  # fmt: skip
        for text in (*said, *(named if len(named) == 1 else ())):
            try:
                if text:
                    return zone_named(text).key
            except UnreadableError:
                continue
        at, hint = Source(self._name), say("calendar.own_zone.hint")
        self._problems.append(warning("guess", say("calendar.own_zone", zone="UTC"), at, hint=hint))
        return "UTC"


def _is_declined(entry: Component, calendar: Component) -> bool:
    """Whether the owner of the calendar, where its name says who that is, does not come."""
    owner = calendar.text("X-WR-CALNAME").strip().lower()
    if "@" not in owner:
        return False
    return any(
        value.text.strip().lower() == f"mailto:{owner}"
        and value.parameters.get("PARTSTAT", "").upper() == "DECLINED"
        for value in entry.all("ATTENDEE")
    )
