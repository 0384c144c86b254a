"""The values of a TOML file, or of a sheet that says the same, and the line of each that cannot be
used."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from itinerary.load.files import UnusableError, decode, read_bytes, without_controls
from itinerary.model.origins import Columns
from itinerary.model.settings import MOST
from itinerary.problems import Message, Problem, Source, error, say

_HEAD = r"\s*\[+([^\]]+)\]+\s*(?:#.*)?$"
_TOKEN = (
    r'"""[\s\S]*?"""|' r"'''[\s\S]*?'''|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'|"
    r"""#[^\n]*|[\[{\]},]|[^\s,\[\]{}"'#]+"""
)  # fmt: skip


class Document(Protocol):
    """Values by section and name, and where each of them stands."""

    @property
    def name(self) -> str:
        """Of the file."""

    @property
    def data(self) -> Mapping[str, Any]:
        """The values, nested as in TOML."""

    def line(self, name: str, section: str) -> Source | None:
        """Where a name is set, or a section begins; None where nothing does so alone."""

    def entries(self, name: str, section: str) -> Iterator[int]:
        """The row on which each entry of a list begins, where that can be told."""

    def columns(self, names: Iterable[str]) -> Columns:
        """Where the names of the top level stand."""


class TomlDocument:
    """A TOML file."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        self.name = path.name
        self._text = decode(self.name, read_bytes(path), problems)
        self.data = self._parse()

    def _parse(self) -> Mapping[str, Any]:
        try:
            return tomllib.loads(self._text)
        except (ValueError, RecursionError) as fault:  # also numbers and nesting without end
            line = re.search(r"line (\d+)", str(fault))
            row = int(line[1]) if line else self._text.count("\n") + 1
            reason = str(fault).split(" (at")[0]
            raise UnusableError(
                error("file", say("toml.syntax", reason=reason), Source(self.name, row),
                      hint=say("toml.syntax.hint"))
            ) from None  # fmt: skip

    def columns(self, names: Iterable[str]) -> Columns:
        """Each name is its own."""
        return Columns(self.name, {name: name for name in names})

    def line(self, name: str, section: str) -> Source | None:
        """tomllib gives no lines, so they are looked up in the text."""
        inside = not section
        for number, line in enumerate(self._text.split("\n"), 1):
            if head := re.match(_HEAD, line):
                title = re.sub(r"[\s\"']", "", head[1])
                inside = title == section
                if (inside and not name) or (not section and title.split(".")[0] == name):
                    return Source(self.name, number, name or section)
            elif inside and re.match(rf"\s*[\"']?{re.escape(name)}[\"']?\s*[=.]", line):
                return Source(self.name, number, name)
        return None

    def entries(self, name: str, section: str) -> Iterator[int]:
        """The line on which each entry of a list begins."""
        first = self.line(name, section)
        row, place, depth, is_next = first.row if first else 1, 0, 0, True
        text = "\n".join(self._text.split("\n")[row - 1 :])
        for token in re.finditer(_TOKEN, text[text.find("=") + 1 :] if first else ""):
            mark = token[0]
            row += token.string.count("\n", place, token.start())
            place = token.start()
            if mark.startswith("#"):
                continue
            if mark in "]}":
                depth -= 1
                if depth == 0:
                    return
            elif depth == 1 and (is_next or mark == ","):
                is_next = mark == ","
                if not is_next:
                    yield row
            depth += mark in "[{"


class Values:
    """Reads the values of a document; every doubt goes to `problems` with its line."""

    def __init__(self, document: Document, problems: list[Problem]) -> None:
        self.problems = problems
        self.name = document.name
        self.data = document.data
        self._document = document

    def at(self, name: str, section: str = "") -> Source:
        """The line that sets a name; else that of its section, else the first."""
        found = self.line(name, section) or (self.line(section, "") if section else None)
        if found and found.sheet:
            return found
        return (found or Source(self.name, 1))._replace(column=name)

    def line(self, name: str, section: str) -> Source | None:
        """The line that sets a name, or begins a section; None where none does so alone."""
        return self._document.line(name, section)

    def columns(self, names: Iterable[str]) -> Columns:
        """Where the names of the top level stand."""
        return self._document.columns(names)

    def section(self, name: str) -> Mapping[str, Any]:
        """A table of the file, empty where there is none."""
        value = self.data.get(name, {})
        if isinstance(value, dict):
            return value
        self.refuse(name, "", say("toml.section", name=name))
        return {}

    def string(self, name: str, section: str = "") -> str:
        """A text on one line; empty where there is none."""
        value = (self.section(section) if section else self.data).get(name, "")
        if isinstance(value, str):
            return _plain(value)
        self.refuse(name, section, say("toml.string", name=name))
        return ""

    def texts(self, name: str, section: str, example: str) -> list[tuple[str, Source]] | None:
        """The texts of a list, each with its line; None where there is no list."""
        value = self.section(section).get(name)
        if value is None:
            return None
        message = say("toml.threshold", name=name, wanted=say("toml.words"))
        hint = say("toml.threshold.hint", name=name, example=example)
        if not isinstance(value, list):
            self.refuse(name, section, message, hint)
            return None
        rows = [*self._document.entries(name, section)]
        at = self.at(name, section)
        lines = [at._replace(row=row) for row in rows] if len(rows) == len(value) else []
        found: list[tuple[str, Source]] = []
        for entry, line in zip(value, lines or [at] * len(value), strict=True):
            if isinstance(entry, str):
                found.append((_plain(entry), line))
            else:
                self.report(error("value", message, line, hint=hint))
        return found

    def number(self, name: str, default: float, least: float, section: str) -> float:
        """A number from `least` to `MOST`."""
        value = self.section(section).get(name, default)
        fits = isinstance(value, int | float) and not isinstance(value, bool)
        if fits and least <= value <= MOST:
            return float(value)
        self.refuse(name, section, say("toml.number", name=name, least=int(least), most=MOST))
        return default

    def refuse(
        self, name: str, section: str, message: Message, hint: Message | None = None
    ) -> None:
        """Reports a value on the line that sets it."""
        self.report(error("value", message, self.at(name, section), hint=hint))

    def report(self, problem: Problem) -> None:
        """Once: a value may be read more than once."""
        if problem not in self.problems:
            self.problems.append(problem)


def is_whole(value: object, least: int, most: int) -> bool:
    """Whether a value is a whole number between two, which it may be."""
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _plain(text: str) -> str:
    return " ".join(without_controls(text).split())
