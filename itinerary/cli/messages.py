"""The state of the mission that was published last, and what changed since, as messages."""

from datetime import UTC, datetime
from typing import NamedTuple

import typer

from itinerary.cli.compared import Compared, State, complain_incomplete
from itinerary.cli.opened import Opened, opened
from itinerary.cli.output import refuse, write, write_json
from itinerary.load import load_mission, state_path
from itinerary.problems import say
from itinerary.publish import FolderError
from itinerary.publish.ledger import Ledger, published_path, read_ledger
from itinerary.show.changes_messages import (
    Messages,
    messages_data,
    messages_markdown,
    messages_text,
)
from itinerary.times import Moment

STAMP = "%Y%m%dT%H%M%SZ"


class Since(NamedTuple):
    """When the mission was published last, what it was then, and what it is now."""

    at: datetime
    states: tuple[State, State]


def since_publication(context: typer.Context) -> Since:
    """Both states; exit 2 where nothing was ever published, or it cannot be read."""
    now = opened(context)
    folder = state_path(now.options.folder)
    ledger = _ledger(now)
    path = published_path(folder, ledger)
    if path is None:
        raise refuse(now.words, say("message.never"), now.words.text("message.never.hint"))
    loaded = load_mission(path)
    if loaded.mission is None:
        hint = now.words.text("message.unreadable.hint")
        raise refuse(now.words, say("message.unreadable", folder=str(path)), hint)
    at = datetime.strptime(ledger.at, STAMP).replace(tzinfo=UTC)
    then = Opened(now.options, loaded.mission, loaded)
    states = State(now.words.text("message.then"), then), State(str(now.options.folder), now)
    complain_incomplete(states)
    return Since(at, states)


def _ledger(now: Opened) -> Ledger:
    try:
        return read_ledger(state_path(now.options.folder), now.mission.id)
    except FolderError as fault:
        below = [now.words.sentence(fault.hint)] if fault.hint else []
        raise refuse(now.words, fault.message, *below) from None


def draw_messages(found: Compared, since: Since, form: str) -> None:
    """Prints a block for each person concerned; of one who was asked for, the lines alone."""
    old, new = (state.opened.mission for state in since.states)
    blocks = Messages(old, new, found.words).blocks(found.changes)
    if form == "json":
        write_json({"since": since.at.isoformat(), "people": messages_data(blocks)})
        return
    at, words = Moment(since.at, new.zone), found.words
    if not blocks:
        name = found.who
        nothing = words.text("message.none", at=at)
        if name is not None:
            nothing = words.text("message.none_for", name=name, at=at)
        write(f"{nothing}\n")
    elif form == "md":
        write(messages_markdown(words.text("message.title", at=at), blocks))
    elif found.who is not None and len(blocks) == 1:
        write("".join(f"{line}\n" for line in blocks[0].lines))
    else:
        write(messages_text(blocks))
