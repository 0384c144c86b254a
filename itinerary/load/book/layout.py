"""The rows of a sheet as a table has them: what its layout says is written into the cells.

A day may stand in a banner, in a merged cell, once for all rows below or in the sheet's name; a
line through a row cancels it. All of it is understood by a guess, of which the organiser is told.
"""

import re
from collections.abc import Iterator
from datetime import date

from itinerary.load.book.cells import Texts
from itinerary.load.book.heads import Head, day_called
from itinerary.load.book.notes import Notes
from itinerary.load.book.sheets import Sheet
from itinerary.load.book.strikes import Strikes, cancelling
from itinerary.load.files import Grid
from itinerary.load.headers import known_headers
from itinerary.load.records import Record
from itinerary.model.origins import SheetColumns, column_letters
from itinerary.names import key
from itinerary.problems import Problem
from itinerary.times import DateReader

_NAMED_BY = {"people": "name", "organisations": "name", "venues": "name", "resources": "name",
             "journeys": "number", "transfers": "vehicle", "absences": "who", "plan": "meeting",
             "travel": "from", "accepted": "rule"}  # fmt: skip
"""The column whose text a row goes by, where that is not `title`."""
_WITH_DAYS = frozenset({"events"})
_WITH_STATUS = frozenset({"events", "meetings"})
_TOTALS = ("total", "totaux", "totales", "sous total", "subtotal")
_NOWHERE = frozenset({"-", "–", "—", "/", "néant", "neant", "n/a"})
"""What stands in the cell of a day or a place to say that there is none."""


_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?")
"""As `text_of` writes it."""


