"""Whose calendar holds which events."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from itinerary.locale import Words
from itinerary.show.ical.events import Drawn, Events
from itinerary.show.ical.lines import one_line, raw_line, text_line
from itinerary.show.ical.zones import Zones
from itinerary.times import Span
from itinerary.timetable import Item, Timetable

PRODID = "-//itinerary//itinerary//EN"
HEAD = (
    b"BEGIN:VCALENDAR\r\n"
    + raw_line("VERSION", "2.0")
    + raw_line("PRODID", PRODID)
    + raw_line("CALSCALE", "GREGORIAN")
)
FOOT = b"END:VCALENDAR\r\n"


class Calendars:
    """The calendars of one mission in one language; each item is drawn once."""

    def __init__(self, timetable: Timetable, words: Words, stamp: datetime | None = None) -> None:
        """`stamp` is when the mission last changed; its first day where nobody knows."""
        mission = timetable.mission
        self._timetable = timetable
        first_day = datetime.combine(mission.starts, time(), UTC)
        zones = Zones(_window(timetable))
        self._events = Events(mission, words, zones, (stamp or first_day).astimezone(UTC))
        self._definition = zones.definition
        self._drawn: dict[tuple[Item, bool], Drawn] = {}

    def of(self, person: str, day: date | None = None) -> bytes:
        """A person's calendar: all they are expected at or may come to, or only a day of it."""
        mission = self._timetable.mission
        drawn = [
            self._draw(item, person in item.required)
            for item in self._timetable.by_person[person]
            if day is None or item.day == day
        ]
        return self._calendar(f"{mission.people[person].name} – {mission.title}", drawn)

    def mission(self, day: date | None = None) -> bytes:
        """Everything, or only a day of it, once each."""
        items = self._timetable.items
        drawn = [self._draw(item, True) for item in items if day is None or item.day == day]
        return self._calendar(self._timetable.mission.title, drawn)

    def _draw(self, item: Item, is_required: bool) -> Drawn:
        found = self._drawn.get((item, is_required))
        if found is None:
            found = self._drawn[item, is_required] = self._events.item(item, is_required)
        return found

    def _calendar(self, name: str, drawn: Sequence[Drawn]) -> bytes:
        drawn = drawn or [self._events.mission()]
        title = one_line(name)
        zones = {zone for event in drawn for zone in event.zones}
        return b"".join((
            HEAD,
            text_line("NAME", title),
            text_line("X-WR-CALNAME", title),
            *(self._definition(zone) for zone in sorted(zones)),
            *(event.lines for event in drawn),
            FOOT,
        ))  # fmt: skip


def _window(timetable: Timetable) -> Span:
    """From the first to the last instant of the mission, its journeys included."""
    mission = timetable.mission
    first, last = (datetime.combine(day, time(), UTC) for day in (mission.starts, mission.ends))
    spans = [Span(first, last), *(item.span for item in timetable.items)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
