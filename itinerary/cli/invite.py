"""The command `invite`: invitations by mail, one for each person and item."""

from pathlib import Path
from typing import Annotated

import typer

from itinerary.cli.finding import complete_person
from itinerary.cli.opened import opened

Items = Annotated[
    list[str] | None,
    typer.Option("--item", metavar="ID", help="Only these events and meetings; repeatable."),
]
Resent = Annotated[
    list[str] | None,
    typer.Option("--resend", metavar="ID", help="Only these, whatever has become of them before."),
]


def invite(
    context: typer.Context,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", help="Write each mail as a file, to be sent by you."),
    ] = None,
    send: Annotated[
        bool, typer.Option("--send", help="Send them by the server of ITINERARY_SMTP_HOST.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show who would get what.")
    ] = False,
    who: Annotated[
        str | None,
        typer.Option(
            "--who",
            help="Only these people: names, organisations, groups, all.",
            autocompletion=complete_person,
        ),
    ] = None,
    item: Items = None,
    resend: Resent = None,
) -> None:
    """Invite people by mail to what was published for them and is new, changed or cancelled."""
    from itinerary.cli.invited import Ways, asked_of, run_invitations

    mission = opened(context)
    ways = Ways(to, send, dry_run)
    asked = asked_of(mission, ways, who, (tuple(item or ()), tuple(resend or ())))
    raise typer.Exit(run_invitations(mission, ways, asked))
