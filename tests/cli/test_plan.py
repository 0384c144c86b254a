"""`plan`: every meeting placed as well as can be, what cannot be explained, one file written."""

import sys
from pathlib import Path

import pytest

from tests.cli.missions import write_mission
from tests.cli.planning import CLASH, FAIR, LOST, PLAN, data, plan, written
from tests.cli.running import call
from tests.cli.terminal import on_terminal

pytest.importorskip("ortools", reason="plans need the extra `plan`")


def test_every_meeting_gets_a_place(tmp_path: Path) -> None:
    ran = plan(tmp_path)
    assert (ran.code, ran.err) == (0, f"{tmp_path}/fair/plan.csv written\n")
    assert written(tmp_path) == {"plan.csv": PLAN}
    assert ran.out.splitlines()[:4] == [
        "3 of 3 meetings have a place, 1 of them pinned",
        "priority 1  1 of 1",
        "priority 2  2 of 2",
        "",
    ]
    assert ran.out.splitlines()[-4:] == [
        "Monday 6 November 2017 · Hall",
        "14:00   1  First",
        "14:20   1  Second",
        "14:40   1  Third · pinned",
    ]
    checked = call("-m", tmp_path / "fair", "check")
    assert (checked.code, checked.out.startswith("No problem")) == (0, True)


def test_for_a_script(tmp_path: Path) -> None:
    found = data(tmp_path)
    counts = [found[name] for name in ("status", "asked", "placed", "pinned", "unplaced")]
    assert counts == ["optimal", 3, 3, 1, []]
    assert found["objective"] == found["bounds"]
    assert found["placements"][0] == {
        "meeting": "M1",
        "start": "2017-11-06T14:00:00-05:00",
        "end": "2017-11-06T14:20:00-05:00",
        "venue": "hall",
        "table": 1,
        "resources": [],
        "pinned": False,
    }


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    first = plan(tmp_path)
    stamp = (tmp_path / "fair" / "plan.csv").stat().st_mtime_ns
    again = call("-m", tmp_path / "fair", "plan")
    assert (first.code, again.code) == (0, 0)
    assert again.err == f"{tmp_path}/fair/plan.csv is as it was\n"
    assert written(tmp_path) == {"plan.csv": PLAN}
    assert (tmp_path / "fair" / "plan.csv").stat().st_mtime_ns == stamp


def test_the_plan_before_is_kept(tmp_path: Path) -> None:
    old = PLAN.replace("14:20,2017-11-06 14:40", "14:40,2017-11-06 15:00")
    ran = plan(tmp_path, text=f"{FAIR}\nplan\n{old}")
    assert ran.err == (
        f"{tmp_path}/fair/plan.csv written; what it said before is in plan.csv.bak\n"
    )
    assert written(tmp_path) == {"plan.csv": PLAN, "plan.csv.bak": old}
    assert "1 meeting of the present plan changes; 2 people are to be told\n" in ran.out


@pytest.mark.parametrize(
    "options",
    [
        ("--dry-run",),
        ("--what-if", "venue=hall tables=2"),
        ("--explain", "M1"),
        ("--dry-run", "--keep", "--workers", "2", "--seed", "7", "--time-limit", "5"),
    ],
)
def test_nothing_is_written(options: tuple[str, ...], tmp_path: Path) -> None:
    assert plan(tmp_path, *options).err == ""
    assert written(tmp_path) == {}


def test_what_has_no_place_is_explained(tmp_path: Path) -> None:
    ran = plan(tmp_path, text=FAIR + LOST)
    assert ran.code == 1
    assert written(tmp_path) == {"plan.csv": PLAN}
    lines = ran.out.splitlines()
    assert lines[0] == "3 of 4 meetings have a place, 1 of them pinned"
    start = lines.index("Without a place")
    assert lines[start + 1] == "M4  Fourth"
    assert '    Ann is at "Talk", Tue 7 Nov 09:00–09:40' in lines[start:]
    found = data(tmp_path, text=FAIR + LOST)
    assert [one["meeting"] for one in found["unplaced"]] == ["M4"]
    assert (found["asked"], found["placed"]) == (4, 3)


def test_pinned_meetings_that_clash(tmp_path: Path) -> None:
    ran = plan(tmp_path, text=FAIR + CLASH)
    assert (ran.code, ran.err, written(tmp_path)) == (1, "", {})
    assert ran.out == (
        "These pinned meetings cannot all be held: Bob cannot be at both\n"
        '    M3  "Third", Mon 6 Nov 14:40\n'
        '    M5  "Fifth", Mon 6 Nov 14:50\n'
        "    try: empty the start of one of them in meetings.csv, or cancel it\n"
    )


