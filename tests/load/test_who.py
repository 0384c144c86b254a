"""Who a cell means."""

from pathlib import Path

import pytest

from itinerary.problems import Severity, Source
from tests.missions import MIAMI, loaded, problems, remedies

TABLES = {
    "people": """
        id,name,organisation,groups,rank,side
        gaudin,Jean-Claude Gaudin,city,officials,1,
        roatta,Jean Roatta,city,officials;elected,2,
        suhas,"Suhas, Jean-François",cruise,La French Tech,,
        port1,Christine Cabau Woehrel,port,,3,
        port2,Port Press Officer,port,press,,
        reporter,Anna Reporter,,press,,
        kuryla,Juan Kuryla,portmiami,,,host
        """,
    "organisations": """
        id,name,sector,side
        city,City of Marseille,,
        port,Port of Marseille Fos,ports,
        cruise,Club de la Croisière,tourism,
        portmiami,PortMiami,ports,host
        emptyco,"Empty, Co",ports,
        """,
}
SETTINGS = f"""{MIAMI}
[groups]
chiefs = "officials + port1"
close = "chiefs, La French Tech"
ring = "officials - gaudin; kuryla"
"""
ALL = ("gaudin", "roatta", "port1", "suhas", "port2", "reporter")


def people_of(path: Path, who: str, mission: str = SETTINGS) -> tuple[str, ...]:
    """The people of one event, without a problem."""
    found = loaded(path, mission, events=event(who), **TABLES)
    assert found.problems == ()
    assert found.mission is not None
    return found.mission.events["opening"].who.people


def event(who: str) -> str:
    quoted = who.replace('"', '""')
    return f'title,date,start,end,who\nOpening,6/11,9h,10h,"{quoted}"\n'


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("", ()),
        ("-", ()),
        ("; ;", ()),
        ("roatta", ("roatta",)),
        ("Jean Roatta", ("roatta",)),
        ("JEAN  ROATTA", ("roatta",)),
        ("Suhas, Jean-François", ("suhas",)),
        ("suhas, jean-francois; roatta", ("roatta", "suhas")),
        ("roatta, gaudin", ("gaudin", "roatta")),
        ("roatta,gaudin;port2", ("gaudin", "roatta", "port2")),
        ("roatta\ngaudin", ("gaudin", "roatta")),
        ("roatta + roatta", ("roatta",)),
        ("officials", ("gaudin", "roatta")),
        ("Officials; press", ("gaudin", "roatta", "port2", "reporter")),
        ("port", ("port1", "port2")),
        ("Port of Marseille Fos", ("port1", "port2")),
        ("ports", ("port1", "port2")),
        ("chiefs", ("gaudin", "roatta", "port1")),
        ("close", ("gaudin", "roatta", "port1", "suhas")),
        ("ring", ("roatta", "kuryla")),
        ("all", ALL),
        ("Tous", ALL),
        ("tout le monde", ALL),
        ("todos", ALL),
        ("hosts", ("kuryla",)),
        ("all + hosts", (*ALL, "kuryla")),
        ("tous sauf press", ("gaudin", "roatta", "port1", "suhas")),
        ("TOUS SAUF PRESS", ("gaudin", "roatta", "port1", "suhas")),
        ("todos salvo press", ("gaudin", "roatta", "port1", "suhas")),
        ("all except for press", ("gaudin", "roatta", "port1", "suhas")),
        ("sauf press", ("gaudin", "roatta", "port1", "suhas")),
        ("-press", ("gaudin", "roatta", "port1", "suhas")),
        ("- press", ("gaudin", "roatta", "port1", "suhas")),
        ("\u2013 press", ("gaudin", "roatta", "port1", "suhas")),
        ("all -press", ("gaudin", "roatta", "port1", "suhas")),
        ("all - press", ("gaudin", "roatta", "port1", "suhas")),
        ("all \u2013 press", ("gaudin", "roatta", "port1", "suhas")),
        ("all \u2212press", ("gaudin", "roatta", "port1", "suhas")),
        ("all - press - officials", ("port1", "suhas")),
        ("all - press, officials", ("port1", "suhas")),
        ("tous sauf les officials", ("port1", "suhas", "port2", "reporter")),
        ("tous sauf la French Tech", ("gaudin", "roatta", "port1", "port2", "reporter")),
        ("todos salvo los officials", ("port1", "suhas", "port2", "reporter")),
        ("officials + Jean Roatta; port - press", ("gaudin", "roatta", "port1")),
        ("port - press; officials", ("gaudin", "roatta", "port1")),
        ("- press; all", ("gaudin", "roatta", "port1", "suhas")),
        ("press - all", ()),
    ],
)  # fmt: skip
def test_an_expression(tmp_path: Path, who: str, expected: tuple[str, ...]) -> None:
    assert people_of(tmp_path, who) == expected


