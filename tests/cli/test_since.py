"""`check --since`: what is new and what is gone, beside a folder, a report or a revision."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.missions import write_mission
from tests.cli.running import Ran, call

BEFORE = """\
people
id,name,rank
ann,Ann,1
bob,Bob,2

events
id,title,date,start,end,who
one,One,2017-11-06,10:00,11:00,ann; bob
two,Two,2017-11-06,10:30,11:30,bob
late,Late,2017-11-06,25h30,26h,bob
"""
AFTER = BEFORE.replace("two,Two,2017-11-06,10:30,11:30,bob", "two,Two,2017-11-06,12:00,13:00,bob")
AFTER += "more,More,2017-11-06,12:30,13:30,ann; bob\n"
NEW = (
    'events.csv:3  error  overlap  Bob is expected at "Two" (Mon 6 Nov 12:00)'
    ' and at "More" (Mon 6 Nov 12:30) at once, 12:30–13:00'
)
GONE = (
    'events.csv:2  error  overlap  Bob is expected at "One" (Mon 6 Nov 10:00)'
    ' and at "Two" (Mon 6 Nov 10:30) at once, 10:30–11:00'
)


def folders(path: Path, before: str = BEFORE, after: str = AFTER) -> tuple[Path, Path]:
    return write_mission(path / "old", before), write_mission(path / "new", after)


def shown(ran: Ran) -> list[str]:
    """The headings and the problems of a report, without what is indented below them."""
    return [line for line in ran.out.splitlines() if line and not line.startswith(" ")]


def test_a_folder(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    ran = call("-m", new, "check", "--since", old)
    assert ran.code == 1
    assert shown(ran) == [
        "Monday 6 November 2017",
        NEW,
        f"Gone since {old}",
        GONE,
        "1 error and 0 warnings; 1 person is concerned.",
    ]


def test_a_report(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    report = tmp_path / "report.json"
    report.write_text(call("-m", old, "check", "--format", "json").out, encoding="utf-8")
    assert shown(call("-m", new, "check", "--since", report)) == [
        "Monday 6 November 2017",
        NEW,
        f"Gone since {report}",
        GONE,
        "1 error and 0 warnings; 1 person is concerned.",
    ]


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Test", "-c", "user.email=test@test.example")
    subprocess.run(["git", "-C", str(folder), *names, *arguments], check=True, capture_output=True)


def test_a_revision(tmp_path: Path) -> None:
    """The mission is a folder below the top of the repository; its files are left alone."""
    folder = write_mission(tmp_path / "missions" / "miami", BEFORE)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "before")
    write_mission(folder, AFTER)
    now = (folder / "events.csv").read_bytes()
    ran = call("-m", folder, "check", "--since", "HEAD")
    assert shown(ran)[1] == NEW
    assert shown(ran)[2:4] == ["Gone since HEAD", GONE]
    assert (folder / "events.csv").read_bytes() == now


def test_nothing_new(tmp_path: Path) -> None:
    old, _ = folders(tmp_path)
    ran = call("-m", old, "check", "--since", old)
    assert (ran.code, shown(ran)) == (
        0, ["Nothing new in 2 events, 0 meetings and 2 people since", f"{old}."],
    )  # fmt: skip


def test_another_order_of_rows_is_no_change(tmp_path: Path) -> None:
    people, events = BEFORE.split("\n\n")
    name, head, *rows = events.splitlines()
    turned = "\n".join((people, "", name, head, *reversed(rows), ""))
    old, new = folders(tmp_path, BEFORE, turned)
    assert call("-m", new, "check", "--since", old).code == 0


def test_one_more_person_is_new(tmp_path: Path) -> None:
    after = BEFORE.replace(
        "two,Two,2017-11-06,10:30,11:30,bob", "two,Two,2017-11-06,10:30,11:30,all"
    )
    old, new = folders(tmp_path, BEFORE, after)
    data = json.loads(call("-m", new, "check", "--since", old, "--format", "json").out)
    assert [problem["people"] for problem in data["problems"]] == [["ann", "bob"]]
    assert (data["since"], data["gone"]) == (str(old), [])


def test_what_the_head_of_delegation_does_is_told_when_it_moves(tmp_path: Path) -> None:
    after = BEFORE.replace("10:00,11:00,ann; bob", "08:00,09:00,ann; bob")
    old, new = folders(tmp_path, BEFORE, after)
    ran = call("-m", new, "check", "--since", old, "--rule", "precedence")
    assert (ran.code, shown(ran)[1]) == (
        0,
        'events.csv:2  warning  precedence  Ann: "One" (Mon 6 Nov 08:00) was Mon 6 Nov 10:00',
    )


def test_the_report_in_markdown(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    lines = call("-m", new, "check", "--since", old, "--format", "md").out.splitlines()
    assert [line for line in lines if line.startswith("## ")] == [
        "## Monday 6 November 2017 (1)",
        f"## Gone since {old} (1)".replace("_", "\\_"),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [("x.json", "{"), ("x.json", "[]"), ("x.json", '{"problems": [1]}'), ("x.txt", "\udcff")],
)
def test_a_file_that_is_no_report(name: str, text: str, tmp_path: Path) -> None:
    old, _ = folders(tmp_path)
    (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert call("-m", old, "check", "--since", tmp_path / name) == (
        2,
        "",
        f'error: "{name}" is not a report of check\n'
        "    write one with: itinerary check --format json\n",
    )


@pytest.mark.parametrize("old", ["nowhere", "--help", "", "HEAD:events.csv"])
def test_nothing_of_that_name(old: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, _ = folders(tmp_path)
    monkeypatch.chdir(folder)
    ran = call("-m", folder, "check", f"--since={old}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f'error: "{old}" ')


def test_a_folder_without_a_mission(tmp_path: Path) -> None:
    folder, _ = folders(tmp_path)
    ran = call("-m", folder, "check", "--since", tmp_path)
    assert (ran.code, ran.err) == (2, f'error: "{tmp_path}" has no mission that can be read\n')
