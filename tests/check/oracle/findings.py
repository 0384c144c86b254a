"""What a rule has found, in the terms of the oracles: of each person one by one."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from itinerary.check import Rule, code_of
from itinerary.problems import Problem
from itinerary.timetable import Timetable
from tests.check.oracle.plain import Hit

CROWD = "capacity.tables"
"""How the meetings of a day are grouped is not documented; each is judged alone."""


def seen(rule: Rule, timetable: Timetable, today: date | None) -> Counter[Hit]:
    """Every hit of a rule and how often it is reported."""
    given = {"today": today} if "today" in (rule.__kwdefaults__ or {}) else {}
    problems = list(rule(timetable, **given))
    assert {problem.code for problem in problems} <= {code_of(rule)}
    crowds = {item for one in problems if one.message.key == CROWD for item in one.items}
    crowded = (Hit(CROWD, "error", frozenset({item})) for item in crowds)
    alone = (one for one in problems if one.message.key != CROWD)
    return Counter([*crowded, *(hit for problem in alone for hit in _hits(problem))])


def _hits(problem: Problem) -> Iterator[Hit]:
    key, items = problem.message.key, frozenset(problem.items)
    if key == "name.same":
        for pair in combinations(problem.people, 2):
            yield from (_hit(problem, key, frozenset(pair), person) for person in pair)
        return
    if key in ("absent.before", "absent.after"):  # which journey is to blame is not documented
        key, items = "absent.elsewhere", frozenset(problem.items[:1])
    for person in problem.people or ("",):
        yield _hit(problem, key, items, person)


def _hit(problem: Problem, key: str, items: frozenset[str], person: str) -> Hit:
    return Hit(key, problem.severity.value, items, person)
