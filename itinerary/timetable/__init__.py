"""The one derived view: everything each person is expected at, in order, and the way between.

It is computed once; checks, calendars and every output read it and compute no other.

- `items`: whatever stands at a time in the mission, in one shape
- `legs`: minutes between two venues, from the table or estimated
- `days`: one person's items as days of entries, with legs, times to leave and free time
- `versions`, `matches`: what two states of a mission say of the same things
- `changes`: what is different, and whom it concerns; `compared`: finds it
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from itinerary.model import Mission
from itinerary.times import Span, is_line
from itinerary.timetable.days import Day, Entry, days_of
from itinerary.timetable.items import Item, items_of
from itinerary.timetable.legs import Leg, Legs

__all__ = ["STAYS", "Day", "Entry", "Item", "Leg", "Legs", "Slot", "Timetable"]


KINDS = ("event", "meeting", "journey", "transfer")
STAYS = KINDS[:2]
"""What takes place at a venue, rather than moving between two."""


class Slot(NamedTuple):
    """When, on which clocks, and where something is, and of which kind it is."""

    span: Span
    zone: str
    end_zone: str
    place: str
    kind: str


class Timetable:
    """A mission's items in order, and each person's share of them."""

    def __init__(
        self, mission: Mission, legs: Legs | None = None, items: tuple[Item, ...] | None = None
    ) -> None:
        """`legs` of a mission with the same venues, and `items`, are taken as they are."""
        self.mission = mission
        self.items: tuple[Item, ...] = items_of(mission) if items is None else items
        self.legs = legs or Legs(mission)

    @cached_property
    def by_person(self) -> Mapping[str, Sequence[Item]]:
        """What each person is expected at, required or optional, in order of start."""
        found: dict[str, list[Item]] = {identity: [] for identity in self.mission.people}
        for item in self.items:
            for person in item.people:
                found[person].append(item)
        return found

    @cached_property
    def required_by_person(self) -> Mapping[str, Sequence[Item]]:
        """What each person must be at, in order of start."""
        free = frozenset[str]().union(*(item.optional for item in self.items if item.optional))
        return {
            person: [i for i in items if person in i.required] if person in free else items
            for person, items in self.by_person.items()
        }

    @cached_property
    def by_kind(self) -> Mapping[str, Sequence[Item]]:
        """The events, the meetings, the journeys and the transfers, in order of start."""
        found: dict[str, list[Item]] = {kind: [] for kind in KINDS}
        for item in self.items:
            found[item.kind].append(item)
        return found

    @cached_property
    def by_slot(self) -> Mapping[Slot, Sequence[Item]]:
        """What is at the same time and place: many meetings, so that clocks are asked once."""
        found: defaultdict[tuple[Any, ...], list[Item]] = defaultdict(list)
        slot_of = attrgetter(*Slot._fields)
        for item in self.items:
            found[slot_of(item)].append(item)
        return {Slot._make(slot): items for slot, items in found.items()}

    @cached_property
    def at_tables(self) -> Mapping[str, Sequence[tuple[Slot, Sequence[Item]]]]:
        """The meetings at each venue that has numbered tables, slot by slot in order of start."""
        venues = self.mission.venues
        found: dict[str, list[tuple[Slot, Sequence[Item]]]] = {}
        for slot, items in self.by_slot.items():
            known = venues.get(slot.place) if slot.kind == "meeting" else None
            if known is not None and known.tables is not None:
                found.setdefault(slot.place, []).append((slot, items))
        return found

    @cached_property
    def in_line(self) -> frozenset[str]:
        """Everyone whose items are all at known places, one after the other.

        Where they come from is then the item before; only the others need a closer look.
        """
        lost = {person for item in self.items if not item.end_place for person in item.people}
        return frozenset(
            person
            for person, items in self.by_person.items()
            if person not in lost and is_line([item.span for item in items])
        )

    @cached_property
    def sides(self) -> tuple[Sequence[tuple[str, ...]], Sequence[tuple[str, ...]]]:
        """Who meets whom: the people of both sides of every meeting that has a time."""
        placed = (one for one in self.mission.meetings.values() if one.span)
        held = [one for one in placed if one.status != "cancelled"]
        return [one.who.people for one in held], [one.counterpart.people for one in held]

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Each item by its reference, such as `event:signing`."""
        return {item.id: item for item in self.items}

    def days(self, person: str) -> list[Day]:
        """The person's days, those with nothing to do left out."""
        return days_of(self.mission, self.legs, person, self.by_person[person])
