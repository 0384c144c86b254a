"""A table as it would be with some cells written anew, and what a cell says now."""

from collections.abc import Sequence
from pathlib import Path

from itinerary.load.files import Grid, UnusableError, read_grid
from itinerary.problems import Edit, Source


def edited(grid: Grid, edits: Sequence[Edit]) -> Grid:
    """The grid with the edits of its file made; an edit of a cell it has not changes nothing."""
    here = [edit for edit in edits if edit.at.file == grid.file]
    if not here:
        return grid
    header, rows = list(grid.header), {line: list(cells) for line, cells in grid.rows}
    for edit in here:
        place = _place(grid, edit.at.column)
        if edit.at.row == grid.header_row and place is not None:
            header[place] = edit.text
        elif not edit.at.column and not edit.text:
            rows.pop(edit.at.row, None)
        elif edit.at.row in rows and place is not None:
            cells = rows[edit.at.row]
            cells += [""] * (place + 1 - len(cells))
            cells[place] = edit.text
    return grid._replace(header=header, rows=list(rows.items()))


def read_cell(path: Path, at: Source) -> str:
    """What stands in a cell of a table; empty where there is none."""
    folder = path.parent if path.is_file() else path
    try:
        if at.sheet:
            from itinerary.load.book.edits import read_sheet_cell

            return read_sheet_cell(folder / at.file, at)
        grid = read_grid(folder / at.file, [])
    except UnusableError:
        return ""
    place = _place(grid, at.column)
    cells = dict(grid.rows).get(at.row, [])
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _place(grid: Grid, column: str) -> int | None:
    """Where a column stands, by its header as written there."""
    places = (place for place, header in enumerate(grid.header) if header.strip() == column.strip())
    return next(places, None)
