"""What a workbook's file says that the reader of its cells leaves out, and what makes it too much.

An `.xlsx` file is a ZIP archive of XML (ECMA-376): which cells are struck through, which formulas
have no value or a wrong one. Before its cells are read, all of it is measured: an archive that
unpacks to more than `MOST_BYTES`, or a sheet of more than `MOST_CELLS`, is refused.
"""

import re
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo

from itinerary.load.book.marks import (
    MOST_CELLS,
    Marks,
    Place,
    TooMuchError,
    column_number,
)
from itinerary.load.book.parts import UNREADABLE, read_part, sheet_parts, struck_styles
from itinerary.model.origins import ROWS_OF_A_SHEET

MOST_BYTES = 128 * 1024 * 1024
MOST_FILES = 2000
_DEFLATE = 1032
"""No more bytes come of one: the bound of the format (RFC 1951)."""
_PICTURES = re.compile(r"(?:^|/)(?:media|Pictures|Thumbnails)/")
"""Which are not read."""
_ODD = re.compile(rb'<c(?! r="[A-Za-z]{1,2}[1-4]?[0-9]{1,3}"[ />])')
"""A cell that is below row 4,999 or right of column ZZ, or begins as no spreadsheet begins one;
fewer than those are never too much."""
_BODY = b"sheetData"
_DIGITS = 12
_CHUNK = 1 << 20

_ANY_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]*)""")
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_CELL = rb"<(?:\w+:)?c\b([^>]*)"
_FORMULA = re.compile(
    _CELL + rb">\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_WRONG = re.compile(_CELL[:-1] + rb'\bt="e"[^>]*)>')


def measure(archive: ZipFile) -> None:
    """`TooMuchError` if it would unpack to more than it may, whatever it says of itself."""
    entries = [entry for entry in archive.infolist() if not _PICTURES.search(entry.filename)]
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise TooMuchError("file.book.bytes")
    if sum(entry.compress_size for entry in entries) * _DEFLATE <= MOST_BYTES:
        return
    left = MOST_BYTES
    for entry in entries:
        for length in _lengths(archive, entry):
            left -= length
            if left < 0:
                raise TooMuchError("file.book.bytes")


def _lengths(archive: ZipFile, entry: ZipInfo) -> Iterator[int]:
    """Those of its bytes as they are unpacked, a piece at a time."""
    try:
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                yield len(chunk)
    except UNREADABLE:
        raise BadZipFile(entry.filename) from None


def marks_of(archive: ZipFile) -> dict[str, Marks]:
    """The marks of each sheet that can be unpacked; `TooMuchError` if one is too large."""
    struck = struck_styles(archive)
    parts = ((part.name, read_part(archive, part.path)) for part in sheet_parts(archive))
    return {name: _marks(data, struck) for name, data in parts if data and _BODY in data}


def _marks(data: bytes, struck: frozenset[bytes]) -> Marks:
    _measure_sheet(data)
    return Marks(
        struck=frozenset(_struck(data, struck)),
        unvalued=frozenset(_matching(_FORMULA, data)) if b"f>" in data or b"f/>" in data
        else frozenset(),
        wrong=frozenset(_matching(_WRONG, data)) if b't="e"' in data else frozenset(),
    )  # fmt: skip


def _measure_sheet(data: bytes) -> None:
    """The reader makes room for a rectangle: one cell far out is as much as all of them."""
    body = data.find(_BODY), data.rfind(_BODY)
    has_prefix = data.find(b":c", *body) >= 0
    if not has_prefix and not _ODD.search(data, *body):
        return
    # every spreadsheet begins a cell so; the reader takes other ways
    is_told = not has_prefix and data.count(b"<c", *body) == data.count(b'<c r="', *body)
    rows, columns = 0, 0
    for letters, row in _ANY_REFERENCE.findall(data):
        rows = max(rows, int(row[:_DIGITS] or 0))
        columns = max(columns, column_number(letters[:_DIGITS].upper()) + 1)
    if not is_told:  # cells that do not say where they are follow each other
        lines = re.split(rb"<(?:\w+:)?row\b", data)
        rows += len(lines)
        columns += max(line.count(b"<c") + line.count(b":c") for line in lines)
    if rows > ROWS_OF_A_SHEET or rows * columns > MOST_CELLS:
        raise TooMuchError("file.book.cells")


def _struck(data: bytes, styles: frozenset[bytes]) -> Iterator[Place]:
    if styles:
        wanted = rb"|".join(sorted(styles))
        yield from _matching(re.compile(_CELL[:-1] + rb'\bs="(?:' + wanted + rb')"[^>]*)>'), data)


def _matching(pattern: re.Pattern[bytes], data: bytes) -> Iterator[Place]:
    for found in pattern.finditer(data):
        if at := _REFERENCE.search(found[1]):
            yield int(at[2]) - 1, column_number(at[1])
