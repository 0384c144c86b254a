"""The table of events: what is on, when, where and for whom."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TypeVar

from itinerary.load.identities import made_ids
from itinerary.load.intake import Intake, choices
from itinerary.load.people import languages
from itinerary.load.periods import LONGEST_NIGHT
from itinerary.load.places import zone
from itinerary.load.rows import Row, Table
from itinerary.load.statuses import read_status, without_status
from itinerary.load.who import WhoReader
from itinerary.model import Event
from itinerary.problems import has_errors, say
from itinerary.times import (
    DEFAULT_LENGTH,
    Clock,
    ClockRange,
    Guess,
    Span,
    UnreadableError,
    guess_clocks,
    guess_date,
    guess_end,
    instant,
    occurrence_dates,
    read_clocks,
)

Value = TypeVar("Value")
_AUDIENCES = choices("public|público", "delegation|délégation|delegación", "private|privé|privado")


def read_events(intake: Intake, table: Table | None, who: WhoReader) -> dict[str, Event]:
    """Every event whose time can be read; the id of the others is known all the same."""
    names = intake.named("events")
    events: dict[str, Event] = {}
    rows = list(intake.rows(table))
    made = made_ids(
        rows, _title, lambda row: _written_date(intake, row),
        _written_start, lambda row: f"{row.text('venue')} {row.text('who')}".strip(),
    )  # fmt: skip
    for row in rows:
        title = _title(row)
        identity = names.register(row, title, made.get(row.line, ""))
        if identity is None:
            continue
        event = _event(intake, row, who, (identity, title or identity))
        if event.spans:
            events[identity] = event
    return events


def _title(row: Row) -> str:
    """Without `ANNULÉ` in front, so that the event keeps its id."""
    return without_status(row.needed("title"))


def _written_date(intake: Intake, row: Row) -> str:
    """The same for `6 nov` and `2017-11-06`."""
    text = row.text("date")
    try:
        day = _read(text, intake.dates.read, lambda text: guess_date(text, intake.dates))
        return day.isoformat() if day else text
    except UnreadableError:
        return text


def _written_start(row: Row) -> str:
    """The same for `8h` and `08:00`."""
    text = row.text("start")
    try:
        clocks = _read(text, read_clocks, guess_clocks)
        return f"{clocks.start.time:%H%M}" if clocks else text
    except UnreadableError:
        return text


def _read(
    text: str, read: Callable[[str], Value], guess: Callable[[str], Guess[Value]]
) -> Value | None:
    try:
        return read(text)
    except UnreadableError:
        return guess(text).value


def _event(intake: Intake, row: Row, who: WhoReader, named: tuple[str, str]) -> Event:
    venue = intake.reference(row, "venue", "venues")
    there = intake.zone_at(venue)
    written = zone(row, "zone")
    return Event(
        *named,
        spans=_spans(intake, row, written or there),
        zone=there if venue or not written else written,
        kind=row.line_of("kind"),
        venue=venue,
        who=who.read(row, "who"),
        optional=who.read(row, "optional"),
        hosts=who.read(row, "hosts"),
        capacity=row.whole("capacity"),
        status=read_status(row, row.text("title")),
        languages=languages(row, "language"),
        resources=intake.references(row, "resources", "resources"),
        dress=row.line_of("dress"),
        notes=row.text("notes"),
        url=_url(row),
        audience=row.choice("audience", _AUDIENCES, ""),
        repeat=row.text("repeat"),
        clocks=written,
        origin=row.origin,
    )


def _url(row: Row) -> str:
    url = row.line_of("url")
    if url and not url.lower().startswith(("http://", "https://")):
        row.fail("value", "url", say("value.url", text=url), say("value.url.hint"))
        return ""
    return url


def _spans(intake: Intake, row: Row, clocks_of: str) -> tuple[Span, ...]:
    """One span for each date; nothing if a cell cannot be read (and every such cell reported)."""
    row.needed("date")
    row.needed("start")
    day = row.timed("date", intake.dates.read, lambda text: guess_date(text, intake.dates))
    clocks = _clocks(row)
    days = [] if day is None else _days(intake, row, day)
    if clocks is None:
        return ()
    spans = (span_on(row, date, clocks, clocks_of) for date in days)
    return tuple(span for span in spans if span)


def _days(intake: Intake, row: Row, first: date) -> list[date]:
    last = max(intake.frame.ends, first)
    return row.timed("repeat", lambda rule: occurrence_dates(rule, first, last)) or [first]


def _clocks(row: Row) -> ClockRange | None:
    """Start and end from their two cells, or both from the first."""
    before = len(row.problems)
    start = row.timed("start", read_clocks, guess_clocks)
    end = row.timed("end", read_clocks, guess_end)
    if has_errors(row.problems[before:]) or start is None:
        return None
    if end is None:
        return start
    if end.end is not None or (start.end is not None and start.end != end.start):
        row.fail("time", "end", say("time.two_ends"), say("time.two_ends.hint"))
        return None
    return ClockRange(start.start, end.start)


def span_on(row: Row, day: date, clocks: ClockRange, zone: str) -> Span | None:
    """The span of a start and an end on a date: past midnight where the end reads earlier."""
    start = _instant(row, "start", day, clocks.start, zone)
    if start is None:
        return None
    if clocks.end is None:
        if not row.text("end"):
            hint = say("time.no_end.hint")
            row.doubt("time", "end", say("time.no_end", length=DEFAULT_LENGTH), hint)
        return Span(start, start + DEFAULT_LENGTH)
    column = "end" if row.text("end") else "start"
    for clock, longest in _ends(clocks.start, clocks.end):
        end = _instant(row, column, day, clock, zone)
        if end is None or timedelta() < end - start <= longest:
            return None if end is None else Span(start, end)
    message = say("time.backwards", text=row.text(column))
    row.fail("time", column, message, say("time.backwards.hint"))
    return None


def _ends(start: Clock, end: Clock) -> list[tuple[Clock, timedelta]]:
    """What an end may mean, and how long it may last: on the day of the start, or past midnight.

    Both are tried only where an offset hides which comes first: a time of day that the clocks
    skip or repeat (5 Nov 2017, 22:00-01:30) is no fault on a day that is not meant.
    """
    if end.days:
        return [(end, timedelta.max)]
    same_day = end._replace(days=start.days), timedelta.max
    next_day = end._replace(days=start.days + 1), LONGEST_NIGHT
    if start.time.tzinfo or end.time.tzinfo:
        return [same_day, next_day]
    return [same_day if start.time < end.time else next_day]


def _instant(row: Row, column: str, day: date, clock: Clock, zone: str) -> datetime | None:
    try:
        return instant(day + timedelta(clock.days), clock.time, zone)
    except UnreadableError as fault:
        row.fail(fault.code, column, fault.message, fault.hint)
        return None
