"""A person's own calendar as absences: when they are busy, and no more of it than is theirs."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from itinerary.load.imports.calendar_values import read_length, read_wall
from itinerary.load.imports.calendar_zones import CalendarZones
from itinerary.load.imports.content_lines import Component
from itinerary.load.imports.occurrences import Days, Occurrence
from itinerary.load.imports.texts import plain
from itinerary.model.tables import TextTable
from itinerary.times import Span, overlap, written_moment

_COLUMNS = ("who", "start", "end", "reason")
_PRIVATE = "private"
_BUSY = "busy"
_TENTATIVE = "tentative"
_Row = tuple[str, str, str, str]


def absences_of(who: str, occurrences: Sequence[Occurrence], zone: str) -> list[_Row]:
    """A row for each time that is not free."""
    return [
        (who, *_bounds(occurrence, zone), reason)
        for occurrence in occurrences
        if _is_busy(occurrence) and (reason := _reason(occurrence.entry))
    ]


def free_busy(who: str, parts: Sequence[Component], zones: CalendarZones, days: Days) -> list[_Row]:
    """A row for each busy time of a `VFREEBUSY`, which says nothing else."""
    rows: list[_Row] = []
    for part in parts:
        for value in part.all("FREEBUSY"):
            kind = value.parameters.get("FBTYPE", "BUSY").upper()
            reason = _TENTATIVE if kind == "BUSY-TENTATIVE" else _BUSY
            for span in _spans(value.text, zones) if kind != "FREE" else ():
                if overlap(span, days.span):
                    bounds = (written_moment(at, days.zone) for at in span)
                    start, end = bounds
                    rows.append((who, start, end, reason))
    return rows


def absence_table(rows: Sequence[_Row]) -> TextTable:
    """Each row once, in order of time."""
    return TextTable("absences", _COLUMNS, tuple(sorted(set(rows), key=lambda row: row[1:])))


def _spans(text: str, zones: CalendarZones) -> Iterator[Span]:
    for period in text.split(",")[:5000]:
        first, _, last = period.partition("/")
        start, end = read_wall(first), read_wall(last)
        length = read_length(last) if last.strip().upper().startswith(("P", "+P")) else None
        if start and (end or length):
            begins = zones.instant(start)
            ends = zones.instant(end) if end else begins + (length or timedelta())
            if begins < ends:
                yield Span(begins, ends)


def _bounds(occurrence: Occurrence, zone: str) -> tuple[str, str]:
    """Whole days are dates: `2017-11-06`."""
    if occurrence.days:
        last = occurrence.day + timedelta(occurrence.days - 1)
        return f"{occurrence.day}", f"{last}"
    start, end = (written_moment(at, zone) for at in occurrence.span)
    return start, end


def _is_busy(occurrence: Occurrence) -> bool:
    entry = occurrence.entry
    is_free = entry.text("TRANSP").strip().upper() == "TRANSPARENT"
    is_free = is_free or entry.text("X-MICROSOFT-CDO-BUSYSTATUS").strip().upper() == "FREE"
    lasts = occurrence.span.start < occurrence.span.end
    return lasts and not is_free and entry.text("STATUS").strip().upper() != "CANCELLED"


def is_private(entry: Component) -> bool:
    """Whether its owner shows others no more than that there is something."""
    return entry.text("CLASS").strip().upper() in ("PRIVATE", "CONFIDENTIAL")


def _reason(entry: Component) -> str:
    reason = _PRIVATE if is_private(entry) else plain(entry.text("SUMMARY")) or _BUSY
    is_tentative = entry.text("STATUS").strip().upper() == "TENTATIVE"
    return f"{reason} ({_TENTATIVE})" if is_tentative else reason
