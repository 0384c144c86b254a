"""Rows a column at a time: what a text has come to without a doubt, it comes to again.

The cells of a large table repeat. Each different text is read once, by the methods of `Row`, and
looked up afterwards. A row in which anything is doubtful is left to be read on its own, so that
every problem is born in one place.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, repeat
from typing import Any, Generic, NamedTuple, TypeVar, cast

from itinerary.load.files import ROWS_AT_ONCE, Record
from itinerary.load.rows import LONGEST_CELL, Row, Table
from itinerary.model import Origin
from itinerary.problems import Problem

DOUBT: Any = object()
"""In place of a value: only the row itself can say."""
_BREAKS = ("\n", "\r", "\0=", "\0@")
"""What `Row.line_of` has something to say about; cells are joined by `\\0`."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Known(dict[Key, Value], Generic[Key, Value]):
    """What is known of texts, each read when first met; those in doubt are asked for again."""

    def __init__(self, read: Callable[[Key], Value]) -> None:
        super().__init__()
        self._read = read
        self.doubts = 0

    def __missing__(self, text: Key) -> Value:
        found = self._read(text)
        if found is DOUBT:
            self.doubts += 1
        else:
            self[text] = found
        return found


class Joint(Known[tuple[str, ...], Value]):
    """What is known of the cells of some columns and one thing more that they depend on."""

    def __init__(
        self, table: Table, columns: Sequence[str], read: Callable[[Row, str], Value]
    ) -> None:
        def value(texts: tuple[str, ...]) -> Value:
            cells = dict(zip(columns, texts, strict=False))
            return _read_apart(table, cells, lambda row: read(row, texts[-1]))

        super().__init__(value)
        self.columns = columns


class Made(NamedTuple, Generic[Value]):
    """What a batch comes to: records that stand where its rows are not in doubt."""

    ids: list[str]
    names: list[str]
    """What people call them."""
    origins: list[Origin]
    records: Iterable[Value]


class Batch:
    """Some rows of a table as columns, and the places of those that are `doubtful`."""

    __slots__ = ("_cells", "doubtful", "lines", "records", "table")

    def __init__(self, table: Table, records: Sequence[Record]) -> None:
        width = len(table.grid.header)
        self.table = table
        self.records = records
        self.lines: tuple[int, ...]
        rows: Sequence[list[str]]
        self.lines, rows = zip(*records, strict=True)
        self.doubtful: set[int] = set()
        if set(map(len, rows)) != {width}:
            self.doubtful = {place for place, cells in enumerate(rows) if len(cells) > width}
            rows = [(cells + [""] * width)[:width] for cells in rows]
        self._cells: tuple[tuple[str, ...], ...] = tuple(zip(*rows, strict=True))
        for texts in self._cells:
            if len("".join(texts)) > LONGEST_CELL and max(map(len, texts)) > LONGEST_CELL:
                self.doubtful |= {p for p, text in enumerate(texts) if len(text) > LONGEST_CELL}

    def __len__(self) -> int:
        return len(self.records)

    @property
    def origins(self) -> list[Origin]:
        return [*records_of(Origin, repeat(self.table.columns, len(self)), self.lines)]

    def texts(self, column: str) -> Sequence[str]:
        """The cells as they stand in the file."""
        place = self.table.places.get(column)
        return ("",) * len(self) if place is None else self._cells[place]

    def values(
        self, known: Known[Key, Value], texts: Sequence[Key], in_doubt: Any = None
    ) -> list[Value]:
        """What each text comes to; a row with a doubt is doubtful, whatever stands in for it."""
        before = known.doubts
        first = texts[0]
        if first == texts[-1] and texts.count(first) == len(texts):
            found = [known[first]] * len(texts)
        else:
            found = [*map(known.__getitem__, texts)]
        if known.doubts > before:
            self.doubtful |= {place for place, value in enumerate(found) if value is DOUBT}
            found = [in_doubt if value is DOUBT else value for value in found]
        return found

    def joint_values(
        self, known: "Joint[Value]", others: Sequence[str], in_doubt: Any = None
    ) -> list[Value]:
        """As `values`, of the cells of several columns and one thing more for each row."""
        texts = (self.texts(column) for column in known.columns)
        return self.values(known, [*zip(*texts, others, strict=True)], in_doubt)

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


def batches(table: Table) -> Iterator[Batch]:
    """All rows of a table."""
    records = iter(table.grid.rows)
    while some := [*islice(records, ROWS_AT_ONCE)]:
        yield Batch(table, some)


def alone(table: Table, column: str, read: Callable[[Row], Value]) -> Known[str, Value]:
    """What is known of a column whose cells mean the same in any row."""
    return Known(lambda text: _read_apart(table, {column: text}, read))


def _read_apart(table: Table, texts: Mapping[str, str], read: Callable[[Row], Value]) -> Value:
    """Reads cells as if they stood in a row of their own; `DOUBT` if anything is to be reported."""
    problems: list[Problem] = []
    row = Row(table, 0, [], problems)
    for column, text in texts.items():
        if column in table.places:
            row.cells[table.places[column]] = text.strip()
    found = read(row)
    return cast(Value, DOUBT) if problems else found
