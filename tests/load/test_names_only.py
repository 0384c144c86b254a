"""A mission of one table: people and places are taken as events name them."""

from pathlib import Path

import pytest

from tests.missions import loaded, mission_of, problems, remedies, sentences

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


def ids(path: Path, *rows: str) -> list[str]:
    found = loaded(path, events="\n".join(["title,date,start,end,venue", *rows, ""]))
    assert found.mission is not None
    return list(found.mission.events)


COFFEES = {
    "Coffee,6 nov,8h,9h,": "coffee-2017-11-06",
    "Coffee,7/11,08:00,9h,Hotel": "coffee-2017-11-07-0800-hotel",
    "Coffee,2017-11-07,8h,9h,Port": "coffee-2017-11-07-0800-port",
    "Coffee,7 nov,10h,11h,Hotel": "coffee-2017-11-07-1000",
    "Lunch,7 nov,12h,13h,Hotel": "lunch",
}


def test_events_of_one_title_are_told_apart_by_their_date(tmp_path: Path) -> None:
    assert ids(tmp_path, *COFFEES) == list(COFFEES.values())


def test_ids_that_are_made_up_stay_when_rows_change_places(tmp_path: Path) -> None:
    assert ids(tmp_path, *reversed(COFFEES)) == [*reversed(COFFEES.values())]


def test_a_made_up_id_gives_way_to_a_written_one(tmp_path: Path) -> None:
    events = "id,title,date,start,end\n,Coffee,6 nov,8h,9h\ncoffee,Tea,7 nov,8h,9h\n"
    assert list(mission_of(tmp_path, events=events).events) == ["coffee-2017-11-06", "coffee"]


def test_two_rows_that_nothing_tells_apart(tmp_path: Path) -> None:
    events = "title,date,start,end\nCoffee,6 nov,8h,9h\nCoffee,6/11,08:00,9h\n"
    assert problems(tmp_path, events=events) == [
        (
            "events.csv:3",
            "duplicate",
            'rows 2 and 3 are both "Coffee" and nothing tells them apart; the second is left out',
        )
    ]
    assert remedies(tmp_path, events=events) == ["delete one of them, or give each an id"]


def test_long_titles_keep_what_tells_them_apart(tmp_path: Path) -> None:
    title = "Breakfast of the whole delegation with everyone of the ports of Florida"
    found = ids(tmp_path, f"{title},6/11,8h,9h,", f"{title},7/11,8h,9h,")
    assert [identity[-11:] for identity in found] == ["-2017-11-06", "-2017-11-07"]


@pytest.mark.parametrize(
    "who",
    [
        "Jean Roatta, Ann Lee",
        "Jean Roatta & Ann Lee",
        "Jean Roatta&Ann Lee",
        "Jean Roatta / Ann Lee",
        "Jean Roatta et Ann Lee",
        "Jean Roatta and Ann Lee",
        "Jean Roatta y Ann Lee",
    ],
)
def test_a_list_is_never_one_name(tmp_path: Path, who: str) -> None:
    events = f"""
        title,date,start,end,who
        A,6/11,8h,9h,"Jean Roatta, Ann Lee"
        B,6/11,9h,10h,"{who}"
        C,6/11,10h,11h,Jean Roatta Ann Lee
        D,6/11,11h,12h,"tous sauf {who}"
        """
    mission = mission_of(tmp_path, events=events)
    assert [event.who.people for event in mission.events.values()] == [
        ("jean-roatta", "ann-lee"),
        ("jean-roatta", "ann-lee"),
        ("jean-roatta-ann-lee",),
        ("jean-roatta-ann-lee",),
    ]


def test_an_organisation_with_an_ampersand_is_one_name(tmp_path: Path) -> None:
    events = "title,date,start,end,who\nA,6/11,8h,9h,Smith & Co; Ann Lee & Paul\n"
    mission = mission_of(tmp_path, events=events, organisations="id,name\nsmith,Smith & Co\n")
    assert mission.events["a"].who.people == ("smith", "ann-lee", "paul")


