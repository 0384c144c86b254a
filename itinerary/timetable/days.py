"""One person's items as days, with the leg to each, the time to leave, and free time."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from itinerary.model import Mission
from itinerary.times import Span, overlap
from itinerary.timetable.items import Item
from itinerary.timetable.legs import Leg, Legs

NIGHT = timedelta(hours=6)
"""A pause at least this long into another date is a night, spent at the base."""
WORTH_SAYING = timedelta(minutes=30)
"""Free time shorter than this is a pause, not free time."""


class Entry(NamedTuple):
    """An item as one person meets it."""

    item: Item
    is_required: bool
    leg: Leg | None = None
    """The way there from where the person was before."""
    leave_by: datetime | None = None
    """When to leave at the latest: the start less the leg and the mission's slack."""
    free: Span | None = None
    """Free time before one has to leave for it, since the item before on that day."""
    clashes: bool = False
    """Whether it overlaps another item."""
    is_late: bool = False
    """Whether the way there takes longer than there is, slack included."""


class Day(NamedTuple):
    """A date on the clocks where its items start."""

    date: date
    entries: tuple[Entry, ...]


def days_of(mission: Mission, legs: Legs, person: str, items: Sequence[Item]) -> list[Day]:
    """The entries of a person grouped by date; `items` are the person's, in order of start."""
    days: dict[date, list[Entry]] = {}
    for entry in _entries(mission, legs, person, items):
        days.setdefault(entry.item.day, []).append(entry)
    return [Day(day, tuple(entries)) for day, entries in sorted(days.items())]


def _entries(mission: Mission, legs: Legs, person: str, items: Sequence[Item]) -> Iterator[Entry]:
    overlapping = _overlapping(person, items)
    before = must = Before()  # the same for as long as nothing is optional
    for item in items:
        is_required = person in item.required
        clashes = bool(overlapping) and item in overlapping
        leg, leave_by = _way(mission, legs, before, item)
        if is_required and leave_by and _is_late(before, leave_by):
            leg, leave_by = _way(mission, legs, must, item)  # the optional can be left out
        was_before = must if is_required else before
        is_late = leave_by is not None and _is_late(was_before, leave_by)
        if clashes:
            leg, leave_by, is_late = None, None, False
        free = _free(before.item, item, leave_by)
        yield Entry(item, is_required, leg, leave_by, free, clashes, is_late)
        after = before.then(item)
        if is_required:
            must = after if must is before else must.then(item)
        before = after


class Before(NamedTuple):
    """What a person comes from: the item that ended last, and the last one whose place is known."""

    item: Item | None = None
    placed: Item | None = None

    def then(self, item: Item) -> "Before":
        """After one more item."""
        placed = _later(self.placed, item) if item.end_place else self.placed
        return Before(_later(self.item, item), placed)


def _later(first: Item | None, second: Item) -> Item:
    return second if first is None or second.span.end >= first.span.end else first


def _way(
    mission: Mission, legs: Legs, before: Before, item: Item
) -> tuple[Leg | None, datetime | None]:
    """The way to an item and when to leave: from where one was, or from the base after a night."""
    base = mission.settings.base
    start = before.placed.end_place if before.placed else ""
    if before.item is None or _is_night(before.item, item):
        start = base if base and item.place and legs.same_area(base, item.place) else ""
    leg = legs.between(start, item.place)
    if leg is None:
        return None, None
    return leg, item.span.start - timedelta(minutes=leg.minutes + mission.settings.slack_minutes)


def _is_late(before: Before, leave_by: datetime) -> bool:
    return before.placed is not None and leave_by < before.placed.span.end


def _is_night(before: Item, item: Item) -> bool:
    pause = item.span.start - before.span.end
    return pause >= NIGHT and before.day != item.day


# The wait before a flight and the passport control after it are nobody's free time.
def _free(before: Item | None, item: Item, leave_by: datetime | None) -> Span | None:
    if before is None or "journey" in (before.kind, item.kind):
        return None
    since, until = before.span.end, min(leave_by or item.span.start, item.span.start)
    return Span(since, until) if until - since >= WORTH_SAYING and before.day == item.day else None


def _overlapping(person: str, items: Sequence[Item]) -> set[Item]:
    """Items that share time with another; of a required and an optional one, the optional."""
    found: set[Item] = set()
    running: list[Item] = []
    for later in items:
        running = [earlier for earlier in running if earlier.span.end > later.span.start]
        for earlier in running:
            if overlap(earlier.span, later.span):
                pair = {earlier, later}
                optional = {item for item in pair if person not in item.required}
                found |= optional or pair
        running.append(later)
    return found
