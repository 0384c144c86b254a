"""Pinned meetings that cannot all be held: a smallest set of them, by name."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from itinerary.model import Meeting
from itinerary.plan.board import Board
from itinerary.problems import Message, say
from itinerary.times import Moment, Span, overlap
from itinerary.timetable import Item

LONGEST_WAY = timedelta(hours=12)
"""Meetings further apart than this do not get in each other's way."""


def clashing_pins(board: Board) -> tuple[Message, ...]:
    """Why the pinned meetings cannot all be held, and each of a smallest set that cannot.

    Two of one person or resource, two at one table or in one room, or one more than a venue has
    tables: whatever pinned meetings do to each other is one of these, so the smallest is found by
    looking. What they do to anything else is a matter for `check`.
    """
    meetings = ((item, item.record) for item in board.timetable.by_kind["meeting"])
    pinned = [item for item, one in meetings if isinstance(one, Meeting) and one.pinned]
    found = next(_pairs(board, pinned), None) or next(_crowds(board, pinned), None)
    if found is None:
        return ()
    reason, items = found
    return (reason, *map(_named, items))


Clash = tuple[Message, Sequence[Item]]


def _named(item: Item) -> Message:
    start = Moment(item.span.start, item.zone)
    return say("plan.pin", id=item.id.partition(":")[2], title=item.title, start=start)


def _pairs(board: Board, pinned: Sequence[Item]) -> Iterator[Clash]:
    mission = board.mission
    for first, second in _near(pinned):
        is_at_once = overlap(first.span, second.span)
        common = mission.in_protocol_order(first.required & second.required)
        if common and not _is_reached(board, first, second):
            names = tuple(mission.people[person].name for person in common)
            yield say("plan.clash.people", people=names), (first, second)
        shared = [name for name in first.resources if name in second.resources]
        if shared and not _is_reached(board, first, second):
            names = tuple(mission.resources[name].name for name in shared)
            yield say("plan.clash.resources", resources=names), (first, second)
        if is_at_once and first.place == second.place and first.place:
            venue = mission.venues[first.place]
            if venue.tables is None:
                yield say("plan.clash.room", venue=venue.name), (first, second)
            elif first.table is not None and first.table == second.table:
                said = say("plan.clash.table", venue=venue.name, table=first.table)
                yield said, (first, second)


def _near(pinned: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Each with those after it, which are in order of start, up to the longest way."""
    starts = [item.span.start for item in pinned]
    for number, first in enumerate(pinned):
        until = bisect_right(starts, first.span.end + LONGEST_WAY)
        for second in pinned[number + 1 : until]:
            yield first, second


def _is_reached(board: Board, first: Item, second: Item) -> bool:
    """Whether whoever is at the first can be at the second."""
    way = board.obstacles.way(first.end_place, second.place)
    back = board.obstacles.way(second.end_place, first.place)
    around = Span(first.span.start - back, first.span.end + way)
    return not overlap(around, second.span)


def _crowds(board: Board, pinned: Sequence[Item]) -> Iterator[Clash]:
    """One meeting more than there are tables, all of them held when the last one begins."""
    by_venue: defaultdict[str, list[Item]] = defaultdict(list)
    for item in pinned:
        by_venue[item.place].append(item)
    for name, items in by_venue.items():
        venue = board.mission.venues.get(name)
        if venue is None or venue.tables is None:
            continue
        for item in items:
            start = item.span.start
            running = [i for i in items if i.span.start <= start < i.span.end]
            if len(running) > venue.tables:
                said = say("plan.clash.tables", venue=venue.name, n=venue.tables)
                yield said, running[: venue.tables + 1]
