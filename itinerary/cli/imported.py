"""An import: read, put together, compared with the folder, and written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from itinerary.cli.import_calendars import Calendar, own_calendars, read_calendars
from itinerary.cli.import_sources import File, opened_files, read_sources, source_name
from itinerary.cli.opened import Options
from itinerary.cli.output import complain, refuse
from itinerary.load.files import UnusableError, read_bytes
from itinerary.load.imports.folder_tables import table_files
from itinerary.load.imports.frames import NEEDED, dates_outside, joined, read_frame
from itinerary.load.imports.imported import Imported
from itinerary.load.imports.received import received
from itinerary.load.settings import FILE
from itinerary.model import Mission
from itinerary.model.row_changes import TableChanges
from itinerary.model.tables import TextMission
from itinerary.problems import OneOf, Problem, by_policy, has_errors, in_order, say
from itinerary.publish.folder import FolderError
from itinerary.publish.import_folder import Draft, draft_import, write_import
from itinerary.publish.import_ledger import Ledger, read_ledger
from itinerary.publish.mission_toml import mission_toml


class Asked(NamedTuple):
    """What is to be imported, and how."""

    files: tuple[Path, ...]
    to: Path
    forget: tuple[str, ...] = ()
    settings: Mapping[str, object] = {}
    """For a `mission.toml` that is not there yet."""
    calendar: Calendar = Calendar()
    is_strict: bool = False
    dry_run: bool = False


class Outcome(NamedTuple):
    """What an import comes to."""

    changes: tuple[TableChanges, ...]
    problems: Sequence[Problem]
    files: int
    """How many were written."""
    code: int
    is_refused: bool = False
    """For a guess, where there must be none."""


def outcome_of(options: Options, asked: Asked) -> Outcome:
    """Imports, and writes unless it is not to; exit 2, nothing written, where it cannot."""
    problems: list[Problem] = []
    try:
        ledger = read_ledger(asked.to)
        _refuse_names(options, asked, ledger)
        _refuse_own(options, asked)
        settings, frame, sources = _read(options, asked, problems)
        after = _sources(asked, ledger, sources, problems)
        draft = draft_import(asked.to, ledger, after)
        parts = {name: one.mission.settings for name, one in sources.items()}
        problems += (*draft.problems, *dates_outside(frame, parts))
        return _written(asked, ledger, draft, settings, problems)
    except UnusableError as fault:
        complain(in_order([*problems, fault.problem]), options.words, options.width)
        raise typer.Exit(2) from None
    except FolderError as fault:
        below = [options.words.sentence(fault.hint)] if fault.hint else []
        raise refuse(options.words, fault.message, *below) from None


def _written(
    asked: Asked, ledger: Ledger, draft: Draft, settings: bytes | None, problems: list[Problem]
) -> Outcome:
    found = in_order(by_policy(problems, {"guess": "error"} if asked.is_strict else {}))
    is_refused = asked.is_strict and any(problem.code == "guess" for problem in found)
    code = 1 if has_errors(found) or draft.is_pending else 0
    files = 0
    if not (asked.dry_run or is_refused):
        files = write_import(asked.to, ledger, draft, settings)
    return Outcome(draft.changes, found, files, code, is_refused)


def _refuse_names(options: Options, asked: Asked, ledger: Ledger) -> None:
    """A source is known by the name of its file, so two cannot share one."""
    if not asked.files and not asked.forget:
        raise refuse(options.words, say("import.empty"), options.words.text("import.empty.hint"))
    names = [source_name(path) for path in asked.files]
    for name in names:
        if names.count(name) > 1:
            hint = options.words.text("import.twice.hint")
            raise refuse(options.words, say("import.twice", file=name), hint)
    for name in asked.forget:
        if name not in ledger.sources:
            known = OneOf(ledger.sources)
            below = [options.words.text("import.forget.hint", names=known)] if known else []
            raise refuse(options.words, say("import.forget", file=name), *below)


def _refuse_own(options: Options, asked: Asked) -> None:
    """What the folder itself holds cannot also be brought to it."""
    own = {path.resolve() for path in table_files(asked.to).values()}
    for path in asked.files:
        if path.resolve() in own:
            message = say("import.own", file=str(path), folder=str(asked.to))
            raise refuse(options.words, message, options.words.text("import.own.hint"))


def _read(
    options: Options, asked: Asked, problems: list[Problem]
) -> tuple[bytes | None, Mission, Mapping[str, Imported]]:
    """The `mission.toml` to write, if there is none; the frame; the sources by name."""
    path, files = asked.to / FILE, opened_files(asked.files)
    frame = read_frame(read_bytes(path), []) if path.exists() else None
    sources = read_sources(files, _known(frame) if frame else asked.settings)
    _refuse_unusable(options, sources)
    text = None
    if frame is None:
        text = _new_frame(options, asked, files, sources, problems)
        frame = read_frame(text, problems)
    sources |= read_calendars(files, frame, asked.calendar)
    _refuse_unusable(options, sources)
    problems += (problem for one in sources.values() for problem in one.problems)
    return text, frame, {name: sources[name] for name in files}


def _known(frame: Mission) -> Mapping[str, object]:
    return {name: getattr(frame, name) for name in NEEDED}


def _refuse_unusable(options: Options, sources: Mapping[str, Imported]) -> None:
    """Exit 2, with the problems of all files, where one brings nothing."""
    if any(not one.mission.tables and has_errors(one.problems) for one in sources.values()):
        found = in_order(problem for one in sources.values() for problem in one.problems)
        complain(found, options.words, options.width)
        raise typer.Exit(2)


def _new_frame(
    options: Options, asked: Asked, files: Mapping[str, File],
    sources: Mapping[str, Imported], problems: list[Problem],
) -> bytes:  # fmt: skip
    """The `mission.toml` of a mission that has none; exit 2 where too little is known."""
    given = joined([asked.settings])
    found = joined(one.mission.settings for one in sources.values()) | given
    if not all(found.get(name) for name in NEEDED):
        own = own_calendars(files, asked.calendar)
        _refuse_unusable(options, {**sources, **own})
        if not found.get("zone"):
            guesses = (p for one in own.values() for p in one.problems)
            problems += (p for p in guesses if p.message.key == "calendar.own_zone")
        found = joined([found, *(one.mission.settings for one in own.values())]) | given
    if missing := tuple(name for name in NEEDED if not found.get(name)):
        flags = tuple(f"--{name}" for name in missing)
        hint = options.words.text("import.missing.hint", flags=flags)
        raise refuse(options.words, say("import.missing", names=missing), hint)
    return mission_toml(found)


def _sources(
    asked: Asked, ledger: Ledger, sources: Mapping[str, Imported], problems: list[Problem]
) -> dict[str, TextMission]:
    """Every source as it is now; a file that takes the place of one that is forgotten keeps the
    ids of its rows."""
    after = {name: one for name, one in ledger.sources.items() if name not in asked.forget}
    successor = asked.forget[0] if len(asked.forget) == len(sources) == 1 else ""
    for name, one in sources.items():
        before = ledger.sources.get(name) or ledger.sources.get(successor)
        after[name] = received(name, one.mission, before, problems)
    return after
