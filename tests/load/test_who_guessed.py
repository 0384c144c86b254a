"""Expressions of people as organisers write them."""

from pathlib import Path

import pytest

from tests.missions import MIAMI, loaded, problems, remedies, sentences

TABLES = {
    "people": """
        id,name,groups,side
        jro,Jean Roatta,Officiels,
        vas,Martine Vassal,Officiels,
        suh,Jean-François Suhas,,
        ana,Anna Reporter,presse,
        hal,Hal Moss,,host
        """,
}
ALL = ("jro", "vas", "suh", "ana")


def event(who: str) -> str:
    return f'title,date,start,end,who\nOpening,6/11,9h,10h,"{who}"\n'


GAP = " " * 15_000


def people_of(path: Path, who: str) -> tuple[str, ...]:
    found = loaded(path, events=event(who), **TABLES).mission
    assert found is not None
    return found.events["opening"].who.people


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Toute la délégation", ALL),
        ("L\u2019ensemble de la délégation", ALL),
        ("la délégation", ALL),
        ("everybody", ALL),
        ("The whole delegation", ALL),
        ("toda la delegación", ALL),
        ("todo el mundo", ALL),
        ("hors presse", ("jro", "vas", "suh")),
        ("Tous (sauf presse)", ("jro", "vas", "suh")),
        ("Tous (hors la presse)", ("jro", "vas", "suh")),
        ("Tous (sauf presse) + Hal Moss", ("jro", "vas", "suh", "hal")),
        ("tous à l\u2019exception de la presse", ("jro", "vas", "suh")),
        ("tous excepté presse", ("jro", "vas", "suh")),
        ("tous sauf Jean Roatta et Mme Martine VASSAL", ("suh", "ana")),
        ("Officiels et Anna Reporter", ("jro", "vas", "ana")),
        ("Jean Roatta, Martine Vassal et Anna Reporter", ("jro", "vas", "ana")),
        ("ROATTA Jean & VASSAL Martine", ("jro", "vas")),
        ("Jean Roatta / presse", ("jro", "ana")),
        ("délégation (4 p.)", ALL),
        ("Officiels : 2 pers.", ("jro", "vas")),
        ("Officiels (2)", ("jro", "vas")),
    ],
)
def test_what_is_sure(tmp_path: Path, who: str, expected: tuple[str, ...]) -> None:
    assert people_of(tmp_path, who) == expected
    assert problems(tmp_path, events=event(who), **TABLES) == []


@pytest.mark.parametrize(
    ("who", "expected", "remedy"),
    [
        ("Officiels + M. Suhas", ("jro", "vas", "suh"), ["write Jean-François Suhas"]),
        (
            "tous sauf M. Suhas et Mme Vassal",
            ("jro", "ana"),
            ["write Jean-François Suhas", "write Martine Vassal"],
        ),
        ("Roatta, Suhas", ("jro", "suh"), ["write Jean Roatta", "write Jean-François Suhas"]),
        ("délégation (12 p.)", ALL, ["write délégation"]),
        ("presse (env. 3 personnes)", ("ana",), ["write presse"]),
    ],
)
def test_what_is_guessed(
    tmp_path: Path, who: str, expected: tuple[str, ...], remedy: list[str]
) -> None:
    assert people_of(tmp_path, who) == expected
    assert sorted(remedies(tmp_path, events=event(who), **TABLES)) == sorted(remedy)
    assert {code for _, code, _ in problems(tmp_path, events=event(who), **TABLES)} == {"guess"}


@pytest.mark.parametrize(
    "who", ["les 40", "40", "40 pers.", "env. 30 personnes", "12 pax", "~12 p.", "12 guests"]
)
def test_a_number_of_people_is_nobody(tmp_path: Path, who: str) -> None:
    assert problems(tmp_path, events=event(who), **TABLES) == [
        ("events.csv:2", "guess", f'"{who}" is a number of people; it names nobody')
    ]
    assert people_of(tmp_path, who) == ()


@pytest.mark.parametrize(
    "who",
    ["N.N.", "à déterminer", "TBC", "tbd", "?", "néant", "aucun", "nobody", "conjoint(s)", "n/a"],
)
def test_a_placeholder_is_nobody_yet(tmp_path: Path, who: str) -> None:
    assert problems(tmp_path, events=event(who), **TABLES) == [
        ("events.csv:2", "guess", f'"{who}" names nobody yet')
    ]
    assert people_of(tmp_path, f"Jean Roatta + {who}") == ("jro",)


def test_a_guest_more_is_nobody(tmp_path: Path) -> None:
    assert people_of(tmp_path, "Jean Roatta +1") == ("jro",)


def test_nothing_is_guessed_of_a_dash(tmp_path: Path) -> None:
    assert problems(tmp_path, events=event("-"), **TABLES) == []


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("Jean Roatta et Inconnu", 'nobody is called "Jean Roatta et Inconnu": no person,'
         " organisation or group"),
        ("Inconnus (12 p.)", 'nobody is called "Inconnus (12 p.)": no person, organisation or'
         " group"),
    ],
)  # fmt: skip
def test_a_list_or_a_number_of_somebody_unknown(tmp_path: Path, who: str, sentence: str) -> None:
    assert [text for _, _, text in problems(tmp_path, events=event(who), **TABLES)] == [sentence]
    assert people_of(tmp_path, who) == ()


def test_without_a_table_of_people_a_crowd_is_no_name(tmp_path: Path) -> None:
    found = loaded(tmp_path, events=event("Jean Roatta; 40 pers.; TBC; tous (12 p.)"))
    assert found.mission is not None
    assert [person.name for person in found.mission.people.values()] == ["Jean Roatta"]
    assert [code for _, code, _ in sentences(found)] == ["guess", "guess", "guess"]


def test_a_group_of_the_mission_may_be_guessed_too(tmp_path: Path) -> None:
    mission = f"{MIAMI}[groups]\nclose = 'M. Suhas et presse'\npresse = 'Anna Reporter'\n"
    found = loaded(tmp_path, mission, events=event("close"), **TABLES)
    assert sentences(found) == [
        ("mission.toml:7", "guess", '"M. Suhas" is read as Jean-François Suhas')
    ]
    assert found.mission is not None
    assert found.mission.events["opening"].who.people == ("suh", "ana")


def test_a_row_of_a_large_table_is_guessed_alone(tmp_path: Path) -> None:
    meetings = "id,who,counterpart\nm1,M. Suhas,Hal Moss\nm2,Jean Roatta,40 pers.\n"
    found = loaded(tmp_path, meetings=meetings, **TABLES)
    assert sentences(found) == [
        ("meetings.csv:2", "guess", '"M. Suhas" is read as Jean-François Suhas'),
        ("meetings.csv:3", "guess", '"40 pers." is a number of people; it names nobody'),
    ]
    assert found.mission is not None
    assert found.mission.meetings["m1"].who.people == ("suh",)


def test_from_the_command_line_nobody_is_no_one(tmp_path: Path) -> None:
    assert loaded(tmp_path, **TABLES).people_called("nobody") == ((), ("nobody",))


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (f"tous{GAP}sauf{GAP}presse", ("jro", "vas", "suh")),
        (f"tous{GAP}- presse", ("jro", "vas", "suh")),
        (f"Jean Roatta{GAP};{GAP}Anna Reporter", ("jro", "ana")),
        (f"Jean Roatta{GAP}et{GAP}Anna Reporter", ("jro", "ana")),
    ],
)
def test_a_gap_of_thousands_of_spaces(tmp_path: Path, who: str, expected: tuple[str, ...]) -> None:
    assert people_of(tmp_path, who) == expected
