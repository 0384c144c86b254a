"""Which table a sheet is, and in which row its header stands: below logos and titles, on one line
or two, in French, English or Spanish."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from itinerary.load.book.cells import text_of
from itinerary.load.book.marks import Marks
from itinerary.load.book.sheets import Sheet
from itinerary.load.headers import REQUIRED, TABLES, known_headers, known_tables
from itinerary.model.tables import DRAWN
from itinerary.names import key
from itinerary.times import DateReader, UnreadableError

SETTINGS = frozenset(
    {"mission", "mision", "settings", "reglages", "parametres", "configuration", "ajustes"}
)
_DEEPEST = 40
"""Rows that may stand above a header."""
_WIDEST = 400
_FEWEST = 3
"""Headers by which a sheet of another name is recognised."""
_FROM_ELSEWHERE = frozenset({"date"})
"""Columns that a sheet may do without: banners and the sheet's name say the day."""
_OTHERS = {
    "people": "contact contacts contactos presse press prensa",
    "things": "cadeau cadeaux gift gifts regalo regalos budget presupuesto",
    "texts": "note notes notas aide help ayuda readme",
    "past": "brouillon draft archive archives ancien old",
}
_OTHER_WORDS = frozenset(word for words in _OTHERS.values() for word in words.split())
"""A sheet with such a word in its name is none of the mission's tables, whatever its headers."""
_LISTS = frozenset({"liste", "listes", "list", "lists", "lista", "listas"})
"""Of what they are the list, another word says."""


_CUTS = ("–", "—", " - ", ":", "(", "|", "/")
"""Behind a day, before what else a banner says."""


class Head(NamedTuple):
    """A header: the table, its first and last row from 0, and a text for each column."""

    table: str
    first: int
    last: int
    texts: tuple[str, ...]
    is_named: bool
    """Whether the sheet's name says which table it is."""


class _Line(NamedTuple):
    """A row, or two, that may be a header: the texts that each column may go by."""

    first: int
    last: int
    names: tuple[tuple[str, ...], ...]


def is_settings(sheet: Sheet) -> bool:
    return key(sheet.name) in SETTINGS


def is_drawn(sheet: Sheet) -> bool:
    """Whether the program drew the sheet from others: there is nothing in it to read."""
    return bool(sheet.rows and sheet.rows[0]) and str(sheet.rows[0][0]).startswith(DRAWN)


def is_empty(sheet: Sheet) -> bool:
    return not any(text_of(value) for row in sheet.rows for value in row)


def find_head(sheet: Sheet, dates: DateReader, table: str = "") -> Head | None:
    """The header of a sheet; None where it is none of our tables. A `table` is known already."""
    named = table or table_called(sheet.name, dates)
    if named == "":
        return None
    if named:
        return _best(named, _lines(sheet), is_named=True)[1]
    lines = [*_lines(sheet)]
    found = [_best(candidate, lines, is_named=False) for candidate in TABLES]
    return max(found, key=lambda rated: rated[0])[1]


_Rating = tuple[int, int, int]


def _best(table: str, lines: Iterable[_Line], is_named: bool) -> tuple[_Rating, Head | None]:
    """The line that is most likely the header of a table, and how likely."""
    best, chosen, last = (0, 0, 0), None, _DEEPEST
    for line in lines:
        if line.first > last:
            break
        found = _understood(table, line)
        is_enough = _is_enough(table, found, line)
        is_alone = len(found) == 1 and {*REQUIRED[table]} == _columns(table, found)
        rating = (len(found), line.first - line.last, -line.first)
        if rating > best and (is_enough or (is_named and (is_alone or len(found) > 1))):
            texts = [found.get(place, names[0]) for place, names in enumerate(line.names)]
            chosen = Head(table, line.first, line.last, tuple(texts), is_named)
            best = rating
        if is_named and is_enough:
            last = line.first  # no row further down is a better one
    return best, chosen


def table_called(name: str, dates: DateReader) -> str | None:
    """The table a sheet's name stands for; empty for none of ours, None if it does not say."""
    words = key(name).split()
    if exact := known_tables().get(" ".join(words)):
        return exact
    if not _OTHER_WORDS.isdisjoint(words):
        return ""
    for word in words:
        if table := known_tables().get(word):
            return table
    if not _LISTS.isdisjoint(words):
        return ""
    return "events" if day_called(name, dates) else None


def day_called(name: str, dates: DateReader) -> str:
    """The day in the name of a sheet, or in a banner, as an ISO date: `Mardi 7`, `MARDI 7 NOVEMBRE
    – tables rondes`; empty where there is none."""
    for text in (name, *(name.split(cut, maxsplit=1)[0] for cut in _CUTS)):
        if any(sign.isdigit() for sign in text) or len(text) > 3:
            try:
                return dates.read(text.strip()).isoformat()
            except UnreadableError as fault:
                if fault.code == "weekday":
                    return str(fault.message.args["date"])
    return ""


def _lines(sheet: Sheet) -> Iterator[_Line]:
    """Every row near the top that may be a header, alone and with the one below it."""
    for number in range(min(len(sheet.rows), _DEEPEST)):
        row, below = ([*map(_name, cells[:_WIDEST])] for cells in _two(sheet.rows, number))
        if not any(row):
            continue
        yield _Line(number, number, tuple((text,) for text in row))
        if sum(map(bool, row)) > 1 and sum(map(bool, below)) > 1:
            yield _Line(number, number + 1, _of_two(_spread(row, number, sheet.marks), below))


def _two(rows: Sequence[Sequence[object]], number: int) -> tuple[Sequence[object], ...]:
    return rows[number], rows[number + 1] if number + 1 < len(rows) else ()


def _name(value: object) -> str:
    return text_of(value)[:100] if isinstance(value, str) else ""


def _spread(row: Sequence[str], number: int, marks: Marks) -> list[str]:
    """A row with the text of each cell that is merged over several columns in all of them."""
    found = [*row]
    for (top, left), (_, right) in marks.merged:
        if top == number:
            found[left : right + 1] = [row[left]] * len(found[left : right + 1])
    return found


def _of_two(above: Sequence[str], below: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    width = max(len(above), len(below))
    upper, lower = ([*row, *[""] * (width - len(row))] for row in (above, below))
    return tuple(
        (low, f"{up} {low}", up) if up and low else (up or low,)
        for up, low in zip(upper, lower, strict=True)
    )


def _understood(table: str, line: _Line) -> dict[int, str]:
    """The places of the columns that are known, each with the text by which it is."""
    known = known_headers(table)
    taken: set[str] = set()
    found: dict[int, str] = {}
    for place, names in enumerate(line.names):
        text = next((n for n in names if n and known.get(key(n), "") not in ("", *taken)), "")
        if text:
            found[place] = text
            taken.add(known[key(text)])
    return found


def _is_enough(table: str, found: dict[int, str], line: _Line) -> bool:
    written = sum(any(names) for names in line.names)
    needed = set(REQUIRED[table]) - _FROM_ELSEWHERE
    return len(found) >= _FEWEST and needed <= _columns(table, found) and 2 * len(found) >= written


def _columns(table: str, found: dict[int, str]) -> set[str]:
    known = known_headers(table)
    return {known[key(text)] for text in found.values()}
