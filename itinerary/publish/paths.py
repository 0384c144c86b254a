"""Who has a path, and how it is changed or taken away; what a ledger becomes that takes over."""

from collections.abc import Callable
from datetime import datetime
from secrets import token_urlsafe
from typing import NamedTuple

from itinerary.model import Mission
from itinerary.publish.feed_folder import PUBLIC
from itinerary.publish.ledger import Ledger, stamp_of
from itinerary.times import local

OCTETS = 32
CALENDAR, PAGE = "calendar.ics", "index.html"
EVERYONE = ""
"""Whose calendar is the mission's own: everything, for the organiser."""


def _minted() -> str:
    return token_urlsafe(OCTETS)


class Wish(NamedTuple):
    """What is asked of a publication; people by id."""

    who: tuple[str, ...] | None = None
    """None: everyone."""
    rotated: frozenset[str] = frozenset()
    revoked: frozenset[str] = frozenset()
    restored: frozenset[str] = frozenset()
    is_taking_over: bool = False
    is_readable: bool | None = None
    """None: as before."""
    mint: Callable[[], str] = _minted

    def revoked_of(self, ledger: Ledger) -> frozenset[str]:
        """Everyone who has no path then."""
        return (ledger.revoked - self.restored) | self.revoked


def path_of(ledger: Ledger, person: str) -> str:
    """Where in the folder a calendar stands; empty where it is for nobody."""
    if person == EVERYONE:
        return "organiser/mission.ics"
    token = ledger.tokens.get(person)
    return f"{PUBLIC}/{token}/{CALENDAR}" if token else ""


def address_of(mission: Mission, ledger: Ledger, person: str, file: str) -> str:
    """Where a server shows it, if `base_url` is where that shows `public`; else empty."""
    base = mission.settings.base_url.rstrip("/")
    return f"{base}/{ledger.tokens[person]}/{file}" if base else ""


def with_tokens(ledger: Ledger, mission: Mission, wish: Wish, now: datetime) -> Ledger:
    """The ledger in which everyone has a path who is to have one, and nobody else."""
    revoked = wish.revoked_of(ledger)
    present = {one.id: one.name for one in mission.people.values() if not one.stands_for}
    is_over = local(now, mission.zone).date() > mission.ends
    kept = {
        person: token
        for person, token in ledger.tokens.items()
        if person not in revoked | wish.rotated and (person in present or not is_over)
    }
    wanted = present if wish.who is None else wish.who
    rotated = [person for person in ledger.tokens if person in wish.rotated]
    for person in dict.fromkeys((*wanted, *rotated, *sorted(wish.restored))):
        if person not in kept and person not in revoked:
            kept[person] = wish.mint()
    names = {**ledger.names, **present}
    return ledger._replace(tokens=kept, revoked=revoked, names=names)


def overtaken(ledger: Ledger, revision: int, now: datetime) -> Ledger:
    """A ledger whose calendars say more than any that were written at another's revision.

    No number of an item is as high as that of the revision: each adds at most one to it.
    """
    at = max(stamp_of(now), ledger.at)
    people = {
        person: {
            i: one._replace(sequence=max(one.sequence, revision), changed=at)
            for i, one in sent.items()
        }
        for person, sent in ledger.people.items()
    }
    number = max(ledger.revision, revision) + 1
    return ledger._replace(people=people, revision=number, at=at)
