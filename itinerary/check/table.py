"""Rule `table`."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from itinerary.check.wording import item, place
from itinerary.problems import Problem, error, say
from itinerary.times import is_line, overlap
from itinerary.timetable import Item, Slot, Timetable

_TABLE = attrgetter("table")


def table(timetable: Timetable) -> Iterator[Problem]:
    """Two meetings are at one table at the same time.

    Tables are numbered in each venue that has a number of `tables`; elsewhere two meetings at
    once are a matter of `venue`. Give one of the two another table, or another time.
    """
    for name, slots in timetable.at_tables.items():
        for meetings in _suspects(slots):
            at_table: dict[int, list[Item]] = {}
            for thing in meetings:
                if thing.table is not None:
                    at_table.setdefault(thing.table, []).append(thing)
            for number, things in at_table.items():
                for first, second in _at_once(things):
                    yield _problem(timetable, (name, number), first, second)


def _suspects(slots: Sequence[tuple[Slot, Sequence[Item]]]) -> Iterator[Sequence[Item]]:
    """Meetings that may be at one table at once: of a slot in which a table stands twice, or all
    of a venue where slots run into each other."""
    if not is_line([slot.span for slot, _ in slots]):
        yield [thing for _, items in slots for thing in items]
        return
    for _, items in slots:
        tables = [*filter(None, map(_TABLE, items))]
        if len(set(tables)) < len(tables):
            yield items


def _at_once(meetings: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Every pair that shares time."""
    running: list[Item] = []
    for later in meetings:
        running = [earlier for earlier in running if earlier.span.end > later.span.start]
        for earlier in running:
            if overlap(earlier.span, later.span):
                yield earlier, later
        running.append(later)


def _problem(timetable: Timetable, where: tuple[str, int], first: Item, second: Item) -> Problem:
    name, number = where
    message = say(
        "table.twice",
        table=number,
        venue=place(timetable.mission, name),
        first=item(first),
        second=item(second),
    )
    problem = error("table", message, first.at("table"), second.at("table"))
    concerned = timetable.mission.in_protocol_order(first.required | second.required)
    return problem._replace(people=concerned, items=(first.id, second.id))
