"""What sources bring, from text in a test's body."""

import csv
import re
from textwrap import dedent

from itinerary.load.imports.received import received
from itinerary.model.tables import TextMission, TextTable


def brought(text: str) -> TextMission:
    """Tables apart by blank lines, each below its name."""
    tables: dict[str, TextTable] = {}
    for block in filter(None, re.split(r"\n{2,}", dedent(text).strip())):
        name, header, *rows = block.split("\n")
        cells = (tuple(row) for row in csv.reader(rows))
        tables[name] = TextTable(name, tuple(header.split(",")), tuple(cells))
    return TextMission({}, tables)


def sources(**texts: str) -> dict[str, TextMission]:
    """Sources as an import keeps them, by name."""
    return {name: received(name, brought(text), None, []) for name, text in texts.items()}


def written(table: TextTable) -> list[str]:
    """The header and the rows of a table, as lines."""
    return [",".join(cells) for cells in (table.columns, *table.rows)]
