"""The command `roster`: who is expected at an event."""

from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.finding import complete_event, find_event
from itinerary.cli.opened import opened
from itinerary.cli.output import columns, draw, write, write_json


class Format(StrEnum):
    """How a list is drawn."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def roster(
    context: typer.Context,
    event: Annotated[
        list[str],
        typer.Argument(help="An id, a title or part of one.", autocompletion=complete_event),
    ],
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
) -> None:
    """List who is expected at an event, for the door, in protocol order."""
    from itinerary.show.lists import roster_csv, roster_data, roster_text

    mission = opened(context)
    found = find_event(mission, " ".join(event))
    if form is Format.JSON:
        write_json(roster_data(mission.mission, found))
    elif form is Format.CSV:
        write(roster_csv(mission.mission, found))
    else:
        draw(roster_text(mission.mission, found, mission.words, columns(mission.options.width)))
    raise typer.Exit(mission.warn())
