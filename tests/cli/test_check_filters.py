"""What `check` leaves in a report: a day, a severity, rules; and the day it takes for today."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.missions import write_mission
from tests.cli.running import DRAFT, ROOT, call
from tests.cli.terminal import on_terminal

MISSION = """\
mission
[checks]
capacity = "warning"

people
id,name,rank
levy,Hélène Lévy,1
suhas,Jean-François Suhas,

venues
id,name,capacity
hall,Hall,1

events
id,title,date,start,end,venue,who,status
briefing,Briefing,2017-11-06,15:00,17:00,,levy,
talks,Talks,2017-11-06,16:00,17:30,hall,levy; suhas,
supper,Supper,2017-11-07,19:00,21:00,,suhas,draft
drinks,Drinks,2017-11-07,20:00,22:00,,suhas,
late,Late,2017-11-07,25h30,,,suhas,
"""


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    return write_mission(tmp_path / "mission", MISSION)


def rules(mission: Path, *options: str) -> list[str]:
    ran = call("-m", mission, "check", "-f", "json", "--today", "2017-10-01", *options)
    return [problem["rule"] for problem in json.loads(ran.out)["problems"]]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["overlap", "capacity", "overlap", "time"]),
        (("--day", "2017-11-06"), ["overlap", "capacity"]),
        (("--day", "mardi 7"), ["overlap"]),
        (("-d", "J+2"), ["overlap", "capacity"]),
        (("-d", "J+4"), []),
        (("--min-severity", "error"), ["overlap", "overlap", "time"]),
        (("--min-severity", "warning"), ["overlap", "capacity", "overlap", "time"]),
        (("--rule", "overlap", "--rule", "capacity"), ["overlap", "capacity", "overlap"]),
        (("--rule", "OVERLAP"), ["overlap", "overlap"]),
        (("--who", "suhas", "--day", "lundi 6"), ["capacity"]),
        (("--who", "levy", "--rule", "overlap", "--day", "7 nov"), []),
    ],
)
def test_filters_combine(mission: Path, options: tuple[str, ...], expected: list[str]) -> None:
    assert rules(mission, *options) == expected


def test_a_problem_of_two_days_is_one_of_both(tmp_path: Path) -> None:
    text = MISSION.replace(
        "late,Late,2017-11-07,25h30,,,suhas,",
        "late,Late,2017-11-07,22:00,09:00,,suhas,\nearly,Early,2017-11-08,08:00,09:00,,suhas,",
    )
    night = write_mission(tmp_path, text)
    found = [rules(night, "--rule", "overlap", "--day", day) for day in ("7 nov", "8 nov")]
    assert found == [["overlap", "overlap"], ["overlap"]]


def test_today_is_given_and_else_the_day_it_is(mission: Path) -> None:
    for today, expected in {
        "2017-11-05": ["unconfirmed"],
        "2017-10-01": [],
        "2017-11-08": [],
    }.items():
        found = rules(mission, "--rule", "unconfirmed", "--today", today)
        assert (today, found) == (today, expected)
    ran = call("-m", mission, "check", "-f", "json", "--rule", "unconfirmed")
    assert json.loads(ran.out)["problems"] == []


@pytest.mark.parametrize(
    "options", [("--day", "soon"), ("--today", "soon"), ("--today", ""), ("--min-severity", "bad")]
)
def test_2_where_an_option_means_nothing(mission: Path, options: tuple[str, ...]) -> None:
    ran = call("-m", mission, "check", *options)
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--day", "J+2"), "on Mon 6 Nov"),
        (("--min-severity", "error", "--rule", "venue"), "of rule venue of severity error"),
        (
            ("--day", "8 nov", "--who", "levy", "--rule", "travel"),
            "of rule travel on Wed 8 Nov concerning Hélène Lévy",
        ),
    ],
)
def test_an_empty_report_says_what_was_looked_for(
    tmp_path: Path, options: tuple[str, ...], expected: str
) -> None:
    text = MISSION.partition("briefing,")[0] + "only,Only,2017-11-09,9:00,10:00,,all,\n"
    ran = call("--width", "200", "-m", write_mission(tmp_path, text), "check", *options)
    assert (ran.code, ran.out) == (
        0, f"No problem {expected} in 1 event, 0 meetings and 2 people.\n",
    )  # fmt: skip


def test_each_problem_has_its_day(mission: Path) -> None:
    data = json.loads(call("-m", mission, "check", "-f", "json", "--today", "2017-10-01").out)
    assert [problem["day"] for problem in data["problems"]] == [
        "2017-11-06", "2017-11-06", "2017-11-07", None,
    ]  # fmt: skip
    table = call("-m", mission, "check", "-f", "csv", "--today", "2017-10-01").out
    assert [line.rsplit(",", 1)[1] for line in table.splitlines()] == [
        "day", "2017-11-06", "2017-11-06", "2017-11-07", "",
    ]  # fmt: skip


def test_github_names_files_from_where_it_runs(
    mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, expected in {
        mission.parent: "mission/events.csv",
        mission: "events.csv",
        ROOT: f"{mission}/events.csv",
    }.items():
        monkeypatch.chdir(folder)
        ran = call("-m", mission, "check", "-f", "github", "--rule", "time")
        assert ran.out == (
            f'::error file={expected},line=6,title=time::"25h30" is not a time'
            "%0Atry: write a time such as 14:30\n"
        )
        assert (ran.code, ran.err) == (1, "1 error and 0 warnings.\n")


def test_github_says_nothing_where_nothing_is_wrong(mission: Path) -> None:
    assert call("-m", mission, "check", "-f", "github", "--rule", "venue", "-d", "8 nov") == (
        0, "", INCOMPLETE,
    )  # fmt: skip


INCOMPLETE = (
    "1 cell of the tables cannot be used, so this may be incomplete; see: itinerary check\n"
)


def test_headings_are_bold_on_a_terminal(mission: Path) -> None:
    screen = on_terminal("-m", str(mission), "check", "--today", "2017-10-01", columns=100)
    bold = re.findall(r"\x1b\[1m([^\x1b]+)\x1b\[0m", screen.sent)
    assert [text for text in bold if ":" not in text or text.startswith("First")] == [
        "First of all: Hélène Lévy",
        "On no particular day",
        "Monday 6 November 2017",
        "Tuesday 7 November 2017",
    ]


@pytest.mark.parametrize("width", ["", "60"])
def test_groups_are_apart_by_a_blank_line(width: str) -> None:
    options = ["--width", width] if width else []
    text = call("-m", DRAFT, *options, "check").out
    blocks = text.rstrip("\n").split("\n\n")
    assert [block for block in blocks[:-1] if block.count("\n") == 0] == []
    assert [line for block in blocks for line in block.split("\n") if not line] == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("8 nov", ""),
        ("10/11/2017", ""),
        ("11/11/2017", "Sat 11 Nov is outside the mission, Sat 4 Nov to Fri 10 Nov\n"),
        ("3 nov 2018", "Sat 3 Nov 2018 is outside the mission, Sat 4 Nov to Fri 10 Nov\n"),
        (
            "11/08/2017",
            "Fri 11 Aug is outside the mission, Sat 4 Nov to Fri 10 Nov;"
            " did you mean 2017-11-08? Dates are read day first\n",
        ),
    ],
)
def test_a_day_of_which_nothing_is_known(mission: Path, day: str, expected: str) -> None:
    for form in ("text", "json", "html"):
        ran = call("-m", mission, "check", "--day", day, "--rule", "venue", "-f", form)
        assert (ran.code, ran.err) == (0, expected + INCOMPLETE)


def test_what_is_found_outside_the_mission_needs_no_warning(tmp_path: Path) -> None:
    late = MISSION.replace("late,Late,2017-11-07,25h30", "late,Late,2017-12-07,15h30")
    mission = write_mission(tmp_path, late)
    ran = call("-m", mission, "check", "--day", "7 dec", "--rule", "outside", "-f", "github")
    assert ran.err == "1 error and 0 warnings; 1 person is concerned.\n"


def test_a_threshold_that_is_left_out_makes_a_report_incomplete(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, MISSION.replace("25h30", "15h30") + "\n")
    settings = mission / "mission.toml"
    settings.write_text(settings.read_text() + '\n[checks.rest]\nhours = "nine"\n')
    assert call("-m", mission, "check", "--rule", "rest").err == INCOMPLETE
    assert call("-m", mission, "check", "--rule", "value").err == ""
