"""What each person's calendar on a server is to hold, by the ledger that feeds are written from."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.publish.caldav_journal import Collection, Journal
from itinerary.publish.caldav_push import Calendar
from itinerary.publish.caldav_resources import resource, zone_of
from itinerary.publish.ledger import NONE, Ledger, settled
from itinerary.publish.pack import file_names
from itinerary.show.ical import Calendars
from itinerary.show.ical.lines import one_line
from itinerary.times import local
from itinerary.timetable import Timetable

EVERYONE = ""
"""In a ledger, the mission's own calendar, which is nobody's on a server."""


class Order(NamedTuple):
    """What is to be pushed."""

    mission: Path
    timetable: Timetable
    words: Words
    people: tuple[str, ...] | None
    """By id; None: everyone who is here, and all who have left."""
    now: datetime


def settle(order: Order, before: Ledger) -> tuple[Ledger, Calendars]:
    """The ledger after this push, and what draws the calendars that it numbers."""
    mission = order.timetable.mission
    present = {one.id: one.name for one in mission.people.values() if not one.stands_for}
    calendars = Calendars(order.timetable, order.words)
    said = {
        person: calendars.said(person, before.people.get(person, NONE))
        for person in people_of(order, before)
    }
    start = before._replace(names={**before.names, **present})
    return settled(start, said, order.now), calendars


def people_of(order: Order, ledger: Ledger) -> list[str]:
    """Whose calendars are pushed."""
    if order.people is not None:
        return [*order.people]
    here = (one.id for one in order.timetable.mission.people.values() if not one.stands_for)
    return [person for person in dict.fromkeys((*here, *ledger.people)) if person != EVERYONE]


def calendars_of(
    order: Order, ledger: Ledger, calendars: Calendars, journal: Journal
) -> list[Calendar]:
    """Each as it is to be; what is cancelled goes when the mission is over."""
    mission = order.timetable.mission
    is_over = local(order.now, mission.zone).date() > mission.ends
    paths = _paths(order, journal.collections)
    found: list[Calendar] = []
    for person in people_of(order, ledger):
        if person not in paths:
            continue  # has left, and was never pushed
        sent, gone = ledger.people[person], ledger.taken.get(person, NONE)
        wanted = (i for i, one in sent.items() if one.is_live or not is_over)
        events = [resource(calendars.single(person, i, sent, gone)) for i in wanted]
        zones = (zone_of(event.data, mission.zone) for event in events)
        title = one_line(f"{ledger.names.get(person) or person} – {mission.title}")
        zone = next(filter(None, zones), "")
        kept = {event.name: event for event in events}
        found.append(Calendar(person, title, paths[person], zone, kept))
    return found


def _paths(order: Order, known: Mapping[str, Collection]) -> dict[str, str]:
    """Where each calendar is, or is to be made: where no other is, also none of a former name."""
    paths = {person: collection.path for person, collection in known.items()}
    taken = set(paths.values())
    for person, name in file_names(order.timetable.mission.people.values()).items():
        path, number = f"{name}/", 1
        while person not in paths and path in taken:
            number += 1
            path = f"{name}-{number}/"
        taken.add(paths.setdefault(person, path))
    return paths
