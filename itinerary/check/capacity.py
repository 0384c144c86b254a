"""Rule `capacity`."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from itinerary.check.wording import item, place
from itinerary.model import Event, Venue
from itinerary.problems import Message, Problem, Severity, Source, say
from itinerary.times import is_line
from itinerary.timetable import STAYS, Item, Slot, Timetable

_PEOPLE, _TABLE = attrgetter("people"), attrgetter("table")


def capacity(timetable: Timetable) -> Iterator[Problem]:
    """More people are expected than there is room for, or more meetings than tables.

    The people of an event against the venue's capacity and the event's own; the people of a
    meeting against the venue's; meetings at once against the venue's tables; a table number
    against how many there are. With the optional people only, it is a warning.
    """
    venues = timetable.mission.venues
    for slot, items in timetable.by_slot.items():
        known = venues.get(slot.place) if slot.kind in STAYS else None
        if known is None:
            continue
        if known.capacity is not None:
            yield from _in_venue(timetable, known, known.capacity, items)
    for thing in timetable.by_kind["event"]:
        if isinstance(thing.record, Event):
            limit = thing.record.capacity, say("capacity.event")
            yield from _too_many(timetable, thing, limit, (thing.at("capacity"),))
    for name, slots in timetable.at_tables.items():
        for _, items in slots:
            yield from _table_numbers(timetable, name, items)
        yield from _tables(timetable, name, slots)


def _in_venue(
    timetable: Timetable, known: Venue, room: int, items: Sequence[Item]
) -> Iterator[Problem]:
    for thing in items if max(map(len, map(_PEOPLE, items))) > room else ():
        if len(thing.people) > room:
            at = (thing.at("venue"), known.origin.cell("capacity"))
            yield from _too_many(timetable, thing, (room, known.name), at)


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
    highest = max(filter(None, map(_TABLE, meetings)), default=0)
    for thing in meetings if highest > tables else ():
        number = thing.table
        if number is not None and number > tables:
            venue = place(timetable.mission, name)
            message = say(
                "capacity.number", item=item(thing), table=number, venue=venue, tables=tables
            )
            yield _problem(timetable, (Severity.ERROR, message), [thing], (thing.at("table"),))


def _tables(
    timetable: Timetable, name: str, slots: Sequence[tuple[Slot, Sequence[Item]]]
) -> Iterator[Problem]:
    """Each longest period with too many meetings at once, as one problem."""
    tables = timetable.mission.venues[name].tables or 0
    is_enough = max(len(items) for _, items in slots) <= tables
    if is_enough and is_line([slot.span for slot, _ in slots]):
        return
    meetings = [thing for _, items in slots for thing in items]
    running: list[Item] = []
    crowd: dict[Item, None] = {}
    most, start = 0, None
    for thing in meetings:
        if thing.span.start != start:
            start = thing.span.start
            running = [other for other in running if other.span.end > start]
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
