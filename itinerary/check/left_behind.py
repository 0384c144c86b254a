"""Who is on none of the transfers that bring the others; a part of rule `stranded`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain

from itinerary.check.succession import delegates, required_at, required_of
from itinerary.check.wording import clash, item, people
from itinerary.problems import Problem, Severity, say
from itinerary.timetable import STAYS, Item, Timetable

WAIT = timedelta(hours=2)
"""A transfer that arrives longer before the start was for something else."""
NIGHT = timedelta(hours=6)
"""After a pause at least this long people come from the base, as in their timetables."""


def left_behind(timetable: Timetable, minutes: int) -> Iterator[Problem]:
    """A warning for each thing that some are driven to and others, as far away, are not."""
    mission = timetable.mission
    passengers = delegates(mission)
    arrivals = _Arrivals(timetable)
    slots = (s for s in timetable.by_slot if s.kind in STAYS and arrivals.reach(s.place))
    for thing in chain.from_iterable(timetable.by_slot[slot] for slot in slots):
        rides = arrivals.of(thing, minutes)
        if not rides:
            continue
        aboard = required_at(rides)
        starts = {ride.place for ride in rides if _way(timetable, ride.place, thing) >= minutes}
        victims = [
            person
            for person in required_of(thing, passengers)
            if person not in aboard
            and _starts_with(timetable, _comes_from(timetable, person, thing), starts)
        ]
        if victims:
            everyone = mission.in_protocol_order(set(victims))
            message = say(
                "stranded.left",
                n=len(everyone),
                people=people(mission, everyone),
                item=item(thing),
                rides=tuple(item(ride) for ride in rides),
            )
            at = (thing.at("who"), *(ride.at("who") for ride in rides))
            yield clash("stranded", (Severity.WARNING, everyone), message, (thing, *rides), at)


class _Arrivals:
    """Transfers by where and when they arrive."""

    def __init__(self, timetable: Timetable) -> None:
        self._timetable = timetable
        self._at: dict[str, list[Item]] = {}
        self._near: dict[str, list[Item]] = {}
        for thing in timetable.items:
            if thing.kind == "transfer" and thing.place and thing.end_place:
                self._at.setdefault(thing.end_place, []).append(thing)

    def of(self, thing: Item, minutes: int) -> Sequence[Item]:
        """Those that bring someone required to it, if one of them comes from far enough."""
        near = self._near_to(thing.place)
        start = thing.span.start
        first = bisect_left(near, start - WAIT, key=lambda ride: ride.span.end)
        last = bisect_right(near, start, key=lambda ride: ride.span.end)
        rides = [r for r in near[first:last] if not r.required.isdisjoint(thing.required)]
        is_far = any(_way(self._timetable, r.place, thing) >= minutes for r in rides)
        return rides if is_far else ()

    def reach(self, place: str) -> bool:
        """Whether any arrives at a place or next door."""
        return place != "" and bool(self._near_to(place))

    def _near_to(self, place: str) -> list[Item]:
        """Those that arrive at a place or next door, by time of arrival."""
        if place not in self._near:
            rides = [
                ride
                for end, rides in self._at.items()
                if _is_next_door(self._timetable, end, place)
                for ride in rides
            ]
            self._near[place] = sorted(rides, key=lambda ride: ride.span.end)
        return self._near[place]


def _is_next_door(timetable: Timetable, start: str, end: str) -> bool:
    legs = timetable.legs
    return start == end or (legs.between(start, end) is None and legs.same_area(start, end))


def _way(timetable: Timetable, start: str, thing: Item) -> int:
    leg = timetable.legs.between(start, thing.place)
    return leg.minutes if leg else 0


def _starts_with(timetable: Timetable, place: str, starts: set[str]) -> bool:
    return place != "" and any(_is_next_door(timetable, place, start) for start in starts)


def _comes_from(timetable: Timetable, person: str, thing: Item) -> str:
    """The last place known before something; after a night, and at first, the base."""
    last: Item | None = None
    for other in timetable.by_person[person]:
        if other.span.start >= thing.span.start:
            break
        ends_later = last is None or other.span.end >= last.span.end
        if other.end_place and other.span.end <= thing.span.start and ends_later:
            last = other
    base = timetable.mission.settings.base
    if last is None:
        return base
    is_night = thing.span.start - last.span.end >= NIGHT and last.day != thing.day
    return base or last.end_place if is_night else last.end_place
