"""A mission as text: the cells as they are written, under our column names, also those in error.

What a sheet says by its layout, such as a day that stands once for several rows, is written out.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from itinerary.load.headers import columns
from itinerary.load.missions import store_at
from itinerary.load.rows import Table
from itinerary.load.settings import SettingsReader
from itinerary.model.origins import Origin
from itinerary.model.tables import TextMission, TextTable
from itinerary.problems import Problem, Source
from itinerary.times import DateReader


class Texts(NamedTuple):
    """The texts, what was wrong with the files, and where everything stands in these."""

    mission: TextMission
    problems: tuple[Problem, ...]
    origins: Mapping[str, Sequence[Origin]] = {}
    """Of each row of each table."""
    settings: Mapping[tuple[str, ...], Source] = {}
    """Of each setting, by its path: `("travel", "base")`."""


def read_text_mission(path: Path) -> Texts:
    """Of a folder or a workbook; `UnusableError` where it says too little to be a mission."""
    problems: list[Problem] = []
    store = store_at(path, problems)
    settings = store.settings()
    frame = settings.mission()
    tables, _ = store.tables(DateReader(frame.starts, frame.ends))
    places = dict(_places(settings, settings.data, ()))
    return _texts(settings.data, tables, problems)._replace(settings=places)


def _texts(
    settings: Mapping[str, object], tables: Mapping[str, Table], problems: list[Problem]
) -> Texts:
    texts: dict[str, TextTable] = {}
    origins: dict[str, Sequence[Origin]] = {}
    for name, table in tables.items():
        texts[name], origins[name] = _table(table)
    return Texts(TextMission(settings, texts), tuple(problems), origins)


def _table(table: Table) -> tuple[TextTable, list[Origin]]:
    """Ours in the order of the documentation, then the others in their own."""
    records = [(line, [*map(str.strip, cells)]) for line, cells in table.grid.rows]
    width = max([len(table.grid.header), *(len(cells) for _, cells in records)])
    header = [text.strip() for text in table.grid.header]
    header += [""] * (width - len(header))
    ours = [column for column in columns(table.name) if column in table.places]
    places = [table.places[column] for column in ours]
    filled = {place for _, cells in records for place, text in enumerate(cells) if text}
    others = [p for p in range(width) if p not in places and (header[p] or p in filled)]
    rows = tuple(
        tuple(cells[place] if place < len(cells) else "" for place in (*places, *others))
        for _, cells in records
    )
    names = (*ours, *(header[place] for place in others))
    origins = [Origin(table.columns, line) for line, _ in records]
    return TextTable(table.name, names, rows), origins


def _places(
    reader: SettingsReader, values: Mapping[str, object], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Source]]:
    for name, value in values.items():
        yield (*path, name), reader.at(name, ".".join(path))
        if isinstance(value, Mapping):
            yield from _places(reader, value, (*path, name))
