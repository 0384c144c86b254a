"""Rule `vehicle`."""

from collections.abc import Iterator

from itinerary.check.wording import item
from itinerary.model import Transfer
from itinerary.problems import Problem, error, say
from itinerary.timetable import Timetable


def vehicle(timetable: Timetable) -> Iterator[Problem]:
    """More people are to ride in a vehicle than it has seats.

    The people of a transfer against its `seats`, which do not count the driver's. A transfer
    without a number of seats takes everyone. Take a larger vehicle, or part them among two rows.
    """
    for thing in timetable.by_kind["transfer"]:
        if not isinstance(thing.record, Transfer):
            continue
        seats = thing.record.seats
        if seats is not None and len(thing.people) > seats:
            message = say("vehicle.seats", n=len(thing.people), item=item(thing), seats=seats)
            problem = error("vehicle", message, thing.at("who"), thing.at("seats"))
            yield problem._replace(people=thing.people, items=(thing.id,))
