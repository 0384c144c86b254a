"""The whole delegation's day: what is on, where, and how many are expected."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from itinerary.model import Meeting, Mission
from itinerary.show.agenda_text import CLOCKS, Page, nothing_on, span_text
from itinerary.show.cards import Cards
from itinerary.show.lines import Column, Line, Part, line, row, wrapped
from itinerary.times import local
from itinerary.timetable import Item, Timetable


def items_on(timetable: Timetable, day: date) -> list[Item]:
    """Everything that starts on a date, on the clocks where it starts."""
    return [item for item in timetable.items if item.day == day]


def day_text(mission: Mission, items: Sequence[Item], day: date, page: Page) -> Iterator[Line]:
    """Events and movements one by one, in order of start; the meetings of a start together."""
    words = page.words
    yield line(words.long_day(day), "bold cyan")
    if not items:
        yield from wrapped(nothing_on(mission, day, words), page.width)
    for group in _groups(items):
        yield from _group(mission, group, page)


def day_data(mission: Mission, items: Sequence[Item], day: date) -> dict[str, Any]:
    """The same for scripts, every meeting on its own."""
    return {
        "date": f"{day}",
        "items": [
            {
                "kind": item.kind,
                "id": item.id,
                "title": item.title,
                "start": local(item.span.start, item.zone).isoformat(),
                "end": local(item.span.end, item.end_zone).isoformat(),
                "venue": item.place,
                "to": item.end_place,
                "required": len(item.required),
                "optional": len(item.optional),
            }
            for item in items
        ],
    }


def _groups(items: Sequence[Item]) -> list[list[Item]]:
    groups: dict[object, list[Item]] = {}
    for item in items:
        together = isinstance(item.record, Meeting) and item.record.table is not None
        groups.setdefault((item.span, item.place) if together else item.id, []).append(item)
    return list(groups.values())


def _group(mission: Mission, group: Sequence[Item], page: Page) -> Iterator[Line]:
    first, words = group[0], page.words
    people = len({person for item in group for person in item.people})
    title = words.text("day.meetings", n=len(group)) if len(group) > 1 else first.title
    expected = words.text("day.people", n=people)
    clocks = Column(span_text(*Cards(mission, words).clocks(first)[:2]), CLOCKS)
    yield from row([clocks], [Part(title, "bold")], page.width)
    names = [
        mission.venues[place].name if place in mission.venues else place
        for place in dict.fromkeys((first.place, first.end_place))
    ]
    place = " → ".join(filter(None, names))
    text = f"{place} · {expected}" if place else expected
    yield from row([Column("", CLOCKS)], [Part(text, "dim")], page.width)
