"""First repairs that can all be made: each is tried once more on top of those before it."""

from collections.abc import Sequence
from typing import NamedTuple

from itinerary.check.repairs.changes import Change, applied, record_of
from itinerary.check.repairs.present import Present
from itinerary.check.since import Mark, marks
from itinerary.model import Mission
from itinerary.problems import Edit, Message, Problem, Severity


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

    def __init__(self, present: Present) -> None:
        self._present = present
        self._mission = present.timetable.mission
        self._reading: Sequence[Problem] = present.reading
        self._errors = _errors(present.problems)
        self._edits: tuple[Edit, ...] = ()

    def all_in_order(self, found: Sequence[Sequence[Tried]]) -> list[list[Tried]]:
        """As `in_order` for each of several problems; their first repairs are tried at once."""
        edits = tuple(dict.fromkeys(e for repairs in found for r in repairs[:1] for e in r.edits))
        is_apart = len({edit.at for edit in edits}) == len(edits)
        firsts = [repairs[0] for repairs in found if repairs]
        if firsts and is_apart and self._accepts(firsts[0]._replace(edits=edits, change=None)):
            return [[*repairs] for repairs in found]
        return [self.in_order(repairs) for repairs in found]

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
        errors = _errors(self._present.check(mission, reading))
        if not errors <= self._errors:
            return False
        self._mission, self._reading, self._errors = mission, reading, errors
        self._edits += repair.edits
        return True

    def _with(self, repair: Tried) -> tuple[Mission | None, Sequence[Problem]]:
        if repair.change is not None and self._is_untouched(repair.change):
            return applied(self._mission, repair.change), self._reading
        if self._present.tables is None:
            return None, ()
        return self._present.tables.reread((*self._edits, *repair.edits))

    def _is_untouched(self, change: Change) -> bool:
        """Whether no repair made so far has changed the records that this one changes."""
        before = self._present.timetable.mission
        return all(
            record_of(self._mission, record) == record_of(before, record)
            for record in change.records
        )


def _errors(problems: Sequence[Problem]) -> frozenset[Mark]:
    found = (problem for problem in problems if problem.severity is Severity.ERROR)
    return frozenset(mark for problem in found for mark in marks(problem))
