"""WHO and EVENT: by id, by a name without accents or case, by part of one, by initials."""

from pathlib import Path

import pytest

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import MIAMI, call

HINT = "    write a name, part of one, or an id\n"


@pytest.mark.parametrize(
    "who",
    ["suhas", "SUHAS", "Jean-François Suhas", "jean francois suhas", "JEAN-FRANÇOIS", "Suhas Jean",
     "franc", "jf", "JF Suhas", "suhas j.-f.", "jfs", " suhas "],
)  # fmt: skip
def test_a_person(who: str, tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, SMALL), "agenda", who)
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Jean-François Suhas")


@pytest.mark.parametrize(
    ("who", "name"),
    [("Hélène Lévy", "Hélène Lévy"), ("helene levy", "Hélène Lévy"), ("LE\u0301VY", "Hélène Lévy"),
     ("hc", "Hélène Castellani"), ("juan", "Juan Kuryla")],
)  # fmt: skip
def test_names_are_compared_without_accents(who: str, name: str, tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, SMALL), "agenda", who)
    assert (ran.code, ran.out.splitlines()[0]) == (0, name)


def test_the_whole_name_of_one_may_begin_the_name_of_another(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL.replace("Hélène Castellani", "Hélène Lévy-Bruhl"))
    assert call("-m", mission, "agenda", "hélène lévy").out.splitlines()[0] == "Hélène Lévy"


@pytest.mark.parametrize("who", ["helene", "HÉLÈNE", "hél"])
def test_two_matches_are_both_listed(who: str, tmp_path: Path) -> None:
    assert call("-m", write_mission(tmp_path, SMALL), "agenda", who) == (
        2,
        "",
        f'error: "{who}" may mean 2 things; write more of the name, or the id\n'
        "    levy  Hélène Lévy\n"
        "    castellani  Hélène Castellani\n",
    )


def test_of_very_many_matches_the_first_are_listed() -> None:
    ran = call("-m", MIAMI, "agenda", "a")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 11)


def test_none_and_the_nearest_three(tmp_path: Path) -> None:
    names = "Ana Martin", "Léa Marton", "Jo Marin", "Zoé Martini", "Bo Zhang"
    people = "".join(f"p{number},{name}\n" for number, name in enumerate(names))
    events = "events\ntitle,date,start,end\nTalk,2017-11-06,10:00,11:00"
    mission = write_mission(tmp_path, f"people\nid,name\n{people}\n{events}")
    assert call("-m", mission, "agenda", "Martyn") == (
        2,
        "",
        'error: nothing is called "Martyn"; the nearest are\n'
        "    p1  Léa Marton\n"
        "    p0  Ana Martin\n"
        "    p3  Zoé Martini\n"
        f"{HINT}",
    )


def test_none_and_nothing_near(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    for who in ("zzzz", "..", "[/&]"):
        assert call("-m", mission, "agenda", who) == (
            2, "", f'error: "{who}" is not in the table of people\n{HINT}',
        )  # fmt: skip


@pytest.mark.parametrize("event", ["signing", "SIGN", "agreement signing", "sota", "of the agr"])
def test_an_event(event: str, tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, SMALL), "roster", event)
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Signing of the agreement")


def test_an_event_among_several_and_one_that_is_none(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    assert call("-m", mission, "roster", "the") == (
        2,
        "",
        'error: "the" may mean 3 things; write more of the name, or the id\n'
        "    signing  Signing of the agreement\n"
        "    walk  Walk by the bay\n"
        "    visit  Visit of the terminals\n",
    )
    assert call("-m", mission, "roster", "diner") == (
        2,
        "",
        'error: nothing is called "diner"; the nearest are\n    dinner  Dinner aboard\n'
        f"    signing  Signing of the agreement\n{HINT}",
    )
    assert call("-m", mission, "roster", "zzzz") == (
        2, "", f'error: "zzzz" is not in the table of events\n{HINT}',
    )  # fmt: skip


@pytest.mark.parametrize(
    "command", [["check", "--who"], ["next"], ["export", "ics", "--to", "x", "--who"]]
)
def test_every_command_finds_people_the_same_way(command: list[str], tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    assert call("-m", mission, *command, "helene") == call("-m", mission, "agenda", "helene")
    assert call("-m", mission, *command, "suas") == call("-m", mission, "agenda", "suas")


def test_whoever_is_missing_may_be_in_a_table_that_cannot_be_read(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    (mission / "people.csv").write_bytes(b"\x00")
    ran = call("-m", mission, "agenda", "levy")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "1 cell of the tables cannot be used, so this may be incomplete; see: itinerary check\n"
        f'error: "levy" is not in the table of people\n{HINT}'
    )


@pytest.mark.parametrize("command", [["agenda"], ["next"], ["check", "--who"]])
def test_an_organisation_is_no_person_unless_it_has_only_one(
    command: list[str], tmp_path: Path
) -> None:
    mission = write_mission(tmp_path, SMALL)
    for who in ("port", "Port of Marseille Fos", "delegation"):
        assert call("-m", mission, *command, who) == (
            2,
            "",
            f'error: "{who}" is 3 people; write the name of one\n'
            "    levy  Hélène Lévy\n"
            "    suhas  Jean-François Suhas\n"
            "    castellani  Hélène Castellani\n",
        )
    assert call("-m", mission, *command, "PortMiami") == call("-m", mission, *command, "kuryla")


@pytest.mark.parametrize("command", [["agenda"], ["next"], ["check", "--who"]])
def test_the_middle_of_a_word_is_never_enough(command: list[str], tmp_path: Path) -> None:
    assert call("-m", write_mission(tmp_path, SMALL), *command, "çois") == (
        2,
        "",
        f'error: nothing is called "çois"; the nearest are\n    suhas  Jean-François Suhas\n{HINT}',
    )


def test_a_group_is_listed_and_not_taken_for_part_of_a_name() -> None:
    assert call("-m", MIAMI, "agenda", "cci") == (
        2,
        "",
        'error: "cci" is 3 people; write the name of one\n'
        "    chauvin  Jean-Luc Chauvin\n"
        "    cecile-arnoux  Cécile Arnoux\n"
        "    thibaut-mercadal  Thibaut Mercadal\n",
    )
    ran = call("-m", MIAMI, "agenda", "all")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 11)


@pytest.mark.parametrize(
    "command", [["agenda"], ["check", "--who"], ["export", "ics", "--to", "x", "--who"]]
)
def test_only_the_terms_that_are_nobody_are_blamed(command: list[str], tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    assert call("-m", mission, *command, "suhas; zzz; - kurila") == (
        2,
        "",
        'error: nobody is called "zzz" or "kurila"\n'
        f"    kuryla  Juan Kuryla\n    suhas  Jean-François Suhas\n{HINT}",
    )


def test_whoever_is_missing_is_named_once(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    ran = call("-m", mission, "check", "--who", "zzyzx - zzyzx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == 'error: nobody is called "zzyzx"'
