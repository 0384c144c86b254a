"""From the text of a table to its rows: delimiters, quotes and lines as spreadsheets write them."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, compress, islice, repeat
from typing import Any, NamedTuple

from itinerary.problems import Problem, Source, error, say

MOST_BYTES = 512 * 1024 * 1024
DELIMITERS = ",;\t"
ROWS_AT_ONCE = 256
"""As many as stay in the processor's cache as cells."""
_BLOCK = 65536
"""Characters cut into lines at a time: as many as stay there."""
_SEPARATOR = r'"?sep=([,;\t|])"?[,;\t|]*(?:\r\n|\r|\n)'
"""The line in which Excel is told the delimiter."""
_QUOTED = r'(?:(?<=[,;\t\r\n])|\A)"[^"]*"'
_LONGEST_HEADER = 65536

Record = tuple[int, list[str]]
"""The cells of a row and the number of its first line."""


class Piece(NamedTuple):
    """Some rows that follow each other, none of them blank."""

    lines: Sequence[int]
    """The first line of each."""
    rows: Sequence[list[str]]
    broken: int = 0
    """The line below them whose quote is never closed: there the table ends."""


class Records:
    """The rows of a text that are not blank, but for some `above`; a loop reads them anew."""

    def __init__(
        self, file: str, text: str, problems: list[Problem], above: int = 0, delimiter: str = ""
    ) -> None:
        self._file = file
        self._text = text
        self._problems = problems
        self._above = above
        self._delimiter = delimiter
        self.ahead: Iterator[Any] | None = None
        """The same, being read by another process for who asks next."""

    def __len__(self) -> int:
        """Characters, which tells without reading whether a table is large."""
        return len(self._text)

    def __iter__(self) -> Iterator[Record]:
        for piece in self.pieces():
            yield from zip(piece.lines, piece.rows, strict=True)
            self.note(piece.broken)

    def pieces(self) -> Iterator[Piece]:
        """The rows some at a time; a broken quote is for who takes them to `note`."""
        above = self._above
        for piece in _pieces(self._text, self._delimiter):
            lines, rows, broken = piece
            yield Piece(lines[above:], rows[above:], broken) if above else piece
            above = max(0, above - len(rows))

    def note(self, broken: int) -> None:
        """Reports, once, the line of a quote that is never closed."""
        at = Source(self._file, broken)
        problem = error("file", say("file.quote"), at, hint=say("file.quote.hint"))
        if broken and problem not in self._problems:
            self._problems.append(problem)


def _pieces(text: str, wanted: str) -> Iterator[Piece]:
    csv.field_size_limit(MOST_BYTES)
    said = re.match(_SEPARATOR, text)
    above, delimiter = (1, said[1]) if said else (0, wanted or _delimiter(text))
    lines = _lines(text, said.end() if said else 0)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = above + 1
    for most in chain((1, 1), repeat(ROWS_AT_ONCE)):
        rows: list[list[str]] = []
        try:
            rows.extend(islice(reader, most))
        except csv.Error:  # the rows above the broken one have been added
            starts = _starts(rows, line, above + reader.line_num + 1)
            yield _without_blanks(starts, rows, starts[len(rows)])
            break
        if not rows:
            break
        starts = _starts(rows, line, above + reader.line_num + 1)
        yield _without_blanks(starts, rows)
        line = starts[len(rows)]


def _starts(rows: Sequence[list[str]], line: int, after: int) -> Sequence[int]:
    """The lines on which the rows from `line` on start, and that of what follows them."""
    if after - line == len(rows):
        return range(line, after + 1)
    heights = (len(".".join([*cells, "."]).splitlines()) for cells in rows)
    return [*accumulate(heights, initial=line)]


def _without_blanks(starts: Sequence[int], rows: Sequence[list[str]], broken: int = 0) -> Piece:
    """The rows that are not blank; most rows have something in front."""
    lines = starts[: len(rows)]
    if all(rows) and all(map(str.strip, [cells[0] for cells in rows])):
        return Piece(lines, rows, broken)
    filled = [any(map(str.strip, cells)) for cells in rows]
    return Piece([*compress(lines, filled)], [*compress(rows, filled)], broken)


def _lines(text: str, start: int) -> Iterator[str]:
    """The lines with their ends. `splitlines` knows more ends than CSV does: all of them odd."""

    def blocks() -> Iterator[list[str]]:
        at = start
        while at < len(text):
            end = text.find("\n", at + _BLOCK) + 1 or len(text)
            yield text[at:end].splitlines(keepends=True)
            at = end

    return chain.from_iterable(blocks())


def _delimiter(text: str) -> str:
    """The one of `, ; tab` the header has most of; its quoted cells may have several lines."""
    start = text[:_LONGEST_HEADER].lstrip("\r\n")
    header = start.split("\n", 1)[0].split("\r", 1)[0]
    if '"' in header:
        header = re.split(r"[\r\n]", re.sub(_QUOTED, "", start).lstrip("\r\n"), maxsplit=1)[0]
    return max(DELIMITERS, key=header.count)
