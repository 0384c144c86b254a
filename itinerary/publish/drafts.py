"""A publication before anything is written: what the ledger is to say, and the files of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from itinerary.load import state_path
from itinerary.locale import Words
from itinerary.problems import say
from itinerary.publish.feed_folder import Manifest, changed_files, read_manifest
from itinerary.publish.feeds import ORGANISER, Told, feed_files, organiser_files, told
from itinerary.publish.folder import FolderError
from itinerary.publish.ledger import NONE, Ledger, settled, stamp_of
from itinerary.publish.paths import CALENDAR, EVERYONE, Wish, overtaken, path_of, with_tokens
from itinerary.show.ical import Calendars
from itinerary.timetable import Timetable


class Order(NamedTuple):
    """What is to be published, and where."""

    mission: Path
    timetable: Timetable
    words: Words
    folder: Path
    now: datetime
    wish: Wish

    @property
    def state(self) -> Path:
        return state_path(self.mission)


class Draft(NamedTuple):
    """What a publication comes to."""

    before: Ledger
    ledger: Ledger
    there: Manifest | None
    manifest: Manifest
    files: Mapping[str, bytes]
    """Those that are not there as they are to be."""
    changed: tuple[str, ...]
    """Whose calendar is another now, by id."""
    same: int
    """How many calendars are as they were."""
    is_needed: bool
    """Whether there is anything to write."""
    news: Told | None

    @property
    def gone(self) -> frozenset[str]:
        """Files of ours that are to be there no more."""
        return (self.there.files if self.there else frozenset()) - self.manifest.files

    @property
    def ended(self) -> int:
        """How many addresses are no more."""
        return sum(name.endswith(f"/{CALENDAR}") for name in self.gone)


def draft(order: Order, before: Ledger) -> Draft:
    """What a publication would write; nothing is. Raises `FolderError` where it may not."""
    there = read_manifest(order.folder)
    mission = order.timetable.mission
    start = with_tokens(_known(order, before, there), mission, order.wish, order.now)
    people = _people(order, start)
    calendars = Calendars(order.timetable, order.words)
    ledger = _numbered(_settled(order, start, people, calendars), before, order.now)
    files = feed_files(order.timetable, ledger, people, calendars, order.words)
    ours = there.files if there else frozenset[str]()
    names = files.keys() | _kept(ours, ledger, people) | ORGANISER
    manifest = _manifest(order, ledger, there, names)
    changed = changed_files(order.folder, files, ours)
    has_news = bool(changed) or not _is_written(order.folder, before, there, manifest)
    found = {name: files[name] for name in changed}
    news = None
    if has_news:
        news = told(order.state, before, mission)
        seen = organiser_files(mission, ledger, news, order.words)
        found |= {name: seen[name] for name in changed_files(order.folder, seen, ours)}
    feeds = {person: path_of(ledger, person) for person in people if person != EVERYONE}
    others = tuple(person for person, path in feeds.items() if path in found)
    same = sum(bool(path) for path in feeds.values()) - len(others)
    return Draft(
        before, ledger, there, manifest, found, others, same, has_news or there != manifest, news
    )


def _known(order: Order, ledger: Ledger, there: Manifest | None) -> Ledger:
    """The ledger, if it is the one from which the folder was written last, or takes it over."""
    if there is None or there.tip in ledger.folders.get(there.id, ()):
        return ledger
    if order.wish.is_taking_over:
        return overtaken(ledger, there.revision, order.now)
    folder, state = str(order.folder), order.state.name
    if there.ledger == ledger.id and there.revision > ledger.revision:
        numbers = {"theirs": there.revision, "ours": ledger.revision}
        message = say("publish.newer", folder=folder, **numbers)
        raise FolderError(message, say("publish.newer.hint", state=state))
    raise FolderError(say("publish.other", folder=folder), say("publish.other.hint", state=state))


def _people(order: Order, ledger: Ledger) -> list[str]:
    """Whose calendars are written: those who are asked for; else all, and all who have left."""
    wish = order.wish
    if wish.who is not None:
        wanted: Iterable[str] = (*wish.who, *sorted(wish.rotated | wish.restored))
    else:
        here = (p.id for p in order.timetable.mission.people.values() if not p.stands_for)
        wanted = (EVERYONE, *here, *ledger.people)
    return [person for person in dict.fromkeys(wanted) if person not in ledger.revoked]


def _settled(order: Order, ledger: Ledger, people: Iterable[str], calendars: Calendars) -> Ledger:
    said = {one: calendars.said(one, ledger.people.get(one, NONE)) for one in people}
    for identity, one in (pair for found in said.values() for pair in found.items()):
        known = ledger.items.get(identity)
        if known and known.uid != one.gone.uid:
            domain = known.uid.rpartition("@")[2]
            raise FolderError(say("publish.uids"), say("publish.uids.hint", domain=domain))
    return settled(ledger, said, order.now)


def _numbered(ledger: Ledger, before: Ledger, now: datetime) -> Ledger:
    """Also a path that is new, or taken away, makes it another revision."""
    if ledger.revision > before.revision or ledger.tip == before.tip:
        return ledger
    return ledger._replace(revision=before.revision + 1, at=max(stamp_of(now), before.at))


def _kept(ours: Iterable[str], ledger: Ledger, people: Sequence[str]) -> set[str]:
    """The files of those whom this publication is not about."""
    others = {path_of(ledger, p) for p in (EVERYONE, *ledger.tokens) if p not in people}
    folders = {str(Path(path).parent) for path in others}
    return {name for name in ours if name in others or str(Path(name).parent) in folders}


def _manifest(
    order: Order, ledger: Ledger, there: Manifest | None, names: Iterable[str]
) -> Manifest:
    first = sha256(f"{ledger.id} {order.folder.resolve()}".encode()).hexdigest()[:16]
    readable = order.wish.is_readable
    if readable is None:
        readable = there.is_readable if there else False
    return Manifest(
        there.id if there else first, ledger.id, ledger.revision, ledger.at, ledger.tip,
        frozenset(names), readable,
    )  # fmt: skip


def _is_written(folder: Path, before: Ledger, there: Manifest | None, manifest: Manifest) -> bool:
    """Whether the last publication was to say the same, and came to its end; who may read it is
    not something it says."""
    if before.folders.get(manifest.id) != (manifest.tip,) or not before.copy:
        return False
    if there is None or there._replace(is_readable=manifest.is_readable) != manifest:
        return False
    return all((folder / name).is_file() for name in manifest.files)
