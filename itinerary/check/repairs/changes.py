"""One record as it would be, and the cells in which someone writes it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from itinerary.check.repairs.expressions import instead_of, with_person, without_people
from itinerary.model import NOBODY, Event, Meeting, Mission, Transfer, Who
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
LONGEST_NIGHT = timedelta(hours=12)
"""Up to this length an end that reads earlier than its start is the next day's."""
NIGHT_HOURS = 3
"""Before this hour a start may be written as `24:00` or `00:30 +1` of the day before."""


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


def record_of(mission: Mission, changed: Record) -> Record | None:
    """The record of a mission in whose place another stands."""
    if isinstance(changed, Event):
        return mission.events.get(changed.id)
    if isinstance(changed, Meeting):
        return mission.meetings.get(changed.id)
    return mission.transfers.get(changed.id)


def moved(item: Item, shift: timedelta) -> Change | None:
    """The item so much later, its length kept; None for a journey, which others run."""
    record = item.record
    if isinstance(record, Event):
        return _respanned(record, [Span(s.start + shift, s.end + shift) for s in record.spans])
    if isinstance(record, Meeting):
        return placed(item, record, item.span.start + shift, record.table)
    if isinstance(record, Transfer):
        span = Span(record.span.start + shift, record.span.end + shift)
        departs = written_moment(span.start, item.zone)
        arrives = written_moment(span.end, item.end_zone)
        edits = _cells(record, departs=departs, arrives=arrives)
        return Change((record._replace(span=span),), edits)
    return None


def respanned(item: Item, span: Span) -> Change | None:
    """The event from another start to another end; None for what is none, or is repeated."""
    record = item.record
    if not isinstance(record, Event) or len(record.spans) != 1:
        return None
    return _respanned(record, [span])


def _respanned(event: Event, spans: list[Span]) -> Change | None:
    """Start and end are both written: either cell may have said both, or left the other out."""
    zone = event.clocks or event.zone
    days = {_day(new, zone) - _day(old, zone) for new, old in zip(spans, event.spans, strict=True)}
    clocks = {_clocks(span, zone) for span in spans}
    first, before = local(spans[0].start, zone), local(event.spans[0].start, zone)
    is_late = before.hour < NIGHT_HOURS  # its date may be that of the evening before
    is_same = len(clocks) == 1 and days == {timedelta()}
    if not _is_legible(spans[0], zone) or (event.repeat and (is_late or not is_same)):
        return None
    start, end = _clocks(spans[0], zone)
    if event.repeat and " " in start + end:  # an offset is of one day
        return None
    is_apart = event.origin.cell("end").column
    cells = {"start": start, "end": end} if is_apart else {"start": f"{start}-{end}"}
    if (start, end) == _clocks(event.spans[0], zone) and not is_late:
        cells = {}
    if days != {timedelta()} or is_late:
        cells["date"] = f"{first.date()}"
    return Change((event._replace(spans=tuple(spans)),), _cells(event, **cells))


def _day(span: Span, zone: str) -> date:
    return local(span.start, zone).date()


def _clocks(span: Span, zone: str) -> tuple[str, str]:
    return written_clock(span.start, zone), written_clock(span.end, zone)


def _is_legible(span: Span, zone: str) -> bool:
    """Whether two clocks on one date say it: the end on that day, or soon past midnight."""
    start, end = local(span.start, zone), local(span.end, zone)
    if start.date() == end.date():
        return start.time() < end.time() and span.length > timedelta()
    is_next = end.date() - start.date() == timedelta(1)
    return is_next and end.time() <= start.time() and span.length <= LONGEST_NIGHT


def placed(item: Item, meeting: Meeting, start: datetime, table: int | None) -> Change:
    """The meeting at a time, the venue of its item and a table: pinned in its own row, where
    that has the cells, as long as it was."""
    span = Span(start, start + item.span.length)
    has_own = meeting.origin.cell("start").column and item.span.length == meeting.duration
    if meeting.pinned or has_own:
        return _pinned(meeting, span, item.place, table)
    begins, ends = (written_moment(at, meeting.zone) for at in span)
    planned = {"start": begins, "end": ends, "venue": item.place}
    if item.span.length == meeting.duration and not meeting.placed_at.cell("end").column:
        del planned["end"]
    planned["table"] = "" if table is None else f"{table}"
    edits = tuple(Edit(meeting.placed_at.cell(c), text) for c, text in planned.items())
    record = meeting._replace(span=span, venue=item.place, table=table)
    return Change((record,), _needed(edits))


