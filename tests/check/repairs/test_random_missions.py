"""Whatever a mission says: a repair that is typed in does what its sentence promises."""

from collections.abc import Sequence
from itertools import islice, product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.check import check
from itinerary.check.repairs import KINDS, Repairs
from itinerary.check.repairs.changes import applied
from itinerary.check.repairs.scenes import Scene
from itinerary.check.since import marks
from itinerary.load import load_mission
from itinerary.problems import Edit, Message, Problem, Severity
from itinerary.timetable import Timetable
from tests.check.repairs.random_missions import mission_text
from tests.check.repairs.tables import Files, written


class Checked(NamedTuple):
    """A mission as it is read, and what is wrong with it."""

    timetable: Timetable
    problems: list[Problem]


def checked(folder: Path, edits: Sequence[Edit] = ()) -> Checked:
    found = load_mission(folder, edits)
    assert found.mission is not None
    timetable = Timetable(found.mission)
    return Checked(timetable, check(timetable, found.problems))


def items(timetable: Timetable) -> list[tuple[object, ...]]:
    """What is when, where, with whom and with what."""
    return [
        (i.id, i.title, i.span, i.zone, i.end_zone, i.place, i.end_place, i.required, i.optional,
         sorted(i.resources), getattr(i.record, "table", None), getattr(i.record, "capacity", None))
        for i in timetable.items
    ]  # fmt: skip


def number(message: object) -> object:
    assert isinstance(message, Message)
    return message.args["n"]


def told(before: Timetable, after: Timetable) -> set[str]:
    """Everyone whose own timetable differs, besides interpreters."""

    def of(timetable: Timetable, person: str) -> list[object]:
        return [(i.id, i.span, i.place, i.end_place, getattr(i.record, "table", None))
                for i in timetable.by_person[person]]  # fmt: skip

    return {p for p in before.by_person if of(before, p) != of(after, p)}


@settings(max_examples=50, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_repair_does_what_it_says(random: Random) -> None:
    with TemporaryDirectory() as name:
        folder = written(Path(name), mission_text(random))
        before = checked(folder)
        known = {mark for problem in before.problems for mark in marks(problem)}
        repairs = Repairs(before.timetable, before.problems, Files(folder))
        for problem, suggestions in repairs.found():
            for suggestion in suggestions:
                after = checked(folder, suggestion.edits)
                new = [p for p in after.problems if not marks(p) <= known]
                left = {mark for p in after.problems for mark in marks(p)}
                assert marks(problem).isdisjoint(left)
                assert not any(p.severity is Severity.ERROR for p in new)
                assert len(after.problems) < len(before.problems)
                args = suggestion.message.args
                assert number(args["clashes"]) == len(new)
                if problem.items:
                    assert number(args["told"]) == len(told(before.timetable, after.timetable))


@settings(max_examples=50, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_change_is_what_is_read_after_it(random: Random) -> None:
    with TemporaryDirectory() as name:
        folder = written(Path(name), mission_text(random))
        before = checked(folder)
        problems = random.sample(before.problems, min(4, len(before.problems)))
        scenes = [Scene(before.timetable, problem) for problem in problems]
        for kind, scene in product(KINDS, scenes):
            for candidate in islice(kind(scene), 1):
                changed = Timetable(applied(before.timetable.mission, candidate.change))
                after = load_mission(folder, candidate.change.edits).mission
                assert after is not None
                assert items(changed) == items(Timetable(after)), candidate.change.edits
