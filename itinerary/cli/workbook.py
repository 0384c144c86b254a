"""A mission as a workbook: made of its texts and its problems, and written."""

from pathlib import Path

import typer

from itinerary.check import check
from itinerary.cli.opened import Opened
from itinerary.cli.output import refuse
from itinerary.load import is_workbook
from itinerary.load.texts import read_text_mission
from itinerary.problems import say
from itinerary.publish.book_file import write_book
from itinerary.publish.folder import FolderError
from itinerary.show.book import Content, mission_book
from itinerary.show.problem_groups import reported


def book_of(mission: Opened) -> bytes:
    """The workbook, with every problem that `check` finds."""
    texts = read_text_mission(Path(mission.mission.folder))
    problems = reported(mission.timetable, check(mission.timetable, mission.problems))
    content = Content(texts.mission, texts.origins, texts.settings, mission.timetable, problems)
    return mission_book(content, mission.words)


def write_workbook(mission: Opened, to: Path, data: bytes) -> None:
    """To a file, or to one named for the mission in a folder; says where on standard error."""
    path = to if to.suffix.lower() == ".xlsx" else to / f"{mission.mission.id}.xlsx"
    if is_in_mission(path, Path(mission.mission.folder)):
        below = mission.words.text("sheet.mission.hint")
        raise refuse(mission.words, say("sheet.mission", file=str(path)), below)
    try:
        write_book(path, data)
    except FolderError as fault:
        lines = [mission.words.sentence(fault.hint)] if fault.hint else []
        raise refuse(mission.words, fault.message, *lines) from None
    typer.echo(mission.words.text("sheet.written", file=str(path)), err=True)


def is_in_mission(path: Path, mission: Path) -> bool:
    """Whether a file would be one of a mission's folder, or is the workbook that it is."""
    if is_workbook(mission):
        return path.resolve() == mission.resolve()
    return path.resolve().parent == mission.resolve()
