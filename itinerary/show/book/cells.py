"""What a text is in a cell: a date, a clock or a number where it says the same again, else text."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from itinerary.model.columns import Kind

Value = str | int | float | date | time
_MOST_UNITS = 32767
"""Of UTF-16 in a cell, by the specification of Excel."""
_FIRST_YEAR = 1901
"""Spreadsheets know none before, or get the first of them wrong."""
_DIGITS = 15
"""That a number keeps."""
_CONTROLS = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)
"""What XML cannot hold, or nobody can see."""
_FORMATS: Mapping[type, str] = {
    datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd", time: "hh:mm", int: "General",
    float: "General",
}  # fmt: skip


def value_of(kind: Kind, text: str) -> Value:
    """Typed only where reading the cell gives back the same text."""
    read = _READERS.get(kind)
    value = read(text) if read else None
    return fitting(text) if value is None else value


def number_format(value: Value) -> str:
    """How a spreadsheet shows it; a text stays as it is typed, leading zeros included."""
    return _FORMATS.get(type(value), "@")


def fitting(text: str) -> str:
    """What a cell can hold of a text: no control characters, and not more than it takes."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    if len(plain) + sum(sign > "\uffff" for sign in plain) <= _MOST_UNITS:
        return plain
    cut = plain.encode("utf-16-le")[: 2 * (_MOST_UNITS - 1)].decode("utf-16-le", errors="ignore")
    return f"{cut}…"


def _date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year >= _FIRST_YEAR else None


def _clock(text: str) -> time | None:
    return (
        time.fromisoformat(text) if re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", text) else None
    )


def _moment(text: str) -> date | None:
    """Midnight is read as a day alone."""
    if len(text) == len("2017-11-06"):
        return _date(text)
    day, clock = _date(text[:10]), _clock(text[11:])
    if day is None or not clock or clock == time() or text[10] != " ":
        return None
    return datetime.combine(day, clock)


def _number(text: str) -> int | float | None:
    if re.fullmatch(r"0|-?[1-9][0-9]*", text) and len(text) <= _DIGITS:
        return int(text)
    if re.fullmatch(r"-?(?:0|[1-9][0-9]*)\.[0-9]*[1-9]", text) and len(text) <= _DIGITS:
        return float(text) if repr(float(text)) == text else None
    return None


_READERS: Mapping[Kind, Callable[[str], Value | None]] = {
    Kind.DATE: _date, Kind.CLOCK: _clock, Kind.MOMENT: _moment, Kind.WHOLE: _number,
    Kind.MINUTES: _number, Kind.DECIMAL: _number,
}  # fmt: skip
