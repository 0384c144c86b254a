"""What of a large mission may clash, found without making an item of each meeting.

A fair has a million meetings and hardly a clash. Meetings are looked at as columns: those of two
people at a numbered table, who have all the time they need before and after, in slots of which no
rule says a word, are calm. Only the others become items, and whatever a rule can say, it says of
them. Where that is not certain nothing is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import product
from operator import add, gt

from itinerary.check.language import is_one_tongue
from itinerary.check.slots import Columns, Slot
from itinerary.model import Mission
from itinerary.timetable import Item, Legs, Timetable
from itinerary.timetable.items import items_of

MANY = 20_000
"""Meetings from which on it pays."""
WORTH_IT = 3
"""Of so many meetings, at most one may become an item."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Part(Timetable):
    """A timetable of some items, in which only some people are followed."""

    def __init__(
        self, columns: Columns, legs: Legs, items: tuple[Item, ...], people: frozenset[str]
    ) -> None:
        super().__init__(columns.mission, legs, items)
        self._followed = people
        self.sides = columns.ours, columns.theirs

    @cached_property
    def by_person(self) -> Mapping[str, Sequence[Item]]:
        """As in the whole, and nothing for those who are not followed."""
        found: dict[str, list[Item]] = {identity: [] for identity in self.mission.people}
        for item in self.items:
            for person in self._followed.intersection(item.people):
                found[person].append(item)
        return {**found}


def part_that_may_clash(mission: Mission, many: int = MANY) -> Timetable | None:
    """A timetable of which the rules say what they say of the whole; None if it would be hardly
    smaller, or is not sure to be enough."""
    if len(mission.meetings) < many or mission.transfers:
        return None
    columns, legs = Columns(mission), Legs(mission)
    ways = _Ways(legs, columns, mission.settings.slack_minutes)
    if not _is_plain(columns, legs) or not columns.is_quiet(legs, ways.longest):
        return None
    slots, meetings = columns.loud_slots(legs), columns.loud_meetings()
    slots_of = _slots_of_people(columns)
    people = _loud_people(columns, ways, slots_of)
    chosen = {n for n, slot in enumerate(columns.slot_of) if slot in slots} | meetings
    near = {slot for person in people for slot in slots_of[person]}
    for number in (n for n, slot in enumerate(columns.slot_of) if slot in near):
        if not people.isdisjoint(columns.ours[number] + columns.theirs[number]):
            chosen.add(number)
    if len(chosen) * WORTH_IT > len(columns.meetings):
        return None
    some = {columns.meetings[n].id: columns.meetings[n] for n in sorted(chosen)}
    return Part(columns, legs, items_of(replace(mission, meetings=some)), people)


def _is_plain(columns: Columns, legs: Legs) -> bool:
    """Whether all is at known places of one area, in one language."""
    mission = columns.mission
    places = {slot.place for slot in columns.slots}
    known = places <= mission.venues.keys() and legs.is_one_area(places)
    return known and is_one_tongue(mission, {*columns.columns["languages"]})


class _Ways:
    """Whether someone can be in one slot after another. Instants are seconds, ways a flat table:
    a person's slots are asked about all at once, without a step of Python for each."""

    def __init__(self, legs: Legs, columns: Columns, slack_minutes: int) -> None:
        places = sorted({slot.place for slot in columns.slots})
        numbers = {place: number for number, place in enumerate(places)}
        ways = [
            60.0 * (leg.minutes + slack_minutes) if (leg := legs.between(*pair)) else 0.0
            for pair in product(places, repeat=2)
        ]
        self.longest = timedelta(seconds=max(ways, default=0.0))
        self._way = ways.__getitem__
        slots = columns.slots
        self._start = [(slot.span.start - _EPOCH).total_seconds() for slot in slots].__getitem__
        self._end = [(slot.span.end - _EPOCH).total_seconds() for slot in slots].__getitem__
        self._column = [numbers[slot.place] for slot in slots].__getitem__
        self._row = [numbers[slot.place] * len(places) for slot in slots].__getitem__

    def are_enough(self, slots: Sequence[int]) -> bool:
        """Whether each slot can be reached from the one before; they are in order of start."""
        later = slots[1:]
        pairs = map(add, map(self._row, slots), map(self._column, later))
        ready = map(add, map(self._end, slots), map(self._way, pairs))
        return not any(map(gt, ready, map(self._start, later)))


def _loud_people(
    columns: Columns, ways: _Ways, slots_of: Mapping[str, list[int]]
) -> frozenset[str]:
    """Those of whom the slots alone do not tell that they are never late."""
    mission = columns.mission
    loud = {p for row in mission.absences for p in row.who.people}
    loud |= {p for journey in mission.journeys.values() for p in journey.who.people}
    loud |= {p for event in mission.events.values() for p in event.optional.people}
    loud |= {p for people in columns.columns["optional.people"] if people for p in people}
    for person, slots in slots_of.items():
        slots.sort()
        if not ways.are_enough(slots):
            loud.add(person)
    return frozenset(loud)


def _slots_of_people(columns: Columns) -> dict[str, list[int]]:
    """The number of each slot that someone is expected in."""
    found: dict[str, list[int]] = {identity: [] for identity in columns.mission.people}
    for side in (columns.ours, columns.theirs):
        for people, slot in zip(side, columns.slot_of, strict=True):
            for person in people:
                found[person].append(slot)
    for event in columns.mission.events.values():
        for span in event.spans if event.status != "cancelled" else ():
            slot = columns.numbers[Slot(span, event.venue)]
            for person in {*event.who.people, *event.hosts.people}:
                found[person].append(slot)
    return found
