"""What calendars have said, and to whom: the facts that a later publication needs."""

from typing import NamedTuple


class Sent(NamedTuple):
    """What a person's calendar last said of one item."""

    sequence: int
    """Higher with each change that can be seen; it never falls (RFC 5545 section 3.8.7.4)."""
    changed: str
    """When that was, in UTC: `20171102T101500Z`, the DTSTAMP and LAST-MODIFIED."""
    digest: str
    """Of all that could be seen: 16 hexadecimal digits."""
    is_live: bool
    """False where it was cancelled, or this person was taken off."""


class Gone(NamedTuple):
    """What it takes to say that an item is cancelled when no table has it any more."""

    uid: str
    summary: str
    start: str
    """The whole content line, in UTC as it must outlive its zone: `DTSTART:20171104T094000Z`."""
    end: str
    location: str
    zones: tuple[str, ...] = ()
    """Those that the two lines name; none, as they are in UTC."""


class Said(NamedTuple):
    """What a person's calendar would say of one item now."""

    digest: str
    gone: Gone
