"""The command `publish`: everyone's calendar where their phones can follow it."""

from pathlib import Path
from typing import Annotated

import typer

from itinerary.cli.finding import complete_person


def publish(
    context: typer.Context,
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="The folder; a server shows its public/.")
    ],
    who: Annotated[
        str | None,
        typer.Option("--who", help="Only these people.", autocompletion=complete_person),
    ] = None,
    rotate: Annotated[
        str | None,
        typer.Option("--rotate", metavar="WHO", help="Give them new addresses, and end the old."),
    ] = None,
    revoke: Annotated[
        str | None,
        typer.Option("--revoke", metavar="WHO", help="End their addresses, until --restore."),
    ] = None,
    restore: Annotated[
        str | None,
        typer.Option("--restore", metavar="WHO", help="Give them addresses again."),
    ] = None,
    take_over: Annotated[
        bool,
        typer.Option("--take-over", help="Write also over what another copy has published."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; write nothing.")
    ] = False,
    now: Annotated[
        str | None, typer.Option("--now", metavar="T", help="Another time than now.")
    ] = None,
    readable: Annotated[
        bool | None,
        typer.Option(
            "--readable/--private",
            help="Whether a server that runs as another user may read public/; as before.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Publish everyone's calendar at an address of its own, and say what has changed."""
    from itinerary.cli.published import Asked, publish_to

    asked = Asked(who, rotate, revoke, restore, now, take_over, readable)
    raise typer.Exit(publish_to(context, to, asked, dry_run))
