"""The two clock changes of a year, as the only rule that every client reads.

Outlook takes one STANDARD and one DAYLIGHT, each with a yearly RRULE of one BYDAY, and
ignores RDATE (MS-OXCICAL section 2.1.3.1.1.19). So that pair is derived from zoneinfo for the
time around a mission and checked against it, hour by hour.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import NamedTuple

from itinerary.times import Span, local

DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)
NO_TIME, MORE_THAN_A_YEAR = timedelta(), timedelta(days=400)


class Clocks(NamedTuple):
    """How the clocks of a zone stand at an instant."""

    offset: timedelta
    is_summer: bool


class Onset(NamedTuple):
    """When in each year an offset comes into force."""

    month: int
    week: int
    """1 to 4, or -1 for the last."""
    weekday: int
    """Monday is 0."""
    clock: time
    """On the clocks before the change, as DTSTART wants it (section 3.6.5)."""
    before: timedelta
    after: timedelta
    name: str

    def wall(self, year: int) -> datetime:
        """The change of a year on the clocks before it, without a zone."""
        days = monthrange(year, self.month)[1]
        first = days - 6 if self.week == -1 else 7 * self.week - 6
        start = date(year, self.month, first)
        day = start + timedelta((self.weekday - start.weekday()) % 7)
        return datetime.combine(day, self.clock)

    def instant(self, year: int) -> datetime:
        return (self.wall(year) - self.before).replace(tzinfo=UTC)


class Seasons(NamedTuple):
    """One change each way."""

    standard: Onset
    """To the smaller offset."""
    daylight: Onset


def clocks(at: datetime, zone: str) -> Clocks:
    wall = local(at, zone)
    return Clocks(wall.utcoffset() or timedelta(), bool(wall.dst()))


def changes(zone: str, within: Span, step: timedelta = HOUR) -> list[datetime]:
    """The first instants of new clocks, found by looking at them at each step."""
    found: list[datetime] = []
    before = clocks(within.start, zone)
    for number in range(-(-within.length // step)):
        at = within.start + number * step
        after = clocks(at + step, zone)
        if after != before:
            seconds = range(int(step.total_seconds()))
            found.append(at + bisect_left(seconds, True, key=_has_left(before, at, zone)) * SECOND)
        before = after
    return found


def _has_left(before: Clocks, at: datetime, zone: str) -> Callable[[int], bool]:
    return lambda seconds: clocks(at + seconds * SECOND, zone) != before


def seasons(zone: str, window: Span) -> Seasons | None:
    """The pair that holds for every hour of the window, in which clocks change; else None.

    A change that is none of a season is no yearly rule, even if one could be made to fit:
    São Tomé moved to another offset in January 2018 and back a year later.
    """
    if not all(_is_seasonal(zone, at) for at in changes(zone, window)):
        return None
    around = Span(window.start - MORE_THAN_A_YEAR, window.end + MORE_THAN_A_YEAR)
    found = [at for at in changes(zone, around, DAY) if _is_seasonal(zone, at)]
    nearest = sorted(found, key=lambda at: _distance(at, window))
    back = next((at for at in nearest if _shift(zone, at) < NO_TIME), None)
    forward = next((at for at in nearest if _shift(zone, at) > NO_TIME), None)
    if back is None or forward is None:
        return None
    pairs = map(Seasons._make, product(_onsets(zone, back), _onsets(zone, forward)))
    return next((pair for pair in pairs if _holds(pair, zone, window)), None)


def _is_seasonal(zone: str, at: datetime) -> bool:
    return bool(_shift(zone, at)) and _before(zone, at).is_summer != clocks(at, zone).is_summer


def _shift(zone: str, at: datetime) -> timedelta:
    return clocks(at, zone).offset - _before(zone, at).offset


def _before(zone: str, at: datetime) -> Clocks:
    return clocks(at - SECOND, zone)


def _distance(at: datetime, window: Span) -> timedelta:
    return max(window.start - at, at - window.end, NO_TIME)


def _onsets(zone: str, at: datetime) -> Iterator[Onset]:
    """The change as the last and as the n-th weekday of its month, where it is."""
    before, after = _before(zone, at), clocks(at, zone)
    wall = at.replace(tzinfo=None) + before.offset
    last = wall.day + 7 > monthrange(wall.year, wall.month)[1]
    nth = (wall.day + 6) // 7
    for week in (-1,) * last + (nth,) * (nth < 5):
        yield Onset(
            wall.month, week, wall.weekday(), wall.time(), before.offset, after.offset,
            local(at, zone).tzname() or "",
        )  # fmt: skip


def _holds(pair: Seasons, zone: str, window: Span) -> bool:
    """Whether the pair says what zoneinfo says, each hour and on both sides of each change."""
    years = range(window.start.year - 1, window.end.year + 2)
    onsets = sorted((onset.instant(year), onset.after) for onset in pair for year in years)
    starts = [start for start, _ in onsets]
    moments = [window.start + n * HOUR for n in range(window.length // HOUR + 1)]
    moments += [at for start in starts for at in (start - SECOND, start)]
    return all(
        onsets[bisect_right(starts, at) - 1][1] == clocks(at, zone).offset
        for at in moments
        if window.start <= at <= window.end
    )
