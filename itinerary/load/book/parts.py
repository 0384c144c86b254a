"""The small parts of an `.xlsx` archive: where its sheets are, which styles strike through."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from lzma import LZMAError
from posixpath import join, normpath
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

UNREADABLE = (
    KeyError, BadZipFile, struct.error, zlib.error, LZMAError, EOFError, OSError, ValueError,
    NotImplementedError,  # an unknown way of packing
    RuntimeError,  # a password
)  # fmt: skip
"""What reading a part of an archive may end in, other than in bytes."""
MOST_BYTES = 16 * 1024 * 1024
_WORKBOOK = "xl/workbook.xml"
_OFF = ("0", "false", "none")


class SheetPart(NamedTuple):
    """A sheet and its file in the archive."""

    name: str
    path: str


def sheet_parts(archive: ZipFile) -> list[SheetPart]:
    """The sheets of a workbook; none where the archive is no `.xlsx`."""
    relations = _read(archive, "xl/_rels/workbook.xml.rels")
    paths = {r.get("Id"): r.get("Target", "") for r in _named(relations, "Relationship")}
    found: list[SheetPart] = []
    for sheet in _named(_read(archive, _WORKBOOK), "sheet"):
        identity = next((value for name, value in sheet.items() if name.endswith("}id")), "")
        if target := paths.get(identity):
            path = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            found.append(SheetPart(sheet.get("name", ""), path))
    return found


def opened_archive(data: bytes) -> ZipFile:
    """The archive; `BadZipFile` whatever is wrong with its list of parts."""
    try:
        return ZipFile(BytesIO(data))
    except UNREADABLE:
        raise BadZipFile from None


def read_part(archive: ZipFile, path: str) -> bytes | None:
    """The bytes of a part, whose name is compared without case, as spreadsheets do."""
    wanted = path.casefold()
    name = next((n for n in archive.namelist() if n.casefold().replace("\\", "/") == wanted), "")
    try:
        return archive.read(name)
    except UNREADABLE:
        return None


def struck_styles(archive: ZipFile) -> frozenset[bytes]:
    """The numbers of the cell styles whose font is struck through (18.8.36 `strike`)."""
    styles = _read(archive, "xl/styles.xml", b"strike")
    fonts = [_is_struck(font) for group in _named(styles, "fonts") for font in group]
    if True not in fonts:
        return frozenset()
    cells = [style for group in _named(styles, "cellXfs") for style in group]
    return frozenset(
        str(number).encode()
        for number, style in enumerate(cells)
        if (font := style.get("fontId", "")).isdecimal()
        and int(font) < len(fonts)
        and fonts[int(font)]
    )


def _is_struck(font: Element) -> bool:
    return any(mark.get("val", "1") not in _OFF for mark in _named(font, "strike"))


def _named(element: Element | None, name: str) -> Iterator[Element]:
    """Everything of a name, whatever its namespace: there are two, strict and transitional."""
    if element is not None:
        yield from (found for found in element.iter() if found.tag.rpartition("}")[2] == name)


def _read(archive: ZipFile, path: str, only_with: bytes = b"") -> Element | None:
    """None where there is no such part, it is no XML, or lacks what it is read for."""
    data = read_part(archive, path)
    if data is None or len(data) > MOST_BYTES or only_with not in data:
        return None
    try:
        return fromstring(data)
    except (ParseError, DefusedXmlException, ValueError):
        return None
