"""The meetings of a large mission as columns, and the slots in which any rule has a say."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from math import ceil
from operator import attrgetter
from typing import Any, NamedTuple

from itinerary.check.closed import closed
from itinerary.check.long_day import long_day
from itinerary.check.meal import meal
from itinerary.check.outside import outside
from itinerary.check.policy import applied, thresholds
from itinerary.check.rest import rest
from itinerary.model import Meeting, Mission, Person
from itinerary.times import Span
from itinerary.timetable import Item, Legs, Timetable
from itinerary.timetable.items import items_of

_FIELDS = (
    "span", "venue", "table", "who.people", "counterpart.people", "optional.people", "resources",
    "status", "languages",
)  # fmt: skip
AT_ONCE = 1024
"""Meetings of which all columns are taken while they are in the processor's cache."""
GHOST = "everyone"
"""Somebody who is at all that anyone is at."""


class Slot(NamedTuple):
    """When and where something is."""

    span: Span
    place: str


class Columns:
    """The meetings that have a time, a column at a time; `slots` are in order of start."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        placed = (one for one in mission.meetings.values() if one.span)
        self.meetings: list[Meeting] = [one for one in placed if one.status != "cancelled"]
        columns: list[list[Any]] = [[] for _ in _FIELDS]
        for start in range(0, len(self.meetings), AT_ONCE):
            rows = map(attrgetter(*_FIELDS), self.meetings[start : start + AT_ONCE])
            for column, values in zip(columns, zip(*rows, strict=True), strict=True):
                column.extend(values)
        self.columns = dict(zip(_FIELDS, columns, strict=True))
        self.ours: list[tuple[str, ...]] = self.columns["who.people"]
        self.theirs: list[tuple[str, ...]] = self.columns["counterpart.people"]
        self.tables: list[int | None] = self.columns["table"]
        pairs = [*zip(self.columns["span"], self.columns["venue"], strict=True)]
        events = mission.events.values()
        attended = {(span, event.venue) for event in events for span in event.spans}
        self.slots = [Slot(*pair) for pair in sorted({*pairs, *attended})]
        self.numbers: dict[tuple[Span, str], int] = {slot: n for n, slot in enumerate(self.slots)}
        self.slot_of = [*map(self.numbers.__getitem__, pairs)]

    @cached_property
    def outlines(self) -> tuple[Item, ...]:
        """An item for each slot in which there are meetings."""
        first = dict(zip(reversed(self.slot_of), reversed(self.meetings), strict=True))
        meetings = {meeting.id: meeting for meeting in first.values()}
        return items_of(replace(self.mission, meetings=meetings))

    def loud_slots(self, legs: Legs) -> set[int]:
        """Where more meetings are held than there are tables, one table is used twice, the venue
        is closed, or anything else is there."""
        found = {
            number
            for number, count in Counter(self.slot_of).items()
            if count > (self._tables_at(number) or 0)
        }
        timetable = Timetable(self.mission, legs, self.outlines)
        said = {name for rule in (closed, outside) for p in rule(timetable) for name in p.items}
        outlines = (item for item in self.outlines if item.id in said)
        found |= {self.numbers[item.span, item.place] for item in outlines}
        if len({*zip(self.slot_of, self.tables, strict=True)}) < len(self.meetings):
            seats = Counter(zip(self.slot_of, self.tables, strict=True))
            found |= {number for (number, _), count in seats.items() if count > 1}
        loud = self._loud_venues()
        found |= {n for n, slot in enumerate(self.slots) if slot.place in loud}
        return found | self._overlapping()

    def _overlapping(self) -> set[int]:
        """Slots of one venue that share time, each with what it shares it with."""
        found: set[int] = set()
        running: dict[str, list[int]] = {}
        for number, slot in enumerate(self.slots):
            earlier = running.setdefault(slot.place, [])
            earlier[:] = [n for n in earlier if self.slots[n].span.end > slot.span.start]
            if earlier:
                found.update(earlier, (number,))
            earlier.append(number)
        return found

    def _tables_at(self, number: int) -> int | None:
        known = self.mission.venues.get(self.slots[number].place)
        return known.tables if known else None

    def _loud_venues(self) -> set[str]:
        """Where there are events, or a table has no such number."""
        found = {event.venue for event in self.mission.events.values()}
        for place, table in {*zip(self.columns["venue"], self.tables, strict=True)}:
            known = self.mission.venues.get(place)
            if known is None or table is None or table > (known.tables or 0):
                found.add(place)
        return found

    def loud_meetings(self) -> set[int]:
        """Those that are more than two parties at a table who all must come."""
        found: set[int] = set()
        for name in ("resources", "optional.people"):
            if any(self.columns[name]):
                found |= {number for number, value in enumerate(self.columns[name]) if value}
        if {*self.columns["status"]} != {"confirmed"}:
            statuses = enumerate(self.columns["status"])
            found |= {number for number, status in statuses if status != "confirmed"}
        for side in (self.ours, self.theirs):
            if {*map(len, side)} == {1}:
                continue
            found |= {number for number, people in enumerate(side) if len(people) != 1}
        rooms = {v.id: v.capacity for v in self.mission.venues.values() if v.capacity is not None}
        if min(rooms.values(), default=2) < 2:
            venues = enumerate(self.columns["venue"])
            found |= {number for number, venue in venues if rooms.get(venue, 2) < 2}
        return found

    def is_quiet(self, legs: Legs, longest: timedelta) -> bool:
        """Whether even someone at all of it, with the longest way, would eat, sleep and rest."""
        ghost = Person(GHOST, GHOST)
        everyone = frozenset({GHOST})
        items = tuple(
            item._replace(
                kind="meeting", required=everyone, optional=frozenset(), people=(GHOST,),
                record=self.meetings[0],
            )
            for item in self.outlines
        )  # fmt: skip
        mission = replace(self.mission, people={GHOST: ghost})
        timetable = Timetable(mission, legs, items)
        wanted = {rule: {**thresholds(rule), **applied(rule, self.mission)[0]} for rule in _DAYS}
        wanted[meal]["minutes"] += ceil(longest / timedelta(minutes=1))
        return not any(True for rule in _DAYS for _ in rule(timetable, **wanted[rule]))


_DAYS = (meal, rest, long_day)
