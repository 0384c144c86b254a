"""What several sources say, put together: one table of each name, and where they disagree."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from itinerary.load.headers import TABLES, columns
from itinerary.load.imports.row_keys import Cells, Key, called, keyed, known_by
from itinerary.model.tables import TextMission, TextTable
from itinerary.names import key
from itinerary.problems import Problem, Source, error, say


class Merged(NamedTuple):
    """The tables of all sources, none of them empty, and the cells of which they say two things."""

    tables: Mapping[str, TextTable]
    problems: tuple[Problem, ...]


def merge(sources: Mapping[str, TextMission]) -> Merged:
    """The rows of all sources by name, those of one key put together: the first that fills in a
    cell has the word. It depends on nothing but the sources, so a second import leaves no trace
    of what the first one brought and this one does not."""
    problems: list[Problem] = []
    tables: dict[str, TextTable] = {}
    for name in TABLES:
        parts = {s: m.tables[name] for s, m in sources.items() if name in m.tables}
        if any(table.rows for table in parts.values()):
            tables[name] = _table(name, parts, problems)
    return Merged(tables, tuple(problems))


def in_columns(name: str, rows: Sequence[Cells]) -> TextTable:
    """A table of the columns the rows have: ours as in the documentation, then the others."""
    used = dict.fromkeys(column for cells in rows for column in cells)
    ours = [column for column in columns(name) if column in used]
    order = (*ours, *(column for column in used if column not in ours))
    return TextTable(
        name, order, tuple(tuple(cells.get(column, "") for column in order) for cells in rows)
    )


def _table(name: str, parts: Mapping[str, TextTable], problems: list[Problem]) -> TextTable:
    whole: dict[Key, Cells] = {}
    authors: dict[tuple[Key, str], str] = {}
    for source, table in parts.items():
        for row, cells in keyed(table).items():
            known = whole.setdefault(row, {})
            for column, text in cells.items():
                if not known.get(column):
                    known[column] = text
                    authors[row, column] = source
                elif text and column != "id" and key(text) != key(known[column]):
                    first = authors[row, column]
                    problems.append(_conflict(name, known, column, (first, source, text)))
    return in_columns(name, [*whole.values()])


def _conflict(name: str, known: Cells, column: str, said: tuple[str, str, str]) -> Problem:
    first, other, text = said
    row = called(known) or known_by(known)
    message = say(
        "import.conflict", table=name, row=row, column=column, text=known[column], other=text,
        first=first, second=other,
    )  # fmt: skip
    at = (Source(other, 0, column), Source(first, 0, column))
    return error("duplicate", message, *at, hint=say("import.conflict.hint"))
