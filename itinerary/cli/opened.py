"""Finding the mission a command is about, and loading it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

import typer

from itinerary.cli.output import complain, complain_text, refuse
from itinerary.load import Loaded, load_mission
from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.problems import Problem, Severity, by_policy, say
from itinerary.timetable import Timetable


@dataclass(eq=False, repr=False)
class Options:
    """The global options, and what follows from them; kept in the context of the command."""

    mission: Path | None = None
    words: Words = field(default_factory=Words)
    width: int | None = None

    @property
    def folder(self) -> Path:
        """`-m`, else the nearest folder upwards with a `mission.toml`; else exit 2."""
        found = self.mission or nearest_mission()
        if found is None:
            raise refuse(self.words, say("cli.no_mission"), self.words.text("cli.no_mission.hint"))
        return folder_of(found)


@dataclass(eq=False, repr=False)
class Opened:
    """A mission that could be read, the problems of its tables, and its timetable."""

    options: Options
    mission: Mission
    loaded: Loaded

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Those of the tables, as `[checks]` wants them."""
        return tuple(by_policy(self.loaded.problems, self.mission.settings.severities))

    @property
    def words(self) -> Words:
        return self.options.words

    def checked(self, today: date | None, is_whole: bool = False) -> list[Problem]:
        """Every problem; unless it has to be whole, the timetable of a large mission is from now
        on of what they speak of."""
        from itinerary.check import check
        from itinerary.check.calm import check_large

        large = None if is_whole else check_large(self.mission, self.problems, today)
        if large is None:
            return check(self.timetable, self.problems, today)
        self.timetable = large.timetable
        return large.problems

    @cached_property
    def timetable(self) -> Timetable:
        return Timetable(self.mission)

    @cached_property
    def now(self) -> datetime:
        """The one reading of the clock."""
        return datetime.now(UTC)

    def warn(self, problems: Iterable[Problem] | None = None) -> int:
        """Says on standard error that the tables have errors; the exit code that follows."""
        unusable = self.problems if problems is None else problems
        errors = sum(problem.severity is Severity.ERROR for problem in unusable)
        if errors:
            complain_text(self.words.text("cli.incomplete", n=errors), self.options.width)
        return 1 if errors else 0


def opened(context: typer.Context) -> Opened:
    """The mission of a command; exit 2, with every problem shown, if it cannot be read."""
    options: Options = context.obj
    folder = options.folder
    loaded = load_mission(folder)
    if loaded.mission is None:
        complain(loaded.problems, options.words, options.width)
        raise typer.Exit(2)
    if loaded.mission.starts.year == loaded.mission.ends.year:
        options.words.year = loaded.mission.starts.year
    return Opened(options, loaded.mission, loaded)


def folder_of(given: Path) -> Path:
    """The folder that is meant where its `mission.toml` is named."""
    return given.parent if given.name == "mission.toml" and given.is_file() else given


def nearest_mission() -> Path | None:
    """The nearest folder upwards from here with a `mission.toml`."""
    here = Path.cwd()
    folders = (here, *here.parents)
    return next((folder for folder in folders if (folder / "mission.toml").is_file()), None)
