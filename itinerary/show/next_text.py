"""Where next, and when to leave: what a person is at, and what comes after it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from itinerary.model import Mission, Person
from itinerary.show.agenda_json import entry_data
from itinerary.show.agenda_text import Page, entry_lines
from itinerary.show.lines import BLANK, Line, line, wrapped
from itinerary.times import Moment
from itinerary.timetable import Day, Entry


class Now(NamedTuple):
    """A person's entries around an instant."""

    at: Moment
    current: tuple[Entry, ...]
    upcoming: tuple[Entry, ...]
    """What starts next; several where they start together."""


def around(days: Sequence[Day], instant: datetime, zone: str) -> Now:
    """What is on at an instant and what starts next after it.

    Free time is left out, as part of it may be over; so is when to leave for what is on.
    """
    entries = [entry for day in days for entry in day.entries]
    current = tuple(e for e in entries if e.item.span.start <= instant < e.item.span.end)
    later = [entry for entry in entries if entry.item.span.start > instant]
    first = [entry for entry in later if entry.item.span.start == later[0].item.span.start]
    return Now(
        Moment(instant, zone),
        tuple(entry._replace(leave_by=None, free=None) for entry in current),
        tuple(entry._replace(free=None) for entry in first),
    )


def next_text(mission: Mission, person: Person, now: Now, page: Page) -> Iterator[Line]:
    """Two short lists, each with its heading; the leave-by time comes first."""
    words = page.words
    yield from wrapped(f"{person.name} · {words.shown(now.at)}", page.width, "bold")
    yield from _outside(mission, now, page)
    if now.current:
        yield BLANK
        yield line(words.text("next.now"), "bold cyan")
        for entry in now.current:
            yield from entry_lines(mission, entry, page)
    yield BLANK
    if not now.upcoming:
        yield line(words.text("next.nothing"))
        return
    start = Moment(now.upcoming[0].item.span.start, now.upcoming[0].item.zone)
    wait = start.instant - now.at.instant
    yield line(words.text("next.next", start=start, wait=wait), "bold cyan")
    for entry in now.upcoming:
        late = entry.leave_by is not None and entry.leave_by < now.at.instant
        there = entry._replace(leave_by=None) if late else entry
        yield from entry_lines(mission, there, page)


def _outside(mission: Mission, now: Now, page: Page) -> Iterator[Line]:
    """When the mission is, or was, where the instant is none of its days."""
    day = now.at.wall.date()
    if mission.starts <= day <= mission.ends:
        return
    key = "next.before" if day < mission.starts else "next.after"
    starts, ends = mission.starts, mission.ends
    text = page.words.text(key, starts=starts, ends=ends, year=ends.year)
    yield from wrapped(text, page.width)


def next_data(mission: Mission, person: Person, now: Now) -> dict[str, Any]:
    """The same for scripts; entries as in an agenda."""
    return {
        "person": {"id": person.id, "name": person.name},
        "at": now.at.wall.isoformat(),
        "now": [entry_data(mission, entry) for entry in now.current],
        "next": [entry_data(mission, entry) for entry in now.upcoming],
    }
