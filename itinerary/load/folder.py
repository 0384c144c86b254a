"""A mission folder: `mission.toml` and a CSV file for each table."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from itinerary.load.files import UnusableError, read_grid
from itinerary.load.headers import TABLES, known_tables
from itinerary.load.intake import Intake, unknown
from itinerary.load.meetings import read_meetings
from itinerary.load.movements import read_absences, read_journeys, read_transfers
from itinerary.load.people import read_organisations, read_people
from itinerary.load.places import read_resources, read_travel, read_venues
from itinerary.load.programme import read_events
from itinerary.load.rows import Table, understand
from itinerary.load.settings import FILE, SettingsReader
from itinerary.load.who import WhoReader
from itinerary.model import Mission, Settings
from itinerary.names import key, near
from itinerary.problems import Problem, Source, error, has_errors, in_order, say, warning
from itinerary.times import DateReader

_ENDINGS = frozenset({".csv", ".tsv", ".txt"})


class Loaded(NamedTuple):
    """What a folder came to. Without a mission nothing can be shown but the problems."""

    mission: Mission | None
    problems: tuple[Problem, ...]
    who: WhoReader | None = None

    def people_called(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids an expression of `who` comes to, and its terms that name nobody."""
        return self.who.people_called(text) if self.who else ((), (text,))


def load_folder(folder: Path) -> Loaded:
    """Reads every table of a mission folder; never raises for what is in it."""
    problems: list[Problem] = []
    try:
        mission, who = _read(folder, problems)
    except UnusableError as fault:
        return Loaded(None, tuple(in_order([*problems, fault.problem])))
    return Loaded(mission, tuple(in_order(problems)), who)


def _read(folder: Path, problems: list[Problem]) -> tuple[Mission, WhoReader]:
    files = _files(folder, problems)
    settings = SettingsReader(folder / FILE, problems)
    frame = replace(settings.mission(), folder=str(folder))
    tables = _tables(files, problems)
    if "events" not in tables:
        if not has_errors(problems):
            hint = say("file.no_events.hint")
            problems.append(error("file", say("file.no_events"), Source("events.csv"), hint=hint))
        raise UnusableError(problems.pop())
    dates = DateReader(frame.starts, frame.ends)
    return _mission(Intake(frame, dates, problems, settings), tables)


def _mission(intake: Intake, tables: dict[str, Table]) -> tuple[Mission, WhoReader]:
    read_organisations(intake, tables.get("organisations"))
    read_venues(intake, tables.get("venues"))
    read_people(intake, tables.get("people"))
    travel = read_travel(intake, tables.get("travel"))
    read_resources(intake, tables.get("resources"))
    who = WhoReader(intake)
    meetings = read_meetings(intake, tables.get("meetings"), tables.get("plan"), who)
    mission = replace(
        intake.frame,
        events=read_events(intake, tables["events"], who),
        meetings=meetings,
        journeys=read_journeys(intake, tables.get("journeys"), who),
        transfers=read_transfers(intake, tables.get("transfers"), who),
        absences=read_absences(intake, tables.get("absences"), who),
        travel=travel,
    )
    mission = replace(
        mission,
        settings=_with_base(intake),
        people=intake.people,
        organisations=intake.organisations,
        venues=intake.venues,
        resources=intake.resources,
    )
    return mission, who


def _with_base(intake: Intake) -> Settings:
    """The settings with the id of the venue that `base` names."""
    settings, venues = intake.frame.settings, intake.named("venues")
    base = venues.find(settings.base) if settings.base else ""
    if base is None:
        intake.settings.refuse_base(*unknown(settings.base, "venues", venues))
    return settings._replace(base=base or "")


def _files(folder: Path, problems: list[Problem]) -> dict[str, Path]:
    """The file of each table; other files are left alone, near misses are named."""
    try:
        entries = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
        if not (folder / FILE).exists():
            raise UnusableError(_no_mission(folder, entries))
    except OSError as fault:
        reason = say("file.refused", file=str(folder), reason=fault.strerror or "?")
        hint = say("mission.hint")
        raise UnusableError(error("file", reason, Source(str(folder)), hint=hint)) from None
    files: dict[str, Path] = {}
    for path in entries:
        table = known_tables().get(key(path.stem))
        if table in files:
            message = say("file.two", file=path.name, other=files[table].name, table=table)
            problems.append(error("file", message, Source(path.name)))
        elif table:
            files[table] = path
        elif guess := near(path.stem, known_tables(), 1):
            hint = say("file.rename", file=f"{known_tables()[key(guess[0])]}.csv")
            message = say("file.unknown", file=path.name)
            problems.append(warning("file", message, Source(path.name), hint=hint))
    return files


def _no_mission(folder: Path, tables: list[Path]) -> Problem:
    message = say("mission.none" if tables else "mission.empty", folder=str(folder))
    return error("file", message, Source(FILE), hint=say("mission.hint"))


def _tables(files: dict[str, Path], problems: list[Problem]) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for name in TABLES:
        if name not in files:
            continue
        try:
            tables[name] = understand(name, read_grid(files[name], problems), problems)
        except UnusableError as fault:
            problems.append(fault.problem)
    return tables
