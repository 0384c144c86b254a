"""The mission as values: frozen, without input or output.

Records are named tuples: as immutable as frozen dataclasses, made five times faster, which
tells with a hundred thousand people and at every start.

Instants are UTC `Span`s with an IANA zone beside them; people and places are ids. Every
record knows its `origin`: the row it was read from, so that a problem can name the cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from itinerary.model.answers import Answer
from itinerary.model.origins import NOWHERE, Origin
from itinerary.model.planning import Planning
from itinerary.problems import Source
from itinerary.times import Span

EMPTY: Mapping[str, Any] = MappingProxyType({})


class Organisation(NamedTuple):
    id: str
    name: str
    side: str = "delegation"
    sector: str = ""
    country: str = ""
    promised_meetings: int | None = None
    origin: Origin = NOWHERE


class Person(NamedTuple):
    id: str
    name: str
    organisation: str = ""
    role: str = ""
    groups: tuple[str, ...] = ()
    rank: int | None = None
    """Protocol order: 1 is the head of delegation; None comes after every number."""
    languages: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    diet: str = ""
    side: str = "delegation"
    stands_for: str = ""
    """The organisation this is, where a table names one that has nobody in `people`."""
    origin: Origin = NOWHERE


class Venue(NamedTuple):
    id: str
    name: str
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    capacity: int | None = None
    tables: int | None = None
    opens: time | None = None
    closes: time | None = None
    """Earlier than `opens`: past midnight."""
    zone: str = ""
    access: str = ""
    origin: Origin = NOWHERE


class Who(NamedTuple):
    """A `who` expression and the people it came to, by id, in protocol order."""

    text: str = ""
    people: tuple[str, ...] = ()
    is_whole: bool = True
    """False where a term of it is not understood, which the reading reports."""


NOBODY = Who()


class Event(NamedTuple):
    id: str
    title: str
    spans: tuple[Span, ...]
    """One, or one per occurrence of `repeat`."""
    zone: str
    """Of the clocks at its venue, whatever zone its times were written in."""
    kind: str = ""
    venue: str = ""
    who: Who = NOBODY
    optional: Who = NOBODY
    hosts: Who = NOBODY
    capacity: int | None = None
    status: str = "confirmed"
    languages: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    dress: str = ""
    notes: str = ""
    url: str = ""
    audience: str = ""
    repeat: str = ""
    clocks: str = ""
    """The zone its cells are written in; empty where that is `zone`."""
    origin: Origin = NOWHERE


class Meeting(NamedTuple):
    id: str
    title: str
    who: Who
    counterpart: Who
    duration: timedelta
    zone: str
    optional: Who = NOBODY
    priority: int = 2
    """1 is the highest."""
    earliest: datetime | None = None
    latest: datetime | None = None
    venue: str = ""
    pool: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    status: str = "confirmed"
    span: Span | None = None
    """None until someone pins it or `plan` places it."""
    table: int | None = None
    pinned: bool = False
    origin: Origin = NOWHERE
    placed_at: Origin = NOWHERE
    """The row that says when: its own, or one of `plan.csv`."""


class Journey(NamedTuple):
    """A flight or a train: it leaves in one zone and arrives in another."""

    id: str
    number: str
    who: Who
    start: str
    start_zone: str
    end: str
    end_zone: str
    span: Span
    origin: Origin = NOWHERE


class Transfer(NamedTuple):
    """A bus or a car between two venues."""

    id: str
    vehicle: str
    who: Who
    start: str
    end: str
    zone: str
    span: Span
    seats: int | None = None
    driver: str = ""
    resource: str = ""
    """The id of the vehicle, where it is in the table of resources."""
    origin: Origin = NOWHERE


class Resource(NamedTuple):
    """Something scarce: an interpreter, a vehicle, a piece of kit."""

    id: str
    name: str
    kind: str = ""
    languages: tuple[str, ...] = ()
    available: tuple[Span, ...] = ()
    """Empty: always."""
    origin: Origin = NOWHERE


class Absence(NamedTuple):
    who: Who
    span: Span
    reason: str = ""
    origin: Origin = NOWHERE


class Acceptance(NamedTuple):
    """A clash that someone has knowingly accepted."""

    rule: str
    subject: str
    """What the cell says."""
    items: tuple[str, ...]
    """What it comes to: references such as `event:signing`; all of them must be in the clash."""
    people: tuple[str, ...]
    """Those for whom it is accepted; empty: for everyone."""
    reason: str
    by: str
    origin: Origin = NOWHERE


class TravelTime(NamedTuple):
    """A row of the travel table."""

    minutes: int
    mode: str = ""


class Settings(NamedTuple):
    """What `mission.toml` says besides the name of the mission."""

    languages: tuple[str, ...] = ("en",)
    organiser: Mapping[str, str] = EMPTY
    slack_minutes: int = 5
    speed: float = 25.0
    """Kilometres per hour as the crow flies, so with detours and lights in it."""
    default_minutes: int = 30
    """Between two venues of which one has no coordinates."""
    base: str = ""
    """The venue where people sleep, and where a day starts from."""
    severities: Mapping[str, str] = EMPTY
    """By rule: `error`, `warning` or `off`."""
    thresholds: Mapping[str, Mapping[str, object]] = EMPTY
    """By rule, each threshold as `[checks]` gives it; not yet compared with what the rule has."""
    check_lines: Mapping[str, Source] = EMPTY
    """Where `rule` or `rule.threshold` is set."""
    planning: Planning = Planning()
    uid_domain: str = ""
    base_url: str = ""


@dataclass(frozen=True, repr=False)
class Mission:
    id: str
    title: str
    starts: date
    ends: date
    """The last day, included."""
    zone: str
    home_zone: str
    folder: str = ""
    settings: Settings = field(default_factory=Settings)
    people: Mapping[str, Person] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    venues: Mapping[str, Venue] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    requests: Mapping[str, Meeting] = field(default_factory=dict)
    """Those meetings that `plan.csv` places, as they were asked for."""
    journeys: Mapping[str, Journey] = field(default_factory=dict)
    transfers: Mapping[str, Transfer] = field(default_factory=dict)
    resources: Mapping[str, Resource] = field(default_factory=dict)
    absences: tuple[Absence, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    answers: Mapping[tuple[str, str], Answer] = field(default_factory=dict)
    """What people have said to invitations, by person and item, such as `event:signing`."""
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The people of each group, by the `names.key` of its name."""
    travel: Mapping[tuple[str, str], TravelTime] = field(default_factory=dict)
    origin: Origin = NOWHERE

    @cached_property
    def protocol_order(self) -> Mapping[str, int]:
        """Each person's place: rank first, then the order of the table."""
        unranked = len(self.people) + 10**6
        ranked = sorted(self.people.values(), key=lambda p: unranked if p.rank is None else p.rank)
        return {person.id: place for place, person in enumerate(ranked)}

    def in_protocol_order(self, people: set[str] | frozenset[str]) -> tuple[str, ...]:
        """The ids sorted by rank, then by their order in the table."""
        return tuple(sorted(people, key=self.protocol_order.__getitem__))

    def zone_at(self, venue: str) -> str:
        """The zone whose clocks hang there; the mission's where the table says none."""
        return (self.venues[venue].zone if venue in self.venues else "") or self.zone
