"""The one derived view: everything each person is expected at, in order, and the way between.

It is computed once; checks, calendars and every output read it and compute no other.

- `items`: whatever stands at a time in the mission, in one shape
- `legs`: minutes between two venues, from the table or estimated
- `days`: one person's items as days of entries, with legs, times to leave and free time
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from itinerary.model import Mission
from itinerary.timetable.days import Day, Entry, days_of
from itinerary.timetable.items import Item, items_of
from itinerary.timetable.legs import Leg, Legs

__all__ = ["Day", "Entry", "Item", "Leg", "Legs", "Timetable"]


class Timetable:
    """A mission's items in order, and each person's share of them."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self.items: tuple[Item, ...] = items_of(mission)
        self.legs = Legs(mission)

    @cached_property
    def by_person(self) -> Mapping[str, Sequence[Item]]:
        """What each person is expected at, required or optional, in order of start."""
        found: dict[str, list[Item]] = {identity: [] for identity in self.mission.people}
        for item in self.items:
            for person in item.people:
                found[person].append(item)
        return found

    def days(self, person: str) -> list[Day]:
        """The person's days, those with nothing to do left out."""
        return days_of(self.mission, self.legs, person, self.by_person[person])
