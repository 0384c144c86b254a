"""What the checks find, as a reader sees it."""

from typing import NamedTuple

from itinerary.check import check
from itinerary.locale import Words
from itinerary.problems import Problem, Source
from itinerary.timetable import Timetable
from tests.check.tables import loaded


class Finding(NamedTuple):
    """A problem in words: `at` holds cells such as `events.csv:2 start`."""

    code: str
    severity: str
    sentence: str
    at: tuple[str, ...]
    people: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    hint: str = ""


def found(text: str) -> list[Finding]:
    """Every problem of a mission given as text, of the reading and of all rules."""
    reading = loaded(text)
    assert reading.mission is not None
    problems = check(Timetable(reading.mission), reading.problems)
    return [in_words(problem) for problem in problems]


def in_words(problem: Problem) -> Finding:
    """The problem in English."""
    words = Words()
    return Finding(
        problem.code,
        problem.severity.value,
        words.sentence(problem.message),
        tuple(cell(source) for source in problem.at),
        problem.people,
        problem.items,
        words.sentence(problem.hint) if problem.hint else "",
    )


def cell(source: Source) -> str:
    """`events.csv:2 start`."""
    return f"{source.label} {source.column}".strip()
