"""A mission in which nothing is in the way of a meeting but what the reasons name."""

from collections.abc import Sequence
from dataclasses import replace

from itinerary.model import Meeting, Mission, Venue, Who
from itinerary.problems import Message
from itinerary.times import Moment
from itinerary.timetable import Timetable

MANY = 99


def narrowed(mission: Mission, identity: str, named: Sequence[Message]) -> Mission:
    """Without every event, journey, meeting, absence and opening hour that is not named."""
    return _Narrowed(mission, identity, named).mission()


class _Narrowed:
    def __init__(self, mission: Mission, identity: str, named: Sequence[Message]) -> None:
        self._mission = mission
        self._identity = identity
        self._args = [(reason.key.removeprefix("plan.reason."), reason.args) for reason in named]
        titles = {args["title"] for kind, args in self._args if "title" in args}
        items = [item for item in Timetable(mission).items if item.title in titles]
        self._items = {item.record.id for item in items}
        self._full = self._named("room", "venue") | self._named("tables", "venue")
        self._has_run = bool(self._named("run", "longest"))

    def _named(self, kind: str, arg: str) -> set[object]:
        return {args[arg] for one, args in self._args if one == kind}

    def mission(self) -> Mission:
        mission, kept = self._mission, self._items
        away = {at.instant for at in self._named("absence", "start") if isinstance(at, Moment)}
        had = self._named("unavailable", "name")
        planning = mission.settings.planning
        if not self._has_run:
            planning = planning._replace(longest_run_minutes=None)
        known = mission.resources.values()
        return replace(
            mission,
            settings=mission.settings._replace(planning=planning),
            events={i: one for i, one in mission.events.items() if i in kept},
            journeys={i: one for i, one in mission.journeys.items() if i in kept},
            transfers={i: one for i, one in mission.transfers.items() if i in kept},
            meetings={one.id: self._meeting(one) for one in mission.meetings.values()},
            absences=tuple(one for one in mission.absences if one.span.start in away),
            resources={r.id: r if r.name in had else r._replace(available=()) for r in known},
            venues={one.id: self._venue(one) for one in mission.venues.values()},
        )

    def _meeting(self, one: Meeting) -> Meeting:
        """One that is not named may have a table all the same; what makes a run is not named."""
        if one.id in {self._identity, *self._items} or self._has_run:
            return one
        known = self._mission.venues.get(one.venue)
        if known is not None and known.name in self._full:
            nobody = Who()
            return one._replace(who=nobody, counterpart=nobody, optional=nobody, resources=())
        return one._replace(span=None, pinned=False)

    def _venue(self, one: Venue) -> Venue:
        if one.name not in self._named("closed", "venue"):
            one = one._replace(opens=None, closes=None)
        return one if one.name in self._full or not one.tables else one._replace(tables=MANY)
