"""Calendars as text, read for the week of the mission."""

from datetime import date
from textwrap import dedent

from itinerary.load.imports.calendar import As, read_calendar
from itinerary.load.imports.imported import Imported
from itinerary.load.imports.occurrences import Days

WEEK = Days(date(2017, 11, 4), date(2017, 11, 10), "America/New_York")


def calendar(*parts: str, head: str = "") -> bytes:
    """A calendar of entries, each the lines between `BEGIN:VEVENT` and `END:VEVENT`."""
    entries = [f"BEGIN:VEVENT\n{dedent(part).strip()}\nEND:VEVENT" for part in parts]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *([head] if head else []), *entries, "END:VCALENDAR"]
    return "\r\n".join("\n".join(lines).split("\n")).encode()


def read(*parts: str, head: str = "", as_: As = "absences") -> Imported:
    return read_calendar("c.ics", calendar(*parts, head=head), WEEK, as_, "gaudin")
