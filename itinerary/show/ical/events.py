"""An item to the bytes of its VEVENT (RFC 5545 section 3.6.1)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model import Event, Mission, Venue
from itinerary.show.ical.details import Details, is_draft
from itinerary.show.ical.lines import clean, date_time, one_line, raw_line, text_line
from itinerary.show.ical.zones import Zones
from itinerary.timetable import Item

RADIUS_METRES = 100


class Drawn(NamedTuple):
    """A VEVENT and the zones it names."""

    lines: bytes
    zones: tuple[str, ...] = ()


class Events:
    """Draws the items of one mission; nothing in them depends on whose calendar they go to."""

    def __init__(self, mission: Mission, words: Words, zones: Zones, stamp: datetime) -> None:
        self._mission = mission
        self._words = words
        self._zones = zones
        self._details = Details(mission, words)
        self._pins: dict[str, bytes] = {}
        moment = date_time(stamp)
        self._stamps = raw_line("DTSTAMP", moment) + raw_line("LAST-MODIFIED", moment)

    def item(self, item: Item, is_required: bool) -> Drawn:
        """The event of an item; for those who may come, it says so and keeps nobody busy."""
        ends = self._zones.ends(item.span, item.zone, item.end_zone)
        lines = [
            self._head(item.id, "TENTATIVE" if is_draft(item) else "CONFIRMED"),
            ends.lines,
            *self._texts(item, is_required),
        ]
        return Drawn(_event(lines), ends.zones)

    def mission(self) -> Drawn:
        """The mission itself on its days, for a calendar in which there is nothing else."""
        mission = self._mission
        after = min(mission.ends, date.max - timedelta(1)) + timedelta(1)
        lines = [
            self._head(f"mission:{mission.id}", "CONFIRMED"),
            raw_line("DTSTART;VALUE=DATE", mission.starts.isoformat().replace("-", "")),
            raw_line("DTEND;VALUE=DATE", after.isoformat().replace("-", "")),
            text_line("SUMMARY", one_line(mission.title)),
            raw_line("TRANSP", "TRANSPARENT"),
        ]
        return Drawn(_event(lines))

    def _head(self, identity: str, status: str) -> bytes:
        domain = self._mission.settings.uid_domain or f"{self._mission.id}.invalid"
        uid = raw_line("UID", f"{uid_part(identity)}@{domain}")
        return uid + self._stamps + raw_line("SEQUENCE", "0") + raw_line("STATUS", status)

    def _texts(self, item: Item, is_required: bool) -> Iterator[bytes]:
        details = self._details
        title = one_line(details.summary(item))
        if not is_required:
            title = f"{title} {self._words.text('ical.optional')}"
            yield raw_line("TRANSP", "TRANSPARENT")
        yield text_line("SUMMARY", title)
        yield from self._place(item)
        yield text_line("CATEGORIES", one_line(details.category(item)))
        if isinstance(item.record, Event) and (url := _web_address(item.record.url)):
            yield raw_line("URL", url)
        if text := clean(details.description(item)):
            yield text_line("DESCRIPTION", text)

    def _place(self, item: Item) -> Iterator[bytes]:
        venue = self._details.venue(item.place)
        if venue is None:
            return
        yield text_line("LOCATION", one_line(self._details.location(item)))
        if item.place not in self._pins:
            self._pins[item.place] = _pin(venue)
        yield self._pins[item.place]


def uid_part(identity: str) -> str:
    """An item's id in letters, digits, `.` and `-`, no two alike; `_` begins a code of two digits.

    `event:signing@2017-11-06` is `event-signing_402017-11-06`.
    """
    kind, _, rest = identity.partition(":")
    safe = "".join(c if c.isascii() and (c.isalnum() or c in ".-") else _coded(c) for c in rest)
    return f"{kind}-{safe}"


def _coded(character: str) -> str:
    octets = character.encode("utf-8", "surrogatepass")
    return "".join(f"_{octet:02x}" for octet in octets)


def _event(lines: list[bytes]) -> bytes:
    return b"".join((b"BEGIN:VEVENT\r\n", *lines, b"END:VEVENT\r\n"))


def _web_address(url: str) -> str:
    """An http(s) address without spaces or controls; anything else is left out."""
    plain = one_line(url).replace(" ", "%20")
    return plain if plain.lower().startswith(("http://", "https://")) else ""


def _pin(venue: Venue) -> bytes:
    """Where it is on a map, also as an iPhone wants it: in quotes, so without quotes inside."""
    if venue.latitude is None or venue.longitude is None:
        return b""
    latitude, longitude = f"{venue.latitude:.6f}", f"{venue.longitude:.6f}"
    title, address = (
        one_line(text).replace('"', "'").replace("^", " ") for text in (venue.name, venue.address)
    )
    where = f'X-ADDRESS="{address}";' if address else ""
    name = (
        f"X-APPLE-STRUCTURED-LOCATION;VALUE=URI;{where}"
        f'X-APPLE-RADIUS={RADIUS_METRES};X-TITLE="{title}"'
    )
    return raw_line("GEO", f"{latitude};{longitude}") + raw_line(
        name, f"geo:{latitude},{longitude}"
    )
