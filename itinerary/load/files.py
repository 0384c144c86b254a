"""From bytes to rows: encodings, delimiters and quotes as spreadsheets write them."""

import os
import re
import stat
from codecs import BOM_UTF8
from collections.abc import Iterable
from errno import EINVAL
from itertools import islice
from pathlib import Path
from typing import NamedTuple, NoReturn

from itinerary.load.records import MOST_BYTES, Record, Records
from itinerary.model.origins import SheetColumns
from itinerary.problems import Problem, Source, error, say, warning

MOST_COLUMNS = 1000
ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_PLAIN = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])
"""What needs no second look; the rest of a file is short."""
_KINDS = {
    b"PK\x03\x04": "file.workbook",
    b"\xd0\xcf\x11\xe0": "file.workbook",
    b"%PDF": "file.binary",
}


class Grid(NamedTuple):
    """A table as text: the header row and the rows below it."""

    file: str
    header: list[str]
    rows: Iterable[Record]
    """Read from the text anew by each loop: a table of a million rows is never held as cells."""
    header_row: int = 1
    sheets: tuple[SheetColumns, ...] = ()
    """Of workbooks; `header` then has our own names."""

    @property
    def head(self) -> Source:
        """The row of the header."""
        if self.sheets:
            return self.sheets[0].cell(self.header_row, "")
        return Source(self.file, self.header_row)


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


def read_grid(path: Path, problems: list[Problem], delimiter: str = "") -> Grid:
    """The table in a CSV file, whatever spreadsheet wrote it; `UnusableError` if there is none.

    A broken quote far down is reported when the rows are read. Without a `delimiter` it is that of
    the first line.
    """
    name = path.name
    data = read_bytes(path)
    text = decode(name, data, problems)
    if _may_be_odd(data):
        text = _clean(name, text, problems)
    known = len(problems)
    first = list(islice(Records(name, text, problems, 0, delimiter), 2))
    if not first:
        hint = say("file.empty.hint")
        raise UnusableError(error("file", say("file.empty", file=name), Source(name), hint=hint))
    line, header = first[0]
    if len(header) > MOST_COLUMNS:
        message = say("file.wide", file=name, columns=len(header), most=MOST_COLUMNS)
        raise UnusableError(error("file", message, Source(name, line)))
    if len(first) == 1 and len(problems) == known:
        problems.append(warning("file", say("file.header_only", file=name), Source(name, line)))
    return Grid(name, header, Records(name, text, problems, 1, delimiter), line)


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
    return ODD.search(rest, data.startswith(BOM_UTF8)) is not None


def _clean(name: str, text: str, problems: list[Problem]) -> str:
    """Without control and direction characters, which could forge a line on a terminal."""
    first = ODD.search(text)
    if first is None:
        return text
    line = text.count("\n", 0, first.start()) + 1
    character = f"U+{ord(first[0]):04X}"
    message = say("value.control", character=character)
    problems.append(warning("value", message, Source(name, line), hint=say("value.control.hint")))
    return without_controls(text)


def without_controls(text: str) -> str:
    return ODD.sub("", text)
