"""What one state of a mission says of each thing: also of what is cancelled, or has no time yet."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import chain
from typing import Any, NamedTuple

from itinerary.model import Absence, Event, Journey, Meeting, Mission, Transfer, Who
from itinerary.times import Moment, Span, local

NOBODY_MORE: frozenset[str] = frozenset()
Row = Event | Meeting | Journey | Transfer
TOLD: Mapping[str, tuple[str, ...]] = {
    "event": ("dress", "notes", "url", "languages", "resources"),
    "meeting": ("languages", "resources"),
    "transfer": ("driver", "resource"),
}
"""Columns that matter to whoever is expected."""
UNTOLD: Mapping[str, tuple[str, ...]] = {
    "event": ("kind", "audience", "capacity"),
    "meeting": ("priority", "duration", "earliest", "latest", "pool"),
    "transfer": ("seats",),
}
"""Columns that matter to the organisers alone."""


class Detail(NamedTuple):
    """A column, and what stands in it; empty where nothing does."""

    column: str
    value: object


class Version(NamedTuple):
    """One thing as one state of the mission has it."""

    kind: str
    """`event`, `meeting`, `journey`, `transfer` or `absence`."""
    id: str
    """As that of an item; empty for an absence, which has none."""
    title: str
    """Of an absence its reason."""
    span: Span | None
    """None for a meeting without a time."""
    zone: str
    end_zone: str
    required: frozenset[str]
    optional: frozenset[str] = frozenset()
    place: str = ""
    end_place: str = ""
    table: int | None = None
    status: str = "confirmed"
    details: tuple[Detail, ...] = ()

    @property
    def people(self) -> frozenset[str]:
        return self.required | self.optional

    @property
    def is_held(self) -> bool:
        return self.status != "cancelled"

    @property
    def day(self) -> date | None:
        """The date on the clocks where it starts."""
        return local(self.span.start, self.zone).date() if self.span else None


class Renamed(NamedTuple):
    """Ids of an earlier state and what the same people, venues and resources are called now."""

    people: Mapping[str, str]
    venues: Mapping[str, str]
    resources: Mapping[str, str]


NOTHING_RENAMED = Renamed({}, {}, {})


class Versions:
    """Makes the versions of one state's rows, with its ids as another state calls them."""

    def __init__(self, mission: Mission, renamed: Renamed = NOTHING_RENAMED) -> None:
        self._mission = mission
        self._renamed = renamed
        resources = renamed.resources
        self._ids = {"resources": resources, "resource": resources, "pool": renamed.venues}

    def of(self, row: Row) -> list[Version]:
        """One; of an event that is repeated, one for each day."""
        if isinstance(row, Event):
            return [*self._occurrences(row)]
        if isinstance(row, Meeting):
            return [self._meeting(row)]
        return [self._move(row)]

    def of_absence(self, row: Absence) -> Version:
        zone = self._mission.zone
        return Version("absence", "", row.reason, row.span, zone, zone, self._people(row.who))

    def _occurrences(self, event: Event) -> Iterator[Version]:
        place = self._venue(event.venue)
        required = self._people(event.who, event.hosts)
        optional = self._people(event.optional) - required
        details = self._details("event", event, event.zone)
        for span in event.spans:
            suffix = f"@{local(span.start, event.zone):%Y-%m-%d}" if event.repeat else ""
            yield Version(
                "event", f"event:{event.id}{suffix}", event.title, span, event.zone, event.zone,
                required, optional, place, place, None, event.status, details,
            )  # fmt: skip

    def _meeting(self, row: Meeting) -> Version:
        place = self._venue(row.venue)
        required = self._people(row.who, row.counterpart)
        return Version(
            "meeting", f"meeting:{row.id}", row.title, row.span, row.zone, row.zone,
            required, self._people(row.optional) - required, place, place, row.table, row.status,
            self._details("meeting", row, row.zone),
        )  # fmt: skip

    def _move(self, row: Journey | Transfer) -> Version:
        people, ends = self._people(row.who), (self._venue(row.start), self._venue(row.end))
        if isinstance(row, Journey):
            return Version(
                "journey", f"journey:{row.id}", row.number, row.span, row.start_zone, row.end_zone,
                people, NOBODY_MORE, *ends,
            )  # fmt: skip
        return Version(
            "transfer", f"transfer:{row.id}", row.vehicle, row.span, row.zone,
            self._mission.zone_at(row.end), people, NOBODY_MORE, *ends,
            details=self._details("transfer", row, row.zone),
        )  # fmt: skip

    def _details(self, kind: str, row: Row, zone: str) -> tuple[Detail, ...]:
        return tuple(
            Detail(column, self._value(column, getattr(row, column), zone))
            for column in (*TOLD[kind], *UNTOLD[kind])
        )

    def _value(self, column: str, value: Any, zone: str) -> object:
        if isinstance(value, datetime):
            return Moment(value, zone)
        known = self._ids.get(column)
        if known and isinstance(value, tuple):
            return tuple(known.get(one, one) for one in value)
        return known.get(value, value) if known else "" if value is None else value

    def _venue(self, venue: str) -> str:
        return self._renamed.venues.get(venue, venue)

    def _people(self, *parts: Who) -> frozenset[str]:
        known = self._renamed.people
        found = chain.from_iterable(who.people for who in parts)
        return frozenset(known.get(one, one) for one in found) if known else frozenset(found)
