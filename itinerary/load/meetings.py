"""The table of meeting requests, and where `plan.csv` places those that nobody pinned."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from typing import Any

from itinerary.load.columns import Batch, Known, Made, merged, records_of
from itinerary.load.identities import made_ids
from itinerary.load.intake import Intake, choices
from itinerary.load.people import languages
from itinerary.load.placements import placed, read_plan
from itinerary.load.rows import Row, Table
from itinerary.load.statuses import read_status
from itinerary.load.who import WhoReader
from itinerary.model import NOBODY, Meeting, Who
from itinerary.model.meetings import Meetings, Origins
from itinerary.times import Span, read_length

_PRIORITIES = choices(
    "1|high|haute|élevée|alta", "2|normal|normale|media|moyenne", "3|low|basse|faible|baja"
)


def read_meetings(
    intake: Intake, table: Table | None, plan: Table | None, who: WhoReader
) -> tuple[Mapping[str, Meeting], Mapping[str, Meeting]]:
    """Every request, placed or not; and those that the plan places, as they were asked for."""
    requests = _requests(intake, table, who) if table else {}
    places = read_plan(intake, plan)
    if not places:
        return requests, {}
    every = dict(requests.items())  # each record made once
    moved = {i: every[i] for i in places if not every[i].pinned}
    found = {i: placed(intake, request, places[i]) for i, request in moved.items()}
    return every | found, moved


def _requests(intake: Intake, table: Table, who: WhoReader) -> Mapping[str, Meeting]:
    before = len(intake.problems)
    read = partial(_meeting, intake, who)
    columns = _Columns(intake, table, who)
    fields: list[list[Any]] = [[] for _ in Meeting._fields[:-2]]
    lines: list[int] = []
    for batch in intake.batches(table):
        made = columns.made(batch)
        if not all(made.ids):
            del intake.problems[before:]  # the rows are read again, and report then
            intake.names.pop(table.name, None)
            return _with_made_ids(intake, table, read)
        identities, rows = intake.settled(batch, made, _name)
        more: Iterable[Iterable[Any]] = made.fields
        if rows:
            records = records_of(Meeting, *made.fields, batch.origins, batch.origins)
            found = [record for _, record in merged(identities, rows, records, read)]
            more = [*zip(*found, strict=True)][:-2]
            lines += [record.origin.row for record in found]
        else:
            lines += batch.lines
        for field, values in zip(fields, more, strict=False):
            field.extend(values)
    origins = Origins(table.columns, lines)
    return Meetings([*fields, origins, origins])


def _with_made_ids(
    intake: Intake, table: Table, read: Callable[[Row, str], Meeting]
) -> dict[str, Meeting]:
    """Ids that nobody wrote depend on all rows, so these are held."""
    names = intake.named(table.name)
    rows = list(intake.rows(table))
    made = made_ids(rows, _name, _parties, lambda row: row.text("start") or row.text("earliest"))
    known = [(row, names.register(row, _name(row), made.get(row.line, ""))) for row in rows]
    return {identity: read(row, identity) for row, identity in known if identity is not None}


def _name(row: Row) -> str:
    return row.line_of("title") or _parties(row)


def _parties(row: Row) -> str:
    return f"{row.text('who')} {row.text('counterpart')}".strip()


def _meeting(intake: Intake, who: WhoReader, row: Row, identity: str) -> Meeting:
    row.needed("who")
    row.needed("counterpart")
    ours, theirs = who.read(row, "who"), who.read(row, "counterpart")
    venue = intake.reference(row, "venue", "venues")
    zone = intake.zone_at(venue)
    length, span = _pin(intake, row, zone)
    earliest, latest = _window(intake, row, zone)
    table = row.whole("table", 1)
    return Meeting(
        identity,
        row.line_of("title") or _title(ours, theirs),
        ours,
        theirs,
        length,
        zone,
        optional=who.read(row, "optional"),
        priority=_priority(row),
        earliest=earliest,
        latest=latest,
        venue=venue,
        pool=intake.references(row, "pool", "venues"),
        resources=tuple(dict.fromkeys(intake.references(row, "resources", "resources"))),
        languages=languages(row, "language"),
        status=read_status(row),
        span=span,
        table=table if span else None,
        pinned=span is not None,
        origin=row.origin,
        placed_at=row.origin,
    )


def _title(ours: Who, theirs: Who) -> str:
    return f"{ours.text} – {theirs.text}"


def _priority(row: Row) -> int:
    return int(row.choice("priority", _PRIORITIES, "2"))


def _length(intake: Intake, row: Row) -> timedelta:
    found = row.timed("duration", read_length)
    if found is not None:
        return found
    return timedelta(minutes=intake.frame.settings.planning.duration_minutes)


def _window(intake: Intake, row: Row, zone: str) -> tuple[datetime | None, datetime | None]:
    latest = row.moment("latest", intake.dates, zone, end_of_day=True)
    return row.moment("earliest", intake.dates, zone), latest


def _pin(intake: Intake, row: Row, zone: str) -> tuple[timedelta, Span | None]:
    """How long it is, and when: a filled-in start pins the meeting, its table comes with it."""
    length = _length(intake, row)
    start = row.moment("start", intake.dates, zone)
    return length, Span(start, start + length) if start else None


class _Columns:
    """The table a column at a time."""

    def __init__(self, intake: Intake, table: Table, who: WhoReader) -> None:
        def alone(column: str, read: Callable[[Row], Any]) -> Known[Any]:
            return Known(table, (column,), read)

        self._people: dict[str, Known[Who]] = {
            "who": alone("who", lambda row: who.known(row.needed("who"))),
            "counterpart": alone("counterpart", lambda row: who.known(row.needed("counterpart"))),
            "optional": alone("optional", lambda row: who.known(row.text("optional"))),
        }
        self._who = who
        people = who.by_id()
        for known in self._people.values():
            known.update(people)
        cells: dict[str, Callable[[Row], Any]] = {
            "venue": lambda row: intake.known(row, "venue", "venues"),
            "pool": lambda row: intake.all_known(row, "pool", "venues"),
            "resources": lambda row: intake.all_known(row, "resources", "resources"),
            "priority": _priority,
            "language": lambda row: languages(row, "language"),
            "status": read_status,
            "table": lambda row: row.whole("table", 1),
        }
        self._cells = {column: alone(column, read) for column, read in cells.items()}

        def zone_of(row: Row) -> str:
            return intake.zone_at(intake.known(row, "venue", "venues"))

        self._zones = alone("venue", zone_of)
        self._windows = Known(
            table, ("earliest", "latest", "venue"), lambda row: _window(intake, row, zone_of(row))
        )
        self._pins = Known(
            table, ("duration", "start", "venue"), lambda row: _pin(intake, row, zone_of(row))
        )

    def _people_of(self, batch: Batch) -> list[list[Who]]:
        """Of each column. Who is met for the first time is met row by row: the order in which
        people are named is kept."""
        columns = [batch.texts(column) for column in self._people]
        read = zip(columns, self._people.values(), strict=True)
        new = {text for texts, known in read for text in {*texts} if text not in known}
        for text in chain.from_iterable(zip(*columns, strict=True)) if new else ():
            if text in new:
                self._who.learn(text.strip())
        return [batch.values(known, NOBODY) for known in self._people.values()]

    def made(self, batch: Batch) -> Made:
        """The meetings of some rows."""
        ours, theirs, guests = self._people_of(batch)
        cells = {c: batch.values(known, "") for c, known in self._cells.items()}
        zones = batch.values(self._zones, "")
        earliest, latest = zip(*batch.values(self._windows, (None, None)), strict=True)
        lengths, spans = zip(*batch.values(self._pins, (None, None)), strict=True)
        titles, ids = batch.lines_of("title"), batch.lines_of("id")
        called = titles
        if not all(titles):
            pairs = [*zip(titles, ours, theirs, strict=True)]
            titles = [title or _title(a, b) for title, a, b in pairs]
            called = [title or f"{a.text} {b.text}".strip() for title, a, b in pairs]
        fields = (
            ids, titles, ours, theirs, lengths, zones, guests, cells["priority"], earliest,
            latest, cells["venue"], cells["pool"], cells["resources"], cells["language"],
            cells["status"], spans, *_at_tables(spans, cells["table"]),
        )  # fmt: skip
        return Made(ids, called, fields)


def _at_tables(
    spans: Sequence[Span | None], tables: list[int | None]
) -> tuple[list[int | None], list[bool]]:
    """The table of each meeting that is pinned, and whether it is."""
    pinned = [*map(bool, spans)]
    if not all(pinned):
        tables = [table if span else None for span, table in zip(spans, tables, strict=True)]
    return tables, pinned
