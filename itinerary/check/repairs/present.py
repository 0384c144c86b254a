"""The mission as it is before any repair, which every trial is compared with."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from itinerary.check import Rule, check
from itinerary.check.repairs.cells import Tables
from itinerary.check.repairs.changes import Change, applied
from itinerary.check.since import marks
from itinerary.model import Mission
from itinerary.problems import Problem, Severity
from itinerary.timetable import Legs, Timetable
from itinerary.timetable.items import items_of


class Present:
    """The mission, its problems, and what it takes to check it as it would be."""

    def __init__(
        self, timetable: Timetable, problems: Sequence[Problem], tables: Tables | None,
        today: date | None,
    ) -> None:  # fmt: skip
        self.timetable = timetable
        self.problems = tuple(problems)
        self.tables = tables
        self.today = today
        self.known = frozenset(mark for problem in problems for mark in marks(problem))
        self._found = check(timetable, (), today)
        self._of_policy = check(timetable, (), today, ())
        of_rules = [p for p in self._found if not p.items and p not in self._of_policy]
        self.reading = tuple(p for p in problems if not p.items and p not in of_rules)
        """What the rules did not find; no change of a record changes it."""

    def changed(self, change: Change) -> Timetable:
        """The timetable after a change; the items of other records are taken over."""
        before = self.timetable
        mission = applied(before.mission, change)
        alone = applied(replace(mission, events={}, meetings={}, journeys={}, transfers={}), change)
        names = {(type(record), record.id) for record in change.records}
        kept = [i for i in before.items if (type(i.record), i.record.id) not in names]
        items = sorted((*kept, *items_of(alone)), key=lambda item: (item.span, item.id))
        return Timetable(mission, before.legs, tuple(items))

    def found(self, timetable: Timetable, rules: Sequence[Rule]) -> list[Problem]:
        """What some rules find; not what is wrong with their names and thresholds."""
        found = check(timetable, (), self.today, rules)
        return [problem for problem in found if problem not in self._of_policy]

    def check(self, mission: Mission, reading: Sequence[Problem]) -> list[Problem]:
        """Every problem of the mission as it would be; nothing is worked out twice."""
        old = self.timetable.mission
        if mission == old:
            return [*reading, *self._found]
        is_same = mission.venues == old.venues and mission.travel == old.travel
        legs: Legs | None = self.timetable.legs if is_same else None
        return check(Timetable(mission, legs), reading, self.today)

    def is_new_error(self, problem: Problem) -> bool:
        """Whether an error concerns somebody whom it did not concern before."""
        return problem.severity is Severity.ERROR and not marks(problem) <= self.known
