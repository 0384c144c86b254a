"""What an event says to its reader, in one language: where, with whom, what to know."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from itertools import islice

from itinerary.locale import Words
from itinerary.model import Event, Meeting, Mission, Person, Transfer, Venue
from itinerary.show.cards import interpreters
from itinerary.times import Moment, local
from itinerary.timetable import Item

MOST_NAMES = 8
_KINDS = {
    "event": "ical.event",
    "meeting": "ical.meeting",
    "journey": "ical.journey",
    "transfer": "ical.transfer",
    "travel": "ical.travel",
    "mission": "ical.mission",
}


class Details:
    """The texts of one mission's items."""

    def __init__(self, mission: Mission, words: Words) -> None:
        self._mission = mission
        self._words = words
        self._label = cache(words.text)

    def summary(self, item: Item) -> str:
        """The title, with the way of a journey or a transfer."""
        start, end = self.venue(item.place), self.venue(item.end_place)
        if item.is_stay or start is None or end is None:
            return item.title
        return self._words.text("ical.from_to", title=item.title, start=start.name, end=end.name)

    def venue(self, identity: str) -> Venue | None:
        return self._mission.venues.get(identity)

    def location(self, item: Item) -> str:
        """Where to be at its start: name, table and address."""
        venue = self.venue(item.place)
        if venue is None:
            return ""
        table = item.record.table if isinstance(item.record, Meeting) else None
        at_table = "" if table is None else self._words.text("ical.table", number=table)
        return ", ".join(filter(None, (venue.name, at_table, venue.address)))

    def category(self, item: Item) -> str:
        """The kind in the table of events, else what it is."""
        kind = item.record.kind if isinstance(item.record, Event) else ""
        return kind or self.kind(item.id)

    def kind(self, identity: str) -> str:
        """What an id, such as `event:signing`, is of."""
        return self._label(_KINDS[identity.partition(":")[0]])

    def description(self, item: Item) -> str:
        """Everything else, a line each."""
        lines = [*self._times(item), *self._people(item), *self._advice(item)]
        return "\n".join(filter(None, lines))

    def _times(self, item: Item) -> Iterator[str]:
        """What a phone hides: drafts, both clocks of a journey, the time at home."""
        text, start, end = self._words.text, *item.span
        if is_draft(item):
            yield self._label("ical.draft")
        if item.kind == "journey" or item.zone != item.end_zone:
            yield self._labelled("ical.departs", self._clock(start, item.zone, item.place))
            yield self._labelled("ical.arrives", self._clock(end, item.end_zone, item.end_place))
        home = self._mission.home_zone
        there = (local(start, item.zone), local(end, item.end_zone))
        if all(wall.utcoffset() != local(wall, home).utcoffset() for wall in there):
            first, last = Moment(start, home), Moment(end, home)
            is_one_day = first.wall.date() == last.wall.date()
            until = last.wall.time() if is_one_day else last
            yield text("ical.home", place=_city(home), start=first, end=until)

    def _clock(self, at: datetime, zone: str, place: str) -> str:
        venue = self.venue(place)
        clock = self._words.text("ical.clock", at=Moment(at, zone), place=_city(zone))
        return f"{clock}, {venue.name}" if venue else clock

    def _people(self, item: Item) -> Iterator[str]:
        record = item.record
        if isinstance(record, Meeting):
            yield self._party(record.who.people)
            yield self._party(record.counterpart.people)
            return
        if isinstance(record, Event):
            yield self._labelled("ical.hosts", self._party(record.hosts.people))
        people = record.who.people
        names = (self._mission.people[person].name for person in people)
        yield self._labelled("ical.who", self._list(names, len(people)))

    def _party(self, people: Iterable[str]) -> str:
        """One side: `PortMiami: Juan Kuryla, Fred Wong`."""
        known = [self._mission.people[person] for person in people]
        organisations = dict.fromkeys(filter(None, map(self._organisation, known)))
        names = [person.name for person in known if not person.stands_for]
        parts = (self._list(group, len(group)) for group in (organisations, names))
        return ": ".join(filter(None, parts))

    def _organisation(self, person: Person) -> str:
        known = self._mission.organisations.get(person.stands_for or person.organisation)
        return known.name if known else ""

    def _list(self, names: Iterable[str], number: int) -> str:
        """At most so many names that a phone shows what comes after them."""
        listed = ", ".join(islice(names, MOST_NAMES))
        left = number - MOST_NAMES
        return f"{listed} {self._words.text('ical.more', n=left)}" if left > 0 else listed

    def _advice(self, item: Item) -> Iterator[str]:
        record, venue = item.record, self.venue(item.place)
        if isinstance(record, Transfer):
            yield self._labelled("ical.driver", record.driver)
        if venue:
            yield self._labelled("ical.access", venue.access)
        if isinstance(record, Event | Meeting):
            yield self._labelled("ical.language", ", ".join(record.languages))
            names = interpreters(self._mission, record.resources)
            yield self._labelled("ical.interpreter", names)
        if isinstance(record, Event):
            yield self._labelled("ical.dress", record.dress)
            yield record.notes
            yield self._labelled("ical.link", record.url)

    def _labelled(self, key: str, text: str) -> str:
        return f"{self._label(key)} {text}" if text else ""


def is_draft(item: Item) -> bool:
    return isinstance(item.record, Event | Meeting) and item.record.status == "draft"


def _city(zone: str) -> str:
    """`New York` for `America/New_York`."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")
