"""A timetable to its problems. Each rule is a file, a function and a problem code of one name.

`RULES` is the whole list, in the order of the documentation; a rule's docstring is its help.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from itinerary.check.absent import absent
from itinerary.check.capacity import capacity
from itinerary.check.closed import closed
from itinerary.check.declined import declined
from itinerary.check.language import language
from itinerary.check.late_leg import late_leg
from itinerary.check.long_day import long_day
from itinerary.check.meal import meal
from itinerary.check.name import name
from itinerary.check.nobody import nobody
from itinerary.check.outside import outside
from itinerary.check.overlap import overlap
from itinerary.check.policy import (
    TODAY,
    Rule,
    applied,
    code_of,
    thresholds,
    unknown_acceptances,
    unknown_rules,
    without_accepted,
)
from itinerary.check.precedence import precedence
from itinerary.check.promise import promise
from itinerary.check.quorum import quorum
from itinerary.check.resource import resource
from itinerary.check.rest import rest
from itinerary.check.stranded import stranded
from itinerary.check.table import table
from itinerary.check.travel import travel
from itinerary.check.unconfirmed import unconfirmed
from itinerary.check.vehicle import vehicle
from itinerary.check.venue import venue
from itinerary.model import Mission
from itinerary.problems import Problem, by_policy, in_order, say
from itinerary.timetable import Timetable

RULES: tuple[Rule, ...] = (
    overlap, travel, absent, meal, rest, long_day, late_leg, stranded,
    venue, table, capacity, closed, resource, vehicle, language, promise,
    quorum, nobody, unconfirmed, declined, precedence, outside, name,
)  # fmt: skip

READING: tuple[str, ...] = (
    "file", "column", "value", "time", "weekday", "reference", "name", "guess", "duplicate",
)  # fmt: skip
"""Codes of problems that are found while the tables are read."""

__all__ = ["READING", "RULES", "Rule", "check", "code_of", "rule_names", "thresholds"]


def rule_names() -> tuple[str, ...]:
    """Every code a problem can have."""
    return tuple(dict.fromkeys((*map(code_of, RULES), *READING)))


def check(
    timetable: Timetable, found_reading: Iterable[Problem] = (), today: date | None = None,
    rules: Sequence[Rule] = RULES,
) -> list[Problem]:  # fmt: skip
    """Every problem of a mission, those of the reading included, in order of file and row.

    Without a date of `today`, what depends on one is not looked for.
    """
    mission = timetable.mission
    severities, codes = mission.settings.severities, tuple(map(code_of, RULES))
    problems = [*found_reading, *unknown_rules(mission, codes, READING)]
    problems += unknown_acceptances(mission, codes, READING)
    sought: list[str] = []
    for rule in rules:
        chosen, unusable = applied(rule, mission)
        problems += unusable
        given = {TODAY: today} if TODAY in (rule.__kwdefaults__ or {}) else {}
        if severities.get(code_of(rule)) != "off":
            problems.extend(rule(timetable, **chosen, **given))
            sought += [] if None in given.values() else [code_of(rule)]
    left = without_accepted(mission, by_policy(problems, severities), sought)
    return in_order(_once(mission, left))


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
