"""Whatever stands in a file, it is read or refused, and nothing else happens.

In an archive that is not packed, a byte that is another is one of XML.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.load import load_mission
from itinerary.locale import Words
from tests.load.book.hostile import (
    HEADER,
    ROW,
    opendocument,
    opendocument_row,
    undated,
    workbook,
)
from tests.missions import MIAMI

GOOD = {
    "xlsx": workbook(), "xlsx, not packed": undated(workbook(), ZIP_STORED),
    "ods": opendocument(opendocument_row(*ROW)),
    "ods, not packed": undated(opendocument(opendocument_row(*ROW)), ZIP_STORED),
}  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8
)


def read(data: bytes, ending: str) -> None:
    """Every problem has a sentence; a mission that is there has its parts."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"m.{ending}"
        path.write_bytes(data)
        path.with_suffix(".toml").write_text(MIAMI, encoding="utf-8")
        found = load_mission(path)
    words = Words("en")
    assert all(words.sentence(problem.message) for problem in found.problems)
    assert found.mission is not None or found.problems


@pytest.mark.parametrize("kind", GOOD)
@given(changes=CHANGES)
@settings(max_examples=150)
def test_bytes_that_are_others(kind: str, changes: list[tuple[float, int]]) -> None:
    data = bytearray(GOOD[kind])
    for place, value in changes:
        data[int(place * len(data))] = value
    read(bytes(data), kind[:4].strip(","))


@pytest.mark.parametrize("kind", GOOD)
@given(cut=st.floats(0, 1))
@settings(max_examples=40)
def test_files_that_end_too_soon(kind: str, cut: float) -> None:
    data = GOOD[kind]
    read(data[: int(cut * len(data))], kind[:4].strip(","))


CELLS = st.one_of(
    st.text(max_size=12).filter(lambda text: not text.startswith("{")),
    st.floats(-3e6, 3e6, allow_nan=False), st.booleans(), st.none(),
)  # fmt: skip


@given(rows=st.lists(st.lists(CELLS, max_size=5), max_size=5), style=st.sampled_from(
    ["General", "dd/mm/yyyy", "hh:mm", "[h]:mm", "0.00"]))  # fmt: skip
@settings(max_examples=150)
def test_cells_of_any_kind(rows: list[list[object]], style: str) -> None:
    made = workbook(
        HEADER, *map(tuple, rows), style=style, strings_to_urls=False, strings_to_formulas=False
    )
    read(made, "xlsx")
