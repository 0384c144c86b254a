"""Files that are nearly tables: workbooks and copies."""

from pathlib import Path

import pytest

from itinerary.load import load_mission
from itinerary.problems import Severity
from tests.load.book.hostile import workbook
from tests.missions import EVENT, folder, loaded, problems, remedies, sentences

BOOK = b"PK\x03\x04"


@pytest.mark.parametrize(
    "name", ["people.xlsx", "Délégués.xlsx", "people.ods", "Participants.xlsm"]
)
def test_a_workbook_of_a_table_is_read(tmp_path: Path, name: str) -> None:
    found = loaded(tmp_path, **{name: workbook(("name",), ("Jean",), name="Feuil1")})
    assert sentences(found) == []
    assert found.mission is not None
    assert [*found.mission.people] == ["jean"]


def test_a_workbook_of_a_table_that_is_broken(tmp_path: Path) -> None:
    found = loaded(tmp_path, **{"people.xlsx": BOOK})
    assert sentences(found) == [("people.xlsx", "file", '"people.xlsx" is damaged, or no workbook')]


def test_a_table_of_text_goes_before_its_workbook(tmp_path: Path) -> None:
    found = loaded(tmp_path, people="name\nJean\n", **{"people.xlsx": BOOK})
    assert sentences(found) == []


@pytest.mark.parametrize("name", ["people.numbers", "Délégués.xls", "Copie de people.xlsx"])
def test_a_workbook_of_a_table_that_is_not_read(tmp_path: Path, name: str) -> None:
    found = loaded(tmp_path, **{name: BOOK})
    assert sentences(found) == [(name, "file", f'"{name}" is a workbook; it is not read')]
    assert found.problems[0].severity is Severity.WARNING
    assert found.mission is not None
    assert remedies(tmp_path) == ["save it as people.xlsx, or its sheet as CSV UTF-8: people.csv"]


def test_the_only_events_in_a_workbook_that_is_not_read_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "events.numbers").write_bytes(BOOK)
    found = load_mission(folder(tmp_path, people="name,rank\nA,x\n"))
    assert sentences(found) == [
        ("events.numbers", "file", '"events.numbers" is a workbook; it is not read'),
        ("people.csv:2", "value", '"x" is not a whole number'),
    ]
    assert found.problems[0].severity is Severity.ERROR
    assert found.mission is None


@pytest.mark.parametrize("name", ["events.xlsx", "budget.xlsx", "~$people.xlsx", ".people.ods"])
def test_workbooks_that_are_nothing_to_say(tmp_path: Path, name: str) -> None:
    assert problems(tmp_path, **{name: BOOK}) == []


@pytest.mark.parametrize(
    "name",
    ["Copie de events.csv", "events (1).csv", "Copy of events.csv", "events - Copie (2).csv",
     "events v2.csv", "Copia de programa.csv"],
)  # fmt: skip
def test_a_copy_of_a_table_is_not_read(tmp_path: Path, name: str) -> None:
    assert problems(tmp_path, **{name: EVENT}) == [
        (name, "file", f'"{name}" is not a table the program knows; it is left out')
    ]
    assert remedies(tmp_path, **{name: EVENT}) == [
        "if it is the newest, name it events.csv; if not, move it out of the folder"
    ]
