"""The gallery of problems: one broken mission for each code, and what `check` says of it.

`ITINERARY_UPDATE_GOLDENS=1` writes what is said now, to be read before it is committed.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from itinerary.check import READING, RULES, code_of, rule_names
from itinerary.cli.app import app

FOLDER = Path(__file__).with_name("broken")
CODES = rule_names()
ABOUT_READING = {
    "file": "A file that cannot be read, or that seems to be a table under another name.",
    "column": "A header that is missing, misspelt or there twice.",
    "value": "A cell that is no number, name, address, language or word of a list.",
    "time": "A cell that is no date or time, or a time that the clocks never show, or show twice.",
    "weekday": "A date and a day of the week that contradict each other.",
    "reference": "A name that is in no table.",
    "guess": "A cell that says something in a way that had to be guessed.",
    "duplicate": "An id, a way or a planned meeting that is there twice.",
}
PREFACE = """\
# Every problem, and what `itinerary check` says of it

Each folder here is a small mission with problems of one code, and of no other. Below are the
rows they are about, and the report. This page is written by `tests/test_broken.py`.
"""


def run(code: str, *options: str) -> tuple[int, str]:
    """The exit code and the standard output of `check` on a folder."""
    today = ("--today", "2017-11-02") if code == "unconfirmed" else ()
    result = CliRunner().invoke(app, ["-m", str(FOLDER / code), "check", *today, *options])
    return result.exit_code, result.stdout


def problems(code: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(code, "--format", "json")[1])["problems"]
    return found


def golden(path: Path, text: str) -> str:
    """What the file says, after it has been brought up to date if that was asked for."""
    if os.environ.get("ITINERARY_UPDATE_GOLDENS") == "1":
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def gallery() -> str:
    return "\n".join([PREFACE, *(line for code in CODES for line in section(code))])


def section(code: str) -> Iterator[str]:
    """The heading, the help, the rows and the report of a code."""
    yield f"## {code}\n"
    yield f"{about(code)}\n"
    for file, rows in cells(code).items():
        yield f"`{file}`\n"
        yield fenced("\n".join(essential(FOLDER / code / file, rows)))
    yield "The report:\n"
    yield fenced(run(code)[1].rstrip("\n"))


def about(code: str) -> str:
    """A rule's documentation, without its indents."""
    for rule in RULES:
        if code_of(rule) == code:
            return "\n".join(line.strip() for line in (rule.__doc__ or "").strip().splitlines())
    return ABOUT_READING[code]


def cells(code: str) -> dict[str, set[int]]:
    """The rows of each file that a problem of the folder names."""
    found: dict[str, set[int]] = {}
    for problem in problems(code):
        for at in problem["at"]:
            found.setdefault(at["file"], set()).add(at["row"])
    return dict(sorted(found.items()))


def essential(file: Path, rows: set[int]) -> Iterator[str]:
    """The header of a table and some of its rows."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if number in rows or (number == 1 and file.suffix == ".csv"):
            yield line


def fenced(text: str) -> str:
    return f"```text\n{text}\n```\n"


def test_a_folder_for_each_code() -> None:
    documented = {code_of(rule) for rule in RULES}
    assert tuple(ABOUT_READING) == tuple(code for code in READING if code not in documented)
    assert sorted(path.name for path in FOLDER.iterdir() if path.is_dir()) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_only_problems_of_its_own_code(code: str) -> None:
    assert {problem["rule"] for problem in problems(code)} == {code}


@pytest.mark.parametrize("code", CODES)
def test_report(code: str) -> None:
    exit_code, output = run(code)
    assert exit_code == 1
    assert output == golden(FOLDER / code / "expected.txt", output)


def test_gallery() -> None:
    text = gallery()
    assert text == golden(FOLDER / "README.md", text)
