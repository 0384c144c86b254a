"""Which problems are new since another check, and which are gone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from itinerary.check.wording import item as titled
from itinerary.check.wording import place as named
from itinerary.problems import Message, Problem, Severity, say, warning
from itinerary.times import Moment
from itinerary.timetable import Item, Timetable


class Mark(NamedTuple):
    """What makes a problem the same one in two checks, for one person.

    Rows move when a table is sorted, so a clash is known by its items; a cell that cannot be
    used is known by its column and by what is said of it.
    """

    code: str
    severity: Severity
    what: tuple[str, ...]
    person: str


def marks(problem: Problem, sentence: str = "") -> frozenset[Mark]:
    """A mark for each person concerned; one alone where nobody is."""
    what = tuple(sorted(problem.items)) or _cell(problem, sentence)
    people = problem.people or ("",)
    return frozenset(Mark(problem.code, problem.severity, what, person) for person in people)


def _cell(problem: Problem, sentence: str) -> tuple[str, ...]:
    if sentence:
        return (problem.at[0].table, problem.at[0].column, sentence) if problem.at else (sentence,)
    return tuple(at.full_label for at in problem.at) or (problem.message.key,)


class Changed(NamedTuple):
    """The difference between two checks."""

    new: tuple[Problem, ...]
    """Problems of the later one that concern somebody the earlier had no such problem for."""
    gone: tuple[Problem, ...]


def changed(before: Iterable[tuple[Problem, str]], after: Iterable[tuple[Problem, str]]) -> Changed:
    """Compares two checks, each problem with its sentence in one and the same language."""
    old, now = list(before), list(after)
    return Changed(_unmatched(now, old), _unmatched(old, now))


def _unmatched(
    problems: Sequence[tuple[Problem, str]], others: Iterable[tuple[Problem, str]]
) -> tuple[Problem, ...]:
    known = {mark for problem, sentence in others for mark in marks(problem, sentence)}
    return tuple(p for p, sentence in problems if not marks(p, sentence) <= known)


def moves_of(before: Timetable, after: Timetable, people: Sequence[str]) -> Iterator[Problem]:
    """A warning for each item of some people that is at another time or place than before.

    Its code is `precedence`: what the head of delegation does is told before all else.
    """
    for person in people:
        known = {item.id: item for item in before.by_person.get(person, ())}
        for item in after.by_person.get(person, ()):
            old = known.get(item.id)
            if old and (old.span, old.place, old.end_place) != (
                item.span, item.place, item.end_place,
            ):  # fmt: skip
                yield _moved(after, person, old, item)


def _moved(after: Timetable, person: str, old: Item, item: Item) -> Problem:
    message = say(
        "precedence.moved", person=after.mission.people[person].name, item=titled(item),
        old=Moment(old.span.start, old.zone), place=_from(after, old, item),
    )  # fmt: skip
    found = warning("precedence", message, item.at("start"))
    return found._replace(people=(person,), items=(item.id,))


def _from(after: Timetable, old: Item, item: Item) -> Message | str:
    if old.place == item.place:
        return ""
    return say("precedence.from", place=named(after.mission, old.place))
