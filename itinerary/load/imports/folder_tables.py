"""The tables of a folder as text, also where it is no mission yet."""

from pathlib import Path

from itinerary.load.files import UnusableError, read_grid
from itinerary.load.headers import known_tables
from itinerary.load.imports.merging import in_columns
from itinerary.load.listing import WORKBOOKS
from itinerary.load.rows import Table, understand
from itinerary.model.tables import TextTable
from itinerary.names import key
from itinerary.problems import Problem, Source, error, say

_ENDINGS = frozenset({".csv", ".tsv", ".txt"})


def table_files(folder: Path) -> dict[str, Path]:
    """The file of each table; the first by name, as where a mission is loaded.

    `UnusableError` where the system refuses to list them.
    """
    found: dict[str, Path] = {}
    try:
        paths = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as fault:
        reason = say("file.refused", file=str(folder), reason=fault.strerror or "?")
        hint = say("file.refused.hint")
        raise UnusableError(error("file", reason, Source(str(folder)), hint=hint)) from None
    for path in paths:
        table = known_tables().get(key(path.stem))
        if (
            table
            and path.suffix.lower() in _ENDINGS | WORKBOOKS
            and not path.name.startswith((".", "~"))
        ):
            found.setdefault(table, path)
    return found


def text_table(name: str, path: Path, problems: list[Problem]) -> TextTable:
    """A CSV file as rows under our column names; `UnusableError` where there is no table in it."""
    if path.suffix.lower() in WORKBOOKS:
        message, hint = say("import.book", file=path.name, table=name), say("import.book.hint")
        raise UnusableError(error("file", message, Source(path.name), hint=hint))
    return text_of_table(understand(name, read_grid(path, problems), problems))


def text_of_table(table: Table) -> TextTable:
    """Its rows as text; columns that are not ours keep their own header, and need one."""
    names = {place: column for column, place in table.places.items()}
    taken = {*names.values()}
    for place, header in enumerate(table.grid.header):
        if place not in names and header.strip() and header.strip() not in taken:
            names[place] = header.strip()
            taken.add(header.strip())
    rows = [
        {column: cells[place].strip() for place, column in names.items() if place < len(cells)}
        for _, cells in table.grid.rows
    ]
    return in_columns(table.name, [row for row in rows if any(row.values())])
