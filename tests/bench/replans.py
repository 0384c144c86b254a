"""The plan of a real mission: from nothing, and again when something has happened."""

import csv
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from itinerary.load import load_mission
from itinerary.plan.planner import Wanted, plan
from itinerary.plan.result import Progress
from tests.bench.planning import run_plan
from tests.bench.processes import Command

LATE_FROM, LATE_BY = datetime.fromisoformat("2017-11-06 14:00"), timedelta(hours=2)
HALL = "b2b-hall"
Cells = dict[str, str]


def mission_lines(program: Command, mission: Path) -> Iterator[str]:
    """Planned from nothing; then with each change, its present plan kept as far as can be."""
    yield "the Miami mission, 234 meetings, 30 of them pinned; changes with --keep"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "mission"
        shutil.copytree(mission, folder)
        yield f"{seconds_to_full(folder):8.2f} s  to the first full plan, in process"
        first = run_plan(program, folder)
        yield f"{first.seconds:8.2f} s  {_told(first.is_proven(), first.found)}  from nothing"
        for change, what in CHANGES.items():
            changed = Path(name) / what.__name__
            shutil.copytree(folder, changed)
            subject = what(changed)
            run = run_plan(program, changed, "--keep")
            yield (
                f"{run.seconds:8.2f} s  {_told(run.is_proven(), run.found)}"
                f"  {len(run.found['changed'])} meetings changed  {change.format(subject)}"
            )


def _told(is_proven: bool, found: Mapping[str, Any]) -> str:
    status = "proven" if is_proven else "not proven"
    return f"{found['placed']} of {found['asked']} placed, {status}"


def seconds_to_full(folder: Path) -> float:
    """From the reading of the tables to the first plan known to leave nothing out needlessly."""
    began = time.perf_counter()
    full: list[float] = []

    def look(progress: Progress) -> None:
        is_over = progress.stage != "unplaced"
        if is_over or (progress.best is not None and progress.best == progress.bound):
            full.append(time.perf_counter() - began)

    mission = load_mission(folder).mission
    assert mission is not None
    plan(mission, Wanted(), look)
    return full[0]


def cancel(folder: Path) -> str:
    """The host with the most meetings cancels all of them."""
    meetings = _read(folder / "meetings.csv")
    (host, _), *_ = Counter(row["counterpart"] for row in meetings).most_common(1)
    for row in meetings:
        if row["counterpart"] == host:
            row["status"] = "cancelled"
    _write(folder / "meetings.csv", meetings)
    return host


def delay(folder: Path) -> str:
    """Of those whose meetings are not pinned, the one with the most in these hours is away."""
    mission = load_mission(folder).mission
    assert mission is not None
    late = (f"{LATE_FROM:%Y-%m-%d %H:%M}", f"{LATE_FROM + LATE_BY:%Y-%m-%d %H:%M}")
    hit: Counter[str] = Counter()
    for row in _read(folder / "plan.csv"):
        if late[0] <= row["start"] < late[1]:
            hit.update(mission.meetings[row["meeting"]].who.people)
    pinned = {p for m in mission.meetings.values() if m.pinned for p in m.who.people}
    person = next(person for person, _ in hit.most_common() if person not in pinned)
    absences = _read(folder / "absences.csv")
    absences.append({"who": person, "start": late[0], "end": late[1], "reason": ""})
    _write(folder / "absences.csv", absences)
    return person


def close_table(folder: Path) -> str:
    """The last table of the hall cannot be used."""
    venues = _read(folder / "venues.csv")
    hall = next(row for row in venues if row["id"] == HALL)
    lost = hall["tables"]
    hall["tables"] = f"{int(lost) - 1}"
    _write(folder / "venues.csv", venues)
    return lost


CHANGES: Mapping[str, Callable[[Path], str]] = {
    "{} cancels": cancel,
    "{} is two hours late": delay,
    "table {} of the hall is lost": close_table,
}


def _read(path: Path) -> list[Cells]:
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def _write(path: Path, rows: list[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
