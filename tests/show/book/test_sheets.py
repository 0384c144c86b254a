"""What stands in the workbook, and how it is printed."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from itinerary.model.origins import Columns, Origin
from itinerary.model.tables import DRAWN, TextTable
from itinerary.show.book.pages import Pages
from itinerary.show.book.places import Places
from itinerary.show.book.tables import draw_table
from tests.cli.running import DRAFT
from tests.missions import EVENT, MIAMI, folder
from tests.show.book.books import book_of, opened

TITLE = "Marseille-Provence in Miami, November 2017 (draft of 28 October)"
PEOPLE = "id,name,Table\nana,Ana Díaz,=1+1\nbob,+33 4,0123\n"


def test_every_table_under_our_names_and_then_the_others(tmp_path: Path) -> None:
    people = "Nom complet;Cadeau;identifiant\nAna Díaz;=cmd();ana\n"
    book = opened(book_of(folder(tmp_path, MIAMI, events=EVENT, people=people)))
    assert book.sheetnames == ["mission", "events", "people", "Problems", "Mon 6 Nov"]
    assert [[cell.value for cell in row] for row in book["people"].rows] == [
        ["id", "name", "Cadeau", "groups"],
        ["ana", "Ana Díaz", "=cmd()", None],
    ]
    assert [[cell.value for cell in row][:2] for row in book["mission"].rows][:2] == [
        ["title", "Miami"],
        ["starts", datetime.fromisoformat("2017-11-04")],
    ]


def test_no_text_is_a_formula(tmp_path: Path) -> None:
    sheet = opened(book_of(folder(tmp_path, MIAMI, events=EVENT, people=PEOPLE)))["people"]
    kinds = {(cell.value, cell.data_type) for row in sheet.rows for cell in row if cell.value}
    assert {kind for _, kind in kinds} == {"s"}
    assert {("=1+1", "s"), ("+33 4", "s"), ("0123", "s")} <= kinds


def test_every_sheet_is_ready_to_be_printed() -> None:
    book = opened(book_of(DRAFT))
    for sheet in book:
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
        assert sheet.oddFooter is not None
        left, right = sheet.oddFooter.left, sheet.oddFooter.right
        assert left is not None
        assert right is not None
        assert (left.text, right.text) == (TITLE, "&P / &N")
    assert [book[name].freeze_panes for name in ("events", "Problems", "Mon 6 Nov")] == [
        "A2", "A4", "B3",
    ]  # fmt: skip
    assert [book[name].print_title_rows for name in ("events", "Problems", "Mon 6 Nov")] == [
        "$1:$1", "$3:$3", "$2:$2",
    ]  # fmt: skip
    assert book["events"].auto_filter.ref == "A1:T43"


def test_what_is_drawn_says_so() -> None:
    book = opened(book_of(DRAFT))
    drawn = [sheet.title for sheet in book if str(sheet["A1"].value).startswith(DRAWN)]
    assert drawn == [
        "Problems", "Mon 11 Sep", "Sat 4 Nov", "Sun 5 Nov", "Mon 6 Nov", "Tue 7 Nov", "Wed 8 Nov",
        "Thu 9 Nov", "Fri 10 Nov", "Thu 7 Dec",
    ]  # fmt: skip


def test_each_problem_links_to_its_cells(tmp_path: Path) -> None:
    people = "id,name,rank\nana,Ana,\nbob,Bob,first\n"
    events = """\
    title,date,start,end,who,Gift
    One,2017-11-06,9:00,10:00,ana,
    Two,2017-11-06,9:30,11:00,ana,
    """
    book = opened(book_of(folder(tmp_path, f"{MIAMI}base = 1\n", events=events, people=people)))
    sheet = book["Problems"]
    rows = [
        (
            row[1].value,
            [(cell.value, cell.hyperlink.location) for cell in row[5:] if cell.hyperlink],
        )
        for row in sheet.iter_rows(min_row=4)
    ]
    assert rows == [
        ("overlap", [("events!C2", "'events'!C2"), ("events!C3", "'events'!C3")]),
        ("value", [("mission!B6", "'mission'!B6")]),
        ("value", [("people!C3", "'people'!C3")]),
    ]


def test_the_same_mission_gives_the_same_bytes() -> None:
    assert book_of(DRAFT) == book_of(DRAFT)


@pytest.mark.parametrize(
    ("names", "sheets"),
    [
        (("a/b:c*?[d]\\", "'quoted'"), ["a b c   d", "quoted"]),
        (("Mon 6 Nov", "mon 6 nov", "MON 6 NOV"), ["Mon 6 Nov", "mon 6 nov 2", "MON 6 NOV 3"]),
        (("x" * 40, "x" * 40), ["x" * 31, f"{'x' * 29} 2"]),
        (("", "??"), ["-", "- 2"]),
    ],
)
def test_a_sheet_has_a_name_of_its_own(names: tuple[str, ...], sheets: list[str]) -> None:
    with Workbook(io.BytesIO()) as book:
        pages = Pages(book, "5 & 6")
        assert [pages.add(name).name for name in names] == sheets


def test_a_table_that_is_too_long_for_a_sheet_goes_on_in_another() -> None:
    out = io.BytesIO()
    table = TextTable("venues", ("id", "name"), tuple((f"v{n}", f"Venue {n}") for n in range(5)))
    origins = [Origin(Columns("venues.csv", {"name": "Name"}), row) for row in range(2, 7)]
    places = Places()
    with Workbook(out) as book:
        draw_table(Pages(book, ""), table, origins, places, most_cells=4)
    found = opened(out.getvalue())
    assert {sheet.title: [row[0].value for row in sheet.rows] for sheet in found} == {
        "venues": ["id", "v0", "v1"], "venues 2": ["id", "v2", "v3"], "venues 3": ["id", "v4"],
    }  # fmt: skip
    here = places.of(origins[3].cell("name"))
    assert here is not None
    assert here.full_label == ":venues 2!B3"
