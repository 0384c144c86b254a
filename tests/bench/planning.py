"""What a plan costs: rounds of meetings beside rivals, a real mission and its changes, a season.

Whole processes, one worker: that is deterministic here, and faster than two.
"""

import json
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from itinerary.load import load_mission
from itinerary.plan import Effort, Wanted, plan
from itinerary.plan.solver import library
from tests.bench.b2b import SIZES, Round, round_of, write_round
from tests.bench.conference import MEETINGS, write_conference
from tests.bench.processes import Command
from tests.bench.rivals import Answer, by_gecode, by_highs, has_minizinc

SEEDS = range(5)
GOALS = {False: (0.5, 1, 3, 3), True: (1, 1, 10, 10)}
"""Seconds for each of the sizes in order, normal and tight."""
LIMIT = 60
"""Seconds within which every round is to be proven."""
TIMES, LEAST_PATIENCE, MOST_PATIENCE = 10, 6.0, 20.0
"""A rival may take so many times as long as the program, but no fewer and no more seconds."""
RIVALS: Mapping[str, Callable[[Round, float], Answer]] = {
    "MiniZinc, Gecode": by_gecode,
    "HiGHS": by_highs,
}


class Run(NamedTuple):
    """One process of `plan`: how long it took, and its JSON."""

    seconds: float
    found: Mapping[str, Any]

    def is_proven(self, stages: Sequence[str] = ()) -> bool:
        """Whether no plan is better in the stages named; else in all but that of tables, which
        are chosen last and for the times found."""
        values, bounds = self.found["objective"], self.found["bounds"]
        named = stages or [name for name in values if name != "tables"]
        return all(values[name] == bounds[name] for name in named)


def run_plan(program: Command, folder: Path, *options: str) -> Run:
    """Plans a mission. That not every meeting has a place is exit code 1."""
    command = (*program, "-m", str(folder), "plan", "--format", "json", *options)
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - began
    if done.returncode not in (0, 1):
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return Run(seconds, json.loads(done.stdout))


class Row(NamedTuple):
    """The rounds of one size, by seed, and the rivals at the one that takes the median time."""

    people: int
    is_tight: bool
    runs: Sequence[Run]
    alone: float
    """Seconds the planner takes for that one from the mission to the plan, in this process: the
    rivals read no files either."""
    rivals: Mapping[str, Answer]

    def lines(self) -> Iterator[str]:
        seconds = [run.seconds for run in self.runs]
        proven = [run.is_proven(("unplaced", "gaps")) for run in self.runs]
        gaps = ", ".join(f"{run.found['objective'].get('gaps')}" for run in self.runs)
        goal = GOALS[self.is_tight][[*SIZES].index(self.people)]
        name = f"{self.people} people, {'tight' if self.is_tight else 'normal'}"
        yield (
            f"{median(seconds):8.2f} s  slowest {max(seconds):6.2f} s  (at most {goal} s)"
            f"  {sum(proven)} of {len(proven)} proven  gaps {gaps}  {name}"
        )
        for rival, answer in self.rivals.items():
            ratio = answer.seconds / self.alone
            beside = f"{rival} / the planner alone, {self.alone:.2f} s"
            yield f"{answer.seconds:8.2f} s  {_ratio(answer, ratio)}  {beside}"


def _ratio(answer: Answer, ratio: float) -> str:
    best = "nothing found" if answer.gaps is None else f"gaps {answer.gaps}"
    if answer.is_proven:
        return f"{ratio:.1f} times ours (at least 10)  proven  {best}"
    return f"more than {int(ratio)} times ours, not finished  {best}"


def round_lines(program: Command) -> Iterator[str]:
    """Every size, normal and tight, and how long it takes."""
    yield (
        f"rounds of meetings, {len(SEEDS)} of each size, a process each with one worker;"
        " median seconds"
    )
    if not has_minizinc():
        yield "minizinc is not installed, and so left out"
    for row in _rows(program):
        yield from row.lines()


def _rows(program: Command) -> Iterator[Row]:
    for is_tight in (False, True):
        for people in SIZES:
            runs = [_planned(program, round_of(people, seed, is_tight)) for seed in SEEDS]
            middle = sorted(SEEDS, key=lambda seed: runs[seed].seconds)[len(SEEDS) // 2]
            found = round_of(people, middle, is_tight)
            alone = _alone(found)
            limit = min(max(TIMES * alone, LEAST_PATIENCE), MOST_PATIENCE)
            rivals = {
                name: solve(found, limit)
                for name, solve in RIVALS.items()
                if solve is not by_gecode or has_minizinc()
            }
            yield Row(people, is_tight, runs, alone, rivals)


def _alone(found: Round) -> float:
    """Seconds from the mission to the plan; OR-Tools is imported before, as the rivals are."""
    library()
    with tempfile.TemporaryDirectory() as name:
        write_round(Path(name), found)
        mission = load_mission(Path(name)).mission
    assert mission is not None
    seconds: list[float] = []
    for _ in range(3):
        began = time.perf_counter()
        plan(mission, Wanted(Effort(LIMIT)))
        seconds.append(time.perf_counter() - began)
    return median(seconds)


def _planned(program: Command, found: Round) -> Run:
    with tempfile.TemporaryDirectory() as name:
        write_round(Path(name), found)
        return run_plan(program, Path(name), "--time-limit", f"{LIMIT}", "--dry-run")


def season_lines(program: Command) -> Iterator[str]:
    """A season too long to prove a plan of: what it comes to, and what `check` finds in it."""
    yield f"{MEETINGS} meetings of 2 to 12 people in five rooms, 2,560 steps; --time-limit as it is"
    with tempfile.TemporaryDirectory() as name:
        write_conference(Path(name))
        run = run_plan(program, Path(name))
        command = (*program, "-m", name, "check", "--format", "json", "--min-severity", "error")
        report = subprocess.run(command, capture_output=True, text=True, check=False)
    clashes = len(json.loads(report.stdout)["problems"])
    left, found = run.found["unplaced"], run.found
    yield (
        f"{run.seconds:8.2f} s  {found['placed']} of {MEETINGS} meetings placed, {len(left)} not,"
        f" {sum(bool(one['reasons']) for one in left)} of these with a reason (all)"
    )
    yield (
        f"{'':10}  weight left out {found['objective']['unplaced']}, no plan below"
        f" {found['bounds']['unplaced']};  {clashes} clashes (0)"
    )
