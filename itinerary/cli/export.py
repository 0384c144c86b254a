"""The commands `export` and `build`: files for people who have no terminal."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from itinerary.cli.calendar_style import Alarms, InUtc, Redacted, WithTravel, read_style
from itinerary.cli.finding import complete_person, find_people
from itinerary.cli.opened import Opened, opened
from itinerary.cli.output import MARKUP, complain_text, refuse

exports = typer.Typer(
    help="Write the mission in another form.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=MARKUP,
)
To = Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write to.")]


@exports.callback()
def export() -> None:
    """Write the mission in another form."""


@exports.command("ics")
def ics(
    context: typer.Context,
    to: To,
    who: Annotated[
        str | None,
        typer.Option(
            "--who",
            help="Only these people: names, organisations, groups, all.",
            autocompletion=complete_person,
        ),
    ] = None,
    alarms: Alarms = None,
    travel: WithTravel = None,
    utc: InUtc = False,
    redact: Redacted = False,
) -> None:
    """Write one calendar per person and one for the mission, as .ics files."""
    from itinerary.publish.pack import calendar_files

    mission = opened(context)
    people = find_people(mission, who)
    style = read_style(mission.words, alarms, travel, utc, redact)
    files = calendar_files(mission.timetable, people, mission.words, who is None, style)
    _write(mission, to, files, is_all=who is None)
    raise typer.Exit(mission.warn())


@exports.command("xlsx")
def xlsx(
    context: typer.Context,
    to: Annotated[
        Path,
        typer.Option("--to", metavar="FILE.xlsx", help="The file, or the folder to write it to."),
    ],
) -> None:
    """Write the whole mission as one workbook: its tables, its problems, and a sheet per day."""
    from itinerary.cli.workbook import book_of, write_workbook

    mission = opened(context)
    write_workbook(mission, to, book_of(mission))
    raise typer.Exit(mission.warn())


def build(context: typer.Context, to: To) -> None:
    """Write the whole pack at once: timetables, conflict report, calendars and an index."""
    from itinerary.check import check
    from itinerary.problems import has_errors
    from itinerary.publish.pack import pack_files
    from itinerary.show.problems_text import summary

    mission = opened(context)
    problems = check(mission.timetable, mission.problems)
    people = find_people(mission, None)
    _write(mission, to, pack_files(mission.timetable, people, problems, mission.words))
    mission.warn()
    if problems:
        complain_text(summary(problems, mission.words, ""), mission.options.width)
    raise typer.Exit(1 if has_errors(problems) else 0)


def _write(mission: Opened, folder: Path, files: Mapping[str, bytes], is_all: bool = True) -> None:
    """Writes with a progress bar on a terminal, and says what was written."""
    from itinerary.cli.progress import progress
    from itinerary.problems import say
    from itinerary.publish import FolderError, write_folder

    words = mission.words
    if folder.resolve() == Path(mission.mission.folder).resolve():
        raise refuse(words, say("folder.mission", folder=str(folder)))
    try:
        with progress(words.text("folder.writing"), len(files) + 1) as step:
            write_folder(folder, files, step, is_all)
    except FolderError as fault:
        below = [words.sentence(fault.hint)] if fault.hint else []
        raise refuse(words, fault.message, *below) from None
    typer.echo(words.text("folder.written", n=len(files), folder=str(folder)), err=True)
