"""Rule `promise`."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from itertools import chain

from itinerary.model import Meeting, Mission
from itinerary.problems import Problem, say, warning
from itinerary.timetable import Timetable


def promise(timetable: Timetable) -> Iterator[Problem]:
    """An organisation has fewer meetings than it has been promised.

    `promised_meetings` against the meetings that have a time, are not cancelled and are
    attended, on either side, by someone of the organisation. As long as no meeting of the mission
    has a time, its requests are counted. Place more of its requests, or add some.
    """
    mission = timetable.mission
    promised = {o.id: o.promised_meetings or 0 for o in mission.organisations.values()}
    promised = {identity: number for identity, number in promised.items() if number}
    if not promised:
        return
    requests = [one for one in mission.meetings.values() if one.status != "cancelled"]
    placed = [one for one in requests if one.span]
    counts, present = _counted(mission, promised, placed or requests)
    few = {identity for identity, number in promised.items() if counts[identity] < number}
    members = _members(mission, few)
    for identity in (one for one in promised if one in few):
        everyone = members.get(identity, [])
        concerned = {person for person in everyone if person in present} or {*everyone}
        problem = _problem(mission, identity, counts[identity], bool(placed))
        yield problem._replace(people=mission.in_protocol_order(concerned))


def _counted(
    mission: Mission, promised: Container[str], meetings: Iterable[Meeting]
) -> tuple[Counter[str], set[str]]:
    """How many meetings each organisation has, and everyone who is in one."""
    sides: dict[tuple[str, ...], frozenset[str]] = {}
    pairs: list[frozenset[str]] = []
    for meeting in meetings:
        for people in (meeting.who.people, meeting.counterpart.people):
            if people not in sides:
                found = {mission.people[person].organisation for person in people}
                sides[people] = frozenset(one for one in found if one in promised)
        ours, theirs = sides[meeting.who.people], sides[meeting.counterpart.people]
        pairs += (ours, theirs) if ours.isdisjoint(theirs) else (ours | theirs,)
    return Counter(chain.from_iterable(pairs)), {person for side in sides for person in side}


def _members(mission: Mission, organisations: Container[str]) -> dict[str, list[str]]:
    members: dict[str, list[str]] = {}
    for person in mission.people.values():
        if person.organisation in organisations:
            members.setdefault(person.organisation, []).append(person.id)
    return members


def _problem(mission: Mission, identity: str, count: int, is_planned: bool) -> Problem:
    organisation = mission.organisations[identity]
    message = say(
        "promise.planned" if is_planned else "promise.requested",
        organisation=organisation.name,
        n=organisation.promised_meetings,
        meetings=count,
    )
    problem = warning("promise", message, organisation.origin.cell("promised_meetings"))
    return problem._replace(items=(f"organisation:{identity}",))
