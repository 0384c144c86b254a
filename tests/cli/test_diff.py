"""`diff`: what changed between two folders, or revisions of git, and for whom."""

import csv
import json
import subprocess
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tests.cli.missions import write_mission
from tests.cli.running import DRAFT, MIAMI, ROOT, call, run
from tests.golden import golden

OLD = """\
people
id,name,groups,rank
ann,Ann Brun,press,1
bob,Bob Col,press,2
eve,Eve Dor,,

events
id,title,date,start,end,who
one,One,2017-11-06,10:00,11:00,ann; bob
two,Two,2017-11-07,10:00,11:00,eve
"""
NEW = OLD.replace("06,10:00", "06,10:30").replace("eve,Eve Dor,,\n", "").replace(",eve\n", ",bob\n")
MOVED = "Mon 6 Nov 10:30–11:00  moved  One  time: 10:00–11:00 → 10:30–11:00; for: Ann Brun, Bob Col"
OTHERS = (
    "Tue 7 Nov 10:00–11:00  other people  Two  now expected: Bob Col; no longer expected: Eve Dor"
)
REPORT = f"""\
Monday 6 November 2017
{MOVED}

Tuesday 7 November 2017
{OTHERS}

People and places
-  left  Eve Dor

1 moved, 1 changed otherwise and 1 left; 3 people are concerned.
"""


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    return write_mission(tmp_path / "old", OLD), write_mission(tmp_path / "new", NEW)


def test_two_folders(both: tuple[Path, Path]) -> None:
    assert call("diff", *both) == (0, REPORT, "")
    assert call("diff", both[0] / "mission.toml", both[1]) == (0, REPORT, "")


def test_the_mission_of_m_is_the_later_one(both: tuple[Path, Path]) -> None:
    old, new = both
    assert call("-m", new, "diff", old) == (0, REPORT, "")


def test_nothing(both: tuple[Path, Path]) -> None:
    old, _ = both
    out = "Nothing has changed in 2 events, 0 meetings and 3 people.\n"
    assert call("diff", old, old) == (0, out, "")
    assert call("diff", "--exit-code", old, old).code == 0


def test_1_where_something_changed_if_asked(both: tuple[Path, Path]) -> None:
    assert call("diff", "--exit-code", *both) == (1, REPORT, "")
    assert call("diff", "--exit-code", *both, "--day", "lundi 6").code == 1
    assert call("diff", "--exit-code", *both, "--day", "mercredi 8").code == 0


def test_some_people(both: tuple[Path, Path]) -> None:
    assert call("diff", *both, "--who", "press - bob").out == (
        "Monday 6 November 2017\n"
        "Mon 6 Nov 10:30–11:00  moved  One  time: 10:00–11:00 → 10:30–11:00; for: Ann Brun\n"
        "\n"
        "1 moved; 1 person is concerned.\n"
    )


@pytest.mark.parametrize("who", ["eve", "Eve Dor", "dor"])
def test_somebody_who_has_left(who: str, both: tuple[Path, Path]) -> None:
    assert call("diff", *both, "--who", who, "--by", "person").out == (
        "Eve Dor  Tue 7 Nov 10:00–11:00  no longer expected  Two\n"
        "Eve Dor  -  left  Eve Dor\n"
        "1 changed otherwise and 1 left; 1 person is concerned.\n"
    )


def test_a_day_on_which_nothing_changed_for_somebody(both: tuple[Path, Path]) -> None:
    assert call("diff", *both, "--who", "ann", "--day", "mardi 7").out == (
        "Nothing has changed on Tue 7 Nov concerning ann in 2 events, 0 meetings and 2\npeople.\n"
    )


def test_by_person(both: tuple[Path, Path]) -> None:
    assert call("diff", *both, "--by", "person").out.splitlines() == [
        "Ann Brun  Mon 6 Nov 10:30–11:00  moved  One  time: 10:00–11:00 → 10:30–11:00",
        "Bob Col  Mon 6 Nov 10:30–11:00  moved  One  time: 10:00–11:00 → 10:30–11:00",
        "Bob Col  Tue 7 Nov 10:00–11:00  now expected  Two",
        "Eve Dor  Tue 7 Nov 10:00–11:00  no longer expected  Two",
        "Eve Dor  -  left  Eve Dor",
        "1 moved, 1 changed otherwise and 1 left; 3 people are concerned.",
    ]


def test_markdown(both: tuple[Path, Path]) -> None:
    old, new = both
    assert (
        call("diff", old, new, "-f", "md").out.replace("\\_", "_")
        == f"""\
# Changes from {old} to {new}

1 moved, 1 changed otherwise and 1 left; 3 people are concerned.

## Monday 6 November 2017

- **10:30–11:00** *moved* One
  - time: 10:00–11:00 → 10:30–11:00
  - for: Ann Brun, Bob Col

## Tuesday 7 November 2017

- **10:00–11:00** *other people* Two
  - now expected: Bob Col
  - no longer expected: Eve Dor

## People and places

- *left* Eve Dor
"""
    )
    lines = call("diff", old, new, "-f", "md", "--by", "person").out.splitlines()
    assert lines[4:8] == [
        "## Ann Brun", "", "- **Mon 6 Nov 10:30–11:00** *moved* One",
        "  - time: 10:00–11:00 → 10:30–11:00",
    ]  # fmt: skip


