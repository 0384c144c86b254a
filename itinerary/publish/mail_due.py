"""Who is to get which invitation: what was published for them since their last mail."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from itinerary.model.published import Sent
from itinerary.publish.ledger import NONE, Ledger
from itinerary.publish.mail_book import CANCEL, REQUEST, MailBook, Mailed

INVITED = ("event:", "meeting:")
"""What one can decline; nobody is invited to a flight."""


class Due(NamedTuple):
    """One mail that is to be sent."""

    person: str
    item: str
    sent: Sent
    method: str
    before: Mailed | None
    """The mail of before; None where this is the first."""
    is_off: bool = False
    """Whether it takes place without this person."""


class Asked(NamedTuple):
    """What is wanted of a run; what is left empty leaves everything in."""

    people: Collection[str] = ()
    items: Collection[str] = ()
    resent: Collection[str] = ()
    """Items of which the last mail may be sent again, whatever became of it."""


class Round(NamedTuple):
    """What a run has to do, and what a human has to look at first."""

    due: tuple[Due, ...]
    held: tuple[Due, ...]
    """Cut off earlier: nobody knows whether they arrived."""


def round_of(ledger: Ledger, book: MailBook, asked: Asked) -> Round:
    """By person and item, in order of their ids."""
    due: list[Due] = []
    held: list[Due] = []
    live = {item for sent in ledger.people.values() for item, one in sent.items() if one.is_live}
    for person, item, sent in _published(ledger, asked):
        before = book.last(person, item)
        method = REQUEST if sent.is_live else CANCEL
        one = Due(person, item, sent, method, before, not sent.is_live and item in live)
        is_again = item in asked.resent and (sent.is_live or before is not None)
        if before is not None and not before.is_sent and not is_again:
            held.append(one)
        elif is_again or _is_new(one):
            due.append(one)
    return Round(tuple(due), tuple(held))


def _published(ledger: Ledger, asked: Asked) -> Iterator[tuple[str, str, Sent]]:
    people: Iterable[str] = asked.people or ledger.people.keys()
    wanted = {*asked.items, *asked.resent}
    for person in sorted({*people} - {""}):
        for item, sent in sorted(ledger.people.get(person, NONE).items()):
            is_wanted = not wanted or item in wanted or item.partition("@")[0] in wanted
            if item.startswith(INVITED) and is_wanted:
                yield person, item, sent


def _is_new(one: Due) -> bool:
    """Only who was invited is told that they need not come."""
    if one.before is None:
        return one.method == REQUEST
    is_told = one.method == CANCEL and one.before.method == CANCEL
    return one.before.sequence < one.sent.sequence and not is_told
