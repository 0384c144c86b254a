"""Rule `precedence`."""

from collections.abc import Iterator

from itinerary.check.wording import people
from itinerary.problems import Problem, say, warning
from itinerary.timetable import Timetable


def precedence(timetable: Timetable) -> Iterator[Problem]:
    """Two people have the same rank, so that protocol cannot order them.

    `rank` is 1 for the head of the delegation, and empty for most: whoever has none comes after
    all who have one, in the order of the table. Give each person with a rank one of their own.
    """
    mission = timetable.mission
    ranked: dict[int, list[str]] = {}
    for person in mission.people.values():
        if person.rank is not None:
            ranked.setdefault(person.rank, []).append(person.id)
    for rank, same in ranked.items():
        if len(same) > 1:
            message = say("precedence.same", people=people(mission, same), rank=rank)
            at = (mission.people[person].origin.cell("rank") for person in same)
            yield warning("precedence", message, *at)._replace(people=tuple(same))
