"""Rule `name`."""

import pytest

from tests.check.findings import Finding, found

PEOPLE = """
    organisations
    id,name
    port,Port
    club,Club

    people
    id,name,organisation
    one,{one}
    two,{two}

    events
    id,title,date,start,end,who
    lunch,Lunch,2017-11-06,12:00,12:30,{who}
"""


def codes(one: str, two: str, who: str = "port; club") -> list[str]:
    return [problem.code for problem in found(PEOPLE.format(one=one, two=two, who=who))]


def test_the_same_words_in_another_order() -> None:
    text = PEOPLE.format(
        one="Christine Cabau-Woehrel,port", two="Cabau Woehrel Christine,", who="port"
    )
    assert found(text) == [
        Finding(
            "name",
            "warning",
            "Christine Cabau-Woehrel and Cabau Woehrel Christine may be one person",
            ("people.csv:2 name", "people.csv:3 name"),
            ("one", "two"),
            hint="delete one of the rows, or accept in accepted.csv that they are two",
        )
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Christine Cabau Woerhel", "Christine Cabau-Woehrel"),
        ("Hélène Castelani", "Helene Castellani"),
        ("Jean Marchetti", "Jean Marchatti"),
        ("Jean Marchetti", "Jean Marcheti"),
        ("Jean Marchetti", "Jean Mrachetti"),
        ("Jean Marchetti", "Jean Marchettti"),
        ("Jean Morucci", "Jean Moruccii"),
        ("Philippe Stefanini", "Phillippe Stefanini"),
        ("J.-F. Suhas", "Jean-François Suhas"),
        ("J. Suhas", "Jean-François Suhas"),
        ("J. Suhas", "J.-F. Suhas"),
        ("Jean Suhas", "Jean Suhas"),
    ],
)
def test_nearly_the_same_in_one_organisation(one: str, two: str) -> None:
    for organisation in ("port", ""):
        assert codes(f"{one},{organisation}", f"{two},{organisation}") == ["name"]
    assert codes(f"{one},port", f"{two},club") == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Julien Raffaelli", "Julie Raffaelli"),
        ("Daniel Montiel", "Daniele Montiel"),
        ("Jean Roux", "Joan Roux"),
        ("Marie Marchetti", "Marie Marchatta"),
        ("Jean Marchetti", "Jean Marchetii-Roux"),
        ("Jean Castellani", "Luc Castellani"),
        ("Paul F. Kennedy", "Paul Kennedy"),
        ("J.-P. Suhas", "Jean-François Suhas"),
        ("F. Suhas", "Jean-François Suhas"),
        ("J. Suhas", "Jean-François Roux"),
        ("J.-F.", "Jean-François"),
    ],
)
def test_two_people(one: str, two: str) -> None:
    assert codes(f"{one},port", f"{two},port") == []


def test_three_of_one_name_are_one_problem() -> None:
    problems = found("""
        people
        id,name
        a,Anne Brun
        b,Anne Brun
        c,Brun Anne

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,12:30
    """)
    assert [problem.people for problem in problems] == [("a", "b", "c")]


def test_a_cell_with_nearly_a_name_is_an_error() -> None:
    text = PEOPLE.format(one="Jean Roatta,port", two="Luc Vidau,port", who="Jean Rotta")
    assert found(text) == [
        Finding(
            "name",
            "error",
            'nobody is called "Jean Rotta": no person, organisation or group',
            ("events.csv:2 who",),
            hint="did you mean Jean Roatta?",
        )
    ]


def test_a_cell_with_nobodys_name_is_a_reference() -> None:
    assert codes("Jean Roatta,port", "Luc Vidau,port", who="zzyzx") == ["reference"]


def test_an_organisation_that_is_unknown_is_none() -> None:
    assert codes("Jean Suhas,porto", "Jean Suhas,", who="one; two") == ["name", "reference"]


def test_names_taken_as_written_are_found_where_they_are_expected() -> None:
    (problem,) = found("""
        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,Christine Cabau
        lunch,Lunch,2017-11-06,12:00,12:30,Cabau Christine
    """)
    assert (problem.code, problem.at) == ("name", ("events.csv:2 who", "events.csv:3 who"))


def test_one_name_with_initials_three_times_is_one_problem() -> None:
    problems = found("""
        people
        id,name
        one,J. Suhas
        two,J. Suhas
        three,J. Suhas

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,one; two; three
    """)
    assert [(problem.code, problem.people) for problem in problems] == [
        ("name", ("one", "two", "three"))
    ]
