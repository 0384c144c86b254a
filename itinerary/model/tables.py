"""A table as text: what people write, before it means anything."""

from collections.abc import Mapping
from typing import NamedTuple


class TextTable(NamedTuple):
    """Rows of text under our column names; columns that are not ours keep their own header.

    Every row has as many cells as there are columns.
    """

    name: str
    """One of the tables: `events`, `people`."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


class TextMission(NamedTuple):
    """A mission as text: the values of `mission.toml`, nested as there, and its tables by name."""

    settings: Mapping[str, object]
    tables: Mapping[str, TextTable]


DRAWN = "\u27f3 "
"""With what the first cell of a sheet begins that the program drew from others."""
