"""Rule `declined`."""

from collections.abc import Iterator

from itinerary.check.wording import item, people
from itinerary.model import Event, Mission
from itinerary.problems import Problem, Severity, say
from itinerary.timetable import Item, Timetable


def declined(timetable: Timetable, *, rank: int = 3) -> Iterator[Problem]:
    """Someone has declined the invitation to something at which they are still expected.

    An error for hosts and for everyone up to the rank of `rank`, a warning for the others who
    are required. Move it and invite them again, or take them off the row; `replies` reads answers.
    """
    mission = timetable.mission
    said_no = {pair for pair, said in mission.answers.items() if said.answer == "declined"}
    refused = {reference for _, reference in said_no}
    for thing in timetable.items if said_no else ():
        if thing.id in refused:
            absent = {person for person in thing.required if (person, thing.id) in said_no}
            yield from _problems(mission, thing, absent, rank)


def _problems(mission: Mission, thing: Item, absent: set[str], rank: int) -> Iterator[Problem]:
    hosts = thing.record.hosts.people if isinstance(thing.record, Event) else ()
    weighty = {p for p in absent if p in hosts or (mission.people[p].rank or rank + 1) <= rank}
    for severity, some in ((Severity.ERROR, weighty), (Severity.WARNING, absent - weighty)):
        if some:
            concerned = mission.in_protocol_order(some)
            message = say("declined.said", people=people(mission, concerned), item=item(thing))
            hint = say("declined.hint")
            yield Problem(
                "declined", severity, message, (thing.at("who"),), hint, concerned, (thing.id,)
            )
