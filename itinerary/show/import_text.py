"""What an import changes, file by file and row by row."""

from collections.abc import Iterator, Sequence

from itinerary.locale import Words
from itinerary.model.row_changes import RowChange, TableChanges
from itinerary.problems import say
from itinerary.show.lines import Column, Line, Part, cells_of, row, wrapped

INDENT = 4
WIDEST = 32
"""Columns that an id takes before what follows is no longer aligned."""
_STYLES = {"new": "green", "changed": "yellow", "gone": "red"}


def import_text(changes: Sequence[TableChanges], words: Words, width: int) -> Iterator[Line]:
    """Each file with its counts and below it, unless all of it is new, its rows."""
    if not changes:
        yield from wrapped(words.text("import.same"), width)
    for one in changes:
        said = words.list(tuple(_counts(one, words)), "list.and")
        if one.is_edited:
            text = words.text("import.edited", file=one.file, counts=said)
            yield from wrapped(text, width, "bold yellow")
        else:
            yield from wrapped(words.text("import.file", file=one.file, counts=said), width, "bold")
        if not one.is_new:
            yield from _rows(one.rows, words, width)


def counted(rows: Sequence[RowChange]) -> dict[str, int]:
    """How many rows of each kind, those of which there are some."""
    counts = {kind: sum(row.kind == kind for row in rows) for kind in _STYLES}
    return {kind: number for kind, number in counts.items() if number}


def _counts(one: TableChanges, words: Words) -> Iterator[str]:
    for kind, number in counted(one.rows).items():
        yield words.text(f"import.counts.{kind}", n=number)


def _rows(rows: Sequence[RowChange], words: Words, width: int) -> Iterator[Line]:
    kinds = {kind: words.text(f"import.{kind}") for kind in _STYLES}
    longest = max(map(cells_of, kinds.values()))
    known = min(WIDEST, max(cells_of(one.row) for one in rows))
    for one in rows:
        kind = " " * INDENT + kinds[one.kind]
        columns = (
            Column(kind, INDENT + longest, _STYLES[one.kind]),
            Column(words.shown(one.row), known),
        )
        yield from row(columns, [Part(_said(one, words))], width)


def _said(one: RowChange, words: Words) -> str:
    """The name, and of a row that has changed each cell."""
    name = words.shown(one.name)
    if one.kind != "changed":
        return name
    nothing = words.text("import.nothing")
    cells = "; ".join(
        words.sentence(
            say("import.cell", column=cell.column, old=cell.old or nothing, new=cell.new or nothing)
        )
        for cell in one.cells
    )
    return f"{name}: {cells}" if name else cells
