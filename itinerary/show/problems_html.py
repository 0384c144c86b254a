"""The conflict report as one page of HTML that needs nothing else and asks nobody for anything."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.problems import Problem
from itinerary.show.html import page
from itinerary.show.problem_groups import Group, Reported, days_of, grouped
from itinerary.show.problem_timeline import Timeline, timeline
from itinerary.show.problems_text import remedies, summary
from itinerary.timetable import Timetable

LABELS = (
    "filters", "who", "day", "rule", "severity", "anyone", "any_day", "any_rule", "any_severity",
    "all", "nothing",
)  # fmt: skip


class Card(NamedTuple):
    """A problem as the page shows it."""

    rule: str
    severity: str
    sentence: str
    cells: tuple[str, ...]
    remedies: tuple[str, ...]
    people: tuple[str, ...]
    """Names, where there are several."""
    who: tuple[str, ...]
    """Ids of all."""
    days: tuple[str, ...]
    timeline: Timeline | None


class Section(NamedTuple):
    heading: str
    cards: tuple[Card, ...]


class Choice(NamedTuple):
    """What a filter offers: its value in the address, and how it reads."""

    value: str
    text: str


def problems_html(timetable: Timetable, problems: Sequence[Reported], words: Words) -> str:
    """The whole page, ending in a line break."""
    found = [one.problem for one in problems]
    context = {
        "words": words,
        "labels": {label: words.text(f"html.{label}") for label in LABELS},
        "title": words.text("report.title", mission=timetable.mission.title),
        "summary": summary(found, words, "") if found else words.text("report.clean"),
        "shown": words.text("html.shown", shown="{shown}", all=len(found)),
        "sections": list(_sections(timetable, grouped(timetable, problems, words), words)),
        "choices": _choices(timetable, found, words),
    }
    return page("problems.html", context, ("problems.css",), "problems.js")


def _sections(timetable: Timetable, groups: Iterable[Group], words: Words) -> Iterator[Section]:
    for group in groups:
        cards = (_card(timetable, one, words) for one in group.problems)
        yield Section(group.heading, tuple(cards))


def _card(timetable: Timetable, one: Reported, words: Words) -> Card:
    problem, people = one.problem, timetable.mission.people
    return Card(
        problem.code,
        problem.severity.value,
        words.sentence(problem.message),
        tuple(dict.fromkeys(at.label for at in problem.at)),
        tuple(remedies(one, words)),
        tuple(people[p].name for p in problem.people) if len(problem.people) > 1 else (),
        problem.people,
        tuple(f"{day}" for day in days_of(timetable, problem)),
        timeline(timetable, problem, words),
    )


def _choices(
    timetable: Timetable, problems: Sequence[Problem], words: Words
) -> dict[str, list[Choice]]:
    """What each filter offers: only what some problem has."""
    days = sorted({day for problem in problems for day in days_of(timetable, problem)})
    severities = dict.fromkeys(problem.severity.value for problem in problems)
    return {
        "who": list(_people(timetable.mission, problems)),
        "day": [Choice(f"{day}", words.day(day)) for day in days],
        "rule": [Choice(code, code) for code in sorted({p.code for p in problems})],
        "severity": [Choice(s, words.text(f"report.{s}")) for s in sorted(severities)],
    }


def _people(mission: Mission, problems: Iterable[Problem]) -> Iterator[Choice]:
    for person in mission.in_protocol_order({p for one in problems for p in one.people}):
        yield Choice(person, mission.people[person].name)
