"""Whatever is edited: what the timetables say is told, and to nobody else."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.model import Mission
from itinerary.model.meetings import Meetings
from itinerary.timetable import Timetable
from itinerary.timetable.changes import Change
from itinerary.timetable.compared import PERSON, changes_between
from itinerary.timetable.versions import TOLD, Version
from tests.check.oracle.missions import WINDOWS, missions

TABLES = ("events", "meetings", "journeys", "transfers")
MIRROR = {
    "new": "removed", "removed": "new", "cancelled": "revived", "revived": "cancelled",
    "placed": "unplaced", "unplaced": "placed",
}  # fmt: skip
Pair = tuple[Mission, Mission]


@st.composite
def states(draw: st.DrawFn, has_new_ids: bool = True) -> Pair:
    """A mission, and the same with some rows of another: written over, left out, under new ids."""
    window = draw(st.sampled_from(WINDOWS))
    old, other = draw(missions(window)), draw(missions(window))
    absences = draw(st.sampled_from([old.absences, other.absences]))
    people = draw(st.sampled_from([old.people, other.people]))
    tables: dict[str, Any] = {
        name: draw(tables_of(getattr(old, name), getattr(other, name), has_new_ids))
        for name in TABLES
    }
    return old, replace(old, people=people, absences=absences, **tables)


@st.composite
def tables_of(
    draw: st.DrawFn, old: Mapping[str, Any], other: Mapping[str, Any], has_new_ids: bool
) -> Mapping[str, Any]:
    found = {}
    for identity in sorted({*old, *other}):
        row = draw(st.sampled_from([old, old, other])).get(identity)
        if row is not None:
            is_renamed = has_new_ids and draw(st.integers(0, 5)) == 0
            row = row._replace(id=f"{identity}-b") if is_renamed else row
            found[row.id] = row
    return found


def places(mission: Mission) -> dict[str, dict[str, object]]:
    """Each person's items by id: when and where."""
    return {
        person: {one.id: (one.span, one.place, one.end_place, one.table) for one in items}
        for person, items in Timetable(mission).by_person.items()
    }


def all_of(mission: Mission, person: str) -> list[str]:
    """All that a person may want to know, in no order."""
    known = mission.people[person]
    found: list[object] = [[getattr(known, name) for name in PERSON]]
    found += [one[1:3] for one in mission.absences if person in one.who.people]
    for item in Timetable(mission).by_person[person]:
        record: Any = item.record
        found.append((
            item.id, item.title, item.span, item.place, item.end_place, item.table,
            getattr(record, "status", ""), person in item.required,
            [getattr(record, name) for name in TOLD.get(item.kind, ())],
            sorted(item.required) if item.kind == "meeting" else "",
        ))  # fmt: skip
    for one in mission.meetings.values():
        who = (*one.who.people, *one.counterpart.people, *one.optional.people)
        if one.span is None and one.status != "cancelled" and person in who:
            found.append(one[:-2])
    return sorted(map(repr, found))


@given(states())
@settings(max_examples=100)
def test_nothing_is_different_from_itself(both: Pair) -> None:
    for mission in both:
        found = changes_between(mission, mission)
        assert (found.things, found.rows, found.people) == ((), (), ())


@given(states())
@settings(max_examples=50)
def test_a_fair_has_the_same_changes(both: Pair) -> None:
    old, new = both
    same = replace(old, events=new.events)
    for one, other in ((old, new), (old, same)):
        fairs = [replace(m, meetings=Meetings.of(m.meetings)) for m in (one, other)]
        assert changes_between(*fairs) == changes_between(one, other)


@given(states(has_new_ids=False))
@settings(max_examples=150)
def test_every_change_of_a_timetable_is_told(both: Pair) -> None:
    old, new = both
    told = changes_between(old, new).by_person()
    before, after = places(old), places(new)
    for person in old.people:
        things = told[person].things if person in told else ()
        heard = {one.id for change in things for one in (change.before, change.after) if one}
        ids = before[person].keys() | after[person].keys()
        changed = {i for i in ids if before[person].get(i) != after[person].get(i)}
        assert changed - heard == set()


@given(states(has_new_ids=False))
@settings(max_examples=150)
def test_what_is_told_as_a_change_of_a_timetable_is_one(both: Pair) -> None:
    old, new = both
    before, after = places(old), places(new)
    for person, found in changes_between(old, new).by_person().items():
        for change in found.things:
            shown = change.shown
            if shown.kind == "absence" or shown.span is None:
                continue
            if change.part(person) in (*MIRROR, "on", "off", "moved", "elsewhere", "table"):
                ids = [one.id for one in (change.before, change.after) if one]
                assert [before[person].get(i) for i in ids] != [after[person].get(i) for i in ids]


@given(states())
@settings(max_examples=150)
def test_whom_nothing_concerns_does_not_appear(both: Pair) -> None:
    old, new = both
    concerned = changes_between(old, new).people
    assert [p for p in concerned if all_of(old, p) == all_of(new, p)] == []


@given(states())
@settings(max_examples=150)
def test_the_other_way_round_it_is_the_mirror_image(both: Pair) -> None:
    old, new = both
    there, back = changes_between(old, new), changes_between(new, old)
    assert sorted(map(seen, there.things)) == sorted(seen(turned(one)) for one in back.things)


def turned(change: Change) -> Change:
    first = change.what[0]
    return change._replace(
        before=change.after, after=change.before, what=(MIRROR.get(first, first),),
        on=change.off, off=change.on,
    )  # fmt: skip


def seen(change: Change) -> str:
    """All of it but how it is told besides the first word."""
    first = change.what[0].replace("draft", "confirmed")
    versions: tuple[Version | None, ...] = change.before, change.after
    groups = (change.people, change.on, change.off)
    return repr((*map(plain, versions), first, *map(sorted, groups)))


def plain(version: Version | None) -> object:
    """Sets have no order of their own."""
    if version is None:
        return None
    return version._replace(required=frozenset(), optional=frozenset()), sorted(version.people)
