"""The workbook of a new mission, as another reader of workbooks finds it and as ours does."""

from dataclasses import fields
from datetime import date, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from itinerary.check import check
from itinerary.load import load_mission
from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.model.columns import COLUMNS, Kind
from itinerary.model.origins import NOWHERE
from itinerary.publish import create_folder
from itinerary.publish.new_file import create_file
from itinerary.show.blank_book import SHEETS, workbook
from itinerary.show.blank_folder import folder_files
from itinerary.show.blank_mission import NewMission
from itinerary.timetable import Timetable

NEW = NewMission(
    "=Marseille; Miami", date(2017, 11, 4), date(2017, 11, 10), "America/New_York",
    "Europe/Paris", ("fr", "en"),
)  # fmt: skip


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(BytesIO(workbook(NEW, Words())))


def test_a_sheet_for_each_table_and_two_more(book: Any) -> None:
    assert book.sheetnames == ["mission", *SHEETS, "Help"]
    assert sorted(SHEETS) == sorted(COLUMNS.keys() - {"plan"})
    for name in SHEETS:
        assert [cell.value for cell in book[name][1]] == [*COLUMNS[name]]


def test_cells_are_of_their_kind(book: Any) -> None:
    row = dict(zip(COLUMNS["events"], book["events"][2], strict=True))
    day = row["date"].value.isoformat(), row["date"].number_format
    assert day == ("2017-11-04T00:00:00", "yyyy-mm-dd")
    assert (row["start"].value, row["start"].number_format) == (time(14), "hh:mm")
    departs = dict(zip(COLUMNS["journeys"], book["journeys"][2], strict=True))["departs"]
    moment = departs.value.isoformat(), departs.number_format
    assert moment == ("2017-11-04T12:00:00", "yyyy-mm-dd hh:mm")
    person = dict(zip(COLUMNS["people"], book["people"][2], strict=True))
    assert (person["rank"].value, person["phone"].number_format) == (1, "@")
    title, starts = book["mission"]["B2"], book["mission"]["B3"]
    assert (title.value, title.data_type) == ("=Marseille; Miami", "s")
    assert starts.value.isoformat() == "2017-11-04T00:00:00"


def test_the_example_looks_like_one(book: Any) -> None:
    cells = [cell for name in SHEETS for row in book[name].iter_rows(min_row=2) for cell in row]
    assert {(cell.font.i, cell.font.color.rgb) for cell in cells if cell.value is not None} == {
        (True, "FF7F7F7F")
    }


def rules(book: Any, sheet: str) -> dict[int, Any]:
    """What is said of the cells of each column, and those it is said of."""
    found = book[sheet].data_validations.dataValidation
    areas = {id(rule): next(iter(rule.sqref.ranges)) for rule in found}
    assert {(area.min_row, area.max_row) for area in areas.values()} == {(2, 1000)}
    return {areas[id(rule)].min_col: rule for rule in found}


def test_every_column_says_what_to_write(book: Any) -> None:
    words = Words()
    for name in SHEETS:
        told = rules(book, name)
        for place, column in enumerate(COLUMNS[name], 1):
            said = words.text(f"columns.{name}.{column}")
            assert told[place].promptTitle == column
            assert told[place].prompt == (said if len(said) <= 255 else f"{said[:254]}…")


def test_lists_offer_what_can_be_chosen(book: Any) -> None:
    for name in SHEETS:
        told = rules(book, name)
        for place, column in enumerate(COLUMNS[name].values(), 1):
            found = told[place].type, told[place].formula1, told[place].errorStyle
            if column.kind is Kind.CHOICE:
                assert found[:2] == ("list", f'"{",".join(column.choices)}"')
            elif column.kind is Kind.REFERENCE:
                assert found == ("list", f"{column.table}!$A$2:$A$1000", "warning")


def test_what_refers_to_a_sheet_refers_to_its_ids(book: Any) -> None:
    targets = {c.table for columns in COLUMNS.values() for c in columns.values() if c.table}
    assert {book[table]["A1"].value for table in targets - {"meetings"}} == {"id"}


def test_dates_lie_in_the_mission(book: Any) -> None:
    found = rules(book, "events")[[*COLUMNS["events"]].index("date") + 1]
    assert (found.type, found.operator, found.errorStyle) == ("date", None, "warning")
    assert [int(found.formula1), int(found.formula2)] == [
        (day - date(1899, 12, 30)).days for day in (NEW.starts, NEW.ends)
    ]


def test_it_prints_well(book: Any) -> None:
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "&P / &N"
    heads = {sheet.title: sheet.print_title_rows for sheet in book.worksheets}
    assert heads == {"mission": None, **dict.fromkeys(SHEETS, "$1:$1"), "Help": "$2:$2"}
    assert {sheet.freeze_panes for sheet in book.worksheets} == {None, "A2", "A3"}


def test_the_help_has_every_column(book: Any) -> None:
    rows = [row[:2] for row in book["Help"].iter_rows(min_row=3, values_only=True)]
    assert rows == [(name, column) for name in SHEETS for column in COLUMNS[name]]


def test_the_same_mission_gives_the_same_bytes() -> None:
    assert workbook(NEW, Words()) == workbook(NEW, Words())


def test_it_is_the_mission_that_the_folder_is(tmp_path: Path) -> None:
    create_file(tmp_path / "new.xlsx", workbook(NEW, Words()))
    create_folder(tmp_path / "new", folder_files(NEW, Words()))
    book, folder = (mission_of(tmp_path / name) for name in ("new.xlsx", "new"))
    for part in fields(Mission):
        if part.name not in ("folder", "origin", "settings"):
            pair = plain(getattr(book, part.name)), plain(getattr(folder, part.name))
            assert (part.name, pair[0]) == (part.name, pair[1])
    assert book.settings == folder.settings


def mission_of(path: Path) -> Mission:
    """A mission in which nothing is wrong, nor guessed."""
    loaded = load_mission(path)
    assert loaded.mission is not None
    assert check(Timetable(loaded.mission), loaded.problems, NEW.starts) == []
    return loaded.mission


def plain(value: Any) -> Any:
    """Records without the cells they come from."""
    if hasattr(value, "_fields"):
        places = {"origin": NOWHERE, "placed_at": NOWHERE}
        return value._replace(**{n: at for n, at in places.items() if n in value._fields})
    if hasattr(value, "items"):
        return {name: plain(each) for name, each in value.items()}
    return tuple(map(plain, value)) if isinstance(value, tuple) else value
