"""A timetable to its problems. Each rule is a file, a function and a problem code of one name.

`RULES` is the whole list, in the order of the documentation; a rule's docstring is its help.
"""

from collections.abc import Callable, Iterable, Iterator

from itinerary.check.absent import absent
from itinerary.check.capacity import capacity
from itinerary.check.closed import closed
from itinerary.check.outside import outside
from itinerary.check.overlap import overlap
from itinerary.check.travel import travel
from itinerary.check.venue import venue
from itinerary.model import Mission
from itinerary.names import near
from itinerary.problems import OneOf, Problem, by_policy, in_order, say, warning
from itinerary.timetable import Timetable

Rule = Callable[[Timetable], Iterator[Problem]]

RULES: tuple[Rule, ...] = (overlap, travel, venue, capacity, absent, outside, closed)

READING: tuple[str, ...] = ("file", "column", "value", "time", "weekday", "reference", "duplicate")
"""Codes of problems that are found while the tables are read."""

__all__ = ["READING", "RULES", "Rule", "check", "rule_names"]


def rule_names() -> tuple[str, ...]:
    """Every code a problem can have."""
    return (*(rule.__name__ for rule in RULES), *READING)


def check(timetable: Timetable, found_reading: Iterable[Problem] = ()) -> list[Problem]:
    """Every problem of a mission, those of the reading included, in order of file and row."""
    settings = timetable.mission.settings
    problems = list(found_reading)
    for rule in RULES:
        if settings.severities.get(rule.__name__) != "off":
            problems.extend(rule(timetable))
    problems.extend(_unknown_rules(timetable))
    return in_order(_once(timetable.mission, by_policy(problems, settings.severities)))


def _once(mission: Mission, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same cells wrong in the same way, as on each day of a repetition, are one problem."""
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        cause = problem.code, problem.severity, problem.message.key, problem.at
        groups.setdefault(cause if problem.items else id(problem), []).append(problem)
    for first, *others in groups.values():
        if not others:
            yield first
            continue
        every = (first, *others)
        yield first._replace(
            message=say("report.repeated", message=first.message, n=len(others)),
            people=mission.in_protocol_order({p for each in every for p in each.people}),
            items=tuple(dict.fromkeys(item for each in every for item in each.items)),
        )


def _unknown_rules(timetable: Timetable) -> Iterator[Problem]:
    mission = timetable.mission
    for name in mission.settings.severities.keys() - set(rule_names()):
        found = tuple(near(name, rule_names(), 1))
        hint = say("reference.near", names=OneOf(found or rule_names()))
        at = mission.origin.cell("title")._replace(row=0, column=name)
        yield warning("value", say("toml.unknown", name=name), at, hint=hint)
