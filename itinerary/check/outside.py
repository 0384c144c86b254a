"""Rule `outside`."""

from collections.abc import Iterator
from datetime import date, timedelta

from itinerary.check.wording import item
from itinerary.problems import Message, Problem, error, say
from itinerary.times import local
from itinerary.timetable import Item, Timetable


def outside(timetable: Timetable) -> Iterator[Problem]:
    """Something lies on a day that is not a day of the mission.

    The day is the one on the clocks where it starts; a journey may also lie on the day before
    and on the day after. Often the month was written before the day: dates are read day first.
    """
    mission = timetable.mission
    for slot, items in timetable.by_slot.items():
        margin = timedelta(1 if slot.kind == "journey" else 0)
        day = local(slot.span.start, slot.zone).date()
        if not mission.starts - margin <= day <= mission.ends + margin:
            yield from (_problem(timetable, thing) for thing in items)


def _problem(timetable: Timetable, thing: Item) -> Problem:
    mission = timetable.mission
    message = say("outside.day", item=item(thing), starts=mission.starts, ends=mission.ends)
    column = "departs" if not thing.is_stay else "date" if thing.kind == "event" else "start"
    problem = error("outside", message, thing.at(column), hint=_swapped(thing, timetable))
    return problem._replace(people=thing.people, items=(thing.id,))


def _swapped(thing: Item, timetable: Timetable) -> Message | None:
    """The date with day and month exchanged, if that is a day of the mission."""
    mission, day = timetable.mission, thing.day
    if day.day > 12:
        return None
    other = date(day.year, day.day, 1) + timedelta(day.month - 1)
    if mission.starts <= other <= mission.ends:
        return say("outside.swapped", date=f"{other}")
    return None
