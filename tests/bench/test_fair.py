"""The fair of the benchmark is what its docstring says: nothing clashes but what is seeded."""

from collections import Counter
from pathlib import Path

from itinerary.check import check
from itinerary.load import load_mission
from itinerary.timetable import Timetable
from tests.bench.fair import SEEDED_OVERLAPS, write_fair


def test_exactly_the_seeded_clashes_are_found(tmp_path: Path) -> None:
    write_fair(tmp_path, 100)
    loaded = load_mission(tmp_path)
    assert loaded.mission is not None
    found = check(Timetable(loaded.mission), loaded.problems)
    assert Counter(problem.code for problem in found) == {"overlap": SEEDED_OVERLAPS}


def test_everyone_has_twenty_things(tmp_path: Path) -> None:
    write_fair(tmp_path, 100)
    mission = load_mission(tmp_path).mission
    assert mission is not None
    assert len(mission.meetings) == 900
    assert {len(items) for items in Timetable(mission).by_person.values()} == {20}


def test_the_same_people_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        write_fair(folder, 100)
    files = {path.name: path.read_bytes() for path in first.iterdir()}
    assert files == {path.name: path.read_bytes() for path in second.iterdir()}
