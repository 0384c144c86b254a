"""Rule `table`."""

from collections.abc import Iterator, Sequence

from itinerary.check.wording import item, place
from itinerary.model import Meeting
from itinerary.problems import Problem, error, say
from itinerary.times import overlap
from itinerary.timetable import Item, Timetable


def table(timetable: Timetable) -> Iterator[Problem]:
    """Two meetings are at one table at the same time.

    Tables are numbered in each venue that has a number of `tables`; elsewhere two meetings at
    once are a matter of `venue`. Give one of the two another table, or another time.
    """
    venues = timetable.mission.venues
    at_table: dict[tuple[str, int], list[Item]] = {}
    for thing in timetable.by_kind["meeting"]:
        number = table_of(thing)
        if number is not None and thing.place and venues[thing.place].tables is not None:
            at_table.setdefault((thing.place, number), []).append(thing)
    for (name, number), meetings in at_table.items():
        for first, second in _at_once(meetings):
            yield _problem(timetable, (name, number), first, second)


def table_of(thing: Item) -> int | None:
    """The number of the table a meeting is at."""
    return thing.record.table if isinstance(thing.record, Meeting) else None


def _at_once(meetings: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
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
