"""The invitations of a mission: drawn as it was last published, and handed over once each."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

from itinerary.load import load_mission
from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.model.published import Gone
from itinerary.names import slug
from itinerary.problems import Message, say
from itinerary.publish.folder import FolderError, write_folder
from itinerary.publish.ledger import NONE, Ledger, published_path, read_ledger
from itinerary.publish.mail_address import plain_address
from itinerary.publish.mail_book import CANCEL, MailBook, Mailed
from itinerary.publish.mail_due import Asked, Due, round_of
from itinerary.publish.mail_message import Letter, Mailbox, message
from itinerary.publish.mail_server import Connection, LostError, RefusedError
from itinerary.show.ical.calendars import EVERYONE, Calendars
from itinerary.times import Moment, zone_named
from itinerary.timetable import Item, Timetable

Step = Callable[[], None]


class Post(NamedTuple):
    """One mail, ready."""

    due: Due
    guest: Mailbox
    said: Gone
    mail: EmailMessage


class Outbox(NamedTuple):
    """All that a run has to hand over, and what stands in its way."""

    posts: tuple[Post, ...]
    held: tuple[Due, ...]
    silent: tuple[str, ...]
    """Those who are to be invited and have no address."""
    ledger: Ledger


class Outcome(NamedTuple):
    """How far a run came."""

    sent: int
    refused: tuple[tuple[Post, Message], ...] = ()
    lost: Message | None = None
    """Why it has ended early."""


def organiser_of(mission: Mission) -> Mailbox:
    """Who invites, in `[organiser]`; `FolderError` without an address that answers can go to."""
    known = mission.settings.organiser
    address = plain_address(known.get("email", ""))
    if not address or not address.isascii():
        raise FolderError(say("mail.no_organiser"), say("mail.no_organiser.hint"))
    return Mailbox(known.get("name", "") or mission.title, address)


def outbox(mission: Mission, state: Path, book: MailBook, asked: Asked, words: Words) -> Outbox:
    """What is due since the last mails; `FolderError` where nothing has been published."""
    organiser = organiser_of(mission)
    ledger = read_ledger(state, mission.id)
    path = published_path(state, ledger)
    published = load_mission(path).mission if path else None
    if published is None:
        raise FolderError(say("mail.unpublished"), say("mail.unpublished.hint"))
    found = round_of(ledger, book, asked)
    drawer = _Drawer(published, ledger, organiser, words)
    posts: list[Post] = []
    silent: list[str] = []
    for due in found.due:
        guest = _guest(mission, ledger, due)
        if guest.address:
            posts.append(drawer.post(due, guest))
        else:
            silent.append(guest.name)
    return Outbox(tuple(posts), found.held, tuple(dict.fromkeys(silent)), ledger)


def title_of(ledger: Ledger, due: Due) -> str:
    """What an item is called."""
    return _said(ledger, due).summary


def write_posts(folder: Path, posts: Iterable[Post], book: MailBook, written: Step) -> Outcome:
    """A file for each mail, all of them before any is taken for sent."""
    files: dict[str, bytes] = {}
    known: dict[tuple[str, str], Mailed | None] = {}
    for post in posts:
        due = post.due
        stem = f"{slug(due.person, 40)}-{slug(due.item)}-{due.sent.sequence}"
        name, number = f"{stem}.eml", 1
        while name in files:
            number += 1
            name = f"{stem}-{number}.eml"
        files[name] = post.mail.as_bytes()
        known[due.person, due.item] = _mailed(post, is_sent=True)
    write_folder(folder, files, written, is_all=False)
    book.record(known)
    return Outcome(len(files))


def send_posts(
    posts: Iterable[Post], book: MailBook, connection: Connection, sender: str, sent: Step
) -> Outcome:
    """Each by one connection; one that is refused keeps no other back."""
    count = 0
    refused: list[tuple[Post, Message]] = []
    for post in posts:
        place = post.due.person, post.due.item
        book.record({place: _mailed(post, is_sent=False)})
        try:
            connection.send(post.mail, sender, post.guest.address)
        except RefusedError as fault:
            book.record({place: post.due.before})
            refused.append((post, fault.message))
        except LostError as fault:
            if fault.is_certain:
                book.record({place: post.due.before})
            return Outcome(count, tuple(refused), say("mail.lost"))
        else:
            book.record({place: _mailed(post, is_sent=True)})
            count += 1
        sent()
    return Outcome(count, tuple(refused))


def _mailed(post: Post, is_sent: bool) -> Mailed:
    due = post.due
    return Mailed(due.sent.sequence, due.method, post.guest.address, is_sent)


def _guest(mission: Mission, ledger: Ledger, due: Due) -> Mailbox:
    """What is cancelled is cancelled at the address that was invited."""
    person = mission.people.get(due.person)
    name = person.name if person else ledger.names.get(due.person, due.person)
    if due.method == CANCEL and due.before is not None:
        return Mailbox(name, due.before.to)
    return Mailbox(name, plain_address(person.email) if person else "")


def _said(ledger: Ledger, due: Due) -> Gone:
    taken: Mapping[str, Gone] = ledger.taken.get(due.person, NONE)
    return taken.get(due.item) or ledger.items[due.item]


class _Drawer:
    """Draws mails of the mission as it was published."""

    def __init__(
        self, published: Mission, ledger: Ledger, organiser: Mailbox, words: Words
    ) -> None:
        self._timetable = Timetable(published)
        self._calendars = Calendars(self._timetable, words)
        self._ledger = ledger
        self._organiser = organiser
        self._words = words

    def post(self, due: Due, guest: Mailbox) -> Post:
        ledger = self._ledger
        said = _said(ledger, due)
        gone = {**ledger.items, **ledger.taken.get(due.person, NONE)}
        is_here = due.person in self._timetable.mission.people
        calendar = self._calendars.single(
            due.person if is_here else EVERYONE, due.item, ledger.people[due.person], gone
        )
        item = self._timetable.by_id.get(due.item)
        is_required = item is None or due.person not in item.optional
        when = self._when(item, said)
        letter = Letter(due, self._organiser, guest, said, when, is_required, calendar)
        return Post(due, guest, said, message(letter, self._words))

    def _when(self, item: Item | None, said: Gone) -> str:
        """On the clocks there; of what is in no table any more, on those of the mission."""
        zone = item.zone if item else self._timetable.mission.zone
        start = item.span.start if item else _instant(said.start)
        return self._words.text("mail.when", start=Moment(start, zone), zone=zone)


def _instant(line: str) -> datetime:
    """That of a content line."""
    head, _, value = line.strip().rpartition(":")
    zone = head.partition("TZID=")[2]
    wall = datetime.fromisoformat(value)
    return wall.replace(tzinfo=zone_named(zone) if zone else UTC).astimezone(UTC)
