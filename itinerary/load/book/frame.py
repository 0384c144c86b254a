"""What a workbook without settings says of its mission all the same: its days and its title."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from itinerary.load.book.cells import text_of
from itinerary.load.book.heads import Head, find_head
from itinerary.load.book.sheets import Sheet
from itinerary.load.headers import known_headers
from itinerary.names import key
from itinerary.times import DateReader, UnreadableError

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_LONGEST = timedelta(days=60)
"""Days further apart are not those of one mission."""
_NEUTRAL = date(2000, 1, 1)


def guessed_frame(sheets: Sequence[Sheet], path: Path) -> dict[str, Any]:
    """The title, and the first and last day of the programme where they can be told."""
    reader = DateReader(_NEUTRAL, _NEUTRAL)
    programme = [(sheet, head) for sheet in sheets
                 if (head := find_head(sheet, reader)) and head.table == "events"]  # fmt: skip
    found = [day for sheet, head in programme for day in _written_days(sheet, head)]
    days = {day for day in found if isinstance(day, date)}
    texts = [text for text in found if isinstance(text, str)]
    days |= _dated([t for t in texts if _YEAR.search(t)], reader)
    if days:
        days |= _dated(texts, DateReader(min(days), max(days)))
    else:
        days = _in_a_year(texts, _years(sheets, path))
    days -= {_WRONG}
    frame: dict[str, Any] = {"title": _title(programme) or path.stem}
    if days and max(days) - min(days) <= _LONGEST:
        frame |= {"starts": min(days), "ends": max(days)}
    return frame


def _written_days(sheet: Sheet, head: Head) -> Iterator[date | str]:
    """What stands in the column of days, in banners, and in the sheet's name."""
    known = known_headers("events")
    columns = [known.get(key(text), "") for text in head.texts]
    place = columns.index("date") if "date" in columns else -1
    for row in sheet.rows[head.last + 1 :]:
        filled = [value for value in row if value != ""]
        value = row[place] if 0 <= place < len(row) else filled[0] if len(filled) == 1 else ""
        if len(filled) == 1:
            value = filled[0]
        if isinstance(value, datetime):
            yield value.date()
        elif isinstance(value, date):
            yield value
        elif isinstance(value, str) and value.strip():
            yield text_of(value)
    if place < 0:
        yield sheet.name


def _dated(texts: Sequence[str], reader: DateReader) -> set[date]:
    return {day for text in texts if (day := _day(text, reader))}


def _in_a_year(texts: Sequence[str], years: Sequence[int]) -> set[date]:
    """The days in the first of the years in which every weekday is right."""
    for year in years:
        reader = DateReader(date(year, 1, 1), date(year, 12, 31))
        found = {_day(text, reader) for text in texts if any(sign.isdigit() for sign in text)}
        days = {day for day in found if day}
        if days and _WRONG not in days:
            return days
    return set()


_WRONG = date.min
"""A day whose weekday is another's."""


def _day(text: str, reader: DateReader) -> date | None:
    for part in (text, re.split(r"[–—:(|/]| - ", text)[0]):
        try:
            return reader.read(part.strip())
        except UnreadableError as fault:
            if fault.code == "weekday":
                return _WRONG
    return None


def _years(sheets: Sequence[Sheet], path: Path) -> list[int]:
    """Those that titles and the file's name speak of, the most frequent first."""
    texts = [path.stem, *(sheet.name for sheet in sheets)]
    texts += [text_of(v) for s in sheets for row in s.rows[:10] for v in row if isinstance(v, str)]
    years = [int(year) for text in texts for year in _YEAR.findall(text)]
    return sorted(dict.fromkeys(years), key=lambda year: -years.count(year))


def _title(programme: Sequence[tuple[Sheet, Head]]) -> str:
    """The first words above the header of the programme."""
    for sheet, head in programme:
        for row in sheet.rows[: head.first]:
            for value in row:
                if isinstance(value, str) and len(value.split()) > 1:
                    return " ".join(value.split())[:200]
    return ""
