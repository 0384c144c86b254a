"""Rows without ids get one, and keep it from one import to the next."""

import pytest

from itinerary.load.imports.row_ids import with_ids
from itinerary.load.imports.row_keys import Cells, cells_of
from tests.load.imports.brought import brought


def rows(text: str) -> list[Cells]:
    """The rows of the one table in a text."""
    (table,) = brought(text).tables.values()
    return cells_of(table)


def ids(text: str, before: str = "") -> list[str]:
    """The ids of the one table in a text, imported after another state of it."""
    (name,) = brought(text).tables
    old = with_ids(name, rows(before), ()) if before else []
    return [cells.get("id", "") for cells in with_ids(name, rows(text), old)]


LUNCH = "events\ntitle,date,start\nLunch,2017-11-06,12:30"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("people\nname\nHélène Lévy\nJean-François Suhas", ["helene-levy", "jean-francois-suhas"]),
        ("people\nid,name\nhl,Hélène Lévy\n,Bob", ["hl", "bob"]),
        ("people\nname,phone\n,1", [""]),
        (f"{LUNCH}\nDinner,2017-11-06,20:00", ["lunch", "dinner"]),
        (f"{LUNCH}\nLunch,2017-11-07,12:30", ["lunch-2017-11-06", "lunch-2017-11-07"]),
        (
            f"{LUNCH}\nLunch,2017-11-06,13:30",
            ["lunch-2017-11-06-12-30", "lunch-2017-11-06-13-30"],
        ),
        ("events\nid,title,date\nlunch,Meal,2017-11-06\n,Lunch,2017-11-07",
         ["lunch", "lunch-2017-11-07"]),
        ("meetings\nwho,counterpart\nport,carnival\nport,royal", ["port-carnival", "port-royal"]),
        ("transfers\nvehicle,departs,from\nbus,9:00,a\nbus,9:00,b\ncar,9:00,a",
         ["bus-9-00-a", "bus-9-00-b", "car"]),
        ("travel\nfrom,to\na,b", [""]),
    ],
)  # fmt: skip
def test_ids_are_made_of_names_and_what_tells_them_apart(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        (LUNCH.replace("12:30", "13:00"), LUNCH, ["lunch"]),
        (LUNCH.replace("Lunch", "Banquet"), LUNCH, ["lunch"]),
        (LUNCH.replace("Lunch", "Banquet").replace("12:30", "13:00"), LUNCH, ["banquet"]),
        (f"{LUNCH}\nLunch,2017-11-07,12:30", LUNCH, ["lunch", "lunch-2017-11-07"]),
        (LUNCH, f"{LUNCH}\nLunch,2017-11-07,12:30", ["lunch-2017-11-06"]),
        (
            f"{LUNCH}\nBanquet,2017-11-06,12:30".replace("Lunch", "Meal"), LUNCH,
            ["meal", "banquet"],
        ),
        (f"{LUNCH.replace('Lunch', 'Banquet')}\nLunch,2017-11-06,20:00", LUNCH,
         ["banquet", "lunch"]),
    ],
)  # fmt: skip
def test_a_row_keeps_its_id_where_it_can_only_be_the_same(
    text: str, before: str, expected: list[str]
) -> None:
    assert ids(text, before) == expected


def test_a_successor_in_an_office_is_somebody_else() -> None:
    old = "people\nname,organisation,role\nAnn,port,Director"
    assert ids(old.replace("Ann", "Bob"), old) == ["bob"]


def test_what_agrees_in_one_cell_only_is_something_else() -> None:
    assert ids("events\ntitle,date\nTalk,2017-11-06", "events\ntitle,date\nDinner,2017-11-06") == [
        "talk"
    ]
