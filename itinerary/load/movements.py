"""The tables of who is on the way or away: journeys, transfers, absences."""

from datetime import datetime

from itinerary.load.identities import made_ids
from itinerary.load.intake import Intake
from itinerary.load.places import zone
from itinerary.load.rows import Row, Table
from itinerary.load.who import WhoReader
from itinerary.model import Absence, Journey, Transfer
from itinerary.problems import say
from itinerary.times import Span


def read_journeys(intake: Intake, table: Table | None, who: WhoReader) -> dict[str, Journey]:
    """Flights and trains; each end is read on the clocks that hang there."""
    names = intake.named("journeys")
    journeys: dict[str, Journey] = {}
    rows = list(intake.rows(table))
    made = made_ids(
        rows, lambda row: row.line_of("number"), lambda row: row.text("departs"),
        lambda row: f"{row.text('from')} {row.text('who')}".strip(),
    )  # fmt: skip
    for row in rows:
        number = row.line_of("number")
        identity = names.register(row, number or f"journey-{row.line}", made.get(row.line, ""))
        if identity is None:
            continue
        start, end = _ends(intake, row)
        start_zone = zone(row, "from_zone") or intake.zone_at(start)
        end_zone = zone(row, "to_zone") or intake.zone_at(end)
        span = _span(intake, row, start_zone, end_zone)
        people = who.read(row, "who")
        if span:
            journeys[identity] = Journey(
                identity, number or identity, people, start, start_zone, end, end_zone, span,
                row.origin,
            )  # fmt: skip
    return journeys


def read_transfers(intake: Intake, table: Table | None, who: WhoReader) -> dict[str, Transfer]:
    """Buses and cars between venues."""
    names = intake.named("transfers")
    transfers: dict[str, Transfer] = {}
    for row in intake.rows(table):
        vehicle = row.line_of("vehicle")
        identity = names.register(row, f"{vehicle or 'transfer'}-{row.line}")
        if identity is None:
            continue
        start, end = _ends(intake, row)
        zone_there = intake.zone_at(start)
        span = _span(intake, row, zone_there, intake.zone_at(end))
        people, seats, driver = who.read(row, "who"), row.whole("seats"), row.line_of("driver")
        if span:
            transfers[identity] = Transfer(
                identity, vehicle or identity, people, start, end, zone_there, span, seats, driver,
                intake.named("resources").find(vehicle) or "", row.origin,
            )  # fmt: skip
    return transfers


def read_absences(intake: Intake, table: Table | None, who: WhoReader) -> tuple[Absence, ...]:
    """When someone cannot be expected; a date alone is the whole day."""
    absences: list[Absence] = []
    for row in intake.rows(table):
        people = who.read(row, "who")
        row.needed("start")
        start = row.moment("start", intake.dates, intake.frame.zone)
        until = "end" if row.text("end") else "start"
        end = row.moment(until, intake.dates, intake.frame.zone, end_of_day=True)
        span = _forwards(row, "end", start, end)
        if span:
            absences.append(Absence(people, span, row.line_of("reason"), row.origin))
    return tuple(absences)


def _ends(intake: Intake, row: Row) -> tuple[str, str]:
    row.needed("from")
    row.needed("to")
    start = intake.reference(row, "from", "venues")
    return start, intake.reference(row, "to", "venues")


def _span(intake: Intake, row: Row, start_zone: str, end_zone: str) -> Span | None:
    row.needed("departs")
    row.needed("arrives")
    departs = row.moment("departs", intake.dates, start_zone)
    arrives = row.moment("arrives", intake.dates, end_zone)
    return _forwards(row, "arrives", departs, arrives)


def _forwards(row: Row, column: str, start: datetime | None, end: datetime | None) -> Span | None:
    if start is None or end is None:
        return None
    if end <= start and row.needed(column):
        row.fail("time", column, say("time.backwards", text=row.text(column)),
                 say("time.order.hint"))  # fmt: skip
    if end <= start:
        return None
    return Span(start, end)
