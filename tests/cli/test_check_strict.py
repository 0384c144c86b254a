"""`check --strict`: what had to be guessed is an error."""

import json
from pathlib import Path

import pytest

from tests.cli.missions import write_mission
from tests.cli.running import call

SILENT = 'promise = "off"'
MISSION = """\
mission
[checks]
{checks}

people
id,name
suhas,Jean-François Suhas

events
id,title,date,start,end,who
talks,Talks,2017-11-06,vers 16h,17:30,M. Suhas
walk,Walk,2017-11-06,18:00,,suhas
"""


def report(path: Path, checks: str, *options: str) -> tuple[int, list[tuple[str, str]]]:
    """The exit code, and each problem's rule and severity."""
    mission = write_mission(path / "mission", MISSION.format(checks=checks))
    ran = call("-m", mission, "check", "-f", "json", *options)
    return ran.code, [(p["rule"], p["severity"]) for p in json.loads(ran.out)["problems"]]


@pytest.mark.parametrize(
    ("checks", "options", "code", "guesses"),
    [
        (SILENT, (), 0, ["warning", "warning"]),
        (SILENT, ("--strict",), 1, ["error", "error"]),
        (SILENT, ("--strict", "--suggest"), 1, ["error", "error"]),
        ('guess = "error"', (), 1, ["error", "error"]),
        ('guess = "off"', (), 0, []),
        ('guess = "off"', ("--strict",), 1, ["error", "error"]),
    ],
)
def test_how_bad_a_guess_is(
    tmp_path: Path, checks: str, options: tuple[str, ...], code: int, guesses: list[str]
) -> None:
    found = [("guess", severity) for severity in guesses]
    assert report(tmp_path, checks, *options) == (code, [*found, ("time", "warning")])


def test_a_repair_is_what_was_understood(tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "mission", MISSION.format(checks=SILENT))
    ran = call("-m", mission, "check", "--strict", "--suggest", "--rule", "guess", "-f", "json")
    edits = [
        [(edit["column"], edit["text"]) for one in problem["suggestions"] for edit in one["edits"]]
        for problem in json.loads(ran.out)["problems"]
    ]
    assert edits == [[("start", "16:00")], [("who", "Jean-François Suhas")]]
