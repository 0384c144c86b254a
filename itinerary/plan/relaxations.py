"""What would let a meeting in that has no place: changes, each of them tried."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from time import monotonic
from typing import NamedTuple

from itinerary.model import Meeting, Mission
from itinerary.plan.board import Board, Request
from itinerary.plan.puzzle import Puzzle
from itinerary.plan.reasons import meetings_in_the_way
from itinerary.plan.search import Effort, search
from itinerary.plan.steps import bits
from itinerary.problems import Message, say
from itinerary.times import Moment, Span

MOST = 3
"""Ways out that are told."""
TRIAL_SECONDS = 2.0


class Change(NamedTuple):
    """Something that may let a meeting in: what it is called, and how to see whether it does."""

    key: str
    args: Mapping[str, object]
    tried: Callable[[], Mapping[str, datetime] | None]
    """When the meeting then is (`at`), and the other one that moves (`other_at`); None: it does
    not help."""


def relaxations(board: Board, meeting: Meeting, until: float) -> tuple[Message, ...]:
    """The first that work, the smallest first; `board` has every other meeting in its place.

    `until` is when to stop trying, by the monotonic clock.
    """
    found: list[Message] = []
    for kind in _KINDS:
        for change in kind(board, meeting):
            if len(found) == MOST or monotonic() > until:
                return tuple(found)
            if times := change.tried():
                when = {name: Moment(at, board.mission.zone) for name, at in times.items()}
                found.append(say(change.key, **change.args, **when))
    return tuple(found)


def _of_request(board: Board, changed: Meeting, key: str, **args: object) -> Change:
    """The meeting with its row changed, and nothing else."""
    return Change(key, args, lambda: _first(board, board.request(changed)))


def _first(board: Board, request: Request) -> Mapping[str, datetime] | None:
    return _start(board, request, min)


def _last(board: Board, request: Request) -> Mapping[str, datetime] | None:
    return _start(board, request, max)


def _start(
    board: Board, request: Request, which: Callable[[Iterable[int]], int]
) -> Mapping[str, datetime] | None:
    found = [step for choice in request.choices for step in bits(choice.starts)]
    return {"at": board.steps.starts[which(found)]} if found else None


def _of_two(
    board: Board, mission: Mission, decided: Sequence[str], key: str, **args: object
) -> Change:
    """Another meeting of the mission changed, which may then move too."""

    def tried() -> Mapping[str, datetime] | None:
        after = Board(mission, decided, board.timetable.legs)
        puzzle = Puzzle(after, after.requests)
        if not all(puzzle.options):
            return None
        found = search(puzzle, ("unplaced",), Effort(TRIAL_SECONDS))
        if len(found.chosen) < len(decided):
            return None
        at = {after.requests[n].id: after.steps.starts[o.start] for n, o in found.chosen.items()}
        return dict(zip(("at", "other_at"), map(at.__getitem__, decided), strict=False))

    return Change(key, args, tried)


def _one_more_table(board: Board, meeting: Meeting) -> Iterator[Change]:
    for name in board.venues_of(meeting):
        known = board.mission.venues[name]
        if known.tables is not None:
            yield Change(
                "plan.relax.tables",
                {"venue": known.name},
                partial(_with_spare, board, meeting, name),
            )


def _with_spare(board: Board, meeting: Meeting, venue: str) -> Mapping[str, datetime] | None:
    return _first(board, board.request(meeting, venue))


def _another_meeting_elsewhen(board: Board, meeting: Meeting) -> Iterator[Change]:
    """A pinned meeting in its way set free; or one that its own window keeps there."""
    mission = board.mission
    for item in meetings_in_the_way(board, meeting):
        if not isinstance(item.record, Meeting):
            continue
        other = mission.requests.get(item.record.id, item.record)
        free = other._replace(span=None, pinned=False, table=None)
        if not other.pinned:
            if (other.earliest, other.latest) == (None, None):
                continue
            free = free._replace(earliest=None, latest=None)
        meetings = {**mission.meetings, other.id: free}
        requests = {i: r for i, r in mission.requests.items() if i != other.id}
        changed = replace(mission, meetings=meetings, requests=requests)
        key = "plan.relax.unpin" if other.pinned else "plan.relax.other"
        pair = (meeting.id, other.id)
        yield _of_two(board, changed, pair, key, other=other.id, title=other.title)


def _another_venue(board: Board, meeting: Meeting) -> Iterator[Change]:
    given = board.venues_of(meeting)
    for venue in board.mission.venues.values():
        if venue.tables and venue.id not in given:
            changed = meeting._replace(venue=venue.id, pool=())
            yield _of_request(board, changed, "plan.relax.venue", venue=venue.name)


def _wider_window(board: Board, meeting: Meeting) -> Iterator[Change]:
    """As near to the window as can be."""
    if meeting.latest:
        yield _of_request(board, meeting._replace(latest=None), "plan.relax.later")
    if meeting.earliest:
        changed = meeting._replace(earliest=None)
        yield Change("plan.relax.earlier", {}, lambda: _last(board, board.request(changed)))


def _shorter(board: Board, meeting: Meeting) -> Iterator[Change]:
    for count in range(board.steps.count(meeting.duration) - 1, 0, -1):
        length = count * board.steps.grid
        changed = meeting._replace(duration=length)
        yield _of_request(board, changed, "plan.relax.shorter", new=length, old=meeting.duration)


def _another_interpreter(board: Board, meeting: Meeting) -> Iterator[Change]:
    known = board.mission.resources
    for name in meeting.resources:
        for other in known.values():
            is_like = other.kind == known[name].kind and other.id not in meeting.resources
            if is_like and set(known[name].languages) <= set(other.languages):
                swapped = tuple(other.id if n == name else n for n in meeting.resources)
                changed = meeting._replace(resources=swapped)
                names = {"new": other.name, "old": known[name].name}
                yield _of_request(board, changed, "plan.relax.resource", **names)


def _longer_session(board: Board, meeting: Meeting) -> Iterator[Change]:
    """A session in its window begun earlier or ended later by as much as the meeting needs."""
    steps = board.steps
    by = steps.count(meeting.duration) * steps.grid
    for number, session in enumerate(steps.sessions):
        for key, longer in (
            ("plan.relax.session.after", Span(session.start, session.end + by)),
            ("plan.relax.session.before", Span(session.start - by, session.end)),
        ):
            sessions = (*steps.sessions[:number], longer, *steps.sessions[number + 1 :])
            if _is_in_window(meeting, session) and _are_apart(sessions):
                tried = partial(_with_sessions, board, meeting, sessions)
                yield Change(key, {"by": by}, tried)


def _with_sessions(
    board: Board, meeting: Meeting, sessions: tuple[Span, ...]
) -> Mapping[str, datetime] | None:
    planning = board.mission.settings.planning._replace(sessions=sessions)
    settings = board.mission.settings._replace(planning=planning)
    after = Board(replace(board.mission, settings=settings), (meeting.id,), board.timetable)
    return _first(after, after.request(meeting))


def _is_in_window(meeting: Meeting, session: Span) -> bool:
    is_early = meeting.latest is not None and meeting.latest <= session.start
    return not is_early and (meeting.earliest is None or meeting.earliest < session.end)


def _are_apart(sessions: Sequence[Span]) -> bool:
    ends = [session.end for session in sessions]
    return all(end <= session.start for end, session in zip(ends, sessions[1:], strict=False))


def _without_someone(board: Board, meeting: Meeting) -> Iterator[Change]:
    """Without one of several people of a side."""
    for side in (meeting.who, meeting.counterpart):
        for person in side.people if len(side.people) > 1 else ():
            left = side._replace(people=tuple(p for p in side.people if p != person))
            is_ours = side is meeting.who
            changed = meeting._replace(who=left) if is_ours else meeting._replace(counterpart=left)
            yield _of_request(
                board, changed, "plan.relax.without", name=board.mission.people[person].name
            )


_KINDS: tuple[Callable[[Board, Meeting], Iterator[Change]], ...] = (
    _one_more_table,
    _another_venue,
    _another_interpreter,
    _wider_window,
    _shorter,
    _another_meeting_elsewhen,
    _longer_session,
    _without_someone,
)
"""The smallest change first."""
