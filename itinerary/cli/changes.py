"""The command `changes`: what to tell people since the last publication, in words to send."""

from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.finding import complete_person


class Format(StrEnum):
    """How the messages are drawn."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


def changes(
    context: typer.Context,
    who: Annotated[
        list[str] | None,
        typer.Argument(help="Only what concerns some.", autocompletion=complete_person),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
) -> None:
    """Tell what changed since the last publication, in words to send by message."""
    from itinerary.cli.compared import compared
    from itinerary.cli.messages import draw_messages, since_publication

    since = since_publication(context)
    found = compared(since.states, " ".join(who) if who else None, None)
    draw_messages(found, since, form)
