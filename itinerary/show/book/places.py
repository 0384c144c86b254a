"""Where the cells that problems name stand in this workbook."""

from collections.abc import Sequence
from pathlib import PurePath

from itinerary.model.origins import Origin, column_letters
from itinerary.problems import Source

_Row = tuple[str, str, int]
"""File, sheet and row of a source."""


class Places:
    """Learns while sheets are written; rows and columns count from 0."""

    def __init__(self) -> None:
        self._rows: dict[_Row, tuple[str, int]] = {}
        self._columns: dict[tuple[str, str, str], int] = {}
        self._cells: dict[Source, tuple[str, int, int]] = {}
        self._sheets: dict[tuple[str, str], str] = {}

    def learn(self, sheet: str, columns: Sequence[str], origins: Sequence[Origin]) -> None:
        """The rows of a table, below the header of a sheet."""
        for row, origin in enumerate(origins, 1):
            at = origin.cell("")
            self._rows[at.file, at.sheet, at.row] = (sheet, row)
            if (at.file, at.sheet) not in self._sheets:
                self._sheets[at.file, at.sheet] = sheet
                for place, column in enumerate(columns):
                    written = origin.cell(column).column or column
                    self._columns.setdefault((at.file, at.sheet, written), place)

    def put(self, at: Source, sheet: str, row: int, column: int) -> None:
        """One cell."""
        self._cells.setdefault(at, (sheet, row, column))
        self._rows.setdefault((at.file, at.sheet, at.row), (sheet, row))
        self._sheets.setdefault((at.file, at.sheet), sheet)

    def of(self, at: Source) -> Source | None:
        """The cell of this workbook that holds what a source does; None for what it has not."""
        if at in self._cells:
            sheet, row, column = self._cells[at]
            return Source("", row + 1, column_letters(column), sheet)
        found = self._rows.get((at.file, at.sheet, at.row))
        if found:
            column = self._columns.get((at.file, at.sheet, at.column), 0)
            return Source("", found[1] + 1, column_letters(column), found[0])
        stem = PurePath(at.file).stem
        sheet = self._sheets.get((at.file, at.sheet), stem if stem in self._sheets.values() else "")
        return Source("", 1, "A", sheet) if sheet else None
