"""The ledger: what every calendar last said of every item, so that the next one can say more.

An item that leaves a calendar is said to be cancelled there from then on; no record is ever
dropped, so that SEQUENCE never falls, even for what comes back after weeks.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from types import MappingProxyType
from typing import Any, NamedTuple

from itinerary.model.published import Gone, Said, Sent
from itinerary.publish.state import damaged, read_state, replace_private, write_state

LEDGER = "ledger.json"
UNSEEN = ".gitignore"
NONE: Mapping[str, Any] = MappingProxyType({})


class Ledger(NamedTuple):
    """What is known of earlier publications; people by id, and `""` is the mission's calendar."""

    id: str = ""
    """Of the ledger itself: two missions, or two beginnings of one, are told apart by it."""
    mission: str = ""
    revision: int = 0
    """One more with each publication that said something new."""
    at: str = ""
    """When that was, in UTC."""
    items: Mapping[str, Gone] = NONE
    """Each item as it was last published for anyone."""
    people: Mapping[str, Mapping[str, Sent]] = NONE
    taken: Mapping[str, Mapping[str, Gone]] = NONE
    """What is cancelled in a person's calendar, as it stood there."""
    names: Mapping[str, str] = NONE
    """Of everyone with a calendar, for those who have left."""
    tokens: Mapping[str, str] = NONE
    """The unguessable part of the path of each person's calendar."""
    revoked: frozenset[str] = frozenset()
    """Those who have none until they are given one again."""
    folders: Mapping[str, tuple[str, ...]] = NONE
    """By the id of each folder published to, the tip that was written there; while that is being
    done, the old and the new."""
    copy: str = ""
    """Where, beside the ledger, the mission stands as it was last published."""

    @property
    def tip(self) -> str:
        """The digest of all but where it has been written."""
        data = self._replace(folders=NONE, copy="")
        text = json.dumps(_data(data), sort_keys=True)
        return sha256(text.encode()).hexdigest()[:32]


def settled(ledger: Ledger, said: Mapping[str, Mapping[str, Said]], now: datetime) -> Ledger:
    """The ledger after the calendars of some people have said this; the same one if nothing is new.

    Time never goes back in it, whatever a clock says.
    """
    stamp = max(stamp_of(now), ledger.at)
    items, people, taken = dict(ledger.items), dict(ledger.people), dict(ledger.taken)
    for person, found in said.items():
        before = ledger.people.get(person, NONE)
        people[person] = _settled(before, found, stamp)
        known = ledger.taken.get(person, NONE)
        off = {i: known.get(i) or ledger.items[i] for i in before if i not in found}
        taken.pop(person, None)
        if off:
            taken[person] = off
        items.update((identity, one.gone) for identity, one in found.items())
    new = ledger._replace(items=items, people=people, taken=taken)
    return ledger if new == ledger else new._replace(revision=ledger.revision + 1, at=stamp)


def stamp_of(now: datetime) -> str:
    """`20171102T101500Z`."""
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def read_ledger(folder: Path, mission: str) -> Ledger:
    """That of a state's folder, or a new one; `FolderError` where it cannot be used."""
    data = read_state(folder, LEDGER)
    if data is None:
        return Ledger(token_hex(16), mission)
    try:
        return _ledger(data)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise damaged(folder / LEDGER) from None


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Replaces it, in one step, where git leaves it and its secrets alone."""
    write_state(folder, LEDGER, _data(ledger))
    if not (folder / UNSEEN).exists():
        replace_private(folder / UNSEEN, b"*\n")


def published_path(folder: Path, ledger: Ledger) -> Path | None:
    """The mission as it was last published, to be loaded; None where there is none."""
    path = folder / ledger.copy
    return path if ledger.copy and path.exists() else None


def _settled(before: Mapping[str, Sent], said: Mapping[str, Said], stamp: str) -> dict[str, Sent]:
    """What one calendar has said, after it says this."""
    after: dict[str, Sent] = {}
    for identity, sent in before.items():
        if sent.is_live and identity not in said:
            after[identity] = Sent(sent.sequence + 1, stamp, sent.digest, False)
        else:
            after[identity] = sent
    for identity, one in said.items():
        known = before.get(identity)
        if known is None:
            after[identity] = Sent(0, stamp, one.digest, True)
        elif not known.is_live or known.digest != one.digest:
            after[identity] = Sent(known.sequence + 1, stamp, one.digest, True)
    return after


def _data(ledger: Ledger) -> dict[str, Any]:
    return ledger._asdict() | {
        "items": dict(ledger.items),
        "people": {person: dict(sent) for person, sent in ledger.people.items()},
        "taken": {person: dict(gone) for person, gone in ledger.taken.items() if gone},
        "names": dict(ledger.names),
        "tokens": dict(ledger.tokens),
        "revoked": sorted(ledger.revoked),
        "folders": dict(ledger.folders),
    }


def _ledger(data: Mapping[str, Any]) -> Ledger:
    if not all(isinstance(data[name], str) for name in ("id", "mission", "at", "copy")):
        raise TypeError
    known = data["items"].keys()
    if not all(known >= sent.keys() for sent in data["people"].values()):
        raise ValueError
    return Ledger(
        data["id"], data["mission"], int(data["revision"]), data["at"],
        items=_gone(data["items"]),
        people={p: {i: _sent(*one) for i, one in s.items()} for p, s in data["people"].items()},
        taken={person: _gone(gone) for person, gone in data["taken"].items()},
        names={person: str(name) for person, name in data["names"].items()},
        tokens={person: _token(token) for person, token in data["tokens"].items()},
        revoked=frozenset(map(str, data["revoked"])),
        folders={folder: tuple(map(str, tips)) for folder, tips in data["folders"].items()},
        copy=_within(data["copy"]),
    )  # fmt: skip


def _gone(data: Mapping[str, Any]) -> dict[str, Gone]:
    return {identity: Gone._make(map(_text, one)) for identity, one in data.items()}


def _text(value: Any) -> Any:
    """A text, or several."""
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


def _sent(sequence: int, changed: str, digest: str, is_live: bool) -> Sent:
    return Sent(int(sequence), str(changed), str(digest), bool(is_live))


def _token(text: str) -> str:
    """One that leads nowhere else; `ValueError` for any other."""
    if not text or not text.replace("-", "").replace("_", "").isalnum() or not text.isascii():
        raise ValueError
    return text


def _within(text: str) -> str:
    if Path(text).is_absolute() or ".." in Path(text).parts:
        raise ValueError
    return text
