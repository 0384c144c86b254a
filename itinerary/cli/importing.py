"""The command `import`: what others have, workbooks, calendars and schedules, as a mission."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from itinerary.cli.opened import Options, folder_of


class Format(StrEnum):
    """How the changes are drawn."""

    TEXT = "text"
    JSON = "json"


class As(StrEnum):
    """What the entries of a calendar become."""

    ABSENCES = "absences"
    EVENTS = "events"


def import_files(
    context: typer.Context,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The mission's folder.")],
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...", help="Workbooks, CSV tables, calendars, schedules (XML, JSON)."
        ),
    ] = None,
    entries: Annotated[
        As | None, typer.Option("--as", help="What the entries of a calendar become.")
    ] = None,
    who: Annotated[
        str | None,
        typer.Option("--who", metavar="PERSON", help="Whose calendar it is: an id or a name."),
    ] = None,
    forget: Annotated[
        list[str] | None,
        typer.Option(
            "--forget", metavar="NAME",
            help="Drop what a file imported earlier brought; may be repeated.",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="Of a mission that has no mission.toml yet.")
    ] = None,
    starts: Annotated[
        str | None, typer.Option("--starts", metavar="D", help="Its first day: 2017-11-04.")
    ] = None,
    ends: Annotated[
        str | None, typer.Option("--ends", metavar="D", help="Its last day.")
    ] = None,
    zone: Annotated[
        str | None, typer.Option("--zone", help="Its time zone: America/New_York.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing where a cell had to be guessed.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, write nothing.")
    ] = False,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form.")] = Format.TEXT,
) -> None:  # fmt: skip
    """Turn files into the tables of a mission; again, to bring them up to date."""
    from itinerary.cli.import_calendars import Calendar
    from itinerary.cli.import_flags import settings_of
    from itinerary.cli.import_output import draw_outcome
    from itinerary.cli.imported import Asked, outcome_of

    options: Options = context.obj
    flags = {"title": title, "starts": starts, "ends": ends, "zone": zone}
    asked = Asked(
        tuple(files or ()), folder_of(to), tuple(forget or ()), settings_of(options.words, flags),
        Calendar(entries.value if entries else "", who or ""), strict, dry_run,
    )  # fmt: skip
    outcome = outcome_of(options, asked)
    draw_outcome(options, asked, outcome, form)
    raise typer.Exit(outcome.code)
