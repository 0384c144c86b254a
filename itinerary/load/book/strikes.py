"""Rows and cells that somebody has struck through, or called cancelled, instead of deleting."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from itinerary.load.book.marks import Place
from itinerary.load.book.notes import Notes
from itinerary.names import key

_CANCELLED = frozenset({"annule", "annulee", "annules", "annulees", "cancelled", "canceled",
                        "anulado", "anulada", "supprime", "supprimee"})  # fmt: skip
_LONGEST = 12
"""Characters of the longest of them, and some."""


def cancelling(texts: Iterable[str]) -> frozenset[str]:
    """Those of the texts that say of their row that it is cancelled."""
    return frozenset(t for t in texts if 0 < len(t) < _LONGEST and key(t) in _CANCELLED)


class Strikes:
    """Says of each row whether it is cancelled; a struck cell of another is emptied."""

    def __init__(
        self, struck: AbstractSet[Place], words: AbstractSet[str], notes: Notes,
        places: tuple[int, int],
    ) -> None:  # fmt: skip
        """`places` are those of the column a row goes by, and of its status."""
        self._rows: dict[int, set[int]] = {}
        for row, place in struck:
            self._rows.setdefault(row, set()).add(place)
        self._words = words
        self._notes = notes
        self._named_by, self._status = places

    def read(self, row: int, cells: list[str]) -> bool:
        """Whether the row is cancelled."""
        if self._words and not self._words.isdisjoint(cells):
            places = (place for place, text in enumerate(cells) if text in self._words)
            place = next((place for place in places if place != self._status), -1)
            if place >= 0:  # in the column of the status it is no guess
                self._notes.cancelled(row, place, cells[place], is_struck=False)
                return True
        struck = self._rows.get(row)
        if not struck:
            return False
        filled = {place for place, text in enumerate(cells) if text}
        struck &= filled
        if struck and (self._named_by in struck or struck == filled):
            place = self._named_by if self._named_by in struck else min(struck)
            self._notes.cancelled(row, place, cells[place], is_struck=True)
            return True
        for place in sorted(struck):
            self._notes.struck(row, place, cells[place])
            cells[place] = ""
        return False
