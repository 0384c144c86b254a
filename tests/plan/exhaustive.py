"""The best plan of a tiny mission, by trying every combination; the stages as they are documented.

Everything is in minutes, and nothing of the planner is used.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import prod

from itinerary.model import Mission
from tests.check.oracle.plain import Thing, way_minutes
from tests.plan.facts import Facts, Period, Spot, shares, sides

Value = Mapping[str, int]
"""What each stage comes to."""


class Exhaustive:
    """Every plan of a mission."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self.facts = Facts(mission)
        self.spots = [self.facts.spots(one) for one in self.facts.requests]
        people = {person for one in self.facts.requests for person in sides(one)}
        self.people = sorted(people)
        self.guests = {one.id: {*one.optional.people} for one in self.facts.requests}
        journeys = [thing for thing in self.facts.view.things if thing.kind == "journey"]
        self.travellers = {person for thing in journeys for person in thing.required}
        self.known: dict[tuple[Spot, Spot], bool] = {}
        self.free: dict[tuple[str, Spot], bool] = {}

    def best(self, stages: Sequence[str]) -> Value:
        """The least value, stage by stage."""
        found: list[int] = []
        for plan in self.plans([]):
            value: list[int] = []
            for name in stages:
                value.append(getattr(self, name)(plan))
                if found and value > found[: len(value)]:
                    break
            else:
                found = value
        return dict(zip(stages, found, strict=True))

    @property
    def count(self) -> int:
        """How many combinations there are."""
        return prod(len(spots) + 1 for spots in self.spots)

    def value(self, plan: Sequence[Spot], stages: Sequence[str]) -> Value:
        """What the stages come to."""
        return {name: getattr(self, name)(plan) for name in stages}

    def is_clash_of_pins(self) -> bool:
        """Whether two pinned meetings, or one more than there are tables, cannot all be held."""
        pins = self.facts.pins
        at_once = [[o for o in pins if o.start <= p.start < o.end] for p in pins]
        return any(self.are_clashing(*pair) for pair in combinations(pins, 2)) or any(
            len([one for one in some if one.place == some[0].place]) > self.tables(some[0].place)
            for some in at_once
        )

    def tables(self, venue: str) -> int:
        """How many meetings there can be at once."""
        tables = self.mission.venues[venue].tables
        return 1 if tables is None else tables

    def are_clashing(self, one: Thing, other: Thing) -> bool:
        common = one.required & other.required or set(one.resources) & set(other.resources)
        first, last = sorted((one, other), key=lambda thing: thing.start)
        gap = last.start - first.end
        is_late = bool(common) and gap < self.facts.way(first.end_place, last.place)
        is_same = (one.place, table_of(one)) == (other.place, table_of(other))
        return is_late or (is_same and table_of(one) is not None and shares(one, other))

    def plans(self, plan: list[Spot], number: int = 0) -> Iterator[list[Spot]]:
        """Each request at each of its spots, then left out."""
        if number == len(self.spots):
            yield plan
            return
        for spot in self.spots[number]:
            if self.is_allowed(plan, spot):
                yield from self.plans([*plan, spot], number + 1)
        yield from self.plans(plan, number + 1)

    def is_allowed(self, plan: Sequence[Spot], spot: Spot) -> bool:
        """Whether it fits in with those before it."""
        if not all(self.are_apart(other, spot) for other in plan):
            return False
        return self.has_place([*plan, spot], spot.venue) and self.has_pause([*plan, spot])

    def are_apart(self, one: Spot, other: Spot) -> bool:
        """Whether whoever and whatever both need can be at both."""
        pair = one, other
        if pair not in self.known:
            people = one.people & other.people
            things = set(one.resources) & set(other.resources)
            self.known[pair] = not (people or things) or self.is_reached(one, other)
            is_far = not self.facts.view.legs.same_area(one.venue, other.venue)
            if is_far and (things or people - self.travellers):
                self.known[pair] = False
        return self.known[pair]

    def is_reached(self, one: Spot, other: Spot) -> bool:
        first, last = sorted((one, other), key=lambda spot: spot.start)
        return last.start - first.end >= self.facts.way(first.venue, last.venue)

    def has_place(self, plan: Sequence[Spot], venue: str) -> bool:
        """Whether a table can be found for each meeting; a room without has one."""
        tables = self.mission.venues[venue].tables
        pins = [thing for thing in self.facts.pins if thing.place == venue]
        here = [spot for spot in plan if spot.venue == venue]
        for spot in here:
            everything: list[Spot | Thing] = [*pins, *here]
            moments = [spot.start, *(pin.start for pin in pins if shares(pin, spot))]
            crowds = [[o for o in everything if o.start <= at < o.end] for at in moments]
            if any(len(crowd) > self.tables(venue) for crowd in crowds):
                return False
        return tables is None or is_seated(here, [table_of(p) for p in pins], pins, tables)

    def has_pause(self, plan: Sequence[Spot]) -> bool:
        """Whether nobody has more meetings in a row than they may."""
        planning = self.mission.settings.planning
        longest = planning.longest_run_minutes
        if longest is None:
            return True
        longest = max(longest, planning.grid_minutes) // planning.grid_minutes
        people = {person for spot in plan for person in spot.people}
        return all(
            not any(self.is_planned(plan, person, step) for step in run) or len(run) <= longest
            for person in people
            for steps in self.facts.sessions
            for run in self.runs(plan, person, steps)
        )

    def runs(
        self, plan: Sequence[Spot], person: str, steps: Sequence[Period]
    ) -> list[list[Period]]:
        """What steps a person is in meetings at without a pause."""
        found: list[list[Period]] = [[]]
        for step in steps:
            if not self.is_busy(plan, person, step):
                found.append([])
            elif found[-1] and found[-1][-1][1] != step[0]:
                found.append([step])
            else:
                found[-1].append(step)
        return found

    def is_planned(self, plan: Sequence[Spot], person: str, step: Period) -> bool:
        return any(person in s.people and s.start <= step[0] < s.end for s in plan)

    def is_pinned(self, person: str, step: Period) -> bool:
        return any(person in thing.required and touches(thing, step) for thing in self.facts.pins)

    def is_busy(self, plan: Sequence[Spot], person: str, step: Period) -> bool:
        return self.is_planned(plan, person, step) or self.is_pinned(person, step)

    def unplaced(self, plan: Sequence[Spot]) -> int:
        weights = self.mission.settings.planning.weights
        placed = {spot.id for spot in plan}
        return sum(weights[r.priority] for r in self.facts.requests if r.id not in placed)

    def changes(self, plan: Sequence[Spot]) -> int:
        """Meetings that the present plan has at another time or venue, or has and loses."""
        places = {s.id: (s.start, s.venue) for s in plan}
        found = 0
        for request in self.facts.requests:
            present = self.mission.meetings[request.id]
            if present.span is not None:
                at = int(present.span.start.timestamp()) // 60, present.venue
                found += places.get(request.id) != at
        return found

    def optional(self, plan: Sequence[Spot]) -> int:
        """Guests who are elsewhere, or have been asked to something else above it in the table."""
        found = 0
        for number, spot in enumerate(plan):
            for guest in self.guests[spot.id] - spot.people:
                must = [s for s in plan if guest in s.people]
                may = [s for s in plan[:number] if guest in self.guests[s.id]]
                if (guest, spot) not in self.free:
                    self.free[guest, spot] = self.facts.is_free(guest, spot)
                others = [*must, *may]
                is_coming = all(self.is_reached(other, spot) for other in others)
                found += not (is_coming and self.free[guest, spot])
        return found

    def gaps(self, plan: Sequence[Spot]) -> int:
        return sum(self.gaps_of(plan, person) for person in self.people)

    def fairness(self, plan: Sequence[Spot]) -> int:
        return max((self.gaps_of(plan, person) for person in self.people), default=0)

    def gaps_of(self, plan: Sequence[Spot], person: str) -> int:
        """Pauses between two meetings of a session; what else they are at is left out."""
        found = 0
        for steps in self.facts.sessions:
            line = "".join(
                "m" if self.is_busy(plan, person, step) else "-"
                for step in steps
                if self.is_busy(plan, person, step) or not self.is_elsewhere(person, step)
            )
            found += len([pause for pause in line.strip("-").split("m") if pause])
        return found

    def is_elsewhere(self, person: str, step: Period) -> bool:
        things = [t for t in self.facts.view.required(person) if t.kind != "meeting"]
        away = [
            (int(a.span.start.timestamp()) // 60, int(a.span.end.timestamp()) // 60)
            for a in self.mission.absences
            if person in a.who.people
        ]
        return any(touches(thing, step) for thing in things) or any(
            max(start, step[0]) < min(end, step[1]) for start, end in away
        )

    def travel(self, plan: Sequence[Spot]) -> int:
        """Minutes between planned meetings of a session, for each person."""
        days: defaultdict[tuple[str, int], list[Spot]] = defaultdict(list)
        for spot in sorted(plan, key=lambda spot: spot.start):
            for person in spot.people:
                days[person, spot.session].append(spot)
        ways = (
            way_minutes(self.facts.view, one.venue, other.venue)
            for spots in days.values()
            for one, other in pairwise(spots)
        )
        return sum(way or 0 for way in ways)


def touches(thing: Thing, step: Period) -> bool:
    return max(thing.start, step[0]) < min(thing.end, step[1])


def table_of(thing: Thing) -> int | None:
    table = getattr(thing.record, "table", None)
    return table if isinstance(table, int) else None


def is_seated(
    spots: Sequence[Spot], taken: Sequence[int | None], held: Sequence[Spot | Thing], tables: int
) -> bool:
    """Whether each can have a table that nobody else has meanwhile."""
    if not spots:
        return True
    first, *rest = spots
    for table in range(1, tables + 1):
        held_there = [one for one, number in zip(held, taken, strict=True) if number == table]
        is_taken = any(shares(first, one) for one in held_there)
        if not is_taken and is_seated(rest, [*taken, table], [*held, first], tables):
            return True
    return False
