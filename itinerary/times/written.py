"""An instant as it is written in a cell, so that it is read back as the same instant."""

from datetime import datetime

from itinerary.times.faults import UnreadableError
from itinerary.times.zones import instant, local, offset_name, zone_named


def written_clock(at: datetime, zone: str) -> str:
    """`14:20`; `01:30 UTC-4` where the clocks show the time twice on that day."""
    wall = local(at, zone)
    try:
        instant(wall.date(), wall.time(), zone)
    except UnreadableError:
        return f"{wall:%H:%M} {offset_name(at, zone_named(zone))}"
    return f"{wall:%H:%M}"


def written_moment(at: datetime, zone: str) -> str:
    """`2017-11-06 14:20`."""
    return f"{local(at, zone):%Y-%m-%d} {written_clock(at, zone)}"
