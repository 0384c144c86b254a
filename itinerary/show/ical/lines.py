"""Content lines (RFC 5545 section 3.1) and TEXT values (section 3.3.11)."""

import re
from datetime import UTC, datetime

from icalendar import vText

LONGEST = 74
"""Octets of a piece of a folded line; with the space before it, 75."""
_ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\\]")
_LINE_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
_SHOWN = _LINE_BREAKS | {ord("\n"): "\n", ord("\t"): " ", ord("\\"): "/"}
"""What becomes of odd characters; those that are not here are left out.

Readers disagree on an escaped backslash before an n (`C:\\notes`), so none is ever written.
"""


def clean(text: str) -> str:
    """Without control characters or lone surrogates; every kind of line break is `\\n`."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _ODD.search(text):
        text = _ODD.sub(lambda match: _SHOWN.get(ord(match[0]), ""), text)
    return text.strip()


def one_line(text: str) -> str:
    """`clean`, and without line breaks."""
    return " ".join(clean(text).split("\n"))


def text_line(name: str, text: str) -> bytes:
    """A property whose value is TEXT, from text that is clean."""
    return folded(name.encode() + b":" + escaped(text))


def escaped(text: str) -> bytes:
    """A TEXT value, from text that is clean."""
    return vText(text).to_ical()


def raw_line(name: str, value: str) -> bytes:
    """A property whose value is written as it stands: a date, a number, an address."""
    return folded(f"{name}:{value}".encode())


def folded(line: bytes) -> bytes:
    """The line and its CRLF, in pieces that split neither a character nor an escape."""
    pieces: list[bytes] = []
    start = 0
    while len(line) - start > LONGEST:
        end = start + LONGEST
        while line[end] & 0xC0 == 0x80:
            end -= 1
        if line[end - 1] in b"\\^":
            end -= 1
        pieces.append(line[start:end])
        start = end
    pieces.append(line[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def date_time(moment: datetime) -> str:
    """Form 2 for UTC, form 1 for anything else (section 3.3.5); `strftime` pads no year."""
    plain = moment.replace(tzinfo=None).isoformat(timespec="seconds")
    return plain.replace("-", "").replace(":", "") + ("Z" if moment.tzinfo is UTC else "")
