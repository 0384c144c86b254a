"""Rule `promise`."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

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
    if not any(promised.values()):
        return
    sides = timetable.sides
    is_placed = bool(sides[0])
    least = _least(mission, sides)
    few = {identity for identity, number in promised.items() if least[identity] < number}
    meetings = (
        [one for one in mission.meetings.values() if one.span or not is_placed] if few else []
    )
    meetings = [one for one in meetings if one.status != "cancelled"]
    for identity, theirs in _attended(mission, meetings, few).items():
        if len(theirs) < promised[identity]:
            problem = _problem(mission, identity, len(theirs), is_placed)
            everyone = {p.id for p in mission.people.values() if p.organisation == identity}
            present = {p for one in theirs for p in (*one.who.people, *one.counterpart.people)}
            concerned = mission.in_protocol_order((everyone & present) or everyone)
            yield problem._replace(people=concerned)


def _least(mission: Mission, sides: Iterable[Sequence[tuple[str, ...]]]) -> Counter[str]:
    """As many meetings as each organisation has at least: those of which its people are the first
    of a side. Most have so many that nobody need look closer."""
    home = {person.id: person.organisation for person in mission.people.values()}
    least: Counter[str] = Counter()
    for side in sides:
        attended: Counter[str] = Counter()
        for person, count in Counter(map(itemgetter(0), filter(None, side))).items():
            attended[home[person]] += count
        least |= attended
    return least


def _attended(
    mission: Mission, meetings: Sequence[Meeting], organisations: Container[str]
) -> Mapping[str, Sequence[Meeting]]:
    """The meetings of some organisations, each once."""
    found: dict[str, list[Meeting]] = {
        identity: [] for identity in mission.organisations if identity in organisations
    }
    for meeting in meetings if found else ():
        people = (*meeting.who.people, *meeting.counterpart.people)
        for identity in {mission.people[person].organisation for person in people}:
            if identity in found:
                found[identity].append(meeting)
    return found


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
