"""Every way to write a date but `2017-11-06`; `dates` imports it when it meets one.

Day first, in French, English or Spanish, the year left out.

dateutil's parser is not used here: `dayfirst=True` turns ISO dates round, `9.30` becomes
9 November, and French months fail. Its ISO reader is (`2017-W45-1`, `20171106`).
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from itinerary.names import fold
from itinerary.problems import OneOf, say
from itinerary.times.faults import UnreadableError
from itinerary.times.words import FILLERS, MONTHS, RELATIVE_DAYS, WEEKDAYS

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_MIDNIGHT = re.compile(r"(?<=\d)[ t]00:00(?::00(?:\.0+)?)?$")
"""What spreadsheets write behind a date that has no time."""
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?")
_DAY_OF_MISSION = re.compile(r"(?:j|d|day|jour|dia)\s*([+-])\s*(\d{1,3})")
_ISO_OTHER = re.compile(r"\d{4}-?w\d{2}(?:-?\d)?|\d{8}")
_YEAR = re.compile(r"\d{4}|\d{2}")
_GAPS = re.compile(r"\.?[\s,]+|\.$|(?<=\d)-(?=[a-z])|(?<=[a-z])\.?-(?=\d)|\.(?=\D)(?!o\b)")
_DAY = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th|e|ro|\.?o|°)?")


class DateGrammar(NamedTuple):
    """Reads dates near a mission; a year that is left out is the one nearest to it."""

    starts: date
    ends: date
    today: date | None = None

    def read(self, text: str) -> date:
        """The date, or `UnreadableError` with the remedy."""
        try:
            return self._read(text.strip(), _MIDNIGHT.sub("", fold(text)).strip(" .,"))
        except OverflowError:
            raise _no_such_day(text, self.starts) from None

    def _read(self, text: str, plain: str) -> date:
        """`text` is what was written and is quoted in problems, `plain` is folded."""
        if match := _YEAR_FIRST.fullmatch(plain):
            return self._date(text, *map(int, match.groups()))
        if match := _DAY_FIRST.fullmatch(plain):
            return self._day_month(text, int(match[1]), int(match[2]), match[3])
        if match := _DAY_OF_MISSION.fullmatch(plain):
            return self.starts + timedelta(int(match[1] + match[2]))
        if _ISO_OTHER.fullmatch(plain):
            return _iso(text, plain, self.starts)
        if plain in RELATIVE_DAYS and self.today is not None:
            return self.today + timedelta(RELATIVE_DAYS[plain])
        return self._words(text, plain)

    def _words(self, text: str, plain: str) -> date:
        """`lundi 6 novembre 2017`, `Mon 6 Nov`, `Nov. 6th`, `lun. 6/11`, `1er`, `mardi`."""
        words = [word for word in _GAPS.split(plain) if word and word not in FILLERS]
        weekday = WEEKDAYS.get(words[0]) if words else None
        if weekday is None or (len(words) > 1 and _is_month_day(words)):
            return self._named_day(text, words)
        if len(words) == 1:
            return self._only_weekday(text, weekday)
        found = self._named_day(text, words[1:])
        if found.weekday() != weekday:
            raise _contradiction(text, found, weekday)
        return found

    def _named_day(self, text: str, words: list[str]) -> date:
        """The date itself, its weekday taken off."""
        if len(words) == 1 and (match := _DAY_FIRST.fullmatch(words[0])):
            return self._day_month(text, int(match[1]), int(match[2]), match[3])
        if len(words) == 1 and (match := _YEAR_FIRST.fullmatch(words[0])):
            return self._date(text, *map(int, match.groups()))
        if len(words) > 1 and words[0] in MONTHS:
            words = [words[1], words[0], *words[2:]]
        day = _DAY.fullmatch(words[0]) if words else None
        if day is None or len(words) > 3:
            raise _not_a_date(text, self.starts)
        if len(words) == 1:
            return self._day_alone(text, int(day[1]))
        month = MONTHS.get(words[1])
        year = words[2] if len(words) == 3 else None
        if month is None or (year is not None and not _YEAR.fullmatch(year)):
            raise _not_a_date(text, self.starts)
        return self._day_month(text, int(day[1]), month, year)

    def _day_month(self, text: str, day: int, month: int, year: str | None) -> date:
        if year is not None:
            return self._date(text, int(year) if len(year) == 4 else 2000 + int(year), month, day)
        around = (self.starts.year, self.starts.year + 1, self.starts.year - 1)
        possible = [found for y in around if (found := _possible(y, month, day))]
        if not possible:
            raise _no_such_day(text, self.starts)
        return min(possible, key=self._distance)

    def _day_alone(self, text: str, day: int) -> date:
        """`6` or `1er`: the only day of the mission, or of its month, with that number."""
        span = (self.ends - self.starts).days
        during = [d for n in range(span + 1) if (d := self.starts + timedelta(n)).day == day]
        if len(during) == 1:
            return during[0]
        if during:
            raise _which(text, *during[:3])
        return self._date(text, self.starts.year, self.starts.month, day)

    def _only_weekday(self, text: str, weekday: int) -> date:
        first = self.starts + timedelta((weekday - self.starts.weekday()) % 7)
        if first + timedelta(7) <= self.ends:
            raise _which(text, first, first + timedelta(7))
        return first

    def _distance(self, day: date) -> timedelta:
        return max(self.starts - day, day - self.ends, timedelta())

    def _date(self, text: str, year: int, month: int, day: int) -> date:
        found = _possible(year, month, day)
        if found is None:
            raise _no_such_day(text, self.starts)
        return found


def _is_month_day(words: list[str]) -> bool:
    """`mar 6`, in English, is 6 March only with a year behind it; else it is `mardi 6`."""
    return words[0] == "mar" and len(words) == 3 and bool(_YEAR.fullmatch(words[2]))


def _iso(text: str, plain: str, example: date) -> date:
    from dateutil.parser import isoparse

    try:
        return isoparse(plain.upper()).date()
    except ValueError:
        raise _no_such_day(text, example) from None


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _not_a_date(text: str, example: date) -> UnreadableError:
    is_serial = re.fullmatch(r"\s*\d{5}(?:[.,]\d+)?\s*", text)  # the days since 1900
    hint = say("value.serial_date" if is_serial else "date.hint", example=f"{example}")
    return UnreadableError(say("date.unreadable", text=text), hint)


def _no_such_day(text: str, example: date) -> UnreadableError:
    return UnreadableError(say("date.none", text=text), say("date.hint", example=f"{example}"))


def _which(text: str, *dates: date) -> UnreadableError:
    return UnreadableError(say("date.which", text=text, dates=OneOf(dates)), say("date.which.hint"))


def _contradiction(text: str, found: date, weekday: int) -> UnreadableError:
    """The day number and the weekday disagree: only a human knows which was meant."""
    other = found + timedelta((weekday - found.weekday() + 3) % 7 - 3)
    message = say("date.weekday", text=text, date=found)
    return UnreadableError(
        message, say("date.weekday.hint", date=found, other=other), code="weekday"
    )
