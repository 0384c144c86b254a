"""Rule `resource`."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from itinerary.check.wording import item, place
from itinerary.model import Resource
from itinerary.problems import Message, Problem, Source, error, say
from itinerary.times import Moment, covers, gaps, overlap
from itinerary.timetable import Item, Timetable


def resource(timetable: Timetable) -> Iterator[Problem]:
    """An interpreter, a vehicle or a kit is needed where it cannot be.

    At two things at the same time; outside the periods of `available`; or at one place and then
    at the next with less time between them than the way takes, slack included. What an event or a
    meeting needs stands in `resources`, there or in the plan; a transfer takes the `vehicle` of
    the table of resources. Take another one, or move one of the two.
    """
    uses: dict[str, list[Item]] = {}
    for thing in timetable.items:
        for name in thing.resources:
            uses.setdefault(name, []).append(thing)
    for name, things in uses.items():
        known = timetable.mission.resources.get(name)
        if known is not None:
            yield from _unavailable(timetable, known, things)
            yield from _needed_twice(timetable, known, things)


def _unavailable(
    timetable: Timetable, known: Resource, things: Sequence[Item]
) -> Iterator[Problem]:
    if not known.available:
        return
    periods = sorted(known.available)
    for thing in things:
        if any(covers(period, thing.span) for period in periods):
            continue
        missing = next(gaps(thing.span, periods), None)
        if missing is not None:
            message = say(
                "resource.away",
                resource=known.name,
                item=item(thing),
                start=Moment(missing.start, thing.zone),
                end=Moment(missing.end, thing.zone),
            )
            yield _problem(timetable, known, message, [thing])


def _needed_twice(
    timetable: Timetable, known: Resource, things: Sequence[Item]
) -> Iterator[Problem]:
    """Each use with those it overlaps, and with the one that ended last at a known place."""
    running: list[Item] = []
    before: Item | None = None
    for thing in things:
        still = []
        for other in running:
            if other.span.end > thing.span.start:
                still.append(other)
            elif other.end_place and (before is None or other.span.end >= before.span.end):
                before = other
        for other in still:
            if overlap(other.span, thing.span):
                message = say(
                    "resource.twice", resource=known.name, first=item(other), second=item(thing)
                )
                yield _problem(timetable, known, message, [other, thing])
        running = [*still, thing]
        if before is not None:
            yield from _too_far(timetable, known, before, thing)


def _too_far(timetable: Timetable, known: Resource, before: Item, thing: Item) -> Iterator[Problem]:
    mission = timetable.mission
    leg = timetable.legs.between(before.end_place, thing.place)
    if leg is None:
        return
    gap = thing.span.start - before.span.end
    needed = timedelta(minutes=leg.minutes + mission.settings.slack_minutes)
    if gap < needed:
        message = say(
            "resource.way",
            resource=known.name,
            gap=gap,
            start=place(mission, leg.start),
            end=place(mission, leg.end),
            needed=needed,
            first=item(before),
            second=item(thing),
        )
        yield _problem(timetable, known, message, [before, thing])


def _problem(
    timetable: Timetable, known: Resource, message: Message, things: Sequence[Item]
) -> Problem:
    cells = (*map(_cell, things), known.origin.cell("available"))
    concerned = frozenset[str]().union(*(thing.required for thing in things))
    return error("resource", message, *cells)._replace(
        people=timetable.mission.in_protocol_order(concerned),
        items=(*(thing.id for thing in things), f"resource:{known.id}"),
    )


def _cell(thing: Item) -> Source:
    return thing.at("resources" if thing.is_stay else "vehicle")