class Layout:
    """Reads one sheet."""

    def __init__(self, sheet: Sheet, head: Head, dates: DateReader) -> None:
        self._sheet = sheet
        self._table = head.table
        self._dates = dates
        self._first = head.last + 1
        self._header = [*head.texts]
        self._own = len(self._header)
        """Columns that the sheet has itself; those behind are ours."""
        rows = sheet.rows[self._first :]
        texts = Texts(rows)
        self._texts = [[*map(texts.__getitem__, row)] for row in rows]
        self._cancelling = cancelling(texts.values())
        self._notes = Notes(sheet.file, sheet.name)
        self._places = _places(head)
        self._shared = self._share_merged()
        self._wide = {first for first, last in sheet.marks.merged if last[1] > first[1]}
        self._unknown = sheet.marks.unvalued | sheet.marks.wrong
        self._day = self._place = ""
        self._place_row = 0
        self._day_row: int | None = None
        """Where a day was written that is that of the rows below; None if they were told of it."""
        self._group = ""

    def grid(self, problems: list[Problem]) -> Grid:
        """The rows below the sheet's own header, with columns of ours for what the layout says."""
        self._note_formulas()
        if self._table in _WITH_DAYS and "date" not in self._places:
            self._day = day_called(self._sheet.name, self._dates)
            if self._day:
                self._notes.named_day(self._day)
        short = [*self._records()]
        width = len(self._header)
        records = short
        if any(len(cells) < width for _, cells in short):
            records = [(row, [*cells, *[""] * (width - len(cells))]) for row, cells in short]
        problems += self._notes.problems()
        letters = {c: column_letters(p) for c, p in self._places.items() if p < self._own}
        place = SheetColumns(self._sheet.file, self._sheet.name, letters)
        return Grid(self._sheet.file, self._header, records, self._first, (place,))

    def _share_merged(self) -> set[tuple[int, int]]:
        """The cells that take their text from the first of those they are merged with."""
        shared: set[tuple[int, int]] = set()
        columns = set(self._places.values())
        for (top, left), (bottom, _) in self._sheet.marks.merged:
            above = top - self._first
            if above < 0 or bottom == top or left not in columns or above >= len(self._texts):
                continue
            text = self._texts[above][left]
            rows = range(above + 1, min(bottom - self._first, len(self._texts) - 1) + 1)
            for row in rows:
                if (row, left) in shared:
                    break  # no program lets two ranges overlap
                self._texts[row][left] = text
                shared.add((row, left))
            if text and rows:
                self._notes.merged(top, bottom, left, text)
        return shared

    def _records(self) -> Iterator[Record]:
        places = self._named_by(), self._places.get("status", -1)
        strikes = Strikes(self._sheet.marks.struck, self._cancelling, self._notes, places)
        has_strikes = bool(self._sheet.marks.struck or self._cancelling)
        has_days = self._table in _WITH_DAYS
        header = [key(text) for text in self._header]
        for number, cells in enumerate(self._texts):
            filled = len(cells) - cells.count("")
            row = self._first + number
            if not filled or (filled <= 2 and self._is_aside(row, cells)):
                continue
            if cells[0] == self._header[0] and [*map(key, cells)] == header:
                continue  # repeated at the top of each printed page
            if has_days or self._group:
                self._fill(number, cells)
            if not has_strikes or not strikes.read(row, cells):
                yield row + 1, cells
            elif self._table in _WITH_STATUS and not self._is_timeless(cells):
                self._write(cells, "status", "cancelled")
                yield row + 1, cells

    def _is_timeless(self, cells: list[str]) -> bool:
        """Whether a cancelled row says so in place of its time: nobody will miss it."""
        place = self._places.get("start", -1)
        return 0 <= place < len(cells) and cells[place] in self._cancelling

    def _fill(self, number: int, cells: list[str]) -> None:
        """What a heading, a banner or a row above says of this one."""
        if self._group:
            self._write(cells, "groups", self._group)
        if self._table in _WITH_DAYS:
            self._part_moments(cells)
            self._carry(number, cells)

    def _part_moments(self, cells: list[str]) -> None:
        """A start or an end that is a day and a time becomes a time of the row's own day."""
        at = self._places.get("date")
        written = cells[at] if at is not None and at < len(cells) else ""
        day, start = day_called(written, self._dates) if written else "", ""
        for column in ("start", "end"):
            place = self._places.get(column, len(cells))
            found = _MOMENT.fullmatch(cells[place]) if place < len(cells) else None
            if found and (own := day_called(found[1], self._dates)):
                day, clock = day or own, found[2] or "00:00"
                if own == day or (clock < start and _is_eve(day, own)):
                    cells[place] = start = clock
        if day not in (written, self._day) and not written:
            self._write(cells, "date", day)

    def _named_by(self) -> int:
        return self._places.get(_NAMED_BY.get(self._table, "title"), -1)

    def _write(self, cells: list[str], column: str, text: str) -> None:
        """Into a column of ours, which is added where the sheet has none."""
        place = self._places.get(column)
        if place is None:
            place = self._places[column] = len(self._header)
            self._header.append(column)
        cells += [""] * (place + 1 - len(cells))
        cells[place] = text

    def _is_aside(self, row: int, cells: list[str]) -> bool:
        """Whether a row of one or two cells is none of the table: a banner, a total, a remark."""
        place = next(p for p, text in enumerate(cells) if text)
        text = cells[place]
        if key(text).startswith(_TOTALS):
            self._notes.left_out(row, place, text)
            return True
        if sum(map(bool, cells)) > 1:
            return False
        if text.isdecimal():
            return True  # rows are numbered further down than they are filled in
        if self._table in _WITH_DAYS:
            return self._is_banner(row, place, text)
        is_wide = (row, place) in self._wide
        is_people = self._table == "people" and "groups" not in self._places
        if is_people or self._group:
            return self._is_heading(row, place, text, is_wide)
        if is_wide:
            self._notes.left_out(row, place, text)
        return is_wide

    def _is_heading(self, row: int, place: int, text: str, is_wide: bool) -> bool:
        """`OFFICIELS` above some people is their group; a name alone is a person."""
        if not is_wide and place == self._places.get("name"):
            return False
        self._group = text
        self._notes.group(row, place, text)
        return True

    def _is_banner(self, row: int, place: int, text: str) -> bool:
        if day := day_called(text, self._dates):
            self._day, self._place, self._day_row = day, "", None
            self._notes.banner(row, place, text, day)
        else:
            self._notes.left_out(row, place, text)
        return True

    def _carry(self, number: int, cells: list[str]) -> None:
        """A day, and below it a place, that is said once for the rows below."""
        at, place, row = self._places.get("date"), self._places.get("venue"), self._first + number
        written = cells[at] if at is not None and at < len(cells) else ""
        is_own = bool(written) and (number, at) not in self._shared
        if (row, at) in self._unknown:
            self._day = self._place = ""  # nor is anything known of the rows below
        elif at is not None and written in _NOWHERE:
            cells[at] = self._day = self._place = ""
        elif written and (is_own or written != self._day):
            self._day, self._place, self._day_row = written, "", row
        elif not written and self._day:
            if at is not None and at < self._own and self._day_row is not None:
                self._notes.carried(row, at, self._day_row, self._day)
            self._write(cells, "date", self._day)
        if place is not None:
            self._carry_place(row, place, cells, is_own)

    def _carry_place(self, row: int, place: int, cells: list[str], is_first: bool) -> None:
        if (row, place) in self._unknown or cells[place] in _NOWHERE:
            cells[place] = self._place = ""
        elif cells[place]:
            self._place, self._place_row = cells[place], row
        elif self._place and not is_first:
            self._notes.carried(row, place, self._place_row, self._place)
            cells[place] = self._place

    def _note_formulas(self) -> None:
        """What a formula comes to is not known here: only the program that made it can tell."""
        known = {place: column for column, place in self._places.items()}
        for marked, kind in ((self._sheet.marks.unvalued, "formula"),
                             (self._sheet.marks.wrong, "wrong")):  # fmt: skip
            for place in known:
                rows = sorted(r for r, c in marked if c == place and r >= self._first)
                if rows:
                    self._notes.unvalued(kind, rows, place)


def _is_eve(day: str, next_day: str) -> bool:
    first, second = map(date.fromisoformat, (day, next_day))
    return first.toordinal() + 1 == second.toordinal()


def _places(head: Head) -> dict[str, int]:
    """Where each of our columns stands, the first of those that mean it."""
    known = known_headers(head.table)
    found: dict[str, int] = {}
    for place, text in enumerate(head.texts):
        if column := known.get(key(text)):
            found.setdefault(column, place)
    return found
