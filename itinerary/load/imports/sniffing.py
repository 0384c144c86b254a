"""Which kind of file it is, by what is in it: endings are often wrong, and mail takes them off."""

import re
from enum import Enum
from typing import NamedTuple

from itinerary.load.files import UnusableError, decode
from itinerary.problems import Problem, Source, error, say

_HEAD = 64 * 1024
"""Bytes that are looked at; a workbook names its parts at its end."""
_SHEETS = (b"xl/workbook", b"opendocument.spreadsheet")
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""Excel before 2007; also a workbook behind a password."""
_PROLOG = (
    r"(?s)\s*+(?>(?><\?.*?\?>|<!--.*?-->|<!(?!--)[^\[>]*+(?:\[.*?\]\s*)?>)\s*)*+"
    r"<(?:\w+:)?(\w+)"
)
_TALKS = r'"(?:schedule|conference|talks)"\s*:'


class Kind(Enum):
    """What a file can be imported as."""

    WORKBOOK = "workbook"
    CSV = "csv"
    CALENDAR = "calendar"
    SCHEDULE_XML = "schedule-xml"
    SCHEDULE_JSON = "schedule-json"
    UNKNOWN = "unknown"


class Sniffed(NamedTuple):
    """The kind of a file; with the reason where it is unknown."""

    kind: Kind
    problem: Problem | None = None


def sniff(name: str, data: bytes) -> Sniffed:
    """The kind of a file, whatever its name ends in; what is in it may still be broken."""
    if data.startswith(_ZIP):
        is_book = any(part in data for part in _SHEETS)
        return Sniffed(Kind.WORKBOOK) if is_book else _unknown(name, "foreign.unknown")
    if data.startswith(_OLD_OFFICE):
        return Sniffed(Kind.WORKBOOK)
    try:
        text = decode(name, _head(data), []).strip()
    except UnusableError as fault:
        return Sniffed(Kind.UNKNOWN, fault.problem)
    if not text:
        return _unknown(name, "file.empty")
    return _of_text(name, text)


def _head(data: bytes) -> bytes:
    """The beginning, cut behind a line where there is one: never inside of a letter."""
    if len(data) <= _HEAD:
        return data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:_HEAD]
    return data[: data.rfind(b"\n", 0, _HEAD) + 1] or data[:_HEAD]


def _of_text(name: str, text: str) -> Sniffed:
    start = text[:20].upper()
    if start.startswith("BEGIN:"):
        is_calendar = start.startswith("BEGIN:VCALENDAR")
        return Sniffed(Kind.CALENDAR) if is_calendar else _unknown(name, "foreign.unknown")
    if start.startswith("<"):
        return _of_markup(name, text)
    if start.startswith(("{", "[")):
        is_schedule = re.search(_TALKS, text) is not None
        return Sniffed(Kind.SCHEDULE_JSON) if is_schedule else _unknown(name, "foreign.other_json")
    return Sniffed(Kind.CSV)


def _of_markup(name: str, text: str) -> Sniffed:
    root = re.match(_PROLOG, text)
    found = root[1].lower() if root else ""
    if found == "schedule":
        return Sniffed(Kind.SCHEDULE_XML)
    return _unknown(name, "foreign.page" if found == "html" else "foreign.unknown")


def _unknown(name: str, key: str) -> Sniffed:
    hint = say("foreign.unknown.hint" if key == "file.empty" else f"{key}.hint")
    return Sniffed(Kind.UNKNOWN, error("file", say(key, file=name), Source(name), hint=hint))
