"""A repair is tried: the mission is checked as it would be, by the likeliest to refuse first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itinerary.check import RULES, code_of
from itinerary.check.overlap import overlap
from itinerary.check.repairs.cells import rewrites
from itinerary.check.repairs.changes import Change
from itinerary.check.repairs.present import Present
from itinerary.check.repairs.together import Tried
from itinerary.check.since import marks
from itinerary.check.travel import travel
from itinerary.problems import Problem

STRICT = (overlap, travel)
"""The rules that refuse most changes."""


class Outcome(NamedTuple):
    """What a change leaves behind."""

    new: int
    """Problems that were not there before."""


class Trials:
    """Tries changes of one mission against the problems it has now."""

    def __init__(self, present: Present) -> None:
        self._present = present

    def outcome(self, change: Change, target: Problem) -> Outcome | None:
        """What is left after a change that mends the target; None if it mends nothing or harms.

        It harms if there are no fewer problems than before, or any error that was not there.
        """
        present = self._present
        after = present.changed(change)
        first = tuple(rule for rule in RULES if code_of(rule) == target.code)
        then = tuple(rule for rule in STRICT if rule not in first)
        found = [*present.reading]
        for rules in (first, then, tuple(rule for rule in RULES if rule not in first + then)):
            of_rules = present.found(after, rules)
            if not self._is_passed(of_rules, target):
                return None
            found += of_rules
        return self._judged(found, target)

    def cells(self, problem: Problem) -> Iterator[Tried]:
        """Ways to write the cell of a problem with which the whole mission has fewer."""
        present = self._present
        if present.tables is None or not problem.at:
            return
        for rewrite in rewrites(present.timetable.mission, problem, present.tables):
            mission, reading = present.tables.reread(rewrite.edits)
            if mission is None or not self._is_passed(reading, problem):
                continue
            outcome = self._judged(present.check(mission, reading), problem)
            if outcome:
                yield Tried(rewrite.said, rewrite.edits, outcome.new)

    def _is_passed(self, found: Sequence[Problem], target: Problem) -> bool:
        """Whether the target is not among some problems, nor an error that was not there."""
        wanted = marks(target)
        return not any(
            self._present.is_new_error(problem) or not wanted.isdisjoint(marks(problem))
            for problem in found
        )

    def _judged(self, after: Sequence[Problem], target: Problem) -> Outcome | None:
        if len(after) >= len(self._present.problems) or not self._is_passed(after, target):
            return None
        return Outcome(sum(not marks(problem) <= self._present.known for problem in after))
