"""Cells as values. Whatever cannot be read becomes a problem here, where the cell is known."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import NamedTuple, TypeVar

from itinerary.load.files import Grid
from itinerary.load.full_names import with_full_names
from itinerary.load.headers import REQUIRED, columns, known_headers
from itinerary.load.packing import LONGEST_CELL
from itinerary.load.row_numbers import without_row_numbers
from itinerary.load.whole_moments import with_whole_moments
from itinerary.model.origins import Columns, Origin
from itinerary.names import fold, key, near
from itinerary.problems import Message, OneOf, Problem, Source, error, say, warning
from itinerary.times import (
    DateReader,
    Guess,
    UnreadableError,
    guess_clocks,
    guess_moment,
    read_clocks,
    read_length,
    read_moment,
)

ALIKE = 0.75
"""How much a header must be like the column it is said to mean."""

_ABOUT = r"(?:env(?:iron)?\.?|about|approx\.?|circa|ca\.?|max(?:i|\.)?|[~≈])"
_COUNTED = (
    r"places?|plazas?|seats?|sieges?|couverts?|pers(?:\.|on(?:ne)?s?)?|personas?|people|pax|p\.?"
)
_NUMBER = rf"{_ABOUT}?\s*(\d[\d ]{{0,8}})\s*(?:{_COUNTED})?\s*{_ABOUT}?"
"""Of seats or of people, folded."""

_NAMED = {"people": "name", "journeys": "who", "absences": "who"}
"""The column in which a person is named, perhaps by a first and a last name apart."""

Value = TypeVar("Value")


class Table(NamedTuple):
    """A grid whose header has been understood."""

    name: str
    grid: Grid
    places: Mapping[str, int]
    """Our column names to where their cells stand."""
    columns: Columns


def understand(name: str, grid: Grid, problems: list[Problem]) -> Table:
    """Which of our columns stands where; every doubt about the header is reported."""
    known = known_headers(name)
    grid = without_row_numbers(grid)
    if name in _NAMED:
        grid = with_full_names(grid, name, _NAMED[name])
    grid = with_whole_moments(name, grid)
    index: dict[str, int] = {}
    unknown: list[str] = []
    for place, header in enumerate(grid.header):
        column = known.get(key(header[:100]))
        if column is None:
            unknown.append(header.strip()[:100])
        elif column in index:
            other = grid.header[index[column]].strip()
            message = say("column.twice", header=header.strip(), other=other, column=column)
            at = grid.head if grid.sheets else Source(grid.file, grid.header_row, header)
            found = error if column in REQUIRED[name] else warning
            problems.append(found("column", message, at))
        else:
            index[column] = place
    _misspelt(name, grid, [h for h in unknown if h], index, problems)
    headers = {column: grid.header[place].strip() for column, place in index.items()}
    return Table(name, grid, index, Columns(grid.file, headers, grid.sheets))


def _misspelt(
    name: str, grid: Grid, unknown: list[str], index: Mapping[str, int], problems: list[Problem]
) -> None:
    at = grid.head
    absent = [column for column in columns(name) if column not in index]
    for column in REQUIRED[name]:
        if column in absent:
            found = near(column, unknown[:200], 1, ALIKE)
            hint = (
                say("column.rename", header=found[0], column=column)
                if found
                else say("column.add", column=column)
            )
            problems.append(error("column", say("column.missing", column=column), at, hint=hint))
            unknown = [header for header in unknown if header not in found]
    for header in unknown[:200]:
        if len(header) > 3 and (found := near(header, absent, 1, ALIKE)):
            message = say("column.unknown", header=header)
            hint = say("column.rename", header=header, column=found[0])
            problems.append(warning("column", message, at._replace(column=header), hint=hint))


class Row:
    """One record of a table; its methods read a cell or report why they could not."""

    __slots__ = ("cells", "is_draft", "line", "places", "problems", "reported", "table")

    def __init__(self, table: Table, line: int, cells: list[str], problems: list[Problem]) -> None:
        self.table = table
        self.places = table.places
        self.line = line
        self.problems = problems
        self.reported: tuple[Problem, ...] = ()
        self.is_draft = False  # where a time that has been read says so
        self.cells = [cell.strip() for cell in cells]
        self.cells += [""] * (len(table.grid.header) - len(cells))
        if max(map(len, self.cells)) > LONGEST_CELL:
            self._empty_long_cells()

    def _empty_long_cells(self) -> None:
        for place, cell in enumerate(self.cells):
            if len(cell) > LONGEST_CELL:
                self.cells[place] = ""
                column = next((c for c, p in self.table.places.items() if p == place), "")
                message = say("value.long", length=len(cell), most=LONGEST_CELL)
                self.fail("value", column, message, say("value.long.hint"))

    @property
    def origin(self) -> Origin:
        return Origin(self.table.columns, self.line)

    def at(self, column: str) -> Source:
        found = self.table.columns.cell(self.line, column)
        return found if found.column or found.sheet else found._replace(column=column)

    def fail(self, code: str, column: str, message: Message, hint: Message | None = None) -> None:
        self._report(error(code, message, self.at(column), hint=hint))

    def doubt(self, code: str, column: str, message: Message, hint: Message | None = None) -> None:
        self._report(warning(code, message, self.at(column), hint=hint))

    def guess(self, column: str, message: Message, hint: Message) -> None:
        """Says what a cell has been taken to mean."""
        self.doubt("guess", column, message, hint)

    def _report(self, problem: Problem) -> None:
        """Once: a cell that is read twice, or on each day of a repetition, is one problem."""
        if problem not in self.reported:
            self.reported += (problem,)
            self.problems.append(problem)

    def text(self, column: str) -> str:
        """The cell without the spaces around it; empty where the table has no such column."""
        place = self.places.get(column)
        return "" if place is None else self.cells[place]

    def line_of(self, column: str) -> str:
        """A text that must stand on one line, such as a name; line breaks become spaces."""
        value = self.text(column)
        if not value:
            return value
        if "\n" in value or "\r" in value:
            self.doubt("value", column, say("value.lines"), say("value.lines.hint"))
            return " ".join(value.split())
        if value.startswith(("=", "@")):
            self.doubt("value", column, say("value.formula", text=value), say("value.formula.hint"))
        return value

    def needed(self, column: str) -> str:
        """A text that must be there."""
        value = self.line_of(column)
        if value or column not in self.table.places:
            return value
        if not any(self.at(column) in problem.at for problem in self.reported):
            self.fail("value", column, say("value.blank", column=column), say("value.blank.hint"))
        return value

    def several(self, column: str) -> tuple[str, ...]:
        """Values separated by `;`, `,`, `|` or a line break."""
        text = self.text(column)
        if not text:
            return ()
        for separator in ",|\n":
            text = text.replace(separator, ";")
        if ";" not in text:
            return (text,)
        return tuple(dict.fromkeys(part for raw in text.split(";") if (part := raw.strip())))

    def whole(self, column: str, least: int = 0) -> int | None:
        """A whole number, also as spreadsheets write it (`40.0`, `1 200`)."""
        text = self.text(column)
        if not text:
            return None
        plain = text
        if not plain.isdecimal():
            plain = "".join(text.split()).removesuffix(".0").removesuffix(",0")
        if plain.isascii() and plain.isdigit() and least <= int(plain[:9]) and len(plain) < 10:
            return int(plain)
        about = re.fullmatch(_NUMBER, fold(text[:100]))
        number = int("".join(about[1].split())) if about else -1
        if number >= least:
            hint = say("guess.write", meant=f"{number}")
            self.guess(column, say("guess.read", text=text, meant=f"{number}"), hint)
            return number
        self.fail("value", column, say("value.number", text=text), say("value.number.hint"))
        return None

    def decimal(self, column: str, most: float) -> float | None:
        """A number between -`most` and `most`, with a point or a comma."""
        text = self.text(column)
        if not text:
            return None
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = float("nan")
        if -most <= value <= most:
            return value
        hint = say("value.decimal.hint", most=int(most))
        self.fail("value", column, say("value.decimal", text=text), hint)
        return None

    def choice(self, column: str, choices: Mapping[str, str], default: str) -> str:
        """One of a closed list, by any of its names; `choices` maps `names.key` to our word."""
        text = self.text(column)
        if not text:
            return default
        found = choices.get(key(text))
        if found is None:
            words = tuple(dict.fromkeys(choices.values()))
            hint = say("value.choice.hint", choices=OneOf(words))
            self.fail("value", column, say("value.choice", text=text, column=column), hint)
            return default
        return found

    def parsed(self, column: str, text: str, read: Callable[[str], Value]) -> Value | None:
        """What a reader of the `times` room makes of a text of the cell, or None and a problem."""
        try:
            return read(text)
        except UnreadableError as fault:
            self.fail(fault.code, column, fault.message, fault.hint)
            return None

    def timed(
        self, column: str, read: Callable[[str], Value],
        guess: Callable[[str], Guess[Value]] | None = None,
    ) -> Value | None:  # fmt: skip
        """The whole cell, `parsed` or else guessed; None for an empty one."""
        text = self.text(column)
        if not text or guess is None:
            return self.parsed(column, text, read) if text else None
        try:
            return read(text)
        except UnreadableError:
            found = self.parsed(column, text, guess)
        if found is None:
            return None
        self.guess(column, found.message, found.hint)
        self.is_draft = self.is_draft or found.is_draft
        return found.value

    def minutes(self, column: str) -> int | None:
        """A length of time in whole minutes; unlike elsewhere it may be 0."""
        if self.text(column) == "0":
            return 0
        found = self.timed(column, read_length)
        return None if found is None else int(found.total_seconds() // 60)

    def clock(self, column: str) -> time | None:
        """A time of day on its own, such as an opening hour."""
        found = self.timed(column, read_clocks, guess_clocks)
        if found is None:
            return None
        if found.end or found.start.time.tzinfo:
            unreadable = say("clock.unreadable", text=self.text(column))
            self.fail("time", column, unreadable, say("clock.hint"))
            return None
        return found.start.time

    def moment(
        self, column: str, dates: DateReader, zone: str, end_of_day: bool = False
    ) -> datetime | None:
        """A date with or without a time, as a UTC instant."""
        return self.timed(
            column,
            lambda text: read_moment(text, dates, zone, end_of_day),
            lambda text: guess_moment(text, dates, zone, end_of_day),
        )
