"""Workbooks, and CSV files that are laid out like a sheet, as tables of text."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from itinerary.load.book.frame import guessed_frame
from itinerary.load.book.heads import find_head, is_settings, table_called
from itinerary.load.book.marks import Marks
from itinerary.load.book.settings import SheetDocument, toml_beside
from itinerary.load.book.sheets import Sheet, read_sheets
from itinerary.load.book.tables import book_tables, joined
from itinerary.load.documents import Document
from itinerary.load.files import Grid, UnusableError, read_grid
from itinerary.load.headers import TABLES
from itinerary.load.imports.folder_tables import text_of_table
from itinerary.load.imports.frames import day_of
from itinerary.load.imports.imported import Imported, refusal, refused
from itinerary.load.records import DELIMITERS
from itinerary.model.tables import TextMission
from itinerary.problems import Problem, Source, say, warning
from itinerary.times import DateReader

_FRAME = ("title", "starts", "ends")
_UNNAMED = "csv"
"""A file somebody imports is wanted, also where a sheet of its name would be left out."""
_NO_DATES = DateReader(date(2000, 1, 1), date(2000, 1, 1))


def read_book(path: Path, known: Mapping[str, object]) -> Imported:
    """The tables of a workbook, and what it says of the mission; never raises for what is in it.

    `known` is what is settled of the mission already: with its first and last day, days without a
    year are understood.
    """
    problems: list[Problem] = []
    try:
        sheets = read_sheets(path, problems)
        sheet = next((sheet for sheet in sheets if is_settings(sheet)), None)
        document = SheetDocument(sheet) if sheet else toml_beside(path, problems)
        return _tables(path, sheets, _Frame(path, sheets, document, known), problems)
    except UnusableError as fault:
        return refused(fault)


def read_text_sheet(path: Path, known: Mapping[str, object], table: str = "") -> Imported:
    """A CSV file that has more than a table in it, such as a title above the header."""
    try:
        sheet, problems = _text_sheet(path, table)
        return _tables(path, [sheet], _Frame(path, [sheet], None, known), problems, table)
    except UnusableError as fault:
        return refused(fault)


def _text_sheet(path: Path, table: str) -> tuple[Sheet, list[Problem]]:
    """Cut by the delimiter of its first line, or, as that may be a title, by one that shows a
    header."""
    found: list[tuple[Sheet, list[Problem]]] = []
    for delimiter in ("", *DELIMITERS):
        problems: list[Problem] = []
        sheet = _sheet(path, read_grid(path, problems, delimiter))
        if find_head(sheet, _NO_DATES, table):
            return sheet, problems
        found.append((sheet, problems))
    return found[0]


def _sheet(path: Path, grid: Grid) -> Sheet:
    records = dict([(grid.header_row, grid.header), *grid.rows])
    width = max(map(len, records.values()))
    rows = [records.get(line, []) for line in range(1, max(records) + 1)]
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    name = path.stem if table_called(path.stem, _NO_DATES) != "" else _UNNAMED
    return Sheet(path.name, name, filled, Marks())


class _Frame:
    """What is settled of the mission, what the file says, and what its programme shows."""

    def __init__(
        self, path: Path, sheets: Sequence[Sheet], document: Document | None,
        known: Mapping[str, object],
    ) -> None:  # fmt: skip
        self._file = path.name
        data = dict(document.data) if document else {}
        missing = [name for name in _FRAME if not (known.get(name) or data.get(name))]
        found = guessed_frame(sheets, path) if missing else {}
        self.guessed = {name: found[name] for name in missing if name in found}
        self.settings: dict[str, Any] = {**data, **self.guessed}
        self._days = {
            name: day_of(known.get(name)) or day_of(self.settings.get(name))
            for name in ("starts", "ends")
        }

    def dates(self, problems: list[Problem]) -> DateReader:
        """The reader of its days; `UnusableError` where nobody says when the mission is."""
        starts, ends = self._days["starts"], self._days["ends"]
        if not isinstance(starts, date) or not isinstance(ends, date):
            names = tuple(name for name, day in self._days.items() if not day)
            hint = say("import.missing.hint", flags=tuple(f"--{name}" for name in names))
            raise refusal(self._file, say("import.missing", names=names), hint)
        if self.guessed.keys() & self._days.keys():
            message = say("import.days", starts=starts, ends=ends)
            hint = say("import.missing.hint", flags=("--starts", "--ends"))
            problems.append(warning("guess", message, Source(self._file), hint=hint))
        return DateReader(starts, ends)


def _tables(
    path: Path, sheets: Sequence[Sheet], frame: _Frame, problems: list[Problem], table: str = ""
) -> Imported:
    found = book_tables(sheets, frame.dates(problems), problems, table)
    tables = {name: text_of_table(joined(name, found[name])) for name in TABLES if name in found}
    if not tables:
        hint = say("import.table.hint")
        raise refusal(path.name, say("import.table", file=path.name), hint)
    return Imported(TextMission(frame.settings, tables), tuple(problems))
