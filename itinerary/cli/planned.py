"""A plan: searched for, and judged by the checks before anyone sees it."""

from typing import NamedTuple

import typer

from itinerary.check import RULES, check, code_of
from itinerary.cli.opened import Opened
from itinerary.cli.output import complain, refuse
from itinerary.cli.plan_progress import planning
from itinerary.cli.planned_if import Task
from itinerary.model import Mission
from itinerary.plan.planner import Wanted, plan
from itinerary.plan.result import Plan, planned
from itinerary.plan.search import Effort
from itinerary.plan.solver import MissingSolverError, is_installed
from itinerary.problems import Problem, Severity, say
from itinerary.timetable import Timetable

JUDGED = frozenset({
    "overlap", "travel", "absent", "late-leg", "stranded", "venue", "table", "capacity",
    "closed", "resource", "language", "outside",
})  # fmt: skip
"""The rules that every plan keeps."""


class Outcome(NamedTuple):
    """A plan, and the mission it is a plan of."""

    task: Task
    plan: Plan
    timetable: Timetable
    """Of the mission with the plan in it."""

    @property
    def code(self) -> int:
        """0 where every meeting has a place."""
        return 0 if self.plan.is_written and not self.plan.unplaced else 1

    @property
    def mission(self) -> Mission:
        return self.timetable.mission


def refuse_without_solver(opened: Opened) -> None:
    """Exit 2 where nothing can be planned at all."""
    if not is_installed():
        raise no_solver(opened)


def no_solver(opened: Opened) -> typer.Exit:
    """Says what to install; raise what it returns."""
    hint = opened.words.text("plan.no_solver.hint")
    return refuse(opened.words, say("plan.no_solver"), hint)


def outcome_of(opened: Opened, task: Task, effort: Effort, keeps: bool) -> Outcome:
    """The best plan that can be found; exit 2 if it breaks what it has to keep."""
    try:
        with planning(opened.words) as watch:
            found = plan(task.mission, Wanted(effort, keeps, task.only), watch)
    except MissingSolverError:
        raise no_solver(opened) from None
    outcome = Outcome(task, found, Timetable(planned(task.mission, found)))
    if faults := faults_of(outcome):
        complain(faults, opened.words, opened.options.width)
        raise refuse(opened.words, say("plan.fault"), opened.words.text("plan.fault.hint"))
    return outcome


def faults_of(outcome: Outcome) -> list[Problem]:
    """The errors of which a meeting that has been planned is a part.

    None of them can be there without the plan, as without it the meeting is nowhere. A meeting
    that was not to be decided stays where it was, be that good or bad.
    """
    decided = {f"meeting:{name}" for name in outcome.plan.placements if _is_decided(outcome, name)}
    if not decided:
        return []
    problems = check(outcome.timetable, rules=[rule for rule in RULES if code_of(rule) in JUDGED])
    errors = (p for p in problems if p.code in JUDGED and p.severity is Severity.ERROR)
    return [problem for problem in errors if not decided.isdisjoint(problem.items)]


def _is_decided(outcome: Outcome, identity: str) -> bool:
    if outcome.task.only is None:
        return True
    meeting = outcome.mission.meetings[identity]
    people = (*meeting.who.people, *meeting.counterpart.people, *meeting.optional.people)
    return not outcome.task.only.isdisjoint(people)
