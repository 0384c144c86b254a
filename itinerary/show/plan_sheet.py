"""What a plan came to, as its drawings take it, and what they count in it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from itinerary.model import EMPTY, Meeting, Mission, Organisation
from itinerary.problems import Message
from itinerary.times import local
from itinerary.timetable import Item, Timetable

FOUND = ("optimal", "feasible")


class Level(NamedTuple):
    """A stage of the planning: how good the plan is at one thing."""

    name: str
    value: int
    bound: int

    @property
    def is_proven(self) -> bool:
        return self.value == self.bound


class Missing(NamedTuple):
    """A meeting without a place."""

    meeting: str
    reasons: tuple[Message, ...] = ()
    ways: tuple[Message, ...] = ()
    """What would let it in."""


class Sheet(NamedTuple):
    """A plan, with the mission it is a plan of."""

    timetable: Timetable
    """Of the mission with the plan in it."""
    present: Mission
    """As it is now, with the plan it has."""
    status: str = "optimal"
    asked: tuple[str, ...] = ()
    """Every meeting that was to have a place, those that are pinned included."""
    missing: tuple[Missing, ...] = ()
    levels: tuple[Level, ...] = ()
    changed: tuple[str, ...] = ()
    """Meetings that the present plan has elsewhere or at another time."""
    added: Mapping[str, tuple[str, ...]] = EMPTY
    """The resources that a meeting has been given."""
    clash: tuple[Message, ...] = ()
    supposed: tuple[Message, ...] = ()
    dropped: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def mission(self) -> Mission:
        return self.timetable.mission

    @property
    def is_found(self) -> bool:
        return self.status in FOUND

    @property
    def placed(self) -> list[Meeting]:
        """Those of the meetings asked for that have a time now."""
        found = (self.mission.meetings[identity] for identity in self.asked)
        return [meeting for meeting in found if meeting.span] if self.is_found else []

    @property
    def moved(self) -> tuple[str, ...]:
        """The meetings that change, and those that are held and no longer would be."""
        changed = frozenset(self.changed)
        held = (m for m in _held(self.present) if m.id not in changed)
        return (*self.changed, *(m.id for m in held if self._is_gone(m.id)))

    def _is_gone(self, identity: str) -> bool:
        meeting = self.mission.meetings.get(identity)
        return meeting is None or meeting.status == "cancelled"

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone at a meeting that changes, in protocol order."""
        meetings = [self.present.meetings[identity] for identity in self.moved]
        sides = (who for m in meetings for who in (m.who, m.counterpart, m.optional))
        return self.present.in_protocol_order({person for who in sides for person in who.people})

    def compared(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The meetings that have a place and had none, and those that had one and have none."""
        now = [meeting.id for meeting in self.placed]
        before = [meeting.id for meeting in _held(self.present)]
        had, has, asked = frozenset(before), frozenset(now), frozenset(self.asked)
        gained = tuple(i for i in now if i not in had)
        return gained, tuple(i for i in before if i in asked and i not in has)


def _held(mission: Mission) -> Iterator[Meeting]:
    """The meetings that have a time and are not cancelled."""
    meetings = mission.meetings.values()
    return (meeting for meeting in meetings if meeting.span and meeting.status != "cancelled")


class Share(NamedTuple):
    """The meetings of an organisation."""

    organisation: Organisation
    asked: int
    placed: int


def by_priority(sheet: Sheet) -> Mapping[int, tuple[int, int]]:
    """How many meetings have a place, and how many were asked for."""
    placed = {meeting.id for meeting in sheet.placed}
    found: defaultdict[int, list[str]] = defaultdict(list)
    for identity in sheet.asked:
        found[sheet.mission.meetings[identity].priority].append(identity)
    return {
        priority: (len(placed.intersection(found[priority])), len(found[priority]))
        for priority in sorted(found)
    }


def shares(sheet: Sheet) -> Iterator[Share]:
    """Those of the delegation's organisations that ask for meetings or have been promised some."""
    mission = sheet.mission
    placed = {meeting.id for meeting in sheet.placed}
    asked: defaultdict[str, set[str]] = defaultdict(set)
    for identity in sheet.asked:
        meeting = mission.meetings[identity]
        for person in (*meeting.who.people, *meeting.counterpart.people):
            asked[mission.people[person].organisation].add(identity)
    for one in mission.organisations.values():
        if one.side == "delegation" and (asked[one.id] or one.promised_meetings):
            yield Share(one, len(asked[one.id]), len(asked[one.id] & placed))


Busy = Mapping[date, Mapping[int, int]]
"""By day and hour of the clock, the most meetings that are held at once."""


def busy_hours(timetable: Timetable) -> Mapping[str, Busy]:
    """For each venue with numbered tables."""
    return {
        venue: _busy(
            timetable.mission.zone_at(venue), [item for _, items in slots for item in items]
        )
        for venue, slots in timetable.at_tables.items()
    }


def _busy(zone: str, items: Sequence[Item]) -> Busy:
    """Most are held at once when one begins, or when an hour does."""
    starts: defaultdict[datetime, int] = defaultdict(int)
    for item in items:
        starts[item.span.start] += 1
        starts[item.span.end] -= 1
    for at in {at for item in items for at in _hours_in(item, zone)}:
        starts[at] += 0
    found: defaultdict[date, dict[int, int]] = defaultdict(dict)
    running = 0
    for at in sorted(starts):
        running += starts[at]
        wall = local(at, zone)
        hours = found[wall.date()]
        if running:
            hours[wall.hour] = max(running, hours.get(wall.hour, 0))
    return {day: hours for day, hours in found.items() if hours}


def _hours_in(item: Item, zone: str) -> Iterator[datetime]:
    """Each full hour of the clocks while it lasts."""
    at = item.span.start + timedelta(minutes=60 - local(item.span.start, zone).minute)
    while at < item.span.end:
        yield at
        at += timedelta(hours=1)


def by_room(timetable: Timetable) -> Mapping[tuple[date, str], Sequence[Item]]:
    """The meetings of each day and venue, in order of start and table."""
    found: defaultdict[tuple[date, str], list[Item]] = defaultdict(list)
    for item in timetable.by_kind["meeting"]:
        found[item.day, item.place].append(item)
    return {
        room: sorted(found[room], key=lambda item: (item.span, item.table or 0))
        for room in sorted(found)
    }
