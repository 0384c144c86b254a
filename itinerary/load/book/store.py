"""A mission in one workbook: its settings, and a table for each sheet that is one."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from itinerary.load.book.edits import edited_sheets
from itinerary.load.book.frame import guessed_frame
from itinerary.load.book.heads import is_settings, table_called
from itinerary.load.book.settings import Completed, SheetDocument, toml_beside
from itinerary.load.book.sheets import read_sheets
from itinerary.load.book.tables import book_tables, joined
from itinerary.load.edits import edited
from itinerary.load.files import UnusableError, read_grid
from itinerary.load.headers import TABLES
from itinerary.load.rows import Table, understand
from itinerary.load.settings import SettingsReader
from itinerary.problems import Edit, Problem, Source, error, has_errors, say, warning
from itinerary.times import DateReader

_FRAME = ("title", "starts", "ends")


class Book:
    """Reads a workbook; every doubt goes to `problems`."""

    def __init__(
        self, path: Path, plan: Path, problems: list[Problem], edits: Sequence[Edit]
    ) -> None:
        self._path = path
        self._plan = plan
        self._problems = problems
        self._edits = edits
        self._sheets = edited_sheets(read_sheets(path, problems), edits)
        self.names: frozenset[str] = frozenset()
        """The tables that it has, also those that cannot be read."""

    def settings(self) -> SettingsReader:
        """Those of the sheet, else of the file beside it; the days may come from the programme."""
        sheet = next((sheet for sheet in self._sheets if is_settings(sheet)), None)
        document = SheetDocument(sheet) if sheet else toml_beside(self._path, self._problems)
        missing = [name for name in _FRAME if not document or name not in document.data]
        found = guessed_frame(self._sheets, self._path) if missing else {}
        others = {name: found[name] for name in missing if name in found}
        if document is None or "zone" not in document.data:
            raise UnusableError(self._no_zone())
        if "starts" in others or "ends" in others:
            self._note({**document.data, **others})
        return SettingsReader(Completed(document, self._path.name, others), self._problems)

    def tables(self, dates: DateReader) -> tuple[dict[str, Table], set[str]]:
        """The tables that can be read, and the names of those of which something is lost."""
        before = len(self._problems)
        found = book_tables(self._sheets, dates, self._problems)
        lost = {_table_of(problem, dates) for problem in self._problems if _is_of_sheet(problem)}
        broken = lost | _broken(found, self._problems[before:])
        tables = {name: joined(name, found[name]) for name in TABLES if name in found}
        self._add_plan(tables)
        self.names = frozenset(tables) | lost
        return tables, broken

    def _add_plan(self, tables: dict[str, Table]) -> None:
        """The plan that the program wrote beside the workbook, rather than one within."""
        path = self._plan
        if not path.is_file():
            return
        if "plan" in tables:
            message = say("file.book.plan", file=path.name)
            at = tables["plan"].grid.head
            self._problems.append(warning("file", message, at, hint=say("file.book.plan.hint")))
        try:
            grid = edited(read_grid(path, self._problems), self._edits)
            tables["plan"] = understand("plan", grid, self._problems)
        except UnusableError as fault:
            self._problems.append(fault.problem)

    def _note(self, frame: Mapping[str, object]) -> None:
        starts, ends = (f"{frame.get(name)}" for name in ("starts", "ends"))
        message = say("guess.frame", starts=starts, ends=ends)
        hint = say("guess.frame.hint", starts=starts, ends=ends)
        self._problems.append(warning("guess", message, Source(self._path.name), hint=hint))

    def _no_zone(self) -> Problem:
        name = self._path.name
        hint = say("file.book.zone.hint", toml=self._path.with_suffix(".toml").name)
        return error("file", say("file.book.zone", file=name), Source(name), hint=hint)


class Shelf:
    """Reads workbooks that are tables of a folder, as their names say."""

    def __init__(
        self, paths: Mapping[Path, str], problems: list[Problem], edits: Sequence[Edit]
    ) -> None:
        self._paths = paths
        self._problems = problems
        self._edits = edits

    def tables(self, dates: DateReader) -> tuple[dict[str, Table], set[str]]:
        """The tables in all of them, and the names of those of which something is lost."""
        found: dict[str, list[Table]] = {}
        lost: set[str] = set()
        before = len(self._problems)
        for path, table in self._paths.items():
            try:
                sheets = edited_sheets(read_sheets(path, self._problems), self._edits)
            except UnusableError as fault:
                self._problems.append(fault.problem)
                lost.add(table)
                continue
            for name, tables in book_tables(sheets, dates, self._problems, table).items():
                found.setdefault(name, []).extend(tables)
        lost |= _broken(found, self._problems[before:])
        return {name: joined(name, found[name]) for name in TABLES if name in found}, lost


def _is_of_sheet(problem: Problem) -> bool:
    return problem.message.key in ("file.book.sheet", "file.book.headless")


def _table_of(problem: Problem, dates: DateReader) -> str:
    """That of a sheet which cannot be read; the programme if its name says nothing."""
    return table_called(problem.at[0].sheet, dates) or "events"


def _broken(found: Mapping[str, Sequence[Table]], problems: Sequence[Problem]) -> set[str]:
    """The tables in whose sheets something has been lost."""
    lost = {p.at[0].table for p in problems if p.at and has_errors([p])}
    return {
        name for name, tables in found.items() if any(t.grid.head.table in lost for t in tables)
    }
