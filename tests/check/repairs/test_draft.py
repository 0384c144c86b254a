"""The repairs of the draft mission: nearly every error has one, and they can all be made."""

import csv
import shutil
from collections.abc import Sequence
from functools import cache
from io import StringIO
from pathlib import Path

from itinerary.check import check
from itinerary.check.since import marks
from itinerary.load import load_mission
from itinerary.problems import Edit, Problem, Severity, Suggestion
from itinerary.timetable import Timetable
from tests.check.repairs.tables import found_in

DRAFT = Path(__file__).parents[3] / "data" / "miami-2017-draft"


@cache
def found() -> list[tuple[Problem, tuple[Suggestion, ...]]]:
    return found_in(DRAFT)


def problems(folder: Path, edits: Sequence[Edit] = ()) -> list[Problem]:
    reading = load_mission(folder, edits)
    assert reading.mission is not None
    return check(Timetable(reading.mission), reading.problems)


def errors(found: Sequence[Problem]) -> list[Problem]:
    return [problem for problem in found if problem.severity is Severity.ERROR]


def write(folder: Path, edits: Sequence[Edit]) -> None:
    """Types the edits into the files, as someone would in a spreadsheet."""
    for file in {edit.at.file for edit in edits}:
        path = folder / file
        encoding = "cp1252" if file == "events.csv" else "utf-8"
        text = path.read_bytes().decode(encoding)
        delimiter = ";" if file == "events.csv" else ","
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
        assert len(rows) == text.count("\n"), "the line of a row is its number"
        for edit in (edit for edit in edits if edit.at.file == file):
            row = rows[edit.at.row - 1]
            if edit.at.column:
                row[rows[0].index(edit.at.column)] = edit.text
            else:
                row[:] = [""] * len(row)
        out = StringIO(newline="")
        csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
        path.write_bytes(out.getvalue().encode(encoding))


def test_nine_errors_in_ten_have_a_repair() -> None:
    wanted = [one for one in found() if one[0].severity is Severity.ERROR]
    repaired = [one for one in wanted if one[1]]
    assert len(wanted) >= 35
    assert len(repaired) >= 0.9 * len(wanted)


def test_every_repair_mends_its_problem_when_it_is_typed_in() -> None:
    before = problems(DRAFT)
    known = {mark for problem in errors(before) for mark in marks(problem)}
    for problem, suggestions in found():
        for suggestion in suggestions:
            after = problems(DRAFT, suggestion.edits)
            left = {mark for other in after for mark in marks(other)}
            assert marks(problem).isdisjoint(left), suggestion
            assert {mark for other in errors(after) for mark in marks(other)} <= known, suggestion
            assert len(after) < len(before), suggestion


def test_all_first_repairs_leave_no_error(tmp_path: Path) -> None:
    folder = tmp_path / "draft"
    shutil.copytree(DRAFT, folder)
    edits = [edit for _, repairs in found() if repairs for edit in repairs[0].edits]
    write(folder, edits)
    assert errors(problems(folder)) == []
