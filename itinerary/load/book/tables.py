"""From the sheets of a workbook to its tables: one table may stand in several sheets."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from itinerary.load.book.halves import halves, without_blanks
from itinerary.load.book.heads import (
    Head,
    find_head,
    is_drawn,
    is_empty,
    is_settings,
    table_called,
)
from itinerary.load.book.layout import Layout
from itinerary.load.book.sheets import Sheet
from itinerary.load.files import Grid
from itinerary.load.headers import REQUIRED, columns
from itinerary.load.records import Record
from itinerary.load.rows import Table, understand
from itinerary.model.origins import ROWS_OF_A_SHEET, Columns
from itinerary.problems import Problem, Source, error, say, warning
from itinerary.times import DateReader

_EMPTY = frozenset({"accepted"})
"""Tables in which it is best that nothing stands."""


def book_tables(
    sheets: Sequence[Sheet], dates: DateReader, problems: list[Problem], table: str = ""
) -> dict[str, list[Table]]:
    """The tables that the sheets hold, each sheet of a table on its own; the others are named.

    A sheet that is alone in its file is that of the `table` of which the file has the name.
    """
    found: dict[str, list[Table]] = {}
    others: list[Sheet] = []
    filled = [s for s in sheets if not (is_settings(s) or is_drawn(s) or is_empty(s))]
    heads = [find_head(sheet, dates, table if len(filled) == 1 else "") for sheet in filled]
    shown = {head.table for sheet, head in zip(filled, heads, strict=True)
             if head and not sheet.is_hidden}  # fmt: skip
    for sheet, head in zip(filled, heads, strict=True):
        if head is None or (sheet.is_hidden and not head.is_named):
            others.append(sheet)
        elif sheet.is_hidden and head.table in shown:
            problems.append(_hidden(sheet, head))
        else:
            found.setdefault(head.table, []).extend(_tables(sheet, head, dates, problems))
    problems += _unread(others, dates, has_events="events" in found)
    return found


def _tables(
    sheet: Sheet, head: Head, dates: DateReader, problems: list[Problem]
) -> Iterator[Table]:
    """One, or one for each way where these stand side by side."""
    ways = halves(head)
    if not ways:
        yield _table(Layout(sheet, head, dates).grid(problems), head, problems)
        return
    known: list[Problem] = []
    for way, places in ways:
        found: list[Problem] = []
        grid = without_blanks(Layout(sheet, way, dates).grid(found), places)
        yield _table(grid, way, found)
        known += [problem for problem in found if problem not in known]
    at = Source(sheet.file, head.last + 1, sheet=sheet.name)
    message = say("guess.ways", n=len(ways), table=head.table)
    problems += [*known, warning("guess", message, at, hint=say("guess.ways.hint"))]


def _table(grid: Grid, head: Head, problems: list[Problem]) -> Table:
    if not head.is_named:
        message = say("guess.sheet", sheet=grid.head.sheet, table=head.table)
        hint = say("guess.sheet.hint", table=head.table)
        problems.append(warning("guess", message, grid.head, hint=hint))
    if not grid.rows and head.table not in _EMPTY:
        message = say("file.header_only", file=grid.head.sheet)
        problems.append(warning("file", message, grid.head))
    return understand(head.table, grid, problems)


def _hidden(sheet: Sheet, head: Head) -> Problem:
    """An old version, or a draft, beside the sheet that is shown."""
    message = say("file.book.hidden", sheet=sheet.name, table=head.table)
    at = Source(sheet.file, sheet=sheet.name)
    return warning("file", message, at, hint=say("file.book.hidden.hint"))


def _unread(sheets: Sequence[Sheet], dates: DateReader, *, has_events: bool) -> Iterator[Problem]:
    """Each sheet that is called as a table and has no header, and all others at once."""
    others: list[Sheet] = []
    for sheet in sheets:
        if (table := table_called(sheet.name, dates)) and not sheet.is_hidden:
            message = say("file.book.headless", sheet=sheet.name, table=table)
            hint = say("file.book.headless.hint", columns=REQUIRED[table])
            made = error if table == "events" and not has_events else warning
            yield made("file", message, Source(sheet.file, sheet=sheet.name), hint=hint)
        else:
            others.append(sheet)
    if others:
        names = tuple(sheet.name for sheet in others)
        message = say("file.book.others", n=len(names), names=names)
        at = Source(others[0].file)
        yield warning("file", message, at, hint=say("file.book.others_hint"))


def joined(name: str, tables: Sequence[Table]) -> Table:
    """One table of several, with our own column names; the others keep their headers."""
    ours = [column for column in columns(name) if any(column in t.places for t in tables)]
    headers = [_headers(table) for table in tables]
    others = [*dict.fromkeys(text for found in headers for text in found if text not in ours)]
    header = [*ours, *others]
    records: list[Record] = []
    for number, (table, found) in enumerate(zip(tables, headers, strict=True)):
        places = [found.get(column, -1) for column in header]
        first = number * ROWS_OF_A_SHEET
        records += _picked(table.grid.rows, places, first)
    sheets = tuple(place for table in tables for place in table.grid.sheets)
    file = tables[0].grid.file
    grid = Grid(file, header, records, tables[0].grid.header_row, sheets)
    places_of = {column: place for place, column in enumerate(ours)}
    return Table(name, grid, places_of, Columns(file, {c: c for c in ours}, sheets))


def _picked(rows: Iterable[Record], places: Sequence[int], first: int) -> list[Record]:
    """The cells in another order, and an empty one where a sheet lacks a column."""
    width = max(places, default=0) + 1
    if [*places] == [*range(width)]:
        return [(first + line, cells[:width]) for line, cells in rows]
    pick = itemgetter(*places, -1)  # -1 is the empty cell behind the others
    return [(first + line, [*pick([*cells, ""])[:-1]]) for line, cells in rows]


def _headers(table: Table) -> dict[str, int]:
    """The columns by our names, and those that are not ours by their own."""
    taken = set(table.places.values())
    found = dict(table.places)
    for place, text in enumerate(table.grid.header):
        if place not in taken and text.strip():
            found.setdefault(text.strip(), place)
    return found
