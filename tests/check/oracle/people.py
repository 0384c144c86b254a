"""The rules about a person's day, in their plainest form."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

from itinerary.model import Event
from tests.check.oracle.plain import (
    STEP_MINUTES,
    Hit,
    Thing,
    View,
    each_after_the_last,
    is_too_short,
    minutes,
    severity,
    share_time,
    wall,
    way_minutes,
)

MEALS = ("lunch", "Cocktail dînatoire")
"""Of the kinds in random missions."""
MEAL_MINUTES = 45
MIDDAY = time(11, 30), time(14, 30)
NIGHT_MINUTES, STILL_UP_MINUTES, LONG_DAY_MINUTES = 10 * 60, 60, 14 * 60


def overlap(view: View) -> Iterator[Hit]:
    for one, other in combinations(view.things, 2):
        if share_time(one, other) and (one.kind, other.kind) != ("transfer", "transfer"):
            for person in one.people & other.people:
                items = frozenset({one.id, other.id})
                yield Hit("overlap.clash", severity(person, one, other), items, person)


def travel(view: View) -> Iterator[Hit]:
    for person in view.mission.people:
        pairs = {
            (before.id, thing.id): (before, thing)
            for things in (view.expected(person), view.required(person))
            for before, thing in each_after_the_last(things)
            if is_too_short(view, before, thing)
        }
        for items, pair in pairs.items():
            yield Hit("travel.short", severity(person, *pair), frozenset(items), person)


def absent(view: View) -> Iterator[Hit]:
    for absence in view.mission.absences:
        start, end = (minutes(instant) for instant in absence.span)
        for person in absence.who.people:
            for thing in view.expected(person):
                if max(start, thing.start) < min(end, thing.end):
                    need = severity(person, thing)
                    yield Hit("absent.away", need, frozenset({thing.id}), person)
    for person in view.mission.people:
        journeys = [one for one in view.required(person) if one.kind == "journey"]
        for thing in view.expected(person) if journeys else ():
            if is_elsewhere(view, thing, journeys):
                need = severity(person, thing)
                yield Hit("absent.elsewhere", need, frozenset({thing.id}), person)


def is_elsewhere(view: View, thing: Thing, journeys: Sequence[Thing]) -> bool:
    """What begins or goes on during a journey is a matter of `overlap`."""
    if thing.kind == "journey":
        return False
    if any(one.end > thing.start and one.start < thing.end for one in journeys):
        return False
    past = [one for one in journeys if one.end <= thing.start]
    stands_at = past[-1].end_place if past else journeys[0].place
    if stands_at and thing.place:
        return not view.legs.same_area(stands_at, thing.place)
    return stands_at != "" and view.mission.zone_at(stands_at) != thing.zone


def meal(view: View) -> Iterator[Hit]:
    for start, end, zone in middays(view):
        for person in view.delegates:
            things = [
                thing
                for thing in view.required(person)
                if zone in (thing.zone, thing.end_zone)
                and max(start, thing.start) < min(end, thing.end)
            ]
            if things and not any(map(feeds, things)) and not can_eat(view, things, start, end):
                yield Hit("meal.none", "warning", frozenset(t.id for t in things), person)


def middays(view: View) -> Iterator[tuple[int, int, str]]:
    """Of every zone and every day on which anything is."""
    zones = {zone for thing in view.things for zone in (thing.zone, thing.end_zone)}
    for zone in sorted(zones):
        dates = {wall(minute, zone).date() for t in view.things for minute in (t.start, t.end)}
        for day in sorted(dates | {day + timedelta(1) for day in dates}):
            yield clock(day, MIDDAY[0], zone), clock(day, MIDDAY[1], zone), zone


def clock(day: date, at: time, zone: str) -> int:
    return minutes(datetime.combine(day, at, ZoneInfo(zone)))


def feeds(thing: Thing) -> bool:
    kind = thing.record.kind if isinstance(thing.record, Event) else ""
    return thing.kind == "journey" or kind in MEALS


def can_eat(view: View, things: Sequence[Thing], start: int, end: int) -> bool:
    """Whether a meal can begin at any minute, with time left for the way to what is next."""
    for minute in range(start, end - MEAL_MINUTES + 1):
        over = minute + MEAL_MINUTES
        if any(max(minute, t.start) < min(over, t.end) for t in things):
            continue
        following = [thing for thing in things if thing.start >= over]
        past = [thing for thing in things if thing.end <= minute]
        way = 0
        if following and past:
            last = max(past, key=lambda thing: thing.end)
            way = way_minutes(view, last.end_place, following[0].place) or 0
        if not following or over + way <= following[0].start:
            return True
    return False


def rest(view: View) -> Iterator[Hit]:
    for person in view.delegates:
        things = view.required(person)
        for number, first in enumerate(things):
            if number == 0:
                continue
            last = last_of(things[:number])
            is_wait = last.kind == first.kind == "journey"
            is_rest = is_wait or first.start - last.end >= NIGHT_MINUTES
            if is_rest or not view.legs.same_area(last.end_place, first.place):
                continue
            if is_night(things[:number], last, first):
                items = frozenset({last.id, first.id})
                yield Hit("rest.short", "warning", items, person)


def last_of(things: Sequence[Thing]) -> Thing:
    """The one that ends last; the last of several."""
    latest = max(thing.end for thing in things)
    return [thing for thing in things if thing.end == latest][-1]


def is_night(things: Sequence[Thing], last: Thing, first: Thing) -> bool:
    """What follows within the hour still belongs to the evening."""
    return first.start - last.end >= STILL_UP_MINUTES and is_late(things, last, first)


def is_late(things: Sequence[Thing], last: Thing, first: Thing) -> bool:
    """Whether a pause has 03:00 in it, or comes after what lasts beyond 03:00."""
    return goes_on_late(things, last) or has_three_o_clock(last.end, first.start, last.end_zone)


def goes_on_late(things: Sequence[Thing], thing: Thing) -> bool:
    """Whether it lasts up to 03:00 and beyond, or follows such a thing; not aboard."""
    if thing.kind == "journey":
        return False
    if has_three_o_clock(thing.start, thing.end + 1, thing.end_zone):
        return True
    before = things[: things.index(thing)]
    if not before:
        return False
    last = last_of(before)
    is_next = 0 <= thing.start - last.end < STILL_UP_MINUTES
    return is_next and is_late(before, last, thing)


def has_three_o_clock(start: int, end: int, zone: str) -> bool:
    return any(
        (at.hour, at.minute) == (3, 0)
        for at in (wall(minute, zone) for minute in range(start, end, STEP_MINUTES))
    )


def long_day(view: View) -> Iterator[Hit]:
    for person in view.delegates:
        days: dict[tuple[date, str], list[Thing]] = {}
        for thing in view.required(person):
            if thing.kind != "journey":
                days.setdefault((day_of_work(thing), thing.zone), []).append(thing)
        for things in days.values():
            first, last = things[0], last_of(things)
            if last.end - first.start > LONG_DAY_MINUTES:
                yield Hit("long_day.hours", "warning", frozenset({first.id, last.id}), person)


def day_of_work(thing: Thing) -> date:
    """From 03:00 to 03:00 on the clocks there."""
    start = wall(thing.start, thing.zone)
    return start.date() if start.hour >= 3 else start.date() - timedelta(1)
