"""A date and a time in one cell: `lundi 6 nov. 14h`, `2017-11-06T14:20-05:00`."""

import re
from datetime import date, datetime, time, timedelta

from itinerary.problems import say
from itinerary.times.clock_values import Clock
from itinerary.times.clocks import read_clocks
from itinerary.times.dates import DateReader
from itinerary.times.faults import UnreadableError
from itinerary.times.zones import instant

# Strings, compiled when first met: most missions never need them.
_ISO = r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}.*)"
_JOINED = r"\s+(?:a|à|at|,)\s+|\s*,\s*|\s+"
_LAST_YEAR = r"[\s,](\d{4})\s*$"
LONGEST = 100
"""Characters; what is longer is no date and time, and trying every gap of it takes long."""


def read_moment(text: str, dates: DateReader, zone: str, end_of_day: bool = False) -> datetime:
    """The UTC instant; a date alone is its midnight, or the next one for the end of a window."""
    asked = text, zone, end_of_day
    known = dates.moments.get(asked)
    if known is None:
        known = dates.moments[asked] = _read_moment(text, dates, zone, end_of_day)
    return known


def _read_moment(text: str, dates: DateReader, zone: str, end_of_day: bool) -> datetime:
    if len(text) == 16 and text[10] == " " and text[13] == ":" and text[4] == text[7] == "-":
        clock = read_clocks(text[11:]).start
        return instant(dates.read(text[:10]) + timedelta(clock.days), clock.time, zone)
    if match := re.fullmatch(_ISO, text.strip()):
        clock = read_clocks(match[2], iso=True).start
        return instant(dates.read(match[1]) + timedelta(clock.days), clock.time, zone)
    found = None if _ends_in_year(text, dates) else _day_and_clock(text.strip(), dates)
    if found is None:
        return _date_alone(text, dates, zone, end_of_day)
    day, clock = found
    return instant(day + timedelta(clock.days), clock.time, zone)


def _ends_in_year(text: str, dates: DateReader) -> bool:
    """`6 nov. 2017` is a date alone, not 20:17 on the sixth."""
    last = re.search(_LAST_YEAR, text)
    if last is None or not dates.starts.year - 1 <= int(last[1]) <= dates.ends.year + 1:
        return False
    try:
        dates.read(text)
    except UnreadableError as fault:
        return fault.code == "weekday"
    return True


def _day_and_clock(text: str, dates: DateReader) -> tuple[date, Clock] | None:
    """Cut at the last gap that leaves a time behind it and a date before it."""
    if len(text) > LONGEST:
        return None
    for gap in reversed(list(re.finditer(_JOINED, text))):
        try:
            clocks = read_clocks(text[gap.end() :])  # first: `14 h` is no reason to read `6 nov 14`
            day = dates.read(text[: gap.start()])
        except UnreadableError as fault:
            if fault.code == "weekday":
                raise
            continue
        if clocks.end is None:
            return day, clocks.start
    return None


def _date_alone(text: str, dates: DateReader, zone: str, end_of_day: bool) -> datetime:
    try:
        day = dates.read(text) + timedelta(1 if end_of_day else 0)
    except UnreadableError as fault:
        if fault.message.key != "date.unreadable":
            raise
        is_serial = fault.hint is not None and fault.hint.key == "value.serial_date"
        example = f"{dates.starts} 14:30"
        hint = say("value.serial_date" if is_serial else "moment.hint", example=example)
        raise UnreadableError(say("moment.unreadable", text=text), hint) from None
    return instant(day, time(), zone)
