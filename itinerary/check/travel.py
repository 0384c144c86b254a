"""Rule `travel`."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain

from itinerary.check.wording import by_need, clash, item, people, place
from itinerary.problems import Message, Problem, say
from itinerary.timetable import Item, Leg, Timetable


def travel(timetable: Timetable) -> Iterator[Problem]:
    """Someone has less time between two places than the way takes, slack included.

    The way is looked up in the travel table, else estimated from the coordinates; the slack is
    `slack_minutes` of `[travel]`. Only one thing and the next at a known place are compared, and
    no pair that overlaps anyway. Optional items are compared apart: leaving one out is a remedy.
    """
    pairs: dict[tuple[Item, Item], dict[str, None]] = {}
    for person, items in timetable.by_person.items():
        required = [thing for thing in items if person in thing.required]
        sequences = (required, items) if len(required) < len(items) else (items,)
        for pair in chain.from_iterable(_too_close(timetable, one) for one in sequences):
            pairs.setdefault(pair, {})[person] = None
    for pair, concerned in pairs.items():
        yield from _problems(timetable, pair, concerned)


def _too_close(timetable: Timetable, items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Each item and the one that ended last before it at a known place, if the way is too long."""
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
        if before is not None and _is_too_close(timetable, before, thing):
            yield before, thing


def _is_too_close(timetable: Timetable, before: Item, thing: Item) -> bool:
    leg = timetable.legs.between(before.end_place, thing.place)
    if leg is None:
        return False
    needed = leg.minutes + timetable.mission.settings.slack_minutes
    return thing.span.start - before.span.end < timedelta(minutes=needed)


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
