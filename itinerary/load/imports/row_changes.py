"""What is new, changed and gone in a table, row by row and cell by cell."""

from collections.abc import Iterator

from itinerary.load.imports.row_keys import Cells, Key, called, keyed, known_by
from itinerary.model.row_changes import CellChange, RowChange
from itinerary.model.tables import TextTable


def row_changes(old: TextTable | None, new: TextTable | None) -> tuple[RowChange, ...]:
    """From one state of a table to the next, in the order of the new; what is gone comes last."""
    before, after = keyed(old), keyed(new)
    return tuple(_between(before, after))


def pending_changes(
    base: TextTable | None, new: TextTable | None, present: TextTable
) -> tuple[RowChange, ...]:
    """What has changed since `base` and does not stand yet in a table that somebody has edited.

    What they changed themselves is theirs, and so is a row they have deleted.
    """
    before, after, there = keyed(base), keyed(new), keyed(present)
    wanted: dict[Key, Cells] = {}
    for row, cells in after.items():
        if row in there:
            wanted[row] = {**there[row], **_news(before.get(row, {}), cells)}
        elif row not in before:
            wanted[row] = cells
    theirs = there.keys() - before.keys() - after.keys()
    return tuple(_between({r: cells for r, cells in there.items() if r not in theirs}, wanted))


def _news(before: Cells, after: Cells) -> Cells:
    """The cells that say something else than before; where nothing was said, what is filled in."""
    names = dict.fromkeys((*after, *before))
    return {c: after.get(c, "") for c in names if after.get(c, "") != before.get(c, "")}


def _between(before: dict[Key, Cells], after: dict[Key, Cells]) -> Iterator[RowChange]:
    for row, cells in after.items():
        if row not in before:
            filled = tuple(CellChange(c, "", text) for c, text in cells.items() if text)
            yield RowChange("new", known_by(cells), called(cells), filled)
        elif changed := tuple(_changed(before[row], cells)):
            yield RowChange("changed", known_by(cells), called(before[row]), changed)
    for row, cells in before.items():
        if row not in after:
            yield RowChange("gone", known_by(cells), called(cells))


def _changed(old: Cells, new: Cells) -> Iterator[CellChange]:
    for column, text in _news(old, new).items():
        if column != "id":  # the same key in other letters
            yield CellChange(column, old.get(column, ""), text)
