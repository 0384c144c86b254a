"""The example of each rule is one: it has the problem, and once repaired it has none."""

from pathlib import Path

import pytest

from itinerary.check import check, examples, rule_names
from itinerary.check.examples import example
from itinerary.load import load_mission
from itinerary.problems import Problem
from itinerary.timetable import Timetable
from tests.missions import folder


def problems(path: Path, code: str, repaired: bool) -> list[Problem]:
    """What `check` says of an example."""
    found = example(code)
    files = found.repaired() if repaired else found.files()
    loaded = load_mission(folder(path, files.pop("mission.toml"), **files))
    if loaded.mission is None:
        return list(loaded.problems)
    return check(Timetable(loaded.mission), loaded.problems, found.today)


@pytest.mark.parametrize("code", rule_names())
def test_it_has_the_problem_and_no_other(code: str, tmp_path: Path) -> None:
    found = problems(tmp_path, code, repaired=False)
    assert [(one.code, one.severity) for one in found] == [(code, example(code).severity)]


@pytest.mark.parametrize("code", rule_names())
def test_the_repair_ends_it(code: str, tmp_path: Path) -> None:
    assert problems(tmp_path, code, repaired=True) == []


@pytest.mark.parametrize("code", rule_names())
def test_the_repair_is_one_line_of_the_tables(code: str) -> None:
    found = example(code)
    assert len(found.repair) == 1
    changed = [file for file, text in found.files().items() if found.repaired()[file] != text]
    assert changed == [at.file for at in found.repair]


def test_each_code_has_one_and_nothing_else_has() -> None:
    files = Path(examples.__file__).parent.glob("*.toml")
    assert sorted(path.stem for path in files) == sorted(rule_names())


@pytest.mark.parametrize("code", rule_names())
def test_it_is_short(code: str) -> None:
    tables = example(code).tables
    assert sum(len(text.splitlines()) for text in tables.values()) <= 16
