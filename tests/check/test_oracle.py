"""The rules against what their documentation says, worked out step by step and pair by pair.

Nothing here sorts, sweeps or indexes; the answers come from counting five-minute steps.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from math import acos, ceil, cos, radians, sin
from zoneinfo import ZoneInfo

from hypothesis import given, settings

from itinerary.check import check
from itinerary.check.absent import absent
from itinerary.check.closed import closed
from itinerary.check.overlap import overlap
from itinerary.check.travel import travel
from itinerary.check.venue import venue
from itinerary.model import Venue
from itinerary.problems import Problem
from itinerary.timetable import Timetable
from tests.check.random_missions import (
    ABSENCES,
    PEOPLE,
    TABLE,
    VENUES,
    Away,
    Thing,
    at,
    mission_of,
    name,
    programmes,
    stays,
    zone_at,
)

Numbered = tuple[str, Thing]
Clash = tuple[frozenset[str], str, str]
"""Items, a person and a severity."""

WEEK = timedelta(7)
SLACK_MINUTES = 5
PLACES = {venue.id: venue for venue in VENUES}


def numbered(things: Sequence[Thing]) -> list[Numbered]:
    """Everything that takes place, with its reference."""
    return [
        (f"{thing.kind}:{name(number)}", thing)
        for number, thing in enumerate(things)
        if not thing.is_cancelled
    ]


def steps(thing: Thing | Away) -> set[int]:
    return set(range(thing.start, thing.end))


def severity(person: str, *things: Thing) -> str:
    return "error" if all(person in thing.required for thing in things) else "warning"


def is_at(person: str, thing: Thing) -> bool:
    return person in thing.required | thing.optional


def expected_overlaps(things: Sequence[Thing]) -> set[Clash]:
    return {
        (frozenset({first, second}), person, severity(person, one, other))
        for (first, one), (second, other) in combinations(numbered(things), 2)
        for person in PEOPLE
        if is_at(person, one) and is_at(person, other) and steps(one) & steps(other)
    }


def needed_minutes(start: str, end: str) -> int | None:
    """The way with slack; None where there is none."""
    if not start or not end or start == end or zone_at(start) != zone_at(end):
        return None
    if (start, end) in TABLE:
        return TABLE[start, end] + SLACK_MINUTES
    kilometres = distance(PLACES[start], PLACES[end])
    if kilometres is None:
        return 30 + SLACK_MINUTES
    return None if kilometres < 0.15 else ceil(5 + kilometres / 25 * 60) + SLACK_MINUTES


def distance(a: Venue, b: Venue) -> float | None:
    """By the spherical law of cosines."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    lat_a, lat_b = radians(a.latitude), radians(b.latitude)
    between = sin(lat_a) * sin(lat_b)
    between += cos(lat_a) * cos(lat_b) * cos(radians(b.longitude - a.longitude))
    return 6371.0088 * acos(min(1.0, between))


def expected_travel(things: Sequence[Thing]) -> set[Clash]:
    found: set[Clash] = set()
    for person in PEOPLE:
        everything = [one for one in numbered(things) if is_at(person, one[1])]
        required = [one for one in everything if person in one[1].required]
        for sequence in (everything, required):
            for (first, one), (second, other) in each_and_the_next(sequence):
                minutes = needed_minutes(one.end_place, other.place)
                if minutes is not None and (other.start - one.end) * 5 < minutes:
                    items = frozenset({first, second})
                    found.add((items, person, severity(person, one, other)))
    return found


