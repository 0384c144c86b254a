"""A workbook reads back to the mission it was drawn from."""

import csv
import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.load import load_mission
from tests.cli.running import DRAFT, MIAMI
from tests.load.same import problems_of, said
from tests.missions import EVENT, folder
from tests.missions import MIAMI as FRAME
from tests.show.book.books import book_of

_HEADERS = {
    "events": ["id", "title", "date", "start", "end", "venue", "who", "status", "Gift"],
    "people": ["id", "name", "organisation", "phone", "rank", "role"],
    "venues": ["id", "name", "capacity", "opens", "closes", "latitude"],
    "meetings": ["id", "title", "who", "counterpart", "duration", "start"],
}
_CELLS = (
    "", "2017-11-06", "lundi 6 novembre", "14:30", "9h", "40", "0123", "40.0", "25.5", "-3", "1e5",
    "all", "Ana", "=1+1", "+33 4", "@x", "-2", "_x0041_", "'a", "TRUE", "00:00", "1900-01-01",
    "9999-12-31", "01:30 UTC-4", "12:30:15", "Léger <b> & \"co\"", "two\nlines",
)  # fmt: skip
_TEXT = st.text("aéZ漢😀=+-@'\"<>&;,.:_x0123456789 ", min_size=1, max_size=9).map(str.strip)
_CELL = st.one_of(st.sampled_from(_CELLS), _TEXT)
_TABLES = st.fixed_dictionaries(
    {
        name: st.lists(st.tuples(*[_CELL] * len(header)), max_size=4)
        for name, header in _HEADERS.items()
    }
)
_LAYOUT = re.compile(r"\d{4}-\d\d-\d\d|[-–—/]|total.*")
"""What the reader of sheets takes for a part of their layout."""


def read_back(path: Path, to: Path) -> tuple[object, ...]:
    to.write_bytes(book_of(path))
    back = load_mission(to)
    return said(back), problems_of(back)


@pytest.mark.parametrize("path", [MIAMI, DRAFT])
def test_a_whole_mission(path: Path, tmp_path: Path) -> None:
    loaded = load_mission(path)
    assert read_back(path, tmp_path / "book.xlsx") == (said(loaded), problems_of(loaded))


def test_a_book_of_a_book_is_the_same_mission(tmp_path: Path) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    first.write_bytes(book_of(DRAFT))
    loaded = load_mission(DRAFT)
    assert read_back(first, second) == (said(loaded), problems_of(loaded))


def test_what_stands_above_is_not_carried_into_a_blank_cell(tmp_path: Path) -> None:
    venues = "id,name\nport,The port\n"
    events = """\
    title,date,start,end,venue
    One,2017-11-06,9:00,10:00,port
    Two,2017-11-06,11:00,12:00,
    Three,,13:00,14:00,
    """
    path = folder(tmp_path, FRAME, venues=venues, events=events)
    loaded = load_mission(path)
    assert read_back(path, tmp_path / "book.xlsx") == (said(loaded), problems_of(loaded))
    assert [problem.message.key for problem in loaded.problems] == ["value.blank"]


@pytest.mark.parametrize(
    "frame",
    [
        '[groups]\n"the mayor\'s party" = "Ana"\nport = "Ana"\n',
        "[checks]\nlate-leg = 'off'\n[checks.rest]\nhours = 9.5\nseverity = 'error'\n",
        "[checks.rest]\n[travel]\nslack_minutes = 0\nspeed = 30.5\n",
        '[meetings]\nsessions = ["2017-11-06 14:00/18:00"]\nbreaks = []\nweights = {1 = 9}\n',
        'languages = ["fr", "en"]\n[organiser]\nname = "=cmd()"\nphone = "+33 4"\n',
        "[travel]\nspeed = true\nslack_minutes = 'many'\ndefault_minutes = nan\n",
        "languages = 5\n",
    ],
)
def test_the_settings(frame: str, tmp_path: Path) -> None:
    people = "id,name,groups\nana,Ana,\n"
    path = folder(tmp_path, FRAME + frame, people=people, events=EVENT)
    loaded = load_mission(path)
    assert read_back(path, tmp_path / "book.xlsx") == (said(loaded), problems_of(loaded))


@settings(max_examples=40, deadline=None)
@given(_TABLES)
def test_any_text(tables: dict[str, list[tuple[str, ...]]]) -> None:
    with TemporaryDirectory() as name:
        path = folder(Path(name), FRAME, **{n: _csv(n, rows) for n, rows in tables.items() if rows})
        if not any(map(any, tables["events"])):
            folder(path, FRAME, events=EVENT)
        loaded = load_mission(path)
        back = read_back(path, path / "book.xlsx")
        assert (back[0], back[1]) == (said(loaded), problems_of(loaded))


def _csv(table: str, rows: list[tuple[str, ...]]) -> str:
    """Each row with a name of its own, as a row without one is called by its number."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADERS[table])
    for number, row in enumerate(rows):
        cells = [f"{table}{number}", *row[1:]]
        for place, column in enumerate(_HEADERS[table]):
            if table == "events" and column != "date" and _LAYOUT.fullmatch(cells[place]):
                cells[place] = "x"
        writer.writerow(cells)
    return out.getvalue()
