"""A mission of one table: people and places are taken as events name them."""

from pathlib import Path

from tests.missions import loaded, mission_of, sentences

EVENTS = """
    title,date,start,end,venue,who
    Coffee,6,8h,9h,Old Port,tous
    Signing,6,9h30,10h15,Town hall,"Jean Roatta, Marie Petit; Paul"
    Lunch,6,12h,14h,Old port,tous sauf Paul
"""


def test_people_and_venues_that_no_table_lists(tmp_path: Path) -> None:
    mission = mission_of(tmp_path, events=EVENTS)
    assert {p.id: p.name for p in mission.people.values()} == {
        "jean-roatta": "Jean Roatta", "marie-petit": "Marie Petit", "paul": "Paul",
    }  # fmt: skip
    assert {v.id: v.name for v in mission.venues.values()} == {
        "old-port": "Old Port", "town-hall": "Town hall",
    }  # fmt: skip
    assert [event.who.people for event in mission.events.values()] == [
        ("jean-roatta", "marie-petit", "paul"),
        ("jean-roatta", "marie-petit", "paul"),
        ("jean-roatta", "marie-petit"),
    ]


def test_a_mission_that_is_read_makes_nobody_up(tmp_path: Path) -> None:
    found = loaded(tmp_path, events=EVENTS)
    assert sentences(found) == []
    assert found.people_called("Jean Roatta; Polo") == (("jean-roatta",), ("Polo",))
    assert found.mission is not None
    assert len(found.mission.people) == 3


def test_with_a_table_of_people_a_name_must_be_in_it(tmp_path: Path) -> None:
    found = loaded(tmp_path, events=EVENTS, people="name\nJean Roatta\nMarie Petit\n")
    assert [code for _, code, _ in sentences(found)] == ["reference", "reference"]


def test_events_of_one_title_are_told_apart_by_their_date(tmp_path: Path) -> None:
    events = "title,date,start,end\nCoffee,6 nov,8h,9h\nCoffee,7 nov,8h,9h\nCoffee,7 nov,8h,9h\n"
    found = loaded(tmp_path, events=events)
    assert found.mission is not None
    assert list(found.mission.events) == ["coffee", "coffee-7-nov-8h"]
    assert [code for _, code, _ in sentences(found)] == ["duplicate"]
