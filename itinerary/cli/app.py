"""The program and its global options."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from itinerary.cli import agenda, check, day, export, lists, start
from itinerary.cli.opened import Options
from itinerary.locale import LANGUAGES, Words

IS_TERMINAL = all(stream and stream.isatty() for stream in (sys.stdout, sys.stderr))
"""Help and complaints about usage have boxes there, and are plain text in a pipe."""

app = typer.Typer(
    name="itinerary",
    help="Timetables, conflict reports and calendars for delegations on official missions.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich" if IS_TERMINAL else None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from itinerary import __version__

        typer.echo(f"itinerary {__version__}")
        raise typer.Exit


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise typer.BadParameter(f"write one of {', '.join(LANGUAGES)}")
    return value


@app.callback()
def options(
    context: typer.Context,
    mission: Annotated[
        Path | None,
        typer.Option(
            "-m", "--mission", envvar="ITINERARY_MISSION", metavar="FOLDER",
            help="The mission's folder. Default: the nearest one upwards with a mission.toml.",
        ),
    ] = None,
    lang: Annotated[
        str,
        typer.Option("--lang", callback=_language, metavar="|".join(LANGUAGES),
                     help="The language of the output."),
    ] = "en",
    width: Annotated[
        int | None, typer.Option("--width", min=40, max=1000, help="Columns of the output.")
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:  # fmt: skip
    context.obj = Options(mission, Words(lang), width)


app.command("agenda")(agenda.agenda)
app.command("next")(day.next_item)
app.command("day")(day.day)
app.command("check")(check.check)
app.command("roster")(lists.roster)
app.command("build")(export.build)
app.command("init")(start.init)
app.add_typer(export.exports, name="export")
