"""The sheets of a workbook as they would be with some cells written anew."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from itinerary.load.book.cells import text_of
from itinerary.load.book.marks import column_number
from itinerary.load.book.sheets import Sheet, read_sheets
from itinerary.problems import Edit, Source


def edited_sheets(sheets: Sequence[Sheet], edits: Sequence[Edit]) -> list[Sheet]:
    """The sheets with the edits of their cells made; a row to be deleted is emptied."""
    return [_edited(sheet, [edit for edit in edits if _is_in(sheet, edit)]) for sheet in sheets]


def _is_in(sheet: Sheet, edit: Edit) -> bool:
    return (edit.at.file, edit.at.sheet) == (sheet.file, sheet.name)


def _edited(sheet: Sheet, edits: Sequence[Edit]) -> Sheet:
    if not edits:
        return sheet
    rows: list[list[Any]] = [[*row] for row in sheet.rows]
    for edit in edits:
        cells = rows[edit.at.row - 1] if 0 < edit.at.row <= len(rows) else []
        if not edit.at.column:
            cells[:] = [""] * len(cells)
            continue
        place = column_number(edit.at.column.encode())
        cells += [""] * (place + 1 - len(cells))
        cells[place] = edit.text
    return sheet._replace(rows=rows)


def read_sheet_cell(path: Path, at: Source) -> str:
    """What stands in a cell; empty where there is none."""
    place = column_number(at.column.encode())
    for sheet in read_sheets(path, []):
        if sheet.name == at.sheet and at.row <= len(sheet.rows):
            return text_of([*sheet.rows[at.row - 1], *[""] * (place + 1)][place])
    return ""
