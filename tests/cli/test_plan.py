"""`plan`: every meeting placed as well as can be, what cannot be explained, one file written."""

import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from itinerary.cli.planned import Outcome, faults_of
from itinerary.cli.planned_if import Task
from itinerary.load import load_folder
from itinerary.plan.result import Placement, Plan, planned
from itinerary.problems import Problem
from itinerary.times import DateReader, Span, read_moment
from itinerary.timetable import Timetable
from tests.cli.missions import write_mission
from tests.cli.running import Ran, call
from tests.cli.terminal import on_terminal

pytest.importorskip("ortools", reason="plans need the extra `plan`")

FAIR = """\
mission
[meetings]
sessions = ["2017-11-06 14:00/15:00", "2017-11-07 09:00/09:40"]

people
id,name,organisation,languages
ann,Ann,acme,fr;en
bob,Bob,acme,fr;en
eve,Eve,guests,en
kim,Kim,guests,en

organisations
id,name,side,promised_meetings
acme,Acme,delegation,2
guests,Guests,host,

venues
id,name,tables,capacity
hall,Hall,1,
room,Room,,20

events
id,title,date,start,end,venue,who
talk,Talk,2017-11-07,09:00,09:40,room,ann

meetings
id,title,who,counterpart,duration,venue,earliest,latest,priority,start,table
M1,First,ann,eve,20,hall,2017-11-06 14:00,2017-11-06 14:20,1,,
M2,Second,bob,kim,20,hall,2017-11-06 14:20,2017-11-06 14:40,2,,
M3,Third,bob,eve,20,hall,,,2,2017-11-06 14:40,1
"""
"""Each request has one place it can have."""
LOST = "M4,Fourth,ann,kim,20,hall,2017-11-07 09:00,2017-11-07 09:40,3,,\n"
"""Ann is at the talk all the time."""
CLASH = "M5,Fifth,bob,kim,20,room,,,2,2017-11-06 14:50,\n"
"""Bob is still at the third meeting, which is pinned too."""
PLAN = """\
meeting,start,end,venue,table,resources
M1,2017-11-06 14:00,2017-11-06 14:20,hall,1,
M2,2017-11-06 14:20,2017-11-06 14:40,hall,1,
"""


def plan(path: Path, *options: str, text: str = FAIR) -> Ran:
    return call("-m", write_mission(path / "fair", text), "plan", *options)


def data(path: Path, *options: str, text: str = FAIR) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(plan(path, *options, "-f", "json", text=text).out)
    return found


def written(path: Path) -> dict[str, str]:
    """The plan, and the one before it, as far as they are there."""
    names = ("plan.csv", "plan.csv.bak")
    files = (path / "fair" / name for name in names)
    return {file.name: file.read_text() for file in files if file.exists()}


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


