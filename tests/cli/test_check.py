"""`check`: the report in every form, and what `--who` and `--rule` leave of it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from itinerary.check import rule_names
from tests.cli.missions import QUIET, write_mission
from tests.cli.running import DRAFT, MIAMI, call
from tests.golden import golden

BROKEN = """\
people
id,name,groups
levy,=cmd(),press
suhas,Jean-François Suhas,

venues
id,name,capacity
hall,+1 [Hall] <b>,1

events
id,title,date,start,end,venue,who
tea,@Tea,2017-11-06,15:00,17:00,hall,levy
talks,Talks,2017-11-06,16:00,17:30,hall,levy; suhas
supper,Supper,2017-11-06,25h30,,hall,press
late,Late night,2017-11-31,22:00,23:00,hall,nobdy
"""
"""Two clashes, a room too small, a time and a date that are none, a stranger, and formulas."""


@pytest.mark.parametrize("form", ["txt", "json", "csv", "md"])
def test_a_small_mission(form: str, tmp_path: Path) -> None:
    name = {"txt": "text"}.get(form, form)
    ran = call("-m", write_mission(tmp_path, BROKEN), "check", "--format", name)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == golden(f"check-small.{form}", ran.out)


@pytest.mark.parametrize("width", ["", "80", "120"])
def test_the_draft_of_the_sample(width: str) -> None:
    options = ["--width", width] if width else []
    ran = call("-m", DRAFT, *options, "check")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == golden(f"check-draft{width and f'-{width}'}.txt", ran.out)


def test_a_clean_mission() -> None:
    assert call("-m", MIAMI, "check") == (
        0, "No problem in 42 events, 234 meetings and 195 people.\n", "",
    )  # fmt: skip
    assert call("-m", MIAMI, "check", "--format", "md").out == (
        "# Conflicts: Marseille-Provence in Miami, November 2017\n\nNo problem was found.\n"
    )
    assert json.loads(call("-m", MIAMI, "check", "--format", "json").out) == {
        "mission": "miami-2017",
        "counts": {"error": 0, "warning": 0},
        "problems": [],
    }


def test_a_pipe_gets_each_problem_on_a_line_and_what_belongs_to_it_below() -> None:
    lines = call("-m", DRAFT, "check").out.splitlines()
    problems = [line for line in lines if re.match(r"\w+\.csv(:\d+)?  (error|warning)  ", line)]
    data = json.loads(call("-m", DRAFT, "check", "--format", "json").out)["problems"]
    assert sorted(problems) == sorted(
        f"{p['at'][0]['file']}:{p['at'][0]['row']}  {p['severity']}  {p['rule']}  {p['message']}"
        for p in data
    )
    headings = [one for one in lines if one and one not in problems and one[:4] != "    "]
    assert headings == [
        "First of all: Jean-Claude Gaudin",
        "On no particular day",
        "Monday 11 September 2017",
        "Saturday 4 November 2017",
        "Sunday 5 November 2017",
        "Monday 6 November 2017",
        "Tuesday 7 November 2017",
        "Wednesday 8 November 2017",
        "Thursday 9 November 2017",
        "Friday 10 November 2017",
        "Thursday 7 December 2017",
        lines[-1],
    ]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_longer_than_asked(width: int) -> None:
    ran = call("-m", DRAFT, "--width", str(width), "check")
    assert [line for line in ran.out.splitlines() if len(line) > width] == []


def test_the_contract_with_scripts(tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, QUIET), "check", "--format", "json")
    assert json.loads(ran.out) == {
        "mission": "miami",
        "counts": {"error": 1, "warning": 0},
        "problems": [
            {
                "rule": "overlap",
                "severity": "error",
                "message": 'Hélène Lévy is expected at "Walk by the bay" (Tue 7 Nov 08:00) and at'
                ' "Visit of the terminals" (Tue 7 Nov 08:30) at once, 08:30–09:00',
                "hint": None,
                "people": ["levy"],
                "items": ["event:walk", "event:visit"],
                "at": [
                    {"file": "events.csv", "row": 5, "column": "start"},
                    {"file": "events.csv", "row": 6, "column": "start"},
                ],
                "suggestions": [],
                "day": "2017-11-07",
            }
        ],
    }


def test_every_problem_keeps_the_contract() -> None:
    data = json.loads(call("-m", DRAFT, "check", "--format", "json").out)
    problems = data["problems"]
    severities = [problem["severity"] for problem in problems]
    assert data["counts"] == {s: severities.count(s) for s in ("error", "warning")}
    assert {tuple(problem) for problem in problems} == {
        ("rule", "severity", "message", "hint", "people", "items", "at", "suggestions", "day")
    }
    assert {tuple(at) for problem in problems for at in problem["at"]} == {
        ("file", "row", "column")
    }
    kinds = {item.split(":")[0] for problem in problems for item in problem["items"]}
    assert kinds == {"event", "meeting", "journey", "transfer"}
    assert {problem["rule"] for problem in problems} <= set(rule_names())


def test_a_spreadsheet_takes_no_cell_for_a_formula(tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, BROKEN), "check", "--format", "csv")
    assert ran.out.startswith(
        "\ufefffile,row,column,severity,rule,message,hint,people,items,also,day\r\n"
    )
    assert ran.out.count("\n") == ran.out.count("\r\n")
    rows = list(csv.reader(io.StringIO(ran.out.removeprefix("\ufeff"), newline="")))
    assert [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")] == []
    assert "'+1 [Hall] <b> is used twice at once" in [row[5].split(":")[0] for row in rows]


def test_the_csv_has_the_problems_of_the_json() -> None:
    table = call("-m", DRAFT, "check", "--format", "csv").out.removeprefix("\ufeff")
    data = json.loads(call("-m", DRAFT, "check", "--format", "json").out)["problems"]
    assert [
        (row["file"], int(row["row"]), row["rule"], row["message"], row["people"])
        for row in csv.DictReader(io.StringIO(table, newline=""))
    ] == [
        (p["at"][0]["file"], p["at"][0]["row"], p["rule"], p["message"], "; ".join(p["people"]))
        for p in data
    ]


def test_only_what_concerns_a_person(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, BROKEN)
    for who, rules in {
        "levy": ["overlap", "venue", "capacity"],
        "jf": ["venue", "capacity"],
    }.items():
        ran = call("-m", mission, "check", "--who", who, "--format", "json")
        assert [problem["rule"] for problem in json.loads(ran.out)["problems"]] == rules


def test_only_some_rules() -> None:
    ran = call("-m", DRAFT, "check", "--rule", "closed", "--rule", "weekday", "--format", "json")
    rules = [problem["rule"] for problem in json.loads(ran.out)["problems"]]
    assert (ran.code, rules) == (1, ["closed", "weekday", "closed"])


def test_what_is_left_out_fails_nothing(tmp_path: Path) -> None:
    assert call("-m", write_mission(tmp_path, BROKEN), "check", "--rule", "column") == (
        0, "No problem of rule column in 2 events, 0 meetings and 2 people.\n", INCOMPLETE,
    )  # fmt: skip


INCOMPLETE = (
    "3 cells of the tables cannot be used, so this may be incomplete; see: itinerary check\n"
)


def test_the_summary_names_what_was_looked_for(tmp_path: Path) -> None:
    within = "in 5 events, 1 meeting and 4 people.\n"
    mission = write_mission(tmp_path, QUIET)
    for options, expected in {
        ("--who", "suhas"): "concerning Jean-François Suhas",
        ("--rule", "venue"): "of rule venue",
        ("--rule", "venue", "--rule", "travel"): "of rules venue and travel",
        ("--rule", "overlap", "--who", "jf"): "of rule overlap concerning Jean-François Suhas",
    }.items():
        assert call("-m", mission, "--width", "200", "check", *options) == (
            0,
            f"No problem {expected} {within}",
            "",
        )


def test_a_filtered_report_says_that_it_may_be_incomplete(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, BROKEN)
    assert call("-m", mission, "check", "--who", "levy", "--format", "csv").err == INCOMPLETE
    assert call("-m", mission, "check", "--rule", "time").err == INCOMPLETE
    everything = ("--rule", "time", "--rule", "reference")
    assert call("-m", mission, "check").err == ""
    assert call("-m", mission, "check", *everything).err == ""


def test_a_rule_that_is_none() -> None:
    assert call("-m", MIAMI, "check", "--rule", "trav") == (
        2, "", 'error: "trav" is not a rule\n    did you mean travel?\n',
    )  # fmt: skip
    last = rule_names()[-1]
    assert call("-m", MIAMI, "check", "--rule", "xyz") == (
        2,
        "",
        f'error: "xyz" is not a rule\n    write one of {", ".join(rule_names()[:-1])} or {last}\n',
    )


def test_warnings_alone_fail_nothing(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, f'{QUIET}overlap = "warning"')
    ran = call("-m", mission, "check")
    assert (ran.code, ran.out.splitlines()[-1]) == (
        0, "0 errors and 1 warning; 1 person is concerned.",
    )  # fmt: skip
