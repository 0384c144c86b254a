"""Another venue or table, or more places."""

from collections.abc import Iterator
from itertools import islice

from itinerary.check.repairs.changes import enlarged, housed
from itinerary.check.repairs.scenes import Candidate, Scene
from itinerary.check.wording import item as titled
from itinerary.check.wording import place as named
from itinerary.model import Event, Meeting, Venue
from itinerary.names import key
from itinerary.problems import Message, say
from itinerary.times import Span
from itinerary.timetable import Item

MOST = 6
"""Venues of one item that are worth a trial."""
_ABOUT_ROOMS = frozenset({"venue", "table", "capacity", "closed", "travel"})
_TIED = frozenset(
    {"visit", "visits", "visite", "visites", "visita", "visitas",
     "logistics", "logistique", "logistica"}
)  # fmt: skip
"""Kinds of events that make no sense in another place."""


def other_rooms(scene: Scene) -> Iterator[Candidate]:
    """Each of the items elsewhere at its own time."""
    if scene.problem.code not in _ABOUT_ROOMS:
        return
    for item in scene.items:
        if isinstance(item.record, Event):
            yield from _venues(scene, item)
            yield from _more_places(scene, item, item.record)
        elif isinstance(item.record, Meeting):
            yield from _tables(scene, item, item.record)


def _venues(scene: Scene, item: Item) -> Iterator[Candidate]:
    """Venues that are large enough and free, the nearest first."""
    found = [v for v in scene.mission.venues.values() if _fits(scene, item, v)]
    for venue in islice(sorted(found, key=lambda v: _minutes(scene, item, v)), MOST):
        change = housed(item, venue.id)
        if change and change.is_writable:
            said = say("repair.venue", item=titled(item), venue=venue.name)
            yield Candidate(said, change, item.id, frozenset(item.people))


def _fits(scene: Scene, item: Item, venue: Venue) -> bool:
    is_tied = isinstance(item.record, Event) and key(item.record.kind) in _TIED
    return (
        venue.id != item.place
        and not is_tied
        and scene.mission.zone_at(venue.id) == item.zone
        and venue.capacity is not None
        and len(item.people) <= venue.capacity
        and scene.timetable.legs.same_area(item.place, venue.id)
        and scene.is_room_free(venue.id, None, item.span, item)
    )


def _minutes(scene: Scene, item: Item, venue: Venue) -> tuple[int, int]:
    """How far it is, then how much too large."""
    leg = scene.timetable.legs.between(item.place, venue.id)
    return leg.minutes if leg else 0, venue.capacity or 0


def _more_places(scene: Scene, item: Item, event: Event) -> Iterator[Candidate]:
    """The event's own limit raised to the number of those expected, if the room takes them."""
    room = scene.mission.venues.get(event.venue)
    wanted = len(item.people)
    has_room = room is None or room.capacity is None or wanted <= room.capacity
    if event.capacity is not None and event.capacity < wanted and has_room:
        change = enlarged(event, wanted)
        if change.is_writable:
            said = say("repair.capacity", item=titled(item), places=wanted)
            yield Candidate(said, change, item.id, frozenset())


def _tables(scene: Scene, item: Item, meeting: Meeting) -> Iterator[Candidate]:
    for venue, table in free_rooms(scene, item, meeting, item.span):
        change = housed(item, venue, table)
        if change and change.is_writable and (venue, table) != (item.place, meeting.table):
            said = say(
                "repair.room", item=titled(item), venue=named(scene.mission, venue),
                table=at_table(table),
            )  # fmt: skip
            yield Candidate(said, change, item.id, frozenset(item.people))


def free_rooms(
    scene: Scene, item: Item, meeting: Meeting, span: Span
) -> Iterator[tuple[str, int | None]]:
    """Where a meeting can be held in a span: its own table first, then its venue, then its pool."""
    for venue in dict.fromkeys((item.place, *meeting.pool)):
        if scene.mission.zone_at(venue) != item.zone:  # its cells would be read on other clocks
            continue
        known = scene.mission.venues.get(venue)
        if known is None or known.tables is None:
            if not venue or scene.is_room_free(venue, None, span, item):
                yield venue, None
            continue
        numbers = range(1, known.tables + 1)
        own = [meeting.table] if meeting.table in numbers and venue == item.place else []
        for table in dict.fromkeys((*own, *numbers)):
            if scene.is_room_free(venue, table, span, item):
                yield venue, table
                break


def at_table(table: int | None) -> Message | str:
    """`, table 6`."""
    return say("repair.at_table", table=table) if table is not None else ""
