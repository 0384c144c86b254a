"""What of a conflict report is wanted: its filters, and how a report says them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from itinerary.check import READING, rule_names
from itinerary.cli.finding import find_person
from itinerary.cli.opened import Opened
from itinerary.cli.output import complain_text, refuse
from itinerary.cli.when import read_date
from itinerary.locale import Words
from itinerary.model import Person
from itinerary.names import key, near
from itinerary.problems import OneOf, Problem, Severity, has_errors, say
from itinerary.show.problem_groups import Reported, days_of
from itinerary.timetable import Timetable


class Filters(NamedTuple):
    """The options as they are typed."""

    who: str | None = None
    rules: Sequence[str] = ()
    day: str | None = None
    least: Severity = Severity.WARNING


class Selection(NamedTuple):
    """What they mean; what is left empty leaves everything in."""

    person: Person | None
    rules: tuple[str, ...]
    day: date | None
    least: Severity

    def of(self, timetable: Timetable, problems: Iterable[Reported]) -> list[Reported]:
        """The problems that are wanted, in their order."""
        return [one for one in problems if self._wants(timetable, one.problem)]

    def _wants(self, timetable: Timetable, problem: Problem) -> bool:
        return (
            (self.person is None or self.person.id in problem.people)
            and (not self.rules or problem.code in self.rules)
            and (self.least is Severity.WARNING or problem.severity is Severity.ERROR)
            and (self.day is None or self.day in days_of(timetable, problem))
        )

    def said(self, mission: Opened) -> str:
        """`of rule overlap on Mon 6 Nov concerning Jean-Claude Gaudin`."""
        words, parts = mission.words, []
        if self.rules:
            parts.append(words.text("check.of_rules", n=len(self.rules), rules=self.rules))
        if self.least is Severity.ERROR:
            parts.append(words.text("check.of_severity", severity=self.least.value))
        if self.day:
            parts.append(words.text("check.on_day", day=self.day))
        if self.person:
            parts.append(words.text("check.concerning", name=self.person.name))
        return " ".join(parts)


def selection(mission: Opened, filters: Filters) -> Selection:
    """What the options mean; exit 2 where they mean nothing."""
    person = None if filters.who is None else find_person(mission, filters.who)
    day = None if filters.day is None else read_date(mission, filters.day)
    rules = tuple(dict.fromkeys(find_rule(mission.words, rule) for rule in filters.rules))
    return Selection(person, rules, day, filters.least)


def find_rule(words: Words, text: str) -> str:
    """The code a text means: `long-day` where `long_day` is written; else exit 2."""
    codes = rule_names()
    wanted = key(text)
    for code in codes:
        if key(code) == wanted:
            return code
    found = OneOf(near(text, codes))
    remedy = "reference.near" if found else "value.choice.hint"
    hint = words.text(remedy, names=found, choices=OneOf(codes))
    raise refuse(words, say("check.rule", rule=text), hint)


def warn_of_hidden(
    mission: Opened, everything: Iterable[Problem], shown: Iterable[Problem]
) -> None:
    """Says that tables or settings have errors where the report does not show them all."""
    cells = {(problem.code, problem.at) for problem in shown}
    unusable = [p for p in everything if p.code in READING and not p.people and not p.items]
    if has_errors(p for p in unusable if (p.code, p.at) not in cells):
        mission.warn(unusable)


def warn_of_day(mission: Opened, day: date | None) -> None:
    """Says that a day on which nothing was found is none of the mission's."""
    from itinerary.show.agenda_text import meant

    frame, words = mission.mission, mission.words
    if day is None or frame.starts <= day <= frame.ends:
        return
    starts, ends = frame.starts, frame.ends
    text = words.text("check.outside", day=day, starts=starts, ends=ends)
    guess = meant(frame, day, words)
    complain_text(f"{text}; {guess}" if guess else text, mission.options.width)
