"""Another transfer: a seat in one that goes the same way at nearly the same time."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from itertools import islice

from itinerary.check.repairs.changes import Change, joined, without
from itinerary.check.repairs.scenes import Candidate, Scene
from itinerary.check.wording import item as titled
from itinerary.check.wording import people as named
from itinerary.model import Transfer
from itinerary.problems import say
from itinerary.timetable import Item

FURTHEST = timedelta(hours=3)
MOST = 5
"""Rides that are worth a trial, and people who may be put on another at once."""


def other_rides(scene: Scene) -> Iterator[Candidate]:
    """Those concerned in another vehicle, or in one at last."""
    for item in scene.items:
        if isinstance(item.record, Transfer):
            yield from _instead(scene, item)
        elif scene.problem.code == "stranded" and len(scene.people) <= MOST:
            yield from _at_last(scene, item)


def _instead(scene: Scene, item: Item) -> Iterator[Candidate]:
    """The people on a ride, or the last of those it has no seats for, on another."""
    concerned = _passengers(scene, item)
    if not concerned:
        return
    for other in islice(_rides_like(scene, item, frozenset(concerned)), MOST):
        left, taken = without(scene.mission, item, concerned), _seated(scene, other, concerned)
        if left and taken and left.then(taken).is_writable:
            people = named(scene.mission, concerned)
            said = say("repair.ride", people=people, old=titled(item), new=titled(other))
            shift = abs(other.span.start - item.span.start)
            change = left.then(taken)
            yield Candidate(said, change, item.id, frozenset(concerned), shift=shift)


def _passengers(scene: Scene, item: Item) -> tuple[str, ...]:
    seats = item.record.seats if isinstance(item.record, Transfer) else None
    if scene.problem.code == "vehicle" and seats is not None:
        return item.people[seats:]
    aboard = tuple(person for person in scene.people if person in item.people)
    return aboard if len(aboard) <= MOST else ()


def _rides_like(scene: Scene, item: Item, people: frozenset[str]) -> Iterator[Item]:
    """Rides between the same places with seats left, the nearest in time first."""
    rides = [
        ride
        for ride in scene.timetable.items
        if isinstance(ride.record, Transfer) and people.isdisjoint(ride.people)
        and abs(ride.span.start - item.span.start) <= FURTHEST and _has_seats(ride, people)
        and _is_spot(scene, ride.place, item.place)
        and _is_spot(scene, ride.end_place, item.end_place)
    ]  # fmt: skip
    yield from sorted(rides, key=lambda ride: abs(ride.span.start - item.span.start))


def _at_last(scene: Scene, item: Item) -> Iterator[Candidate]:
    """A seat in each ride that brings others to the item."""
    people = frozenset(scene.people)
    rides = [
        ride
        for ride in scene.timetable.items
        if isinstance(ride.record, Transfer) and _is_spot(scene, ride.end_place, item.place)
        and timedelta() <= item.span.start - ride.span.end <= FURTHEST
        and people.isdisjoint(ride.people) and _has_seats(ride, people)
    ]  # fmt: skip
    for ride in reversed(rides[-MOST:]):
        change = _seated(scene, ride, scene.people)
        if change and change.is_writable:
            said = say("repair.aboard", people=named(scene.mission, scene.people), new=titled(ride))
            yield Candidate(said, change, ride.id, frozenset(scene.people))


def _seated(scene: Scene, ride: Item, people: tuple[str, ...]) -> Change | None:
    change: Change | None = None
    for person in people:
        record = change.records[0] if change else ride.record
        change = joined(scene.mission, ride._replace(record=record), person)
        if change is None:
            break
    return change


def _has_seats(ride: Item, people: Collection[str]) -> bool:
    seats = ride.record.seats if isinstance(ride.record, Transfer) else None
    return seats is None or len(ride.people) + len(people) <= seats


def _is_spot(scene: Scene, one: str, other: str) -> bool:
    """Whether two places are one, or next door."""
    legs = scene.timetable.legs
    return one == other or (
        bool(one and other) and legs.same_area(one, other) and legs.between(one, other) is None
    )