def _pinned(meeting: Meeting, span: Span, venue: str, table: int | None) -> Change:
    cells = {"start": written_moment(span.start, meeting.zone)}
    cells["table"] = "" if table is None else f"{table}"
    cells["venue"] = venue
    if meeting.pinned:
        known = {"start": span == meeting.span, "table": table == meeting.table}
        known["venue"] = venue == meeting.venue
        cells = {column: text for column, text in cells.items() if not known[column]}
    elif meeting.resources:
        cells["resources"] = "; ".join(meeting.resources)
    record = meeting._replace(
        span=span, venue=venue, table=table, pinned=True, placed_at=meeting.origin
    )
    return Change((record,), _needed(_cells(meeting, **cells)))


def _needed(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Without those of cells that are not there and would say nothing."""
    return tuple(edit for edit in edits if edit.text or edit.at.column)


def housed(item: Item, venue: str, table: int | None = None) -> Change | None:
    """The event or meeting at another venue or table."""
    record = item.record
    if isinstance(record, Event):
        return Change((record._replace(venue=venue),), _cells(record, venue=venue))
    if isinstance(record, Meeting):
        return placed(item._replace(place=venue), record, item.span.start, table)
    return None


def enlarged(event: Event, places: int) -> Change:
    """The event with so many places."""
    return Change((event._replace(capacity=places),), _cells(event, capacity=f"{places}"))


def equipped(item: Item, resources: tuple[str, ...]) -> Change | None:
    """The event or meeting with other interpreters or kit, the transfer with another vehicle."""
    record = item.record
    if isinstance(record, Event | Meeting):
        edits = _cells(record, resources="; ".join(resources))
        if isinstance(record, Meeting) and record.placed_at != record.origin:
            plan = record.placed_at.cell("resources")  # what stands there is needed too
            edits = _needed((*edits, Edit(plan, "")))
        return Change((record._replace(resources=resources),), edits)
    if isinstance(record, Transfer) and len(resources) == 1:
        changed = record._replace(resource=resources[0], vehicle=resources[0])
        return Change((changed,), _cells(record, vehicle=resources[0]))
    return None


def without(
    mission: Mission, item: Item, people: Iterable[str], instead: str = ""
) -> Change | None:
    """The item without some people, and with another in place of the one where one is given;
    None where a side of a meeting or a whole event would be left with nobody."""
    record = item.record
    if not isinstance(record, Event | Meeting | Transfer):
        return None
    leaving = frozenset(people)
    edits: list[Edit] = []
    for column in _EXPRESSIONS[type(record)]:
        who: Who = getattr(record, column)
        gone = leaving.intersection(who.people)
        changed = _lessened(mission, who, gone, instead if column != "optional" else "")
        if changed is None:
            return None
        if gone:
            record = _expecting(record, column, changed)
            edits.append(Edit(record.origin.cell(column), changed.text))
    return Change((record,), tuple(edits)) if edits and _is_held(record) else None


def _lessened(mission: Mission, who: Who, gone: frozenset[str], instead: str) -> Who | None:
    """Those who are left, and how it is written; None where that is not sure."""
    kept = (set(who.people) - gone) | ({instead} if instead and gone else set())
    if not gone:
        return who
    if not kept:
        return NOBODY
    (person, *others) = gone
    if instead and others:
        return None
    if instead:
        text = instead_of(mission, who.text, person, instead)
    else:
        text = without_people(mission, who.text, gone)
    return Who(text, mission.in_protocol_order(kept)) if text else None


def _is_held(record: Record) -> bool:
    """Whether there is still someone at an event, and both sides at a meeting."""
    if isinstance(record, Meeting):
        return bool(record.who.people and record.counterpart.people)
    if isinstance(record, Event):
        return bool(record.who.people or record.hosts.people)
    return True


def _expecting(record: Record, column: str, who: Who) -> Record:
    """The record with another expression in one of its columns."""
    changed: dict[str, Any] = {column: who}
    return record._replace(**changed)


def joined(mission: Mission, item: Item, person: str) -> Change | None:
    """The item with one more person among the required; None where they are, or no one can
    say how it is written."""
    record = item.record
    if not isinstance(record, Event | Meeting | Transfer) or person in record.who.people:
        return None
    text = with_person(mission, record.who.text, person)
    if not text:
        return None
    people = mission.in_protocol_order({*record.who.people, person})
    return Change((record._replace(who=Who(text, people)),), _cells(record, who=text))


def _cells(record: Record, **texts: str) -> tuple[Edit, ...]:
    return tuple(Edit(record.origin.cell(column), text) for column, text in texts.items())
