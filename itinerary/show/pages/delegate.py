"""A person's programme as a page: nothing on it of anybody but the names of whom one meets."""

from collections.abc import Iterator
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model import Mission, Person
from itinerary.show.agenda_text import city
from itinerary.show.cards import Card, Cards
from itinerary.show.html import page
from itinerary.times import local
from itinerary.timetable import Day, Entry, Timetable

STYLES = ("page.css", "delegate.css")
WEB = ("https://", "http://")
LABELS = (
    "days", "calendar", "subscribe", "download", "elsewhere", "delay", "map", "organiser",
    "nothing",
)  # fmt: skip
LONG = 12
"""Entries from which each day has a sheet of paper of its own."""


class Detail(NamedTuple):
    """A line below a title; an address that a reader can go to, or nothing."""

    text: str
    link: str


class Stop(NamedTuple):
    """An entry as the page shows it."""

    card: Card
    start: str
    """For a machine: `2017-11-06T10:00:00-05:00`."""
    home: str
    leave: str
    map: str
    details: tuple[Detail, ...]


class Sheet(NamedTuple):
    """A day as the page shows it."""

    anchor: str
    short: str
    long: str
    stops: tuple[Stop, ...]


def delegate_page(
    timetable: Timetable, person: Person, words: Words, feed_url: str, home: bool
) -> bytes:
    """The whole file.

    `feed_url` is where the calendar is, an address of the web or beside the page; where it is
    empty no calendar is spoken of. `home` adds the time at home.
    """
    mission = timetable.mission
    organisation = mission.organisations.get(person.organisation)
    sheets = [*_sheets(mission, timetable.days(person.id), words, home)]
    context = {
        "words": words,
        "labels": {label: words.text(f"page.{label}") for label in LABELS},
        "title": words.text("page.title", name=person.name, mission=mission.title),
        "name": person.name,
        "about": " · ".join(filter(None, (person.role, organisation and organisation.name))),
        "mission": mission.title,
        "dates": words.text(
            "page.dates", starts=mission.starts, ends=mission.ends, year=mission.ends.year
        ),
        "clocks": _clocks(mission, words, home),
        "sheets": sheets,
        "is_long": sum(len(sheet.stops) for sheet in sheets) >= LONG,
        "feed": _feed(feed_url),
        "organiser": _organiser(mission, words),
    }
    return page("delegate.html", context, STYLES).encode(errors="replace")


def _clocks(mission: Mission, words: Words, home: bool) -> str:
    zone = city(mission.zone)
    if home:
        return words.text("agenda.times_home", zone=zone, home=city(mission.home_zone))
    return words.text("agenda.times", zone=zone)


def _sheets(mission: Mission, days: list[Day], words: Words, home: bool) -> Iterator[Sheet]:
    cards = Cards(mission, words)
    for day in days:
        stops = tuple(_stop(mission, cards, entry, words, home) for entry in day.entries)
        yield Sheet(f"day-{day.date}", words.day(day.date), words.long_day(day.date), stops)


def _stop(mission: Mission, cards: Cards, entry: Entry, words: Words, home: bool) -> Stop:
    card, item = cards.card(entry), entry.item
    place = city(mission.home_zone)
    at_home = words.text("page.home", start=card.home_start, end=card.home_end, place=place)
    details = tuple(Detail(one, one if one.startswith(WEB) else "") for one in card.details)
    return Stop(
        card,
        start=local(item.span.start, item.zone).isoformat(),
        home=at_home if home else "",
        leave=words.text("agenda.leave", clock=card.leave),
        map=_map(mission, item.place),
        details=details,
    )


def _map(mission: Mission, place: str) -> str:
    """An address that opens the telephone's own map (RFC 5870)."""
    venue = mission.venues.get(place)
    if venue is None or venue.latitude is None or venue.longitude is None:
        return ""
    point = f"{venue.latitude:.6f},{venue.longitude:.6f}"
    return f"geo:{point}?q={point}"


def _feed(url: str) -> dict[str, str]:
    """The address to subscribe to at a touch, if it is one of the web, and the address itself."""
    webcal = f"webcal://{url.split('://', 1)[1]}" if url.startswith(WEB) else ""
    return {"webcal": webcal, "url": url}


def _organiser(mission: Mission, words: Words) -> dict[str, str]:
    known = mission.settings.organiser
    phone, email = known.get("phone", ""), known.get("email", "")
    return {
        "name": known.get("name", ""),
        "email": email,
        "dialled": "".join(c for c in phone if c.isdecimal() or c == "+"),
        "call": words.text("page.call", phone=phone),
        "write": words.text("page.write", email=email),
    }
