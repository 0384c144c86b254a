"""One record as it would be, and the cells in which someone writes it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from itinerary.model import Event, Meeting, Mission, Transfer, Who
from itinerary.names import key
from itinerary.problems import Edit
from itinerary.times import Span, local, written_clock, written_moment
from itinerary.timetable import Item

Record = Event | Meeting | Transfer
_EXPRESSIONS = {
    Event: ("who", "hosts", "optional"),
    Meeting: ("who", "counterpart", "optional"),
    Transfer: ("who",),
}
"""The columns of each table that say who is expected."""


class Change(NamedTuple):
    """Records as they would be, and what to write for it."""

    records: tuple[Record, ...]
    edits: tuple[Edit, ...]

    def then(self, other: "Change") -> "Change":
        """Both changes; of different records."""
        return Change(self.records + other.records, self.edits + other.edits)

    @property
    def is_writable(self) -> bool:
        """Whether the tables have a column for each cell."""
        return bool(self.edits) and all(edit.at.column for edit in self.edits)


NO_CHANGE = Change((), ())


def applied(mission: Mission, change: Change) -> Mission:
    """The mission with these records in place of those of the same id."""
    records = change.records
    return replace(
        mission,
        events={**mission.events, **{r.id: r for r in records if isinstance(r, Event)}},
        meetings={**mission.meetings, **{r.id: r for r in records if isinstance(r, Meeting)}},
        transfers={**mission.transfers, **{r.id: r for r in records if isinstance(r, Transfer)}},
    )


def moved(item: Item, shift: timedelta) -> Change | None:
    """The item so much later, its length kept; None for a journey, which others run."""
    record = item.record
    if isinstance(record, Event):
        return _respanned(record, [Span(s.start + shift, s.end + shift) for s in record.spans])
    if isinstance(record, Meeting):
        return placed(record, item.span.start + shift, item.place, record.table)
    if isinstance(record, Transfer):
        span = Span(record.span.start + shift, record.span.end + shift)
        departs = written_moment(span.start, item.zone)
        arrives = written_moment(span.end, item.end_zone)
        edits = _cells(record, departs=departs, arrives=arrives)
        return Change((record._replace(span=span),), edits)
    return None


def respanned(item: Item, span: Span) -> Change:
    """The event from another start to another end; nothing for what is none, or is repeated."""
    record = item.record
    if not isinstance(record, Event) or len(record.spans) != 1:
        return NO_CHANGE
    return _respanned(record, [span])


def _respanned(event: Event, spans: list[Span]) -> Change:
    zone = event.clocks or event.zone
    span, old = spans[0], event.spans[0]
    start, end = written_clock(span.start, zone), written_clock(span.end, zone)
    now = {"start": written_clock(old.start, zone), "end": written_clock(old.end, zone)}
    day = local(span.start, zone).date()
    cells = {"start": start, "end": end}
    if day != local(old.start, zone).date():
        cells["date"] = f"{day}"
    if not event.origin.cell("end").column:
        cells = {"start": f"{start}-{end}"}
    else:
        cells = {column: text for column, text in cells.items() if text != now.get(column)}
    return Change((event._replace(spans=tuple(spans)),), _cells(event, **cells))


def placed(meeting: Meeting, start: datetime, venue: str, table: int | None) -> Change:
    """The meeting at a time, a venue and a table: pinned in its own row, where it has the cells."""
    span = Span(start, start + meeting.duration)
    record = meeting._replace(span=span, venue=venue, table=table)
    begins = written_moment(span.start, meeting.zone)
    at_table = "" if table is None else f"{table}"
    if meeting.pinned or meeting.origin.cell("start").column:
        cells = {"start": begins, "table": at_table}
        if venue != meeting.venue or not meeting.pinned:
            cells["venue"] = venue
        if meeting.resources and not meeting.pinned:
            cells["resources"] = "; ".join(meeting.resources)
        edits = _cells(meeting, **cells)
    else:
        ends = written_moment(span.end, meeting.zone)
        planned = {"start": begins, "end": ends, "venue": venue, "table": at_table}
        edits = tuple(Edit(meeting.placed_at.cell(c), text) for c, text in planned.items())
    is_needed = [edit for edit in edits if edit.text or edit.at.column]
    return Change((record,), tuple(is_needed))


def housed(item: Item, venue: str, table: int | None = None) -> Change | None:
    """The event or meeting at another venue or table."""
    record = item.record
    if isinstance(record, Event):
        return Change((record._replace(venue=venue),), _cells(record, venue=venue))
    if isinstance(record, Meeting):
        return placed(record, item.span.start, venue, table)
    return None


def enlarged(event: Event, places: int) -> Change:
    """The event with so many places."""
    return Change((event._replace(capacity=places),), _cells(event, capacity=f"{places}"))


def equipped(item: Item, resources: tuple[str, ...]) -> Change | None:
    """The event or meeting with other interpreters or kit, the transfer with another vehicle."""
    record = item.record
    if isinstance(record, Event | Meeting):
        edits = _cells(record, resources="; ".join(resources))
        return Change((record._replace(resources=resources),), edits)
    if isinstance(record, Transfer) and len(resources) == 1:
        changed = record._replace(resource=resources[0], vehicle=resources[0])
        return Change((changed,), _cells(record, vehicle=resources[0]))
    return None


def without(
    mission: Mission, item: Item, people: Iterable[str], instead: str = ""
) -> Change | None:
    """The item without some people, and with another in their place where one is given."""
    record = item.record
    if not isinstance(record, Event | Meeting | Transfer):
        return None
    leaving = frozenset(people)
    edits: list[Edit] = []
    for column in _EXPRESSIONS[type(record)]:
        who: Who = getattr(record, column)
        gone = leaving.intersection(who.people)
        if gone:
            joins = instead if column != "optional" else ""
            text = _rewritten(mission, who.text, gone, joins)
            kept = (set(who.people) - gone) | ({joins} if joins else set())
            record = _expecting(record, column, Who(text, mission.in_protocol_order(kept)))
            edits.append(Edit(record.origin.cell(column), text))
    return Change((record,), tuple(edits)) if edits else None


def _expecting(record: Record, column: str, who: Who) -> Record:
    """The record with another expression in one of its columns."""
    changed: dict[str, Any] = {column: who}
    return record._replace(**changed)


def joined(mission: Mission, item: Item, person: str) -> Change | None:
    """The item with one more person among the required."""
    record = item.record
    if not isinstance(record, Event | Meeting | Transfer):
        return None
    text = f"{record.who.text} + {person}" if record.who.text else person
    people = mission.in_protocol_order({*record.who.people, person})
    return Change((record._replace(who=Who(text, people)),), _cells(record, who=text))


def _rewritten(mission: Mission, text: str, gone: frozenset[str], instead: str) -> str:
    """The expression without people: their own terms taken out, else excluded at its end."""
    excluded: list[str] = []
    terms = re.split(r"(\s*[;+\n]\s*|\s+(?=[-\u2013]\s*\w))", text)
    for person in mission.in_protocol_order(gone):
        names = {key(person), key(mission.people[person].name)}
        place = next((n for n, term in enumerate(terms) if key(term) in names), None)
        if place is None or (len(terms) == 1 and not instead):
            excluded.append(person)
        elif instead:
            terms[place], instead = instead, ""
        else:
            del terms[max(0, place - 1) : place + 1 if place else 2]
    joins = f" + {instead}" if instead else ""
    return "".join(terms) + joins + "".join(f" - {person}" for person in excluded)


def _cells(record: Record, **texts: str) -> tuple[Edit, ...]:
    return tuple(Edit(record.origin.cell(column), text) for column, text in texts.items())
