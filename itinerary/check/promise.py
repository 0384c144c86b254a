"""Rule `promise`."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from itinerary.model import Meeting, Mission
from itinerary.problems import Problem, say, warning
from itinerary.timetable import Item, Timetable


def promise(timetable: Timetable) -> Iterator[Problem]:
    """An organisation has fewer meetings than it has been promised.

    `promised_meetings` against the meetings that have a time, are not cancelled and are
    attended, on either side, by someone of the organisation. As long as no meeting of the mission
    has a time, its requests are counted. Place more of its requests, or add some.
    """
    mission = timetable.mission
    promised = {o.id: o.promised_meetings for o in mission.organisations.values()}
    members = _members(mission, [one for one, number in promised.items() if number])
    attended = _attended(timetable)
    events = {id(thing) for thing in timetable.items if thing.kind != "meeting"}
    for identity, everyone in members.items():
        meetings = set[int]().union(*(map(id, attended(person)) for person in everyone)) - events
        if len(meetings) < (promised[identity] or 0):
            is_placed = bool(timetable.by_kind["meeting"])
            problem = _problem(mission, identity, len(meetings), is_placed)
            concerned = {p for p in everyone if not meetings.isdisjoint(map(id, attended(p)))}
            concerned = concerned or {*everyone}
            yield problem._replace(people=mission.in_protocol_order(concerned))


def _attended(timetable: Timetable) -> Callable[[str], Sequence[Item | Meeting]]:
    """What a person is required at, meetings among it; as long as none has a time, requests."""
    if timetable.by_kind["meeting"]:
        return timetable.required_by_person.__getitem__
    requests: dict[str, list[Item | Meeting]] = {}
    for meeting in timetable.mission.meetings.values():
        if meeting.status != "cancelled":
            for person in (*meeting.who.people, *meeting.counterpart.people):
                requests.setdefault(person, []).append(meeting)
    return lambda person: requests.get(person, [])


def _members(mission: Mission, organisations: Iterable[str]) -> dict[str, list[str]]:
    members: dict[str, list[str]] = {identity: [] for identity in organisations}
    for person in mission.people.values():
        if person.organisation in members:
            members[person.organisation].append(person.id)
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
