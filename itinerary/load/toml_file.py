"""A TOML file: its values, and the line of every one that cannot be used."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from itinerary.load.files import UnusableError, decode, read_bytes, without_controls
from itinerary.problems import Message, Problem, Source, error, say

MOST = 10_000
"""Of any number of minutes or of kilometres an hour."""
_HEAD = r"\s*\[+([^\]]+)\]+\s*(?:#.*)?$"
_TOKEN = (
    r'"""[\s\S]*?"""|' r"'''[\s\S]*?'''|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'|"
    r"""#[^\n]*|[\[{\]},]|[^\s,\[\]{}"'#]+"""
)  # fmt: skip


class TomlFile:
    """Reads values of a TOML file; every doubt goes to `problems` with its line."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        self.problems = problems
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

    def at(self, name: str, section: str = "") -> Source:
        """The line that sets a name: tomllib gives none, so it is looked up in the text."""
        found = self.line(name, section) or (self.line(section, "") if section else None)
        return (found or Source(self.name, 1))._replace(column=name)

    def line(self, name: str, section: str) -> Source | None:
        """The line that sets a name, or begins a section; None where none does so alone."""
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
        rows = [*self._entry_rows(name, section)]
        at = self.at(name, section)
        lines = [at._replace(row=row) for row in rows] if len(rows) == len(value) else []
        found: list[tuple[str, Source]] = []
        for entry, line in zip(value, lines or [at] * len(value), strict=True):
            if isinstance(entry, str):
                found.append((_plain(entry), line))
            else:
                self.report(error("value", message, line, hint=hint))
        return found

    def _entry_rows(self, name: str, section: str) -> Iterator[int]:
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
