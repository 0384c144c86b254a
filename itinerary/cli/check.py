"""The command `check`."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.finding import complete_person, find_person
from itinerary.cli.opened import Opened, opened
from itinerary.cli.output import columns, draw, refuse, show_problems, write, write_json
from itinerary.model import Person
from itinerary.problems import OneOf, Problem, has_errors, say


def _rules() -> list[str]:
    from itinerary.check import rule_names

    return list(rule_names())


class Format(StrEnum):
    """How the conflict report is drawn."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"


def check(
    context: typer.Context,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
    who: Annotated[
        str | None,
        typer.Option("--who", help="Only what concerns a person.", autocompletion=complete_person),
    ] = None,
    rule: Annotated[
        list[str] | None,
        typer.Option("--rule", help="Only a rule.", autocompletion=_rules),
    ] = None,
) -> None:
    """Report every problem: clashes of people and places, and cells that cannot be read."""
    from itinerary.check import check as find_problems

    mission = opened(context)
    everything = find_problems(mission.timetable, mission.problems)
    person = None if who is None else find_person(mission, who)
    problems = _selected(mission, everything, person, rule)
    if form is Format.TEXT:
        _text(mission, problems, _filter(mission, person, rule))
    else:
        _draw(mission, problems, form)
    _warn_of_hidden(mission, problems)
    raise typer.Exit(1 if has_errors(problems) else 0)


def _selected(
    mission: Opened, problems: list[Problem], person: Person | None, rules: list[str] | None
) -> list[Problem]:
    from itinerary.check import rule_names
    from itinerary.names import near

    for rule in rules or ():
        if rule not in rule_names():
            found = OneOf(near(rule, rule_names()))
            key = "reference.near" if found else "value.choice.hint"
            hint = mission.words.text(key, names=found, choices=OneOf(rule_names()))
            raise refuse(mission.words, say("check.rule", rule=rule), hint)
    return [
        problem
        for problem in problems
        if (person is None or person.id in problem.people) and (not rules or problem.code in rules)
    ]


def _filter(mission: Opened, person: Person | None, rules: list[str] | None) -> str:
    """What was looked for: `of rule overlap concerning Jean-Claude Gaudin`."""
    words, names = mission.words, tuple(dict.fromkeys(rules or ()))
    parts = [words.text("check.of_rules", n=len(names), rules=names)] if names else []
    if person:
        parts.append(words.text("check.concerning", name=person.name))
    return " ".join(parts)


def _warn_of_hidden(mission: Opened, shown: Sequence[Problem]) -> None:
    """Says that the tables have errors where the report does not show them all."""
    cells = {(problem.code, problem.at) for problem in shown}
    if has_errors(p for p in mission.problems if (p.code, p.at) not in cells):
        mission.warn()


def _draw(mission: Opened, problems: Sequence[Problem], form: Format) -> None:
    words = mission.words
    from itinerary.show import problems_tables as tables

    if form is Format.JSON:
        write_json(tables.problems_data(mission.mission.id, problems, words))
    elif form is Format.CSV:
        write(tables.problems_csv(problems, words))
    else:
        write(tables.problems_markdown(mission.mission, problems, words))


def _text(mission: Opened, problems: Sequence[Problem], sought: str) -> None:
    from itinerary.show.lines import BLANK, wrapped
    from itinerary.show.problems_text import summary

    words, frame = mission.words, mission.mission
    counts = (
        words.text("check.events", n=len(frame.events)),
        words.text("check.meetings", n=len(frame.meetings)),
        words.text("check.people", n=len(frame.people)),
    )
    show_problems(problems, words, mission.options.width, sys.stdout)
    checked = f"{sought} {words.text('check.within', counts=words.list(counts))}".lstrip()
    text = summary(problems, words, checked)
    draw([BLANK] if problems else [])
    draw(wrapped(text, columns(mission.options.width)))
