"""Rule `unconfirmed`."""

from collections.abc import Iterator
from datetime import date, timedelta

from itinerary.check.wording import item
from itinerary.model import Event, Meeting
from itinerary.problems import Problem, say, warning
from itinerary.times import local
from itinerary.timetable import Item, Timetable

MOMENT = timedelta.resolution


def unconfirmed(
    timetable: Timetable, *, days: int = 3, today: date | None = None
) -> Iterator[Problem]:
    """Something is about to begin and is still a draft.

    An event or a meeting with the `status` draft that begins within `days` days of today and is
    not over. Confirm it, or cancel it: write the status.
    """
    if today is None:
        return
    for thing in timetable.items:
        record = thing.record
        if not isinstance(record, Event | Meeting) or record.status != "draft":
            continue
        left = (thing.day - today).days
        if left <= days and _last_day(thing) >= today:
            key = "unconfirmed.soon" if left > 0 else "unconfirmed.now"
            message = say(key, item=item(thing), n=left)
            problem = warning("unconfirmed", message, thing.at("status"))
            concerned = timetable.mission.in_protocol_order(thing.required)
            yield problem._replace(people=concerned, items=(thing.id,))


def _last_day(thing: Item) -> date:
    """What ends at midnight is over with the day before."""
    last = max(thing.span.start, thing.span.end - MOMENT)
    return local(last, thing.end_zone).date()