NOBODY = 'nobody is called "{}": no person, organisation or group'


def test_people_come_in_protocol_order_whatever_the_order_of_the_terms(tmp_path: Path) -> None:
    assert people_of(tmp_path, "reporter; port1; roatta; suhas; gaudin") == (
        "gaudin",
        "roatta",
        "port1",
        "suhas",
        "reporter",
    )


def test_an_organisation_without_people_attends_itself(tmp_path: Path) -> None:
    found = loaded(tmp_path, SETTINGS, events=event("Empty, Co; port"), **TABLES)
    assert found.problems == ()
    assert found.mission is not None
    assert found.mission.events["opening"].who.people == ("port1", "port2", "emptyco")
    stand_in = found.mission.people["emptyco"]
    assert (stand_in.name, stand_in.stands_for, stand_in.side) == (
        "Empty, Co",
        "emptyco",
        "delegation",
    )
    assert stand_in.origin.cell("name") == Source("organisations.csv", 6, "name")


def test_a_stand_in_takes_no_id_of_a_person(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        events=event("org:x; x"),
        people="id,name\nx,Jean\n",
        organisations="id,name\nx,Org X\n",
    ).mission
    assert found is not None
    assert found.events["opening"].who.people == ("x-organisation",)


@pytest.mark.parametrize(
    ("who", "terms", "remedy"),
    [
        ("Cabau Woerhel", ["Cabau Woerhel"], "did you mean Christine Cabau Woehrel?"),
        ("Jean Rotta", ["Jean Rotta"], "did you mean Jean Roatta?"),
        ("gaudn", ["gaudn"], "did you mean Jean-Claude Gaudin?"),
        ("oficials", ["oficials"], "did you mean officials?"),
        ("Portmiammi", ["Portmiammi"], "did you mean PortMiami?"),
        ("tous sauf pres", ["pres"], "did you mean press or ports?"),
        ("roatta; xyz", ["xyz"], "write a name from people or organisations, a group, or all;"
         " separate them with ;"),
        ("roatta, xyz", ["xyz"], "write a name from people or organisations, a group, or all;"
         " separate them with ;"),
    ],
)  # fmt: skip
def test_a_term_that_names_nobody(tmp_path: Path, who: str, terms: list[str], remedy: str) -> None:
    found = problems(tmp_path, SETTINGS, events=event(who), **TABLES)
    code = "name" if remedy.startswith("did you mean") else "reference"
    assert found == [("events.csv:2", code, NOBODY.format(term)) for term in terms]
    assert remedies(tmp_path, SETTINGS, events=event(who), **TABLES) == [remedy]


def test_the_terms_that_are_known_still_count(tmp_path: Path) -> None:
    found = loaded(tmp_path, SETTINGS, events=event("roatta, xyz; gaudin; q - w"), **TABLES)
    assert len(found.problems) == 3
    assert found.mission is not None
    assert found.mission.events["opening"].who.people == ("gaudin", "roatta")


def test_every_cell_with_a_misspelt_name_is_told(tmp_path: Path) -> None:
    events = (
        "title,date,start,end,who,optional,hosts\nA,6/11,9h,10h,Rotta,,\nB,6/11,9h,10h,,Rotta,Rotta"
    )
    found = loaded(tmp_path, events=events, **TABLES).problems
    assert [problem.at[0] for problem in found] == [
        Source("events.csv", 2, "who"),
        Source("events.csv", 3, "hosts"),
        Source("events.csv", 3, "optional"),
    ]


def test_a_name_two_people_have(tmp_path: Path) -> None:
    tables = {"people": "id,name\na,Jean\nb,Jean\n", "events": event("jean; a")}
    assert problems(tmp_path, **tables) == [
        ("events.csv:2", "reference", 'more than one row of people is called "jean"')
    ]
    assert remedies(tmp_path, **tables) == ["write the id"]


