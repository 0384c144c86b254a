"""For each code a mission of a few rows that has the problem, and the lines that end it.

`CODE.toml` holds the tables; what `check` says of them is not written down but looked up, so
that it is always true.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from itinerary.problems import Severity, Source

FRAME = """\
title = "Example"
starts = 2017-11-04
ends = 2017-11-10
zone = "America/New_York"
"""


class Example(NamedTuple):
    """Tables with a problem of one code."""

    severity: Severity
    """How bad the rule is where `[checks]` says nothing."""
    tables: Mapping[str, str]
    """By file, its text."""
    repair: Mapping[Source, str]
    """By row, the line that stands there once the problem is solved."""
    today: date | None = None

    def files(self) -> dict[str, str]:
        """What stands in the folder of the mission."""
        return {"mission.toml": FRAME, **self.tables}

    def repaired(self) -> dict[str, str]:
        """The same, without the problem."""
        return {file: "".join(self._lines(file, text)) for file, text in self.files().items()}

    def _lines(self, file: str, text: str) -> Iterator[str]:
        for row, line in enumerate(text.splitlines(), 1):
            yield f"{self.repair.get(Source(file, row), line)}\n"


def example(code: str) -> Example:
    """The example of a rule, or of a code of the reading."""
    text = Path(__file__).with_name(f"{code}.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    return Example(
        Severity(found["severity"]),
        {_file(table): rows for table, rows in found["tables"].items()},
        {_row(label): line for label, line in found["repair"].items()},
        found.get("today"),
    )


def _file(table: str) -> str:
    """A name without an ending is that of a table."""
    return table if "." in table else f"{table}.csv"


def _row(label: str) -> Source:
    file, _, row = label.partition(":")
    return Source(file, int(row))
