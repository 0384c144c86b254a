"""A mission folder: `mission.toml` and a CSV file for each table."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from itinerary.load.acceptances import read_accepted
from itinerary.load.edits import edited
from itinerary.load.files import UnusableError, read_grid
from itinerary.load.headers import TABLES
from itinerary.load.intake import Intake, unknown
from itinerary.load.listing import list_tables
from itinerary.load.meetings import read_meetings
from itinerary.load.movements import read_absences, read_journeys, read_transfers
from itinerary.load.packing import begin
from itinerary.load.people import read_organisations, read_people
from itinerary.load.places import read_resources, read_travel, read_venues
from itinerary.load.programme import read_events
from itinerary.load.rows import Table, understand
from itinerary.load.settings import FILE, SettingsReader
from itinerary.load.who import WhoReader
from itinerary.model import Mission, Settings
from itinerary.problems import Edit, Problem, Source, error, has_errors, in_order, say
from itinerary.times import DateReader


class Loaded(NamedTuple):
    """What a folder came to. Without a mission nothing can be shown but the problems."""

    mission: Mission | None
    problems: tuple[Problem, ...]
    who: WhoReader | None = None

    def people_called(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids an expression of `who` comes to, and its terms that name nobody."""
        return self.who.people_called(text) if self.who else ((), (text,))


def load_folder(folder: Path, edits: Sequence[Edit] = ()) -> Loaded:
    """Reads every table of a mission folder; never raises for what is in it.

    With `edits` it is read as if these were made; no file is touched.
    """
    problems: list[Problem] = []
    try:
        mission, who = _read(folder, problems, edits)
    except UnusableError as fault:
        return Loaded(None, tuple(in_order([*problems, fault.problem])))
    return Loaded(mission, tuple(in_order(problems)), who)


def _read(
    folder: Path, problems: list[Problem], edits: Sequence[Edit]
) -> tuple[Mission, WhoReader] | tuple[None, None]:
    files = list_tables(folder, problems)
    is_in_workbook = has_errors(p for p in problems if p.message.key == "file.sheet")
    settings = SettingsReader(folder / FILE, problems)
    frame = replace(settings.mission(), folder=str(folder))
    tables, broken = _tables(files, problems, edits)
    dates = DateReader(frame.starts, frame.ends)
    absent = frozenset(TABLES) - files.keys()
    mission, who = _mission(Intake(frame, dates, problems, settings, absent, broken), tables)
    if "events" not in files and not is_in_workbook:
        hint = say("file.no_events.hint")
        raise UnusableError(error("file", say("file.no_events"), Source("events.csv"), hint=hint))
    return (mission, who) if "events" in tables else (None, None)


def _mission(intake: Intake, tables: dict[str, Table]) -> tuple[Mission, WhoReader]:
    if large := tables.get("meetings"):
        begin(large.grid.rows, len(large.grid.header))
    read_organisations(intake, tables.get("organisations"))
    read_venues(intake, tables.get("venues"))
    read_people(intake, tables.get("people"))
    travel = read_travel(intake, tables.get("travel"))
    read_resources(intake, tables.get("resources"))
    who = WhoReader(intake)
    if "people" in intake.absent:
        _learn_people(intake, tables, who)
    meetings, requests = read_meetings(intake, tables.get("meetings"), tables.get("plan"), who)
    mission = replace(
        intake.frame,
        events=read_events(intake, tables.get("events"), who),
        meetings=meetings,
        requests=requests,
        journeys=read_journeys(intake, tables.get("journeys"), who),
        transfers=read_transfers(intake, tables.get("transfers"), who),
        absences=read_absences(intake, tables.get("absences"), who),
        accepted=read_accepted(intake, tables.get("accepted"), who),
        travel=travel,
    )
    who.close()
    mission = replace(
        mission,
        settings=_with_base(intake),
        people=intake.people,
        organisations=intake.organisations,
        venues=intake.venues,
        resources=intake.resources,
        groups=who.groups,
    )
    return mission, who


def _learn_people(intake: Intake, tables: dict[str, Table], who: WhoReader) -> None:
    """Without a table of people, `all` is everyone whom any other table names."""
    known = len(intake.problems)
    for name in ("events", "meetings", "journeys", "transfers", "absences"):
        for row in intake.rows(tables.get(name)):
            for column in ("who", "optional", "hosts", "counterpart"):
                if text := row.text(column):
                    who.people_called(text)
    del intake.problems[known:]  # the rows are read again, and report then


def _with_base(intake: Intake) -> Settings:
    """The settings with the id of the venue that `base` names."""
    settings, venues = intake.frame.settings, intake.named("venues")
    base = venues.find(settings.base) if settings.base else ""
    if base is None and "venues" not in intake.broken:
        intake.settings.refuse_base(*unknown(settings.base, "venues", venues))
    return settings._replace(base=base or "")


def _tables(
    files: dict[str, Path], problems: list[Problem], edits: Sequence[Edit]
) -> tuple[dict[str, Table], set[str]]:
    """The tables that can be read, and the names of those of which something is lost."""
    tables: dict[str, Table] = {}
    broken: set[str] = set()
    for name in (name for name in TABLES if name in files):
        before = len(problems)
        try:
            grid = edited(read_grid(files[name], problems), edits)
            tables[name] = understand(name, grid, problems)
        except UnusableError as fault:
            problems.append(fault.problem)
        if has_errors(problems[before:]):
            broken.add(name)
    return tables, broken
