"""The items of a clash as bars on one axis of local time, before they are drawn."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.problems import Message, Problem
from itinerary.show.agenda_text import span_text
from itinerary.show.cards import Cards
from itinerary.show.problem_groups import items_of
from itinerary.times import Span, gaps, local, nearest_instant, overlap
from itinerary.timetable import Item, Timetable

MOST_BARS = 8
MOST_TICKS = 5
DAY = timedelta(days=1)
STEPS = (*(timedelta(minutes=m) for m in (5, 10, 15, 30, 60, 120, 180, 360, 720)), DAY)
MARGIN = 0.04
"""Of the axis, left empty at both ends."""


class Stretch(NamedTuple):
    """A part of the axis, in percent of it."""

    left: float
    width: float


class Bar(NamedTuple):
    """An item, or the way that is needed between two."""

    kind: str
    """`event`, `meeting`, `journey`, `transfer` or `way`."""
    clocks: str
    title: str
    place: str
    whole: Stretch
    clashes: tuple[Stretch, ...]
    """What of it another item takes too, or what of the way there is no time for."""


class Tick(NamedTuple):
    left: float
    label: str


class Timeline(NamedTuple):
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    caption: str
    """Whose clocks the axis shows, and how many items are left out."""


class Axis(NamedTuple):
    """What the bars of one problem share."""

    span: Span
    zone: str

    def at(self, instant: datetime) -> float:
        """Where an instant stands, in percent."""
        return round((instant - self.span.start) / self.span.length * 100, 2)

    def stretch(self, span: Span) -> Stretch:
        left = self.at(span.start)
        return Stretch(left, round(self.at(span.end) - left, 2))


def timeline(timetable: Timetable, problem: Problem, words: Words) -> Timeline | None:
    """The bars of a problem about two items or more; None for any other."""
    found = items_of(timetable, problem)
    items = found[:MOST_BARS]
    if len(items) < 2:
        return None
    way = _way(items, problem.message)
    axis = _axis(items, way)
    bars = [_bar(timetable.mission, item, items, (axis, words)) for item in items]
    if way:
        bars.insert(1, _way_bar(axis, way, items[1], words))
    more = len(found) - len(items)
    caption = [words.text("html.clocks", zone=axis.zone)]
    caption += [words.text("html.more", n=more)] if more else []
    return Timeline(tuple(bars), tuple(_ticks(axis, words)), " ".join(caption))


def _axis(items: Sequence[Item], way: Span | None) -> Axis:
    spans = [item.span for item in items] + ([way] if way else [])
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    margin = (end - start) * MARGIN or timedelta(minutes=1)
    zones = [item.zone for item in items if item.is_stay] or [items[-1].zone]
    return Axis(Span(start - margin, end + margin), zones[0])


def _bar(mission: Mission, item: Item, items: Sequence[Item], drawn_on: tuple[Axis, Words]) -> Bar:
    axis, words = drawn_on
    clocks = span_text(*Cards(mission, words).clocks(item)[:2]).replace("\n", " – ")
    if any(other.day != item.day for other in items):
        clocks = f"{words.day(item.day)} {clocks}"
    clashes = tuple(axis.stretch(span) for span in _shared(item, items))
    whole = axis.stretch(item.span)
    return Bar(item.kind, clocks, item.title, _place(mission, item), whole, clashes)


def _place(mission: Mission, item: Item) -> str:
    places = dict.fromkeys(filter(None, (item.place, item.end_place)))
    names = (mission.venues[p].name if p in mission.venues else p for p in places)
    return " → ".join(names)


def _shared(item: Item, items: Sequence[Item]) -> Iterator[Span]:
    """What of an item's time some other item takes too."""
    others = [other.span for other in items if other is not item]
    taken = sorted(
        Span(max(item.span.start, span.start), min(item.span.end, span.end))
        for span in others
        if overlap(item.span, span)
    )
    alone = list(gaps(item.span, taken))
    yield from gaps(item.span, alone)


def _way(items: Sequence[Item], message: Message) -> Span | None:
    """The time that is needed between two items, where the sentence says so."""
    while isinstance(inner := message.args.get("message"), Message):
        message = inner
    needed = message.args.get("needed")
    if len(items) != 2 or not isinstance(needed, timedelta):
        return None
    end, start = items[0].span.end, items[1].span.start
    return Span(end, end + needed) if end <= start < end + needed else None


def _way_bar(axis: Axis, way: Span, second: Item, words: Words) -> Bar:
    missing = Span(second.span.start, way.end)
    there = missing.start - way.start
    clocks = words.text("html.needed", needed=way.length)
    title = words.text("html.missing", there=there, missing=missing.length)
    return Bar("way", clocks, title, "", axis.stretch(way), (axis.stretch(missing),))


def _ticks(axis: Axis, words: Words) -> Iterator[Tick]:
    """Round times of the local clocks, as many as a narrow screen can show."""
    length = axis.span.length
    step = next((one for one in STEPS if length / one <= MOST_TICKS), None)
    step = step or DAY * -(-length // (DAY * MOST_TICKS))
    start = local(axis.span.start, axis.zone)
    wall = datetime.combine(start.date(), time())
    if step < DAY:
        wall += (start.replace(tzinfo=None) - wall) // step * step
    while (instant := nearest_instant(wall.date(), wall.time(), axis.zone)) < axis.span.end:
        if instant >= axis.span.start:
            is_midnight = wall.time() == time()
            yield Tick(axis.at(instant), words.day(wall.date()) if is_midnight else f"{wall:%H:%M}")
        wall += step
