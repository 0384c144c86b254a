"""The least of an `.xls` file: a compound file ([MS-CFB]) with a stream of BIFF8 ([MS-XLS])."""

import struct
from collections.abc import Sequence

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def old_workbook(name: str, rows: Sequence[Sequence[str]]) -> bytes:
    """One sheet with cells of text."""
    stream = _book(name, rows)
    length = max(8, -(-len(stream) // _SECTOR))
    table = [_TABLE, _END, *range(3, length + 2), _END]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16x5H6x8I2I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, _END, 0, _END, 0, 0,
    )  # fmt: skip
    header += struct.pack("<108I", *[_FREE] * 108)
    entries = [
        _entry("Root Entry", 5, 1, (_END, 0)), _entry("Workbook", 2, _FREE, (2, length * _SECTOR)),
        _entry("", 0, _FREE, (0, 0)), _entry("", 0, _FREE, (0, 0)),
    ]  # fmt: skip
    body = stream.ljust(length * _SECTOR, b"\0")
    return header + struct.pack(f"<{len(table)}I", *table) + b"".join(entries) + body


def _entry(name: str, kind: int, child: int, place: tuple[int, int]) -> bytes:
    text = name.encode("utf-16-le").ljust(64, b"\0")
    length = 2 * len(name) + 2 if name else 0
    return text + struct.pack("<H2B3I36x3I", length, kind, 1, _FREE, _FREE, child, *place, 0)


def _record(number: int, data: bytes) -> bytes:
    return struct.pack("<2H", number, len(data)) + data


def _book(name: str, rows: Sequence[Sequence[str]]) -> bytes:
    begin, end = _record(0x809, struct.pack("<4H8x", 0x600, 5, 0, 0)), _record(0x0A, b"")
    named = struct.pack("<2B", len(name), 0) + name.encode("latin-1")
    first = len(begin) + 4 + 6 + len(named) + len(end)
    sheet = _record(0x85, struct.pack("<IH", first, 0) + named)
    cells = b"".join(
        _record(0x204, struct.pack("<4HB", row, place, 0, len(text), 0) + text.encode("latin-1"))
        for row, texts in enumerate(rows) for place, text in enumerate(texts)
    )  # fmt: skip
    inner = _record(0x809, struct.pack("<4H8x", 0x600, 0x10, 0, 0))
    return begin + sheet + end + inner + cells + end
