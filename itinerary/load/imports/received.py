"""What a source brings, made fit for our tables: plain cells, no formulas, an id in each row."""

import re
from collections.abc import Mapping

from itinerary.load.files import without_controls
from itinerary.load.headers import TABLES
from itinerary.load.imports.merging import in_columns
from itinerary.load.imports.row_ids import with_ids
from itinerary.load.imports.row_keys import Cells, cells_of
from itinerary.model.tables import TextMission, TextTable
from itinerary.problems import Problem, Source, say, warning

_FORMULA = re.compile(r"=|[+@-].*(?:\w\(|\|.*!)", re.DOTALL)
"""What a spreadsheet would compute or call; a telephone number and `- press` are left alone."""


def received(
    source: str, brought: TextMission, before: TextMission | None, problems: list[Problem]
) -> TextMission:
    """The mission of a source as it will be written, with the ids its rows had `before`."""
    tables: dict[str, TextTable] = {}
    for name in (name for name in TABLES if name in brought.tables):
        rows = [_plain(row) for row in cells_of(brought.tables[name])]
        rows = [_guarded(source, cells, problems) for cells in rows if any(cells.values())]
        if rows:
            old = before.tables.get(name) if before else None
            tables[name] = in_columns(name, with_ids(name, rows, cells_of(old)))
    return TextMission(brought.settings, tables)


def _plain(row: Mapping[str, str]) -> Cells:
    return {column: _text(text) for column, text in row.items() if column.strip()}


def _text(text: str) -> str:
    """A text that a file can hold and our reader finds there again."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return without_controls(lines).encode(errors="replace").decode().strip()


def _guarded(source: str, row: Cells, problems: list[Problem]) -> Cells:
    """With an apostrophe before what a spreadsheet would take for a formula."""
    guarded = {column: f"'{t}" if _FORMULA.match(t) else t for column, t in row.items()}
    for column in (column for column in row if row[column] != guarded[column]):
        message = say("import.formula", text=row[column])
        problems.append(warning("value", message, Source(source, 0, column)))
    return guarded
