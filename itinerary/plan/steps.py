"""The grid of time: the steps at which meetings can begin, and sets of them as bit masks.

Bit `n` of a mask is step `n`. A week has some sixty steps, a fair some thousands; either way a
set of them is one integer, and what is free for all is one `&`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from functools import cached_property

from itinerary.model import Mission
from itinerary.model.planning import Planning
from itinerary.times import Span, gaps, local, nearest_instant

DAY_BEGINS, DAY_ENDS = time(9), time(18)
"""The session of each day where the mission sets none."""


class Steps:
    """The steps of all sessions, in order."""

    def __init__(self, mission: Mission) -> None:
        planning = mission.settings.planning
        self.grid = timedelta(minutes=planning.grid_minutes)
        minutes = planning.longest_run_minutes
        self._longest_run = None if minutes is None else timedelta(minutes=minutes)
        self.zone = mission.zone
        self.sessions = planning.sessions or tuple(_whole_days(mission))
        self.spans: list[Span] = []
        self.session_of: list[int] = []
        """The session of each step, by its number."""
        for number, session in enumerate(self.sessions):
            cut = [*_cut(session, planning, self.grid)]
            self.spans += cut
            self.session_of += [number] * len(cut)
        self.starts = [span.start for span in self.spans]
        self._ends = [span.end for span in self.spans]
        self._known_runs: dict[int, int] = {}
        self.all = (1 << len(self.spans)) - 1

    def __len__(self) -> int:
        return len(self.spans)

    def count(self, length: timedelta) -> int:
        """How many steps something of that length takes."""
        return max(1, -(-length // self.grid))

    def overlapping(self, span: Span) -> int:
        """The steps that share time with a span."""
        if span.start >= span.end:
            return 0
        return _mask(bisect_right(self._ends, span.start), bisect_left(self.starts, span.end))

    def from_until(self, earliest: datetime | None, latest: datetime | None) -> int:
        """The steps that begin no earlier and no later."""
        first = bisect_left(self.starts, earliest) if earliest else 0
        last = bisect_right(self.starts, latest) if latest else len(self)
        return _mask(first, last)

    def fitting(self, allowed: int, count: int) -> int:
        """Where something of `count` steps can begin and stay within the allowed ones."""
        found = allowed & self._runs(count)
        for more in range(1, count):
            found &= allowed >> more
        return found

    def _runs(self, count: int) -> int:
        if count not in self._known_runs:
            found = self.all
            for more in range(count - 1):
                found &= self.joined >> more
            self._known_runs[count] = found
        return self._known_runs[count]

    @cached_property
    def joined(self) -> int:
        """The steps after which the next begins at once, in the same session."""
        found = 0
        for number in range(len(self) - 1):
            is_same = self.session_of[number] == self.session_of[number + 1]
            if is_same and self._ends[number] == self.starts[number + 1]:
                found |= 1 << number
        return found

    @cached_property
    def runs(self) -> Sequence[int]:
        """Steps in a row, as masks, in each of which a person needs one without a meeting."""
        if self._longest_run is None:
            return ()
        count = max(1, self._longest_run // self.grid) + 1
        firsts = self.all
        for more in range(count - 1):
            firsts &= self._touching >> more
        return [((1 << count) - 1) << first for first in bits(firsts)]

    @cached_property
    def numbers(self) -> Mapping[datetime, int]:
        """The steps by when they begin."""
        return {start: number for number, start in enumerate(self.starts)}

    @cached_property
    def _touching(self) -> int:
        """The steps after which the next begins at once, be it in another session."""
        return sum(1 << n for n, end in enumerate(self._ends[:-1]) if end == self.starts[n + 1])

    @cached_property
    def by_session(self) -> Sequence[Sequence[int]]:
        """The numbers of the steps of each session."""
        found: list[list[int]] = [[] for _ in self.sessions]
        for number, session in enumerate(self.session_of):
            found[session].append(number)
        return found

    @cached_property
    def days(self) -> Sequence[int]:
        """The steps of each day, on the clocks of the mission."""
        found: dict[object, int] = {}
        for number, start in enumerate(self.starts):
            day = local(start, self.zone).date()
            found[day] = found.get(day, 0) | 1 << number
        return [*found.values()]


def bits(mask: int) -> Iterator[int]:
    """The numbers in a mask, in order."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _mask(first: int, last: int) -> int:
    return (1 << last) - (1 << first) if last > first else 0


def _cut(session: Span, planning: Planning, grid: timedelta) -> Iterator[Span]:
    """Steps from the beginning of a session, and again from the end of each break."""
    for piece in gaps(session, sorted(planning.breaks)):
        start = piece.start
        while start + grid <= piece.end:
            yield Span(start, start + grid)
            start += grid


def _whole_days(mission: Mission) -> Iterator[Span]:
    day = mission.starts
    while day <= mission.ends:
        yield Span(
            nearest_instant(day, DAY_BEGINS, mission.zone),
            nearest_instant(day, DAY_ENDS, mission.zone),
        )
        day += timedelta(1)
