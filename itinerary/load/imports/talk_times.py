"""When a talk is on: the instant its `date` says, else the clock of its day."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from itinerary.load.imports.schedule import Fields, Schedule, Talk
from itinerary.load.imports.stamps import read_day, read_duration, read_stamp, to_utc
from itinerary.load.imports.texts import plain
from itinerary.problems import Problem, Source, say, warning
from itinerary.times import UnreadableError, instant, local, read_clocks, zone_named

_DAY_BREAK = time(4)
"""Where a schedule says nothing: what begins earlier belongs to the night of the day before."""


class Slot(NamedTuple):
    """The instants of a talk; no end where none is told."""

    start: datetime
    end: datetime | None
    is_small_hours: bool = False
    """Whether it begins past midnight, before the day breaks."""


def zone_of(schedule: Schedule, mission: str, problems: list[Problem]) -> str:
    """The zone of a schedule, else that of the mission, else one of the offset of its times."""
    said = schedule.conference.get("time_zone_name", "").strip()
    at = Source(schedule.file, 0, "time_zone_name")
    if said:
        try:
            return zone_named(said).key
        except UnreadableError as fault:
            problems.append(warning("value", fault.message, at, hint=fault.hint))
    if mission:
        return mission
    zone = _fixed_zone(schedule)
    hint = say("foreign.zone.hint")
    problems.append(warning("guess", say("foreign.zone", zone=zone), at, hint=hint))
    return zone


def _fixed_zone(schedule: Schedule) -> str:
    """`Etc/GMT+5` is 5 hours behind UTC: the database turns the sign round, as POSIX does."""
    stamps = (_stamp(talk.fields) for talk in schedule.talks)
    offsets = {stamp.utcoffset() for stamp in stamps if stamp}
    found = offsets.pop() if len(offsets) == 1 else None
    hours, rest = divmod(found or timedelta(), timedelta(hours=1))
    if rest or not hours or not -12 <= hours <= 14:
        return "UTC"
    return f"Etc/GMT{-hours:+d}"


def _stamp(fields: Fields) -> datetime | None:
    """The date with a time and an offset: `date`, or `start` in version 2."""
    for name in ("date", "start"):
        found = read_stamp(fields.get(name, ""))
        if found and found.tzinfo:
            return found
    return None


class TalkTimes:
    """Reads the times of the talks of one schedule."""

    def __init__(self, conference: Fields, zone: str, problems: list[Problem]) -> None:
        self._zone = zone
        self._problems = problems
        self._break = _clock(conference.get("day_change", ""))

    def slot(self, talk: Talk) -> Slot | None:
        """None, and a problem, for a talk without a time: it cannot be part of a programme."""
        try:
            start = self._start(talk.fields)
        except UnreadableError as fault:
            self._problems.append(warning("time", fault.message, talk.cell("start")))
            return None
        if start is None:
            message = say("foreign.no_time", title=plain(talk.fields.get("title", "")))
            self._problems.append(warning("time", message, talk.cell("start")))
            return None
        end = self._end(talk, start)
        if end is None:
            message = say("foreign.no_end", title=plain(talk.fields.get("title", "")))
            self._problems.append(warning("time", message, talk.cell("duration")))
        is_small = local(start, self._zone).time() < self._day_break(talk.fields)
        return Slot(start, end, is_small)

    def _start(self, fields: Fields) -> datetime | None:
        if stamp := _stamp(fields):
            return to_utc(stamp)
        for name in ("date", "start"):
            if stamp := read_stamp(fields.get(name, "")):
                return instant(stamp.date(), stamp.time(), self._zone)
        day = read_day(fields.get("date", "")) or read_day(fields.get("day", ""))
        clock = fields.get("start", "")[:20]
        if day is None or not clock:
            return None
        at = read_clocks(clock).start
        is_night = not at.time.tzinfo and at.time < self._day_break(fields)
        return instant(day + timedelta(at.days or is_night), at.time, self._zone)

    def _day_break(self, fields: Fields) -> time:
        stamp = read_stamp(fields.get("day_start", ""))
        if self._break is None and stamp and stamp.hour < 7:
            return stamp.time()
        return self._break or _DAY_BREAK

    def _end(self, talk: Talk, start: datetime) -> datetime | None:
        end = read_stamp(talk.fields.get("end", ""))
        if end and not end.tzinfo:
            try:
                end = instant(end.date(), end.time(), self._zone)
            except UnreadableError:
                end = None
        length = read_duration(talk.fields.get("duration", "")) or timedelta()
        found = to_utc(end) if end else start + length
        return found if found > start else None


def _clock(text: str) -> time | None:
    try:
        return read_clocks(text[:20]).start.time.replace(tzinfo=None)
    except UnreadableError:
        return None
