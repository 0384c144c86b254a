"""A mission drawn as a workbook, and the workbook as another program reads it."""

import io
from pathlib import Path

from openpyxl import Workbook, load_workbook

from itinerary.check import check
from itinerary.load import load_mission
from itinerary.load.texts import read_text_mission
from itinerary.locale import Words
from itinerary.show.book import Content, mission_book
from itinerary.show.problem_groups import reported
from itinerary.timetable import Timetable


def book_of(folder: Path) -> bytes:
    """The workbook of a folder, with all its problems."""
    loaded, texts = load_mission(folder), read_text_mission(folder)
    assert loaded.mission is not None
    timetable = Timetable(loaded.mission)
    problems = reported(timetable, check(timetable, loaded.problems))
    content = Content(texts.mission, texts.origins, texts.settings, timetable, problems)
    return mission_book(content, Words())


def opened(data: bytes) -> Workbook:
    """As a spreadsheet sees it."""
    return load_workbook(io.BytesIO(data), rich_text=False)
