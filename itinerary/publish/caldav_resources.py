"""A calendar as CalDAV keeps it: one resource for each UID (RFC 4791 section 4.1)."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

LONGEST_NAME = 200
"""Octets; file systems of servers take 255."""
_PARTS = re.compile(rb"^BEGIN:(VEVENT|VTIMEZONE)\r?\n.*?^END:\1\r?\n", re.MULTILINE | re.DOTALL)
_FOLD = re.compile(rb"\r?\n[ \t]")


class Resource(NamedTuple):
    """An event as it lies on a server."""

    name: str
    """Of its file, from its UID, so the same wherever it is pushed to."""
    data: bytes

    @property
    def summary(self) -> str:
        return re.sub(r"\\([,;\\])", r"\1", _value(self.data, b"SUMMARY"))

    @property
    def is_cancelled(self) -> bool:
        return b"\r\nSTATUS:CANCELLED\r\n" in self.data


def resource(calendar: bytes) -> Resource:
    """That of a calendar of one event."""
    event = next(_parts(calendar, b"VEVENT"))
    return Resource(resource_name(_value(event, b"UID")), calendar)


def resource_name(uid: str) -> str:
    """The file of a UID: safe in an address and on a disk, whatever stands in it."""
    safe = re.sub(r"[^A-Za-z0-9._@-]", "_", uid).lstrip(".")
    if safe != uid or len(uid) > LONGEST_NAME:
        safe = f"{safe[:LONGEST_NAME]}-{sha256(uid.encode()).hexdigest()[:16]}"
    return f"{safe}.ics"


def zone_of(calendar: bytes, zone: str) -> str:
    """A calendar of the definition of a zone alone, for a collection; empty if it is not there."""
    found = (p for p in _parts(calendar, b"VTIMEZONE") if _value(p, b"TZID") == zone)
    part = next(found, b"")
    head = calendar.partition(b"BEGIN:VTIMEZONE")[0]
    return b"".join((head, part, b"END:VCALENDAR\r\n")).decode() if part else ""


def is_same(ours: bytes, theirs: bytes) -> bool:
    """Whether a server gives back what was put there.

    Servers write properties and parameters in an order of their own, escape as they like, and
    Radicale loses part of what is behind the comma in an `X-` property: so only the events are
    compared, as sets of lines, without those.
    """
    return _essence(ours) == _essence(theirs)


def _essence(calendar: bytes) -> list[tuple[bytes, ...]]:
    lines: list[tuple[bytes, ...]] = []
    for event in _parts(calendar, b"VEVENT"):
        for line in _FOLD.sub(b"", event).splitlines():
            if line.startswith(b"X-"):
                continue
            plain = line.replace(b"\\", b"").replace(b'"', b"")
            lines.append(tuple(sorted(re.split(rb"[;:]", plain))))
    return sorted(lines)


def _parts(calendar: bytes, kind: bytes) -> Iterator[bytes]:
    return (match[0] for match in _PARTS.finditer(calendar) if match[1] == kind)


def _value(part: bytes, name: bytes) -> str:
    """Of the first property of a name that has no parameters."""
    match = re.search(rb"^" + name + rb":(.*?)\r?$", _FOLD.sub(b"", part), re.MULTILINE)
    return match[1].decode() if match else ""
