"""Rule `rest`."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta

from itinerary.check.succession import delegates
from itinerary.check.wording import clash, item, people, until
from itinerary.problems import Problem, Severity, say
from itinerary.times import Span, local, nearest_instant
from itinerary.timetable import Item, Slot, Timetable

ASLEEP = time(3)
"""Whoever has a night has it at this time."""
STILL_UP = timedelta(minutes=60)
"""What follows so soon, though it is past 03:00, belongs to the same evening."""

Nights = Mapping[int, Span]
"""By the identity of an item, between which instants the next start makes the night too short."""


def rest(timetable: Timetable, *, hours: int = 10) -> Iterator[Problem]:
    """Someone of the delegation has a short night.

    Between the last thing of an evening and the first of the next morning, both required, less
    than `hours` pass. A night is a pause with 03:00 in it, on the clocks where the evening ends,
    or the pause after what lasts beyond 03:00; what follows within the hour still belongs to the
    evening. A night aboard and the wait between two journeys are not counted, nor are places too
    far apart for a road. Start later, or let someone leave earlier.
    """
    needed = timedelta(hours=hours)
    nights = dict(_nights(timetable, needed))
    sleepers = delegates(timetable.mission) if nights else ()
    pairs: dict[tuple[Item, Item], list[str]] = {}
    for person in timetable.by_person:
        if person in sleepers:
            for pair in _short(timetable.required_by_person[person], nights, needed):
                pairs.setdefault(pair, []).append(person)
    for (last, first), concerned in pairs.items():
        if not timetable.legs.same_area(last.end_place, first.place):
            continue  # nobody can be at both: `absent` and `stranded` say so
        everyone = timetable.mission.in_protocol_order(set(concerned))
        message = say(
            "rest.short",
            n=len(everyone),
            people=people(timetable.mission, everyone),
            pause=first.span.start - last.span.end,
            last=until(last),
            first=item(first),
            needed=needed,
        )
        at = (first.at("start"), last.at("end"))
        yield clash("rest", (Severity.WARNING, everyone), message, (last, first), at)


def _nights(timetable: Timetable, needed: timedelta) -> Iterator[tuple[int, Span]]:
    """Items late enough that `needed` after them reaches beyond 03:00, and something else."""
    starts = sorted({slot.span.start for slot in timetable.by_slot})
    for slot, items in timetable.by_slot.items():
        night = _night(slot, needed)
        if night and bisect_left(starts, night.end) > bisect_left(starts, night.start):
            yield from ((id(thing), night) for thing in items)


def _night(slot: Slot, needed: timedelta) -> Span | None:
    span, zone = slot.span, slot.end_zone
    bedtime = nearest_instant(local(span.end, zone).date(), ASLEEP, zone)
    if bedtime < span.end:
        if span.start <= bedtime and slot.kind != "journey":
            return Span(span.end, span.end + needed)
        tomorrow = local(span.end, zone).date() + timedelta(1)
        bedtime = nearest_instant(tomorrow, ASLEEP, zone)
    return Span(bedtime, span.end + needed) if bedtime < span.end + needed else None


def _short(items: Sequence[Item], nights: Nights, needed: timedelta) -> Iterator[tuple[Item, Item]]:
    """What ended last in an evening, and what comes too soon after it."""
    last: Item | None = None
    night: Span | None = None
    for thing in items:
        span = thing.span
        next_night = nights.get(id(thing))
        if last is not None:
            if night is not None and _is_in(night, last, span.start):
                if span.start - last.span.end >= STILL_UP:
                    if not last.kind == thing.kind == "journey":
                        yield last, thing
                elif thing.kind != "journey":
                    next_night = Span(span.end, span.end + needed)
            if span.end < last.span.end:
                continue
        last, night = thing, next_night


def _is_in(night: Span, last: Item, start: datetime) -> bool:
    """Whether something begins in a night, or at once after what lasted into it."""
    return night.start < start < night.end or night.start == start == last.span.end
