"""The code `guess`: what a cell was taken to mean is a warning, unless it is said to be more."""

import pytest

from tests.check.findings import Finding, found

TABLES = """
    people
    id,name
    suhas,Jean-François Suhas
    roatta,Jean Roatta

    events
    id,title,date,start,end,who
    talks,Talks,2017-11-06,10:00,11:00,{who}
"""


def test_a_guess_is_a_warning_that_names_its_cell() -> None:
    assert found(TABLES.format(who="M. Suhas")) == [
        Finding(
            "guess",
            "warning",
            '"M. Suhas" is read as Jean-François Suhas',
            ("events.csv:2 who",),
            hint="write Jean-François Suhas",
        )
    ]


@pytest.mark.parametrize("who", ["suhas", "Jean-François Suhas", "SUHAS Jean-Francois"])
def test_nothing_is_guessed_of_a_whole_name(who: str) -> None:
    assert found(TABLES.format(who=who)) == []


def test_a_number_of_people_is_no_empty_event() -> None:
    assert [problem.code for problem in found(TABLES.format(who="les 40"))] == ["guess"]


def test_who_it_is_is_asked_where_two_could_be_meant() -> None:
    assert found(TABLES.format(who="M. Jean")) == [
        Finding(
            "name",
            "error",
            '"M. Jean" may be more than one person',
            ("events.csv:2 who",),
            hint="did you mean Jean-François Suhas or Jean Roatta?",
        )
    ]
