"""The command `whatif`: what would break, for whom, and what would mend it; nothing is written."""

from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.finding import complete_event, complete_person
from itinerary.cli.opened import opened
from itinerary.cli.output import refuse
from itinerary.problems import has_errors, say


class Format(StrEnum):
    """How the answer is drawn."""

    TEXT = "text"
    JSON = "json"


def whatif(
    context: typer.Context,
    delay: Annotated[
        list[str] | None,
        typer.Option("--delay", metavar="JOURNEY=2h", help="A flight or train is late."),
    ] = None,
    drop: Annotated[
        list[str] | None,
        typer.Option(
            "--drop", metavar="EVENT", help="An event or a meeting is cancelled.",
            autocompletion=complete_event,
        ),
    ] = None,
    absent: Annotated[
        list[str] | None,
        typer.Option(
            "--absent", metavar="WHO=FROM..TO", help="Someone is away.",
            autocompletion=complete_person,
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
) -> None:  # fmt: skip
    """Tell what breaks if a flight is late, an event is dropped or someone is away."""
    from itinerary.cli.supposed import answer, draw_answer, supposed

    mission = opened(context)
    changes = supposed(mission, delay or (), drop or (), absent or ())
    if not changes.said:
        hint = mission.words.text("whatif.none.hint")
        raise refuse(mission.words, say("whatif.none"), hint)
    found = answer(mission, changes)
    draw_answer(mission, found, form)
    mission.warn()
    raise typer.Exit(1 if has_errors(one.problem for one in found.new) else 0)
