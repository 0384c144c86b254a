"""What `invite` does, and what it says of it."""

import os
from pathlib import Path
from typing import NamedTuple

import typer

from itinerary.cli.finding import find_item, find_people
from itinerary.cli.opened import Opened
from itinerary.cli.output import complain_text, draw, refuse
from itinerary.cli.progress import progress
from itinerary.load import state_path
from itinerary.problems import say
from itinerary.publish.folder import FolderError
from itinerary.publish.mail import (
    Outbox,
    Outcome,
    organiser_of,
    outbox,
    send_posts,
    title_of,
    write_posts,
)
from itinerary.publish.mail_book import MailBook
from itinerary.publish.mail_due import Asked
from itinerary.publish.mail_server import connected, server_in
from itinerary.publish.state import locked
from itinerary.show.lines import line


class Ways(NamedTuple):
    """How mails are to leave: one of these."""

    to: Path | None
    is_sent: bool
    is_shown: bool


def asked_of(
    mission: Opened, ways: Ways, who: str | None, items: tuple[tuple[str, ...], tuple[str, ...]]
) -> Asked:
    """Whom and what the options mean; exit 2 where they do not go together."""
    words = mission.words
    if (ways.to is not None) + ways.is_sent + ways.is_shown != 1:
        raise refuse(words, say("invite.ways"), words.text("invite.ways.hint"))
    people = () if who is None else tuple(one.id for one in find_people(mission, who))
    chosen, resent = (tuple(_item(mission, text) for text in texts) for texts in items)
    return Asked(people, chosen, resent)


def run_invitations(mission: Opened, ways: Ways, asked: Asked) -> int:
    """Hands over what is due, or shows it; the exit code."""
    state = state_path(Path(mission.mission.folder))
    try:
        if ways.is_shown:
            found = outbox(mission.mission, state, MailBook(state), asked, mission.words)
            _show(mission, found)
            return _told(mission, found, None)
        with locked(state):
            book = MailBook(state)
            found = outbox(mission.mission, state, book, asked, mission.words)
            done = _hand_over(mission, ways, found, book)
            code = _told(mission, found, done)
    except FolderError as fault:
        below = [mission.words.sentence(fault.hint)] if fault.hint else []
        raise refuse(mission.words, fault.message, *below) from None
    return code


def _item(mission: Opened, text: str) -> str:
    """A reference as it stands, also of what is in no table any more; else what it can mean."""
    is_whole = text.startswith(("event:", "meeting:"))
    return text if is_whole else find_item(mission, text)[0]


def _hand_over(mission: Opened, ways: Ways, found: Outbox, book: MailBook) -> Outcome:
    if not found.posts:
        return Outcome(0)
    with progress(mission.words.text("invite.sending"), len(found.posts) + 1) as step:
        if ways.to is not None:
            _refuse_mission(mission, ways.to)
            return write_posts(ways.to, found.posts, book, step)
        sender = organiser_of(mission.mission).address
        with connected(server_in(os.environ)) as connection:
            return send_posts(found.posts, book, connection, sender, step)


def _refuse_mission(mission: Opened, folder: Path) -> None:
    if folder.resolve() == Path(mission.mission.folder).resolve():
        raise FolderError(say("folder.mission", folder=str(folder)))


def _show(mission: Opened, found: Outbox) -> None:
    """A line for each mail that would leave."""
    draw(
        line(f"{post.guest.name} <{post.guest.address}>  {post.mail['Subject']}")
        for post in found.posts
    )


def _told(mission: Opened, found: Outbox, done: Outcome | None) -> int:
    """Says what was done and what was not; 1 where somebody has to look."""
    words, width = mission.words, mission.options.width
    for due in found.held:
        person = mission.mission.people.get(due.person)
        name = person.name if person else due.person
        title = title_of(found.ledger, due)
        complain_text(words.text("invite.held", name=name, title=title, item=due.item), width)
    if found.silent:
        count = len(found.silent)
        complain_text(words.text("invite.silent", n=count, names=found.silent), width)
    if done is None:
        typer.echo(words.text("invite.shown", n=len(found.posts)), err=True)
        return 1 if found.held else 0
    return max(1 if found.held else 0, _told_of(mission, done))


def _told_of(mission: Opened, done: Outcome) -> int:
    words, width = mission.words, mission.options.width
    for post, reason in done.refused:
        text = words.text("invite.refused", name=post.guest.name, item=post.said.summary)
        complain_text(f"{text}: {words.sentence(reason)}", width)
    if done.lost is not None:
        complain_text(words.sentence(done.lost), width)
    typer.echo(words.text("invite.done", n=done.sent), err=True)
    return 1 if done.refused or done.lost else 0
