"""What `publish` was asked, what came of it, and how that is said."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import typer

from itinerary.cli.finding import find_people
from itinerary.cli.opened import Opened, opened
from itinerary.cli.output import complain_text, refuse
from itinerary.cli.progress import progress
from itinerary.cli.when import read_instant
from itinerary.load import state_path
from itinerary.publish import FolderError
from itinerary.publish.drafts import Draft, Order
from itinerary.publish.feeds import CHANGES, changes_summary
from itinerary.publish.ledger import read_ledger
from itinerary.publish.paths import Wish
from itinerary.publish.publication import publish, rehearse


class Asked(NamedTuple):
    """The options, as they are typed."""

    who: str | None = None
    rotate: str | None = None
    revoke: str | None = None
    restore: str | None = None
    now: str | None = None
    is_taking_over: bool = False
    is_readable: bool | None = None


def publish_to(context: typer.Context, folder: Path, asked: Asked, is_dry: bool) -> int:
    """Publishes, and says what has changed; the exit code."""
    mission = opened(context)
    try:
        order = _order(mission, folder, asked)
        if is_dry:
            found = rehearse(order)
        else:
            with progress(
                mission.words.text("folder.writing"), len(order.timetable.mission.people)
            ) as step:
                found = publish(order, step)
    except FolderError as fault:
        below = [mission.words.sentence(fault.hint)] if fault.hint else []
        raise refuse(mission.words, fault.message, *below) from None
    for text in _said(mission, found, is_dry):
        complain_text(text, mission.options.width)
    return mission.warn()


def _order(mission: Opened, folder: Path, asked: Asked) -> Order:
    path = mission.options.folder
    people = None if asked.who is None else tuple(p.id for p in find_people(mission, asked.who))
    rotated, revoked, restored = (
        _ids(mission, text) for text in (asked.rotate, asked.revoke, asked.restore)
    )
    wish = Wish(people, rotated, revoked, restored, asked.is_taking_over, asked.is_readable)
    now = mission.now if asked.now is None else read_instant(mission, asked.now)
    return Order(path, mission.timetable, mission.words, folder, now, wish)


def _ids(mission: Opened, text: str | None) -> frozenset[str]:
    """Those an expression means; an id may also be that of someone who has left."""
    if text is None:
        return frozenset()
    ledger = read_ledger(state_path(mission.options.folder), mission.mission.id)
    if text in ledger.names and text not in mission.mission.people:
        return frozenset({text})
    return frozenset(person.id for person in find_people(mission, text))


def _said(mission: Opened, found: Draft, is_dry: bool) -> Iterable[str]:
    words = mission.words
    if not found.is_needed:
        yield words.text("publish.nothing", n=found.same)
        return
    key = "publish.would" if is_dry else "publish.changed"
    yield words.text(key, n=len(found.changed), same=found.same)
    if found.ended:
        yield words.text("publish.would_end" if is_dry else "publish.ended", n=found.ended)
    if found.news and found.news.has_changes:
        told = changes_summary(found.news, words)
        yield told if is_dry else words.text("publish.see", summary=told, file=CHANGES)
