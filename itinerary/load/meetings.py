"""The table of meeting requests, and where `plan.csv` places those that nobody pinned."""

from datetime import datetime, timedelta
from typing import NamedTuple

from itinerary.load.identities import made_ids
from itinerary.load.intake import Intake, choices
from itinerary.load.people import languages
from itinerary.load.programme import STATUSES
from itinerary.load.rows import Row, Table
from itinerary.load.settings import MEETING_MINUTES
from itinerary.load.who import WhoReader
from itinerary.model import Meeting, Origin
from itinerary.problems import say
from itinerary.times import Span, read_length

_PRIORITIES = choices(
    "1|high|haute|élevée|alta", "2|normal|normale|media|moyenne", "3|low|basse|faible|baja"
)


class Place(NamedTuple):
    """When and where a meeting is: pinned in its own row, or a row of the plan."""

    span: Span
    """Empty where the plan gives no end: the meeting has a length of its own."""
    venue: str
    table: int | None
    resources: tuple[str, ...]
    origin: Origin


def read_meetings(
    intake: Intake, table: Table | None, plan: Table | None, who: WhoReader
) -> dict[str, Meeting]:
    """Every request, placed or not."""
    names = intake.named("meetings")
    read = list(intake.rows(table))
    made = made_ids(read, _name, _parties, lambda row: row.text("start") or row.text("earliest"))
    rows = [
        (identity, row)
        for row in read
        if (identity := names.register(row, _name(row), made.get(row.line, ""))) is not None
    ]
    planned = _read_plan(intake, plan)
    return {
        identity: _meeting(intake, row, who, (identity, planned.get(identity)))
        for identity, row in rows
    }


def _name(row: Row) -> str:
    return row.line_of("title") or _parties(row)


def _parties(row: Row) -> str:
    return f"{row.text('who')} {row.text('counterpart')}".strip()


def _meeting(
    intake: Intake, row: Row, who: WhoReader, planned: tuple[str, Place | None]
) -> Meeting:
    identity, placed = planned
    row.needed("who")
    row.needed("counterpart")
    ours, theirs = who.read(row, "who"), who.read(row, "counterpart")
    venue = intake.reference(row, "venue", "venues")
    zone = intake.zone_at(venue)
    length = row.timed("duration", read_length) or _usual_length(intake)
    resources = intake.references(row, "resources", "resources")
    pin = _pin(intake, row, length, venue)
    if placed and not placed.span.length:
        placed = placed._replace(span=Span(placed.span.start, placed.span.start + length))
    place = pin or placed
    return Meeting(
        identity,
        row.line_of("title") or f"{ours.text} – {theirs.text}",
        ours,
        theirs,
        length,
        zone if place is None else intake.zone_at(place.venue),
        optional=who.read(row, "optional"),
        priority=int(row.choice("priority", _PRIORITIES, "2")),
        earliest=row.moment("earliest", intake.dates, zone),
        latest=row.moment("latest", intake.dates, zone, end_of_day=True),
        venue=place.venue if place else venue,
        pool=intake.references(row, "pool", "venues"),
        resources=tuple(dict.fromkeys(resources + (place.resources if place else ()))),
        languages=languages(row, "language"),
        status=row.choice("status", STATUSES, "confirmed"),
        span=place.span if place else None,
        table=place.table if place else None,
        pinned=pin is not None,
        origin=row.origin,
        placed_at=place.origin if place else row.origin,
    )


def _usual_length(intake: Intake) -> timedelta:
    minutes = intake.frame.settings.meetings.get("duration")
    return timedelta(minutes=minutes if isinstance(minutes, int) else MEETING_MINUTES)


def _pin(intake: Intake, row: Row, length: timedelta, venue: str) -> Place | None:
    """A filled-in start pins the meeting; its table comes with it."""
    start: datetime | None = row.moment("start", intake.dates, intake.zone_at(venue))
    table = row.whole("table", 1)
    if start is None:
        return None
    return Place(Span(start, start + length), venue, table, (), row.origin)


def _read_plan(intake: Intake, table: Table | None) -> dict[str, Place]:
    """The rows of `plan.csv` by meeting."""
    planned: dict[str, Place] = {}
    for row in intake.rows(table):
        meeting = intake.reference(row, "meeting", "meetings")
        venue = intake.reference(row, "venue", "venues")
        zone = intake.zone_at(venue)
        start = row.moment("start", intake.dates, zone)
        end = row.moment("end", intake.dates, zone)
        if not meeting or start is None:
            continue
        if meeting in planned:
            row.fail("duplicate", "meeting", say("duplicate.plan", id=meeting))
            continue
        resources = intake.references(row, "resources", "resources")
        span = Span(start, end or start)
        if end is not None and end <= start:
            row.fail("time", "end", say("time.backwards", text=row.text("end")))
            continue
        planned[meeting] = Place(span, venue, row.whole("table", 1), resources, row.origin)
    return planned
