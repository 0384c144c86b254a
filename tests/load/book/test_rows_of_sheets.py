"""What the layout of a sheet says of its rows, and what it does not."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from itinerary.load import Loaded, load_mission
from itinerary.model import Mission
from tests.missions import MIAMI, sentences
from tests.workbooks.understood import told

Rows = Sequence[Sequence[object]]
HEADER = ("Date", "Début", "Fin", "Titre", "Lieu", "Qui")
MOMENTS = ("Début", "Fin", "Titre")


def read(folder: Path, hidden: Sequence[str] = (), **sheets: Rows) -> Loaded:
    """A workbook of these sheets, with ISO moments as a spreadsheet keeps them."""
    path = folder / "m.xlsx"
    path.with_suffix(".toml").write_text(MIAMI, encoding="utf-8")
    with Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if name in hidden:
                sheet.hide()
    return load_mission(path)


def events(found: Loaded) -> str:
    assert isinstance(found.mission, Mission)
    return told(found.mission)


def test_rows_are_numbered_further_down_than_they_are_filled_in(tmp_path: Path) -> None:
    rows = [("N°", *HEADER), (1, "6/11", "9h", "10h", "A"), *((n,) for n in range(2, 400))]
    found = read(tmp_path, Programme=rows)
    assert sentences(found) == []
    assert events(found) == "Mon 06 09:00-10:00 A @ nowhere [confirmed]:\n"


def test_a_start_that_has_its_day(tmp_path: Path) -> None:
    found = read(tmp_path, Programme=[
        MOMENTS, ("2017-11-06 09:00", "2017-11-06 10:00", "A"),
        ("2017-11-07 22:00", "2017-11-08 01:00", "B"), ("2017-11-08 22:00", "2017-11-09", "C"),
    ])  # fmt: skip
    assert sentences(found) == []
    assert events(found) == (
        "Mon 06 09:00-10:00 A @ nowhere [confirmed]:\n"
        "Tue 07 22:00-01:00 B @ nowhere [confirmed]:\n"
        "Wed 08 22:00-00:00 C @ nowhere [confirmed]:\n"
    )


@pytest.mark.parametrize(
    ("start", "end", "cell"),
    [("2017-11-07 09:00", "10h", "A2"), ("9h", "2017-11-08 10:00", "B2"),
     ("2017-11-06 09:00", "2017-11-07 09:00", "B2"), ("2017-13-45 09:00", "10h", "A2")],
)  # fmt: skip
def test_a_day_that_is_not_that_of_the_row(tmp_path: Path, start: str, end: str, cell: str) -> None:
    found = read(tmp_path, Programme=[(*MOMENTS, "Date"), (start, end, "A", "2017-11-06")])
    written = start if cell == "A2" else end
    assert sentences(found) == [(f"m.xlsx:Programme!{cell}", "time", f'"{written}" is not a time')]


def test_a_place_is_not_that_of_another_day(tmp_path: Path) -> None:
    found = read(tmp_path, Programme=[
        HEADER, ("6/11", "9h", "10h", "A", "Port"), ("7/11", "9h", "10h", "B"),
        ("7/11", "11h", "12h", "C"),
    ])  # fmt: skip
    assert sentences(found) == []
    assert found.mission is not None
    assert [event.venue for event in found.mission.events.values()] == ["port", "", ""]


def test_rows_of_two_sheets_that_are_alike_are_told_apart(tmp_path: Path) -> None:
    rows = [HEADER, ("6/11", "9h", "10h", "A")]
    found = read(tmp_path, Programme=rows, Programme_bis=rows)
    assert sentences(found) == [
        ("m.xlsx:Programme_bis!D2", "duplicate",
         'rows Programme!2 and Programme_bis!2 are both "A" and nothing tells them apart; the'
         " second is left out")
    ]  # fmt: skip


def test_a_hidden_sheet_beside_one_that_is_shown_is_not_read(tmp_path: Path) -> None:
    rows = [HEADER, ("6/11", "9h", "10h", "A")]
    found = read(tmp_path, hidden=["Agenda"], Programme=rows, Agenda=rows)
    sentence = (
        'the sheet "Agenda" is hidden and not read: another that is shown is the table of events'
    )
    assert sentences(found) == [("m.xlsx:Agenda", "file", sentence)]


def test_a_hidden_sheet_is_read_where_no_other_is_the_table(tmp_path: Path) -> None:
    rows = [HEADER, ("6/11", "9h", "10h", "A", "Port")]
    venues = [("Nom", "Capacité"), ("Port", 40)]
    found = read(tmp_path, hidden=["Lieux"], Programme=rows, Lieux=venues)
    assert sentences(found) == []
    assert found.mission is not None
    assert found.mission.venues["port"].capacity == 40


def test_people_without_a_header_are_said_to_be_unread(tmp_path: Path) -> None:
    rows = [HEADER, ("6/11", "9h", "10h", "A", "", "Jean")]
    found = read(tmp_path, Programme=rows, Participants=[("Jean", "Maire"), ("Zoé", "Adjointe")])
    sentence = (
        'the sheet "Participants" is called as the table of people, but no row of it is a header'
    )
    assert sentences(found) == [("m.xlsx:Participants", "file", sentence)]


def test_one_column_is_enough_for_names(tmp_path: Path) -> None:
    rows = [HEADER, ("6/11", "9h", "10h", "A", "", "Zoé")]
    found = read(tmp_path, Programme=rows, Participants=[("Liste",), ("Nom",), ("Jean",), ("Zoé",)])
    assert sentences(found) == []
    assert found.mission is not None
    assert [*found.mission.people] == ["jean", "zoe"]


def test_groups_of_a_sheet_of_settings_have_names_with_spaces(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        Mission=[("Titre", "M"), ("Du", "2017-11-06"), ("Au", "2017-11-07"),
                 ("Fuseau", "America/New_York"), ("[groups]",), ("Bus A (nord)", "Jean")],
        Programme=[HEADER, ("6/11", "9h", "10h", "A", "", "bus a (nord)")],
        Participants=[("Nom", "Fonction"), ("Jean", ""), ("Zoé", "")],
    )  # fmt: skip
    assert sentences(found) == []
    assert found.mission is not None
    assert found.mission.events["a"].who.people == ("jean",)


def test_names_with_commas_in_a_list(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        Programme=[(*HEADER, "Moyens"), ("6/11", "9h", "10h", "A", "", "", "Son, lumière; Car"),
                   ("6/11", "9h", "10h", "B", "", "", "Car, Bus")],
        Moyens=[("Nom", "Type"), ("Son, lumière", ""), ("Car", ""), ("Bus", "")],
    )  # fmt: skip
    assert sentences(found) == []
    assert found.mission is not None
    assert [e.resources for e in found.mission.events.values()] == [
        ("son-lumiere", "car"), ("car", "bus")]  # fmt: skip
