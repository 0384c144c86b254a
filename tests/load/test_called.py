"""Who is meant by a name that no row has as it is written."""

from pathlib import Path

import pytest

from itinerary.load.called import Called, Match
from itinerary.model import Person
from itinerary.problems import Severity
from tests.missions import loaded, remedies, sentences

PEOPLE = """
    id,name,organisation,role
    gau,Jean-Claude Gaudin,city,Maire
    jro,Jean Roatta,city,
    mro,Marie Roatta,,
    suh,Jean-François Suhas,,
    vas,Martine Vassal,,Présidente du Conseil
    chi,Mme CHICHE Nora,,
    mar,J.-F. Marin,,
    dav,David Castellani,,
    hel,Hélène Castellani,,
"""


def event(who: str) -> str:
    return f'title,date,start,end,who\nOpening,6/11,9h,10h,"{who}"\n'


def people_of(path: Path, who: str) -> tuple[tuple[str, ...], list[str]]:
    """Who is expected, and what to type instead."""
    tables = {"people": PEOPLE, "organisations": "id,name\ncity,City\n", "events": event(who)}
    found = loaded(path, **tables)
    assert found.mission is not None
    assert {p.severity for p in found.problems if p.code == "guess"} <= {Severity.WARNING}
    return found.mission.events["opening"].who.people, remedies(path, **tables)


@pytest.mark.parametrize(
    ("who", "person"),
    [
        ("SUHAS Jean-François", "suh"),
        ("Jean-Francois SUHAS", "suh"),
        ("Suhas, Jean François", "suh"),
        ("jean francois suhas", "suh"),
        ("Jean\u2011François\u00a0Suhas", "suh"),
        ("M. Jean Roatta", "jro"),
        ("M.Jean Roatta", "jro"),
        ("S.E. M. Jean ROATTA", "jro"),
        ("Mrs Marie Roatta", "mro"),
        ("Sra. Marie Roatta", "mro"),
        ("Dña. Marie Roatta", "mro"),
        ("Pr. ROATTA Jean", "jro"),
        ("Nora Chiche", "chi"),
        ("Dr Chiche Nora", "chi"),
        ("Martine Vassal (Présidente)", "vas"),
        ("Mme VASSAL Martine (Présidente du Conseil)", "vas"),
        ("Martine Vassal, présidente", "vas"),
        ("Jean Roatta (City)", "jro"),
        ("Jean-Claude Gaudin, maire", "gau"),
    ],
)
def test_a_full_name_however_it_is_written(tmp_path: Path, who: str, person: str) -> None:
    assert people_of(tmp_path, who) == ((person,), [])


@pytest.mark.parametrize(
    ("who", "person", "name"),
    [
        ("Suhas J.-F.", "suh", "Jean-François Suhas"),
        ("J.-F. Suhas", "suh", "Jean-François Suhas"),
        ("JF Suhas", "suh", "Jean-François Suhas"),
        ("J. Suhas", "suh", "Jean-François Suhas"),
        ("M. Suhas", "suh", "Jean-François Suhas"),
        ("MM. Suhas", "suh", "Jean-François Suhas"),
        ("Mme Vassal", "vas", "Martine Vassal"),
        ("VASSAL", "vas", "Martine Vassal"),
        ("Mme Vassal (Présidente)", "vas", "Martine Vassal"),
        ("Dr Chiche", "chi", "Mme CHICHE Nora"),
        ("Jean-François Marin", "mar", "J.-F. Marin"),
        ("J. Roatta", "jro", "Jean Roatta"),
        ("D. Castellani", "dav", "David Castellani"),
        ("Martine Vassal ?", "vas", "Martine Vassal"),
        ("Martine Vassal (à confirmer)", "vas", "Martine Vassal"),
    ],
)
def test_part_of_one_name_is_a_guess(tmp_path: Path, who: str, person: str, name: str) -> None:
    assert people_of(tmp_path, who) == ((person,), [f"write {name}"])


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("M. Roatta", "Jean Roatta or Marie Roatta"),
        ("Mme Roatta", "Jean Roatta or Marie Roatta"),
        ("ROATTA", "Jean Roatta or Marie Roatta"),
        ("Castellani", "David Castellani or Hélène Castellani"),
        ("Jean", "Jean-Claude Gaudin, Jean Roatta or Jean-François Suhas"),
    ],
)
def test_part_of_two_names_asks(tmp_path: Path, who: str, names: str) -> None:
    assert people_of(tmp_path, who) == ((), [f"did you mean {names}?"])
    found = loaded(tmp_path, people=PEOPLE, events=event(who))
    assert [p for p in sentences(found) if p[0] == "events.csv:2"] == [
        ("events.csv:2", "name", f'"{who}" may be more than one person')
    ]


@pytest.mark.parametrize(
    "who",
    [
        "F. Suhas",
        "Jean-Pierre Suhas",
        "Jean-François Suhas Roatta",
        "J.-F.",
        "de",
        "M.",
        "",
        "()",
        "Marie de Roatta (absente)",
        "Marie de Roatta (excusée)",
        "Marie de Roatta, présidente, maire",
        "x" * 300,
    ],
)
def test_what_is_nobodys_name(who: str) -> None:
    called = Called({"s": Person("s", "Jean-François Suhas"), "m": Person("m", "Marie de Roatta")})
    assert called.find(who) == Match()


def test_two_people_of_one_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    people = "id,name\na,Jean Suhas\nb,Jean Suhas\n"
    found = remedies(tmp_path, people=people, events=event("M. Suhas"))
    assert found == ["did you mean a or b?"]


def test_a_name_that_is_also_an_organisation_is_written_as_an_id(tmp_path: Path) -> None:
    tables = {
        "people": "id,name\nmoss,Hal Moss\n",
        "organisations": "id,name\nhal,Hal Moss\n",
        "events": event("Mr Moss"),
    }
    assert remedies(tmp_path, **tables) == ["write moss"]


def test_groups_and_organisations_come_first(tmp_path: Path) -> None:
    tables = {
        "people": "id,name,groups,organisation\na,Jean Port,,\nb,Anna Lee,roatta,\nc,Luc Roatta,,p",
        "organisations": "id,name\np,Port\n",
    }
    for who, expected in (("Roatta", ("b",)), ("Port", ("c",)), ("Luc", ("c",))):
        found = loaded(tmp_path, events=event(who), **tables).mission
        assert found is not None
        assert found.events["opening"].who.people == expected


def test_many_people_and_many_names_are_looked_up_by_their_words() -> None:
    people = {f"p{n}": Person(f"p{n}", f"Jean-Luc Name{n}") for n in range(20_000)}
    called = Called(people)
    found = [called.find(f"M. NAME{n}").people for n in range(0, 20_000, 20)]
    assert found == [(f"p{n}",) for n in range(0, 20_000, 20)]
    assert called.find("J.-L. Name7") == (("p7",), False)
    assert len(called.find("Jean-Luc").people) == 5
