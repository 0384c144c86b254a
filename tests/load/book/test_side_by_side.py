"""Sheets as secretaries keep them: ways there and back in one row, lists of all names."""

import csv
from io import StringIO
from pathlib import Path
from textwrap import dedent

import pytest
from xlsxwriter import Workbook

from itinerary.load import Loaded, load_mission
from itinerary.times import local
from tests.missions import MIAMI, sentences

PROGRAMME = "Jour,Horaires,Manifestation\n6/11,9h - 10h,Accueil\n"
PEOPLE = "N°,NOM,Prénom\n1,MARTIN,Paul\n2,MARTIN,Pierre\n"
PLACES = "Lieu,Id\nMarseille,mrs\nMiami,mia\n"
SIDE_BY_SIDE = "the ways there and back stand side by side: each row is read as 2 journeys"


def book(folder: Path, **sheets: str) -> Loaded:
    """What a workbook of these sheets comes to, with a programme, two people and two places."""
    path = folder / "mission.xlsx"
    path.with_suffix(".toml").write_text(MIAMI, encoding="utf-8")
    tables = {"Programme": PROGRAMME, "Liste_des_participants": PEOPLE, "Lieux": PLACES, **sheets}
    with Workbook(path) as written:
        for name, text in tables.items():
            sheet = written.add_worksheet(name.replace("_", " "))
            for number, row in enumerate(csv.reader(StringIO(dedent(text)))):
                sheet.write_row(number, 0, row)
    return load_mission(path)


def flights(found: Loaded) -> list[tuple[str, ...]]:
    """Each with its people and its times on their clocks."""
    assert found.mission is not None
    return [
        (
            flight.number,
            "+".join(found.mission.people[person].name for person in flight.who.people),
            flight.start,
            flight.end,
            f"{local(flight.span.start, flight.start_zone):%d %H:%M}",
            f"{local(flight.span.end, flight.end_zone):%d %H:%M}",
        )
        for flight in found.mission.journeys.values()
    ]


THERE_AND_BACK = {
    "below the ways": """\
        Nom,Prénom,Vol aller,,,,,Vol retour
        ,,De,À,N° de vol,Date,Départ,Arrivée,De,À,N° de vol,Date,Départ,Arrivée
        MARTIN,Paul,mrs,mia,XX 1,4/11,10h,15h,mia,mrs,XX 2,9/11,18h,7h (+1)
        MARTIN,Pierre,mrs,mia,XX 1,4/11,10h,15h
        """,
    "in each header": """\
        Nom,Prénom,De,À,Vol aller,Date aller,Départ aller,Arrivée aller,N° vol retour,\
        Date retour,Départ retour,Arrivée retour
        MARTIN,Paul,mrs,mia,XX 1,4/11,10h,15h,XX 2,9/11,18h,7h (+1)
        MARTIN,Pierre,mrs,mia,XX 1,4/11,10h,15h
        """,
    "with places said once": """\
        Nom,Prénom,De,À,Vol aller,Date aller,Départ,Arrivée,Vol retour,Date retour,Départ,Arrivée
        MARTIN,Paul,mrs,mia,XX 1,4/11,10h,15h,XX 2,9/11,18h,7h (+1)
        MARTIN,Pierre,mrs,mia,XX 1,4/11,10h,15h
        """,
}  # fmt: skip


@pytest.mark.parametrize("sheet", THERE_AND_BACK.values(), ids=THERE_AND_BACK)
def test_ways_there_and_back_are_two_journeys(tmp_path: Path, sheet: str) -> None:
    found = book(tmp_path, Vols=sheet)
    assert flights(found) == [
        ("XX 1", "Paul MARTIN", "mrs", "mia", "04 10:00", "04 15:00"),
        ("XX 1", "Pierre MARTIN", "mrs", "mia", "04 10:00", "04 15:00"),
        ("XX 2", "Paul MARTIN", "mia", "mrs", "09 18:00", "10 07:00"),
    ]
    assert [(code, text) for _, code, text in sentences(found)] == [("guess", SIDE_BY_SIDE)]


def test_a_doubt_of_the_way_back_names_its_own_cell(tmp_path: Path) -> None:
    sheet = """\
        Nom,Prénom,De,À,Vol aller,Date aller,Départ,Arrivée,Vol retour,Date retour,Départ,Arrivée
        MARTIN,Paul,mrs,mia,XX 1,4/11,10h,15h,XX 2,9/11,18h,soon
        """
    found = book(tmp_path, Vols=sheet)
    assert sentences(found) == [
        ("mission.xlsx:Vols!1", "guess", SIDE_BY_SIDE),
        ("mission.xlsx:Vols!L2", "time", '"soon" is not a date and a time'),
    ]


def test_one_way_in_a_row_is_one_journey(tmp_path: Path) -> None:
    sheet = """\
        Passager,De,À,N° de vol,Date,Départ,Arrivée
        Paul MARTIN,mrs,mia,XX 1,4/11,10h,15h
        Paul MARTIN,mia,mrs,XX 2,9/11,18h,7h (+1)
        """
    found = book(tmp_path, Vols=sheet)
    assert [flight[0] for flight in flights(found)] == ["XX 1", "XX 2"]
    assert sentences(found) == []


def test_a_column_that_counts_the_rows_is_none_of_ids(tmp_path: Path) -> None:
    found = book(tmp_path)
    assert found.mission is not None
    assert [*found.mission.people] == ["paul-martin", "pierre-martin"]


@pytest.mark.parametrize("name", ["Liste_presse", "Liste", "Contacts_delegation"])
def test_lists_of_others_are_not_read(tmp_path: Path, name: str) -> None:
    found = book(tmp_path, **{name: "Nom,Rang,Fonction\nDurand,1,Maire\n"})
    assert found.mission is not None
    assert [*found.mission.people] == ["paul-martin", "pierre-martin"]


def test_a_row_that_is_cancelled_in_place_of_its_time_is_left_out(tmp_path: Path) -> None:
    found = book(tmp_path, Programme=f"{PROGRAMME}6/11,ANNULÉ,Concert\n")
    assert found.mission is not None
    assert [event.title for event in found.mission.events.values()] == ["Accueil"]
    assert sentences(found) == [
        ("mission.xlsx:Programme!B3", "guess", 'the row says "ANNULÉ": it is read as cancelled')
    ]


def test_a_list_of_flights_without_places_lacks_two_columns_once(tmp_path: Path) -> None:
    sheet = """\
        Nom,Prénom,Vol aller,Date,Départ,Arrivée,Vol retour,Date,Départ,Arrivée
        MARTIN,Paul,XX 1,4/11,10h,15h,XX 2,9/11,18h,7h (+1)
        """
    found = book(tmp_path, Vols=sheet)
    assert sentences(found) == [
        ("mission.xlsx:Vols!1", "column", 'there is no column "from"'),
        ("mission.xlsx:Vols!1", "column", 'there is no column "to"'),
        ("mission.xlsx:Vols!1", "guess", SIDE_BY_SIDE),
    ]
