"""Each person's share of the items."""

from itertools import combinations

from hypothesis import given, settings

from itinerary.model import Mission
from itinerary.times import overlap
from itinerary.timetable import Timetable
from tests.check.oracle.missions import NIGHT, missions
from tests.check.oracle.world import PEOPLE


@settings(max_examples=100, deadline=None)
@given(missions(NIGHT))
def test_everyone_has_their_items_in_order(mission: Mission) -> None:
    timetable = Timetable(mission)
    assert list(timetable.by_person) == list(PEOPLE)
    for person, items in timetable.by_person.items():
        assert list(items) == [item for item in timetable.items if person in item.people]
        assert [item.span for item in items] == sorted(item.span for item in items)


@settings(max_examples=100, deadline=None)
@given(missions(NIGHT))
def test_days_hold_every_item_once_and_in_order(mission: Mission) -> None:
    timetable = Timetable(mission)
    for person in PEOPLE:
        days = timetable.days(person)
        entries = [entry for day in days for entry in day.entries]
        assert {entry.item for entry in entries} == set(timetable.by_person[person])
        assert len(entries) == len(timetable.by_person[person])
        assert [day.date for day in days] == sorted(
            {item.day for item in timetable.by_person[person]}
        )
        assert all(entry.item.day == day.date for day in days for entry in day.entries)
        assert all(entry.is_required == (person in entry.item.required) for entry in entries)


@settings(max_examples=100, deadline=None)
@given(missions(NIGHT))
def test_who_sleeps_nowhere_leaves_from_where_they_are(mission: Mission) -> None:
    timetable = Timetable(mission)
    for person in PEOPLE:
        for day in timetable.days(person):
            for entry in day.entries:
                assert (entry.leg is None) == (entry.leave_by is None)
                if entry.leg:
                    assert entry.leg.end == entry.item.place
                if entry.free and entry.leave_by:
                    assert entry.free.end <= entry.leave_by


@settings(max_examples=100, deadline=None)
@given(missions(NIGHT))
def test_what_overlaps_is_marked(mission: Mission) -> None:
    timetable = Timetable(mission)
    for person, items in timetable.by_person.items():
        for day in timetable.days(person):
            for entry in day.entries:
                span = entry.item.span
                others = [item for item in items if item != entry.item]
                if entry.is_required:  # against what is optional, only that is marked
                    others = [item for item in others if person in item.required]
                assert entry.clashes == any(overlap(span, other.span) for other in others)


@settings(max_examples=100, deadline=None)
@given(missions(NIGHT))
def test_the_shares_agree(mission: Mission) -> None:
    timetable = Timetable(mission)
    for person, items in timetable.by_person.items():
        required = timetable.required_by_person[person]
        assert list(required) == [item for item in items if person in item.required]
    for shares in (timetable.by_kind, timetable.by_slot):
        shared = [item for items in shares.values() for item in items]
        assert sorted(shared, key=id) == sorted(timetable.items, key=id)
    for kind, items in timetable.by_kind.items():
        assert list(items) == [item for item in timetable.items if item.kind == kind]
    for slot, items in timetable.by_slot.items():
        assert {(item.span, item.zone, item.place, item.kind) for item in items} == {
            (slot.span, slot.zone, slot.place, slot.kind)
        }


@settings(max_examples=100, deadline=None)
@given(missions(NIGHT))
def test_in_line_nothing_overlaps_and_every_place_is_known(mission: Mission) -> None:
    timetable = Timetable(mission)
    for person in timetable.in_line:
        items = timetable.by_person[person]
        assert all(item.end_place for item in items)
        assert not any(overlap(a.span, b.span) for a, b in combinations(items, 2))
