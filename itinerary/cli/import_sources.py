"""The files of an import, each read by what is in it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from itinerary.load.files import UnusableError, read_bytes
from itinerary.load.headers import known_tables
from itinerary.load.imports.folder_tables import text_table
from itinerary.load.imports.frames import joined
from itinerary.load.imports.imported import Imported, refused
from itinerary.load.imports.sniffing import Kind, sniff
from itinerary.model.tables import TextMission
from itinerary.names import key
from itinerary.problems import Problem, has_errors


class File(NamedTuple):
    """A file and what it is."""

    path: Path
    data: bytes
    kind: Kind
    problem: Problem | None = None
    """Why nothing of it can be read."""


def opened_files(paths: Sequence[Path]) -> dict[str, File]:
    """Each file by its name, with what it is or why it cannot be read."""
    return {source_name(path): _opened(path) for path in paths}


def source_name(path: Path) -> str:
    """What a source is known by: the name of its file, as text that can be written."""
    return path.name.encode(errors="replace").decode()


def _opened(path: Path) -> File:
    try:
        data = read_bytes(path)
    except UnusableError as fault:
        return File(path, b"", Kind.UNKNOWN, fault.problem)
    kind, problem = sniff(path.name, data)
    return File(path, data, kind, problem)


def read_sources(files: Mapping[str, File], known: Mapping[str, object]) -> dict[str, Imported]:
    """What each file brings but for calendars, which need the mission's frame.

    `known` is what is settled of that: days without a year are understood within `starts` and
    `ends`, times are written on the clocks of `zone`; where it is not known yet, on those of the
    first file that has any.
    """
    wanted = {name: file for name, file in files.items() if file.kind is not Kind.CALENDAR}
    found = {name: _read(file, known) for name, file in wanted.items()}
    zones = [str(one.mission.settings.get("zone") or "") for one in found.values()]
    if known.get("zone") or len({*filter(None, zones)}) < 2:
        return found
    first = joined(one.mission.settings for one in found.values())["zone"]
    return {name: _read(file, {**known, "zone": first}) for name, file in wanted.items()}


def _read(file: File, known: Mapping[str, object]) -> Imported:
    """Readers of formats that few need are imported when one is met."""
    name, data, zone = file.path.name, file.data, str(known.get("zone") or "")
    if file.problem is not None:
        return refused(UnusableError(file.problem))
    if file.kind is Kind.SCHEDULE_XML:
        from itinerary.load.imports.schedule_xml import read_schedule_xml

        return read_schedule_xml(name, data, zone)
    if file.kind is Kind.SCHEDULE_JSON:
        from itinerary.load.imports.schedule_json import read_schedule_json

        return read_schedule_json(name, data, zone)
    if file.kind is Kind.WORKBOOK:
        from itinerary.load.imports.books import read_book

        return read_book(file.path, known)
    return _table(file.path, known)


def _table(path: Path, known: Mapping[str, object]) -> Imported:
    """A CSV file: the table it is named for, else what can be found in it as in a sheet."""
    problems: list[Problem] = []
    table = known_tables().get(key(path.stem), "")
    plain: Imported | None = None
    if table:
        try:
            found = text_table(table, path, problems)
        except UnusableError as fault:
            return refused(fault)
        plain = Imported(TextMission({}, {table: found}), tuple(problems))
        if not any(problem.code == "column" for problem in problems if has_errors([problem])):
            return plain
    from itinerary.load.imports.books import read_text_sheet

    sheet = read_text_sheet(path, known, table)
    return sheet if plain is None or sheet.mission.tables else plain
