"""The table `plan`: when and where the meetings are that nobody pinned."""

from typing import NamedTuple

from itinerary.load.intake import Intake
from itinerary.load.rows import Table
from itinerary.model import Meeting
from itinerary.model.origins import Origin
from itinerary.problems import say
from itinerary.times import Span


class Place(NamedTuple):
    """When and where the plan puts a meeting."""

    span: Span
    """Empty where the plan gives no end: the meeting has a length of its own."""
    venue: str
    table: int | None
    resources: tuple[str, ...]
    origin: Origin


def read_plan(intake: Intake, table: Table | None) -> dict[str, Place]:
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


def placed(intake: Intake, meeting: Meeting, place: Place) -> Meeting:
    """The meeting where the plan puts it."""
    start, end = place.span
    return meeting._replace(
        zone=intake.zone_at(place.venue),
        venue=place.venue,
        resources=tuple(dict.fromkeys(meeting.resources + place.resources)),
        span=place.span if end > start else Span(start, start + meeting.duration),
        table=place.table,
        placed_at=place.origin,
    )
