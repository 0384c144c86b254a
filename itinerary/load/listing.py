"""Which file of a folder is which table, and what is said of those that are nearly one."""

import re
from collections.abc import Mapping
from pathlib import Path

from itinerary.load.files import UnusableError
from itinerary.load.headers import known_tables
from itinerary.load.settings import FILE
from itinerary.names import key, near
from itinerary.problems import Problem, Source, error, say, warning

_ENDINGS = frozenset({".csv", ".tsv", ".txt"})
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods"})
_FOREIGN = frozenset({".numbers", ".xls", ".xlsb"})
"""Workbooks that cannot be read."""
_COPY = r"(?:(?:copie|copy|copia) (?:de |of )?)?(.+?)(?: (?:copie|copy|copia|v?\d{1,2}))*"
"""The `names.key` of `Copie de events`, `events (1)`, `events - Copy`."""


def list_tables(folder: Path, problems: list[Problem]) -> dict[str, Path]:
    """The file of each table; other files are left alone, near misses are named."""
    try:
        entries = sorted(path for path in folder.iterdir() if _may_be_table(path))
        texts = [path for path in entries if path.suffix.lower() in _ENDINGS]
        if not (folder / FILE).exists():
            raise UnusableError(_no_mission(folder, texts))
    except OSError as fault:
        reason = say("file.refused", file=str(folder), reason=fault.strerror or "?")
        hint = say("mission.hint")
        raise UnusableError(error("file", reason, Source(str(folder)), hint=hint)) from None
    files: dict[str, Path] = {}
    for path in texts:
        table = known_tables().get(key(path.stem))
        if table in files:
            message = say("file.two", file=path.name, other=files[table].name, table=table)
            problems.append(error("file", message, Source(path.name)))
        elif table:
            files[table] = path
        elif doubt := _doubt(path):
            problems.append(doubt)
    problems += _unreadable(entries, files)
    return files


def _may_be_table(path: Path) -> bool:
    """Not what systems leave beside one, such as `._events.csv`."""
    ending = path.suffix.lower()
    return (ending in _ENDINGS or ending in WORKBOOKS | _FOREIGN) and not path.name.startswith(
        (".", "~")
    )


def _no_mission(folder: Path, tables: list[Path]) -> Problem:
    message = say("mission.none" if tables else "mission.empty", folder=str(folder))
    return error("file", message, Source(FILE), hint=say("mission.hint"))


def _table_copied(path: Path) -> str | None:
    """The table whose copy this file seems to be."""
    match = re.fullmatch(_COPY, key(path.stem))
    return known_tables().get(match[1]) if match else None


def _doubt(path: Path) -> Problem | None:
    message = say("file.unknown", file=path.name)
    if table := _table_copied(path):
        hint = say("file.copy", file=f"{table}.csv")
    elif guess := near(path.stem, known_tables(), 1):
        hint = say("file.rename", file=f"{known_tables()[key(guess[0])]}.csv")
    else:
        return None
    return warning("file", message, Source(path.name), hint=hint)


def list_workbooks(folder: Path, files: Mapping[str, Path]) -> dict[Path, str]:
    """The workbooks of tables that no text file holds: `programme.xlsx`, `vols.ods`."""
    found: dict[Path, str] = {}
    for path in sorted(path for path in folder.iterdir() if _may_be_table(path)):
        table = known_tables().get(key(path.stem))
        if path.suffix.lower() in WORKBOOKS and table and table not in files:
            found[path] = table
    return found


def _unreadable(entries: list[Path], files: Mapping[str, Path]) -> list[Problem]:
    """Workbooks that seem to be tables that no other file holds; without that of events nothing
    can be shown."""
    found: list[Problem] = []
    for path in (path for path in entries if path.suffix.lower() in WORKBOOKS | _FOREIGN):
        table = known_tables().get(key(path.stem))
        if table and path.suffix.lower() in WORKBOOKS:
            continue
        table = table or _table_copied(path)
        if table and table not in files:
            made = error if table == "events" else warning
            message, hint = say("file.sheet", file=path.name), say("file.sheet.hint", table=table)
            found.append(made("file", message, Source(path.name), hint=hint))
    return found