def test_a_group_may_bear_the_name_of_a_column_s_group_and_add_to_it(tmp_path: Path) -> None:
    mission = f"{MIAMI}[groups]\npress = 'press + roatta'\n"
    assert people_of(tmp_path, "press", mission) == ("roatta", "port2", "reporter")


def test_groups_that_name_each_other_in_a_circle(tmp_path: Path) -> None:
    mission = f"{MIAMI}[groups]\nbig = 'small + roatta'\nsmall = 'big; gaudin'\nself = 'self'\n"
    assert problems(tmp_path, mission, events=event("big"), **TABLES) == [
        ("mission.toml:8", "reference", NOBODY.format("big")),
        ("mission.toml:9", "reference", NOBODY.format("self")),
    ]
    found = loaded(tmp_path, mission, events=event("big"), **TABLES).mission
    assert found is not None
    assert found.events["opening"].who.people == ("gaudin", "roatta")


def test_a_long_chain_of_groups_is_no_traceback(tmp_path: Path) -> None:
    chain = "".join(f"g{n} = 'g{n + 1}'\n" for n in range(2000))
    found = loaded(tmp_path, f"{MIAMI}[groups]\n{chain}", events=event("g0"), **TABLES)
    assert {problem.code for problem in found.problems} == {"reference"}
    assert found.mission is not None


def test_a_group_that_names_nobody(tmp_path: Path) -> None:
    mission = f"{MIAMI}[groups]\n'Les élus' = 'Jean Rotta'\n"
    assert problems(tmp_path, mission, events=event("les elus"), **TABLES) == [
        ("mission.toml:7", "reference", NOBODY.format("Jean Rotta"))
    ]
    assert remedies(tmp_path, mission, events=event("les elus"), **TABLES) == [
        "did you mean Jean Roatta?"
    ]


def test_an_expression_from_the_command_line(tmp_path: Path) -> None:
    found = loaded(tmp_path, SETTINGS, **TABLES)
    assert found.people_called("officials; nobody - gaudin") == (("roatta",), ("nobody",))


def test_without_a_table_of_people_names_are_taken_as_written(tmp_path: Path) -> None:
    found = loaded(tmp_path, events=event("Jean Roatta; Anna - Anna"))
    assert found.problems == ()
    assert found.mission is not None
    assert [person.name for person in found.mission.people.values()] == ["Jean Roatta", "Anna"]
    assert found.mission.events["opening"].who.people == ("jean-roatta",)


@pytest.mark.parametrize("between", [" et ", " & ", " / ", " and ", " y ", "/"])
def test_a_list_of_known_names_that_is_not_separated(tmp_path: Path, between: str) -> None:
    assert people_of(tmp_path, f"Jean Roatta{between}port1") == ("roatta", "port1")


def test_a_list_with_someone_unknown_is_guessed_at(tmp_path: Path) -> None:
    found = remedies(tmp_path, events=event("Jean Roatta et autres"), **TABLES)
    assert found == ["did you mean Jean Roatta?"]


@pytest.mark.parametrize(
    ("who", "remedy"),
    [
        ("tous sauf roatta + gaudin", "write: tous - roatta - gaudin"),
        ("all except press; port", "write: all - press - port"),
        ("chiefs; port - press; roatta", "write: chiefs + port - press - roatta"),
        ("all - press; kuryla + port", "write: all - press + kuryla - port"),
    ],
)
def test_what_is_added_after_an_exclusion_and_adds_nobody(
    tmp_path: Path, who: str, remedy: str
) -> None:
    found = loaded(tmp_path, SETTINGS, events=event(who), **TABLES)
    assert [(p.code, p.severity) for p in found.problems] == [("reference", Severity.WARNING)]
    assert remedies(tmp_path, SETTINGS, events=event(who), **TABLES) == [remedy]


@pytest.mark.parametrize(
    "who", ["all - press; kuryla", "roatta + all - press", "all - press - port"]
)
def test_additions_that_add_someone_or_come_first_are_not_doubted(tmp_path: Path, who: str) -> None:
    assert problems(tmp_path, events=event(who), **TABLES) == []
