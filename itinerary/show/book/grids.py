"""A day as a grid: down its times, across its places, and what is on as blocks between them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from itinerary.timetable import Item, Timetable

_STEP = timedelta(minutes=30)
_MOST_MARKS = 200
"""Of half an hour, so that a visit of a month is no page of thousands of rows."""
ON_THE_WAY = "\0way"
"""The place of what moves between two."""


class Block(NamedTuple):
    """What fills some rows of a column: one item, or all meetings of a time and a place."""

    first: int
    last: int
    """The mark at which it ends."""
    items: tuple[Item, ...]


class Lane(NamedTuple):
    """A column: blocks of one place that do not overlap."""

    place: str
    blocks: tuple[Block, ...]


class Grid(NamedTuple):
    """A date on the clocks where its items start."""

    day: date
    marks: tuple[datetime, ...]
    """Where something begins or ends, and every half hour in between while something is on."""
    lanes: tuple[Lane, ...]
    """Those of a place beside each other, in order of its first item; the ways behind them."""


def day_grids(timetable: Timetable) -> Iterator[Grid]:
    """Each day on which something starts."""
    days: dict[date, list[Item]] = {}
    for item in timetable.items:
        days.setdefault(item.day, []).append(item)
    for day in sorted(days):
        yield _grid(day, days[day])


def _grid(day: date, items: Sequence[Item]) -> Grid:
    marks = _marks(items)
    rows = {at: row for row, at in enumerate(marks)}
    places: dict[str, list[Block]] = {}
    for group in _groups(items):
        first, last = (rows[at] for at in group[0].span)
        block = Block(first, max(last, first + 1), tuple(group))
        places.setdefault(_place(group[0]), []).append(block)
    order = sorted(places, key=lambda place: place == ON_THE_WAY)
    lanes = [Lane(place, lane) for place in order for lane in _lanes(places[place])]
    return Grid(day, marks, tuple(lanes))


def _marks(items: Sequence[Item]) -> tuple[datetime, ...]:
    found = {at for item in items for at in item.span}
    stays = [item.span for item in items if item.is_stay]
    if stays:
        first, last = min(span.start for span in stays), max(span.end for span in stays)
        at = first.replace(minute=first.minute // 30 * 30, second=0, microsecond=0) + _STEP
        for _ in range(_MOST_MARKS):
            if at >= last:
                break
            found.add(at)
            at += _STEP
    return tuple(sorted(found))


def _groups(items: Sequence[Item]) -> list[list[Item]]:
    """Meetings of one time and place together, and rides of one time and way."""
    groups: dict[object, list[Item]] = {}
    for item in items:
        alone = item.id if item.kind in ("event", "journey") else ""
        groups.setdefault((item.span, item.place, item.end_place, item.kind, alone), []).append(
            item
        )
    return list(groups.values())


def _place(item: Item) -> str:
    return item.place if item.is_stay else ON_THE_WAY


def _lanes(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """As few columns as hold them without an overlap; blocks come in order of start."""
    lanes: list[list[Block]] = []
    for block in blocks:
        free = next((lane for lane in lanes if lane[-1].last <= block.first), None)
        if free is None:
            lanes.append([block])
        else:
            free.append(block)
    return [tuple(lane) for lane in lanes]
