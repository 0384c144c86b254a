"""What makes two rows of a table the same: an id, or what stands in where a table has none."""

from collections import Counter
from typing import NamedTuple

from itinerary.load.headers import columns
from itinerary.model.tables import TextTable
from itinerary.names import key

Cells = dict[str, str]
"""A row by column."""
_NATURAL = {"travel": ("from", "to"), "accepted": ("rule", "subject"), "plan": ("meeting",)}
_CALLED = ("name", "title", "number", "vehicle")
_KNOWN_BY = ("id", "meeting", "rule", "who", "from")


class Key(NamedTuple):
    """A row of one table; of those whose ids are the same, which."""

    parts: tuple[str, ...]
    place: int = 0


def cells_of(table: TextTable | None) -> list[Cells]:
    """The rows, each by column."""
    if table is None:
        return []
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def keyed(table: TextTable | None) -> dict[Key, Cells]:
    """The rows by key; those of which every cell is the same are one."""
    found: dict[Key, Cells] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    for cells in cells_of(table):
        parts, is_whole = _parts(table.name if table else "", cells)
        found[Key(parts, 0 if is_whole else seen[parts])] = cells
        seen[parts] += 1
    return found


def has_ids(table: str) -> bool:
    """Whether its rows have ids."""
    return "id" in columns(table)


def called(cells: Cells) -> str:
    """What people call a row; empty where that is its id."""
    return next((cells[column] for column in _CALLED if cells.get(column)), "")


def known_by(cells: Cells) -> str:
    """What a row is told apart by: its id, or what stands in for one."""
    found = next((column for column in _KNOWN_BY if cells.get(column)), "")
    if found == "from":
        return f"{cells['from']} → {cells.get('to', '')}"
    if found == "who":
        times = (cells.get(column, "") for column in ("who", "start", "end"))
        return ", ".join(filter(None, times))
    return cells.get(found, "")


def _parts(table: str, cells: Cells) -> tuple[tuple[str, ...], bool]:
    """What a row is known by, and whether that is the whole of it."""
    natural = ("id",) if has_ids(table) else _NATURAL.get(table, ())
    parts = tuple(key(cells.get(column, "")) for column in natural)
    if any(parts):
        return parts, False
    return tuple(f"{column}={cells[column]}" for column in sorted(cells) if cells[column]), True
