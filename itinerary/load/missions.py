"""A mission from wherever it is kept: a folder of tables, or a workbook."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from itinerary.load.acceptances import read_accepted
from itinerary.load.answers import read_answers
from itinerary.load.files import UnusableError
from itinerary.load.folder import Folder
from itinerary.load.headers import TABLES
from itinerary.load.intake import Intake, unknown
from itinerary.load.listing import WORKBOOKS
from itinerary.load.meetings import read_meetings
from itinerary.load.movements import read_absences, read_journeys, read_transfers
from itinerary.load.packing import begin
from itinerary.load.people import read_organisations, read_people
from itinerary.load.places import read_resources, read_travel, read_venues
from itinerary.load.programme import read_events
from itinerary.load.rows import Table
from itinerary.load.settings import SettingsReader
from itinerary.load.who import WhoReader
from itinerary.model import Mission, Settings
from itinerary.problems import Edit, Problem, Source, error, in_order, say
from itinerary.times import DateReader

PLAN = "plan.csv"


class Loaded(NamedTuple):
    """What a mission came to. Without one nothing can be shown but the problems."""

    mission: Mission | None
    problems: tuple[Problem, ...]
    who: WhoReader | None = None

    def people_called(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids an expression of `who` comes to, and its terms that name nobody."""
        return self.who.people_called(text) if self.who else ((), (text,))


class Store(Protocol):
    """Where a mission is kept."""

    def settings(self) -> SettingsReader:
        """Its frame and thresholds."""

    def tables(self, dates: DateReader) -> tuple[dict[str, Table], set[str]]:
        """The tables that can be read, and the names of those of which something is lost."""

    @property
    def names(self) -> frozenset[str]:
        """The tables that it has, also those that cannot be read."""


def load_mission(path: Path, edits: Sequence[Edit] = ()) -> Loaded:
    """Reads every table of a folder or a workbook; never raises for what is in it.

    With `edits` it is read as if these were made; no file is touched.
    """
    problems: list[Problem] = []
    try:
        mission, who = _read(path, problems, edits)
    except UnusableError as fault:
        return Loaded(None, tuple(in_order([*problems, fault.problem])))
    return Loaded(mission, tuple(in_order(problems)), who)


def is_workbook(path: Path) -> bool:
    """Whether a path is that of a file, which is then taken for a workbook."""
    return path.suffix.lower() in WORKBOOKS and not path.is_dir()


def plan_path(mission: Path) -> Path:
    """Where the plan of a mission is kept: `plan.csv`, or `trip.plan.csv` beside `trip.xlsx`."""
    if is_workbook(mission):
        return mission.with_name(f"{mission.stem}.{PLAN}")
    return mission / PLAN


def state_path(mission: Path) -> Path:
    """The folder of what the program remembers: `.itinerary`, or `trip.itinerary` by a workbook."""
    if is_workbook(mission):
        return mission.with_name(f"{mission.stem}.itinerary")
    return mission / ".itinerary"


def store_at(path: Path, problems: list[Problem], edits: Sequence[Edit] = ()) -> Store:
    """What keeps the mission of a path; `UnusableError` if nothing can be read there."""
    if is_workbook(path):
        from itinerary.load.book.store import Book

        return Book(path, plan_path(path), problems, edits)
    return Folder(path, problems, edits)


def _read(
    path: Path, problems: list[Problem], edits: Sequence[Edit]
) -> tuple[Mission, WhoReader] | tuple[None, None]:
    store = store_at(path, problems, edits)
    settings = store.settings()
    answers = read_answers(state_path(path), problems)
    frame = replace(settings.mission(), folder=str(path), answers=answers)
    dates = DateReader(frame.starts, frame.ends)
    tables, broken = store.tables(dates)
    absent = frozenset(TABLES) - store.names
    mission, who = _mission(Intake(frame, dates, problems, settings, absent, broken), tables)
    if "events" not in store.names:
        is_book = is_workbook(path)
        hint = say("file.no_events_sheet" if is_book else "file.no_events.hint")
        at = Source(path.name if is_book else "events.csv")
        raise UnusableError(error("file", say("file.no_events"), at, hint=hint))
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
