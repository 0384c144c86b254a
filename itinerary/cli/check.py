"""The command `check`."""

from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.finding import complete_person
from itinerary.cli.opened import opened
from itinerary.cli.when import read_date
from itinerary.problems import Severity, has_errors


def complete_rule() -> list[str]:
    """Every code, for the shell."""
    from itinerary.check import rule_names

    return list(rule_names())


class Format(StrEnum):
    """How the conflict report is drawn."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"
    HTML = "html"
    GITHUB = "github"


def check(
    context: typer.Context,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
    who: Annotated[
        str | None,
        typer.Option("--who", help="Only what concerns a person.", autocompletion=complete_person),
    ] = None,
    rule: Annotated[
        list[str] | None,
        typer.Option("--rule", help="Only a rule; may be repeated.", autocompletion=complete_rule),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--day", "-d", help="Only a day: 2017-11-06, 'lundi 6', J+2, today."),
    ] = None,
    least: Annotated[
        Severity, typer.Option("--min-severity", help="Only problems at least this bad.")
    ] = Severity.WARNING,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Up to three repairs of each, tried on the mission.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="OLD", help="Only what is new since a folder, report or revision."
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="A cell that had to be guessed is an error.")
    ] = False,
    today: Annotated[
        str | None, typer.Option("--today", help="As if it were this day.", metavar="D")
    ] = None,
) -> None:
    """Report every problem: clashes of people and places, and cells that cannot be read."""
    from itinerary.check.policy import without_guesses
    from itinerary.cli.report import Asked, draw_report, report_of
    from itinerary.cli.selected import Filters, selection, warn_of_day, warn_of_hidden

    mission = opened(context)
    if strict:
        mission.mission = without_guesses(mission.mission)
    wanted = selection(mission, Filters(who, rule or (), day, least))
    date = read_date(mission, "today" if today is None else today)
    everything = mission.checked(date, is_whole=suggest or since is not None)
    report = report_of(mission, wanted, everything, Asked(date, since, suggest))
    draw_report(mission, report, form)
    if not report.problems:
        warn_of_day(mission, wanted.day)
    warn_of_hidden(mission, everything, (one.problem for one in report.problems))
    raise typer.Exit(1 if has_errors(one.problem for one in report.problems) else 0)
