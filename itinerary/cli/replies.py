"""The command `replies`: what people answer to their invitations."""

from pathlib import Path
from typing import Annotated

import typer

from itinerary.cli.opened import opened


def replies(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE|DIR...", help="Mails, calendars, folders of them, a maildir."),
    ] = None,
    take: Annotated[
        list[Path] | None,
        typer.Option("--take", metavar="FILE", help="One that was held, once you have read it."),
    ] = None,
) -> None:
    """Record what people have answered; what is doubtful is held for you to look at."""
    from itinerary.cli.replied import run_replies

    mission = opened(context)
    raise typer.Exit(run_replies(mission, tuple(files or ()), tuple(take or ())))
