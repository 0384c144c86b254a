"""Rule `closed`."""

from collections.abc import Iterator
from datetime import time, timedelta

from itinerary.check.wording import item
from itinerary.model import Venue
from itinerary.problems import Problem, error, say
from itinerary.times import Span, covers, local, nearest_instant
from itinerary.timetable import Item, Timetable


def closed(timetable: Timetable) -> Iterator[Problem]:
    """Something is planned at a venue outside its opening hours.

    `opens` and `closes` hold for every day, on the clocks of the venue; a closing time earlier
    than the opening is past midnight. A venue without hours is always open.
    """
    for thing in timetable.items:
        known = timetable.mission.venues.get(thing.place)
        if not thing.is_stay or known is None or _always_open(known):
            continue
        zone = timetable.mission.zone_at(known.id)
        if any(covers(span, thing.span) for span in _hours(known, thing, zone)):
            continue
        message = say(
            "closed.venue",
            item=item(thing),
            venue=known.name,
            opens=known.opens or time(),
            closes=known.closes or "24:00",
        )
        at = (thing.at("start"), known.origin.cell("opens" if known.opens else "closes"))
        problem = error("closed", message, *at)
        yield problem._replace(people=thing.people, items=(thing.id,))


def _always_open(venue: Venue) -> bool:
    return (venue.opens or time()) == (venue.closes or time())


def _hours(venue: Venue, thing: Item, zone: str) -> Iterator[Span]:
    """The opening hours that began on the date the item starts there, and on the one before."""
    opens, closes = venue.opens or time(), venue.closes or time()
    past_midnight = timedelta(1 if closes <= opens else 0)
    today = local(thing.span.start, zone).date()
    for day in (today, today - timedelta(1)):
        start = nearest_instant(day, opens, zone)
        yield Span(start, nearest_instant(day + past_midnight, closes, zone))
