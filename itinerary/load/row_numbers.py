"""A table whose rows are numbered: the number is the row's, and another row's tomorrow."""

from itinerary.load.files import Grid
from itinerary.names import key

_NUMBERS = frozenset({"n°", "no", "nr", "num", "#"})
_LEAST = 2
"""Rows that are numbered: a single 1 may be anything."""


def without_row_numbers(grid: Grid) -> Grid:
    """The table without a column `N°` that counts its rows from 1 on; any other is one of ids."""
    words = [key(header[:100]) for header in grid.header]
    place = next((place for place, word in enumerate(words) if word in _NUMBERS), None)
    if place is None or not _is_count(grid, place):
        return grid
    header = ["" if number == place else text for number, text in enumerate(grid.header)]
    return grid._replace(header=header)


def _is_count(grid: Grid, place: int) -> bool:
    cells = (cells[place].strip() for _, cells in grid.rows if place < len(cells))
    filled = [*filter(None, cells)]
    return len(filled) >= _LEAST and filled == [f"{n}" for n in range(1, len(filled) + 1)]
