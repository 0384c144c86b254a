"""One problem solved stage by stage: each is minimised, then held while the next is."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import NamedTuple

from itinerary.plan.constraints import constrain
from itinerary.plan.formula import Term
from itinerary.plan.measures import MEASURES, floor
from itinerary.plan.puzzle import Option, Puzzle
from itinerary.plan.result import Progress, Stage, Watch
from itinerary.plan.sketch import sketched
from itinerary.plan.solver import Limit, Solver
from itinerary.plan.stages import STAGES

SHARE = 0.6
"""Of the time left, for each stage but the last: what comes later matters less."""


class Effort(NamedTuple):
    """How hard to try."""

    seconds: float = 30.0
    workers: int = 1
    seed: int = 1


class Found(NamedTuple):
    """What a search came to."""

    chosen: Mapping[int, Option]
    """By the number of the request in the puzzle."""
    stages: tuple[Stage, ...]
    is_stopped: bool = False

    @property
    def is_proven(self) -> bool:
        """Whether each stage that was reached could be no better."""
        return all(stage.value == stage.bound for stage in self.stages)


def search(
    puzzle: Puzzle,
    stages: Sequence[str],
    effort: Effort,
    watch: Watch = lambda progress: None,
    start: Mapping[int, Option] | None = None,
) -> Found:
    """The best plan of a puzzle that is found within the time.

    It begins from a plan, if one is given, else from a sketch.
    """
    found = _Search(puzzle, effort, watch)
    found.begin(sketched(puzzle.board, puzzle.requests) if start is None else start)
    return found.run([name for name in stages if name in STAGES])


class _Search:
    def __init__(self, puzzle: Puzzle, effort: Effort, watch: Watch) -> None:
        self._puzzle = puzzle
        self._solver = Solver(effort.seed, effort.workers)
        self._began = monotonic()
        self._ends = self._began + effort.seconds
        self._watch = watch
        self._values: Sequence[int] = ()
        self._chosen: Mapping[int, Option] = {}
        self._stages: list[Stage] = []
        constrain(puzzle)

    def begin(self, start: Mapping[int, Option]) -> None:
        """Takes a plan to begin from."""
        self._values = self._puzzle.values(start)
        self._chosen = self._puzzle.chosen(self._values)

    def run(self, names: Sequence[str]) -> Found:
        for name in names:
            try:
                self._stage(name, is_last=name == names[-1])
            except KeyboardInterrupt:  # between two searches
                self._solver.is_stopped = True
            if self._solver.is_stopped:
                break
        stages = tuple(map(self._now, self._stages))
        return Found(self._chosen, stages, self._solver.is_stopped)

    def _now(self, stage: Stage) -> Stage:
        """What the plan comes to at the end, which may be less than when the stage ended."""
        value = MEASURES[stage.name](self._puzzle, self._chosen)
        return stage._replace(value=value, bound=min(value, stage.bound))

    def _stage(self, name: str, is_last: bool) -> None:
        """One stage; no search where the plan there is cannot be better."""
        least = self._least(name)
        if MEASURES[name](self._puzzle, self._chosen) == least:
            self._stages.append(Stage(name, least, least))
            self._hold(name, [] if is_last else STAGES[name](self._puzzle))
            return
        terms = STAGES[name](self._puzzle)
        bound, is_proven = self._solve(name, terms, is_last)
        value = MEASURES[name](self._puzzle, self._chosen)
        bound = value if is_proven else min(value, max(least, bound))
        self._stages.append(Stage(name, value, bound))
        self._hold(name, terms)

    def _least(self, name: str) -> int:
        """What no plan can be better than."""
        if name == "unplaced":
            return self._puzzle.hopeless
        return floor(name, [(stage.name, stage.bound) for stage in self._stages])

    def _solve(self, name: str, terms: Sequence[Term], is_last: bool) -> tuple[int, bool]:
        """A bound, and whether the plan that is then there is proven; a second way of searching
        has the second half of the time."""
        self._solver.add(self._puzzle.formula.flush())
        left = max(0.0, self._ends - monotonic())
        seconds = left if is_last else left * SHARE
        until = monotonic() + seconds
        base = self._puzzle.hopeless if name == "unplaced" else 0

        def found(value: int, bound: int) -> None:
            passed = monotonic() - self._began
            self._watch(Progress(name, passed, value + base, bound + base))

        self._watch(Progress(name, monotonic() - self._began))
        bound = 0
        for limit in (Limit(seconds / 2), Limit(max(0.1, seconds / 2), is_mixed=True)):
            if monotonic() >= until or self._solver.is_stopped:
                break
            answer = self._solver.solve(terms, self._values, limit, found)
            bound = max(bound, answer.bound)
            if answer.values:
                self._take(name, answer.values)
            if answer.is_proven:
                return bound + base, True
        return bound + base, False

    def _take(self, name: str, values: Sequence[int]) -> None:
        """A plan that is found, unless the one there is, which may be a sketch, is better."""
        chosen, measure = self._puzzle.chosen(values), MEASURES[name]
        if measure(self._puzzle, chosen) <= measure(self._puzzle, self._chosen):
            self._values, self._chosen = values, chosen

    def _hold(self, name: str, terms: Sequence[Term]) -> None:
        """No later stage makes this one worse."""
        value = self._stages[-1].value
        if name == "unplaced":
            value -= self._puzzle.hopeless
            self._puzzle.is_complete = value == 0
        formula = self._puzzle.formula
        if value == 0:
            for literal, _ in terms:
                formula.any_of((~literal,))
        else:
            formula.at_most(terms, value)
