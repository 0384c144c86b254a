"""Workbooks that nobody should have to read, made from a good one."""

import struct
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from xlsxwriter import Workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
_MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_ODF = b"urn:oasis:names:tc:opendocument:xmlns:%s:1.0"
HEADER = ("title", "date", "start", "end")
ROW = ("Opening", "2017-11-06", "9:00", "10:00")
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)
"""The billion laughs: `&j;` is ten thousand million letters."""


def workbook(
    *rows: tuple[object, ...], name: str = "events", style: str = "General", **options: object
) -> bytes:
    """A good one; with other rows than the usual one, those. The style is that of the numbers."""
    made = BytesIO()
    with Workbook(made, {"in_memory": True, **options}) as book:
        book.set_properties({"created": datetime(2017, 11, 1, tzinfo=UTC)})
        sheet = book.add_worksheet(name)
        shown = book.add_format({"num_format": style})
        for number, row in enumerate(rows or (HEADER, ROW)):
            sheet.write_row(number, 0, row, shown)
    return undated(made.getvalue())


def undated(data: bytes, method: int = ZIP_DEFLATED) -> bytes:
    """The same parts without the time at which they were written."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as dated, ZipFile(made, "w") as archive:
        for name in dated.namelist():
            archive.writestr(ZipInfo(name), dated.read(name), method)
    return made.getvalue()


def altered(part: str, change: Callable[[bytes], bytes | None], data: bytes = b"") -> bytes:
    """With a part that is another, or none."""
    made = BytesIO()
    with ZipFile(BytesIO(data or workbook())) as good, ZipFile(made, "w", ZIP_DEFLATED) as bad:
        for name in good.namelist():
            content = good.read(name)
            found = change(content) if name == part else content
            if found is not None:
                bad.writestr(name, found)
    return made.getvalue()


def sheet_of(body: bytes) -> bytes:
    """A workbook of one sheet, written out."""
    sheet = b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (_MAIN, body)
    return altered(SHEET, lambda _: sheet)


def cell_at(reference: bytes) -> bytes:
    """One cell, with all of its attribute: `r="A1"`."""
    return sheet_of(b'<row><c %s t="inlineStr"><is><t>x</t></is></c></row>' % reference)


def opendocument(rows: bytes, before: bytes = b"") -> bytes:
    """An `.ods` whose sheet `events` has a header, and these rows."""
    spaces = b" ".join(b'xmlns:%s="%s"' % (n, _ODF % n) for n in (b"office", b"table", b"text"))
    content = (
        b'<?xml version="1.0"?>%s<office:document-content %s><office:body><office:spreadsheet>'
        b'<table:table table:name="events">%s%s</table:table></office:spreadsheet></office:body>'
        b"</office:document-content>"
    ) % (before, spaces, opendocument_row(*HEADER), rows)
    return opendocument_of(content)


def opendocument_of(content: bytes, manifest: bytes = b"") -> bytes:
    """The archive around it."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", kind, ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            b'<manifest:manifest xmlns:manifest="%s">%s</manifest:manifest>'
            % (_ODF % b"manifest", manifest),
        )
    return undated(made.getvalue())


def opendocument_row(*texts: str, attributes: bytes = b"") -> bytes:
    """A row of texts."""
    cells = b"".join(
        b'<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>'
        % text.encode() for text in texts
    )  # fmt: skip
    return b"<table:table-row %s>%s</table:table-row>" % (attributes, cells)


def in_headers(data: bytes, offsets: tuple[int, int], change: Callable[[int], int]) -> bytes:
    """An archive in whose headers, central and local, a number of two bytes is another."""
    made = bytearray(data)
    for sign, offset in zip((b"PK\x01\x02", b"PK\x03\x04"), offsets, strict=True):
        at = made.find(sign)
        while at >= 0:
            place = slice(at + offset, at + offset + 2)
            made[place] = struct.pack("<H", change(struct.unpack("<H", made[place])[0]))
            at = made.find(sign, at + 4)
    return bytes(made)


def lying_bomb() -> bytes:
    """A sheet of 300 MB of spaces, whose headers say that it has a thousand bytes."""
    data = bytearray(altered(SHEET, lambda sheet: sheet + b" " * 300_000_000))
    for sign, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(sign)
        while at >= 0:
            place = slice(at + offset, at + offset + 4)
            if struct.unpack("<I", data[place])[0] > 100_000_000:
                data[place] = struct.pack("<I", 1000)
            at = data.find(sign, at + 4)
    return bytes(data)


def overlapping_bomb() -> bytes:
    """A thousand entries that are all the same bytes of the archive, 100 MB each."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = squeezer.compress(b" " * 100_000_000) + squeezer.flush()
    sizes = (0, 0, zlib.crc32(b""), len(body), 100_000_000)
    made = struct.pack("<4s3H2H3I2H", b"PK\x03\x04", 20, 0, 8, *sizes, 1, 0) + b"a" + body
    entry = struct.pack("<4s4H2H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, *sizes, 1, *[0] * 6) + b"a"
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1000, 1000, len(entry) * 1000, len(made), 0)
    return made + entry * 1000 + end


def encrypted() -> bytes:
    """What Excel writes with a password: a compound file with a stream `EncryptedPackage`."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(1024, b"\0") + (
        "EncryptedPackage".encode("utf-16-le").ljust(512, b"\0")
    )
