"""What is new, changed and gone in tables of text."""

from typing import NamedTuple


class CellChange(NamedTuple):
    """A cell that says something else."""

    column: str
    old: str
    new: str


class RowChange(NamedTuple):
    """A row that is `new`, `changed` or `gone`."""

    kind: str
    row: str
    """Its id, or what stands in for one."""
    name: str
    """What people call it; empty where it has no name."""
    cells: tuple[CellChange, ...] = ()
    """Of one that has changed; of a new one what is filled in."""


class TableChanges(NamedTuple):
    """What changes in one file."""

    table: str
    file: str
    rows: tuple[RowChange, ...]
    is_new: bool = False
    """The file was not there."""
    is_edited: bool = False
    """Somebody has edited it since it was written: it is left alone, the rows are only told."""
