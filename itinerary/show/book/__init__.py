"""A mission as one workbook that is printed, sorted, filled in, and read again.

Sheets of tables hold the texts of the cells as they are written; the others are drawn from them,
and say so in their first cell, by which the reader knows to leave them alone. The bytes depend on
nothing but the mission.

- `pages`: a workbook and the look of its sheets
- `cells`: what a text is in a cell
- `tables`: the sheets of the tables; `frame`: that of the mission
- `places`: where the cell of a problem stands in this workbook
- `problems`: the conflict report, each of its cells a link
- `grids`: a day by place and time; `days`: drawn
"""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from xlsxwriter import Workbook

from itinerary.locale import Words
from itinerary.model.origins import Origin
from itinerary.model.tables import TextMission
from itinerary.problems import Source
from itinerary.show.book.days import draw_days
from itinerary.show.book.frame import draw_frame
from itinerary.show.book.pages import Pages
from itinerary.show.book.places import Places
from itinerary.show.book.problems import draw_problems
from itinerary.show.book.tables import draw_table
from itinerary.show.problem_groups import Reported
from itinerary.timetable import Timetable

CREATED = datetime(2000, 1, 1, tzinfo=UTC)
AUTHOR = "itinerary"
ORDER = (
    "events", "people", "organisations", "venues", "travel", "resources", "meetings", "journeys",
    "transfers", "absences", "accepted", "plan",
)  # fmt: skip


class Content(NamedTuple):
    """A mission as it is written, and as it is understood."""

    texts: TextMission
    origins: Mapping[str, Sequence[Origin]]
    """Of each row of each table."""
    settings: Mapping[tuple[str, ...], Source]
    """Of each setting, by its path."""
    timetable: Timetable
    problems: Sequence[Reported]


def mission_book(content: Content, words: Words) -> bytes:
    """The file."""
    out = io.BytesIO()
    mission = content.timetable.mission
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"title": mission.title, "author": AUTHOR, "created": CREATED})
        pages = Pages(book, mission.title)
        places = Places()
        settings = {**content.texts.settings, "title": mission.title}
        draw_frame(pages, settings, content.settings, places, words)
        for name in (name for name in ORDER if name in content.texts.tables):
            draw_table(pages, content.texts.tables[name], content.origins[name], places)
        draw_problems(pages, content.problems, mission, places, words)
        draw_days(pages, content.timetable, words)
    return out.getvalue()
