"""The tables of a mission's folder that imports write: theirs are replaced, edited ones never."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from itinerary.load.files import read_bytes
from itinerary.load.headers import REQUIRED, TABLES
from itinerary.load.imports.folder_tables import table_files, text_table
from itinerary.load.imports.merging import Merged, in_columns, merge
from itinerary.load.imports.row_changes import pending_changes, row_changes
from itinerary.load.imports.row_ids import with_ids
from itinerary.load.imports.row_keys import cells_of
from itinerary.model.row_changes import RowChange, TableChanges
from itinerary.model.tables import TextMission, TextTable
from itinerary.problems import Problem
from itinerary.publish.folder import Step, replace_files
from itinerary.publish.import_ledger import LEDGER, Ledger, digest, ledger_bytes

_NO_EVENTS = TextTable("events", ("id", *REQUIRED["events"]))
"""Without a table of events a folder is no mission."""


class Draft(NamedTuple):
    """An import, before anything is written."""

    files: Mapping[str, bytes | None]
    """What is to be there; None for what is to be there no more."""
    changes: tuple[TableChanges, ...]
    ledger: Ledger
    problems: tuple[Problem, ...]

    @property
    def is_pending(self) -> bool:
        """Whether edited files lack something."""
        return any(one.is_edited and one.rows for one in self.changes)


class _State(NamedTuple):
    """A table before and after."""

    base: TextTable | None
    new: TextTable | None
    path: Path
    present: bytes | None
    """Its file; None where there is none."""


def draft_import(folder: Path, ledger: Ledger, sources: Mapping[str, TextMission]) -> Draft:
    """What the folder is to become with these sources.

    Raises `UnusableError` where a table of the folder that somebody has edited cannot be read.
    """
    merged, before = merge(sources), merge(ledger.sources).tables
    files: dict[str, bytes | None] = {}
    told: dict[str, TextTable] = {}
    digests = dict(ledger.files)
    changes: list[TableChanges] = []
    for name, state in _states(folder, ledger, before, merged).items():
        data = table_csv(state.new) if state.new else None
        file = f"{name}.csv"
        if not _is_ours(state, ledger.files.get(file, ()), data, file):
            rows = _pending(name, state)
            changes.append(TableChanges(name, state.path.name, rows, is_edited=True))
            if rows:
                told[name] = state.base or TextTable(name, ())
            continue
        is_new = state.present is None
        rows = row_changes(None if is_new else state.base, state.new)
        changes.append(TableChanges(name, file, rows, is_new))
        files[file] = data
        digests[file] = (digest(data),) if data is not None else ()
    kept = {name: found for name, found in digests.items() if found}
    shown = tuple(one for one in changes if one.rows)
    return Draft(files, shown, Ledger(kept, sources, told), merged.problems)


def write_import(
    folder: Path, old: Ledger, draft: Draft, settings: bytes | None, written: Step = lambda: None
) -> int:
    """Writes what is not as drafted, `settings` as `mission.toml` if given; how many files.

    The ledger knows old and new files until all are in place: one may end it at any point.
    """
    wanted = {**draft.files, **({"mission.toml": settings} if settings is not None else {})}
    changed = {name: data for name, data in wanted.items() if _read(folder / name) != data}
    final = ledger_bytes(draft.ledger)
    if not changed and _read(folder / LEDGER) == final:
        return 0
    digests = dict(draft.ledger.files)
    for name in changed:
        both = (*old.files.get(name, ()), *draft.ledger.files.get(name, ()))
        if both:
            digests[name] = tuple(dict.fromkeys(both))
    between = ledger_bytes(old._replace(files=digests))
    replace_files(folder, [{LEDGER: between}, changed, {LEDGER: final}], written)
    return len(changed)


def table_csv(table: TextTable) -> bytes:
    """As all tables that come with the program: UTF-8 without a mark, commas, plain line ends."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return out.getvalue().encode(errors="replace")


def _states(
    folder: Path, ledger: Ledger, before: Mapping[str, TextTable], merged: Merged
) -> dict[str, _State]:
    """Every table that imports have to do with, and that of events."""
    paths = table_files(folder)
    after = {"events": _NO_EVENTS, **merged.tables}
    states: dict[str, _State] = {}
    for name in dict.fromkeys((*after, *before, *(t for t in ledger.told if t in TABLES))):
        path = paths.get(name, folder / f"{name}.csv")
        base = ledger.told.get(name) or before.get(name)
        states[name] = _State(base, after.get(name), path, _read(path))
    return states


def _is_ours(state: _State, known: tuple[str, ...], data: bytes | None, file: str) -> bool:
    """Whether a file may be written: it is not there, or as an import has left it, which also
    one may be that has been typed since. One that no import has written is never ours."""
    if state.path.is_symlink() or state.path.name != file:
        return False
    if state.present is None:
        return not state.path.exists()
    return bool(known) and (state.present == data or digest(state.present) in known)


def _pending(name: str, state: _State) -> tuple[RowChange, ...]:
    rows = with_ids(name, cells_of(text_table(name, state.path, [])), ())
    return pending_changes(state.base, state.new, in_columns(name, rows))


def _read(path: Path) -> bytes | None:
    """What is in a file; None where there is none."""
    return read_bytes(path) if path.is_file() else None
