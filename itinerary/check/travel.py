"""Rule `travel`."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain, pairwise

from itinerary.check.wording import by_need, clash, item, people, place
from itinerary.problems import Message, Problem, say
from itinerary.timetable import Item, Leg, Timetable


def travel(timetable: Timetable) -> Iterator[Problem]:
    """Someone has less time between two places than the way takes, slack included.

    The way is looked up in the travel table, else estimated from the coordinates; the slack is
    `slack_minutes` of `[travel]`. Each thing is compared with the one at a known place that ended
    last before it. Optional items are compared apart: leaving one out is a remedy.
    """
    pairs: dict[tuple[Item, Item], dict[str, None]] = {}
    ways = _Ways(timetable)
    for person, items in timetable.by_person.items():
        required = timetable.required_by_person[person]
        sequences = (required, items) if len(required) < len(items) else (items,)
        is_in_line = person in timetable.in_line
        steps = (pairwise(one) if is_in_line else _following(one) for one in sequences)
        for before, thing in chain.from_iterable(steps):
            if before.end_place != thing.place and ways.are_too_close(before, thing):
                pairs.setdefault((before, thing), {})[person] = None
    for pair, concerned in pairs.items():
        yield from _problems(timetable, pair, concerned)


class _Ways:
    """How long after one place another can be reached, slack included."""

    def __init__(self, timetable: Timetable) -> None:
        self._legs = timetable.legs
        self._slack = timetable.mission.settings.slack_minutes
        self._needed: dict[tuple[str, str], timedelta | None] = {}

    def are_too_close(self, before: Item, thing: Item) -> bool:
        places = before.end_place, thing.place
        if places not in self._needed:
            leg = self._legs.between(*places)
            self._needed[places] = timedelta(minutes=leg.minutes + self._slack) if leg else None
        needed = self._needed[places]
        return needed is not None and thing.span.start - before.span.end < needed


def _following(items: Iterable[Item]) -> Iterator[tuple[Item, Item]]:
    """Each item after the one that ended last before it at a known place."""
    before: Item | None = None
    running: list[Item] = []
    for thing in items:
        start = thing.span.start
        still = []
        for other in running:
            if other.span.end > start:
                still.append(other)
            elif other.end_place and (before is None or other.span.end >= before.span.end):
                before = other
        running = [*still, thing]
        if before is not None:
            yield before, thing


def _problems(
    timetable: Timetable, pair: tuple[Item, Item], concerned: Iterable[str]
) -> Iterator[Problem]:
    first, second = pair
    mission = timetable.mission
    leg = timetable.legs.between(first.end_place, second.place)
    if leg is None:
        return
    needed = timedelta(minutes=leg.minutes + mission.settings.slack_minutes)
    gap = second.span.start - first.span.end
    for need in by_need(timetable, concerned, pair):
        message = say(
            "travel.short",
            n=len(need[1]),
            people=people(mission, need[1]),
            gap=gap,
            start=place(mission, leg.start),
            end=place(mission, leg.end),
            needed=needed,
            missing=needed - gap,
            source=_source(leg),
            first=item(first),
            second=item(second),
        )
        at = (second.at("start"), first.at("end"))
        yield clash("travel", need, message, pair, at)


def _source(leg: Leg) -> Message:
    return say("travel.estimate") if leg.estimated else say("travel.table")
