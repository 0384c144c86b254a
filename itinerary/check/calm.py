"""What of a large mission may clash, found without making an item of each meeting.

A fair has a million meetings and hardly a clash. Meetings are looked at as columns: those of two
people at a numbered table, who have all the time they need before and after, in slots of which no
rule says a word, are calm. Only the others become items, and whatever a rule can say, it says of
them. Where that is not certain nothing is left out.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, partial
from itertools import chain, repeat
from operator import add, gt
from typing import NamedTuple, TypeVar

from itinerary.beside import beside
from itinerary.check import RULES, check
from itinerary.check.absent import absent
from itinerary.check.language import is_one_tongue
from itinerary.check.late_leg import late_leg
from itinerary.check.long_day import long_day
from itinerary.check.meal import meal
from itinerary.check.overlap import overlap
from itinerary.check.precedence import precedence
from itinerary.check.rest import rest
from itinerary.check.slots import Columns, Slot
from itinerary.check.stranded import stranded
from itinerary.check.travel import travel
from itinerary.model import Meeting, Mission
from itinerary.problems import Problem, in_order
from itinerary.timetable import Item, Legs, Timetable
from itinerary.timetable.items import items_of

Result = TypeVar("Result")
MANY = 20_000
"""Meetings from which on it pays."""
WORTH_IT = 3
"""Of so many meetings, at most one may become an item."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


PEOPLE = (
    overlap, travel, absent, meal, rest, long_day, late_leg, stranded, precedence,
)  # fmt: skip
THINGS = tuple(rule for rule in RULES if rule not in PEOPLE)


class Part(Timetable):
    """A timetable of some meetings and all else, in which only some people are followed."""

    def __init__(
        self, columns: Columns, legs: Legs, chosen: Iterable[Meeting], people: frozenset[str]
    ) -> None:
        some = {meeting.id: meeting for meeting in chosen}
        items = items_of(replace(columns.mission, meetings=some))
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


class Checked(NamedTuple):
    """What a check has found, and a timetable of all that it speaks of."""

    problems: list[Problem]
    timetable: Timetable


def check_large(
    mission: Mission, found_reading: Iterable[Problem], today: date | None, many: int = MANY
) -> Checked | None:
    """What `check` says of the whole mission; None if it is small, or not calm enough.

    The rules about people and those about things need not wait for each other.
    """
    if len(mission.meetings) < many or mission.transfers:
        return None
    columns, legs = Columns(mission), Legs(mission)
    if not _is_plain(columns, legs):
        return None
    apart = beside if len(mission.meetings) >= MANY else _when_asked
    things = apart(partial(_check_things, columns, legs, today))
    part = _part_of_people(columns, legs)
    about_people = check(part, found_reading, today, PEOPLE) if part else None
    about_things = things()
    if about_people is None or about_things is None:
        return None
    problems = in_order([*about_people, *about_things])
    named = {item.partition(":")[2] for problem in problems for item in problem.items}
    spoken_of = columns.requests.where(named.__contains__, "id")
    return Checked(problems, Part(columns, legs, spoken_of, frozenset()))


def _when_asked(work: Callable[[], Result]) -> Callable[[], Result]:
    return work


def _check_things(columns: Columns, legs: Legs, today: date | None) -> list[Problem] | None:
    """What the rules about things find; what is wrong with the policy is said with the people."""
    slots = columns.loud_slots(legs)
    meetings = columns.loud_meetings() | columns.declined_meetings()
    chosen = {n for n, slot in enumerate(columns.slot_of) if slot in slots} | meetings
    if len(chosen) * WORTH_IT > len(columns):
        return None
    part = Part(columns, legs, map(columns.meeting, sorted(chosen)), frozenset())
    of_policy = check(part, (), today, ())
    return [one for one in check(part, (), today, THINGS) if one not in of_policy]


