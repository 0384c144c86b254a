"""A mission without what the reasons name: what stood in the way of a meeting is gone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from itinerary.model import Mission
from itinerary.problems import Message
from itinerary.timetable import Timetable

Args = Mapping[str, Any]
MANY = 99


def without(mission: Mission, identity: str, named: Sequence[Message]) -> Mission:
    """The mission once everything that is named is out of the way of a meeting."""
    for reason in named:
        kind = reason.key.removeprefix("plan.reason.")
        if kind != "none":
            mission = _REMOVED[kind](mission, identity, reason.args)
    return mission


def with_meeting(mission: Mission, identity: str, **fields: Any) -> Mission:
    """The mission with one meeting changed."""
    meeting = mission.meetings[identity]._replace(**fields)
    return replace(mission, meetings={**mission.meetings, identity: meeting})


def with_venue(mission: Mission, name: str, **fields: Any) -> Mission:
    """The mission with the venues of a name changed."""
    venues = {v.id: v._replace(**fields) if v.name == name else v for v in mission.venues.values()}
    return replace(mission, venues=venues)


def _item(mission: Mission, identity: str, args: Args) -> Mission:
    items = [item for item in Timetable(mission).items if item.title == args["title"]]
    gone = {item.id.partition(":")[2] for item in items}
    titles = {one.id for one in mission.events.values() if one.title == args["title"]}
    free = {
        i: one._replace(span=None, pinned=False) if i in gone else one
        for i, one in mission.meetings.items()
    }
    return replace(
        mission,
        meetings=free,
        events={i: one for i, one in mission.events.items() if i not in titles},
        journeys={i: one for i, one in mission.journeys.items() if i not in gone},
        transfers={i: one for i, one in mission.transfers.items() if i not in gone},
    )


def _absence(mission: Mission, identity: str, args: Args) -> Mission:
    kept = [one for one in mission.absences if one.span.start != args["start"].instant]
    return replace(mission, absences=tuple(kept))


def _unavailable(mission: Mission, identity: str, args: Args) -> Mission:
    known = mission.resources.values()
    free = {r.id: r._replace(available=()) if r.name == args["name"] else r for r in known}
    return replace(mission, resources=free)


def _closed(mission: Mission, identity: str, args: Args) -> Mission:
    return with_venue(mission, args["venue"], opens=None, closes=None)


def _full(mission: Mission, identity: str, args: Args) -> Mission:
    return with_venue(mission, args["venue"], tables=MANY)


def _capacity(mission: Mission, identity: str, args: Args) -> Mission:
    venues = {v.id: v._replace(capacity=None) for v in mission.venues.values()}
    return replace(mission, venues=venues)


def _interpreter(mission: Mission, identity: str, args: Args) -> Mission:
    severities = {**mission.settings.severities, "language": "off"}
    return replace(mission, settings=mission.settings._replace(severities=severities))


def _long(mission: Mission, identity: str, args: Args) -> Mission:
    grid = timedelta(minutes=mission.settings.planning.grid_minutes)
    return with_meeting(mission, identity, duration=grid)


def _window(mission: Mission, identity: str, args: Args) -> Mission:
    return with_meeting(mission, identity, earliest=None, latest=None)


def _run(mission: Mission, identity: str, args: Args) -> Mission:
    planning = mission.settings.planning._replace(longest_run_minutes=None)
    return replace(mission, settings=mission.settings._replace(planning=planning))


_REMOVED: Mapping[str, Callable[[Mission, str, Args], Mission]] = {
    "item": _item,
    "far": _item,
    "event": _item,
    "absence": _absence,
    "unavailable": _unavailable,
    "closed": _closed,
    "room": _full,
    "tables": _full,
    "capacity": _capacity,
    "interpreter": _interpreter,
    "long": _long,
    "window": _window,
    "run": _run,
}
