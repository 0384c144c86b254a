"""The command `diff`: what changed between two states of a mission, and for whom."""

from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.finding import complete_person


class Format(StrEnum):
    """How the changes are drawn."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


class By(StrEnum):
    """What the changes are listed by."""

    ITEM = "item"
    PERSON = "person"


def diff(
    context: typer.Context,
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A folder, a workbook or a revision of git.")
    ],
    new: Annotated[
        str | None,
        typer.Argument(metavar="[NEW]", help="The same; by default the mission of -m."),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option("--who", help="Only what concerns some.", autocompletion=complete_person),
    ] = None,
    by: Annotated[By, typer.Option("--by", help="Each change, or each person.")] = By.ITEM,
    day: Annotated[
        str | None,
        typer.Option("--day", "-d", help="Only a day: 2017-11-06, 'lundi 6', J+2, today."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if something has changed.")
    ] = False,
) -> None:
    """Tell what changed between two states of a mission: moved, new, cancelled, and for whom."""
    from itinerary.cli.compared import compared, draw_compared, states

    found = compared(states(context, old, new), who, day)
    draw_compared(found, form, by == By.PERSON)
    raise typer.Exit(int(exit_code and found.has_changes))