def test_organisations_and_resources_that_no_table_lists(tmp_path: Path) -> None:
    mission = mission_of(
        tmp_path,
        people="name,organisation\nAnn,PortMiami\nBob,Portmiami\nEve,City Hall\n",
        events="title,date,start,end,who,resources\nA,6/11,8h,9h,portmiami,Bus 1; Mic\n",
    )
    assert mission.events["a"].who.people == ("ann", "bob")
    assert mission.events["a"].resources == ("bus-1", "mic")
    assert {o.id: o.name for o in mission.organisations.values()} == {
        "portmiami": "PortMiami", "city-hall": "City Hall",
    }  # fmt: skip
    assert {r.id: r.name for r in mission.resources.values()} == {"bus-1": "Bus 1", "mic": "Mic"}


HOSTS = "id,name,side\nconch,Conch Fuels,host\nquai,Quai Brancher,host\n"
OWN = ("people.csv:2", "guess", '"Port Sud" is read as an organisation of its own')


def test_an_organisation_that_is_like_none_of_the_table_is_one_of_its_own(tmp_path: Path) -> None:
    tables = {
        "organisations": HOSTS,
        "people": "name,organisation\nAnn,Port Sud\nBob,PORT SUD\nEve,Conch Fuels\n",
        "meetings": "id,who,counterpart\nM1,Port Sud,conch\n",
    }
    found = loaded(tmp_path, **tables)
    assert sentences(found) == [OWN]
    assert remedies(tmp_path, **tables) == ["add it to the table of organisations"]
    assert found.mission is not None
    assert [p.organisation for p in found.mission.people.values()] == [
        "port-sud", "port-sud", "conch",
    ]  # fmt: skip
    own = found.mission.organisations["port-sud"]
    assert (own.name, own.side) == ("Port Sud", "delegation")
    assert found.mission.meetings["M1"].who.people == ("ann", "bob")


@pytest.mark.parametrize(("side", "expected"), [("host", "host"), ("", "delegation")])
def test_its_side_is_that_of_its_first_person(tmp_path: Path, side: str, expected: str) -> None:
    people = f"name,organisation,side\nAnn,Port Sud,{side}\nBob,Port Sud,\n"
    found = loaded(tmp_path, organisations=HOSTS, people=people)
    assert sentences(found) == [OWN]
    assert found.mission is not None
    assert found.mission.organisations["port-sud"].side == expected
    assert [person.side for person in found.mission.people.values()] == [expected, expected]


def test_a_side_that_is_none_is_one_problem(tmp_path: Path) -> None:
    people = "name,organisation,side\nAnn,Port Sud,left\n"
    assert problems(tmp_path, organisations=HOSTS, people=people) == [
        OWN, ("people.csv:2", "value", '"left" is no known side'),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Quai Branche", "conch fuel", "Fuels", "-"])
def test_an_organisation_that_is_like_one_of_the_table_is_not(tmp_path: Path, name: str) -> None:
    people = f"name,organisation\nAnn,{name}\n"
    sentence = f'"{name}" is not in the table of organisations'
    found = problems(tmp_path, organisations=HOSTS, people=people)
    assert found == [("people.csv:2", "reference", sentence)]


def test_an_organisation_that_two_rows_name_is_not_either(tmp_path: Path) -> None:
    organisations = "id,name\na,Port Sud\nb,Port Sud\n"
    people = "name,organisation\nAnn,Port Sud\n"
    assert problems(tmp_path, organisations=organisations, people=people) == [
        ("people.csv:2", "reference", 'more than one row of organisations is called "Port Sud"')
    ]


def test_what_is_taken_as_written_makes_nothing_like_it_a_mistake(tmp_path: Path) -> None:
    people = "name,organisation\nAnn,Port Sud\nBob,Port Sud 2\n"
    found = problems(tmp_path, organisations=HOSTS, people=people)
    assert found == [OWN, ("people.csv:3", "guess", OWN[2].replace("Sud", "Sud 2"))]


def test_nothing_is_guessed_of_a_table_that_is_broken(tmp_path: Path) -> None:
    found = loaded(tmp_path, organisations='name\nConch\n"Port', people="name,organisation\nA,X\n")
    assert [code for _, code, _ in sentences(found)] == ["file"]
