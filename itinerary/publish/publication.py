"""Writes a publication, in an order that may end at any point.

The ledger is written first. What is killed behind that is done again by the next run, with the
numbers and the times that were decided then; each file is the old or the new one meanwhile.
"""

from contextlib import ExitStack

from itinerary.problems import say
from itinerary.publish.drafts import Draft, Order, draft
from itinerary.publish.feed_folder import (
    LOCK,
    Step,
    put_files,
    remove_files,
    set_modes,
    write_manifest,
)
from itinerary.publish.folder import FolderError
from itinerary.publish.ledger import read_ledger, write_ledger
from itinerary.publish.mission_copy import copy_mission, forget_copies
from itinerary.publish.state import locked


def publish(order: Order, written: Step = lambda: None) -> Draft:
    """Writes what has changed; the draft says what that was.

    Raises `FolderError`, with nothing written, where another run is at work, the ledger cannot be
    used, or the folder holds what this ledger knows nothing of.
    """
    _refuse_place(order)
    with ExitStack() as held:
        held.enter_context(locked(order.state))
        before = read_ledger(order.state, order.timetable.mission.id)
        held.enter_context(locked(order.folder, LOCK))
        found = draft(order, before)
        copy = _write(order, found, written) if found.is_needed else before.copy
        forget_copies(order.state, copy)
        set_modes(order.folder, found.manifest.files, found.manifest.is_readable)
    return found


def rehearse(order: Order) -> Draft:
    """What would be written; nothing is."""
    _refuse_place(order)
    return draft(order, read_ledger(order.state, order.timetable.mission.id))


def _refuse_place(order: Order) -> None:
    """Neither the mission itself nor what is remembered of it is a folder to publish to."""
    target, state = order.folder.resolve(), order.state.resolve()
    if target == order.mission.resolve() or state in (target, *target.parents):
        raise FolderError(say("folder.mission", folder=str(order.folder)))


def _write(order: Order, found: Draft, written: Step) -> str:
    """The ledger knows the old and the new state of the folder until all is in place.

    Where the copy of the mission is then.
    """
    folder, manifest = order.folder, found.manifest
    tips = (*found.before.folders.get(manifest.id, ()), manifest.tip)
    if found.there:
        tips = (*tips, found.there.tip)
    folders = {**found.ledger.folders, manifest.id: tuple(dict.fromkeys(tips))}
    write_ledger(order.state, found.ledger._replace(folders=folders))
    write_manifest(folder, manifest._replace(files=manifest.files | found.gone))
    put_files(folder, found.files, manifest.is_readable, written)
    remove_files(folder, found.gone)
    write_manifest(folder, manifest)
    copy = found.ledger.copy
    if order.wish.who is None or not copy:
        copy = copy_mission(order.mission, order.state)
    folders[manifest.id] = (manifest.tip,)
    write_ledger(order.state, found.ledger._replace(folders=folders, copy=copy))
    return copy
