"""A repair is tried: the mission is checked as it would be, first around the change, then whole."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from itinerary.check import check
from itinerary.check.repairs.cells import Tables, rewrites
from itinerary.check.repairs.changes import Change, applied
from itinerary.check.repairs.together import Tried
from itinerary.check.since import Mark, marks
from itinerary.problems import Problem, Severity
from itinerary.timetable import Item, Timetable


class Outcome(NamedTuple):
    """What a change leaves behind."""

    problems: tuple[Problem, ...]
    new: int
    """Problems that were not there before."""


class Part(Timetable):
    """A timetable of some items, in which only some people are followed."""

    def __init__(self, whole: Timetable, items: tuple[Item, ...], people: frozenset[str]) -> None:
        super().__init__(whole.mission, whole.legs, items)
        self._followed = people

    @cached_property
    def by_person(self) -> dict[str, Sequence[Item]]:
        """As in the whole, and nothing for those who are not followed."""
        found: dict[str, list[Item]] = {identity: [] for identity in self.mission.people}
        for item in self.items:
            for person in item.people:
                if person in self._followed:
                    found[person].append(item)
        return {**found}


class Touched(NamedTuple):
    """What a change can have to do with: the people, places and resources of its items."""

    people: frozenset[str]
    places: frozenset[str]
    resources: frozenset[str]

    def is_near(self, item: Item) -> bool:
        """Whether an item shares one of them."""
        return (
            item.place in self.places
            or item.end_place in self.places
            or not self.people.isdisjoint(item.people)
            or not self.resources.isdisjoint(item.resources)
        )


class Trials:
    """Tries changes of one mission against the problems it has now."""

    def __init__(
        self, timetable: Timetable, problems: Sequence[Problem], tables: Tables | None,
        today: date | None,
    ) -> None:  # fmt: skip
        self.timetable = timetable
        self.problems = tuple(problems)
        self._tables = tables
        self._today = today
        self._reading = tuple(p for p in problems if not p.items)
        self._parts: dict[Touched, frozenset[Mark]] = {}

    def outcome(self, change: Change, target: Problem) -> Outcome | None:
        """What is left after a change that mends the target; None if it mends nothing or harms.

        It harms if there are no fewer problems than before, or any error that was not there.
        """
        after = Timetable(applied(self.timetable.mission, change), self.timetable.legs)
        if not self._helps_nearby(after, change, target):
            return None
        found = [p for p in check(after, (), self._today) if p.items]
        return judged(self.problems, (*self._reading, *found), target)

    def cells(self, problem: Problem) -> Iterator[Tried]:
        """Ways to write the cell of a problem with which the whole mission has fewer."""
        if self._tables is None or not problem.at:
            return
        for rewrite in rewrites(self.timetable.mission, problem, self._tables):
            mission, reading = self._tables.reread(rewrite.edits)
            if mission is None:
                continue
            left = check(Timetable(mission), reading, self._today)
            outcome = judged(self.problems, left, problem)
            if outcome:
                yield Tried(rewrite.said, rewrite.edits, outcome.new)

    def _helps_nearby(self, after: Timetable, change: Change, target: Problem) -> bool:
        """The same question, asked only of what the change can touch: much cheaper."""
        touched = _touched(self.timetable, after, change)
        if touched not in self._parts:
            self._parts[touched] = self._marks(self.timetable, touched)
        before, now = self._parts[touched], self._marks(after, touched)
        is_mended = marks(target).isdisjoint(now)
        return is_mended and not any(mark.severity is Severity.ERROR for mark in now - before)

    def _marks(self, timetable: Timetable, touched: Touched) -> frozenset[Mark]:
        items = tuple(item for item in timetable.items if touched.is_near(item))
        part = Part(timetable, items, touched.people)
        return frozenset(mark for p in check(part, (), self._today) if p.items for mark in marks(p))


def judged(before: Sequence[Problem], after: Sequence[Problem], target: Problem) -> Outcome | None:
    """What is left if the target is mended, no error is new, and there is less than before."""
    known = {mark for problem in before for mark in marks(problem)}
    left = {mark for problem in after for mark in marks(problem)}
    new = [problem for problem in after if not marks(problem) <= known]
    is_harmed = any(problem.severity is Severity.ERROR for problem in new)
    if is_harmed or len(after) >= len(before) or not marks(target).isdisjoint(left):
        return None
    return Outcome(tuple(after), len(new))


def _touched(before: Timetable, after: Timetable, change: Change) -> Touched:
    ids = {id(record) for record in change.records}
    names = {(type(record), record.id) for record in change.records}
    old = [i for i in before.items if (type(i.record), i.record.id) in names]
    new = [i for i in after.items if id(i.record) in ids]
    return _around((*old, *new))


def _around(items: Iterable[Item]) -> Touched:
    people: set[str] = set()
    places: set[str] = set()
    resources: set[str] = set()
    for item in items:
        people.update(item.people)
        places |= {item.place, item.end_place}
        resources.update(item.resources)
    return Touched(frozenset(people), frozenset(places - {""}), frozenset(resources))
