"""One person's items as days, with the leg to each, the time to leave, and free time."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from itinerary.model import Mission
from itinerary.times import Span, gaps
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
    """Whether it overlaps another item, or the way there takes longer than there is."""


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
    slack = timedelta(minutes=mission.settings.slack_minutes)
    overlapping = _overlapping(items)
    before: Item | None = None
    for item in items:
        comes_from = _comes_from(mission, legs, before, item)
        leg = legs.between(comes_from, item.place)
        leave_by = item.span.start - timedelta(minutes=leg.minutes) - slack if leg else None
        late = before is not None and leave_by is not None and leave_by < before.span.end
        free = _free(before, item, leave_by)
        clashes = item in overlapping or late
        yield Entry(item, person in item.required, leg, leave_by, free, clashes)
        if before is None or item.span.end >= before.span.end:
            before = item


def _comes_from(mission: Mission, legs: Legs, before: Item | None, item: Item) -> str:
    """Where one sets out from: the item before, or the base after a night."""
    base = mission.settings.base
    if before is None or _is_night(before, item):
        return base if base and item.place and legs.same_area(base, item.place) else ""
    return before.end_place


def _is_night(before: Item, item: Item) -> bool:
    pause = item.span.start - before.span.end
    return pause >= NIGHT and before.day != item.day


# The wait before a flight and the passport control after it are nobody's free time.
def _free(before: Item | None, item: Item, leave_by: datetime | None) -> Span | None:
    if before is None or before.day != item.day or "journey" in (before.kind, item.kind):
        return None
    until = min(leave_by or item.span.start, item.span.start)
    found = next(gaps(Span(before.span.end, max(until, before.span.end)), ()), None)
    return found if found and found.length >= WORTH_SAYING else None


def _overlapping(items: Sequence[Item]) -> set[Item]:
    """Items that share time with another of the sequence; one pass, as they come by start."""
    found: set[Item] = set()
    longest: Item | None = None
    for item in items:
        if longest is not None and item.span.start < longest.span.end and item.span.length:
            found |= {longest, item}
        if longest is None or item.span.end > longest.span.end:
            longest = item
    return found
