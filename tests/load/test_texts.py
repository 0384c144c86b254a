"""A mission as text: nothing is understood, nothing is lost."""

from io import BytesIO
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from itinerary.load.files import UnusableError
from itinerary.load.texts import read_text_mission
from tests.missions import EVENT, MIAMI, folder

Rows = list[list[str]]


def book(path: Path, **sheets: Rows) -> Path:
    """A workbook of texts."""
    out = BytesIO()
    with Workbook(out) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    path.write_bytes(out.getvalue())
    return path


def test_the_cells_as_they_are_written_also_those_in_error(tmp_path: Path) -> None:
    people = "Nom complet;Cadeau;rang\n Ana ;vin;premier;en trop\n"
    texts = read_text_mission(folder(tmp_path, MIAMI, events=EVENT, people=people))
    table = texts.mission.tables["people"]
    assert table.columns == ("name", "rank", "Cadeau", "")
    assert table.rows == (("Ana", "premier", "vin", "en trop"),)
    assert [origin.cell("name").full_label for origin in texts.origins["people"]] == [
        "people.csv:2 Nom complet"
    ]
    assert texts.mission.settings["title"] == "Miami"
    assert texts.settings["title",].full_label == "mission.toml:1 title"
    assert texts.problems == ()


def test_the_places_of_settings_in_sections(tmp_path: Path) -> None:
    frame = f"{MIAMI}[checks.rest]\nhours = 9\n"
    texts = read_text_mission(folder(tmp_path, frame, events=EVENT))
    assert texts.settings["checks", "rest", "hours"].full_label == "mission.toml:7 hours"


def test_a_workbook_with_what_its_layout_says_written_out(tmp_path: Path) -> None:
    rows = [
        ["Titre", "Début", "Lieu"], ["MARDI 7 NOVEMBRE"], ["Visite", "9h", "Port"],
        ["Accueil", "11h", ""],
    ]  # fmt: skip
    frame = [["title", "Miami"], ["starts", "2017-11-04"], ["ends", "2017-11-10"]]
    sheets = {"mission": [*frame, ["zone", "America/New_York"]], "Programme": rows}
    texts = read_text_mission(book(tmp_path / "Miami.xlsx", **sheets))
    table = texts.mission.tables["events"]
    assert (table.columns, table.rows) == (
        ("title", "date", "start", "venue"),
        (("Visite", "2017-11-07", "9h", "Port"), ("Accueil", "2017-11-07", "11h", "Port")),
    )
    assert texts.origins["events"][1].cell("start").label == "Miami.xlsx:Programme!B4"
    assert texts.settings["zone",].label == "Miami.xlsx:mission!B4"


def test_what_is_no_mission_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableError) as fault:
        read_text_mission(folder(tmp_path, 'title = "Miami"\n', events=EVENT))
    assert fault.value.problem.message.key == "toml.missing"
