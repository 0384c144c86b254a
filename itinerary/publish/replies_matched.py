"""Replies to what they answer: recorded, or held for a human."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from itinerary.load.answers import FILE, answers_in
from itinerary.model import Mission
from itinerary.model.answers import Answer
from itinerary.problems import Message, say
from itinerary.publish.ledger import NONE, Ledger, stamp_of
from itinerary.publish.mail_book import MailBook
from itinerary.publish.replies import Held, Reply, address_key, read_reply
from itinerary.publish.state import damaged, write_state

Answers = Mapping[tuple[str, str], Answer]
A_DAY = timedelta(1)


@dataclass(eq=False)
class Sorted:
    """What has become of some files."""

    answers: dict[tuple[str, str], Answer]
    """All that is known now."""
    news: list[tuple[str, str, Answer]] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    known: int = 0
    """Answers of which nothing is new."""
    others: int = 0
    """Files that are no answers."""


class Matcher:
    """Finds whom and what a reply is about."""

    def __init__(self, mission: Mission, ledger: Ledger, book: MailBook) -> None:
        self._ledger = ledger
        self._book = book
        self._items = {gone.uid.casefold(): item for item, gone in ledger.items.items()}
        self._people: dict[str, list[str]] = {}
        for person in mission.people.values():
            self._people.setdefault(address_key(person.email), []).append(person.id)
        self._people.pop("", None)

    def place(self, reply: Reply) -> tuple[str, str] | Message:
        """The person and the item; else why there is none."""
        item = self._items.get(reply.uid.casefold())
        if item is None:
            return say("replies.item")
        people = self._people.get(reply.attendee, [])
        found = [one for one in people if item in self._ledger.people.get(one, NONE)]
        if len(found) != 1:
            return say("replies.nobody" if not found else "replies.shared")
        return found[0], item

    def doubt(self, reply: Reply, place: tuple[str, str], now: datetime) -> Message | None:
        """What a human has to know before it counts."""
        senders = {*map(address_key, reply.senders)}
        mailed = self._book.last(*place)
        if senders and senders != {reply.attendee}:
            return say("replies.sender", senders=reply.senders, attendee=reply.attendee)
        if mailed is None:
            return say("replies.uninvited")
        if reply.sequence < mailed.sequence:
            return say("replies.older")
        return say("replies.future") if reply.at > stamp_of(now + A_DAY) else None


def sort_replies(
    files: Iterable[Path], taken: Collection[Path], matcher: Matcher, known: Answers, now: datetime
) -> Sorted:
    """Reads files; those that are `taken` have been looked at, and their doubts no longer count.

    Of what one person says of one item the latest counts, in whatever order it comes.
    """
    found = Sorted(dict(known))
    looked_at = {path.resolve() for path in taken}
    for file in files:
        reply = read_reply(file)
        if reply is None:
            found.others += 1
        elif isinstance(reply, Held):
            found.held.append(reply)
        else:
            _sort(found, reply, matcher, lambda f: f.resolve() in looked_at, now)
    return found


def _sort(
    found: Sorted, reply: Reply, matcher: Matcher, is_taken: Callable[[Path], bool], now: datetime
) -> None:
    place = matcher.place(reply)
    if isinstance(place, Message):
        found.held.append(Held(reply.file, place))
        return
    before = found.answers.get(place)
    answer = Answer(reply.answer, reply.at, reply.comment)
    if before is not None and before.at >= answer.at:
        found.known += 1
        return
    doubt = None if is_taken(reply.file) else matcher.doubt(reply, place, now)
    if doubt is not None:
        found.held.append(Held(reply.file, doubt))
        return
    found.answers[place] = answer
    found.news.append((*place, answer))


def recorded_answers(state: Path) -> dict[tuple[str, str], Answer]:
    """Those of a state's folder; `FolderError` where they cannot be used."""
    path = state / FILE
    try:
        return answers_in(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise damaged(path) from None


def record_answers(state: Path, answers: Answers) -> None:
    """Replaces them, in one step."""
    rows = [
        {"person": person, "item": item, **answer._asdict()}
        for (person, item), answer in sorted(answers.items())
    ]
    write_state(state, FILE, {"answers": rows})
