"""Repairs beside the problems of a report, and the tables they are tried on."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from itinerary.check.repairs import Repairs
from itinerary.cli.opened import Opened
from itinerary.cli.progress import progress
from itinerary.load import load_mission, read_cell
from itinerary.model import Mission
from itinerary.problems import Edit, Problem, Source, by_policy
from itinerary.show.problem_groups import Reported
from itinerary.timetable import Timetable


class FolderTables:
    """The tables of a mission folder as repairs need them; nothing is ever written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def text(self, at: Source) -> str:
        """What stands in a cell."""
        return read_cell(self._folder, at)

    def reread(self, edits: Sequence[Edit]) -> tuple[Mission | None, Sequence[Problem]]:
        """The mission as it would be with some cells written anew."""
        loaded = load_mission(self._folder, edits)
        if loaded.mission is None:
            return None, loaded.problems
        severities = loaded.mission.settings.severities
        return loaded.mission, tuple(by_policy(loaded.problems, severities))


def with_suggestions(
    mission: Opened, everything: Sequence[Problem], shown: Sequence[Reported], today: date | None,
    timetable: Timetable | None = None,
) -> list[Reported]:  # fmt: skip
    """The problems shown, each with its repairs, which are tried against everything.

    With a `timetable` of a mission that is not written down, cells have no repairs.
    """
    tables = None if timetable else FolderTables(mission.options.folder)
    repairs = Repairs(timetable or mission.timetable, everything, tables, today)
    wanted = [one.problem for one in shown]
    found = {}
    with progress(mission.words.text("repair.trying"), len(wanted)) as advance:
        for problem, suggestions in repairs.found(wanted):
            found[id(problem)] = suggestions
            advance()
    return [one._replace(suggestions=found[id(one.problem)]) for one in shown]
