"""What changed, cut to a width, or for a pipe: there each change is one line, for `grep`."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.show.agenda_text import CLOCKS, span_text
from itinerary.show.changes_phrases import Entry, Phrases, entries_by_day
from itinerary.show.lines import BLANK, Column, Line, Part, line, row, wrapped
from itinerary.timetable.changes import Changes

DATED = len("Fri 10 Nov 11:40–12:40")
STYLES = {
    "new": "green", "revived": "green", "placed": "green", "on": "green", "joined": "green",
    "cancelled": "red", "removed": "red", "unplaced": "red", "off": "red", "left": "red",
    "moved": "yellow", "elsewhere": "yellow", "table": "yellow",
}  # fmt: skip


class Sheet(NamedTuple):
    """How to draw: the phrases, and the width; None for a pipe."""

    phrases: Phrases
    words: Words
    width: int | None


def by_item(found: Changes, sheet: Sheet) -> Iterator[Line]:
    """Day by day, then what has no time, then people and venues."""
    for heading, entries in entries_by_day(found, sheet.phrases, sheet.words):
        yield line(heading, "bold")
        yield from _entries(entries, sheet, CLOCKS)
        yield BLANK


def by_person(found: Changes, sheet: Sheet) -> Iterator[Line]:
    """One block for each person concerned, in protocol order."""
    for person, changes in found.by_person().items():
        name = sheet.phrases.name(person)
        entries = sheet.phrases.entries_for(changes, person)
        if sheet.width is None:
            yield from (_line(entry, name) for entry in entries)
        else:
            yield from wrapped(name, sheet.width, "bold cyan")
            yield from _entries(entries, sheet, DATED)
            yield BLANK


def _entries(entries: Iterable[Entry], sheet: Sheet, clocks: int) -> Iterator[Line]:
    for entry in entries:
        if sheet.width is None:
            yield _line(entry)
        else:
            yield from _block(entry, clocks, sheet.width)


def _line(entry: Entry, name: str = "") -> Line:
    """`Mon 6 Nov 10:00–11:00  moved  Signing  time: 09:00–10:00 → 10:00–11:00; on: Ann`."""
    when = f"{entry.day} {entry.start}–{entry.end}" if entry.day else "-"
    begin = f"{name}  {when}" if name else when
    aspects = f"  {'; '.join(entry.aspects)}" if entry.aspects else ""
    return (
        Part(begin), Part(f"  {entry.label}", STYLES.get(entry.part, "cyan")),
        Part(f"  {entry.title}", "bold"), Part(aspects),
    )  # fmt: skip


def _block(entry: Entry, clocks: int, width: int) -> Iterator[Line]:
    """When, beside what; below it, each on a line, what is different."""
    when = ""
    if entry.day and clocks == DATED:
        when = f"{entry.day} {entry.start}–{entry.end}"
        when = when if len(when) <= DATED else f"{entry.day} {entry.start}\n–{entry.end}"
    elif entry.day:
        when = span_text(entry.start, entry.end)
    label = Part(f"{entry.label}  ", STYLES.get(entry.part, "cyan"))
    first, *below = when.split("\n")
    yield from row([Column(first, clocks)], [label, Part(entry.title, "bold")], width)
    for text, aspect in zip_longest(below, entry.aspects, fillvalue=""):
        yield from row([Column(text, clocks)], [Part(aspect, "dim")], width)