def test_as_if_it_were_otherwise(tmp_path: Path) -> None:
    """Told as the difference to the plan there is."""
    text = f"{FAIR}{LOST}\nplan\n{PLAN}"
    found = data(tmp_path, "--keep", "--what-if", "meeting=Fourth earliest=6 nov", text=text)
    assert (found["placed"], found["gained"], found["unplaced"]) == (3, [], [
        {"meeting": "M4", **{k: found["unplaced"][0][k] for k in ("reasons", "relaxations")}}
    ])  # fmt: skip
    wider = ("--what-if", "meeting=Fourth earliest=6 nov", "--what-if", "venue=Hall tables=+1")
    ran = plan(tmp_path, "--keep", *wider, text=text)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == (
        'What if: "Fourth" from Mon 6 Nov 00:00 at the earliest and Hall with 2 tables?'
    )
    gained = [line for line in ran.out.splitlines() if line.startswith("    now has a place: F")]
    assert len(gained) == 1
    assert written(tmp_path) == {"plan.csv": PLAN}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("venue=hall tables=+2", "Hall with 3 tables"),
        ("venue=hall tables=-1", "Hall with 0 tables"),
        ("venue=hall tables=-9", "Hall with 0 tables"),
        ("venue=hall tables=12", "Hall with 12 tables"),
        ("venue = hall  tables = 1", "Hall with 1 table"),
        ("venue=Room capacity=-4", "Room with room for 16 people"),
        ("venue=hall capacity=2", "Hall with room for 2 people"),
        ("meeting=M1 duration=1h", '"First" lasting 1 h'),
        ("meeting=M1 earliest=2017-11-06 14:20", '"First" from Mon 6 Nov 14:20 at the earliest'),
        ("meeting=M1 latest=2017-11-07", '"First" until Wed 8 Nov 00:00 at the latest'),
        ("meeting=M1 priority=3", '"First" of priority 3'),
        ("meeting=M1 status=cancelled", '"First" cancelled'),
        ("who=ann away=2017-11-07", "Ann away from Tue 7 Nov 00:00 to Wed 8 Nov 00:00"),
        (
            "who=acme away=2017-11-06 14:00..2017-11-06 14:20",
            "Ann and Bob away from Mon 6 Nov 14:00 to Mon 6 Nov 14:20",
        ),
    ],
)
def test_what_can_be_supposed(change: str, said: str, tmp_path: Path) -> None:
    found = plan(tmp_path, "--what-if", change)
    assert found.out.replace("\n", " ").startswith(f"What if: {said}? ")
    assert (found.code in (0, 1), found.err, written(tmp_path)) == (True, "", {})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("", '"" is no change'),
        ("tables=2", '"tables=2" is no change'),
        ("town=hall tables=2", '"town=hall tables=2" is no change'),
        ("venue=hall doors=2", '"doors" cannot be changed of a venue'),
        ("venue=hall duration=2", '"duration" cannot be changed of a venue'),
        ("venue=hall tables=some", '"some" is not a number of tables'),
        ("venue=room tables=+1", "Room has no tables of which there could be more or fewer"),
        ("venue=nowhere tables=2", '"nowhere" is not in the table of venues'),
        ("meeting=M9 duration=20", '"M9" is not in the table of meetings'),
        ("meeting=M1 duration=long", '"long" is not a length of time'),
        ("meeting=M1 earliest=soon", '"soon" is not a date and a time'),
        ("meeting=M1 priority=4", '"4" is not a priority'),
        ("meeting=M1 status=maybe", '"maybe" is not a status to try'),
        ("who=ann away=whenever", '"whenever" is not a date and a time'),
        ("who=zzzz away=2017-11-07", '"zzzz" is not in the table of people'),
    ],
)
def test_what_cannot_be_supposed(change: str, sentence: str, tmp_path: Path) -> None:
    ran = plan(tmp_path, "--what-if", change)
    assert (ran.code, ran.out, written(tmp_path)) == (2, "", {})
    assert ran.err.startswith(f"error: {sentence}")
    assert ran.err.count("\n") > 1


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
    bad = "M4,Fourth,nobody,kim,20,hall,,,2,,\n"
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


def faults(
    path: Path, text: str, only: frozenset[str] | None = None, second: str = "14:00"
) -> list[Problem]:
    """What is wrong with a plan that has the second meeting when the first is, or at a time."""
    mission = load_folder(write_mission(path / "fair", text)).mission
    assert mission is not None
    dates = DateReader(mission.starts, mission.ends)
    spans = []
    for clock in ("14:00", second):
        start = read_moment(f"2017-11-06 {clock}", dates, mission.zone)
        spans.append(Span(start, start + timedelta(minutes=20)))
    found = Plan(
        "optimal", {"M1": Placement(spans[0], "hall", 1), "M2": Placement(spans[1], "hall", 2)}
    )
    return faults_of(Outcome(Task(mission, only), found, Timetable(planned(mission, found))))


DOUBLE = FAIR.replace("Second,bob", "Second,ann").replace("Hall,1,", "Hall,2,")
"""Ann in both of them."""


def test_the_checks_are_the_referee_of_a_plan(tmp_path: Path) -> None:
    found = faults(tmp_path, DOUBLE)
    assert [(fault.code, fault.items) for fault in found] == [
        ("overlap", ("meeting:M1", "meeting:M2"))
    ]
    assert faults(tmp_path, DOUBLE, second="14:20") == []


def test_the_referee_looks_at_what_was_decided(tmp_path: Path) -> None:
    """Two meetings that were to stay where they are, are no fault of the plan."""
    assert faults(tmp_path, DOUBLE, frozenset({"bob"})) == []
    assert len(faults(tmp_path, DOUBLE, frozenset({"kim"}))) == 1


@pytest.mark.parametrize("severity", ["warning", "off"])
def test_the_referee_obeys_the_mission(severity: str, tmp_path: Path) -> None:
    text = DOUBLE.replace("[meetings]", f'[checks]\noverlap = "{severity}"\n[meetings]')
    assert faults(tmp_path, text) == []


def test_the_referee_accepts_what_is_accepted(tmp_path: Path) -> None:
    accepted = "\naccepted\nrule,subject,reason,by\noverlap,M1; M2,Ann is quick,Bob\n"
    assert faults(tmp_path, DOUBLE + accepted) == []


def test_progress_is_for_a_terminal_and_stays_off_the_plan(tmp_path: Path) -> None:
    folder = write_mission(tmp_path / "fair", FAIR)
    shown = on_terminal("-m", folder, "plan", "--dry-run")
    assert shown.code == 0
    assert "planning: left out, by the weight of their priority" in shown.text
    assert shown.text.endswith("14:40   1  Third · pinned\n")
