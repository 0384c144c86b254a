"""Who sits where and when: how full the tables are, and every slot of every day."""

from collections.abc import Iterator, Sequence

from itinerary.locale import Words
from itinerary.model import Meeting, Venue
from itinerary.show.lines import BLANK, Column, Line, Part, line, row, wrapped
from itinerary.show.plan_sheet import Busy, Sheet, busy_hours, by_room
from itinerary.times import local
from itinerary.timetable import Item

CLOCK = len("09:20")
NUMBER = 2
HOUR = 4
"""Columns of an hour, the space before it included."""


def hours_text(sheet: Sheet, words: Words, width: int) -> Iterator[Line]:
    """For each venue with tables a grid: a row for each day, a column for each hour."""
    for identity, busy in busy_hours(sheet.timetable).items():
        venue = sheet.mission.venues[identity]
        yield from wrapped(_heading(venue, words), width, "bold")
        yield from _grid(busy, venue, words, width)
        yield BLANK


def _heading(venue: Venue, words: Words) -> str:
    return words.text("plan.hours", venue=venue.name, n=venue.tables)


def _grid(busy: Busy, venue: Venue, words: Words, width: int) -> Iterator[Line]:
    """As many hours side by side as there is room for."""
    days = {day: words.day(day) for day in busy}
    label = max(map(len, days.values()), default=0)
    hours = sorted({hour for counts in busy.values() for hour in counts})
    most = max(1, (width - label) // HOUR)
    for first in range(0, len(hours), most):
        shown = hours[first : first + most]
        head = "".join(f"{words.text('plan.hour', hour=hour):>{HOUR}}" for hour in shown)
        yield line(" " * label + head, "dim")
        for day, counts in busy.items():
            cells = (_cell(counts.get(hour, 0), venue) for hour in shown)
            yield (Part(f"{days[day]:<{label}}"), *cells)


def _cell(count: int, venue: Venue) -> Part:
    style = "bold" if count == venue.tables else ""
    return Part(f"{count if count else '·':>{HOUR}}", style if count else "dim")


def slots_text(sheet: Sheet, words: Words, width: int) -> Iterator[Line]:
    """Each start of each day and venue, and below it what is at each table."""
    venues = sheet.mission.venues
    for (day, place), items in by_room(sheet.timetable).items():
        name = venues[place].name if place in venues else place
        heading = " · ".join(filter(None, (words.long_day(day), name)))
        yield from wrapped(heading, width, "bold cyan")
        yield from _slots(sheet, items, words, width)
        yield BLANK


def _slots(sheet: Sheet, items: Sequence[Item], words: Words, width: int) -> Iterator[Line]:
    shown = ""
    has_tables = any(item.table for item in items)
    for item in items:
        clock = f"{local(item.span.start, item.zone):%H:%M}"
        columns = [Column("" if clock == shown else clock, CLOCK, "bold")]
        if has_tables:
            number = f"{item.table or '':>{NUMBER}}"
            columns.append(Column(number, NUMBER, "cyan"))
        yield from row(columns, _content(sheet, item, words), width)
        shown = clock


def _content(sheet: Sheet, item: Item, words: Words) -> tuple[Part, Part]:
    """The title, and what there is to know about it."""
    meeting = sheet.mission.meetings[item.id.partition(":")[2]]
    notes = "".join(f" · {note}" for note in _notes(sheet, meeting, words))
    return Part(item.title), Part(notes, "dim")


def _notes(sheet: Sheet, meeting: Meeting, words: Words) -> Iterator[str]:
    if meeting.pinned:
        yield words.text("plan.pinned")
    if added := sheet.added.get(meeting.id):
        names = tuple(sheet.mission.resources[name].name for name in added)
        yield words.text("plan.with", names=names)
