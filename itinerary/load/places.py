"""The tables of where things are: venues, the travel between them, and resources."""

import re
from datetime import datetime

from itinerary.load.intake import Intake, choices
from itinerary.load.people import languages
from itinerary.load.rows import Row, Table
from itinerary.model import Resource, TravelTime, Venue
from itinerary.problems import say
from itinerary.times import Span, read_moment
from itinerary.times.cities import zone_written

_KINDS = choices(
    "interpreter|interprète|intérprete",
    "vehicle|véhicule|vehículo|car|voiture",
    "kit|matériel|material",
)
_BETWEEN = r"/(?=\d{4})|\s+(?:-|–|to|until|au|à|hasta|a)\s+"


def zone(row: Row, column: str) -> str:
    """An IANA zone, or nothing and a problem."""
    return row.timed(column, zone_written) or ""


def read_venues(intake: Intake, table: Table | None) -> None:
    """Fills `intake.venues`."""
    names = intake.named("venues")
    for row in intake.rows(table):
        name = row.needed("name")
        identity = names.register(row, name)
        if identity is None:
            continue
        intake.venues[identity] = Venue(
            identity,
            name or identity,
            address=row.line_of("address"),
            latitude=row.decimal("latitude", 90),
            longitude=row.decimal("longitude", 180),
            capacity=row.whole("capacity"),
            tables=row.whole("tables"),
            opens=row.clock("opens"),
            closes=row.clock("closes"),
            zone=zone(row, "zone"),
            access=row.text("access"),
            origin=row.origin,
        )


def read_travel(intake: Intake, table: Table | None) -> dict[tuple[str, str], TravelTime]:
    """Minutes between two venues; a row counts for both directions unless both are given."""
    travel: dict[tuple[str, str], TravelTime] = {}
    backwards: dict[tuple[str, str], TravelTime] = {}
    for row in intake.rows(table):
        start = intake.reference(row, "from", "venues")
        end = intake.reference(row, "to", "venues")
        row.needed("minutes")
        minutes = row.minutes("minutes")
        if not start or not end or minutes is None:
            continue
        if (start, end) in travel:
            row.fail("duplicate", "from", say("duplicate.travel", start=start, end=end))
            continue
        travel[start, end] = TravelTime(minutes, row.line_of("mode"))
        backwards[end, start] = travel[start, end]
    return backwards | travel


def read_resources(intake: Intake, table: Table | None) -> None:
    """Fills `intake.resources`."""
    names = intake.named("resources")
    for row in intake.rows(table):
        name = row.needed("name")
        identity = names.register(row, name)
        if identity is None:
            continue
        intake.resources[identity] = Resource(
            identity,
            name or identity,
            kind=row.choice("kind", _KINDS, ""),
            languages=languages(row, "languages"),
            available=_spans(intake, row),
            origin=row.origin,
        )


def _spans(intake: Intake, row: Row) -> tuple[Span, ...]:
    """`2017-11-06 08:00/2017-11-10 18:00`, several of them apart by `;`."""
    found: list[Span] = []
    for text in filter(None, (part.strip() for part in row.text("available").split(";"))):
        bounds = re.split(_BETWEEN, text, maxsplit=1)
        if len(bounds) != 2:
            row.fail("time", "available", say("span.unreadable", text=text), say("span.hint"))
            continue
        start, end = (_bound(intake, row, text, last) for last, text in enumerate(bounds))
        if start and end and start < end:
            found.append(Span(start, end))
        elif start and end:
            row.fail("time", "available", say("time.backwards", text=text), say("span.hint"))
    return tuple(found)


def _bound(intake: Intake, row: Row, text: str, last: int) -> datetime | None:
    zone = intake.frame.zone
    return row.parsed("available", text, lambda t: read_moment(t, intake.dates, zone, bool(last)))
