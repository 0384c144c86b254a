"""Dates as people write them: day first, in French, English or Spanish, the year left out."""

from datetime import date, datetime

from itinerary.problems import say
from itinerary.times.faults import UnreadableError

YEARS = range(1900, 2200)
"""No mission lies outside; so a date plus some days never runs past the end of the calendar."""


class DateReader:
    """Reads dates near a mission: the year that is left out is the one nearest to it.

    `today` and `tomorrow` are counted from `today`; without it those words are refused.
    """

    __slots__ = ("_known", "ends", "moments", "starts", "today")

    def __init__(self, starts: date, ends: date, today: date | None = None) -> None:
        self.starts = starts
        self.ends = ends
        self.today = today
        self.moments: dict[tuple[str, str, bool], datetime] = {}
        """What `read_moment` has read: the slots of a mission are few and stand in many cells."""
        self._known: dict[str, date | UnreadableError] = {}

    def read(self, text: str) -> date:
        """The date, or `UnreadableError` with the remedy; the same text is read once."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._read(text)
        if isinstance(known, UnreadableError):
            raise known
        return known

    def _read(self, text: str) -> date | UnreadableError:
        found = _iso(text)
        if found is None:
            from itinerary.times.date_grammar import DateGrammar

            try:
                found = DateGrammar(self.starts, self.ends, self.today).read(text)
            except UnreadableError as fault:
                return fault
        if found.year not in YEARS:
            return UnreadableError(say("time.range", year=found.year))
        return found


def _iso(text: str) -> date | None:
    if len(text) == 10 and text[4] == text[7] == "-":
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    return None
