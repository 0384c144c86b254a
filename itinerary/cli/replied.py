"""What `replies` does, and what it says of it."""

from collections.abc import Iterator
from pathlib import Path

import typer

from itinerary.cli.opened import Opened
from itinerary.cli.output import draw, refuse
from itinerary.load import state_path
from itinerary.problems import say
from itinerary.publish.folder import FolderError
from itinerary.publish.ledger import read_ledger
from itinerary.publish.mail_book import MailBook
from itinerary.publish.replies import reply_files
from itinerary.publish.replies_matched import (
    Matcher,
    Sorted,
    record_answers,
    recorded_answers,
    sort_replies,
)
from itinerary.publish.state import locked
from itinerary.show.lines import Line, line


def run_replies(mission: Opened, files: tuple[Path, ...], taken: tuple[Path, ...]) -> int:
    """Records what is clear; 1 where something is held."""
    words = mission.words
    if not files and not taken:
        raise refuse(words, say("replies.none"), words.text("replies.none.hint"))
    state = state_path(Path(mission.mission.folder))
    try:
        with locked(state):
            ledger = read_ledger(state, mission.mission.id)
            matcher = Matcher(mission.mission, ledger, MailBook(state))
            known = recorded_answers(state)
            found = sort_replies(reply_files(files + taken), taken, matcher, known, mission.now)
            if found.news:
                record_answers(state, found.answers)
    except FolderError as fault:
        below = [words.sentence(fault.hint)] if fault.hint else []
        raise refuse(words, fault.message, *below) from None
    titles = {item: gone.summary for item, gone in ledger.items.items()}
    draw(_lines(mission, found, titles))
    typer.echo(words.text("replies.done", n=len(found.news)), err=True)
    return 1 if found.held else 0


def _lines(mission: Opened, found: Sorted, titles: dict[str, str]) -> Iterator[Line]:
    words = mission.words
    for person, item, answer in found.news:
        name = words.shown(mission.mission.people[person].name)
        comment = f"  “{answer.comment}”" if answer.comment else ""
        said = words.text(f"roster.{answer.answer}")
        yield line(f"{name}  {said}  {words.shown(titles[item])}{comment}")
    for held in found.held:
        file = words.shown(str(held.file))
        yield line(words.text("replies.held", file=file, reason=words.sentence(held.reason)))
