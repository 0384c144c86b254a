"""The command `init`: a mission to start from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from itinerary.cli.opened import Options
from itinerary.cli.output import refuse


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    example: Annotated[
        str | None,
        typer.Option(
            "--example",
            help="The mission to copy, such as miami-2017.",
            autocompletion=lambda: sorted(_examples()),
        ),
    ] = None,
) -> None:
    """Start a mission from an example: a folder of tables to edit."""
    from itinerary.problems import OneOf, say
    from itinerary.publish import FolderError, create_folder

    options: Options = context.obj
    words, examples = options.words, _examples()
    if example not in examples:
        which = say("init.examples", names=OneOf(sorted(examples)))
        if example is None:
            raise refuse(words, which)
        raise refuse(words, say("init.example", name=example), words.sentence(which))
    source = examples[example]
    files = {path.name: path.read_bytes() for path in sorted(source.iterdir()) if path.is_file()}
    try:
        create_folder(folder, files)
    except FolderError as fault:
        below = words.sentence(fault.hint) if fault.hint else ""
        raise refuse(words, fault.message, *filter(None, [below])) from None
    typer.echo(words.text("init.done", folder=str(folder), n=len(files)), err=True)
    typer.echo(words.text("init.next", folder=str(folder)), err=True)


def _examples() -> dict[str, Path]:
    """Missions that come with the program: in the wheel, or beside the package in a clone."""
    package = Path(__file__).parent.parent
    return {folder.name: folder for folder in _missions(package / "_data", package.parent / "data")}


def _missions(*homes: Path) -> Iterator[Path]:
    for home in homes:
        if home.is_dir():
            yield from (path.parent for path in home.glob("*/mission.toml"))
