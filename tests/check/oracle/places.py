"""The rules about ways, vehicles and rooms, in their plainest form."""

from collections.abc import Iterator
from itertools import combinations

from itinerary.model import Event, Meeting, Transfer, Venue
from tests.check.oracle.plain import (
    STEP_MINUTES,
    Hit,
    Thing,
    View,
    each_after_the_last,
    hits,
    is_too_short,
    minutes,
    share_time,
    wall,
    way_minutes,
    zone_at,
)
from tests.check.oracle.world import CHICAGO, MIAMI, TRAINS

CHECK_IN_MINUTES = {"domestic": 60, "international": 120}
CONNECTION_MINUTES, EXIT_MINUTES, TRAIN_MINUTES = 60, 30, 15
FAR_MINUTES = 20
WAIT_MINUTES, PAUSE_MINUTES = 2 * 60, 6 * 60


def late_leg(view: View) -> Iterator[Hit]:
    for person in view.mission.people:
        for before, after in each_after_the_last(view.required(person)):
            if "journey" not in (before.kind, after.kind) or not after.place:
                continue
            if not view.legs.same_area(before.end_place, after.place):
                continue
            way = way_minutes(view, before.end_place, after.place) or 0
            needed = way + margin_minutes(before, after)
            if after.start - before.end < needed and not is_too_short(view, before, after):
                yield Hit("late_leg.short", "error", frozenset({before.id, after.id}), person)


def margin_minutes(before: Thing, after: Thing) -> int:
    if after.kind != "journey":
        return EXIT_MINUTES if is_flight(before) else 0
    if is_flight(before):
        return CONNECTION_MINUTES
    if not is_flight(after):
        return TRAIN_MINUTES
    is_inland = after.zone == after.end_zone or {after.zone, after.end_zone} == {MIAMI, CHICAGO}
    return CHECK_IN_MINUTES["domestic" if is_inland else "international"]


def is_flight(thing: Thing) -> bool:
    record = thing.record
    return thing.kind == "journey" and getattr(record, "number", "") not in TRAINS


def stranded(view: View) -> Iterator[Hit]:
    rides = [thing for thing in view.things if thing.kind == "transfer"]
    for one, other in combinations(rides, 2):
        if share_time(one, other) and one.people & other.people:
            yield from hits("stranded.twice", "error", one.people & other.people, one, other)
    travellers = {p for t in view.things if t.kind == "journey" for p in t.people}
    for person in set(view.mission.people) - travellers:
        for before, after in each_after_the_last(view.required(person)):
            start, end = before.end_place, after.place
            if end and end != start and not view.legs.same_area(start, end):
                items = frozenset({before.id, after.id})
                yield Hit("stranded.gulf", "error", items, person)
    for thing in view.things:
        if thing.is_stay and thing.place:
            yield from left_behind(view, thing)


def left_behind(view: View, thing: Thing) -> Iterator[Hit]:
    rides = [
        ride
        for ride in view.things
        if ride.kind == "transfer"
        and ride.place
        and ride.end_place
        and is_next_door(view, ride.end_place, thing.place)
        and 0 <= thing.start - ride.end <= WAIT_MINUTES
        and ride.people & thing.required
    ]
    far = [r for r in rides if (way_minutes(view, r.place, thing.place) or 0) >= FAR_MINUTES]
    items = frozenset(one.id for one in (thing, *rides))
    for person in view.delegates:
        is_aboard = any(person in ride.people for ride in rides)
        if person in thing.required and not is_aboard:
            place = comes_from(view, person, thing)
            if place and any(is_next_door(view, place, ride.place) for ride in far):
                yield Hit("stranded.left", "warning", items, person)


def is_next_door(view: View, one: str, other: str) -> bool:
    """No way at all between two places of one area."""
    is_apart = way_minutes(view, one, other) is not None
    return one == other or (not is_apart and view.legs.same_area(one, other))


def comes_from(view: View, person: str, thing: Thing) -> str:
    """Where the person was last; the base at first, and after a night."""
    base = view.mission.settings.base
    before = [one for one in view.expected(person) if one.start < thing.start]
    before = [one for one in before if one.end_place and one.end <= thing.start]
    if not before:
        return base
    latest = max(one.end for one in before)
    last = [one for one in before if one.end == latest][-1]
    dates = [wall(one.start, one.zone).date() for one in (last, thing)]
    is_night = thing.start - latest >= PAUSE_MINUTES and dates[0] != dates[1]
    return base if base and is_night else last.end_place


