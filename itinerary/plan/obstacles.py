"""What keeps a person, a resource or a room from a meeting, step by step, each with its reason.

Facts come from the timetable and its legs, as they do for the checks; the rules are written
here once more and share no code with theirs, so that a plan and its referee can disagree.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from itinerary.model import Absence, Mission, Resource, Venue
from itinerary.plan.steps import Steps
from itinerary.times import Span, covers, gaps, local, nearest_instant
from itinerary.timetable import Item, Timetable
from itinerary.timetable.flights import is_domestic, is_flight

MARGINS = {"international_minutes": 120, "domestic_minutes": 60, "exit_minutes": 30}
"""Around a journey, as the rule `late-leg` has them by default."""
TRAIN_MINUTES = 15
LATE_LEG = "late-leg"


class Obstacle(NamedTuple):
    """Something that takes steps away."""

    kind: str
    """`item`, `way`, `absence`, `away`, `unavailable`, `closed`, `event` or `tables`."""
    steps: int
    subject: Item | Absence | Resource | Venue | None = None


class Obstacles:
    """What stands in the way of everyone and everything that is not to be planned."""

    def __init__(self, timetable: Timetable, steps: Steps) -> None:
        self.timetable = timetable
        self.mission: Mission = timetable.mission
        self.steps = steps
        self._ways: dict[tuple[str, str], timedelta] = {}
        self._known: dict[tuple[object, ...], tuple[Obstacle, ...]] = {}
        self._margins = _margins(self.mission)
        self._absences = _by_person(self.mission)
        self._uses = _by_resource(timetable)

    def way(self, start: str, end: str) -> timedelta:
        """How long it takes between two places, slack included; nothing where no leg is known."""
        pair = start, end
        if pair not in self._ways:
            minutes = self.way_minutes(start, end)
            slack = self.mission.settings.slack_minutes if minutes is not None else 0
            self._ways[pair] = timedelta(minutes=(minutes or 0) + slack)
        return self._ways[pair]

    def way_minutes(self, start: str, end: str) -> int | None:
        """The same without the slack; None where no leg is known."""
        leg = self.timetable.legs.between(start, end)
        return leg.minutes if leg else None

    def of_person(self, person: str, venue: str) -> tuple[Obstacle, ...]:
        """What keeps a person from a meeting at a venue."""
        items = self.timetable.required_by_person[person]
        absences = self._absences.get(person, ())
        key = (*map(id, items), *map(id, absences), venue)
        if key not in self._known:
            away = (Obstacle("absence", self.steps.overlapping(a.span), a) for a in absences)
            found = [*self._of_items(items, venue), *away, *self._of_places(items, venue)]
            self._known[key] = tuple(one for one in found if one.steps)
        return self._known[key]

    def of_resource(self, name: str, venue: str) -> tuple[Obstacle, ...]:
        """What keeps an interpreter or another resource from a meeting at a venue."""
        key = ("resource", name, venue)
        if key not in self._known:
            known = self.mission.resources[name]
            found = [*self._of_uses(self._uses.get(name, ()), venue)]
            if known.available:
                periods = sorted(known.available)
                away = self._where(lambda span: next(gaps(span, periods), None) is not None)
                found.append(Obstacle("unavailable", away, known))
            self._known[key] = tuple(one for one in found if one.steps)
        return self._known[key]

    def of_room(self, venue: str) -> tuple[Obstacle, ...]:
        """What keeps everyone from a venue: its hours, the days of the mission, events in it."""
        key = ("room", venue)
        if key not in self._known:
            known = self.mission.venues.get(venue)
            closed = self._where(lambda span: not self._is_open(known, span))
            found = [Obstacle("closed", closed, known)]
            held = (item for item in self.timetable.by_kind["event"] if item.place == venue)
            found += (Obstacle("event", self.steps.overlapping(i.span), i) for i in held)
            self._known[key] = tuple(one for one in found if one.steps)
        return self._known[key]

    def taken(self, person: str) -> int:
        """The steps at which a person is required at anything but a meeting, or away."""
        found = 0
        for item in self.timetable.required_by_person[person]:
            if item.kind != "meeting":
                found |= self.steps.overlapping(item.span)
        for absence in self._absences.get(person, ()):
            found |= self.steps.overlapping(absence.span)
        return found

    def held(self, person: str) -> int:
        """The steps at which a person is required at a meeting that stays where it is."""
        found = 0
        for item in self.timetable.required_by_person[person]:
            if item.kind == "meeting":
                found |= self.steps.overlapping(item.span)
        return found

    def _where(self, is_out: Callable[[Span], bool]) -> int:
        return sum(1 << n for n, span in enumerate(self.steps.spans) if is_out(span))

    def _is_open(self, known: Venue | None, span: Span) -> bool:
        mission = self.mission
        zone = mission.zone_at(known.id) if known else mission.zone
        day = local(span.start, zone).date()
        if not mission.starts <= day <= mission.ends:
            return False
        if known is None or (known.opens or time()) == (known.closes or time()):
            return True
        return any(covers(hours, span) for hours in _hours(known, span.start, zone))

    def _of_uses(self, items: Iterable[Item], venue: str) -> Iterator[Obstacle]:
        """An item with the ways around it."""
        for item in items:
            before = self.way(venue, item.place)
            after = self.way(item.end_place, venue)
            span = Span(item.span.start - before, item.span.end + after)
            yield Obstacle("item", self.steps.overlapping(span), item)

    def _of_items(self, items: Sequence[Item], venue: str) -> Iterator[Obstacle]:
        yield from self._of_uses(items, venue)
        for journey in (item for item in items if item.kind == "journey"):
            placed = [item for item in items if item.end_place and item is not journey]
            begins, ends = journey.span
            earlier = (item.span.end for item in placed if item.span.end <= begins)
            start = max((begins - self._there_by(journey, venue), *earlier))
            yield Obstacle("item", self.steps.overlapping(Span(start, begins)), journey)
            if is_flight(journey.title):
                way = self.way_minutes(journey.end_place, venue) or 0
                until = ends + timedelta(minutes=way + self._margins["exit_minutes"])
                later = (item.span.start for item in placed if item.span.start >= ends)
                span = Span(ends, min((until, *later)))
                yield Obstacle("item", self.steps.overlapping(span), journey)

    def _there_by(self, journey: Item, venue: str) -> timedelta:
        """How long before a journey a meeting must end: the way, and the time to check in."""
        is_off = self.mission.settings.severities.get(LATE_LEG) == "off"
        minutes = 0 if is_off else TRAIN_MINUTES
        if is_flight(journey.title):
            domestic = is_domestic(journey.zone, journey.end_zone)
            minutes = self._margins["domestic_minutes" if domestic else "international_minutes"]
        return timedelta(minutes=minutes + (self.way_minutes(venue, journey.place) or 0))

    def _of_places(self, items: Sequence[Item], venue: str) -> Iterator[Obstacle]:
        """Between two things of which one is in another part of the world."""
        placed = [item for item in items if item.place and item.end_place]
        if not self.steps.spans:
            return
        journeys = [item for item in placed if item.kind == "journey"]
        for chain in (placed, journeys):
            for before, after in zip((None, *chain), (*chain, None), strict=True):
                elsewhere = self._elsewhere(before, after, venue)
                if elsewhere is not None:
                    start = before.span.end if before else self.steps.starts[0]
                    end = after.span.start if after else self.steps.spans[-1].end
                    yield Obstacle("away", self.steps.overlapping(Span(start, end)), elsewhere)

    def _elsewhere(self, before: Item | None, after: Item | None, venue: str) -> Item | None:
        """Which of two neighbours leaves a person too far away from a venue."""
        legs = self.timetable.legs
        if before and not legs.same_area(before.end_place, venue):
            return before
        if after and not legs.same_area(venue, after.place):
            return after
        return None


def _margins(mission: Mission) -> Mapping[str, int]:
    """Those of `[checks.late-leg]`; nothing where the rule is off."""
    if mission.settings.severities.get(LATE_LEG) == "off":
        return dict.fromkeys(MARGINS, 0)
    given = mission.settings.thresholds.get(LATE_LEG, {})
    numbers = {name: value for name, value in given.items() if isinstance(value, int)}
    return {name: numbers.get(name, usual) for name, usual in MARGINS.items()}


def _by_person(mission: Mission) -> Mapping[str, Sequence[Absence]]:
    found: dict[str, list[Absence]] = {}
    for absence in mission.absences:
        for person in absence.who.people:
            found.setdefault(person, []).append(absence)
    return found


def _by_resource(timetable: Timetable) -> Mapping[str, Sequence[Item]]:
    found: dict[str, list[Item]] = {}
    for item in timetable.items:
        for name in item.resources:
            found.setdefault(name, []).append(item)
    return found


def _hours(venue: Venue, start: datetime, zone: str) -> Iterator[Span]:
    """The opening hours that began on the date of a start there, and on the one before."""
    opens, closes = venue.opens or time(), venue.closes or time()
    nights = timedelta(1 if closes <= opens else 0)
    today = local(start, zone).date()
    for day in (today, today - timedelta(1)):
        begins = nearest_instant(day, opens, zone)
        yield Span(begins, nearest_instant(day + nights, closes, zone))
