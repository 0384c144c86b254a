"""A VEVENT as bytes, and what all those of one mission are made from."""

from hashlib import sha256
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model import Mission, Venue
from itinerary.model.published import Gone
from itinerary.show.ical.details import Details
from itinerary.show.ical.lines import one_line, raw_line
from itinerary.show.ical.style import Style
from itinerary.show.ical.zones import Zones, utc_lines
from itinerary.times import Span

BEGIN, END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
CONFIRMED = raw_line("STATUS", "CONFIRMED")
TRANSPARENT = raw_line("TRANSP", "TRANSPARENT")
RADIUS_METRES = 100


class Drawn(NamedTuple):
    """A VEVENT but for its stamps, which go between the two."""

    head: bytes
    """Its begin and its UID."""
    body: bytes
    """All that can be seen of it, and its end."""
    zones: tuple[str, ...]
    gone: Gone

    @property
    def digest(self) -> str:
        return sha256(self.head + self.body).hexdigest()[:16]


class Material:
    """The words, zones, style and places of one mission."""

    def __init__(self, mission: Mission, words: Words, zones: Zones, style: Style) -> None:
        self.mission = mission
        self.words = words
        self.zones = zones
        self.style = style
        self.details = Details(mission, words)
        self._domain = mission.settings.uid_domain or f"{mission.id}.invalid"
        self._pins: dict[str, bytes] = {}

    def gone(self, identity: str, summary: str, span: Span, location: str = "") -> Gone:
        """What is kept of an item; nothing in it depends on whose calendar it goes to."""
        return Gone(self.uid(identity), summary, *utc_lines(span), location)

    def uid(self, identity: str) -> str:
        """The UID of an item; a digest where the tables' own ids would tell what it is."""
        part = uid_part(identity)
        if self.style.redact:
            part = sha256(part.encode()).hexdigest()[:32]
        return f"{part}@{self._domain}"

    def pin(self, place: str) -> bytes:
        """Where a venue is on a map."""
        if place not in self._pins:
            self._pins[place] = _pin(self.mission.venues[place])
        return self._pins[place]


def drawn(gone: Gone, body: bytes, zones: tuple[str, ...] = ()) -> Drawn:
    """An event from all its lines after its stamps."""
    return Drawn(BEGIN + raw_line("UID", one_line(gone.uid)), body + END, zones, gone)


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
