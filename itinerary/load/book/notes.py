"""What of a sheet was understood by its layout alone, to be told cell by cell.

What says the same of several cells in a row is told once.
"""

from itertools import groupby
from typing import NamedTuple

from itinerary.model.origins import column_letters
from itinerary.problems import Message, Problem, Source, say, warning


class _Carried(NamedTuple):
    """A blank cell that took its text from a row above."""

    row: int
    place: int
    source: int
    text: str


class Notes:
    """Gathers the notes of one sheet; rows and places count from 0."""

    def __init__(self, file: str, sheet: str) -> None:
        self._file = file
        self._sheet = sheet
        self._found: list[Problem] = []
        self._carried: list[_Carried] = []

    def problems(self) -> list[Problem]:
        """All of them."""
        by_source = sorted(self._carried, key=lambda c: (c.place, c.source, c.row))
        for (place, source), cells in groupby(by_source, key=lambda c: (c.place, c.source)):
            blank = [*cells]
            first, last = self._at(blank[0].row, place), self._at(blank[-1].row, place)
            text, above = blank[0].text, self._at(source, place).name
            message = (
                say("guess.blank_one", text=text, above=above)
                if len(blank) == 1
                else say("guess.blank", text=text, above=above, first=first.name, last=last.name)
            )
            self._note(first, message, say("guess.blank_one.hint"))
        return self._found

    def carried(self, row: int, place: int, source: int, text: str) -> None:
        """A blank cell means what stands above."""
        self._carried.append(_Carried(row, place, source, text))

    def merged(self, top: int, bottom: int, place: int, text: str) -> None:
        """One cell over several rows is said of each of them."""
        first, last = self._at(top, place), self._at(bottom, place)
        message = say("guess.merged", first=first.name, last=last.name, text=text)
        self._note(first, message, say("guess.merged.hint"))

    def banner(self, row: int, place: int, text: str, day: str) -> None:
        """A day on a row of its own is that of the rows below."""
        message = say("guess.banner", text=text, day=day)
        self._note(self._at(row, place), message, say("guess.banner.hint", day=day))

    def named_day(self, day: str) -> None:
        """A sheet without a column of days is that of the day it is called."""
        message = say("guess.sheet_day", day=day)
        self._note(
            Source(self._file, sheet=self._sheet), message, say("guess.banner.hint", day=day)
        )

    def group(self, row: int, place: int, text: str) -> None:
        """A heading above some people is their group."""
        message = say("guess.group", text=text)
        self._note(self._at(row, place), message, say("guess.group.hint", text=text))

    def left_out(self, row: int, place: int, text: str) -> None:
        """A row that is none of the table."""
        message = say("guess.aside", text=text[:60])
        self._note(self._at(row, place), message, say("guess.aside.hint"))

    def struck(self, row: int, place: int, text: str) -> None:
        """A cell with a line through it is as if it were empty."""
        message = say("guess.struck", text=text[:60])
        self._note(self._at(row, place), message, say("guess.struck.hint"))

    def cancelled(self, row: int, place: int, text: str, is_struck: bool) -> None:
        """A row that is struck through, or says so, is cancelled."""
        message = say("guess.struck_row") if is_struck else say("guess.cancelled", text=text)
        self._note(self._at(row, place), message, say("guess.cancelled.hint"))

    def unvalued(self, kind: str, rows: list[int], place: int) -> None:
        """Formulas of a column without a value, or with an error in its place."""
        at, n = self._at(rows[0], place), len(rows)
        message = say("value.formula_cells", n=n) if kind == "formula" else say("value.wrong", n=n)
        self._found.append(warning("value", message, at, hint=say("value.unvalued")))

    def _note(self, at: Source, message: Message, hint: Message) -> None:
        self._found.append(warning("guess", message, at, hint=hint))

    def _at(self, row: int, place: int) -> Source:
        return Source(self._file, row + 1, column_letters(place), self._sheet)