def _part_of_people(columns: Columns, legs: Legs) -> Part | None:
    """All that those are expected at who may be late, away or in two places."""
    ways, slots_of = _Ways(legs, columns), _slots_of_people(columns)
    people = _loud_people(columns, ways, slots_of)
    if not columns.is_quiet(legs, ways.longest):
        return None
    near = {slot for person in people for slot in slots_of[person]}
    chosen = [
        number
        for number, slot in enumerate(columns.slot_of)
        if slot in near and not people.isdisjoint(columns.ours[number] + columns.theirs[number])
    ]
    is_worth_it = len(chosen) * WORTH_IT <= len(columns)
    meetings = map(columns.meeting, chosen)
    return Part(columns, legs, meetings, people) if is_worth_it else None


def _is_plain(columns: Columns, legs: Legs) -> bool:
    """Whether all is at known places of one area, in one language, and people are in a table."""
    mission = columns.mission
    if not all(person.origin.row or person.stands_for for person in mission.people.values()):
        return False
    places = {slot.place for slot in columns.slots}
    known = places <= mission.venues.keys() and legs.is_one_area(places)
    return known and is_one_tongue(mission, {*columns.columns["languages"]})


class _Ways:
    """Whether someone can be in one slot after another; instants and ways are seconds.

    A person's slots are asked about all at once, without a step of Python for each.
    """

    def __init__(self, legs: Legs, columns: Columns) -> None:
        places = sorted({slot.place for slot in columns.slots})
        numbers = {place: number for number, place in enumerate(places)}
        self._known = _Known(legs, places, columns.mission.settings.slack_minutes)
        self._way = self._known.__getitem__
        slots = columns.slots
        self._start = [(slot.span.start - _EPOCH).total_seconds() for slot in slots].__getitem__
        self._end = [(slot.span.end - _EPOCH).total_seconds() for slot in slots].__getitem__
        self._column = [numbers[slot.place] for slot in slots].__getitem__
        self._row = [numbers[slot.place] * len(places) for slot in slots].__getitem__

    @property
    def longest(self) -> timedelta:
        """Of all that anyone has to go."""
        return timedelta(seconds=max(self._known.values(), default=0.0))

    def are_enough(self, slots: Sequence[int]) -> bool:
        """Whether each slot can be reached from the one before; they are in order of start."""
        later = slots[1:]
        pairs = map(add, map(self._row, slots), map(self._column, later))
        ready = map(add, map(self._end, slots), map(self._way, pairs))
        return not any(map(gt, ready, map(self._start, later)))


class _Known(dict[int, float]):
    """Each way that was asked for, slack included, by the numbers of its two places in one."""

    def __init__(self, legs: Legs, places: Sequence[str], slack_minutes: int) -> None:
        super().__init__()
        self._legs = legs
        self._places = places
        self._slack = slack_minutes

    def __missing__(self, pair: int) -> float:
        start, end = divmod(pair, len(self._places))
        leg = self._legs.between(self._places[start], self._places[end])
        self[pair] = 60.0 * (leg.minutes + self._slack) if leg else 0.0
        return self[pair]


def _loud_people(
    columns: Columns, ways: _Ways, slots_of: Mapping[str, list[int]]
) -> frozenset[str]:
    """Those of whom the slots alone do not tell that they are never late."""
    mission = columns.mission
    loud = {p for row in mission.absences for p in row.who.people}
    loud |= {p for journey in mission.journeys.values() for p in journey.who.people}
    loud |= {p for event in mission.events.values() for p in event.optional.people}
    loud |= {p for people in columns.guests if people for p in people}
    for person, slots in slots_of.items():
        slots.sort()
        if not ways.are_enough(slots):
            loud.add(person)
    return frozenset(loud)


def _slots_of_people(columns: Columns) -> dict[str, list[int]]:
    """The number of each slot that someone is expected in."""
    found: dict[str, list[int]] = {identity: [] for identity in columns.mission.people}
    for side in (columns.ours, columns.theirs):
        slots = map(repeat, columns.slot_of, map(len, side))
        every = columns.slot_of if {*map(len, side)} == {1} else chain.from_iterable(slots)
        people = map(found.__getitem__, chain.from_iterable(side))
        deque(map(list.append, people, every), maxlen=0)
    for event in columns.mission.events.values():
        for span in event.spans if event.status != "cancelled" else ():
            slot = columns.numbers[Slot(span, event.venue)]
            for person in {*event.who.people, *event.hosts.people}:
                found[person].append(slot)
    return found
