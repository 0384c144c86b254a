"""Calendars built with icalendar alone, an object for each property of each event.

What the joined bytes are compared with: they must be the same, and be made much faster.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import icalendar
from icalendar.prop import vInline

Content = Sequence[tuple[str, Any]]
"""The properties of an event, in order, as values of Python."""
_DATES = frozenset({"DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED"})


Quoting: Any = type(
    "Quoting",
    (icalendar.Parameters,),
    {"always_quoted": (*icalendar.Parameters.always_quoted, "X-TITLE", "X-ADDRESS")},
)
"""Parameters that put the names of places in quotes, needed or not."""


def contents(data: bytes) -> dict[str, Content]:
    """What the events of a calendar say, by UID."""
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return {str(event["UID"]): [_native(event, name) for name in event] for event in events}


def _native(event: icalendar.Component, name: str) -> tuple[str, Any]:
    value: Any = event[name]
    if name in _DATES:
        return name, event.decoded(name)
    if name == "GEO":
        return name, vInline(f"{value.latitude:.6f};{value.longitude:.6f}")
    if name == "CATEGORIES":
        return name, [str(category) for category in value.cats]
    if name == "X-APPLE-STRUCTURED-LOCATION":
        pin = icalendar.vUri(str(value))
        pin.params = Quoting(value.params)
        return name, pin
    return name, int(value) if name == "SEQUENCE" else str(value)


def calendar(name: str, events: Iterable[Content]) -> bytes:
    """A calendar without its zones."""
    built = icalendar.Calendar()
    for key, value in (
        ("VERSION", "2.0"),
        ("PRODID", "-//itinerary//itinerary//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", icalendar.vText(name)),
        ("X-WR-CALNAME", icalendar.vText(name)),
    ):
        built.add(key, value)
    for content in events:
        event = icalendar.Event()
        for key, value in content:
            event.add(key, value)
        built.add_component(event)
    return bytes(built.to_ical(sorted=False))
