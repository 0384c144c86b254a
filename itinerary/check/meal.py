"""Rule `meal`."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time, timedelta
from itertools import chain
from operator import attrgetter

from itinerary.check.succession import delegates, required_at, required_of
from itinerary.check.wording import clash, item, people
from itinerary.model import Event, Mission
from itinerary.names import key
from itinerary.problems import Message, Problem, Severity, say
from itinerary.times import Span, local, nearest_instant, overlap
from itinerary.timetable import Item, Slot, Timetable

MEALS = frozenset({
    "lunch", "dinner", "breakfast", "brunch", "supper", "buffet", "banquet", "reception",
    "cocktail", "meal", "repas", "dejeuner", "diner", "souper", "aperitif", "comida", "almuerzo",
    "cena", "desayuno", "recepcion", "coctel",
})  # fmt: skip
"""Words of the column `kind`, as `names.key` writes them."""
ITEMS_SHOWN = 2
Slots = dict[Slot, Sequence[Item]]


def meal(
    timetable: Timetable,
    *,
    minutes: int = 45,
    earliest: time = time(11, 30),
    latest: time = time(14, 30),
) -> Iterator[Problem]:
    """Someone of the delegation has no time to eat around midday.

    Between `earliest` and `latest`, on the clocks of the place, `minutes` without anything
    required are wanted, the way between two things in that time taken off. An event whose kind
    is a meal (lunch, buffet, cocktail…) in that time is enough, and so is a journey: meals are
    served aboard. Move or shorten one thing, or make the meal an event.
    """
    needed = timedelta(minutes=minutes)
    mission = timetable.mission
    for window, slots in _middays(timetable, earliest, latest).items():
        suspects = _suspects(window, slots, needed, mission)
        for items, concerned in _days(slots, suspects).items():
            pause = _longest_pause(timetable, window, items)
            if pause >= needed:
                continue
            everyone = mission.in_protocol_order(set(concerned))
            message = say(
                "meal.none",
                n=len(everyone),
                people=people(mission, everyone),
                needed=needed,
                date=local(window.start, items[0].zone).date(),
                earliest=earliest,
                latest=latest,
                pause=pause,
                items=_named(items),
            )
            at = tuple(thing.at("start") for thing in items)
            yield clash("meal", (Severity.WARNING, everyone), message, items, at)


def _middays(timetable: Timetable, earliest: time, latest: time) -> dict[Span, Slots]:
    """What overlaps each midday, in order."""
    found: dict[Span, Slots] = {}
    for slot, items in timetable.by_slot.items():
        for window in _windows(slot, earliest, latest):
            found.setdefault(window, {})[slot] = items
    return found


def _windows(slot: Slot, earliest: time, latest: time) -> Iterator[Span]:
    """The middays something overlaps, on the clocks of its two ends."""
    for zone in dict.fromkeys((slot.zone, slot.end_zone)):
        day = local(slot.span.start, zone).date()
        last = local(slot.span.end, zone).date()
        while day <= last:
            window = Span(nearest_instant(day, earliest, zone), nearest_instant(day, latest, zone))
            if overlap(window, slot.span):
                yield window
            day += timedelta(1)


def _suspects(window: Span, slots: Slots, needed: timedelta, mission: Mission) -> frozenset[str]:
    """Those who are not fed, and are free neither as the midday begins nor as it ends."""
    early = [slots[slot] for slot in slots if slot.span.start - window.start < needed]
    late = [slots[slot] for slot in slots if window.end - slot.span.end < needed]
    if not early or not late:
        return frozenset()
    pressed = required_at(chain(*early)) & required_at(chain(*late)) & delegates(mission)
    fed = required_at(filter(_feeds, chain(*slots.values()))) if pressed else pressed
    return pressed - fed


def _feeds(thing: Item) -> bool:
    kind = thing.record.kind if isinstance(thing.record, Event) else ""
    return thing.kind == "journey" or not MEALS.isdisjoint(key(kind).split())


def _days(slots: Slots, suspects: frozenset[str]) -> Mapping[tuple[Item, ...], Sequence[str]]:
    """Everything that someone must be at, and everyone who must."""
    taken: dict[str, list[Item]] = {}
    things = chain(*slots.values()) if suspects else ()
    for thing in sorted(things, key=attrgetter("span", "id")):
        for person in required_of(thing, suspects):
            taken.setdefault(person, []).append(thing)
    found: dict[tuple[Item, ...], list[str]] = {}
    for person, items in taken.items():
        found.setdefault(tuple(items), []).append(person)
    return found


def _longest_pause(timetable: Timetable, window: Span, items: Sequence[Item]) -> timedelta:
    """The longest time within the window that neither an item nor a way takes."""
    longest = timedelta()
    free_from, place = window.start, ""
    for thing in items:
        leg = timetable.legs.between(place, thing.place)
        way = timedelta(minutes=leg.minutes if leg else 0)
        longest = max(longest, thing.span.start - free_from - way)
        if thing.span.end > free_from:
            free_from, place = thing.span.end, thing.end_place
    return max(longest, window.end - free_from)


def _named(items: Sequence[Item]) -> tuple[Message, ...]:
    """All of them, or the first ones and how many more."""
    if len(items) <= ITEMS_SHOWN + 1:
        return tuple(map(item, items))
    more = say("meal.more", number=len(items) - ITEMS_SHOWN)
    return (*map(item, items[:ITEMS_SHOWN]), more)
