"""The conflict report as a sheet: each problem on a row, each of its cells a link."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.problems import Severity, Source
from itinerary.show.book.cells import fitting
from itinerary.show.book.pages import Pages, finish, height
from itinerary.show.book.places import Places
from itinerary.show.problem_groups import Reported
from itinerary.show.problems_text import summary

_HEADS = ("severity", "rule", "problem", "hint", "people", "cell", "also")
_WIDTHS = (10, 12, 62, 42, 30, 18, 18)
_HEAD = 2
"""The row of the header, below the title and what was counted."""
_MOST_LINKS = 65_000
"""On a sheet, by the specification of Excel."""
_COLOURS = {Severity.ERROR: "#F8CBAD", Severity.WARNING: "#FFE699"}
_NAMES = 10


def draw_problems(
    pages: Pages, problems: Sequence[Reported], mission: Mission, places: Places, words: Words
) -> None:
    """In the order given."""
    sheet = pages.draw(words.text("sheet.problems"), words.text("sheet.problems.title"))
    found = [one.problem for one in problems]
    said = summary(found, words, "") if found else words.text("report.clean")
    sheet.write_string(1, 0, said, pages.look())
    width = max([1, *(len(one.problem.at) for one in problems)])
    for place, (head, wide) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        last = place + width - 2 if head == "also" else place
        for number in range(place, last + 1):
            sheet.set_column(number, number, wide)
            sheet.write_string(_HEAD, number, words.text(f"sheet.head.{head}"), pages.head())
    links = _Links(pages, sheet, places)
    for row, one in enumerate(problems, _HEAD + 1):
        problem = one.problem
        severity = pages.look(bg_color=_COLOURS[problem.severity])
        sheet.write_string(row, 0, words.text(f"report.{problem.severity.value}"), severity)
        people = [mission.people[p].name for p in problem.people if p in mission.people]
        more = (f"+ {len(people) - _NAMES}",) if len(people) > _NAMES else ()
        hint = words.sentence(problem.hint) if problem.hint else ""
        named = ", ".join((*people[:_NAMES], *more))
        texts = (problem.code, words.sentence(problem.message), hint, named)
        sheet.set_row(row, height(texts, _WIDTHS[1:5]))
        for place, text in enumerate(texts, 1):
            pages.put(sheet, row, place, text)
        links.write(row, len(texts) + 1, problem.at)
    columns = len(_HEADS) - 2 + width
    finish(sheet, _HEAD, (_HEAD + len(problems), columns), sum(_WIDTHS[:-1]))


class _Links:
    """Writes links, as many as a sheet may have."""

    def __init__(self, pages: Pages, sheet: Worksheet, places: Places) -> None:
        self._pages = pages
        self._sheet = sheet
        self._places = places
        self._left = _MOST_LINKS

    def write(self, row: int, first: int, at: Sequence[Source]) -> None:
        """The cells of a problem beside each other."""
        for column, source in enumerate(at, first):
            here = self._places.of(source)
            if here is None or not self._left:
                self._pages.put(self._sheet, row, column, source.label)
                continue
            self._left -= 1
            cell = f"{here.column}{here.row}"
            quoted = here.sheet.replace("'", "''")
            look = self._pages.look(font_color="#0563C1", underline=1)
            self._sheet.write_url(
                row, column, f"internal:'{quoted}'!{cell}", look, fitting(f"{here.sheet}!{cell}")
            )
