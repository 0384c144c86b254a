"""Flights there and back side by side in one sheet: each row is two journeys, or more."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from itinerary.load.book.heads import Head
from itinerary.load.files import Grid
from itinerary.load.headers import known_headers, without_way
from itinerary.load.whole_moments import DAYS
from itinerary.names import key

_TABLES = frozenset({"journeys", "transfers"})
_TURNED = ("from", "to")


class Half(NamedTuple):
    """A header in which only the columns of one way are named, and where these stand."""

    head: Head
    places: frozenset[int]


def halves(head: Head) -> list[Half]:
    """One for each way; none where the sheet has no column twice.

    Where from and to stand once for both ways, they are exchanged on the way back.
    """
    if head.table not in _TABLES:
        return []
    columns = _columns(head)
    counts = Counter(filter(None, columns))
    twice = {column for column, n in counts.items() if n > 1}
    if len(twice & {"number", "vehicle", "date", "departs", "arrives"}) < 2:
        return []
    first = next(column for column in columns if column in twice)
    starts = [place for place, column in enumerate(columns) if column == first]
    ends = [*starts[1:], 2 * starts[-1] - starts[-2]]
    ways = [frozenset(range(start, end)) for start, end in zip(starts, ends, strict=True)]
    taken = frozenset[int]().union(*ways)
    return [
        Half(head._replace(texts=_texts(head, columns, taken - way, number)), way)
        for number, way in enumerate(ways)
    ]


def without_blanks(grid: Grid, places: frozenset[int]) -> Grid:
    """Without the rows that say nothing of one way: not everybody travels both."""
    rows = [
        (line, cells) for line, cells in grid.rows
        if any(cells[place] for place in places if place < len(cells))
    ]  # fmt: skip
    return grid._replace(rows=rows)


def _texts(
    head: Head, columns: Sequence[str], others: frozenset[int], number: int
) -> tuple[str, ...]:
    texts = ["" if place in others else text for place, text in enumerate(head.texts)]
    shared = [columns.index(column) if column in columns else -1 for column in _TURNED]
    if number == 1 and min(shared) >= 0 and all(texts[place] for place in shared):
        start, end = shared
        if columns.count("from") == columns.count("to") == 1:
            texts[start], texts[end] = texts[end], texts[start]
    return tuple(texts)


def _columns(head: Head) -> list[str]:
    known = known_headers(head.table)
    words = [key(text[:100]) for text in head.texts]
    return ["date" if without_way(word) in DAYS else known.get(word, "") for word in words]
