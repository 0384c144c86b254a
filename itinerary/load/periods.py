"""Periods as people write them in one text: `2017-11-06 14:00/18:00`, `12:00/13:30`."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from itinerary.problems import say
from itinerary.times import (
    Clock,
    DateReader,
    Span,
    UnreadableError,
    instant,
    local,
    nearest_instant,
    read_clocks,
    read_moment,
)

LONGEST_NIGHT = timedelta(hours=12)
"""As of an event: an end that reads earlier than its start is the next day's up to this length."""
_LONGEST = 100
"""Characters; what is longer is no period, and trying every cut of it takes long."""
_DATE = r"(?<![:.h\d])\d{1,4}/\d{1,2}(?:/\d{2,4})?(?![\d:h])"
"""A slash that is no cut: `6/11`, `06/11/2017`, `2017/11/06`."""
_CUT = r"\s*/\s*|\s+(?:-|–|to|until|au|à|hasta|a)\s+|(?<=[\dhm])[-–](?=\d{1,2}[:h])"


class DailyPeriod(NamedTuple):
    """The same time of day on each day."""

    start: Clock
    end: Clock

    def on(self, day: date, zone: str) -> Span | None:
        """None on a day whose clocks go forward over it."""
        start, end = (
            nearest_instant(day + timedelta(clock.days), clock.time, zone) for clock in self
        )
        return Span(start, end) if start < end else None


def read_period(text: str, dates: DateReader, zone: str) -> Span:
    """A moment, and a clock of the same day or a moment; `UnreadableError` with the remedy.

    A time of day before the start is that of the next day, within `LONGEST_NIGHT`.
    """
    faults: list[UnreadableError] = []
    for first, last in _cuts(text):
        try:
            start = read_moment(first, dates, zone)
            end = _end(last, start, dates, zone)
            if end <= start:
                raise _backwards(last)
        except UnreadableError as fault:
            faults.append(fault)
        else:
            return Span(start, end)
    telling = [fault for fault in faults if not fault.message.key.endswith(".unreadable")]
    if not telling and len(faults) != 1:
        raise _unreadable(text)
    raise (telling or faults)[0]


def read_daily(text: str) -> DailyPeriod | None:
    """Two clocks; None where the text does not begin with one, `UnreadableError` as above."""
    for first, last in _cuts(text):
        try:
            start = _clock(first)
        except UnreadableError:
            continue
        end = _clock(last)
        if start.time.tzinfo or end.time.tzinfo:
            raise _unreadable(text)
        longest = timedelta(1)
        if not end.days and end.time <= start.time:
            end, longest = end._replace(days=start.days + 1), LONGEST_NIGHT
        elif not end.days:
            end = end._replace(days=start.days)
        if timedelta() < _since_midnight(end) - _since_midnight(start) <= longest:
            return DailyPeriod(start, end)
        raise _backwards(last)
    return None


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a text in two: `à` may stand before a clock or between two."""
    for found in re.finditer(rf"{_DATE}|(?P<cut>{_CUT})", text if len(text) <= _LONGEST else ""):
        if found["cut"]:
            yield text[: found.start()], text[found.end() :]


def _end(text: str, start: datetime, dates: DateReader, zone: str) -> datetime:
    try:
        clock = _clock(text)
    except UnreadableError as fault:
        try:
            return read_moment(text, dates, zone, end_of_day=True)
        except UnreadableError as other:
            raise fault if other.message.key == "moment.unreadable" else other from None
    return _after(text, clock, start, zone)


def _after(text: str, clock: Clock, start: datetime, zone: str) -> datetime:
    """The clock on the day of the start, or past midnight.

    Wall clocks are compared, as the time of a day that is not meant may not exist.
    """
    wall = local(start, zone)
    day = wall.date()
    if clock.days:
        return instant(day + timedelta(clock.days), clock.time, zone)
    if clock.time.tzinfo:
        is_past = instant(day, clock.time, zone) <= start
    else:
        is_past = clock.time <= wall.time()
    end = instant(day + timedelta(is_past), clock.time, zone)
    if is_past and end - start > LONGEST_NIGHT:
        raise _backwards(text)
    return end


def _clock(text: str) -> Clock:
    found = read_clocks(text)
    if found.end is not None:
        raise UnreadableError(say("clock.unreadable", text=text), say("clock.hint"))
    return found.start


def _since_midnight(clock: Clock) -> timedelta:
    at = clock.time
    return timedelta(clock.days, hours=at.hour, minutes=at.minute, seconds=at.second)


def _backwards(text: str) -> UnreadableError:
    return UnreadableError(say("time.backwards", text=text), say("time.backwards.hint"))


def _unreadable(text: str) -> UnreadableError:
    return UnreadableError(say("span.unreadable", text=text), say("span.hint"))
