"""Whose calendar holds which events."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from itertools import chain

from itinerary.locale import Words
from itinerary.model import EMPTY
from itinerary.model.published import Gone, Said, Sent
from itinerary.show.ical.drawn import Drawn, Material
from itinerary.show.ical.events import Events, cancelled_event, mission_event, mission_id
from itinerary.show.ical.lines import date_time, one_line, raw_line, text_line
from itinerary.show.ical.style import PLAIN, Style
from itinerary.show.ical.ways import Ways, way_id
from itinerary.show.ical.zones import Zones
from itinerary.times import Span
from itinerary.timetable import Entry, Timetable

PRODID = "-//itinerary//itinerary//EN"
HEAD = (
    b"BEGIN:VCALENDAR\r\n"
    + raw_line("VERSION", "2.0")
    + raw_line("PRODID", PRODID)
    + raw_line("CALSCALE", "GREGORIAN")
)
HOURLY = raw_line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H") + raw_line("X-PUBLISHED-TTL", "PT1H")
"""How often a feed is to be asked for again (RFC 7986 section 5.7), and as Outlook reads it."""
FOOT = b"END:VCALENDAR\r\n"
EVERYONE = ""
"""Whose calendar is the mission's own."""
Stamped = tuple[Drawn, bytes]
"""A VEVENT and the stamps that go into it."""


