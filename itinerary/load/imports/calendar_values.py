"""Dates, times and lengths as calendars write them (RFC 5545 section 3.3)."""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from itinerary.load.imports.content_lines import Value
from itinerary.times import YEARS

_MOMENT = r"(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(Z?))?"
_LENGTH = r"([+-]?)P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d+S)?)?"
_OFFSET = r"([+-])(\d{2}):?(\d{2})(?::?\d{2})?"


class Wall(NamedTuple):
    """A date, or a date and a clock on the clocks of a zone; no zone is that of the mission."""

    day: date
    clock: time | None = None
    zone: str = ""

    @property
    def naive(self) -> datetime:
        return datetime.combine(self.day, self.clock or time())


def read_wall(text: str, zone: str = "") -> Wall | None:
    """`20171106`, `20171106T140000`, `20171106T140000Z`."""
    found = re.fullmatch(_MOMENT, text.strip())
    if found is None or int(found[1]) not in YEARS:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        clock = time(int(found[4]), int(found[5])) if found[4] else None
    except ValueError:
        return None
    return Wall(day, clock, "UTC" if found[7] else zone)


def walls(value: Value) -> list[Wall | None]:
    """Those of a list, each the beginning of a period where it holds periods."""
    texts = value.text.split(",")[:2000]
    return [read_wall(text.partition("/")[0], value.parameters.get("TZID", "")) for text in texts]


def read_wall_of(value: Value) -> Wall | None:
    return read_wall(value.text, value.parameters.get("TZID", ""))


def read_length(text: str) -> timedelta | None:
    """`PT1H30M`, `P1D`, `P2W`; a negative one is none."""
    found = re.fullmatch(_LENGTH, text.strip().upper())
    if found is None or found[1] == "-":
        return None
    weeks, days, hours, minutes = (int(part or 0) for part in found.groups()[1:])
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)


def read_offset(text: str) -> timedelta | None:
    """`-0500`."""
    found = re.fullmatch(_OFFSET, text.strip())
    if found is None or int(found[2]) > 14 or int(found[3]) > 59:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return -offset if found[1] == "-" else offset
