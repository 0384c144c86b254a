"""A person's timetable for a terminal or a pipe."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model import Mission, Person
from itinerary.show.cards import Card, Cards
from itinerary.show.lines import BLANK, Column, Line, Part, line, row, wrapped
from itinerary.timetable import Day, Entry

CLOCKS = len("12:30–13:30 +1")


class Page(NamedTuple):
    """How to draw: the language, the width in characters, whether home's clocks are shown."""

    words: Words
    width: int = 80
    home: bool = False


def agenda_text(
    mission: Mission, person: Person, days: Iterable[Day], page: Page
) -> Iterator[Line]:
    """A heading, then for each day its name and its entries."""
    words = page.words
    organisation = mission.organisations.get(person.organisation)
    about = (person.role, organisation.name if organisation else "")
    yield from wrapped(person.name, page.width, "bold")
    if any(about):
        yield from wrapped(" · ".join(filter(None, about)), page.width)
    yield from wrapped(_about_times(mission, page), page.width, "dim")
    cards = Cards(mission, words)
    is_empty = True
    for day in days:
        is_empty = False
        yield BLANK
        yield line(words.long_day(day.date), "bold cyan")
        for card in day_cards(cards, day, words):
            yield from _card(card, page)
        if not day.entries:
            yield from wrapped(nothing_on(mission, day.date, words), page.width)
    if is_empty:
        yield line(words.text("agenda.nothing"))


def day_cards(cards: Cards, day: Day, words: Words) -> Iterator[Card]:
    """The cards of a day; what began before it says since when, not when to leave for it."""
    for entry in day.entries:
        if entry.item.day == day.date:
            yield cards.card(entry)
        else:
            card = cards.card(entry._replace(leave_by=None, free=None))
            since = words.text("agenda.since", day=entry.item.day)
            yield card._replace(marks=(since, *card.marks))


def nothing_on(mission: Mission, day: date, words: Words) -> str:
    """That a day is empty and, where it is none of the mission's, what was perhaps meant."""
    if mission.starts <= day <= mission.ends:
        return words.text("agenda.nothing")
    starts, ends = mission.starts, mission.ends
    text = words.text("agenda.outside", starts=starts, ends=ends, year=ends.year)
    guess = meant(mission, day, words)
    return f"{text} {guess[:1].upper()}{guess[1:]}." if guess else text


def meant(mission: Mission, day: date, words: Words) -> str:
    """Which day of the mission it may be, the month written before the day; else nothing."""
    if day.day > 12:
        return ""
    other = date(day.year, day.day, day.month)
    is_within = mission.starts <= other <= mission.ends
    return words.text("outside.swapped", date=f"{other}") if is_within else ""


def city(zone: str) -> str:
    """`Paris` for `Europe/Paris`."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _about_times(mission: Mission, page: Page) -> str:
    key = "agenda.times_home" if page.home else "agenda.times"
    text = page.words.text(key, zone=city(mission.zone), home=city(mission.home_zone))
    return f"{mission.title} · {text}"


def entry_lines(mission: Mission, entry: Entry, page: Page) -> Iterator[Line]:
    """One entry on its own."""
    yield from _card(Cards(mission, page.words).card(entry), page)


def _card(card: Card, page: Page) -> Iterator[Line]:
    words = page.words
    if card.free:
        yield line(card.free, "dim green")
    if card.leave:
        leave = words.text("agenda.leave", clock=card.leave)
        yield from _row(page, leave, "", Part(card.way, "dim yellow"))
    title = [Part(card.title, "bold"), *(Part(f" ({mark})", "dim") for mark in card.marks)]
    if card.clash:
        title.append(Part(f"  {card.clash}", "bold red"))
    spans = span_text(card.start, card.end), span_text(card.home_start, card.home_end)
    yield from _row(page, *spans, *title)
    for text in filter(None, (card.place, *card.details)):
        yield from _row(page, "", "", Part(text, "" if text == card.place else "dim"))


def _row(page: Page, clocks: str, at_home: str, *content: Part) -> Iterator[Line]:
    columns = [Column(clocks, CLOCKS)]
    if page.home:
        columns.append(Column(at_home, CLOCKS, "dim"))
    return row(columns, content, page.width)


def span_text(start: str, end: str) -> str:
    """Two clocks, on two lines where zones make them long."""
    joined = f"{start}–{end}"
    return joined if len(joined) <= CLOCKS else f"{start}\n{end}"
