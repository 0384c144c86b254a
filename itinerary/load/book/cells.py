"""What stands in a cell of a workbook, as people would have typed it into a table of text."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any

from itinerary.load.files import ODD, without_controls

_FIRST_YEAR = 1901
"""Before it, a number that is formatted as a date is none: a time alone, or a zero."""
_SPACES = {
    **dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011"), "-"),
    ord("\u00ad"): None,
}
_ODD = re.compile(f"[{''.join(map(chr, _SPACES))}]|{ODD.pattern}")
_EXACT = 1e15
"""Above it a spreadsheet keeps no whole numbers."""
_MINUTE = 60


def text_of(value: Any) -> str:
    """ISO dates, `14:30`, whole numbers without a point; text with plain spaces and hyphens."""
    return _READERS.get(type(value), str)(value)


class Texts(dict[Any, str]):
    """The text of each value, worked out when first met: the cells of a sheet repeat."""

    def __init__(self, rows: Iterable[Iterable[Any]]) -> None:
        """The texts of rows in which nothing is odd are known from the start."""
        super().__init__()
        found = [value for value in {*chain.from_iterable(rows)} if isinstance(value, str)]
        if not _ODD.search("\n".join(found)):
            self.update(zip(found, map(str.strip, found), strict=True))

    def __missing__(self, value: Any) -> str:
        if isinstance(value, str):
            text = self[value] = plain(value)
            return text
        text = text_of(value)
        if value not in _ALIKE:
            self[value] = text
        return text


_ALIKE = frozenset({0, 1})
"""As keys they are also `False` and `True`."""


def plain(text: str) -> str:
    """Without the characters that nobody sees, and without spaces around."""
    if not (text.isascii() and text.isprintable()) and _ODD.search(text):
        text = without_controls(text.translate(_SPACES))
    return text.strip()


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)


def _moment(value: datetime) -> str:
    """To the nearest minute: spreadsheets keep 8:30 as a fraction of a day."""
    near = value + timedelta(seconds=_MINUTE / 2)
    if near.year < _FIRST_YEAR:
        return f"{near:%H:%M}"
    if (near.hour, near.minute) == (0, 0):
        return near.date().isoformat()
    return f"{near:%Y-%m-%d %H:%M}"


def _day(value: date) -> str:
    return value.isoformat() if value.year >= _FIRST_YEAR else ""


def _time(value: time) -> str:
    return _clock(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second))


def _truth(value: bool) -> str:
    return "yes" if value else "no"


def _clock(length: timedelta) -> str:
    minutes = round(length / timedelta(minutes=1))
    sign = "-" if minutes < 0 else ""
    return f"{sign}{abs(minutes) // _MINUTE:02}:{abs(minutes) % _MINUTE:02}"


_READERS: dict[type, Callable[[Any], str]] = {
    str: plain, float: _number, bool: _truth, date: _day, datetime: _moment, time: _time,
    timedelta: _clock,
}  # fmt: skip
