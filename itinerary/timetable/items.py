"""Events, meetings, journeys and transfers in one shape, ordered by time."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache, partial
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, cast

from itinerary.model import NOBODY, Event, Journey, Meeting, Mission, Transfer, Who
from itinerary.problems import Source
from itinerary.times import Span, local

_NOBODY: frozenset[str] = frozenset()
Record = Event | Meeting | Journey | Transfer
_ENDS = {"start": "departs", "end": "arrives"}
"""The columns of what moves, by those of what stays."""
_PLANNED = ("start", "end", "venue", "table")
"""What `plan.csv` says of a meeting that nobody pinned."""


class Item(NamedTuple):
    """One thing at one time. Two items are the same only if they are the same object."""

    kind: str
    """`event`, `meeting`, `journey` or `transfer`."""
    id: str
    """Unique over all kinds: `event:signing`; an occurrence adds its date, `@2017-11-06`."""
    title: str
    span: Span
    zone: str
    end_zone: str
    place: str
    """Venue id where it starts; empty where nobody said."""
    end_place: str
    required: frozenset[str]
    optional: frozenset[str]
    """People who may come and are not among the required."""
    people: tuple[str, ...]
    """All of them, the required first."""
    record: Record
    resources: tuple[str, ...] = ()
    """Ids of the interpreters, vehicles and kit it takes."""
    table: int | None = None
    """The number of the table a meeting is at."""

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other  # a tuple has its own, which `__eq__` does not replace

    def __hash__(self) -> int:
        return id(self)

    @property
    def is_stay(self) -> bool:
        """Whether it takes place at a venue, rather than moving between two."""
        return self.kind in ("event", "meeting")

    @property
    def day(self) -> date:
        """The date on the clocks where it starts."""
        return _date(self.span.start, self.zone)

    def at(self, column: str) -> Source:
        """The cell of its row that says something."""
        if isinstance(self.record, Meeting) and column in _PLANNED:
            return self.record.placed_at.cell(column)
        return self.record.origin.cell(column if self.is_stay else _ENDS.get(column, column))


@lru_cache(maxsize=65536)
def _date(at: datetime, zone: str) -> date:
    return local(at, zone).date()


_CELLS = attrgetter(
    "id",
    "title",
    "who",
    "counterpart",
    "optional",
    "zone",
    "venue",
    "resources",
    "table",
)
_item_of = cast(Callable[[tuple[object, ...]], Item], partial(tuple.__new__, Item))
"""As `Item._make`, without a Python call for each of a million meetings."""


def items_of(mission: Mission) -> tuple[Item, ...]:
    """Everything that is not cancelled and has a time, by start, end and id.

    Thousands of meetings begin and end together: their spans are compared once for all of them.
    Items are made in this order, so that those of one time lie side by side in memory.
    """
    meetings = _meetings(mission)
    others: defaultdict[Span, list[Item]] = defaultdict(list)
    for span, identity, record in chain(_events(mission), _moves(mission)):
        others[span].append(_item(mission, span, identity, record))
    found: list[Item] = []
    for span in sorted({*meetings, *others}):
        made = _items_of_meetings(mission, span, meetings.get(span, ()))
        if span in others:
            made = iter(sorted((*others[span], *made), key=attrgetter("id")))
        found += made
    return tuple(found)


def _meetings(mission: Mission) -> dict[Span, list[Meeting]]:
    """Those of each time by id."""
    found: defaultdict[Span, list[Meeting]] = defaultdict(list)
    for meeting in mission.meetings.values():
        if meeting.span is not None and meeting.status != "cancelled":
            found[meeting.span].append(meeting)
    for meetings in found.values():
        meetings.sort(key=attrgetter("id"))
    return found


def _items_of_meetings(mission: Mission, span: Span, meetings: Sequence[Meeting]) -> Iterator[Item]:
    return map(_item_of, _values_of_meetings(mission, span, meetings))


def _values_of_meetings(
    mission: Mission, span: Span, meetings: Sequence[Meeting]
) -> Iterator[tuple[object, ...]]:
    """Most meetings are of two people, which is all that is looked at here."""
    order = mission.protocol_order
    for meeting, cells in zip(meetings, map(_CELLS, meetings), strict=True):
        identity, title, ours, theirs, guests, zone, venue, resources, table = cells
        both = ours.people + theirs.people
        must, may = frozenset(both), _NOBODY
        if len(both) != 2 or len(must) != 2 or guests.people:
            must, may, both = _people(mission, (ours, theirs), guests)
        elif order[both[0]] > order[both[1]]:
            both = both[::-1]
        yield (
            "meeting", f"meeting:{identity}", title, span, zone, zone, venue, venue,
            must, may, both, meeting, resources, table,
        )  # fmt: skip


Placed = Iterator[tuple[Span, str, Event | Journey | Transfer]]
"""When, and the id over all kinds."""


def _events(mission: Mission) -> Placed:
    for event in mission.events.values():
        if event.status == "cancelled":
            continue
        for span in event.spans:
            suffix = f"@{local(span.start, event.zone):%Y-%m-%d}" if event.repeat else ""
            yield span, f"event:{event.id}{suffix}", event


def _moves(mission: Mission) -> Placed:
    for journey in mission.journeys.values():
        yield journey.span, f"journey:{journey.id}", journey
    for transfer in mission.transfers.values():
        yield transfer.span, f"transfer:{transfer.id}", transfer


def _item(mission: Mission, span: Span, identity: str, record: Event | Journey | Transfer) -> Item:
    if isinstance(record, Event):
        return Item(
            "event", identity, record.title, span, record.zone, record.zone, record.venue,
            record.venue, *_people(mission, (record.who, record.hosts), record.optional),
            record, record.resources,
        )  # fmt: skip
    people = _people(mission, (record.who,), NOBODY)
    if isinstance(record, Journey):
        return Item(
            "journey", identity, record.number, span, record.start_zone, record.end_zone,
            record.start, record.end, *people, record,
        )  # fmt: skip
    return Item(
        "transfer", identity, record.vehicle, span, record.zone, mission.zone_at(record.end),
        record.start, record.end, *people, record, (record.resource,) if record.resource else (),
    )  # fmt: skip


def _people(
    mission: Mission, required: tuple[Who, ...], optional: Who
) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Required, optional, and both in protocol order; who is required is not optional too."""
    first = required[0].people
    must = frozenset(chain.from_iterable(who.people for who in required))
    order = first if len(must) == len(first) else mission.in_protocol_order(must)
    if not optional.people:
        return must, _NOBODY, order
    may = frozenset(optional.people) - must
    return must, may, order + mission.in_protocol_order(may)
