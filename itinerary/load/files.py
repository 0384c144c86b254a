"""From bytes to rows: encodings, delimiters and quotes as spreadsheets write them."""

import csv
import os
import re
import stat
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from errno import EINVAL
from itertools import accumulate, chain, islice, repeat
from pathlib import Path
from typing import NamedTuple, NoReturn

from itinerary.problems import Problem, Source, error, say, warning

MOST_COLUMNS = 1000
MOST_BYTES = 512 * 1024 * 1024
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_SEPARATOR = r'"?sep=([,;\t|])"?[,;\t|]*(?:\r\n|\r|\n)'
"""The line in which Excel is told the delimiter."""
_PLAIN = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])
"""What needs no second look; the rest of a file is short."""
_BLOCK = 65536
"""Characters cut into lines at a time: as many as stay in the processor's cache."""
ROWS_AT_ONCE = 256
"""As many as stay there as cells."""
_QUOTED = r'(?:(?<=[,;\t\r\n])|\A)"[^"]*"'
_LONGEST_HEADER = 65536
_KINDS = {
    b"PK\x03\x04": "file.workbook",
    b"\xd0\xcf\x11\xe0": "file.workbook",
    b"%PDF": "file.binary",
}


Record = tuple[int, list[str]]
"""The cells of a row and the number of its first line."""


class Grid(NamedTuple):
    """A table as text: the header row and the rows below it."""

    file: str
    header: list[str]
    rows: Iterable[Record]
    """Read from the text anew by each loop: a table of a million rows is never held as cells."""
    header_row: int = 1


class UnusableError(Exception):
    """A file that yields no table at all; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_bytes(path: Path) -> bytes:
    """The content, or `UnusableError` saying why the system refuses it."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode) and not stat.S_ISDIR(state.st_mode):
            raise OSError(EINVAL, os.strerror(EINVAL))
        if state.st_size > MOST_BYTES:
            raise UnusableError(error("file", say("file.large", file=path.name), Source(path.name)))
        return path.read_bytes()
    except OSError as fault:
        reason = say("file.refused", file=path.name, reason=fault.strerror or "?")
        raise UnusableError(
            error("file", reason, Source(path.name), hint=say("file.refused.hint"))
        ) from None


def read_grid(path: Path, problems: list[Problem]) -> Grid:
    """The table in a CSV file, whatever spreadsheet wrote it; `UnusableError` if there is none.

    A broken quote far down is reported when the rows are read.
    """
    name = path.name
    data = read_bytes(path)
    text = decode(name, data, problems)
    if _may_be_odd(data):
        text = _clean(name, text, problems)
    known = len(problems)
    first = list(islice(Records(name, text, problems), 2))
    if not first:
        hint = say("file.empty.hint")
        raise UnusableError(error("file", say("file.empty", file=name), Source(name), hint=hint))
    line, header = first[0]
    if len(header) > MOST_COLUMNS:
        message = say("file.wide", file=name, columns=len(header), most=MOST_COLUMNS)
        raise UnusableError(error("file", message, Source(name, line)))
    if len(first) == 1 and len(problems) == known:
        problems.append(warning("file", say("file.header_only", file=name), Source(name, line)))
    return Grid(name, header, Records(name, text, problems, above=1), line)


def decode(name: str, data: bytes, problems: list[Problem]) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, else Windows-1252, line by line if mixed."""
    for start, key in _KINDS.items():
        if data.startswith(start):
            _refuse(name, 0, key)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf16(name, data)
    if b"\x00" in data:
        _refuse(name, data[: data.index(b"\x00")].count(b"\n") + 1, "file.binary")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _not_utf8(name, data, problems)


def _utf16(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        _refuse(name, 0, "file.encoding")


def _refuse(name: str, row: int, key: str) -> NoReturn:
    hint = say(f"{key}.hint")
    raise UnusableError(error("file", say(key, file=name), Source(name, row), hint=hint)) from None


def _not_utf8(name: str, data: bytes, problems: list[Problem]) -> str:
    lines: list[str] = []
    old: list[int] = []
    accents_in_utf8 = False
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            lines.append(line.decode("utf-8"))
            accents_in_utf8 = accents_in_utf8 or not line.isascii()
        except UnicodeDecodeError:
            lines.append(_windows(name, number, line))
            old.append(number)
    if accents_in_utf8:
        at = Source(name, old[0])
        message = say("file.mixed", file=name)
        problems.append(warning("file", message, at, hint=say("file.mixed.hint")))
    return "\n".join(lines)


def _windows(name: str, number: int, line: bytes) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        _refuse(name, number, "file.encoding")


def _may_be_odd(data: bytes) -> bool:
    """Whether the bytes may stand for control or direction characters."""
    try:
        rest = data.translate(None, _PLAIN).decode()
    except UnicodeDecodeError:
        return True
    return _ODD.search(rest, data.startswith(BOM_UTF8)) is not None


def _clean(name: str, text: str, problems: list[Problem]) -> str:
    """Without control and direction characters, which could forge a line on a terminal."""
    first = _ODD.search(text)
    if first is None:
        return text
    line = text.count("\n", 0, first.start()) + 1
    character = f"U+{ord(first[0]):04X}"
    message = say("value.control", character=character)
    problems.append(warning("value", message, Source(name, line), hint=say("value.control.hint")))
    return without_controls(text)


def without_controls(text: str) -> str:
    return _ODD.sub("", text)


class Records:
    """The rows of a text that are not blank, but for some `above`; a loop reads them anew."""

    def __init__(self, file: str, text: str, problems: list[Problem], above: int = 0) -> None:
        self._file = file
        self._text = text
        self._problems = problems
        self._above = above

    def __iter__(self) -> Iterator[Record]:
        return islice(chain.from_iterable(self._filled()), self._above, None)

    def _filled(self) -> Iterator[Iterable[Record]]:
        """Every record that is not blank, some at a time; stops, saying so, at a broken quote."""
        csv.field_size_limit(MOST_BYTES)
        said = re.match(_SEPARATOR, self._text)
        above, delimiter = (1, said[1]) if said else (0, _delimiter(self._text))
        lines = _lines(self._text, said.end() if said else 0)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        line, is_whole = above + 1, True
        for most in chain((1, 1), repeat(ROWS_AT_ONCE)):
            rows: list[list[str]] = []
            try:
                rows.extend(islice(reader, most))
            except csv.Error:  # the rows above the broken one have been added
                is_whole = False
            starts = _starts(rows, line, above + reader.line_num + 1)
            yield _numbered(starts, rows)
            line = starts[len(rows)]
            if not rows or not is_whole:
                break
        if not is_whole:
            self._report_quote(line)

    def _report_quote(self, line: int) -> None:
        at = Source(self._file, line)
        problem = error("file", say("file.quote"), at, hint=say("file.quote.hint"))
        if problem not in self._problems:
            self._problems.append(problem)


def _starts(rows: Sequence[list[str]], line: int, after: int) -> Sequence[int]:
    """The lines on which the rows from `line` on start, and that of what follows them."""
    if after - line == len(rows):
        return range(line, after + 1)
    heights = (len(".".join([*cells, "."]).splitlines()) for cells in rows)
    return [*accumulate(heights, initial=line)]


def _numbered(starts: Sequence[int], rows: Sequence[list[str]]) -> Iterable[Record]:
    """The rows that are not blank, with their lines; most rows have something in front."""
    records = zip(starts, rows, strict=False)
    if all(rows) and all(map(str.strip, [cells[0] for cells in rows])):
        return records
    return (record for record in records if any(map(str.strip, record[1])))


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
    return max(",;\t", key=header.count)
