"""Rule `closed`."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from itinerary.check.wording import item
from itinerary.model import Venue
from itinerary.problems import Problem, error, say
from itinerary.times import Span, covers, local, nearest_instant
from itinerary.timetable import STAYS, Item, Timetable


def closed(timetable: Timetable) -> Iterator[Problem]:
    """Something is planned at a venue outside its opening hours.

    `opens` and `closes` hold for every day, on the clocks of the venue; a closing time earlier
    than the opening is past midnight. A venue without hours is always open.
    """
    for slot, items in timetable.by_slot.items():
        known = timetable.mission.venues.get(slot.place)
        if slot.kind not in STAYS or known is None or _always_open(known):
            continue
        zone = timetable.mission.zone_at(known.id)
        if not any(covers(span, slot.span) for span in _hours(known, slot.span.start, zone)):
            yield from (_problem(thing, known) for thing in items)


def _problem(thing: Item, known: Venue) -> Problem:
    message = say(
        "closed.venue",
        item=item(thing),
        end=local(thing.span.end, thing.end_zone).time(),
        venue=known.name,
        opens=known.opens or time(),
        closes=known.closes or "24:00",
    )
    at = (thing.at("start"), known.origin.cell("opens" if known.opens else "closes"))
    return error("closed", message, *at)._replace(people=thing.people, items=(thing.id,))


def _always_open(venue: Venue) -> bool:
    return (venue.opens or time()) == (venue.closes or time())


def _hours(venue: Venue, start: datetime, zone: str) -> Iterator[Span]:
    """The opening hours that began on the date of a start there, and on the one before."""
    opens, closes = venue.opens or time(), venue.closes or time()
    past_midnight = timedelta(1 if closes <= opens else 0)
    today = local(start, zone).date()
    for day in (today, today - timedelta(1)):
        start = nearest_instant(day, opens, zone)
        yield Span(start, nearest_instant(day + past_midnight, closes, zone))
