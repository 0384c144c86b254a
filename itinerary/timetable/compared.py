"""Two states of a mission, compared: their `changes`."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

from itinerary.model import Mission, Person
from itinerary.timetable.changes import LOSSES, Change, Changes, Edited, RowChange
from itinerary.timetable.items import items_of
from itinerary.timetable.matches import pairs, renamed_ids
from itinerary.timetable.versions import TOLD, Renamed, Version

PERSON = ("name", "role", "organisation", "phone", "email", "languages", "diet", "rank")
VENUE = ("name", "address", "access")
KINDS = ("event", "meeting", "journey", "transfer", "absence")
FOR_NOBODY_NEW = ("people", "details")
"""Aspects that may leave those who stay unconcerned."""
LAST = datetime.max.replace(tzinfo=UTC)
Order = Mapping[str, int]


def changes_between(old: Mission, new: Mission) -> Changes:
    """What is different in the second, with its ids."""
    renamed, order = renamed_ids(old, new), _protocol(old, new)
    found = (_change(before, after, order) for before, after in pairs(old, new, renamed))
    things = sorted((change for change in found if change), key=_place)
    rows = (*_people(old, new, renamed), *_venues(old, new, renamed, order))
    return Changes(tuple(things), rows, order)


def _protocol(old: Mission, new: Mission) -> Order:
    """As in each mission; of the same rank, those who have left come last."""
    everyone = [*new.people.values(), *(p for i, p in old.people.items() if i not in new.people)]
    unranked = len(everyone) + 10**6
    everyone.sort(key=lambda person: unranked if person.rank is None else person.rank)
    return {person.id: place for place, person in enumerate(everyone)}


def _place(change: Change) -> tuple[datetime, int, str]:
    shown = change.shown
    start = shown.span.start if shown.span else LAST
    return start, KINDS.index(shown.kind), f"{shown.id} {shown.title}"


def _change(before: Version | None, after: Version | None, order: Order) -> Change | None:
    fate = _fate(before, after)
    if before is None or after is None or fate in LOSSES:
        known = before if fate in LOSSES else after
        if not fate or known is None:
            return None
        return Change(before, after, (fate,), _in_order(known.people, order))
    if not after.is_held:
        return None
    details = tuple(_edited(before, after))
    what = (*filter(None, (fate,)), *_aspects(before, after, fate), *(["details"] * bool(details)))
    if not what:
        return None
    if fate:
        people = _in_order(after.people, order)
        return Change(before, after, what, people, details=details)
    return _other(before, after, what, details, order)


def _fate(before: Version | None, after: Version | None) -> str:
    was, is_now = bool(before and before.is_held), bool(after and after.is_held)
    if is_now and not was:
        return "revived" if before else "new"
    if was and not is_now:
        return "cancelled" if after else "removed"
    if before and after and bool(before.span) != bool(after.span) and is_now:
        return "placed" if after.span else "unplaced"
    return ""


def _aspects(before: Version, after: Version, fate: str) -> Iterator[str]:
    if fate != "placed":
        if before.span and before.span != after.span:
            yield "moved"
        if (before.place, before.end_place) != (after.place, after.end_place):
            yield "elsewhere"
        if before.table != after.table:
            yield "table"
    if before.title != after.title:
        yield "renamed"
    if fate != "revived" and before.status != after.status:
        yield after.status
    if not fate and (before.required, before.optional) != (after.required, after.optional):
        yield "people"


def _edited(before: Version, after: Version) -> Iterator[Edited]:
    for was, now in zip(before.details, after.details, strict=True):
        if was.value != now.value:
            yield Edited(was.column, was.value, now.value)


def _other(
    before: Version, after: Version, what: tuple[str, ...], details: tuple[Edited, ...],
    order: Order,
) -> Change:  # fmt: skip
    """Something that is held as before, and is not the same."""
    on, off = after.people - before.people, before.people - after.people
    required = before.optional & after.required
    optional = before.required & after.optional
    concerned = on | off | required | optional
    told = TOLD.get(after.kind, ())
    is_for_all = any(one not in FOR_NOBODY_NEW for one in what)
    is_met = after.kind == "meeting" and before.required != after.required
    if is_for_all or is_met or any(one.column in told for one in details):
        concerned |= after.people
    return Change(
        before, after, what, _in_order(concerned, order), _in_order(on, order),
        _in_order(off, order), _in_order(required, order), _in_order(optional, order), details,
    )  # fmt: skip


def _in_order(people: Iterable[str], order: Order) -> tuple[str, ...]:
    return tuple(sorted(people, key=order.__getitem__))


def _people(old: Mission, new: Mission, renamed: Renamed) -> Iterator[RowChange]:
    """Those who joined or left, and whose details are others; not those who stand for a house."""
    before = {renamed.people.get(i, i): p for i, p in old.people.items() if not p.stands_for}
    for identity, person in new.people.items():
        known = before.pop(identity, None)
        if person.stands_for:
            continue
        if known is None:
            yield RowChange("person", identity, "joined", (identity,))
        elif found := _columns(PERSON, _values(old, known), _values(new, person)):
            yield RowChange("person", identity, "details", (identity,), found)
    for identity in before:
        yield RowChange("person", identity, "left", (identity,))


def _values(mission: Mission, person: Person) -> dict[str, object]:
    organisation = mission.organisations.get(person.organisation)
    values: dict[str, Any] = {name: getattr(person, name) for name in PERSON}
    return values | {"organisation": organisation.name if organisation else person.organisation}


def _venues(old: Mission, new: Mission, renamed: Renamed, order: Order) -> Iterator[RowChange]:
    before = {renamed.venues.get(i, i): venue for i, venue in old.venues.items()}
    found: dict[str, tuple[Edited, ...]] = {}
    values = attrgetter(*VENUE)
    for identity, venue in new.venues.items():
        known = before.get(identity)
        if known is not None and values(known) != values(venue):
            then, now = (dict(zip(VENUE, values(one), strict=True)) for one in (known, venue))
            found[identity] = _columns(VENUE, then, now)
    people: dict[str, set[str]] = {identity: set() for identity in found}
    for item in items_of(new) if found else ():
        for place in {item.place, item.end_place} & found.keys():
            people[place].update(item.people)
    for identity, edited in found.items():
        yield RowChange("venue", identity, "details", _in_order(people[identity], order), edited)


def _columns(
    names: Iterable[str], before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[Edited, ...]:
    values = ((name, before[name], after[name]) for name in names)
    return tuple(
        Edited(name, "" if was is None else was, "" if now is None else now)
        for name, was, now in values
        if was != now
    )
