"""What a cell may mean that is no plain date or time: `8h30/9h00`, `vers 12h30`, `14h30 (à conf.)`.

Only what the plain readers refuse comes here. A guess says what it is, to whoever wrote the cell.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Generic, NamedTuple, TypeVar

from itinerary.names import fold
from itinerary.problems import Message, say
from itinerary.times.clock_values import DEFAULT_LENGTH, Clock, ClockRange
from itinerary.times.clocks import read_clocks
from itinerary.times.dates import DateReader
from itinerary.times.faults import UnreadableError
from itinerary.times.moments import read_moment
from itinerary.times.written import written_moment
from itinerary.times.zones import instant

Value = TypeVar("Value")

_LATER = r"conf(?:irmer|irmar)?|preciser|precisar|definir|determiner|determinar|fixer|fijar|venir"
_UNKNOWN = (
    rf"(?<!\w)(?:(?:heure|horaire|hora|date|jour|fecha) )?(?:a|por) (?:{_LATER})"
    r"|(?<!\w)(?:(?:time|date) )?(?:tb[acd]|to be (?:confirmed|defined|determined|announced))"
    r"|(?<!\w)(?:n\.?[cd]|pending|en attente|pendiente)|\?+"
)
"""Instead of a date or a time: nobody knows it yet."""
_UNSURE = rf"[\s,]*[(\[]?\s*(?:{_UNKNOWN}|provisoire|sous reserve|provisional)\.?\s*[)\]]?"
"""Behind one: somebody thinks so."""
_ABOUT = (
    r"(?:(?<!\w)(?:vers|environ|env|about|around|circa|approx|aprox|hacia(?: las?)?|sobre las?)"
    r"(?!\w)\.?|[~≈]|\+/-)\s*"
)
_OPEN = r"\s*(?:->|→|-)\s*(?:(?:la )?(?:fin|end|final)(?: de (?:la )?soiree)?|late|\.{2,}|\?+)?"
_NO_END = rf"(?:la )?fin(?: de (?:la )?soiree)?|end|late|final|\.{{2,}}|-+|(?:{_UNKNOWN})\.?"
_PART_OF_DAY = r"0[.,]\d{1,17}"
_DAYS = r"\d{5}(?:[.,]\d{1,17})?"
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of the spreadsheets, from 1 March 1900 on."""
_FAR = timedelta(days=366)
"""From the mission, a number of days is more likely to be something else."""
_LONGEST = 100


class Guess(NamedTuple, Generic[Value]):
    """What a cell is taken to mean, how that is said, and what to type instead."""

    value: Value | None
    """None: there is no time yet."""
    message: Message
    hint: Message
    is_draft: bool = False
    """Whether it stands there as not yet sure."""


def guess_clocks(text: str) -> Guess[ClockRange]:
    """A start, perhaps with an end; `UnreadableError` where nothing can be guessed."""
    return _guess(text, read_clocks, _clocks, _said_clocks)


def guess_end(text: str) -> Guess[ClockRange]:
    """The same for a cell of its own, where `fin` says that there is no end."""
    if not re.fullmatch(_NO_END, _plain(text)):
        return guess_clocks(text)
    message = say("guess.no_end", text=text, length=DEFAULT_LENGTH)
    return Guess(None, message, say("time.no_end.hint"))


def guess_date(text: str, dates: DateReader) -> Guess[date]:
    """A date; `UnreadableError` where nothing can be guessed."""

    def read_rest(rest: str) -> date | None:
        return _serial_day(rest, dates) or _readable(rest, dates.read)

    return _guess(text, dates.read, read_rest, str)


def guess_moment(text: str, dates: DateReader, zone: str, end_of_day: bool) -> Guess[datetime]:
    """An instant; `UnreadableError` where nothing can be guessed."""

    def read(rest: str) -> datetime:
        return read_moment(rest, dates, zone, end_of_day)

    def read_rest(rest: str) -> datetime | None:
        day = _serial_day(rest, dates)
        if day is None:
            return _readable(rest, read)
        clock = _of_day(float(f"0.{rest[6:] or '0'}"))
        return instant(day + timedelta(clock.days), clock.time, zone)

    return _guess(text, read, read_rest, lambda at: written_moment(at, zone))


def _guess(
    text: str, read: Callable[[str], Value], read_rest: Callable[[str], Value | None],
    said: Callable[[Value], str],
) -> Guess[Value]:  # fmt: skip
    """What is left of a text once what makes it unsure is taken off."""
    plain = _plain(text)
    if re.fullmatch(rf"(?:{_UNKNOWN})\.?", plain.strip(" ()[]")):
        return Guess(None, say("guess.untimed", text=text), say("guess.untimed.hint"), True)
    sure = re.sub(rf"{_UNSURE}$", "", plain)
    found = read_rest(re.sub(_ABOUT, "", sure).replace("()", "").strip()) if sure else None
    if found is None:
        read(text)  # says best why it is none
        raise UnreadableError(say("clock.unreadable", text=text), say("clock.hint"))
    meant = said(found)
    if sure != plain:
        message = say("guess.unconfirmed", text=text, meant=meant)
        return Guess(found, message, say("guess.unconfirmed.hint", meant=meant), True)
    return Guess(found, say("guess.read", text=text, meant=meant), say("guess.write", meant=meant))


def _plain(text: str) -> str:
    return fold(text) if len(text) <= _LONGEST else ""


def _readable(text: str, read: Callable[[str], Value]) -> Value | None:
    """None where it is no date or time; what is one and cannot be is for the reader to say."""
    try:
        return read(text)
    except UnreadableError as fault:
        if not fault.message.key.endswith(".unreadable"):
            raise
    return None


def _clocks(text: str) -> ClockRange | None:
    if re.fullmatch(_PART_OF_DAY, text):
        return _readable(text, read_clocks) or ClockRange(_of_day(float(text.replace(",", "."))))
    whole = _readable(text, read_clocks)
    if whole is not None:
        return whole
    bounds = [_readable(part.strip(), read_clocks) for part in text.split("/")]
    if len(bounds) == 2 and bounds[0] and bounds[1] and not (bounds[0].end or bounds[1].end):
        return ClockRange(bounds[0].start, bounds[1].start)
    start = _readable(re.sub(rf"{_OPEN}$", "", text), read_clocks)
    return ClockRange(start.start, _later(start.start)) if start and not start.end else None


def _later(start: Clock) -> Clock:
    wall = datetime.combine(date.min, start.time) + DEFAULT_LENGTH
    return Clock(wall.timetz(), start.days + (wall.date() - date.min).days)


def _of_day(part: float) -> Clock:
    """The time at which a part of the day has passed, to the minute."""
    days, minutes = divmod(round(part * 24 * 60), 24 * 60)
    return Clock(time(*divmod(minutes, 60)), days)


def _serial_day(text: str, dates: DateReader) -> date | None:
    """The day of a number that a spreadsheet shows as a date."""
    if not re.fullmatch(_DAYS, text):
        return None
    day = _FIRST_DAY + timedelta(int(text[:5]))
    return day if dates.starts - _FAR <= day <= dates.ends + _FAR else None


def _said_clocks(clocks: ClockRange) -> str:
    return "-".join(_said(clock) for clock in clocks if clock)


def _said(clock: Clock) -> str:
    days = f" +{clock.days}" if clock.days else ""
    zone = f" {clock.time.tzinfo}" if clock.time.tzinfo else ""
    return f"{clock.time:%H:%M}{days}{zone}"
