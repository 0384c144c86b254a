"""Why a meeting has no place: what, together, leaves none of its starts free."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import reduce
from itertools import product
from operator import or_
from typing import NamedTuple

from itinerary.model import Absence, Meeting, Mission, Resource
from itinerary.plan.board import Agent, Board, needs_of
from itinerary.plan.obstacles import Obstacle
from itinerary.plan.steps import Steps, bits
from itinerary.problems import Message, OneOf, say
from itinerary.times import Moment, Span
from itinerary.timetable import Item

Starts = dict[tuple[str, str], int]
"""By venue and interpreter to add, a mask of starts."""
MOST_PERIODS = 4


class Blocker(NamedTuple):
    """One thing and the starts it leaves no use of."""

    obstacle: Obstacle
    agents: tuple[Agent, ...]
    """Whom it keeps away; nobody where it is the room that is taken."""
    starts: Starts


def reasons(board: Board, meeting: Meeting) -> tuple[Message, ...]:
    """The reasons in words; `board` has every other meeting where it is to stay.

    They are few, in the order of time, and complete: no start is free of all of them. None where
    a start is free.
    """
    if hopeless := tuple(_hopeless(board, meeting)):
        return hopeless
    possible = _possible(board, meeting)
    if not any(possible.values()):
        return (_no_session(board, meeting),)
    found = _covering(_blockers(board, meeting), possible)
    if not found:
        return ()
    said: list[Message] = [say("plan.reason.none", n=reduce(or_, possible.values()).bit_count())]
    for blocker in sorted(found, key=lambda one: min(m & -m for m in one.starts.values() if m)):
        if (message := _said(board, blocker, meeting)) not in said:
            said.append(message)
    return tuple(said)


def _covering(blockers: Sequence[Blocker], possible: Starts) -> list[Blocker]:
    """Some that leave no start, the most telling taken first; none where one is left."""
    found: list[Blocker] = []
    left = possible
    while any(left.values()):
        best = max(blockers, key=lambda blocker: _covered(blocker.starts, left), default=None)
        if best is None or not _covered(best.starts, left):
            return []
        found.append(best)
        left = _without(left, best.starts)
    for one in [*found]:
        others = _union(other.starts for other in found if other is not one)
        if not any(_without(possible, others).values()):
            found.remove(one)  # what came later made it needless
    return found


def _without(some: Starts, others: Starts) -> Starts:
    return {place: mask & ~others.get(place, 0) for place, mask in some.items()}


def meetings_in_the_way(board: Board, meeting: Meeting) -> Sequence[Item]:
    """The other meetings that take a start from it."""
    subjects = (blocker.obstacle.subject for blocker in _blockers(board, meeting))
    found = (one for one in subjects if isinstance(one, Item) and one.kind == "meeting")
    return [*dict.fromkeys(found)]


def _hopeless(board: Board, meeting: Meeting) -> Iterator[Message]:
    """What no time of day would mend."""
    mission = board.mission
    if not (meeting.who.is_whole and meeting.counterpart.is_whole):
        yield say("plan.reason.unknown")
        return
    venues = board.venues_of(meeting)
    if not venues:
        yield say("plan.reason.nowhere")
    if not board.extras_of(meeting):
        for side, other in needs_of(mission, meeting):
            yield say(
                "plan.reason.interpreter", side=OneOf(sorted(side)), other=OneOf(sorted(other))
            )
    if venues and not any(board.has_room(meeting, venue) for venue in venues):
        people = len({*meeting.who.people, *meeting.counterpart.people})
        rooms = OneOf(f"{mission.venues[v].name} ({mission.venues[v].capacity})" for v in venues)
        yield say("plan.reason.capacity", n=people, venues=rooms)


def _possible(board: Board, meeting: Meeting) -> Starts:
    """Its starts were nobody and nothing in its way."""
    steps = board.steps
    count = steps.count(meeting.duration)
    starts = steps.fitting(steps.all, count) & board.window(meeting)
    venues = (v for v in board.venues_of(meeting) if board.has_room(meeting, v))
    return dict.fromkeys(product(venues, board.extras_of(meeting)), starts)


def _no_session(board: Board, meeting: Meeting) -> Message:
    zone = board.mission.zone
    steps = board.steps
    if not steps.fitting(steps.all, steps.count(meeting.duration)):
        return say("plan.reason.long", duration=meeting.duration)
    first, last = steps.sessions[0].start, steps.sessions[-1].end
    start, end = meeting.earliest or first, meeting.latest or last
    return say("plan.reason.window", start=Moment(start, zone), end=Moment(end, zone))


def _blockers(board: Board, meeting: Meeting) -> list[Blocker]:
    """Everything in its way, each thing once."""
    count = board.steps.count(meeting.duration)
    agents = board.request(meeting).agents
    extras = board.extras_of(meeting)
    found: dict[tuple[str, int], Blocker] = {}
    for venue in board.venues_of(meeting):
        added = [Agent("resource", extra) for extra in extras if extra]
        kept = ((one, board.obstacles_of(one, venue)) for one in (*agents, *added))
        seen = [(o, (agent,)) for agent, obstacles in kept for o in obstacles]
        for obstacle, whom in (*seen, *((o, ()) for o in _of_room(board, venue))):
            only = [one.id for one in whom if one in added]
            places = [(venue, extra) for extra in only or extras]
            starts = dict.fromkeys(places, _starts_over(obstacle.steps, count))
            key = obstacle.kind, id(obstacle.subject)
            old = found.get(key, Blocker(obstacle, (), {}))
            everyone = tuple(dict.fromkeys((*old.agents, *whom)))
            found[key] = Blocker(obstacle, everyone, _union([old.starts, starts]))
    return [*found.values(), *_runs(board, meeting, agents), *_split_tables(board, meeting)]


def _runs(board: Board, meeting: Meeting, agents: Iterable[Agent]) -> Iterator[Blocker]:
    """Who would have no pause for too long."""
    count = board.steps.count(meeting.duration)
    places = [*product(board.venues_of(meeting), board.extras_of(meeting))]
    for agent in agents:
        if tiring := board.tiring(agent, count):
            yield Blocker(Obstacle("run", 0), (agent,), dict.fromkeys(places, tiring))


def _split_tables(board: Board, meeting: Meeting) -> Iterator[Blocker]:
    """Where tables are free, but none of them for long enough."""
    count = board.steps.count(meeting.duration)
    for venue in board.venues_of(meeting):
        if split := board.steps.all & ~board.at_one_table(venue, count):
            places = ((venue, extra) for extra in board.extras_of(meeting))
            yield Blocker(Obstacle("split", 0), (), dict.fromkeys(places, split))


def _of_room(board: Board, venue: str) -> Iterator[Obstacle]:
    yield from board.obstacles.of_room(venue)
    full = sum(1 << n for n, left in enumerate(board.places(venue)) if left < 1)
    if full:
        yield Obstacle("tables", full, board.mission.venues.get(venue))


def _starts_over(steps: int, count: int) -> int:
    """The starts of what would, lasting so many steps, be held at one of these."""
    found = 0
    for more in range(count):
        found |= steps >> more
    return found


def _union(several: Iterable[Starts]) -> Starts:
    found: Starts = {}
    for one in several:
        for place, mask in one.items():
            found[place] = found.get(place, 0) | mask
    return found


def _covered(starts: Starts, left: Starts) -> int:
    return sum((mask & starts.get(place, 0)).bit_count() for place, mask in left.items())


def _said(board: Board, blocker: Blocker, meeting: Meeting) -> Message:
    subject, mission = blocker.obstacle.subject, board.mission
    names = _names(mission, blocker.agents)
    if isinstance(subject, Item) and blocker.obstacle.kind != "event":
        kind = "plan.reason.far" if blocker.obstacle.kind == "away" else "plan.reason.item"
        return say(kind, n=len(names), names=names, title=subject.title, time=_time(subject))
    if isinstance(subject, Absence):
        zone = mission.zone
        start, end = Moment(subject.span.start, zone), Moment(subject.span.end, zone)
        return say("plan.reason.absence", n=len(names), names=names, start=start, end=end)
    if isinstance(subject, Resource):
        return say("plan.reason.unavailable", name=subject.name)
    if blocker.obstacle.kind == "run":
        minutes = mission.settings.planning.longest_run_minutes or 0
        return say("plan.reason.run", names=names, longest=timedelta(minutes=minutes))
    return _said_of_room(board, blocker, meeting)


def _said_of_room(board: Board, blocker: Blocker, meeting: Meeting) -> Message:
    obstacle = blocker.obstacle
    if isinstance(obstacle.subject, Item):
        venue = board.mission.venues[obstacle.subject.place].name
        title, time = obstacle.subject.title, _time(obstacle.subject)
        return say("plan.reason.event", venue=venue, title=title, time=time)
    known = board.mission.venues[next(iter(blocker.starts))[0]]
    if obstacle.kind == "split":
        return say("plan.reason.split", venue=known.name, duration=meeting.duration)
    within = board.window(meeting)
    wanted = _starts_over(obstacle.steps, board.steps.count(meeting.duration)) & within
    if obstacle.kind == "closed":
        return say("plan.reason.closed", venue=known.name)
    times = periods(board.steps, obstacle.steps & _around(wanted, meeting, board.steps))
    if known.tables is None:
        return say("plan.reason.room", venue=known.name, times=times)
    return say("plan.reason.tables", venue=known.name, n=known.tables, times=times)


def _around(starts: int, meeting: Meeting, steps: Steps) -> int:
    found = 0
    for more in range(steps.count(meeting.duration)):
        found |= starts << more
    return found


def _names(mission: Mission, agents: Iterable[Agent]) -> tuple[str, ...]:
    """People and resources by name; a company whose people all are meant, by its own."""
    return tuple(
        mission.people[agent.id].name
        if agent.kind == "person"
        else mission.resources[agent.id].name
        for agent in agents
    )


def _time(item: Item) -> Message:
    start, end = Moment(item.span.start, item.zone), Moment(item.span.end, item.end_zone)
    return say("plan.reason.time", start=start, end=end.wall.time())


def periods(steps: Steps, mask: int) -> Message:
    """The times a mask comes to: `Tue 7 Nov 14:00–15:20 and Wed 8 Nov 09:20–10:00`."""
    spans: list[Span] = []
    for step in bits(mask):
        span = steps.spans[step]
        if spans and spans[-1].end == span.start:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    shown = tuple(
        say(
            "plan.reason.time",
            start=Moment(span.start, steps.zone),
            end=Moment(span.end, steps.zone).wall.time(),
        )
        for span in spans[:MOST_PERIODS]
    )
    if len(spans) > MOST_PERIODS:
        return say("plan.reason.times.more", times=shown, n=len(spans) - MOST_PERIODS)
    return say("plan.reason.times.all", times=shown)
