"""Where one request can be while nothing else is planned, in minutes and in the plainest form."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from itinerary.model import Meeting, Mission
from tests.check.oracle.places import (
    CHECK_IN_MINUTES,
    EXIT_MINUTES,
    TRAIN_MINUTES,
    is_open_throughout,
)
from tests.check.oracle.plain import Thing, View, minutes, view_of, wall, way_minutes, zone_at
from tests.check.oracle.words import spoken

Period = tuple[int, int]
"""From a minute up to, not including, another."""


class Spot(NamedTuple):
    """A meeting at a venue, for as many whole steps as it needs."""

    start: int
    end: int
    id: str
    session: int
    venue: str
    people: frozenset[str]
    """Who must come."""
    resources: tuple[str, ...]
    """With the interpreter whom the plan adds."""


class Facts:
    """What stays where it is, and what is to be placed."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self.requests = [
            mission.requests.get(one.id, one)
            for one in mission.meetings.values()
            if not one.pinned and one.status != "cancelled"
        ]
        free = {one.id: one._replace(span=None) for one in self.requests}
        meetings = {**mission.meetings, **free}
        self.view: View = view_of(replace(mission, meetings=meetings))
        self.pins = [thing for thing in self.view.things if thing.kind == "meeting"]
        self.sessions = [[*steps_of(mission, number)] for number, _ in enumerate(periods(mission))]

    def spots(self, meeting: Meeting) -> list[Spot]:
        """Every one that nothing stands in the way of."""
        spots = (
            Spot(start, end, meeting.id, number, venue, sides(meeting), (*meeting.resources, *more))
            for number, steps in enumerate(self.sessions)
            for start, end in stretches(steps, self.count(meeting))
            for venue in self.venues(meeting)
            for more in self.extras(meeting)
        )
        return [spot for spot in spots if self.is_possible(meeting, spot)]

    def count(self, meeting: Meeting) -> int:
        """The steps of a meeting."""
        grid, length = self.mission.settings.planning.grid_minutes, meeting.duration
        return max(n for n in range(1, 100) if (n - 1) * timedelta(minutes=grid) < length)

    def venues(self, meeting: Meeting) -> Sequence[str]:
        if meeting.venue:
            return [meeting.venue]
        return meeting.pool or [v.id for v in self.mission.venues.values() if v.tables]

    def extras(self, meeting: Meeting) -> list[tuple[str, ...]]:
        """Whom to add so that both sides understand each other and the language of the meeting."""
        ours, theirs = spoken(self.view, meeting.who), spoken(self.view, meeting.counterpart)
        wanted, needs = set(meeting.languages), []
        if self.mission.settings.severities.get("language") == "off":
            return [()]
        if ours and theirs and not ours & theirs:
            needs = [(ours, theirs)]
        else:
            needs = [(one, wanted) for one in (ours, theirs) if one and wanted and not one & wanted]
        if all(any(self.speaks(name, need) for name in meeting.resources) for need in needs):
            return [()]
        known = self.mission.resources
        return [(name,) for name in known if all(self.speaks(name, need) for need in needs)]

    def speaks(self, name: str, need: tuple[set[str], set[str]]) -> bool:
        one = self.mission.resources[name]
        tongues = set(one.languages)
        return one.kind == "interpreter" and (
            not tongues or (bool(tongues & need[0]) and bool(tongues & need[1]))
        )

    def is_possible(self, meeting: Meeting, spot: Spot) -> bool:
        venue = self.mission.venues[spot.venue]
        ends = spot.start + meeting.duration // timedelta(minutes=1)
        return (
            (meeting.earliest is None or minutes(meeting.earliest) <= spot.start)
            and (meeting.latest is None or ends <= minutes(meeting.latest))
            and (venue.capacity is None or len(spot.people) <= venue.capacity)
            and self.is_open(meeting, spot)
            and all(self.is_free(person, spot) for person in spot.people)
            and all(self.is_to_be_had(name, spot) for name in spot.resources)
        )

    def is_open(self, meeting: Meeting, spot: Spot) -> bool:
        """On a day of the mission, in the hours of the venue, and with no event in it."""
        zone = zone_at(self.mission, spot.venue)
        last = wall(spot.end - 1, zone).date()
        if wall(spot.start, zone).date() < self.mission.starts or last > self.mission.ends:
            return False
        events = [t for t in self.view.things if (t.kind, t.place) == ("event", spot.venue)]
        thing = Thing(*spot[:2], "", "meeting", spot.venue, spot.venue, zone, zone, spot.people,
                      frozenset(), (), meeting)  # fmt: skip
        return is_open_throughout(self.view, thing) and not any(shares(spot, t) for t in events)

    def is_free(self, person: str, spot: Spot) -> bool:
        """Whether nothing they must be at, or are away for, keeps them from there."""
        for absence in self.mission.absences:
            away = minutes(absence.span.start), minutes(absence.span.end)
            if person in absence.who.people and max(away[0], spot.start) < min(away[1], spot.end):
                return False
        things = self.view.required(person)
        return (
            all(self.is_reached(thing, spot) for thing in things)
            and all(self.is_in_time(things, number, spot) for number, _ in enumerate(things))
            and self.is_there(things, spot)
            and self.is_there([thing for thing in things if thing.kind == "journey"], spot)
        )

    def is_reached(self, thing: Thing, spot: Spot) -> bool:
        """Whether one can get from it to the spot, or from the spot to it."""
        after = spot.start - thing.end >= self.way(thing.end_place, spot.venue)
        return after or thing.start - spot.end >= self.way(spot.venue, thing.place)

    def way(self, start: str, end: str) -> int:
        way = way_minutes(self.view, start, end)
        return 0 if way is None else way + self.mission.settings.slack_minutes

    def is_in_time(self, things: Sequence[Thing], number: int, spot: Spot) -> bool:
        """Whether there is time to check in to a journey that comes next, or to leave one."""
        journey = things[number]
        if journey.kind != "journey":
            return True
        placed = [thing for thing in things if thing.end_place]
        before = [t for t in placed if spot.end < t.end <= journey.start]
        after = [t for t in placed if journey.end < t.end <= spot.start]
        is_flight = getattr(journey.record, "number", "").startswith("XX")
        if spot.end <= journey.start and not before:
            is_inland = journey.zone == journey.end_zone
            margin = CHECK_IN_MINUTES["domestic" if is_inland else "international"]
            way = way_minutes(self.view, spot.venue, journey.place) or 0
            return journey.start - spot.end >= way + (margin if is_flight else TRAIN_MINUTES)
        if spot.start >= journey.end and is_flight and not after:
            way = way_minutes(self.view, journey.end_place, spot.venue) or 0
            return spot.start - journey.end >= way + EXIT_MINUTES
        return True

    def is_there(self, things: Sequence[Thing], spot: Spot) -> bool:
        """Whether what comes before and what comes next is in the same part of the world."""
        placed = [thing for thing in things if thing.place and thing.end_place]
        before = [thing.end_place for thing in placed if thing.start < spot.start][-1:]
        after = [thing.place for thing in placed if thing.start >= spot.end][:1]
        return all(self.view.legs.same_area(place, spot.venue) for place in (*before, *after))

    def is_to_be_had(self, name: str, spot: Spot) -> bool:
        known = self.mission.resources[name]
        hours = [(minutes(start), minutes(end)) for start, end in known.available]
        is_there = any(start <= spot.start and spot.end <= end for start, end in hours)
        uses = [thing for thing in self.view.things if name in thing.resources]
        return (is_there or not hours) and all(self.is_reached(thing, spot) for thing in uses)


def sides(meeting: Meeting) -> frozenset[str]:
    """Who must come."""
    return frozenset((*meeting.who.people, *meeting.counterpart.people))


def shares(one: Spot | Thing, other: Spot | Thing) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)


def periods(mission: Mission) -> list[Period]:
    """The sessions."""
    return [(minutes(a), minutes(b)) for a, b in mission.settings.planning.sessions]


def steps_of(mission: Mission, number: int) -> Iterator[Period]:
    """The steps of a session: from its start, and again from the end of each break."""
    planning = mission.settings.planning
    start, end = periods(mission)[number]
    breaks = [(minutes(a), minutes(b)) for a, b in planning.breaks]
    while start + planning.grid_minutes <= end:
        step = start, start + planning.grid_minutes
        hit = [b for b in breaks if max(b[0], step[0]) < min(b[1], step[1])]
        if hit:
            start = max(b[1] for b in hit)
        else:
            yield step
            start = step[1]


def stretches(steps: Sequence[Period], count: int) -> Iterator[Period]:
    """So many steps one after the other."""
    for first in range(len(steps) - count + 1):
        some = steps[first : first + count]
        if all(a[1] == b[0] for a, b in pairwise(some)):
            yield some[0][0], some[-1][1]
