"""A column `N°`: the number of a row, or its id."""

from pathlib import Path

import pytest

from tests.missions import mission_of

PEOPLE = {
    "counted": ("N°,name\n1,Jean\n2,Paul\n", ["jean", "paul"]),
    "counted with gaps": ("No;name\n1;Jean\n;Ann\n2;Paul\n", ["jean", "ann", "paul"]),
    "not from 1": ("N°,name\n2,Jean\n3,Paul\n", ["2", "3"]),
    "out of order": ("N°,name\n2,Jean\n1,Paul\n", ["2", "1"]),
    "codes": ("N°,name\nP1,Jean\nP2,Paul\n", ["p1", "p2"]),
    "a single one": ("N°,name\n1,Jean\n", ["1"]),
    "called ids": ("id,name\n1,Jean\n2,Paul\n", ["1", "2"]),
    "empty": ("N°,name\n,Jean\n,Paul\n", ["jean", "paul"]),
}


@pytest.mark.parametrize(("people", "ids"), PEOPLE.values(), ids=PEOPLE)
def test_numbers_of_rows_are_none_of_ids(tmp_path: Path, people: str, ids: list[str]) -> None:
    assert [key.lower() for key in mission_of(tmp_path, people=people).people] == ids
