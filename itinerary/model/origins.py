"""Where a record was read from, so that a problem can name the cell."""

from collections.abc import Mapping
from typing import NamedTuple

from itinerary.problems import Source

ROWS_OF_A_SHEET = 1 << 20
"""As many as a spreadsheet has."""


class SheetColumns(NamedTuple):
    """Where our columns stand in a sheet of a workbook, by their letters."""

    file: str
    sheet: str
    letters: Mapping[str, str]

    def cell(self, row: int, column: str) -> Source:
        return Source(self.file, row, self.letters.get(column, ""), self.sheet)


class Columns(NamedTuple):
    """What a table's header says: our column name to the header as written there."""

    file: str
    headers: Mapping[str, str]
    sheets: tuple[SheetColumns, ...] = ()
    """Those of workbooks that make up the table: the rows of each are numbered from
    `ROWS_OF_A_SHEET` times its place on."""

    def cell(self, row: int, column: str) -> Source:
        """The cell of one of our column names; the row alone where the table has no such column."""
        if self.sheets:
            number, above = divmod(row - 1, ROWS_OF_A_SHEET)
            return self.sheets[number].cell(above + 1, column)
        return Source(self.file, row, self.headers.get(column, ""))

    def beside(self, at: Source) -> Mapping[str, str] | None:
        """The columns of the table a cell is in, as `Source` calls them; None if not of it."""
        for sheet in self.sheets:
            if (sheet.file, sheet.sheet) == (at.file, at.sheet):
                return sheet.letters
        return self.headers if self.file == at.file and not at.sheet else None


class Origin(NamedTuple):
    """The row a record was read from."""

    columns: Columns
    row: int

    def cell(self, column: str) -> Source:
        """The cell of one of our column names; the row alone where the table has no such column."""
        return self.columns.cell(self.row, column)


NOWHERE = Origin(Columns("", {}), 0)


def column_letters(number: int) -> str:
    """Of a sheet's column, counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
