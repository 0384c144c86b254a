"""What is wrong, where, and what to type instead: values that are shown, never raised."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

NOTHING: Mapping[str, object] = MappingProxyType({})


class Severity(Enum):
    """How bad: an error makes a command exit with 1, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Source(NamedTuple):
    """The cell a value came from: file, the row's first line (header = 1), the column's header."""

    file: str
    row: int = 0
    column: str = ""
    """In a workbook its letters: `B`."""
    sheet: str = ""
    """Of a workbook."""

    @property
    def label(self) -> str:
        """`events.csv:14`, `mission.xlsx:Programme!B14`; the file where no row is concerned."""
        if self.sheet:
            return f"{self.table}!{self.name}" if self.row else self.table
        return f"{self.file}:{self.row}" if self.row else self.file

    @property
    def table(self) -> str:
        """The file, with the sheet where there is one."""
        return f"{self.file}:{self.sheet}" if self.sheet else self.file

    @property
    def line(self) -> str:
        """The row it is in, as a label: `events.csv:14`, but `mission.xlsx:Programme`, where the
        names of cells say the row."""
        return self.table if self.sheet else self.label

    @property
    def name(self) -> str:
        """What the cell is called in its `line`: the header of its column, or `B14`."""
        return f"{self.column}{self.row}" if self.sheet else self.column

    @property
    def full_label(self) -> str:
        """The label with the column, wherever it stands: `events.csv:14 start`."""
        return self.label if self.sheet else f"{self.label} {self.column}"

    @property
    def place(self) -> tuple[str, str, int, int, str]:
        """By which sources are sorted: `AA` comes after `Z`."""
        width = len(self.column) if self.sheet else 0
        return (self.file, self.sheet, self.row, width, self.column)


class Edit(NamedTuple):
    """What to write in a cell; with no column and no text, the row is to be deleted."""

    at: Source
    text: str


class OneOf(tuple[object, ...]):
    """Alternatives: a list that reads `A, B or C` where a plain tuple reads `A, B and C`."""

    __slots__ = ()


class Message(NamedTuple):
    """A sentence before its language is chosen: the key in `locale/*.toml` and what fills it.

    An argument may be a string, a number, a `timedelta`, a `times.Moment`, a `Message`,
    or a tuple or `OneOf` of those, which becomes a list in the reader's language.
    """

    key: str
    args: Mapping[str, object] = NOTHING


def say(key: str, **args: object) -> Message:
    """A message; the only way one is made, so that a test can find every key in the code."""
    return Message(key, args)


class Problem(NamedTuple):
    """One thing that is wrong. A clash has two sides, so it has two sources."""

    code: str
    severity: Severity
    message: Message
    at: tuple[Source, ...] = ()
    hint: Message | None = None
    people: tuple[str, ...] = ()
    """Ids of everyone concerned, in protocol order."""
    items: tuple[str, ...] = ()
    """References such as `event:signing` or `meeting:RV041`."""


class Suggestion(NamedTuple):
    """A way out of a problem: what it comes to in words, and what to write where."""

    message: Message
    edits: tuple[Edit, ...]


def error(code: str, message: Message, *at: Source, hint: Message | None = None) -> Problem:
    """A problem that makes the command exit with 1."""
    return Problem(code, Severity.ERROR, message, at, hint)


def warning(code: str, message: Message, *at: Source, hint: Message | None = None) -> Problem:
    """A problem worth reading that changes no exit code."""
    return Problem(code, Severity.WARNING, message, at, hint)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by file, row and column of the first source, then by rule; stable otherwise."""
    return sorted(problems, key=_place)


def _place(problem: Problem) -> tuple[tuple[object, ...], str, tuple[str, ...]]:
    return tuple(at.place for at in problem.at[:1]), problem.code, problem.items


def by_policy(problems: Iterable[Problem], severities: Mapping[str, str]) -> Iterator[Problem]:
    """What `[checks]` says: `off` drops a rule; `warning` and `error` are how bad all of it is."""
    for problem in problems:
        wanted = severities.get(problem.code)
        if wanted in ("warning", "error"):
            yield problem._replace(severity=Severity(wanted))
        elif wanted != "off" or problem.code == "file":
            yield problem


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them makes the command fail."""
    return any(problem.severity is Severity.ERROR for problem in problems)
