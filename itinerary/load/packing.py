"""Rows as columns, in which a text that has been met before is a number.

A large table can be read so by a process that is ahead of the one that makes records of it: what
repeats crosses from one to the other once.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from itinerary.beside import ahead
from itinerary.load.records import ROWS_AT_ONCE, Piece, Record, Records

LONGEST_CELL = 32767
"""Characters; what a spreadsheet cell holds at most."""
LARGE = 4 * 1024 * 1024
"""Characters from which on a second process is worth its start."""
FAIR_TRIAL = 50_000
"""Rows after which it shows whether a column repeats: hardly, where nine in ten are different."""
_CODE = "I"


class Coded(NamedTuple):
    """A column whose texts repeat."""

    texts: list[str]
    """All that have been met so far, the same list for all rows of a table."""
    codes: Sequence[int]
    """Which of them stands in each row; a single one stands in all."""

    def each(self, count: int) -> list[str]:
        """What stands in each of so many rows."""
        texts, codes = self
        return [texts[codes[0]]] * count if len(codes) == 1 else [*map(texts.__getitem__, codes)]


class Cells(NamedTuple):
    """Some rows of a table by column, each with a cell for every header."""

    lines: Sequence[int]
    columns: Sequence[Sequence[str] | Coded]
    rows: Sequence[list[str]] = ()
    """As they stand in the file, where that may not be what the columns say."""


class _Codes(dict[str, int]):
    """A number for each text of a column, until they hardly repeat."""

    def __init__(self) -> None:
        super().__init__()
        self._fresh: list[str] = []
        self._count = 0
        self._is_worth_it = True

    def __missing__(self, text: str) -> int:
        self._fresh.append(text)
        code = self[text] = len(self)
        return code

    def packed(self, texts: Sequence[str]) -> "_Packed":
        """The texts as numbers; as they are where most of them are new."""
        if not self._is_worth_it:
            return [], texts
        first, self._fresh = texts[0], []
        is_same = first == texts[-1] and texts.count(first) == len(texts)
        codes = array(_CODE, map(self.__getitem__, texts[:1] if is_same else texts))
        self._count += len(texts)
        self._is_worth_it = self._count < FAIR_TRIAL or 10 * len(self) < 9 * self._count
        return self._fresh, codes.tobytes()


_Packed = tuple[list[str], bytes | Sequence[str]]
"""Texts not met before, and the codes of all; or else no text, and all as they are."""
_Sent = tuple[list[int], list[_Packed], list[list[str]], int]
"""Lines, or the first and the one after the last; columns, or the rows themselves where one is
not as wide as the header or has an endless cell; the line where the table breaks off."""


def cells_of(rows: Iterable[Record], width: int) -> Iterator[Cells]:
    """All rows of a table whose header has so many cells, some at a time."""
    if not isinstance(rows, Records):
        records = iter(rows)
        while some := [*islice(records, ROWS_AT_ONCE)]:
            lines, cells = zip(*some, strict=True)
            yield in_columns(lines, cells, width)
    elif rows.ahead:
        yield from _read_ahead(rows, width)
    else:
        for piece in rows.pieces():
            if piece.rows:
                yield in_columns(piece.lines, piece.rows, width)
            rows.note(piece.broken)


def in_columns(lines: Sequence[int], rows: Sequence[list[str]], width: int) -> Cells:
    """Rows of any length by column; what stands beyond the header is in the rows alone."""
    whole = rows
    if set(map(len, rows)) != {width}:
        whole = [(cells + [""] * width)[:width] for cells in rows]
    return Cells(lines, [*zip(*whole, strict=True)], rows)


def begin(rows: Iterable[Record], width: int) -> None:
    """Has another process read a table that will be asked for later, if it is large."""
    if isinstance(rows, Records) and len(rows) >= LARGE:
        rows.ahead = ahead(partial(_packed, rows.pieces, width))


def _read_ahead(records: Records, width: int) -> Iterator[Cells]:
    begun, records.ahead = records.ahead or iter(()), None
    known: list[list[str]] = [[] for _ in range(width)]
    for lines, packed, rows, broken in begun:
        if rows:
            yield in_columns(lines, rows, width)
        elif packed:
            yield Cells(range(*lines), [*map(_column, known, packed)])
        records.note(broken)


def _packed(pieces: Callable[[], Iterator[Piece]], width: int) -> Iterator[_Sent]:
    codes = [_Codes() for _ in range(width)]
    for lines, rows, broken in pieces():
        if isinstance(lines, range) and is_plain(rows, width):
            cells = zip(*rows, strict=True)
            packed = [known.packed(texts) for known, texts in zip(codes, cells, strict=True)]
            yield [lines.start, lines.stop], packed, [], broken
        else:
            yield [*lines], [], [*rows], broken


def is_plain(rows: Sequence[list[str]], width: int) -> bool:
    """Whether each row is as wide as the header, and no cell is longer than cells can be."""
    if set(map(len, rows)) != {width}:
        return False
    return max(map(len, map("".join, rows))) <= LONGEST_CELL


def _column(texts: list[str], packed: _Packed) -> Sequence[str] | Coded:
    fresh, codes = packed
    if not isinstance(codes, bytes):
        return codes
    texts += fresh
    return Coded(texts, array(_CODE, codes))