class Calendars:
    """The calendars of one mission in one language and style; each item is drawn once."""

    def __init__(
        self,
        timetable: Timetable,
        words: Words,
        stamp: datetime | None = None,
        style: Style = PLAIN,
    ) -> None:
        """`stamp` is when the mission last changed; its first day where nobody knows."""
        mission = timetable.mission
        self._timetable = timetable
        zones = Zones(None if style.utc else _window(timetable))
        self._material = Material(mission, words, zones, style)
        self._ways = Ways(self._material)
        self._events = Events(self._material, self._ways)
        first_day = datetime.combine(mission.starts, time(), UTC)
        self._unsent = _stamps(0, date_time((stamp or first_day).astimezone(UTC)))
        self._is_alike = style.alarms is None and not self._ways.are_wanted
        """Whether an event is the same for all who are required, and for all who may come."""
        self._whole: dict[tuple[int, bool], Stamped] = {}
        self._last: tuple[str, dict[str, Drawn]] | None = None

    def of(
        self,
        person: str,
        day: date | None = None,
        sent: Mapping[str, Sent] | None = None,
        gone: Mapping[str, Gone] = EMPTY,
    ) -> bytes:
        """A person's calendar: all they are expected at or may come to, or only a day of it.

        With what was `sent` it is a feed: what that says is cancelled, or is in no table any
        more, is there as cancelled, from the tables or from what `gone` keeps of it.
        """
        if sent is None:
            if self._is_alike and person != EVERYONE and day is None:
                stamped = self._alike(person)
            else:
                stamped = [(event, self._unsent) for _, event in self._draw(person, day)]
            if not stamped:
                stamped = [(mission_event(self._material), self._unsent)]
            return self._calendar(self._names(person), stamped)
        own = self._own(person, sent)
        ids = chain(own, sorted(sent.keys() - own.keys()))
        found = [self._stamped(identity, own, sent, gone) for identity in ids]
        return self._calendar((*self._names(person), HOURLY), found)

    def mission(self, day: date | None = None) -> bytes:
        """Everything, or only a day of it, once each."""
        return self.of(EVERYONE, day)

    def single(
        self, person: str, identity: str, sent: Mapping[str, Sent], gone: Mapping[str, Gone]
    ) -> bytes:
        """One event of a person's feed as a calendar of its own, as CalDAV stores it."""
        own = self._own(person, sent)
        return self._calendar((), [self._stamped(identity, own, sent, gone)])

    def said(self, person: str, sent: Mapping[str, Sent] = EMPTY) -> Mapping[str, Said]:
        """What a person's feed says now, item by item.

        The mission itself is in it where there is nothing else, and stays once it was sent:
        nobody should read that it is cancelled because there is something to do.
        """
        own = self._own(person, sent)
        return {identity: Said(event.digest, event.gone) for identity, event in own.items()}

    def _own(self, person: str, sent: Mapping[str, Sent]) -> dict[str, Drawn]:
        if self._last is None or self._last[0] != person:
            drawn = self._draw(person) if self._is_known(person) else ()
            self._last = person, dict(drawn)
        own = self._last[1]
        is_bare = not own and self._is_known(person)
        return self._mission() | own if is_bare or mission_id(self._material) in sent else own

    def _is_known(self, person: str) -> bool:
        """Someone who has left the mission still has a feed, in which everything is cancelled."""
        return person == EVERYONE or person in self._timetable.mission.people

    def _mission(self) -> dict[str, Drawn]:
        return {mission_id(self._material): mission_event(self._material)}

    def _draw(self, person: str, day: date | None = None) -> Iterator[tuple[str, Drawn]]:
        """Each event of a calendar by the id of its item, the way to it first."""
        for entry in self._entries(person, day):
            item = entry.item
            way = self._ways.event(entry)
            if way is not None:
                yield way_id(item), way
            yield item.id, self._events.item(entry, rings=person != EVERYONE)

    def _alike(self, person: str) -> list[Stamped]:
        """As `_draw`, where it is nobody's own: one look-up for each event."""
        items, whole = self._timetable.by_person[person], self._whole
        keys = [(id(item), person in item.required) for item in items]
        for item, key in zip(items, keys, strict=True):
            if key not in whole:
                whole[key] = self._events.item(Entry(item, key[1])), self._unsent
        return [whole[key] for key in keys]

    def _entries(self, person: str, day: date | None) -> Iterator[Entry]:
        items = self._timetable.items if person == EVERYONE else self._timetable.by_person[person]
        if person == EVERYONE or not self._ways.are_wanted:
            wanted = (item for item in items if day is None or item.day == day)
            return (Entry(item, person == EVERYONE or person in item.required) for item in wanted)
        days = self._timetable.days(person)
        return (entry for one in days if day in (None, one.date) for entry in one.entries)

    def _stamped(
        self,
        identity: str,
        own: Mapping[str, Drawn],
        sent: Mapping[str, Sent],
        gone: Mapping[str, Gone],
    ) -> Stamped:
        record, event = sent.get(identity), own.get(identity)
        if event is None or not (record is None or record.is_live):
            kept = event.gone if event else gone[identity]
            event = cancelled_event(self._material, identity, kept)
        stamps = _stamps(record.sequence, record.changed) if record else self._unsent
        return event, stamps

    def _names(self, person: str) -> tuple[bytes, ...]:
        mission = self._timetable.mission
        name = mission.title
        if person in mission.people:
            name = f"{mission.people[person].name} – {name}"
        title = one_line(name)
        return text_line("NAME", title), text_line("X-WR-CALNAME", title)

    def _calendar(self, head: Iterable[bytes], events: list[Stamped]) -> bytes:
        zones = sorted(set(chain.from_iterable({event.zones for event, _ in events})))
        definitions = map(self._material.zones.definition, zones)
        lines = chain.from_iterable((e.head, stamps, e.body) for e, stamps in events)
        return b"".join((HEAD, *head, *definitions, *lines, FOOT))


def _stamps(sequence: int, changed: str) -> bytes:
    """`changed` is in UTC, as `date_time` writes it."""
    return b"".join((
        raw_line("DTSTAMP", changed),
        raw_line("LAST-MODIFIED", changed),
        raw_line("SEQUENCE", str(sequence)),
    ))  # fmt: skip


def _window(timetable: Timetable) -> Span:
    """From the first to the last instant of the mission, its journeys included."""
    mission = timetable.mission
    first, last = (datetime.combine(day, time(), UTC) for day in (mission.starts, mission.ends))
    spans = [Span(first, last), *(item.span for item in timetable.items)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
