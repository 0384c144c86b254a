"""Events, meetings, journeys and transfers in one shape, ordered by time."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from itinerary.model import Event, Journey, Meeting, Mission, Transfer, Who
from itinerary.problems import Source
from itinerary.times import Span, local

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
        return local(self.span.start, self.zone).date()

    def at(self, column: str) -> Source:
        """The cell of its row that says something."""
        if isinstance(self.record, Meeting) and column in _PLANNED:
            return self.record.placed_at.cell(column)
        return self.record.origin.cell(column if self.is_stay else _ENDS.get(column, column))


def items_of(mission: Mission) -> tuple[Item, ...]:
    """Everything that is not cancelled and has a time, by start, end and id."""
    found = [*_events(mission), *_meetings(mission), *_journeys(mission), *_transfers(mission)]
    found.sort(key=lambda item: (item.span, item.id))
    return tuple(found)


def _events(mission: Mission) -> Iterator[Item]:
    for event in mission.events.values():
        if event.status == "cancelled":
            continue
        people = _people(mission, (event.who, event.hosts), event.optional)
        for span in event.spans:
            suffix = f"@{local(span.start, event.zone):%Y-%m-%d}" if event.repeat else ""
            yield Item(
                "event", f"event:{event.id}{suffix}", event.title, span, event.zone, event.zone,
                event.venue, event.venue, *people, event,
            )  # fmt: skip


def _meetings(mission: Mission) -> Iterator[Item]:
    for meeting in mission.meetings.values():
        if meeting.span is None or meeting.status == "cancelled":
            continue
        people = _people(mission, (meeting.who, meeting.counterpart), meeting.optional)
        yield Item(
            "meeting", f"meeting:{meeting.id}", meeting.title, meeting.span, meeting.zone,
            meeting.zone, meeting.venue, meeting.venue, *people, meeting,
        )  # fmt: skip


def _journeys(mission: Mission) -> Iterator[Item]:
    for journey in mission.journeys.values():
        people = _people(mission, (journey.who,), Who())
        yield Item(
            "journey", f"journey:{journey.id}", journey.number, journey.span, journey.start_zone,
            journey.end_zone, journey.start, journey.end, *people, journey,
        )  # fmt: skip


def _transfers(mission: Mission) -> Iterator[Item]:
    for transfer in mission.transfers.values():
        people = _people(mission, (transfer.who,), Who())
        yield Item(
            "transfer", f"transfer:{transfer.id}", transfer.vehicle, transfer.span, transfer.zone,
            mission.zone_at(transfer.end), transfer.start, transfer.end, *people, transfer,
        )  # fmt: skip


def _people(
    mission: Mission, required: tuple[Who, ...], optional: Who
) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Required, optional, and both in protocol order; who is required is not optional too."""
    first = required[0].people
    must = frozenset(first).union(*(who.people for who in required[1:]))
    may = frozenset(optional.people) - must
    order = first if len(must) == len(first) else mission.in_protocol_order(must)
    if may:
        order += mission.in_protocol_order(may)
    return must, may, order