def test_a_meeting_that_is_not_held(tmp_path: Path) -> None:
    ran = plan(tmp_path, "--drop", "Second")
    assert (ran.code, written(tmp_path)["plan.csv"].count("\n")) == (0, 2)
    assert ran.out.splitlines()[3:5] == [
        '"Second" is left out of this plan; to keep it so, write cancelled as its status',
        "in meetings.csv:3",
    ]


def test_only_the_meetings_of_some(tmp_path: Path) -> None:
    """The others stay where they are, be that good or bad; here where nobody sits."""
    old = PLAN.replace("14:20,2017-11-06 14:40,hall,1", "16:00,2017-11-06 16:20,room,")
    found = data(tmp_path, "--only", "ann", text=f"{FAIR}\nplan\n{old}")
    starts = {one["meeting"]: one["start"][11:16] for one in found["placements"]}
    assert (starts, found["changed"]) == ({"M1": "14:00", "M2": "16:00", "M3": "14:40"}, [])


def test_only_the_meetings_of_some_are_asked_for(tmp_path: Path) -> None:
    found = data(tmp_path, "--only", "ann")
    assert [one["meeting"] for one in found["placements"]] == ["M1", "M3"]
    assert (found["asked"], found["placed"]) == (2, 2)


def test_why_a_meeting_is_where_it_is(tmp_path: Path) -> None:
    ran = plan(tmp_path, "--explain", "first", text=f"{FAIR}\nplan\n{PLAN}")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[:2] == ["M1  First", "Mon 6 Nov 14:00, Hall, table 1"]


def test_why_a_meeting_is_nowhere(tmp_path: Path) -> None:
    ran = plan(tmp_path, "--explain", "M4", text=FAIR + LOST)
    assert (ran.code, ran.out.splitlines()[:2]) == (1, ["M4  Fourth", "It has no place."])
    found = data(tmp_path, "--explain", "M4", text=FAIR + LOST)
    assert (found["meeting"], found["placement"], found["others"]) == ("M4", None, [])
    assert 'Ann is at "Talk", Tue 7 Nov 09:00–09:40' in found["reasons"]


@pytest.mark.parametrize(
    "options",
    [
        ("--drop", "no such meeting"),
        ("--explain", "no such meeting"),
        ("--only", "nobody at all"),
        ("--only", ""),
        ("--time-limit", "0"),
        ("--workers", "0"),
        ("--seed", "many"),
        ("--format", "csv"),
    ],
)
def test_what_means_nothing(options: tuple[str, ...], tmp_path: Path) -> None:
    ran = plan(tmp_path, *options)
    assert (ran.code, ran.out, written(tmp_path)) == (2, "", {})
    assert ran.err != ""


def test_without_the_solver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools", None)
    expected = (
        "error: to plan meetings takes OR-Tools, which is not installed\n"
        "    type: pip install 'itinerary[plan]', or in a clone: pip install '.[plan]'\n"
    )
    assert plan(tmp_path) == (2, "", expected)
    assert plan(tmp_path, "--explain", "M1") == (2, "", expected)


def test_a_row_that_cannot_be_read_does_not_keep_the_rest_from_a_place(tmp_path: Path) -> None:
    """It has no hour that can be read, and the others are planned as if it had none."""
    bad = "M4,Fourth,zzyzx,kim,20,hall,,,2,,\n"
    ran = plan(tmp_path, text=FAIR + bad)
    assert (ran.code, written(tmp_path)) == (1, {"plan.csv": PLAN})
    assert ran.err.splitlines()[1:] == [
        "1 cell of the tables cannot be used, so this may be incomplete; see: itinerary check"
    ]


def test_a_plan_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    folder = write_mission(tmp_path / "fair", FAIR)
    (tmp_path / "mine.csv").write_text("meeting,start\n")
    (folder / "plan.csv").symlink_to(tmp_path / "mine.csv")
    ran = call("-m", folder, "plan")
    assert ran == (
        2,
        "",
        f'error: "{folder}/plan.csv" is a link to another file\n'
        "    replace it by the file itself\n",
    )
    assert (tmp_path / "mine.csv").read_text() == "meeting,start\n"


def test_progress_is_for_a_terminal_and_stays_off_the_plan(tmp_path: Path) -> None:
    folder = write_mission(tmp_path / "fair", FAIR)
    shown = on_terminal("-m", folder, "plan", "--dry-run")
    assert shown.code == 0
    assert "planning: left out, by the weight of their priority" in shown.text
    assert shown.text.endswith("14:40   1  Third · pinned\n")
