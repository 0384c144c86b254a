"""`mail.json`: which invitations have left the house, and which may have when a run was cut off.

Of each mail its intent is written before it is sent, and that it was sent after.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from itinerary.publish.state import damaged, read_state, write_state

FILE = "mail.json"
REQUEST, CANCEL = "REQUEST", "CANCEL"


class Mailed(NamedTuple):
    """The last mail to a person about an item."""

    sequence: int
    method: str
    to: str
    """The address it went to."""
    is_sent: bool
    """False: it was begun, and nobody knows whether it arrived."""


class MailBook:
    """The mails by person and item; each change of it lasts before the call returns."""

    def __init__(self, folder: Path) -> None:
        """Reads those of a state's folder; `FolderError` where they cannot be used."""
        self._folder = folder
        try:
            data = read_state(folder, FILE) or {"mails": {}}
            self._mails = {
                person: {item: _mailed(*row) for item, row in rows.items()}
                for person, rows in data["mails"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError):
            raise damaged(folder / FILE) from None

    def last(self, person: str, item: str) -> Mailed | None:
        """The last one to a person about an item."""
        return self._mails.get(person, {}).get(item)

    def record(self, mails: Mapping[tuple[str, str], Mailed | None]) -> None:
        """Writes what is now known of some of them; None: as if there had been none."""
        for (person, item), mailed in mails.items():
            known = self._mails.setdefault(person, {})
            known.pop(item, None)
            if mailed is not None:
                known[item] = mailed
        mailed_rows = {
            person: {item: tuple(one) for item, one in rows.items()}
            for person, rows in self._mails.items()
            if rows
        }
        write_state(self._folder, FILE, {"mails": mailed_rows})


def _mailed(sequence: int, method: str, to: str, is_sent: bool) -> Mailed:
    if method not in (REQUEST, CANCEL):
        raise ValueError(method)
    return Mailed(int(sequence), method, str(to), bool(is_sent))
