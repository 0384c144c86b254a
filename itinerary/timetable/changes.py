"""What changed between two states of a mission, and for whom.

Instants are compared, not what clocks show. A change concerns

- of something new, or held again, or that has a time now: whoever is expected at it;
- of something cancelled, removed, or that has no time any more: whoever was expected at it;
- of anything else: whoever is expected at it no more, only now, or now optionally or by duty; and
  all who stay, if its time, place, title, status or a detail they would want to know has changed.
  Who else comes concerns nobody, but in a meeting: there it is whom one meets.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from itinerary.timetable.versions import Version

FATES = ("new", "revived", "placed", "cancelled", "removed", "unplaced")
"""Of which a change has one at most, and then before all else."""
ASPECTS = ("moved", "elsewhere", "table", "renamed", "confirmed", "draft", "people", "details")
GAINS, LOSSES = FATES[:3], FATES[3:]


class Edited(NamedTuple):
    """A column that says something else; `""` where it says nothing."""

    column: str
    before: object
    after: object


class Change(NamedTuple):
    """What is different about one thing."""

    before: Version | None
    after: Version | None
    what: tuple[str, ...]
    """Of `FATES` and `ASPECTS`, in their order; never empty."""
    people: tuple[str, ...]
    """Whom it concerns; all people are in protocol order."""
    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    now_required: tuple[str, ...] = ()
    now_optional: tuple[str, ...] = ()
    details: tuple[Edited, ...] = ()

    @property
    def shown(self) -> Version:
        """The version to speak of: the later one, unless it is held no more."""
        version = self.before if self.what[0] in LOSSES else self.after
        assert version is not None
        return version

    @property
    def days(self) -> set[date]:
        """The dates it was on and is on, on the clocks there."""
        return {one.day for one in (self.before, self.after) if one and one.day}

    def part(self, person: str) -> str:
        """What it is for one person: `on`, `off`, `now_required` or `now_optional`, else the first
        of `what` there is."""
        first = self.what[0]
        if first in FATES:
            return first
        minor = ("now_required", "now_optional") if first in ("people", "details") else ()
        parts = (part for part in ("on", "off", *minor) if person in getattr(self, part))
        return next(parts, first)

    def narrowed(self, people: frozenset[str]) -> "Change":
        """For some people: others come and go unseen, unless one meets them."""
        concerned = tuple(one for one in self.people if one in people)
        if self.shown.kind == "meeting":
            return self._replace(people=concerned)
        groups = (self.on, self.off, self.now_required, self.now_optional)
        on, off, required, optional = (tuple(p for p in one if p in people) for one in groups)
        has_people = on or off or required or optional
        what = tuple(one for one in self.what if has_people or one != "people")
        return self._replace(
            what=what, people=concerned, on=on, off=off,
            now_required=required, now_optional=optional,
        )  # fmt: skip


class RowChange(NamedTuple):
    """What is different about a person or a venue."""

    kind: str
    """`person` or `venue`."""
    id: str
    what: str
    """`joined`, `left` or `details`."""
    people: tuple[str, ...]
    """The person, or all who are expected at the venue."""
    details: tuple[Edited, ...] = ()

    def narrowed(self, people: frozenset[str]) -> "RowChange":
        """For some people."""
        return self._replace(people=tuple(one for one in self.people if one in people))


class Changes(NamedTuple):
    """All of it, things in order of time, what has no time at the end."""

    things: tuple[Change, ...]
    rows: tuple[RowChange, ...]
    order: Mapping[str, int]
    """The protocol of both states: everyone's place."""

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone concerned, in protocol order."""
        found = {person for thing in self.things for person in thing.people}
        found.update(person for row in self.rows for person in row.people)
        return tuple(sorted(found, key=self.order.__getitem__))

    def by_person(self) -> dict[str, "Changes"]:
        """The changes that concern each person."""
        things: dict[str, list[Change]] = {person: [] for person in self.people}
        rows: dict[str, list[RowChange]] = {person: [] for person in things}
        for thing in self.things:
            for person in thing.people:
                things[person].append(thing)
        for row in self.rows:
            for person in row.people:
                rows[person].append(row)
        return {p: Changes(tuple(things[p]), tuple(rows[p]), self.order) for p in things}

    def of(self, people: Iterable[str] | None, day: date | None) -> "Changes":
        """Only what concerns some people, or a day, on which people and venues do not change."""
        if people is None and day is None:
            return self
        things = tuple(one for one in self.things if day is None or day in one.days)
        rows = self.rows if day is None else ()
        if people is None:
            return Changes(things, rows, self.order)
        wanted = frozenset(people)
        return Changes(
            tuple(one.narrowed(wanted) for one in things if not wanted.isdisjoint(one.people)),
            tuple(row.narrowed(wanted) for row in rows if not wanted.isdisjoint(row.people)),
            self.order,
        )
