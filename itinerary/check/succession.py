"""What a person has one after the other, and who is looked after."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from itinerary.model import Mission
from itinerary.timetable import Item, Timetable


def successive(items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Each item after the one at a known place that ended last before it began.

    `items` are a person's, in order of start.
    """
    last: Item | None = None
    for number, thing in enumerate(items):
        if last is not None:
            before: Item | None = last
            if last.span.end > thing.span.start:
                before = _ended_by(thing.span.start, items[:number])
            if before is not None:
                yield before, thing
        if thing.end_place and (last is None or thing.span.end >= last.span.end):
            last = thing


def _ended_by(start: datetime, earlier: Sequence[Item]) -> Item | None:
    """Where a person was last, of several things that overlap."""
    over = [thing for thing in earlier if thing.end_place and thing.span.end <= start]
    return max(reversed(over), key=lambda thing: thing.span.end, default=None)


def required_at(items: Iterable[Item]) -> frozenset[str]:
    """Everyone who is required at one of several things."""
    return frozenset[str]().union(*(thing.required for thing in items))


def travellers(timetable: Timetable) -> frozenset[str]:
    """Everyone who has a journey."""
    return required_at(timetable.by_kind["journey"])


def delegates(mission: Mission) -> frozenset[str]:
    """The people whose days the mission arranges; hosts eat and sleep at home."""
    people = mission.people.values()
    return frozenset(p.id for p in people if p.side == "delegation" and not p.stands_for)


def required_of(thing: Item, among: frozenset[str]) -> tuple[str, ...]:
    """Its required people who are among some, in the order of the item, which a set has not."""
    required = thing.people[: len(thing.required)]
    if among.issuperset(thing.required):
        return required
    return tuple(person for person in required if person in among)
