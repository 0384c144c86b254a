"""Rule `language`."""

import pytest

from tests.check.findings import Finding, found

MEETING = """
    people
    id,name,side,languages
    ann,Ann,,{ours}
    bob,Bob,,en
    hal,Hal,host,{theirs}

    resources
    id,name,kind,languages
    lea,Léa,interpreter,fr;en
    zoe,Zoé,interpreter,fr;es
    ivo,Ivo,interpreter,
    kit,Headsets,kit,fr;en

    events
    id,title,date,start,end
    lunch,Lunch,2017-11-06,12:00,13:00

    meetings
    id,title,who,optional,counterpart,start,duration,language,resources
    m1,Oil,ann,{optional},hal,{start},20,{language},{resources}
"""


def mission(**given: str) -> str:
    cells = {"ours": "fr", "theirs": "en", "optional": "", "language": "", "resources": ""}
    return MEETING.format(**{**cells, "start": "2017-11-06 10:00", **given})


def codes(**given: str) -> list[str]:
    return [problem.code for problem in found(mission(**given))]


def test_no_language_in_common() -> None:
    assert found(mission()) == [
        Finding(
            "language",
            "error",
            'Ann (fr) and Hal (en) share no language at "Oil" (Mon 6 Nov 10:00);'
            " no interpreter there speaks one of each",
            ("meetings.csv:2 who", "meetings.csv:2 counterpart", "meetings.csv:2 resources"),
            ("ann", "hal"),
            ("meeting:m1",),
            "write lea or ivo in its resources",
        )
    ]


def test_one_in_common_is_enough() -> None:
    assert codes(ours="fr;es", theirs="en;es") == []


@pytest.mark.parametrize(
    ("resources", "expected"),
    [
        ("lea", []),
        ("zoe; lea", []),
        ("ivo", []),
        ("zoe", ["language"]),
        ("kit", ["language"]),
        ("lee", ["reference", "language"]),
    ],
)
def test_an_interpreter_speaks_one_of_each(resources: str, expected: list[str]) -> None:
    assert codes(resources=resources) == expected


def test_who_is_optional_does_not_count() -> None:
    assert codes(optional="bob") == ["language"]


@pytest.mark.parametrize(("ours", "theirs"), [("", "en"), ("fr", ""), ("", "")])
def test_a_side_without_languages_is_not_judged(ours: str, theirs: str) -> None:
    assert codes(ours=ours, theirs=theirs) == []


def test_the_language_of_the_meeting() -> None:
    assert codes(ours="fr;en", language="en") == []
    assert codes(ours="fr;en", theirs="fr;en", language="es;fr") == []
    assert found(mission(ours="en", theirs="es;en", language="es")) == [
        Finding(
            "language",
            "error",
            'Ann does not speak es, the language of "Oil" (Mon 6 Nov 10:00);'
            " no interpreter is there to help",
            ("meetings.csv:2 who", "meetings.csv:2 language", "meetings.csv:2 resources"),
            ("ann", "hal"),
            ("meeting:m1",),
            "write ivo in its resources",
        )
    ]


def test_an_interpreter_for_the_language_of_the_meeting() -> None:
    spanish = {"ours": "fr", "theirs": "es;fr", "language": "es"}
    assert codes(**spanish, resources="lea") == ["language"]
    assert codes(**spanish, resources="zoe") == []


def test_a_side_that_is_unknown_leaves_the_other() -> None:
    (problem,) = found(mission(ours="", theirs="en", language="es"))
    assert problem.at[0] == "meetings.csv:2 counterpart"


def test_an_interpreter_between_the_sides_is_enough() -> None:
    assert codes(ours="fr", theirs="en", language="en", resources="lea") == []
    assert codes(ours="fr", theirs="en", language="en") == ["language"]


def test_what_has_no_time_is_not_judged_yet() -> None:
    assert codes(start="") == []


def test_nobody_to_ask() -> None:
    (problem,) = found("""
        people
        id,name,side,languages
        ann,Ann,,fr
        hal,Hal,host,en

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00

        meetings
        id,title,who,counterpart,start,duration
        m1,Oil,ann,hal,2017-11-06 10:00,20
    """)
    assert problem.hint == (
        "add an interpreter to its resources, or someone who speaks the language,"
        " or correct the language"
    )