def venue(view: View) -> Iterator[Hit]:
    held = [thing for thing in view.things if thing.is_stay and thing.place]
    for one, other in combinations(held, 2):
        kinds, known = {one.kind, other.kind}, view.mission.venues[one.place]
        if one.place != other.place or not share_time(one, other) or len(kinds) == 2:
            continue
        if kinds == {"event"} or known.tables is None:
            yield from hits("venue.room", "error", one.required | other.required, one, other)
    for event in held:
        meetings = [
            one
            for one in held
            if (one.kind, one.place) == ("meeting", event.place) and share_time(one, event)
        ]
        if event.kind == "event" and meetings:
            people = event.required.union(*(one.required for one in meetings))
            yield from hits("venue.room", "error", people, event, *meetings)


def table(view: View) -> Iterator[Hit]:
    for one, other in combinations(at_tables(view), 2):
        is_same = (one.place, table_of(one)) == (other.place, table_of(other))
        if is_same and table_of(one) is not None and share_time(one, other):
            yield from hits("table.twice", "error", one.required | other.required, one, other)


def at_tables(view: View) -> list[Thing]:
    """Meetings where tables are counted."""
    meetings = [thing for thing in view.things if thing.kind == "meeting" and thing.place]
    return [one for one in meetings if view.mission.venues[one.place].tables is not None]


def table_of(thing: Thing) -> int | None:
    return thing.record.table if isinstance(thing.record, Meeting) else None


def capacity(view: View) -> Iterator[Hit]:
    for thing in view.things:
        for room in rooms(view, thing):
            if room is not None and len(thing.people) > room:
                need = "error" if len(thing.required) > room else "warning"
                yield from hits("capacity.people", need, thing.people, thing)
    for one in at_tables(view):
        tables = view.mission.venues[one.place].tables or 0
        if (table_of(one) or 0) > tables:
            yield from hits("capacity.number", "error", one.people, one)
        here = [other for other in at_tables(view) if other.place == one.place]
        steps = range(one.start, one.end, STEP_MINUTES)
        if any(sum(o.start <= step < o.end for o in here) > tables for step in steps):
            yield from hits("capacity.tables", "error", frozenset(), one)


def rooms(view: View, thing: Thing) -> list[int | None]:
    """For how many there is room: at the venue, and at the event."""
    if not thing.is_stay:
        return []
    known = view.mission.venues.get(thing.place)
    own = [thing.record.capacity] if isinstance(thing.record, Event) else []
    return [known.capacity if known else None, *own]


def closed(view: View) -> Iterator[Hit]:
    for thing in view.things:
        if thing.is_stay and thing.place and not is_open_throughout(view, thing):
            yield from hits("closed.venue", "error", thing.people, thing)


def is_open_throughout(view: View, thing: Thing) -> bool:
    """What takes no time may be at the very minute of closing."""
    place = view.mission.venues[thing.place]
    zone = zone_at(view.mission, thing.place)
    steps = range(thing.start, thing.end, STEP_MINUTES)
    if steps:
        return all(is_open(place, step, zone) for step in steps)
    return any(is_open(place, step, zone) for step in (thing.start - 1, thing.start))


def is_open(place: Venue, minute: int, zone: str) -> bool:
    at = wall(minute, zone).time()
    if place.opens and place.closes and place.closes < place.opens:
        return at >= place.opens or at < place.closes
    return (not place.opens or at >= place.opens) and (not place.closes or at < place.closes)


def vehicle(view: View) -> Iterator[Hit]:
    for thing in view.things:
        seats = thing.record.seats if isinstance(thing.record, Transfer) else None
        if seats is not None and len(thing.people) > seats:
            yield from hits("vehicle.seats", "error", thing.people, thing)


def resource(view: View) -> Iterator[Hit]:
    for name, known in view.mission.resources.items():
        things = [thing for thing in view.things if name in thing.resources]
        there = {
            step
            for start, end in known.available
            for step in range(minutes(start), minutes(end), STEP_MINUTES)
        }
        for thing in things:
            steps = range(thing.start, thing.end, STEP_MINUTES)
            if known.available and not there.issuperset(steps):
                yield from needs("resource.away", name, thing)
        for one, other in combinations(things, 2):
            if share_time(one, other):
                yield from needs("resource.twice", name, one, other)
        for before, after in each_after_the_last(things):
            if is_too_short(view, before, after):
                yield from needs("resource.way", name, before, after)


def needs(key: str, name: str, *things: Thing) -> Iterator[Hit]:
    people = frozenset[str]().union(*(thing.required for thing in things))
    for one in hits(key, "error", people, *things):
        yield one._replace(items=one.items | {f"resource:{name}"})
