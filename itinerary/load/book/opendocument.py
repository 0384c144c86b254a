"""What the file of an OpenDocument spreadsheet says besides its values (OASIS ODF 1.3, part 3)."""

from collections.abc import Iterator
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from itinerary.load.book.marks import MOST_CELLS, Marks, Place, TooMuchError
from itinerary.load.book.parts import UNREADABLE
from itinerary.load.packing import LONGEST_CELL

_CONTENT = "content.xml"
_SPACES = "s"
"""An element that stands for as many spaces as it says."""
_DIGITS = 18
_ROW, _CELLS = "table-row", ("table-cell", "covered-table-cell")


def is_opendocument(archive: ZipFile) -> bool:
    """Whether it is no `.xlsx`."""
    return _CONTENT in archive.namelist()


def opendocument_marks(archive: ZipFile) -> dict[str, Marks]:
    """The marks of each sheet by its name; `TooMuchError` if one is too large to be read."""
    try:
        with archive.open(_CONTENT) as stream:
            return _read(stream)
    except (ParseError, DefusedXmlException, *UNREADABLE):
        raise BadZipFile(_CONTENT) from None


def _read(stream: IO[bytes]) -> dict[str, Marks]:
    found: dict[str, Marks] = {}
    struck: set[str] = set()
    sheet = _SheetReader(struck)
    for event, element in iterparse(stream, events=("start", "end")):
        name = _name(element.tag)
        if event == "start":
            if name == "table":
                sheet = _SheetReader(struck)
        elif name == "style" and _strikes(element):
            struck.add(_attribute(element, "name"))
        elif name == _ROW:
            sheet.read(element)
            element.clear()
        elif name == "table":
            found[_attribute(element, "name")] = sheet.marks()
    return found


class _SheetReader:
    """Gathers the marks of one sheet, row by row."""

    def __init__(self, struck: set[str]) -> None:
        self._styles = struck
        self._row = 0
        self._filled = (0, 0)
        """Rows and columns up to the last cell that has a value."""
        self._struck: set[Place] = set()
        self._merged: list[tuple[Place, Place]] = []
        self._unvalued: set[Place] = set()

    def read(self, row: Element) -> None:
        """A row, which may stand for many that are alike."""
        repeated = _count(row, "number-rows-repeated")
        column = 0
        for cell in row:
            if _name(cell.tag) in _CELLS:
                width = _count(cell, "number-columns-repeated")
                self._note(cell, column)
                column += width
                if len(cell) or _attribute(cell, "value-type"):
                    self._measure(cell, self._row + repeated, column)
        self._row += repeated

    def _measure(self, cell: Element, rows: int, columns: int) -> None:
        self._filled = (rows, max(self._filled[1], columns))
        spaces = sum(_count(part, "c") for part in cell.iter() if _name(part.tag) == _SPACES)
        if rows * self._filled[1] > MOST_CELLS or spaces > LONGEST_CELL:
            raise TooMuchError("file.book.cells")

    def _note(self, cell: Element, column: int) -> None:
        at = (self._row, column)
        if len(cell) and _attribute(cell, "style-name") in self._styles:
            self._struck.add(at)
        if _attribute(cell, "formula") and not len(cell):
            self._unvalued.add(at)
        below, beside = (_count(cell, f"number-{way}-spanned") for way in ("rows", "columns"))
        if below > 1 or beside > 1:
            self._merged.append((at, (self._row + below - 1, column + beside - 1)))

    def marks(self) -> Marks:
        """All of them."""
        return Marks(
            struck=frozenset(self._struck),
            unvalued=frozenset(self._unvalued),
            merged=tuple(self._merged),
        )


def _strikes(style: Element) -> bool:
    return any(
        _attribute(part, "text-line-through-style") not in ("", "none")
        for part in style
        if _name(part.tag) == "text-properties"
    )


def _attributes(element: Element, name: str) -> Iterator[Any]:
    return (value for key, value in element.items() if _name(key) == name)


def _attribute(element: Element, name: str) -> str:
    return str(next(_attributes(element, name), ""))


def _count(element: Element, name: str) -> int:
    text = _attribute(element, name).removeprefix("+")
    return int(text[:_DIGITS]) if text.isascii() and text.isdecimal() else 1


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]
