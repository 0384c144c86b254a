"""Times as foreign files write them, and as our cells do."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from itinerary.times import YEARS, local, written_clock

LONGEST_NIGHT = timedelta(hours=12)
"""As in our tables: an end that reads earlier than its start is the next day's up to this."""
_MOST_DAYS = 3
_PARTS = r"(\d{1,4}):(\d{2})(?::(\d{2}))?"
_ISO = r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,5})M)?(?:\d{1,5}S)?)?"
_MINUTES = r"(\d{1,5})(?:\.0+)?\s*(?:m|min|minutes)?"


class Cells(NamedTuple):
    """A day, a start and an end as our table of events has them."""

    date: str
    start: str
    end: str
    is_whole: bool = True
    """False where the end is too far away to be written."""


def read_stamp(text: str) -> datetime | None:
    """A date with a time, as ISO 8601 writes it, to the minute; aware if it has an offset."""
    written = re.sub(r"\s+(?=[+-]\d)", "", text.strip())
    if not 10 < len(written) <= 40:
        return None
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found.replace(second=0, microsecond=0) if found.year in YEARS else None


def read_day(text: str) -> date | None:
    """A date, or that of a date with a time."""
    try:
        found = date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
    return found if found.year in YEARS else None


def read_duration(text: str) -> timedelta | None:
    """`00:45`, `1:30`, `01:30:00`, `45`, `PT45M`; three parts that are no clock begin with days."""
    written = text.strip().upper()
    if match := re.fullmatch(_PARTS, written):
        first, second, third = int(match[1]), int(match[2]), int(match[3] or 0)
        if third or second > 59:
            return timedelta(days=first, hours=second, minutes=third)
        return timedelta(hours=first, minutes=second)
    if match := re.fullmatch(_ISO, written):
        days, hours, minutes = (int(part or 0) for part in match.groups())
        return timedelta(days=days, hours=hours, minutes=minutes)
    if match := re.fullmatch(_MINUTES, written.lower()):
        return timedelta(minutes=int(match[1]))
    return None


def to_utc(stamp: datetime) -> datetime:
    return stamp.astimezone(UTC)


def written_times(start: datetime, end: datetime | None, zone: str) -> Cells:
    """The cells that read back as these instants; no end where it is not after the start."""
    first = local(start, zone)
    day, clock = f"{first:%Y-%m-%d}", written_clock(start, zone)
    if end is None or end <= start:
        return Cells(day, clock, "")
    last = local(end, zone)
    days, until = (last.date() - first.date()).days, written_clock(end, zone)
    if until == "00:00" and days:
        days, until = days - 1, "24:00"
    is_night = days == 1 and last.time() < first.time() and end - start <= LONGEST_NIGHT
    if not days or is_night:
        return Cells(day, clock, until)
    if days > _MOST_DAYS:
        return Cells(day, clock, f"24:00 +{_MOST_DAYS}", is_whole=False)
    return Cells(day, clock, f"{until} +{days}")
