"""Thresholds of rules, set in `[checks]`."""

from datetime import time

import pytest

from itinerary.check import RULES, code_of, thresholds
from tests.check.findings import Finding, found

MISSION = """
    mission
    # Settings
    {checks}

    people
    id,name
    ann,Ann

    events
    id,title,kind,date,start,end,who,hosts
    talks,Talks,talks,2017-11-06,10:00,11:00,ann,
"""


def findings(checks: str) -> list[Finding]:
    return found(MISSION.format(checks=checks.replace("\n", "\n    ")))


def test_every_threshold_has_a_default_that_toml_can_say() -> None:
    for rule in RULES:
        for name, default in thresholds(rule).items():
            assert isinstance(default, int | str | time | tuple), (code_of(rule), name)
            assert name in (rule.__doc__ or ""), (code_of(rule), name)


def test_today_is_no_threshold() -> None:
    (unconfirmed,) = (rule for rule in RULES if code_of(rule) == "unconfirmed")
    assert unconfirmed.__kwdefaults__ == {"days": 3, "today": None}
    assert thresholds(unconfirmed) == {"days": 3}


def test_a_threshold_of_each_kind() -> None:
    assert [problem.code for problem in findings("")] == ["quorum"]
    assert findings("[checks.quorum]\nhosted = []") == []
    assert findings('[checks]\nquorum.hosted = ["visit"]') == []
    assert findings('[checks.quorum]\nseverity = "off"\nhosted = ["talks"]') == []
    (problem,) = findings('[checks.quorum]\nseverity = "error"\nofficials = "elus"')
    assert (problem.code, problem.severity) == ("quorum", "error")


@pytest.mark.parametrize("earliest", ['"10:00"', '"10h"', "10:00:00"])
def test_a_time_of_day(earliest: str) -> None:
    checks = f'[checks]\nquorum = "off"\nmeal.earliest = {earliest}\nmeal.latest = "11:30"'
    assert [problem.code for problem in findings(checks)] == ["meal"]


WHOLE = ("a whole number from 0 to 10000", "3")
CLOCK = ("a time of day in quotes", '"11:30"')
WORD = ("a text in quotes", '"officials"')
WORDS = ("a list of texts", '["ceremony", "signing", "signature", "firma"]')


@pytest.mark.parametrize(
    ("rule", "name", "value", "wanted"),
    [
        ("unconfirmed", "days", '"3"', WHOLE),
        ("unconfirmed", "days", "-1", WHOLE),
        ("unconfirmed", "days", "10001", WHOLE),
        ("unconfirmed", "days", f"{10**30}", WHOLE),
        ("unconfirmed", "days", "2.5", WHOLE),
        ("unconfirmed", "days", "true", WHOLE),
        ("meal", "earliest", '"noonish"', CLOCK),
        ("meal", "earliest", '"24:00"', CLOCK),
        ("meal", "earliest", '"11:30 UTC-5"', CLOCK),
        ("meal", "earliest", '"11:30-14:00"', CLOCK),
        ("quorum", "officials", "3", WORD),
        ("quorum", "signed", '"firma"', WORDS),
        ("quorum", "signed", "[1]", WORDS),
    ],
)
def test_what_cannot_be_used(rule: str, name: str, value: str, wanted: tuple[str, str]) -> None:
    shape, default = wanted
    problems = findings(f"[checks.{rule}]\n{name} = {value}")
    assert [problem for problem in problems if problem.code == "value"] == [
        Finding(
            "value",
            "error",
            f'"{name}" must be {shape}',
            (f"mission.toml:8 {name}",),
            hint=f"write {name} = {default}",
        )
    ]


def test_a_threshold_that_is_none() -> None:
    problems = findings(
        "[checks.unconfirmed]\ndais = 2\ntoday = 2017-11-06\n[checks.overlap]\nslack = 5"
    )
    assert [(p.severity, p.sentence, p.at, p.hint) for p in problems if p.code == "value"] == [
        (
            "warning",
            '"dais" is not known; it is left out',
            ("mission.toml:8 dais",),
            "did you mean days?",
        ),
        (
            "warning",
            '"today" is not known; it is left out',
            ("mission.toml:9 today",),
            "did you mean days?",
        ),
        (
            "warning",
            '"slack" is not known; it is left out',
            ("mission.toml:11 slack",),
            'this rule takes only severity = "error", "warning" or "off"',
        ),
    ]


def test_a_rule_that_is_none_is_said_once() -> None:
    problems = findings("[checks.unconfirmd]\ndays = 2")
    assert [(p.sentence, p.hint) for p in problems if p.code == "value"] == [
        ('"unconfirmd" is not known; it is left out', "did you mean unconfirmed?")
    ]


def test_the_greatest_thresholds() -> None:
    checks = ["[checks]", 'quorum = "off"']
    for rule in RULES:
        for name, default in thresholds(rule).items():
            if isinstance(default, int):
                checks.append(f"{code_of(rule)}.{name} = 10000")
    assert findings("\n".join(checks)) == []


def test_a_severity_that_is_misspelt() -> None:
    for rule in ("overlap", "value", "quorum"):
        (problem,) = (p for p in findings(f'[checks.{rule}]\nsevrity = "off"') if p.at[0][0] == "m")
        assert (problem.code, problem.hint) == ("value", "did you mean severity?")


def test_a_threshold_of_what_is_found_while_reading() -> None:
    problems = findings('[checks.value]\nhours = 3\nseverity = "warning"')
    assert [(p.severity, p.sentence, p.at, p.hint) for p in problems if p.code == "value"] == [
        (
            "warning",
            '"hours" is not known; it is left out',
            ("mission.toml:8 hours",),
            'this rule takes only severity = "error", "warning" or "off"',
        )
    ]


def test_a_name_with_a_dot_in_it() -> None:
    problems = findings('[checks]\n"a.b" = "off"')
    assert [p.sentence for p in problems if p.code == "value"] == [
        '"a.b" is not known; it is left out'
    ]


@pytest.mark.parametrize(
    ("checks", "line", "times"),
    [
        ('earliest = "13:00"\nlatest = "12:59"', "9 latest", ("13:00", "12:59")),
        ('earliest = "13:00"\nlatest = "13:00"', "9 latest", ("13:00", "13:00")),
        ('earliest = "14:30"', "8 earliest", ("14:30", "14:30")),
        ('latest = "11:00"', "8 latest", ("11:30", "11:00")),
    ],
)
def test_times_in_the_wrong_order(checks: str, line: str, times: tuple[str, str]) -> None:
    start, end = times
    problems = findings(f"[checks.meal]\n{checks}")
    assert [problem for problem in problems if problem.code == "value"] == [
        Finding(
            "value",
            "error",
            f'"earliest" ({start}) is not before "latest" ({end}); both are left out',
            (f"mission.toml:{line}",),
            hint="write the earlier time first",
        )
    ]
    checks = '[checks.meal]\nearliest = "13:00"\nlatest = "13:01"'
    assert [problem.code for problem in findings(checks)] == ["quorum"]
