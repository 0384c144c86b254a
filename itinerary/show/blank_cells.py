"""The cells of a blank workbook by their kind: how they look, what they hold and refuse."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from itinerary.locale import Words
from itinerary.model.columns import Kind
from itinerary.show.blank_mission import NewMission

LAST_ROW = 1000
"""Down to here lists and checks of what is typed are laid out."""
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
"""Characters that a spreadsheet shows of a note on a cell."""
_NUMBERS: Mapping[Kind, str] = {
    Kind.DATE: "yyyy-mm-dd",
    Kind.CLOCK: "hh:mm",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
    Kind.WHOLE: "0",
    Kind.MINUTES: "0",
    Kind.DECIMAL: "General",
    Kind.CHOICE: "General",
}
_TEXT = "@"
"""What is typed stays as it is, leading zeros included."""
_WIDTHS: Mapping[Kind, int] = {
    Kind.TEXT: 22, Kind.LONG_TEXT: 32, Kind.MOMENT: 17, Kind.WHO: 20, Kind.REFERENCES: 17,
    Kind.URL: 20, Kind.EMAIL: 25, Kind.REFERENCE: 16, Kind.ID: 16, Kind.PHONE: 18,
    Kind.ZONE: 17, Kind.PERIODS: 34, Kind.REPEAT: 14, Kind.DATE: 12, Kind.CHOICE: 12,
}  # fmt: skip
_NARROWEST = 8
_FILTER = 3
"""What the arrow of a filter takes of a header's width."""
_LINE = 15.0
"""The height of a line, in points."""
DAY = timedelta(1)

Validation = dict[str, Any]


class Limits(NamedTuple):
    """What a cell may hold: the part that columns and names of `mission.toml` share."""

    name: str
    said: str
    kind: Kind
    choices: tuple[str, ...] = ()
    table: str = ""
    least: float | None = None
    most: float | None = None


def number_format(kind: Kind) -> str:
    """How a spreadsheet shows and keeps what is typed."""
    return _NUMBERS.get(kind, _TEXT)


def width(kind: Kind, name: str) -> int:
    """In characters."""
    return max(_WIDTHS.get(kind, _NARROWEST), len(name) + _FILTER)


def height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Of a row whose texts are folded, in points: not every spreadsheet finds it by itself."""
    return _LINE * max(-(-len(text) // wide) for text, wide in zip(texts, widths, strict=True))


def typed(kind: Kind, text: str) -> object:
    """A date, a clock or a number as such, where the text is nothing but one."""
    try:
        if kind is Kind.DATE:
            return date.fromisoformat(text)
        if kind is Kind.CLOCK:
            return time.fromisoformat(text)
        if kind is Kind.MOMENT:
            return datetime.fromisoformat(text)
        if kind is Kind.DECIMAL:
            return float(text)
        return int(text) if kind in _NUMBERS else text
    except ValueError:
        return text


def validation(limits: Limits, new: NewMission, words: Words) -> Validation:
    """What a spreadsheet shows beside a cell, offers in it, and says of what does not fit.

    Only what the program cannot read either is refused; of all else the spreadsheet asks.
    """
    said = words.text("book.error", said=limits.said)
    found: Validation = {
        "input_title": limits.name[:_LONGEST_TITLE],
        "input_message": _cut(limits.said),
        "error_title": limits.name[:_LONGEST_TITLE],
        "error_message": _cut(said),
        "error_type": "warning",
        **(_list(limits) or _span(limits.kind, new) or _number(limits) or {"validate": "any"}),
    }
    return found


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_MESSAGE else f"{text[: _LONGEST_MESSAGE - 1]}…"


def _list(limits: Limits) -> Validation | None:
    if limits.choices and limits.kind is Kind.CHOICE:
        return {"validate": "list", "source": [*limits.choices], "error_type": "stop"}
    if limits.choices and limits.kind is Kind.TEXT:
        return {"validate": "list", "source": [*limits.choices], "show_error": False}
    if limits.table and limits.kind in (Kind.REFERENCE, Kind.TEXT):
        return {"validate": "list", "source": f"={limits.table}!$A$2:$A${LAST_ROW}"}
    return None


def _span(kind: Kind, new: NewMission) -> Validation | None:
    """A day of the mission; a moment, as of a flight, may lie a day beside it."""
    if kind is Kind.CLOCK:
        return {
            "validate": "time", "criteria": "between", "minimum": time(), "maximum": time(23, 59)
        }  # fmt: skip
    margin = {Kind.DATE: 0 * DAY, Kind.MOMENT: DAY}.get(kind)
    if margin is None:
        return None
    first, last = new.starts - margin, new.ends + 2 * margin
    return {"validate": "date", "criteria": "between", "minimum": first, "maximum": last}


def _number(limits: Limits) -> Validation | None:
    if limits.kind not in (Kind.WHOLE, Kind.DECIMAL, Kind.MINUTES):
        return None
    kind = "decimal" if limits.kind is Kind.DECIMAL else "integer"
    least = limits.least or 0
    found: Validation = {"validate": kind, "criteria": ">=", "value": least}
    if limits.most is not None:
        found = {
            "validate": kind, "criteria": "between", "minimum": least, "maximum": limits.most
        }  # fmt: skip
    return found if limits.kind is Kind.MINUTES else {**found, "error_type": "stop"}
