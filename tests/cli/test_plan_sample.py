"""`plan` on the real mission, as it comes with the program, and made harder than it is."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import MIAMI, call

pytest.importorskip("ortools", reason="plans need the extra `plan`")


def sample(path: Path, **cells: str) -> Path:
    """A copy of the mission without its plan; with other cells in the row of RV001."""
    folder = path / "miami"
    shutil.copytree(MIAMI, folder)
    (folder / "plan.csv").unlink()
    file = folder / "meetings.csv"
    with file.open(encoding="utf-8", newline="") as text:
        rows = [*csv.DictReader(text)]
    assert rows[0]["id"] == "RV001"
    rows[0] |= cells
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, [*rows[0]])
        writer.writeheader()
        writer.writerows(rows)
    return folder


def planned(folder: Path, *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(call("-m", folder, "plan", "-f", "json", *options).out)
    return found


def test_the_plan_that_comes_with_the_mission_is_the_one_of_seed_1(tmp_path: Path) -> None:
    folder = sample(tmp_path)
    found = planned(folder, "--seed", "1")
    assert (folder / "plan.csv").read_bytes() == (MIAMI / "plan.csv").read_bytes()
    assert (found["status"], found["placed"], found["unplaced"]) == ("optimal", 234, [])
    report = call("-m", folder, "check")
    assert report.code == 0
    assert report.out == "No problem in 42 events, 234 meetings and 195 people.\n"


IMPOSSIBLE = {
    "on a Sunday without a session": (
        {"earliest": "2017-11-05 08:00", "latest": "2017-11-05 20:00"},
        "no session lies between Sun 5 Nov 08:00 and Sun 5 Nov 20:00",
        "later than its window",
        {"earliest": "2017-11-05 08:00", "latest": ""},
    ),
    "longer than any session": (
        {"duration": "260", "earliest": "", "latest": ""},
        "no session lasts 4 h 20",
        "3 h 20 instead of 4 h 20",
        {"duration": "200", "earliest": "", "latest": ""},
    ),
}
"""What makes it so, the reason, the first way out without its time, and what to type for it."""


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_what_is_made_impossible_has_its_reason_and_a_way_out(case: str, tmp_path: Path) -> None:
    cells, reason, way, remedy = IMPOSSIBLE[case]
    found = planned(sample(tmp_path / "before", **cells), "--dry-run")
    assert found["status"] == "optimal"
    assert [one["meeting"] for one in found["unplaced"]] == ["RV001"]
    assert found["unplaced"][0]["reasons"] == [reason]
    assert found["unplaced"][0]["relaxations"][0].partition(":")[0] == way
    after = planned(sample(tmp_path / "after", **remedy), "--dry-run")
    assert (after["placed"], after["unplaced"]) == (234, [])
