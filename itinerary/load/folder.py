"""A mission folder: `mission.toml` and a file for each table, a CSV file or a workbook."""

from collections.abc import Sequence
from pathlib import Path

from itinerary.load.documents import TomlDocument
from itinerary.load.edits import edited
from itinerary.load.files import UnusableError, read_grid
from itinerary.load.headers import TABLES
from itinerary.load.listing import list_tables, list_workbooks
from itinerary.load.rows import Table, understand
from itinerary.load.settings import FILE, SettingsReader
from itinerary.problems import Edit, Problem, has_errors
from itinerary.times import DateReader


class Folder:
    """Reads a folder; every doubt goes to `problems`."""

    def __init__(self, path: Path, problems: list[Problem], edits: Sequence[Edit]) -> None:
        self._path = path
        self._problems = problems
        self._edits = edits
        self._files = list_tables(path, problems)
        self._books = list_workbooks(path, self._files)
        refused = any(p.message.key == "file.sheet" and has_errors([p]) for p in problems)
        self.names = frozenset([*self._files, *self._books.values(), *["events"] * refused])
        """The tables that it has, also those that cannot be read."""

    def settings(self) -> SettingsReader:
        """Those of `mission.toml`."""
        return SettingsReader(TomlDocument(self._path / FILE, self._problems), self._problems)

    def tables(self, dates: DateReader) -> tuple[dict[str, Table], set[str]]:
        """The tables that can be read, and the names of those of which something is lost."""
        tables: dict[str, Table] = {}
        broken: set[str] = set()
        for name in (name for name in TABLES if name in self._files):
            before = len(self._problems)
            try:
                grid = edited(read_grid(self._files[name], self._problems), self._edits)
                tables[name] = understand(name, grid, self._problems)
            except UnusableError as fault:
                self._problems.append(fault.problem)
            if has_errors(self._problems[before:]):
                broken.add(name)
        if self._books:
            self._add_books(tables, broken, dates)
        return tables, broken

    def _add_books(self, tables: dict[str, Table], broken: set[str], dates: DateReader) -> None:
        """The tables of workbooks, where no text file holds them."""
        from itinerary.load.book.store import Shelf

        shelf = Shelf(self._books, self._problems, self._edits)
        found, lost = shelf.tables(dates)
        added = {name: table for name, table in found.items() if name not in self._files}
        tables |= added
        broken |= lost - self._files.keys()
        self.names |= added.keys()
