"""A person's timetable as Markdown (CommonMark)."""

import re
from collections.abc import Iterable, Iterator

from itinerary.locale import Words
from itinerary.model import Mission, Person
from itinerary.show.agenda_text import day_cards, nothing_on
from itinerary.show.cards import Card, Cards
from itinerary.timetable import Day

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~]|&(?=#?\w+;)|^[-+](?=\s)|^[-=](?=[-=\s]*$))")
_NUMBERED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands, on one line."""
    return _NUMBERED.sub(r"\1\\", _SPECIAL.sub(r"\\\1", " ".join(text.split())))


def agenda_markdown(
    mission: Mission, person: Person, days: Iterable[Day], words: Words, home: bool = False
) -> str:
    """The whole document, ending in a line break."""
    return "\n".join(_lines(mission, person, days, words, home)) + "\n"


def _lines(
    mission: Mission, person: Person, days: Iterable[Day], words: Words, home: bool
) -> Iterator[str]:
    organisation = mission.organisations.get(person.organisation)
    about = (person.role, organisation.name if organisation else "", mission.title)
    yield f"# {escaped(person.name)}"
    yield ""
    yield escaped(" · ".join(filter(None, about)))
    cards = Cards(mission, words)
    is_empty = True
    for day in days:
        is_empty = False
        yield from ("", f"## {words.long_day(day.date)}", "")
        for card in day_cards(cards, day, words):
            yield from _entry(card, words, home)
        if not day.entries:
            yield nothing_on(mission, day.date, words)
    if is_empty:
        yield from ("", words.text("agenda.nothing"))


def _entry(card: Card, words: Words, home: bool) -> Iterator[str]:
    marks = "".join(f" ({escaped(mark)})" for mark in card.marks)
    clash = f" **{escaped(card.clash)}**" if card.clash else ""
    at_home = f" \\[{card.home_start}–{card.home_end}\\]" if home else ""
    yield f"- **{card.start}–{card.end}**{at_home} {escaped(card.title)}{marks}{clash}"
    if card.leave:
        yield f"  - {words.text('agenda.leave', clock=card.leave)}: {escaped(card.way)}"
    for line in filter(None, (card.place, *card.details)):
        yield f"  - {escaped(line)}"
