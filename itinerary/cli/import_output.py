"""What an import has changed, drawn; its doubts go to standard error."""

import sys

import typer

from itinerary.cli.imported import Asked, Outcome
from itinerary.cli.opened import Options
from itinerary.cli.output import complain, draw, folded_to, write_json
from itinerary.show.import_json import import_data
from itinerary.show.import_text import import_text


def draw_outcome(options: Options, asked: Asked, outcome: Outcome, form: str) -> None:
    """Prints the changes, and says what was written."""
    words = options.words
    complain(outcome.problems, words, options.width)
    if form == "json":
        write_json(import_data(outcome.changes, outcome.files, outcome.problems, words))
    else:
        width = folded_to(options.width, sys.stdout) or sys.maxsize
        draw(import_text(outcome.changes, words, width))
    folder = str(asked.to)
    if outcome.is_refused:
        typer.echo(words.text("import.strict"), err=True)
    elif asked.dry_run:
        typer.echo(words.text("import.dry"), err=True)
    elif outcome.files:
        typer.echo(words.text("folder.written", n=outcome.files, folder=folder), err=True)
