"""Problems as a reader wants them: those of the head of delegation first, then day by day."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import inf
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.problems import Problem, Severity, Suggestion
from itinerary.timetable import Item, Timetable

Place = tuple[int, date]
"""Where a group stands in a report."""
FIRST: Place = (0, date.min)
UNDATED: Place = (1, date.min)


class Reported(NamedTuple):
    """A problem as a report shows it."""

    problem: Problem
    day: date | None = None
    """The local day of the earliest of its items; None where it has none."""
    suggestions: tuple[Suggestion, ...] = ()


class Group(NamedTuple):
    """Problems under one heading."""

    heading: str
    problems: tuple[Reported, ...]


def reported(timetable: Timetable, problems: Iterable[Problem]) -> list[Reported]:
    """Each problem with its day, in the order given."""
    found = ((problem, earliest(timetable, problem)) for problem in problems)
    return [Reported(problem, item.day if item else None) for problem, item in found]


def items_of(timetable: Timetable, problem: Problem) -> list[Item]:
    """What the problem is about and stands at a time, in order of start."""
    if not problem.items:
        return []
    known = timetable.by_id
    items = (known[reference] for reference in problem.items if reference in known)
    return sorted(items, key=lambda item: item.span)


def days_of(timetable: Timetable, problem: Problem) -> list[date]:
    """Each local day on which one of its items starts."""
    return list(dict.fromkeys(item.day for item in items_of(timetable, problem)))


def earliest(timetable: Timetable, problem: Problem) -> Item | None:
    """The first of its items."""
    return next(iter(items_of(timetable, problem)), None)


def grouped(timetable: Timetable, problems: Iterable[Reported], words: Words) -> list[Group]:
    """Each problem once: errors for the head of delegation, what has no day, then each day.

    In a group errors come first, then protocol and time decide, then the order given.
    """
    heads = heads_of_delegation(timetable.mission)
    groups: dict[Place, list[Reported]] = {}
    for one in problems:
        groups.setdefault(_place(one, heads), []).append(one)
    names = tuple(timetable.mission.people[head].name for head in heads)
    return [
        Group(_heading(place, names, words), tuple(_in_order(timetable, groups[place])))
        for place in sorted(groups)
    ]


def heads_of_delegation(mission: Mission) -> tuple[str, ...]:
    """Whoever has the lowest rank that is given; nobody where none is."""
    ranks = [person.rank for person in mission.people.values() if person.rank is not None]
    least = min(ranks, default=None)
    return tuple(p.id for p in mission.people.values() if ranks and p.rank == least)


def _place(one: Reported, heads: Sequence[str]) -> Place:
    problem = one.problem
    if problem.severity is Severity.ERROR and not set(heads).isdisjoint(problem.people):
        return FIRST
    return UNDATED if one.day is None else (2, one.day)


def _heading(place: Place, heads: tuple[str, ...], words: Words) -> str:
    if place == FIRST:
        return words.text("report.first", names=heads)
    return words.text("report.undated") if place == UNDATED else words.long_day(place[1])


def _in_order(timetable: Timetable, problems: Sequence[Reported]) -> list[Reported]:
    order = timetable.mission.protocol_order
    last = len(order)

    def place(one: Reported) -> tuple[bool, int, float]:
        problem, item = one.problem, earliest(timetable, one.problem)
        person = order[problem.people[0]] if problem.people else last
        start = item.span.start.timestamp() if item else inf
        return problem.severity is Severity.WARNING, person, start

    return sorted(problems, key=place)
