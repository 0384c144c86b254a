"""The commands `rules` and `rule`: what the checks look for."""

import inspect
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from itinerary.check import RULES, check, code_of, rule_names, thresholds
from itinerary.check.examples import example
from itinerary.check.policy import applied
from itinerary.cli.check import complete_rule
from itinerary.cli.opened import Options, nearest_mission, opened
from itinerary.cli.output import columns, draw, write_json
from itinerary.cli.selected import find_rule
from itinerary.load import load_mission
from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.problems import Problem
from itinerary.show.rules_text import Rule, Shown, Threshold, rule_text, rules_data, rules_text
from itinerary.timetable import Timetable


class Format(StrEnum):
    """How the list is drawn."""

    TEXT = "text"
    JSON = "json"


def rules(
    context: typer.Context,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
) -> None:
    """List what `check` looks for, with the severities and thresholds in force."""
    options: Options = context.obj
    mission = _mission(context)
    found = [_rule(code, mission, options.words) for code in rule_names()]
    if form is Format.JSON:
        write_json(rules_data(found))
    else:
        draw(rules_text(found, options.words, columns(options.width)))


def rule(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A rule, such as travel.", autocompletion=complete_rule
        ),
    ],
) -> None:
    """Explain a rule: what it finds, its thresholds, an example and its repair."""
    options: Options = context.obj
    code = find_rule(options.words, name)
    found = example(code)
    problems = _problems(found.files(), found.today)
    shown = Shown(found.tables, problems, found.repair)
    described = _rule(code, _mission(context), options.words)
    draw(rule_text(described, shown, options.words, columns(options.width)))


def _mission(context: typer.Context) -> Mission | None:
    """The mission whose settings are in force; exit 2 only if one is named and unreadable."""
    options: Options = context.obj
    if options.mission is not None:
        return opened(context).mission
    folder = nearest_mission()
    return load_mission(folder).mission if folder else None


def _rule(code: str, mission: Mission | None, words: Words) -> Rule:
    usual = example(code).severity.value
    wanted = mission.settings.severities.get(code, usual) if mission else usual
    if code == "file" and wanted == "off":  # what cannot be read at all is always said
        wanted = usual
    by_code = {code_of(function): function for function in RULES}
    if code not in by_code:
        return Rule(code, usual, wanted, words.text(f"reading.{code}"), ())
    function = by_code[code]
    chosen = applied(function, mission)[0] if mission else {}
    known = thresholds(function).items()
    limits = tuple(Threshold(name, value, chosen.get(name, value)) for name, value in known)
    return Rule(code, usual, wanted, inspect.getdoc(function) or "", limits)


def _problems(files: Mapping[str, str], today: date | None) -> list[Problem]:
    """What `check` says of a mission that is on no disk yet."""
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        loaded = load_mission(Path(folder))
    if loaded.mission is None:
        return list(loaded.problems)
    return check(Timetable(loaded.mission), loaded.problems, today)
