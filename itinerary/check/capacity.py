"""Rule `capacity`."""

from collections.abc import Iterator, Sequence

from itinerary.check.venue import table_of
from itinerary.check.wording import item, place
from itinerary.model import Event
from itinerary.problems import Message, Problem, Severity, Source, say
from itinerary.timetable import Item, Timetable


def capacity(timetable: Timetable) -> Iterator[Problem]:
    """More people are expected than there is room for, or more meetings than tables.

    The people of an event against the venue's capacity and the event's own; the people of a
    meeting against the venue's; meetings at once against the venue's tables; a table number
    against how many there are. With the optional people only, it is a warning.
    """
    at_tables: dict[str, list[Item]] = {}
    for thing in timetable.items:
        if not thing.is_stay:
            continue
        yield from _people(timetable, thing)
        known = timetable.mission.venues.get(thing.place)
        if thing.kind == "meeting" and known and known.tables is not None:
            at_tables.setdefault(thing.place, []).append(thing)
    for name, meetings in at_tables.items():
        yield from _table_numbers(timetable, name, meetings)
        yield from _tables(timetable, name, meetings)


def _people(timetable: Timetable, thing: Item) -> Iterator[Problem]:
    mission = timetable.mission
    if thing.place in mission.venues:
        known = mission.venues[thing.place]
        at = (thing.at("venue"), known.origin.cell("capacity"))
        yield from _too_many(timetable, thing, (known.capacity, known.name), at)
    if isinstance(thing.record, Event):
        limit = thing.record.capacity, say("capacity.event")
        yield from _too_many(timetable, thing, limit, (thing.at("capacity"),))


def _too_many(
    timetable: Timetable,
    thing: Item,
    limit: tuple[int | None, str | Message],
    at: tuple[Source, ...],
) -> Iterator[Problem]:
    room, name = limit
    if room is None or len(thing.people) <= room:
        return
    is_error = len(thing.required) > room
    people = thing.required if is_error else frozenset(thing.people)
    message = say("capacity.people", item=item(thing), n=len(people), name=name, room=room)
    yield _problem(
        timetable, (Severity.ERROR if is_error else Severity.WARNING, message), [thing], at
    )


def _table_numbers(timetable: Timetable, name: str, meetings: Sequence[Item]) -> Iterator[Problem]:
    tables = timetable.mission.venues[name].tables or 0
    for thing in meetings:
        number = table_of(thing)
        if number is not None and number > tables:
            venue = place(timetable.mission, name)
            message = say(
                "capacity.number", item=item(thing), table=number, venue=venue, tables=tables
            )
            yield _problem(timetable, (Severity.ERROR, message), [thing], (thing.at("table"),))


def _tables(timetable: Timetable, name: str, meetings: Sequence[Item]) -> Iterator[Problem]:
    """Each longest period with too many meetings at once, as one problem."""
    tables = timetable.mission.venues[name].tables or 0
    running: list[Item] = []
    crowd: dict[Item, None] = {}
    most = 0
    for thing in meetings:
        running = [other for other in running if other.span.end > thing.span.start]
        running.append(thing)
        if len(running) > tables:
            crowd.update(dict.fromkeys(running))
            most = max(most, len(running))
        elif crowd:
            yield _crowd(timetable, name, list(crowd), most)
            crowd, most = {}, 0
    if crowd:
        yield _crowd(timetable, name, list(crowd), most)


def _crowd(timetable: Timetable, name: str, meetings: list[Item], most: int) -> Problem:
    known = timetable.mission.venues[name]
    message = say(
        "capacity.tables", venue=known.name, meetings=most, n=known.tables,
        start=item(meetings[0]),
    )  # fmt: skip
    at = (*(thing.at("start") for thing in meetings), known.origin.cell("tables"))
    return _problem(timetable, (Severity.ERROR, message), meetings, at)


def _problem(
    timetable: Timetable, said: tuple[Severity, Message], items: list[Item], at: tuple[Source, ...]
) -> Problem:
    severity, message = said
    everyone = frozenset[str]().union(*(thing.people for thing in items))
    concerned = timetable.mission.in_protocol_order(everyone)
    refs = tuple(thing.id for thing in items)
    return Problem("capacity", severity, message, at, None, concerned, refs)
