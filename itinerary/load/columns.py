"""Rows a column at a time: what a text has come to without a doubt, it comes to again.

The cells of a large table repeat. Each different text is read once, by the methods of `Row`, and
looked up afterwards. A row in which anything is doubtful is left to be read on its own, so that
every problem is born in one place.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import repeat
from typing import Any, Generic, NamedTuple, TypeVar, cast

from itinerary.load.packing import LONGEST_CELL, Cells, Coded, cells_of, is_plain
from itinerary.load.records import Record
from itinerary.load.rows import Row, Table
from itinerary.model.origins import Origin
from itinerary.problems import Problem

DOUBT: Any = object()
"""In place of a value: only the row itself can say."""
_BREAKS = ("\n", "\r", "\0=", "\0@")
"""What `Row.line_of` has something to say about; cells are joined by `\\0`."""

Texts = str | tuple[str, ...]
"""Of one column, or of several that are read together."""
Value = TypeVar("Value")


class Known(dict[Texts, Value], Generic[Value]):
    """What the texts of some columns come to, each read when first met, as in a row of its own.

    Those in doubt, of which there is something to report, are asked for again.
    """

    def __init__(self, table: Table, columns: Sequence[str], read: Callable[[Row], Value]) -> None:
        super().__init__()
        self._table = table
        self._read = read
        self._by_code: list[Value] = []
        self.places = tuple(table.places[c] for c in columns if c in table.places)
        self.doubts = 0

    def __missing__(self, texts: Texts) -> Value:
        problems: list[Problem] = []
        row = Row(self._table, 0, [], problems)
        for place, text in zip(
            self.places, [texts] if isinstance(texts, str) else texts, strict=True
        ):
            row.cells[place] = text.strip()
        found = self._read(row)
        if found is DOUBT or problems:
            self.doubts += 1
            return cast(Value, DOUBT)
        self[texts] = found
        return found

    def each(self, texts: Sequence[Texts]) -> list[Value]:
        """What each comes to."""
        first = texts[0]
        if first == texts[-1] and texts.count(first) == len(texts):
            return [self[first]] * len(texts)
        return [*map(self.__getitem__, texts)]

    def coded(self, column: Coded, count: int) -> list[Value]:
        """What the texts of a column come to, of which each is looked up once."""
        known, codes = self._by_code, column.codes
        known.extend(map(self.__getitem__, column.texts[len(known) :]))
        return [known[codes[0]]] * count if len(codes) == 1 else [*map(known.__getitem__, codes)]


class Made(NamedTuple):
    """What a batch comes to, where its rows are not in doubt."""

    ids: list[str]
    names: list[str]
    """What people call them."""
    fields: Sequence[Iterable[Any]]
    """A column for each field of the records, the origin left out."""


class Batch:
    """Some rows of a table as columns, and the places of those that are `doubtful`."""

    __slots__ = ("_cells", "doubtful", "lines", "table")

    def __init__(self, table: Table, cells: Cells) -> None:
        self.table = table
        self.lines = cells.lines
        self.doubtful: set[int] = set()
        self._cells = cells
        width = len(table.grid.header)
        if cells.rows and not is_plain(cells.rows, width):
            self.doubtful = {
                place
                for place, row in enumerate(cells.rows)
                if len(row) > width or max(map(len, row)) > LONGEST_CELL
            }

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def origins(self) -> Iterator[Origin]:
        return records_of(Origin, repeat(self.table.columns, len(self)), self.lines)

    def record(self, place: int) -> Record:
        """One row as it stands in the file."""
        rows, width = self._cells.rows, len(self.table.grid.header)
        cells = rows[place] if rows else [self._texts(column)[place] for column in range(width)]
        return self.lines[place], cells

    def texts(self, column: str) -> Sequence[str]:
        """The cells as they stand in the file."""
        place = self.table.places.get(column)
        return ("",) * len(self) if place is None else self._texts(place)

    def _texts(self, place: int) -> Sequence[str]:
        cells = self._cells.columns[place]
        return cells.each(len(self)) if isinstance(cells, Coded) else cells

    def values(self, known: Known[Value], in_doubt: Any = None) -> list[Value]:
        """What the cells of each row come to.

        A row with a doubt is doubtful, whatever stands in for it.
        """
        found = self._found(known)
        if known.doubts and any(value is DOUBT for value in found):
            self.doubtful |= {place for place, value in enumerate(found) if value is DOUBT}
            return [in_doubt if value is DOUBT else value for value in found]
        return found

    def _found(self, known: Known[Value]) -> list[Value]:
        places = known.places
        if not places:
            return [known[()]] * len(self)
        if len(places) > 1:
            return known.each([*zip(*map(self._texts, places), strict=True)])
        cells = self._cells.columns[places[0]]
        return known.coded(cells, len(self)) if isinstance(cells, Coded) else known.each(cells)

    def lines_of(self, column: str) -> list[str]:
        """As `Row.line_of`, for texts that hardly repeat."""
        texts = [*map(str.strip, self.texts(column))]
        joined = "\0".join(("", *texts))
        if any(sign in joined for sign in _BREAKS):
            self.doubtful |= {
                p for p, text in enumerate(texts) if any(sign in f"\0{text}" for sign in _BREAKS)
            }
        return texts


def records_of(kind: type[Value], *columns: Iterable[object]) -> Iterator[Value]:
    """A named tuple of each row, as by `_make`: a million calls are spared."""
    make = partial(tuple.__new__, cast(type[tuple[object, ...]], kind))
    return cast(Iterator[Value], map(make, zip(*columns, strict=True)))


def merged(
    identities: Sequence[str | None], rows: Mapping[int, Row],
    records: Iterable[Value], read: Callable[[Row, str], Value],
) -> Iterator[tuple[str, Value]]:  # fmt: skip
    """The records of a batch by id, in order, with those in doubt read row by row."""
    for place, (identity, record) in enumerate(zip(identities, records, strict=True)):
        if identity is not None:
            yield identity, read(rows[place], identity) if place in rows else record


def batches(table: Table) -> Iterator[Batch]:
    """All rows of a table."""
    for cells in cells_of(table.grid.rows, len(table.grid.header)):
        yield Batch(table, cells)
