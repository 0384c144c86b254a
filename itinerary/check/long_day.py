"""Rule `long_day`."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from operator import attrgetter

from itinerary.check.succession import delegates, required_at, required_of
from itinerary.check.wording import clash, item, people, until
from itinerary.problems import Problem, Severity, say
from itinerary.times import local
from itinerary.timetable import Item, Slot, Timetable

DAY_BEGINS = timedelta(hours=3)
"""What starts before 03:00 still belongs to the evening."""


def long_day(timetable: Timetable, *, hours: int = 14) -> Iterator[Problem]:
    """Someone of the delegation has a long day.

    From the first start to the last end of what is required on one day, more than `hours` pass,
    pauses included. A day goes from 03:00 to 03:00 on the clocks of the place; what is in another
    zone counts apart, and journeys do not count. Let someone start later or leave earlier.
    """
    longest = timedelta(hours=hours)
    victims: dict[tuple[Item, Item], list[str]] = {}
    awake = delegates(timetable.mission)
    for items in _days(timetable, longest):
        for person, first, last in _long(items, longest, awake):
            victims.setdefault((first, last), []).append(person)
    for (first, last), concerned in victims.items():
        everyone = timetable.mission.in_protocol_order(set(concerned))
        message = say(
            "long_day.hours",
            n=len(everyone),
            people=people(timetable.mission, everyone),
            length=last.span.end - first.span.start,
            first=item(first),
            last=until(last),
            longest=longest,
        )
        items = tuple(dict.fromkeys((first, last)))
        at = (first.at("start"), last.at("end"))
        yield clash("long-day", (Severity.WARNING, everyone), message, items, at)


def _days(timetable: Timetable, longest: timedelta) -> Iterator[Sequence[Item]]:
    """What starts on each day of each zone, in order; short days left out."""
    days: dict[tuple[date, str], list[Slot]] = {}
    for slot in timetable.by_slot:
        if slot.kind != "journey":
            # A wall clock on purpose: on the night of the change the day still begins at 03:00.
            day = (local(slot.span.start, slot.zone) - DAY_BEGINS).date()
            days.setdefault((day, slot.zone), []).append(slot)
    for slots in days.values():
        if max(slot.span.end for slot in slots) - slots[0].span.start > longest:
            items = chain.from_iterable(timetable.by_slot[slot] for slot in slots)
            yield sorted(items, key=attrgetter("span", "id"))


def _long(
    items: Sequence[Item], longest: timedelta, awake: frozenset[str]
) -> Iterator[tuple[str, Item, Item]]:
    """Each person with a long day: what starts first in it, and what ends last."""
    earliest, latest = items[0].span.start, max(thing.span.end for thing in items)
    up_early = required_at(thing for thing in items if latest - thing.span.start > longest)
    up_late = required_at(thing for thing in items if thing.span.end - earliest > longest)
    firsts: dict[str, Item] = {}
    lasts: dict[str, Item] = {}
    suspects = up_early & up_late & awake
    for thing in items if suspects else ():
        for person in required_of(thing, suspects):
            firsts.setdefault(person, thing)
            if thing.span.end >= lasts.setdefault(person, thing).span.end:
                lasts[person] = thing
    for person, first in firsts.items():
        if lasts[person].span.end - first.span.start > longest:
            yield person, first, lasts[person]
