"""The timetable of a mission given as text, and its days as a reader compares them."""

from datetime import datetime
from typing import NamedTuple

from itinerary.times import Moment, Span
from itinerary.timetable import Timetable
from tests.check.tables import loaded


class Seen(NamedTuple):
    """An entry in words: clocks are those of the place; `way` is `minutes from start`."""

    item: str
    clocks: str
    way: str = ""
    leave_by: str = ""
    free: str = ""
    clashes: str = ""
    """`overlap` or `late`."""
    is_required: bool = True


def timetable(text: str) -> Timetable:
    """Of a mission given as text that reads without a problem."""
    reading = loaded(text)
    assert reading.mission is not None
    assert reading.problems == ()
    return Timetable(reading.mission)


def days(text: str) -> dict[str, list[Seen]]:
    """The days of the person `ann`."""
    return {
        f"{day.date:%a %d}": [
            Seen(
                entry.item.id,
                clocks(entry.item.span, entry.item.zone, entry.item.end_zone),
                f"{entry.leg.minutes} from {entry.leg.start}" if entry.leg else "",
                clock(entry.leave_by, entry.item.zone) if entry.leave_by else "",
                clocks(entry.free, entry.item.zone, entry.item.zone) if entry.free else "",
                "overlap" if entry.clashes else "late" if entry.is_late else "",
                entry.is_required,
            )
            for entry in day.entries
        ]
        for day in timetable(text).days("ann")
    }


def clock(instant: datetime, zone: str) -> str:
    return f"{Moment(instant, zone).wall:%H:%M}"


def clocks(span: Span, zone: str, end_zone: str) -> str:
    return f"{clock(span.start, zone)}-{clock(span.end, end_zone)}"
