"""First repairs that can all be made: each is tried once more on top of those before it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from itinerary.check import check
from itinerary.check.repairs.cells import Tables
from itinerary.check.repairs.changes import Change, applied
from itinerary.check.since import Mark, marks
from itinerary.model import Mission
from itinerary.problems import Edit, Message, Problem, Severity
from itinerary.timetable import Timetable


class Tried(NamedTuple):
    """A repair that mends its problem on the mission as it is."""

    said: Message
    edits: tuple[Edit, ...]
    new: int
    """Problems that come with it."""
    change: Change | None = None
    """None where a cell is read anew."""
    told: int = 0
    """How many people's timetables change."""


class Together:
    """The mission with the first repairs made so far."""

    def __init__(
        self, mission: Mission, problems: Sequence[Problem], tables: Tables | None,
        today: date | None,
    ) -> None:  # fmt: skip
        self._mission = mission
        self._tables = tables
        self._today = today
        self._reading = tuple(problem for problem in problems if not problem.items)
        self._errors = _errors(problems)
        self._edits: tuple[Edit, ...] = ()

    def in_order(self, repairs: Sequence[Tried]) -> list[Tried]:
        """The repairs, with one that can be made on top of the others before it moved to the
        front; it is then taken as made."""
        made = set(self._edits)
        for repair in repairs:
            if made.issuperset(repair.edits) or self._accepts(repair):
                return [repair, *(other for other in repairs if other is not repair)]
        return list(repairs)

    def _accepts(self, repair: Tried) -> bool:
        cells = {edit.at for edit in self._edits}
        if any(edit.at in cells for edit in repair.edits):
            return False
        mission, reading = self._with(repair)
        if mission is None:
            return False
        found = check(Timetable(mission), reading, self._today)
        errors = _errors(found)
        if not errors <= self._errors:
            return False
        self._mission, self._errors = mission, errors
        self._reading = tuple(problem for problem in found if not problem.items)
        self._edits += repair.edits
        return True

    def _with(self, repair: Tried) -> tuple[Mission | None, Sequence[Problem]]:
        if repair.change is not None:
            return applied(self._mission, repair.change), self._reading
        if self._tables is None:
            return None, ()
        return self._tables.reread((*self._edits, *repair.edits))


def _errors(problems: Sequence[Problem]) -> frozenset[Mark]:
    found = (problem for problem in problems if problem.severity is Severity.ERROR)
    return frozenset(mark for problem in found for mark in marks(problem))