def test_json(both: tuple[Path, Path]) -> None:
    old, new = both
    data = json.loads(call("diff", old, new, "-f", "json").out)
    assert (data["old"], data["new"], data["people"]) == (str(old), str(new), ["ann", "bob", "eve"])
    assert data["counts"] == {"moved": 1, "otherwise": 1, "left": 1}
    moved, others = data["items"]
    place = {"id": "event:one", "title": "One", "venue": "", "to": "", "table": None}
    end = "2017-11-06T11:00:00-05:00"
    assert moved == {
        "kind": "event",
        "what": ["moved"],
        "before": {
            **place, "start": "2017-11-06T10:00:00-05:00", "end": end, "status": "confirmed",
        },
        "after": {
            **place, "start": "2017-11-06T10:30:00-05:00", "end": end, "status": "confirmed",
        },
        "on": [], "off": [], "now_required": [], "now_optional": [], "details": [],
        "people": ["ann", "bob"],
    }  # fmt: skip
    assert (others["on"], others["off"], others["people"]) == (["bob"], ["eve"], ["bob", "eve"])
    assert data["rows"] == [{"kind": "person", "id": "eve", "what": "left", "details": []}]


def test_json_by_person(both: tuple[Path, Path]) -> None:
    data = json.loads(call("diff", *both, "-f", "json", "--by", "person").out)
    parts = [(one["id"], [item["part"] for item in one["items"]]) for one in data["people"]]
    assert parts == [("ann", ["moved"]), ("bob", ["moved", "on"]), ("eve", ["off"])]
    assert [item["off"] for item in data["people"][1]["items"]] == [[], []]


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Test", "-c", "user.email=test@test.example")
    subprocess.run(["git", "-C", str(folder), *names, *arguments], check=True, capture_output=True)


def test_revisions_of_the_missions_own_folder(tmp_path: Path) -> None:
    folder = write_mission(tmp_path / "missions" / "miami", OLD)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "before")
    write_mission(folder, NEW)
    assert call("-m", folder, "diff", "HEAD") == (0, REPORT, "")
    git(tmp_path, "commit", "--quiet", "-a", "-m", "after")
    assert call("-m", folder, "diff", "HEAD~1", "HEAD") == (0, REPORT, "")
    assert call("-m", folder, "diff", "HEAD", "HEAD").out[:7] == "Nothing"
    assert (folder / "events.csv").read_text() == NEW.split("events\n")[1]


def workbook(folder: Path, path: Path) -> Path:
    """The tables of a mission as sheets, its `mission.toml` beside them."""
    with Workbook(path) as book:
        for table in sorted(folder.glob("*.csv")):
            sheet = book.add_worksheet(table.stem)
            for number, row in enumerate(csv.reader(table.read_text().splitlines())):
                sheet.write_row(number, 0, row)
    path.with_suffix(".toml").write_bytes((folder / "mission.toml").read_bytes())
    return path


def test_a_workbook_and_one_of_a_revision(tmp_path: Path, both: tuple[Path, Path]) -> None:
    old, new = both
    book = workbook(old, tmp_path / "mission.xlsx")
    assert call("diff", book, new) == (0, REPORT, "")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "before")
    workbook(new, book)
    assert call("-m", book, "diff", "HEAD") == (0, REPORT, "")


@pytest.mark.parametrize("old", ["nowhere", "", " ", "x" * 100, "HEAD:events.csv"])
def test_what_is_no_state(old: str, both: tuple[Path, Path]) -> None:
    assert call("-m", both[0], "diff", old) == (
        2,
        "",
        f'error: "{old}" is no folder, no workbook and no revision of git\n'
        "    write the folder of a mission, or a revision such as HEAD~1 or main@{yesterday}\n",
    )


def test_a_folder_that_is_mistyped_where_no_mission_is_near(
    both: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    ran = call("diff", "nowhere", both[0])
    assert (ran.code, ran.err.splitlines()[0]) == (
        2, 'error: "nowhere" is no folder, no workbook and no revision of git',
    )  # fmt: skip


def test_a_name_longer_than_a_file_can_have(both: tuple[Path, Path]) -> None:
    ran = call("-m", both[0], "diff", "x" * 5000)
    assert (ran.code, ran.out, ran.err[:10]) == (2, "", 'error: "xx')


@pytest.mark.parametrize(
    "more", [("--who", "nobody at all"), ("--who", ""), ("--day", "soon"), ("--by", "day")]
)
def test_what_cannot_be_asked(more: tuple[str, ...], both: tuple[Path, Path]) -> None:
    ran = call("diff", *both, *more)
    assert (ran.code, ran.out, bool(ran.err)) == (2, "", True)


def test_a_folder_that_is_no_mission(tmp_path: Path, both: tuple[Path, Path]) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    ran = call("diff", empty, both[1])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == f'error: "{empty}" has no mission that can be read'


def test_cells_that_are_no_use_are_told_and_the_rest_compared(both: tuple[Path, Path]) -> None:
    old, new = both
    with (old / "events.csv").open("a") as table:
        table.write("bad,Bad,2017-11-07,25h30,,ann\n")
    assert call("diff", old, new) == (
        0,
        REPORT,
        f"1 cell of the tables of {old} cannot be used, so this may be incomplete\n",
    )


@pytest.mark.parametrize("name", ["diff-draft.txt", "diff-draft.80.txt", "diff-draft.md",
                                  "diff-draft-vassal.120.txt"])  # fmt: skip
def test_the_draft_and_the_mission(name: str) -> None:
    options = {
        "diff-draft.txt": ("diff",),
        "diff-draft.80.txt": ("--width", "80", "diff", "--day", "lundi 6"),
        "diff-draft.md": ("diff", "-f", "md"),
        "diff-draft-vassal.120.txt": ("--width", "120", "diff", "--who", "vassal", "--by=person"),
    }[name]
    folders = [str(path.relative_to(ROOT)) for path in (DRAFT, MIAMI)]
    ran = run(*options, *folders, cwd=ROOT)
    assert (ran.code, ran.out) == (0, golden(name, ran.out))