def each_and_the_next(sequence: Sequence[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """Each thing after the one at a known place that ended last before it began."""
    ordered = sorted(sequence, key=lambda one: (one[1].start, one[1].end, one[0]))
    for place, following in enumerate(ordered):
        before = [one for one in ordered[:place] if one[1].end <= following[1].start]
        before = [one for one in before if one[1].end_place]
        if before:
            last = max(one[1].end for one in before)
            yield [one for one in before if one[1].end == last][-1], following


def expected_venues(things: Sequence[Thing]) -> set[frozenset[str]]:
    held = [one for one in numbered(things) if one[1].kind in ("event", "meeting") and one[1].place]
    return {
        frozenset({first, second})
        for (first, one), (second, other) in combinations(held, 2)
        if one.place == other.place and steps(one) & steps(other) and exclude(one, other)
    }


def exclude(one: Thing, other: Thing) -> bool:
    """Whether two things in one place need it for themselves."""
    if "event" in (one.kind, other.kind) or PLACES[one.place].tables is None:
        return True
    return one.table is not None and one.table == other.table


def expected_absences(things: Sequence[Thing], absences: Sequence[Away]) -> set[Clash]:
    return {
        (frozenset({item}), person, severity(person, thing))
        for away in absences
        for item, thing in numbered(things)
        for person in away.who
        if is_at(person, thing) and steps(thing) & steps(away)
    }


def expected_elsewhere(things: Sequence[Thing]) -> set[Clash]:
    """People are in the zone their last journey took them to, or where the first departs."""
    found: set[Clash] = set()
    for person in PEOPLE:
        journeys = [t for t in things if t.kind == "journey" and person in t.required]
        for item, thing in numbered(things):
            on_the_way = any(j.start < thing.end and thing.start < j.end for j in journeys)
            if thing.kind == "journey" or not is_at(person, thing) or on_the_way or not journeys:
                continue
            past = [zone_at(j.end_place) for j in journeys if j.end <= thing.start]
            if (past or [zone_at(journeys[0].place)])[-1] != zone_at(thing.place):
                found.add((frozenset({item}), person, severity(person, thing)))
    return found


def expected_closed(things: Sequence[Thing]) -> set[str]:
    return {
        item
        for item, thing in numbered(things)
        if thing.kind in ("event", "meeting") and thing.place and not is_open_throughout(thing)
    }


def is_open_throughout(thing: Thing) -> bool:
    """What takes no time may be at the very minute of closing."""
    if steps(thing):
        return all(is_open(PLACES[thing.place], step) for step in steps(thing))
    return any(is_open(PLACES[thing.place], step) for step in (thing.start - 1, thing.start))


def is_open(place: Venue, step: int) -> bool:
    wall = at(step).astimezone(ZoneInfo(zone_at(place.id))).time()
    if place.opens and place.closes and place.closes < place.opens:
        return wall >= place.opens or wall < place.closes
    return (not place.opens or wall >= place.opens) and (not place.closes or wall < place.closes)


def clashes(problems: Iterator[Problem], items: Callable[[Problem], Sequence[str]]) -> set[Clash]:
    return {
        (frozenset(items(problem)), person, problem.severity.value)
        for problem in problems
        for person in problem.people
    }


def pairs(problems: Iterator[Problem]) -> list[frozenset[str]]:
    """What is said to clash, in pairs: the first item with each of the others."""
    return [
        frozenset({problem.items[0], other}) for problem in problems for other in problem.items[1:]
    ]


def every_item(problem: Problem) -> Sequence[str]:
    return problem.items


@settings(max_examples=300, deadline=None)
@given(programmes(), ABSENCES)
def test_against_the_documentation(things: list[Thing], absences: list[Away]) -> None:
    timetable = Timetable(mission_of(things, absences))
    assert clashes(overlap(timetable), every_item) == expected_overlaps(things)
    assert clashes(travel(timetable), every_item) == expected_travel(things)
    found = pairs(venue(timetable))
    assert set(found) == expected_venues(things)
    assert len(found) == len(set(found))
    problems = list(absent(timetable))
    away = iter(p for p in problems if p.message.key == "absent.away")
    assert clashes(away, every_item) == expected_absences(things, absences)
    elsewhere = iter(p for p in problems if p.message.key != "absent.away")
    assert clashes(elsewhere, lambda p: p.items[:1]) == expected_elsewhere(things)
    assert {problem.items[0] for problem in closed(timetable)} == expected_closed(things)


@settings(max_examples=100, deadline=None)
@given(programmes(), stays())
def test_one_thing_more_removes_no_overlap(things: list[Thing], more: Thing) -> None:
    before = clashes(overlap(Timetable(mission_of(things))), every_item)
    after = clashes(overlap(Timetable(mission_of([*things, more]))), every_item)
    assert before - after == set()
    added = f"{more.kind}:{name(len(things))}"
    assert all(added in items for items, _, _ in after - before)


@settings(max_examples=100, deadline=None)
@given(programmes(), ABSENCES)
def test_a_week_later_everything_is_the_same(things: list[Thing], absences: list[Away]) -> None:
    after, later = (
        [
            (problem.code, problem.severity, problem.message.key, problem.people, problem.items)
            for problem in check(Timetable(mission_of(things, absences, shift)))
        ]
        for shift in (WEEK, 2 * WEEK)
    )
    assert after == later
