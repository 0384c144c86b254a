"""Repairs of a mission written as a text, and of one in a folder."""

from collections.abc import Sequence
from pathlib import Path

from itinerary.check import check
from itinerary.check.repairs import Repairs
from itinerary.load import load_mission, read_cell
from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.problems import Edit, Problem, Source, Suggestion
from itinerary.timetable import Timetable
from tests.check.tables import loaded
from tests.missions import MIAMI, folder


class Files:
    """The tables of a folder, read anew for each trial."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def text(self, at: Source) -> str:
        return read_cell(self.folder, at)

    def reread(self, edits: Sequence[Edit]) -> tuple[Mission | None, Sequence[Problem]]:
        found = load_mission(self.folder, edits)
        return found.mission, found.problems


def found_in(folder: Path) -> list[tuple[Problem, tuple[Suggestion, ...]]]:
    """Every problem of a folder and its repairs."""
    found = load_mission(folder)
    assert found.mission is not None
    timetable = Timetable(found.mission)
    problems = check(timetable, found.problems)
    return list(Repairs(timetable, problems, Files(folder)).found())


def repairs(text: str) -> list[list[str]]:
    """What is suggested for each problem of a mission given as text, in English."""
    reading = loaded(text)
    assert reading.mission is not None
    timetable = Timetable(reading.mission)
    found = Repairs(timetable, check(timetable, reading.problems)).found()
    return [sentences(suggestions) for _, suggestions in found]


def written(path: Path, text: str) -> Path:
    """The tables of a text in a folder."""
    blocks = (block.split("\n", 1) for block in text.split("\n\n"))
    return folder(path, MIAMI, **{name: f"{rows}\n" for name, rows in blocks})


def sentences(suggestions: Sequence[Suggestion]) -> list[str]:
    words = Words()
    return [words.sentence(suggestion.message) for suggestion in suggestions]
