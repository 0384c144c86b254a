"""The two outputs: results on standard output, problems and progress on standard error."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, TextIO

import typer

from itinerary.locale import Words
from itinerary.problems import Message, Problem

if TYPE_CHECKING:
    from rich.console import Console

    from itinerary.show.lines import Line

IS_TERMINAL = all(stream and stream.isatty() for stream in (sys.stdout, sys.stderr))
MARKUP: Literal["rich"] | None = "rich" if IS_TERMINAL else None
"""Help and complaints about usage have boxes on a terminal, and are plain text in a pipe."""
WIDTH = 80
"""Columns where there is no terminal to ask."""


def console(stream: TextIO) -> "Console":
    """A rich console; it colours only a terminal, and no name in the data is markup to it."""
    from rich.console import Console

    return Console(file=stream, markup=False, highlight=False, emoji=False)


def columns(width: int | None, stream: TextIO | None = None) -> int:
    """The width asked for, else the terminal's, else 80; never under 40."""
    import shutil

    if width is None and (stream or sys.stdout).isatty():
        width = shutil.get_terminal_size((WIDTH, 24)).columns
    return max(40, width or WIDTH)


def draw(lines: Iterable["Line"], stream: TextIO | None = None) -> None:
    """Prints lines: with their styles on a terminal, as plain text elsewhere."""
    from itinerary.show.lines import plain

    stream = stream or sys.stdout
    if not stream.isatty():
        stream.write("".join(plain(parts) + "\n" for parts in lines))
        return
    from rich.text import Text

    screen = console(stream)
    for parts in lines:
        text = Text.assemble(*((part.text, part.style) for part in parts))
        screen.print(text, no_wrap=True, overflow="ignore", crop=False)


def write(text: str) -> None:
    """Prints a document: UTF-8 wherever it goes but to a terminal, which has its own encoding."""
    typer.echo(text if sys.stdout.isatty() else text.encode(), nl=False)


def write_json(data: Any) -> None:
    """Prints data, indented, accents as they are."""
    import json

    write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def complain(problems: Iterable[Problem], words: Words, width: int | None = None) -> None:
    """Shows problems on standard error."""
    from itinerary.show.problem_groups import Reported
    from itinerary.show.problems_text import problem_blocks, problem_lines

    shown = (Reported(problem) for problem in problems)
    folded = folded_to(width, sys.stderr)
    lines = problem_blocks(shown, words, folded) if folded else problem_lines(shown, words)
    draw(lines, sys.stderr)


def complain_text(text: str, width: int | None = None) -> None:
    """A sentence on standard error, folded as problems are."""
    from itinerary.show.lines import line, wrapped

    is_folded = sys.stderr.isatty() or width
    draw(wrapped(text, columns(width, sys.stderr)) if is_folded else [line(text)], sys.stderr)


def folded_to(width: int | None, stream: TextIO) -> int | None:
    """The width of a terminal, or the one asked for; None for a pipe: each on a line, for grep."""
    return columns(width, stream) if stream.isatty() or width else None


def refuse(words: Words, message: Message, *below: str) -> typer.Exit:
    """Says on standard error why the command cannot be done; raise what it returns (exit 2)."""
    sys.stderr.write(words.text("cli.error", message=message) + "\n")
    for line in below:
        sys.stderr.write(f"    {line}\n")
    return typer.Exit(2)
