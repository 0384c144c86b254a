"""Between wall clocks and instants.

`zoneinfo` answers for every wall time, also for those a clock never shows; RFC 5545 section
3.3.5 and PEP 495 say what the two odd cases are. We refuse both and say what to write.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from itinerary.problems import say
from itinerary.times.faults import UnreadableError


class Moment(NamedTuple):
    """An instant together with the zone whose clocks it is read on."""

    instant: datetime
    zone: str

    @property
    def wall(self) -> datetime:
        """What the clocks there show."""
        return local(self.instant, self.zone)


@lru_cache(maxsize=256)
def zone_named(key: str) -> ZoneInfo:
    """The IANA zone of that name, or `UnreadableError`."""
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = say("time.zone.hint")
        raise UnreadableError(say("time.zone", text=key), hint, code="value") from None


def local(instant: datetime, zone: str) -> datetime:
    """The instant as the clocks of a zone show it."""
    return instant.astimezone(zone_named(zone))


@lru_cache(maxsize=65536)
def instant(day: date, clock: time, zone: str) -> datetime:
    """The UTC instant of a wall time that exists exactly once; else `UnreadableError`.

    A clock with its own `tzinfo` (an offset written next to it) is taken at its word.
    """
    if clock.tzinfo is not None:
        return _in_range(datetime.combine(day, clock))
    wall = datetime.combine(day, clock)
    tz = zone_named(zone)
    first, second = (_in_range(wall.replace(tzinfo=tz, fold=fold)) for fold in (0, 1))
    if first == second:
        return first
    if first.astimezone(tz).replace(tzinfo=None) != wall:
        later = first.astimezone(tz).replace(tzinfo=None)
        raise UnreadableError(
            say("time.missing", date=day, clock=clock, zone=zone),
            say("time.missing.hint", clock=later.time()),
        )
    raise UnreadableError(
        say("time.twice", date=day, clock=clock, zone=zone),
        say(
            "time.twice.hint",
            first=f"{clock:%H:%M} {offset_name(first, tz)}",
            second=f"{clock:%H:%M} {offset_name(second, tz)}",
        ),
    )


def nearest_instant(day: date, clock: time, zone: str) -> datetime:
    """The instant of a wall time, for hours that hold every day and so cannot be refused.

    The first of two where it exists twice; as late after the gap where it does not exist.
    """
    return datetime.combine(day, clock, zone_named(zone)).astimezone(UTC)


def _in_range(wall: datetime) -> datetime:
    try:
        return wall.astimezone(UTC)
    except OverflowError:
        raise UnreadableError(say("time.range", year=wall.year)) from None


def offset_name(at: datetime, zone: ZoneInfo) -> str:
    """`UTC-4` or `UTC+5:30`: the offset in force, as the clock grammar reads it back."""
    offset = at.astimezone(zone).utcoffset() or timedelta()
    sign = "-" if offset < timedelta() else "+"
    hours, rest = divmod(abs(offset), timedelta(hours=1))
    minutes = rest // timedelta(minutes=1)
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def fixed_offset(hours: int, minutes: int, sign: int) -> timezone:
    """An offset from UTC as people write one; at most 14 hours, as on Kiribati."""
    offset = timedelta(hours=hours, minutes=minutes)
    if offset > timedelta(hours=14) or minutes > 59:
        raise UnreadableError(
            say("time.offset", hours=f"{hours}:{minutes:02}"), say("time.offset.hint")
        )
    return timezone(sign * offset)
