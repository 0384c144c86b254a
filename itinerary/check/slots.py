"""The meetings of a large mission as columns, and the slots in which any rule has a say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from itertools import repeat
from math import ceil
from operator import add, attrgetter, mul
from typing import Any, NamedTuple

from itinerary.check.closed import closed
from itinerary.check.long_day import long_day
from itinerary.check.meal import meal
from itinerary.check.outside import outside
from itinerary.check.policy import applied, thresholds
from itinerary.check.rest import rest
from itinerary.model import Meeting, Mission, Person
from itinerary.model.meetings import Meetings
from itinerary.times import Span
from itinerary.timetable import Item, Legs, Timetable
from itinerary.timetable.items import items_of

_PEOPLE = attrgetter("people")
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
        self.requests = Meetings.of(mission.meetings)
        spans, statuses = self.requests.column("span"), self.requests.column("status")
        states = enumerate(zip(spans, statuses, strict=True))
        self._numbers = [n for n, (span, said) in states if span and said != "cancelled"]
        fields = ("span", "venue", "table", "resources", "status", "languages")
        self.columns = {field: self._held(field) for field in fields}
        self.ours, self.theirs, self.guests = (
            [*map(_PEOPLE, self._held(side))] for side in ("who", "counterpart", "optional")
        )
        self.tables: Sequence[int | None] = self.columns["table"]
        spots = [*zip(self.columns["span"], self.columns["venue"], strict=True)]
        events = mission.events.values()
        attended = {(span, event.venue) for event in events for span in event.spans}
        self.slots = [Slot(*pair) for pair in sorted({*spots, *attended})]
        self.numbers: dict[tuple[Span, str], int] = {slot: n for n, slot in enumerate(self.slots)}
        self.slot_of = [*map(self.numbers.__getitem__, spots)]

    def _held(self, field: str) -> Sequence[Any]:
        column = self.requests.column(field)
        if len(column) == len(self._numbers):
            return column
        return [*map(column.__getitem__, self._numbers)]

    def __len__(self) -> int:
        return len(self._numbers)

    def meeting(self, number: int) -> Meeting:
        return self.requests.record(self._numbers[number])

    @cached_property
    def outlines(self) -> tuple[Item, ...]:
        """An item for each slot in which there are meetings."""
        first = dict(zip(reversed(self.slot_of), reversed(range(len(self))), strict=True))
        meetings = {meeting.id: meeting for meeting in map(self.meeting, first.values())}
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
        if not self._has_own_tables():
            seats = Counter(zip(self.slot_of, self.tables, strict=True))
            found |= {number for (number, _), count in seats.items() if count > 1}
        loud = self._loud_venues()
        found |= {n for n, slot in enumerate(self.slots) if slot.place in loud}
        return found | self._overlapping()

    def _has_own_tables(self) -> bool:
        """Whether no two meetings have the same table, or none, in the same slot."""
        tables = self.tables
        if None in tables:
            return False
        most = max(map(int, filter(None, tables)), default=0) + 1
        seats = map(add, map(mul, self.slot_of, repeat(most)), tables)  # numbers are quick
        return len({*seats}) == len(tables)

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
        for column in (self.columns["resources"], self.guests):
            if any(column):
                found |= {number for number, value in enumerate(column) if value}
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

    def declined_meetings(self) -> set[int]:
        """Those of which somebody has said that they will not come."""
        answers = self.mission.answers.items()
        refused = {item for (_, item), said in answers if said.answer == "declined"}
        ids = enumerate(self._held("id")) if refused else ()
        return {number for number, identity in ids if f"meeting:{identity}" in refused}

    def is_quiet(self, legs: Legs, longest: timedelta) -> bool:
        """Whether even someone at all of it, with the longest way, would eat, sleep and rest."""
        ghost = Person(GHOST, GHOST)
        everyone = frozenset({GHOST})
        items = tuple(
            item._replace(
                kind="meeting", required=everyone, optional=frozenset(), people=(GHOST,),
                record=self.meeting(0),
            )
            for item in self.outlines
        )  # fmt: skip
        mission = replace(self.mission, people={GHOST: ghost})
        timetable = Timetable(mission, legs, items)
        wanted = {rule: {**thresholds(rule), **applied(rule, self.mission)[0]} for rule in _DAYS}
        wanted[meal]["minutes"] += ceil(longest / timedelta(minutes=1))
        return not any(True for rule in _DAYS for _ in rule(timetable, **wanted[rule]))


_DAYS = (meal, rest, long_day)
