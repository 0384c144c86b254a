"""The command `check`."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.finding import complete_person, find_person
from itinerary.cli.opened import Opened, opened
from itinerary.cli.output import columns, draw, refuse, show_problems, write, write_json
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
    problems = _selected(mission, find_problems(mission.timetable, mission.problems), who, rule)
    if form is Format.TEXT:
        _text(mission, problems)
    else:
        _draw(mission, problems, form)
    raise typer.Exit(1 if has_errors(problems) else 0)


def _selected(
    mission: Opened, problems: list[Problem], who: str | None, rules: list[str] | None
) -> list[Problem]:
    from itinerary.check import rule_names
    from itinerary.names import near

    person = find_person(mission, who).id if who else ""
    for rule in rules or ():
        if rule not in rule_names():
            found = OneOf(near(rule, rule_names()))
            key = "reference.near" if found else "value.choice.hint"
            hint = mission.words.text(key, names=found, choices=OneOf(rule_names()))
            raise refuse(mission.words, say("check.rule", rule=rule), hint)
    return [
        problem
        for problem in problems
        if (not person or person in problem.people) and (not rules or problem.code in rules)
    ]


def _draw(mission: Opened, problems: Sequence[Problem], form: Format) -> None:
    words = mission.words
    from itinerary.show import problems_tables as tables

    if form is Format.JSON:
        write_json(tables.problems_data(mission.mission.id, problems, words))
    elif form is Format.CSV:
        write(tables.problems_csv(problems, words))
    else:
        write(tables.problems_markdown(mission.mission, problems, words))


def _text(mission: Opened, problems: Sequence[Problem]) -> None:
    from itinerary.show.lines import BLANK, wrapped
    from itinerary.show.problems_text import summary

    words, frame = mission.words, mission.mission
    counts = (
        words.text("check.events", n=len(frame.events)),
        words.text("check.meetings", n=len(frame.meetings)),
        words.text("check.people", n=len(frame.people)),
    )
    show_problems(problems, words, mission.options.width, sys.stdout)
    text = summary(problems, words, words.list(counts))
    draw([BLANK] if problems else [])
    draw(wrapped(text, columns(mission.options.width)))
