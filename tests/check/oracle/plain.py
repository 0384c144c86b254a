"""A mission in minutes and sets: all that the plain forms of the rules are told.

Whatever they say is worked out pair by pair and step by step; nothing here sweeps or indexes.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from itinerary.model import Event, Journey, Meeting, Mission, Transfer, Who
from itinerary.timetable import Legs

Record = Event | Meeting | Journey | Transfer
STEP_MINUTES = 5
"""Every random start and end is a multiple of it."""


class Thing(NamedTuple):
    """Whatever takes place at a time."""

    start: int
    """In minutes since 1970, as `end` is."""
    end: int
    id: str
    kind: str
    place: str
    end_place: str
    zone: str
    end_zone: str
    required: frozenset[str]
    optional: frozenset[str]
    resources: tuple[str, ...]
    record: Record

    @property
    def people(self) -> frozenset[str]:
        return self.required | self.optional

    @property
    def is_stay(self) -> bool:
        return self.kind in ("event", "meeting")


class View(NamedTuple):
    """A mission, and the ways of it as given facts."""

    mission: Mission
    things: Sequence[Thing]
    """By start, end and id; where several ended last, the last of them counts."""
    legs: Legs
    today: date | None

    @property
    def delegates(self) -> list[str]:
        """People of the delegation, not those who stand for an organisation."""
        everyone = self.mission.people.values()
        return [p.id for p in everyone if p.side == "delegation" and not p.stands_for]

    def expected(self, person: str) -> list[Thing]:
        return [thing for thing in self.things if person in thing.people]

    def required(self, person: str) -> list[Thing]:
        return [thing for thing in self.things if person in thing.required]


class Hit(NamedTuple):
    """What a problem says of one person; of none where it says nothing of people."""

    key: str
    severity: str
    items: frozenset[str]
    person: str = ""


def view_of(mission: Mission, today: date | None = None) -> View:
    return View(mission, sorted(_things(mission), key=lambda one: one[:3]), Legs(mission), today)


def _things(mission: Mission) -> Iterator[Thing]:
    for kind, records in _tables(mission).items():
        for record in records.values():
            if isinstance(record, Event | Meeting) and record.status == "cancelled":
                continue
            for suffix, start, end in _times(record):
                yield Thing(
                    start, end, f"{kind}:{record.id}{suffix}", kind, *_places(mission, record),
                    *_people(record), _resources(record), record,
                )  # fmt: skip


def _tables(mission: Mission) -> dict[str, Mapping[str, Record]]:
    return {
        "event": mission.events,
        "meeting": mission.meetings,
        "journey": mission.journeys,
        "transfer": mission.transfers,
    }


def _times(record: Record) -> Iterator[tuple[str, int, int]]:
    """Starts and ends; each of a repeated event with its date."""
    for span in record.spans if isinstance(record, Event) else (record.span,):
        if span is not None:
            start, end, suffix = minutes(span.start), minutes(span.end), ""
            if isinstance(record, Event) and record.repeat:
                suffix = f"@{wall(start, record.zone):%Y-%m-%d}"
            yield suffix, start, end


def _places(mission: Mission, record: Record) -> tuple[str, str, str, str]:
    if isinstance(record, Journey):
        return record.start, record.end, record.start_zone, record.end_zone
    if isinstance(record, Transfer):
        return record.start, record.end, record.zone, zone_at(mission, record.end)
    return record.venue, record.venue, record.zone, record.zone


def _people(record: Record) -> tuple[frozenset[str], frozenset[str]]:
    second, optional = Who(), Who()
    if isinstance(record, Event):
        second, optional = record.hosts, record.optional
    elif isinstance(record, Meeting):
        second, optional = record.counterpart, record.optional
    required = frozenset(record.who.people) | frozenset(second.people)
    return required, frozenset(optional.people) - required


def _resources(record: Record) -> tuple[str, ...]:
    if isinstance(record, Transfer):
        return (record.resource,) if record.resource else ()
    return () if isinstance(record, Journey) else record.resources


def zone_at(mission: Mission, place: str) -> str:
    venue = mission.venues.get(place)
    return venue.zone if venue is not None and venue.zone else mission.zone


def minutes(instant: datetime) -> int:
    return int(instant.timestamp()) // 60


def wall(minute: int, zone: str) -> datetime:
    """What the clocks of a zone show."""
    return datetime.fromtimestamp(minute * 60, ZoneInfo(zone)).replace(tzinfo=None)


def day(thing: Thing) -> date:
    return wall(thing.start, thing.zone).date()


def last_day(thing: Thing) -> date:
    """What ends at midnight is over with the day before."""
    return wall(max(thing.start, thing.end - 1), thing.end_zone).date()


def share_time(one: Thing, other: Thing) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)


def severity(person: str, *things: Thing) -> str:
    return "error" if all(person in thing.required for thing in things) else "warning"


def each_after_the_last(things: Sequence[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Each thing, and of those before it the one at a known place that ended last."""
    for number, thing in enumerate(things):
        over = [one for one in things[:number] if one.end_place and one.end <= thing.start]
        if over:
            latest = max(one.end for one in over)
            yield [one for one in over if one.end == latest][-1], thing


def way_minutes(view: View, start: str, end: str) -> int | None:
    """Without slack; None where there is no way, or none is needed."""
    leg = view.legs.between(start, end)
    return leg.minutes if leg else None


def is_too_short(view: View, one: Thing, other: Thing) -> bool:
    """Whether there is less time between two things than the way and the slack."""
    way = way_minutes(view, one.end_place, other.place)
    slack = view.mission.settings.slack_minutes
    return way is not None and other.start - one.end < way + slack


def hits(key: str, one: str, people: frozenset[str], *things: Thing) -> Iterator[Hit]:
    """The same severity for all; one hit of nobody where there are no people."""
    items = frozenset(thing.id for thing in things)
    return (Hit(key, one, items, person) for person in (people or {""}))
