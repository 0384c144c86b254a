"""What `[checks]` in `mission.toml` does to rules."""

from pathlib import Path

import itinerary.check as check_room
from itinerary.check import READING, RULES, code_of, rule_names
from tests.check.findings import Finding, found


def test_a_rule_has_one_name() -> None:
    files = {path.stem for path in Path(check_room.__file__).parent.glob("*.py")}
    for rule in RULES:
        assert code_of(rule) == rule.__name__.replace("_", "-")
        assert rule.__module__ == f"itinerary.check.{rule.__name__}"
        assert rule.__name__ in files
        assert rule.__doc__
    codes = [code_of(rule) for rule in RULES]
    assert list(rule_names()) == list(dict.fromkeys((*codes, *READING)))
    assert len(set(codes)) == len(codes)


CLASHES = """
    mission
    [checks]
    {checks}

    people
    id,name
    ann,Ann

    venues
    id,name,capacity,opens,closes
    hall,Hall,0,12:00,13:00
    room,Room,,,

    events
    id,title,date,start,end,venue,who,capacity
    talks,Talks,2017-11-06,10:00,11:00,hall,ann,many
    visit,Visit,2017-11-06,10:30,11:30,hall,ann,
    lunch,Lunch,2017-11-06,11:30,12:00,room,ann,
    late,Late,2017-12-06,12:00,13:00,room,ann,

    absences
    who,start,end
    ann,2017-11-06 11:50,2017-11-06 11:55
"""
ALL = [
    ("absent", "error"),
    ("capacity", "error"),
    ("capacity", "error"),
    ("closed", "error"),
    ("closed", "error"),
    ("outside", "error"),
    ("overlap", "error"),
    ("travel", "error"),
    ("value", "error"),
    ("venue", "error"),
]


def codes(checks: str) -> list[tuple[str, str]]:
    return sorted((p.code, p.severity) for p in found(CLASHES.format(checks=checks)))


def test_without_a_policy() -> None:
    assert codes("") == ALL


def test_error_leaves_errors_as_they_are() -> None:
    checks = "\n    ".join(f'{name} = "error"' for name in rule_names())
    assert codes(checks) == ALL


def test_error_makes_an_error_of_a_warning() -> None:
    mission = """
        mission
        [checks]
        {checks}

        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who,optional
        talks,Talks,2017-11-06,07:00,08:00,ann,
        visit,Visit,2017-11-06,07:30,08:30,,ann
        dinner,Dinner,2017-11-06,20:00,22:00,ann,
    """
    for checks, severities in (
        ("", ["warning", "warning"]),
        ('overlap = "error"', ["warning", "error"]),
        ('long-day = "error"', ["error", "warning"]),
        ('long-day = "warning"', ["warning", "warning"]),
    ):
        problems = found(mission.format(checks=checks))
        assert [problem.code for problem in problems] == ["long-day", "overlap"]
        assert [problem.severity for problem in problems] == severities


def test_off() -> None:
    for rule in ("overlap", "travel", "venue", "capacity", "absent", "outside", "closed", "value"):
        assert codes(f'{rule} = "off"') == [one for one in ALL if one[0] != rule]


def test_warning() -> None:
    for rule in ("overlap", "travel", "venue", "capacity", "absent", "outside", "closed", "value"):
        assert codes(f'{rule} = "warning"') == [
            (code, "warning" if code == rule else severity) for code, severity in ALL
        ]


def test_files_cannot_be_off() -> None:
    mission = """
        mission
        [checks]
        file = "off"
        duplicate = "off"

        events
        id,title,date,start,end
        talks,Talks,2017-11-06,10:00,11:00
        talks,Talks,2017-11-06,10:00,11:00
        visit,"Visit,2017-11-06,12:00,13:00
    """
    (problem,) = found(mission)
    assert (problem.code, problem.at) == ("file", ("events.csv:4",))


def test_an_unknown_rule() -> None:
    assert found("""
        mission
        [checks]
        ovrlap = "off"
        zzyzx = "warning"

        events
        id,title,date,start,end
        talks,Talks,2017-11-06,10:00,11:00
    """) == [
        Finding(
            "value",
            "warning",
            '"ovrlap" is not known; it is left out',
            ("mission.toml:7 ovrlap",),
            hint="did you mean overlap?",
        ),
        Finding(
            "value",
            "warning",
            '"zzyzx" is not known; it is left out',
            ("mission.toml:8 zzyzx",),
            hint=f"write one of {', '.join(rule_names()[:-1])} or {rule_names()[-1]}",
        ),
    ]


def test_an_unknown_severity() -> None:
    (problem,) = found("""
        mission
        [checks]
        overlap = "of"

        events
        id,title,date,start,end
        talks,Talks,2017-11-06,10:00,11:00
    """)
    assert (problem.code, problem.sentence, problem.hint) == (
        "value",
        '"of" is not a severity',
        "write one of error, warning or off",
    )


def test_the_order_of_the_report() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,opens,closes
        hall,Hall,12:00,13:00

        events
        id,title,date,start,end,venue,who
        b,B,2017-11-06,10:30,11:30,hall,ann
        a,A,2017-11-06,10:00,11:00,hall,ann; zzyzx
    """)
    assert [(problem.at[0], problem.code) for problem in problems] == [
        ("events.csv:2 start", "closed"),
        ("events.csv:3 start", "closed"),
        ("events.csv:3 start", "overlap"),
        ("events.csv:3 venue", "venue"),
        ("events.csv:3 who", "reference"),
    ]
