"""The command `push`: everyone's calendar on a CalDAV server."""

from enum import StrEnum
from typing import Annotated

import typer

from itinerary.cli.finding import complete_person
from itinerary.cli.opened import opened


class Format(StrEnum):
    """How what was pushed is told."""

    TEXT = "text"
    JSON = "json"


def push(
    context: typer.Context,
    url: Annotated[
        str,
        typer.Argument(metavar="URL", help="The folder of calendars: https://HOST/ann/."),
    ],
    user: Annotated[
        str | None,
        typer.Option("--user", envvar="ITINERARY_CALDAV_USER", help="Who asks the server."),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(
            "--who", help="Only these people: names, organisations, groups, all.",
            autocompletion=complete_person,
        ),
    ] = None,
    overwrite: Annotated[
        bool,
        typer.Option("--overwrite", help="Put ours where somebody else has changed it."),
    ] = False,
    insecure: Annotated[
        bool, typer.Option("--insecure", help="Also over http, where everybody can read along.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be pushed; ask no server.")
    ] = False,
    now: Annotated[
        str | None, typer.Option("--now", metavar="T", help="Instead of now: '2017-11-06 14:20'.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
) -> None:  # fmt: skip
    """Bring each person's calendar to a CalDAV server, and keep it as the plan is now.

    The password is read from ITINERARY_CALDAV_PASSWORD, else from the keyring.
    """
    from itinerary.cli.push_output import draw_push
    from itinerary.cli.pushed import Target, push_to, refuse_target

    mission = opened(context)
    refuse_target(mission, url, insecure)
    pushed = push_to(mission, Target(url, user, who, now, overwrite, dry_run))
    draw_push(mission, pushed, form)
    raise typer.Exit(max(pushed.code, mission.warn()))
