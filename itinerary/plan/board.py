"""Everything a plan is made from: requests and where each could be, with no solver in it yet."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple

from itinerary.model import Meeting, Mission, Resource
from itinerary.plan.obstacles import Obstacle, Obstacles
from itinerary.plan.result import request_of
from itinerary.plan.steps import Steps, bits
from itinerary.timetable import Legs, Timetable

Tongues = frozenset[str]


class Agent(NamedTuple):
    """Whoever or whatever can only be in one place: a person, or a resource."""

    kind: str
    id: str


class Choice(NamedTuple):
    """A venue, perhaps an interpreter to add, and the steps at which the meeting can begin."""

    venue: str
    extra: str
    starts: int


class Request(NamedTuple):
    """A meeting to be placed."""

    meeting: Meeting
    size: int
    """The steps it takes."""
    weight: int
    """What leaving it out costs."""
    agents: tuple[Agent, ...]
    """Everyone and everything it cannot do without."""
    guests: tuple[str, ...]
    """Who may come."""
    choices: tuple[Choice, ...]

    @property
    def id(self) -> str:
        return self.meeting.id

    @property
    def people(self) -> tuple[str, ...]:
        """Who must come."""
        return tuple(agent.id for agent in self.agents if agent.kind == "person")

    def agents_with(self, choice: Choice) -> tuple[Agent, ...]:
        """Those of the request, and the interpreter of a choice."""
        return (*self.agents, Agent("resource", choice.extra)) if choice.extra else self.agents


class Present(NamedTuple):
    """When and where a meeting is now, and with which interpreter that it did not ask for."""

    start: datetime
    venue: str
    extra: str


class Board:
    """The requests of a mission that are to be decided; all else stays where it is."""

    def __init__(
        self,
        mission: Mission,
        decided: Collection[str] | None = None,
        known: Timetable | Legs | None = None,
    ) -> None:
        """`decided` are ids; None: every meeting that is neither pinned nor cancelled.

        `known` is a timetable of all that stays, or legs between the same venues.
        """
        self.mission = mission
        self.decided = undecided(mission) if decided is None else frozenset(decided)
        if isinstance(known, Timetable):
            self.timetable = known
        else:
            self.timetable = Timetable(_kept(mission, self.decided), known)
        self.steps = Steps(mission)
        self.obstacles = Obstacles(self.timetable, self.steps)
        self._places: dict[str, list[int]] = {}

    @cached_property
    def requests(self) -> Sequence[Request]:
        """In the order of the table."""
        return [self.request(self.timetable.mission.meetings[i]) for i in self._ids]

    @property
    def _ids(self) -> Sequence[str]:
        return [i for i in self.mission.meetings if i in self.decided]

    def present(self, identity: str) -> Present | None:
        """Where the present plan has a meeting that is to be decided."""
        meeting = self.mission.meetings[identity]
        if meeting.span is None:
            return None
        asked = request_of(self.mission, meeting).resources
        added = [name for name in meeting.resources if name not in asked]
        return Present(meeting.span.start, meeting.venue, added[0] if added else "")

    def request(self, meeting: Meeting, spare: str = "") -> Request:
        """Where a meeting could be, were it alone; with one more table at a venue to spare."""
        count = self.steps.count(meeting.duration)
        people = dict.fromkeys((*meeting.who.people, *meeting.counterpart.people))
        agents = (
            *(Agent("person", person) for person in people),
            *(Agent("resource", name) for name in meeting.resources),
        )
        guests = tuple(person for person in meeting.optional.people if person not in people)
        tiring = reduce(or_, (self.tiring(agent, count) for agent in agents), 0)
        choices = tuple(
            Choice(venue, extra, starts)
            for venue in self.venues_of(meeting)
            for extra in self.extras_of(meeting)
            if (starts := self._starts(meeting, agents, (venue, extra), venue == spare) & ~tiring)
        )
        weight = self.mission.settings.planning.weights.get(meeting.priority, 1)
        return Request(meeting, count, weight, agents, guests, choices)

    def venues_of(self, meeting: Meeting) -> Sequence[str]:
        """Its own venue, else those of its pool, else every venue that has tables."""
        if meeting.venue:
            return (meeting.venue,)
        known = self.mission.venues
        return meeting.pool or [v.id for v in known.values() if v.tables]

    def extras_of(self, meeting: Meeting) -> Sequence[str]:
        """Interpreters of whom one has to be added, if there is one; `("",)` where none has to."""
        known = self.mission.resources
        asked = [known.get(name) for name in meeting.resources]
        needs = [
            need
            for need in needs_of(self.mission, meeting)
            if not any(_is_able(one, need) for one in asked)
        ]
        if not needs:
            return ("",)
        return [n for n, one in known.items() if all(_is_able(one, need) for need in needs)]

    def window(self, meeting: Meeting) -> int:
        """The steps at which it may begin by its own row."""
        latest = meeting.latest - meeting.duration if meeting.latest else None
        return self.steps.from_until(meeting.earliest, latest)

    def has_room(self, meeting: Meeting, venue: str) -> bool:
        """Whether all who must come fit in."""
        known = self.mission.venues.get(venue)
        people = {*meeting.who.people, *meeting.counterpart.people}
        return known is None or known.capacity is None or len(people) <= known.capacity

    def _starts(
        self, meeting: Meeting, agents: tuple[Agent, ...], place: tuple[str, str], has_spare: bool
    ) -> int:
        venue, extra = place
        if not (meeting.who.is_whole and meeting.counterpart.is_whole):
            return 0
        if not self.has_room(meeting, venue):
            return 0
        allowed = self.room(venue, int(has_spare))
        for agent in (*agents, *((Agent("resource", extra),) if extra else ())):
            allowed &= self.free(agent, venue)
        count = self.steps.count(meeting.duration)
        starts = self.steps.fitting(allowed, count) & self.window(meeting)
        return starts if has_spare else starts & self.at_one_table(venue, count)

    def at_one_table(self, venue: str, count: int) -> int:
        """The starts after which some table of a venue stays free for so many steps."""
        tables = self.taken_tables(venue)
        if count == 1 or not any(tables):
            return self.steps.all
        free = (self.steps.fitting(self.steps.all & ~taken, count) for taken in tables)
        return reduce(or_, free, 0)

    def free(self, agent: Agent, venue: str) -> int:
        """The steps at which it can be there, as far as what is fixed is concerned."""
        return self.steps.all & ~_union(self.obstacles_of(agent, venue))

    def obstacles_of(self, agent: Agent, venue: str) -> tuple[Obstacle, ...]:
        """What keeps it from there."""
        if agent.kind == "person":
            return self.obstacles.of_person(agent.id, venue)
        return self.obstacles.of_resource(agent.id, venue)

    def tiring(self, agent: Agent, count: int, busy: int = 0) -> int:
        """The starts of so many steps after which a person, who is already in meetings at some
        steps, has had no pause for too long."""
        if agent.kind != "person" or not self.steps.runs:
            return 0
        found, held = 0, self.obstacles.held(agent.id) | busy
        for run in self.steps.runs:
            left = run & ~held
            if left:
                first, last = (left & -left).bit_length() - 1, left.bit_length() - 1
                for start in range(max(0, last - count + 1), first + 1):
                    found |= 1 << start
        return found

    def way(self, agent: Agent, start: str, end: str) -> timedelta:
        """How long from one venue to another; for ever without a road and without a journey."""
        if not self.timetable.legs.same_area(start, end) and not self.travels(agent):
            return timedelta.max
        return self.obstacles.way(start, end)

    def travels(self, agent: Agent) -> bool:
        """Whether it has a journey, and so is not always in one part of the world."""
        items = self.timetable.required_by_person.get(agent.id, ())
        return agent.kind == "person" and any(item.kind == "journey" for item in items)

    def room(self, venue: str, spare: int = 0) -> int:
        """The steps at which the venue has room for one meeting more, or would with tables to
        spare."""
        allowed = self.steps.all & ~_union(self.obstacles.of_room(venue))
        left = enumerate(self.places(venue))
        return allowed & ~sum(1 << n for n, places in left if places + spare < 1)

    def places(self, venue: str) -> Sequence[int]:
        """How many meetings more can be held at once, step by step: tables, or the room itself."""
        if venue not in self._places:
            known = self.mission.venues.get(venue)
            count = known.tables if known and known.tables is not None else 1
            taken: list[set[object]] = [set() for _ in self.steps.spans]
            for item in self.timetable.by_kind["meeting"]:
                if item.place == venue:
                    table = item.table or item.id  # two short ones may share a table in a step
                    for step in bits(self.steps.overlapping(item.span)):
                        taken[step].add(table)
            self._places[venue] = [count - len(tables) for tables in taken]
        return self._places[venue]

    def taken_tables(self, venue: str) -> Sequence[int]:
        """For each table of a venue, the steps at which a meeting that stays is at it."""
        known = self.mission.venues.get(venue)
        found = [0] * (known.tables or 0 if known else 0)
        for item in self.timetable.by_kind["meeting"]:
            if item.place == venue and item.table and item.table <= len(found):
                found[item.table - 1] |= self.steps.overlapping(item.span)
        return found


def _kept(mission: Mission, decided: Collection[str]) -> Mission:
    """The mission with what is to be decided as it was asked for, without a time."""
    meetings = mission.meetings.items()
    kept = {
        identity: request_of(mission, meeting)._replace(span=None)
        if identity in decided
        else meeting
        for identity, meeting in meetings
    }
    return replace(mission, meetings=kept)


def undecided(mission: Mission) -> frozenset[str]:
    """Every meeting that is neither pinned nor cancelled."""
    meetings = mission.meetings.values()
    return frozenset(m.id for m in meetings if not m.pinned and m.status != "cancelled")


def needs_of(mission: Mission, meeting: Meeting) -> Sequence[tuple[Tongues, Tongues]]:
    """Pairs of languages between which an interpreter is needed.

    Between the sides where they share none; else between a side and the language of the meeting.
    A side of which no language is known needs nobody.
    """
    if mission.settings.severities.get("language") == "off":
        return ()
    ours, theirs = (
        Tongues().union(*(mission.people[p].languages for p in who.people))
        for who in (meeting.who, meeting.counterpart)
    )
    if ours and theirs and ours.isdisjoint(theirs):
        return ((ours, theirs),)
    wanted = Tongues(meeting.languages)
    sides = (side for side in (ours, theirs) if side and wanted and side.isdisjoint(wanted))
    return [(side, wanted) for side in sides]


def _is_able(known: Resource | None, need: tuple[Tongues, Tongues]) -> bool:
    """Whether it is such an interpreter; one of whom no language is given is trusted."""
    if known is None or known.kind != "interpreter":
        return False
    return not known.languages or not any(side.isdisjoint(known.languages) for side in need)


def _union(obstacles: Sequence[Obstacle]) -> int:
    found = 0
    for one in obstacles:
        found |= one.steps
    return found
