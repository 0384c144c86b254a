"""A mission changed as a relaxation says: what an organiser would do who follows it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from itinerary.model import Meeting, Mission, Who
from itinerary.plan.result import request_of
from itinerary.problems import Message
from itinerary.times import Moment, Span

Args = Mapping[str, Any]


def applied(mission: Mission, identity: str, way: Message) -> Mission:
    """Every other meeting pinned where it is, and this one asked for at the time that is told."""
    others = {i: pinned(one) for i, one in mission.meetings.items() if i != identity}
    asked = request_of(mission, mission.meetings[identity])
    meetings = {i: others.get(i, asked) for i in mission.meetings}
    mission = replace(mission, meetings=meetings, requests={})
    at = way.args["at"]
    assert isinstance(at, Moment)
    return at_time(_APPLIED[way.key](mission, identity, way.args), identity, at.instant)


def pinned(one: Meeting) -> Meeting:
    """Where it is; others that have no place would take the one that is made."""
    return one._replace(pinned=True) if one.span else one._replace(status="cancelled")


def changed(mission: Mission, identity: str, **fields: Any) -> Mission:
    """One meeting of the mission edited."""
    meeting = mission.meetings[identity]._replace(**fields)
    return replace(mission, meetings={**mission.meetings, identity: meeting})


def at_time(mission: Mission, identity: str, at: datetime) -> Mission:
    """It can begin at one time only, by a window that is as wide as it must be."""
    meeting = mission.meetings[identity]
    earliest, latest = meeting.earliest, meeting.latest
    assert earliest is None or earliest <= at
    assert latest is None or at + meeting.duration <= latest
    return changed(mission, identity, earliest=at, latest=at + meeting.duration)


def _tables(mission: Mission, identity: str, args: Args) -> Mission:
    """The meeting stays in the pool it had, or in any venue with tables."""
    venues = {
        v.id: v._replace(tables=(v.tables or 0) + 1) if v.name == args["venue"] else v
        for v in mission.venues.values()
    }
    return replace(mission, venues=venues)


def _venue(mission: Mission, identity: str, args: Args) -> Mission:
    venue = next(v.id for v in mission.venues.values() if v.name == args["venue"])
    return changed(mission, identity, venue=venue, pool=())


def _later(mission: Mission, identity: str, args: Args) -> Mission:
    return changed(mission, identity, latest=None)


def _earlier(mission: Mission, identity: str, args: Args) -> Mission:
    return changed(mission, identity, earliest=None)


def _shorter(mission: Mission, identity: str, args: Args) -> Mission:
    assert mission.meetings[identity].duration == args["old"] > args["new"]
    return changed(mission, identity, duration=args["new"])


def _resource(mission: Mission, identity: str, args: Args) -> Mission:
    ids = {one.name: one.id for one in mission.resources.values()}
    old, new = ids[args["old"]], ids[args["new"]]
    had = mission.meetings[identity].resources
    return changed(mission, identity, resources=tuple(new if n == old else n for n in had))


def _other(mission: Mission, identity: str, args: Args) -> Mission:
    """The other one pinned to where it is to go."""
    free = mission.meetings[args["other"]]._replace(pinned=False, span=None, table=None)
    window = free._replace(earliest=None, latest=None)
    meetings = {**mission.meetings, args["other"]: window}
    return at_time(replace(mission, meetings=meetings), args["other"], args["other_at"].instant)


def _after(mission: Mission, identity: str, args: Args) -> Mission:
    return _longer(mission, args, (timedelta(), args["by"]))


def _before(mission: Mission, identity: str, args: Args) -> Mission:
    return _longer(mission, args, (args["by"], timedelta()))


def _longer(mission: Mission, args: Args, by: tuple[timedelta, timedelta]) -> Mission:
    """The session in which the time that is told lies, once it is longer."""
    planning, at = mission.settings.planning, args["at"].instant
    before, after = by
    sessions = [
        longer if longer.start <= at < longer.end else session
        for session in planning.sessions
        for longer in [Span(session.start - before, session.end + after)]
    ]
    planning = planning._replace(sessions=tuple(sessions))
    return replace(mission, settings=mission.settings._replace(planning=planning))


def _without(mission: Mission, identity: str, args: Args) -> Mission:
    meeting = mission.meetings[identity]
    gone = {one.id for one in mission.people.values() if one.name == args["name"]}
    who, counterpart = _left(meeting.who, gone), _left(meeting.counterpart, gone)
    assert who.people
    assert counterpart.people
    return changed(mission, identity, who=who, counterpart=counterpart)


def _left(who: Who, gone: set[str]) -> Who:
    return who._replace(people=tuple(person for person in who.people if person not in gone))


_APPLIED: Mapping[str, Callable[[Mission, str, Args], Mission]] = {
    "plan.relax.tables": _tables,
    "plan.relax.venue": _venue,
    "plan.relax.later": _later,
    "plan.relax.earlier": _earlier,
    "plan.relax.shorter": _shorter,
    "plan.relax.resource": _resource,
    "plan.relax.unpin": _other,
    "plan.relax.other": _other,
    "plan.relax.session.after": _after,
    "plan.relax.session.before": _before,
    "plan.relax.without": _without,
}
