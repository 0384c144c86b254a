"""A table with a day and a time in two columns: `Date` and `Départ`, `Date d'arrivée` and `ETA`."""

from typing import NamedTuple

from itinerary.load.files import Grid
from itinerary.load.headers import known_headers, without_way
from itinerary.names import key
from itinerary.times import UnreadableError, read_clocks

_MOMENTS = {
    "journeys": ("departs", "arrives"), "transfers": ("departs", "arrives"),
    "meetings": ("start",), "absences": ("start", "end"),
}  # fmt: skip
DAYS = frozenset({"date", "day", "jour", "journee", "fecha", "dia"})
"""Headers of a day that is that of every time in its row."""
_OWN_DAYS = {
    "departs": frozenset(
        {"date depart", "date de depart", "jour de depart", "departure date", "departure day",
         "fecha de salida", "fecha salida"}
    ),
    "arrives": frozenset(
        {"date arrivee", "date d arrivee", "jour d arrivee", "arrival date", "arrival day",
         "fecha de llegada", "fecha llegada"}
    ),
    "start": frozenset({"date debut", "date de debut", "start date", "fecha de inicio"}),
    "end": frozenset({"date fin", "date de fin", "end date", "fecha de fin"}),
}  # fmt: skip


class _Pair(NamedTuple):
    """Where a day and a time stand."""

    day: int
    clock: int


def with_whole_moments(name: str, grid: Grid) -> Grid:
    """The table with a day before each time that stands alone in its cell.

    A column of days without one of times is that of the times itself.
    """
    wanted = _MOMENTS.get(name, ())
    if not wanted:
        return grid
    known = known_headers(name)
    columns = [known.get(key(header[:100]), "") for header in grid.header]
    words = [without_way(key(header[:100])) for header in grid.header]
    shared = next((place for place, word in enumerate(words) if word in DAYS), None)
    header, pairs = [*grid.header], []
    for column in wanted:
        own = next((p for p, word in enumerate(words) if word in _OWN_DAYS[column]), None)
        day = shared if own is None else own
        if column in columns and day is not None:
            pairs.append(_Pair(day, columns.index(column)))
        elif own is not None:
            header[own] = column
    if not pairs and header == grid.header:
        return grid
    rows = [(line, _joined(cells, pairs)) for line, cells in grid.rows] if pairs else grid.rows
    return grid._replace(header=header, rows=rows)


def _joined(cells: list[str], pairs: list[_Pair]) -> list[str]:
    found = [*cells]
    for day, clock in pairs:
        if max(day, clock) < len(cells) and cells[day].strip() and _is_clock(cells[clock].strip()):
            found[clock] = f"{cells[day].strip()} {cells[clock].strip()}"
    return found


def _is_clock(text: str) -> bool:
    try:
        return read_clocks(text).end is None
    except UnreadableError:
        return False
