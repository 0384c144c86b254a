"""A problem, what it is about, and what a repair of it looks like before it is tried."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

from itinerary.check.repairs.changes import Change
from itinerary.problems import Message, Problem
from itinerary.times import Span, overlap
from itinerary.timetable import Item, Timetable


class Candidate(NamedTuple):
    """A repair that may be worth a trial."""

    said: Message
    """What it does: `move "Visit" to Tue 7 Nov 15:20`."""
    change: Change
    subject: str
    """The item it changes; of several changes of one kind to it, only the best is suggested."""
    told: frozenset[str]
    """The people whose timetable it changes."""
    left_out: int = 0
    """How many people lose something."""
    shift: timedelta = timedelta()


class Scene:
    """A problem of a mission with its items, and the questions that candidates ask."""

    def __init__(self, timetable: Timetable, problem: Problem) -> None:
        self.timetable = timetable
        self.mission = timetable.mission
        self.problem = problem
        known = timetable.by_id
        self.items = tuple(known[name] for name in problem.items if name in known)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Those concerned, in protocol order."""
        return self.problem.people

    def is_free(self, people: Iterable[str], span: Span, but: Item) -> bool:
        """Whether nobody is required elsewhere in a span, besides at one item."""
        return not any(
            overlap(other.span, span)
            for person in people
            for other in self.timetable.by_person[person]
            if other is not but and other.record is not but.record and person in other.required
        )

    def is_clear(self, item: Item, span: Span) -> bool:
        """Whether the item, in another span, leaves the way to the problem's others."""
        return all(self._is_apart(span, item, other) for other in self.items if other is not item)

    def _is_apart(self, span: Span, item: Item, other: Item) -> bool:
        if overlap(span, other.span):
            return False
        first, second = (span, other.span) if span.start < other.span.start else (other.span, span)
        places = (item.end_place, other.place) if first is span else (other.end_place, item.place)
        leg = self.timetable.legs.between(*places)
        slack = self.mission.settings.slack_minutes
        needed = timedelta(minutes=leg.minutes + slack if leg else 0)
        return second.start - first.end >= needed

    def is_room_free(self, venue: str, table: int | None, span: Span, but: Item) -> bool:
        """Whether a venue, or one of its tables, is unused in a span."""
        for other in self.timetable.items:
            if other.place != venue or not other.is_stay or other.record is but.record:
                continue
            same = table is None or other.kind == "event" or _table(other) == table
            if same and overlap(other.span, span):
                return False
        return True


def _table(item: Item) -> int | None:
    return getattr(item.record, "table", None)
