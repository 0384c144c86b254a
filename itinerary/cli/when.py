"""Dates and times as they are typed behind a command."""

from datetime import date, datetime

import typer

from itinerary.cli.opened import Opened
from itinerary.cli.output import refuse
from itinerary.names import fold
from itinerary.problems import say
from itinerary.times import DateReader, Span, UnreadableError, local, read_clocks, read_moment

NOW = ("now", "maintenant", "ahora")


def read_date(mission: Opened, text: str) -> date:
    """Any date the grammar reads, `today` and `tomorrow` on the mission's clocks; else exit 2."""
    try:
        return _dates(mission).read(text)
    except UnreadableError as fault:
        raise _refuse(mission, fault) from None


def read_instant(mission: Opened, text: str, end_of_day: bool = False) -> datetime:
    """A date and a time, or a time today, or now, or a whole day's midnight; else exit 2."""
    if fold(text) in NOW:
        return mission.now
    zone, dates = mission.mission.zone, _dates(mission)
    try:
        read_clocks(text)
        text = f"{dates.read('today')} {text}"
    except UnreadableError:
        pass
    try:
        return read_moment(text, dates, zone, end_of_day)
    except UnreadableError as fault:
        raise _refuse(mission, fault) from None


def read_window(mission: Opened, start: str, end: str) -> Span:
    """From one moment to another on the mission's clocks; a date alone is the whole day."""
    zone, dates = mission.mission.zone, _dates(mission)
    try:
        span = Span(read_moment(start, dates, zone), read_moment(end, dates, zone, end_of_day=True))
    except UnreadableError as fault:
        raise _refuse(mission, fault) from None
    if span.end <= span.start:
        backwards = UnreadableError(say("time.backwards", text=end), say("span.hint"))
        raise _refuse(mission, backwards)
    return span


def _dates(mission: Opened) -> DateReader:
    frame = mission.mission
    return DateReader(frame.starts, frame.ends, local(mission.now, frame.zone).date())


def _refuse(mission: Opened, fault: UnreadableError) -> typer.Exit:
    hint = [mission.words.sentence(fault.hint)] if fault.hint else []
    return refuse(mission.words, fault.message, *hint)
