"""`rules` and `rule NAME`: what the checks look for, without a mission and with one's settings."""

import json
from pathlib import Path
from typing import Any

import pytest

from itinerary.check import RULES, code_of, rule_names, thresholds
from tests.cli.missions import SMALL, write_mission
from tests.cli.running import call

CHECKS = """
mission
[checks]
travel = "off"
file = "off"
[checks.rest]
severity = "error"
hours = 9
[checks.meal]
earliest = "12:00"
"""


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a mission, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(*arguments: str | Path) -> dict[str, dict[str, Any]]:
    """Each rule by its code."""
    data = json.loads(call(*arguments, "rules", "--format", "json").out)
    return {rule["rule"]: rule for rule in data}


def test_every_rule_is_listed_in_the_order_of_the_documentation(nowhere: Path) -> None:
    assert tuple(listed()) == rule_names()
    ran = call("rules")
    assert (ran.code, ran.err) == (0, "")
    codes = [line.split()[0] for line in ran.out.splitlines() if line[0] != " "]
    assert tuple(codes) == rule_names()


def test_the_list_has_the_first_sentence_and_the_thresholds(nowhere: Path) -> None:
    found = listed()
    assert found["rest"] == {
        "rule": "rest",
        "severity": "warning",
        "default_severity": "warning",
        "finds": "Someone of the delegation has a short night.",
        "thresholds": [{"name": "hours", "default": 10, "value": 10}],
    }
    assert found["time"] == {
        "rule": "time",
        "severity": "error",
        "default_severity": "error",
        "finds": "A cell is no date or time, or a time that the clocks never show, or show twice.",
        "thresholds": [],
    }
    named = {code: [t["name"] for t in rule["thresholds"]] for code, rule in found.items()}
    rules = {code_of(rule): list(thresholds(rule)) for rule in RULES}
    assert {code: named[code] for code in rules} == rules


def test_no_summary_is_more_than_a_sentence(nowhere: Path) -> None:
    summaries = [rule["finds"] for rule in listed().values()]
    assert [text for text in summaries if text[-1] != "." or ". " in text] == []


def test_the_settings_of_a_mission_are_in_force(tmp_path: Path) -> None:
    found = listed("-m", write_mission(tmp_path, SMALL + CHECKS))
    severities = {code: rule["severity"] for code, rule in found.items()}
    assert {code: severities[code] for code in ("travel", "rest", "overlap", "file")} == {
        "travel": "off", "rest": "error", "overlap": "error", "file": "error",
    }  # fmt: skip
    assert found["rest"]["default_severity"] == "warning"
    assert found["rest"]["thresholds"] == [{"name": "hours", "default": 10, "value": 9}]
    assert {t["name"]: t["value"] for t in found["meal"]["thresholds"]} == {
        "minutes": 45, "earliest": "12:00", "latest": "14:30",
    }  # fmt: skip


def test_the_text_says_what_differs(tmp_path: Path) -> None:
    lines = call("-m", write_mission(tmp_path, SMALL + CHECKS), "rules").out.splitlines()
    texts = [" ".join(line.split()) for line in lines]
    assert "rest error Someone of the delegation has a short night." in texts
    assert "hours = 9 (by default 10)" in texts
    assert 'earliest = "12:00" (by default "11:30")' in texts
    assert 'latest = "14:30"' in texts


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_of_the_list_is_longer_than_asked(width: int, nowhere: Path) -> None:
    lines = call("--width", str(width), "rules").out.splitlines()
    assert [line for line in lines if len(line) > width] == []


def test_a_rule_is_explained_with_an_example_and_its_repair(nowhere: Path) -> None:
    assert (
        call("rule", "capacity").out.split("\n\n", 2)[2].split("\n\n", 1)[1]
        == """\
people.csv
    id,name
    levy,Hélène Lévy
    suhas,Jean-François Suhas

venues.csv
    id,name,capacity
    lounge,Lounge,1
    hall,County hall,80

events.csv
    id,title,date,start,end,venue,who
    talks,Talks,2017-11-06,10:00,11:00,lounge,all

check says
    events.csv:2  error  capacity
        2 people are expected at "Talks" (Mon 6 Nov 10:00); Lounge takes 1
        also venues.csv:2

Repaired
    events.csv:2
        talks,Talks,2017-11-06,10:00,11:00,hall,all
"""
    )


@pytest.mark.parametrize("code", rule_names())
def test_every_rule_can_be_explained(code: str, nowhere: Path) -> None:
    ran = call("rule", code)
    assert (ran.code, ran.err, ran.out.split()[0]) == (0, "", code)
    headings = [line for line in ran.out.splitlines() if line in ("check says", "Repaired")]
    assert headings == ["check says", "Repaired"]


def test_the_thresholds_in_force_are_part_of_the_help(tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, SMALL + CHECKS), "rule", "rest")
    assert ran.out.splitlines()[0] == "rest  error"
    lines = ran.out.splitlines()
    at = lines.index("Set in mission.toml, below the line [checks.rest]")
    assert lines[at + 1] == "    hours = 9 (by default 10)"


def test_a_name_may_be_approximate(nowhere: Path) -> None:
    expected = call("rule", "long-day")
    assert [call("rule", name) for name in ("long_day", "Long Day", "LONG-DAY")] == [expected] * 3


def test_a_rule_that_is_none(nowhere: Path) -> None:
    assert call("rule", "trav") == (
        2, "", 'error: "trav" is not a rule\n    did you mean travel?\n',
    )  # fmt: skip
    assert call("rule", "").code == 2
    assert call("rule").code == 2


def test_a_mission_that_is_named_must_be_readable_and_one_that_lies_around_need_not(
    nowhere: Path,
) -> None:
    expected = call("rules")
    (nowhere / "mission.toml").write_text("title = ")
    assert call("rules") == expected
    ran = call("-m", nowhere, "rules")
    assert (ran.code, ran.out) == (2, "")
