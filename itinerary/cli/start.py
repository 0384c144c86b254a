"""The command `init`: a mission to start from, as a folder or as a workbook."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from itinerary.cli.opened import Options
from itinerary.cli.output import refuse
from itinerary.locale import Words

if TYPE_CHECKING:
    from itinerary.show.blank_mission import NewMission


def init(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="The folder to make.")
    ] = None,
    example: Annotated[
        str | None,
        typer.Option(
            "--example",
            help="A mission to copy, such as miami-2017, instead of a new one.",
            autocompletion=lambda: sorted(_examples()),
        ),
    ] = None,
    workbook: Annotated[
        Path | None,
        typer.Option("--workbook", metavar="FILE", help="A workbook (.xlsx) to make instead."),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="The name of the mission.")] = None,
    starts: Annotated[str | None, typer.Option("--starts", metavar="D", help="First day.")] = None,
    ends: Annotated[str | None, typer.Option("--ends", metavar="D", help="Last day.")] = None,
    zone: Annotated[
        str | None,
        typer.Option("--zone", metavar="Z", help="Its time zone, such as America/New_York."),
    ] = None,
    home: Annotated[
        str | None, typer.Option("--home-zone", metavar="Z", help="The time zone at home.")
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option("--language", help="en, fr or es; may be given again.")
    ] = None,
) -> None:
    """Start a mission: a folder of tables, or a workbook, with an example in each table.

    What no option says is asked for, on a terminal.
    """
    from itinerary.cli.begun import Given, begun
    from itinerary.problems import say

    options: Options = context.obj
    words = options.words
    if (folder is None) == (workbook is None) or (workbook and example is not None):
        raise refuse(words, say("init.where"), words.text("init.where.hint"))
    given = Given(title, starts, ends, zone, home, " ".join(language) if language else None)
    if folder and example is not None:
        _write_folder(words, folder, lambda: _copied(words, example))
    elif folder:
        _write_folder(words, folder, lambda: _blank(words, begun(words, given)))
    elif workbook:
        _write_workbook(words, workbook, lambda: begun(words, given))


def _copied(words: Words, example: str) -> Mapping[str, bytes]:
    """The files of an example; exit 2 if there is none of that name."""
    from itinerary.problems import OneOf, say

    examples = _examples()
    if example not in examples:
        which = say("init.examples", names=OneOf(sorted(examples)))
        raise refuse(words, say("init.example", name=example), words.sentence(which))
    paths = sorted(examples[example].iterdir())
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def _blank(words: Words, new: "NewMission") -> Mapping[str, bytes]:
    from itinerary.show.blank_folder import folder_files

    return folder_files(new, words)


def _write_folder(words: Words, folder: Path, make: Callable[[], Mapping[str, bytes]]) -> None:
    """Looks at the place before anybody is asked anything."""
    from itinerary.publish import create_folder
    from itinerary.publish.new_file import refuse_filled

    with _refusing(words):
        refuse_filled(folder)
        files = make()
        create_folder(folder, files)
    typer.echo(words.text("init.done", folder=str(folder), n=len(files)), err=True)
    typer.echo(words.text("init.next", folder=quote(str(folder))), err=True)


def _write_workbook(words: Words, path: Path, ask: Callable[[], "NewMission"]) -> None:
    from itinerary.problems import say
    from itinerary.publish.new_file import create_file, refuse_existing
    from itinerary.show.blank_book import workbook

    if path.suffix.lower() != ".xlsx":
        raise refuse(words, say("init.xlsx", file=str(path)), words.text("init.xlsx.hint"))
    with _refusing(words):
        refuse_existing(path)
        create_file(path, workbook(ask(), words))
    typer.echo(words.text("init.book", file=str(path)), err=True)
    typer.echo(words.text("init.next", folder=quote(str(path))), err=True)


@contextmanager
def _refusing(words: Words) -> Iterator[None]:
    """Exit 2 where the place cannot be written to."""
    from itinerary.publish import FolderError

    try:
        yield
    except FolderError as fault:
        below = [words.sentence(fault.hint)] if fault.hint else []
        raise refuse(words, fault.message, *below) from None


def _examples() -> dict[str, Path]:
    """Missions that come with the program: in the wheel, or beside the package in a clone."""
    package = Path(__file__).parent.parent
    return {folder.name: folder for folder in _missions(package / "_data", package.parent / "data")}


def _missions(*homes: Path) -> Iterator[Path]:
    for home in homes:
        if home.is_dir():
            yield from (path.parent for path in home.glob("*/mission.toml"))
