"""A workbook and the look of its sheets, on paper too."""

import re
from collections.abc import Sequence
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from itinerary.model.tables import DRAWN
from itinerary.show.book.cells import Value, fitting, number_format

DARK, LIGHT, GREY = "#1F3864", "#D9E2F3", "#7F7F7F"
_FORBIDDEN = r"[\[\]:*?/\\\x00-\x1f]"
_LONGEST_NAME, _LONGEST_TITLE = 31, 120
_A4 = 9
_PAGE = 220
"""Characters beside each other that can still be read on a page."""
_NARROW = 1.1
"""How many letters take the place of a digit, by which widths are measured."""
_LINE, _HIGHEST = 15.0, 405.0
"""Heights of a line and of what spreadsheets take for a row, in points."""


class Pages:
    """Adds sheets to a workbook, each with a name of its own."""

    def __init__(self, book: Workbook, title: str) -> None:
        self._book = book
        self._title = _footer(title)
        self._names: set[str] = set()
        self._looks: dict[tuple[tuple[str, object], ...], Format] = {}

    def add(self, name: str) -> Worksheet:
        """A4, landscape, a page wide; what mission it is and which page below."""
        sheet = self._book.add_worksheet(self._free(name))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{self._title}&C&A&R&P / &N", {"scale_with_doc": False})
        return sheet

    def draw(self, name: str, title: str) -> Worksheet:
        """A sheet that the reader leaves alone: the first row says that it is drawn."""
        sheet = self.add(name)
        sheet.write_string(0, 0, f"{DRAWN}{title}", self.look(bold=True, font_size=14))
        sheet.set_row(0, 24)
        return sheet

    def look(self, **properties: object) -> Format:
        """One for each: a workbook keeps them all."""
        known = tuple(sorted(properties.items()))
        if known not in self._looks:
            self._looks[known] = self._book.add_format({"valign": "top", **properties})
        return self._looks[known]

    def head(self, is_ours: bool = True) -> Format:
        """Of a header; lighter for columns that are not ours."""
        colours = (DARK, "#FFFFFF") if is_ours else (LIGHT, "#000000")
        return self.look(
            bold=True, text_wrap=True, bottom=1, bg_color=colours[0], font_color=colours[1]
        )

    def put(self, sheet: Worksheet, row: int, column: int, value: Value) -> None:
        """A value in the look of its kind; a text is never a formula or a link."""
        form = self.look(num_format=number_format(value), text_wrap=True, align="left")
        if isinstance(value, str):
            sheet.write_string(row, column, fitting(value), form)
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, form)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, form)
        else:
            sheet.write(row, column, value, form)

    def _free(self, name: str) -> str:
        """The name as a sheet may have it, with a number where it is taken."""
        plain = re.sub(_FORBIDDEN, " ", name).strip().strip("'")[:_LONGEST_NAME] or "-"
        free, number = plain, 1
        while free.casefold() in self._names:
            number += 1
            free = f"{plain[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
        self._names.add(free.casefold())
        return free


def finish(sheet: Worksheet, head: int, shape: tuple[int, int], widths: int) -> None:
    """A header that stays in sight and stands on each page, and lists to choose rows by."""
    rows, columns = shape
    sheet.hide_gridlines(0)
    sheet.freeze_panes(head + 1, 0)
    sheet.autofilter(head, 0, max(rows, head + 1), columns - 1)
    sheet.repeat_rows(head)
    split(sheet, widths)


def height(texts: Sequence[str], widths: Sequence[int], line: float = _LINE) -> float:
    """Of a row whose texts are folded: not every spreadsheet finds it by itself."""
    counts = [
        sum(ceil(len(part) / (_NARROW * wide)) or 1 for part in text.split("\n"))
        for text, wide in zip(texts, widths, strict=True)
    ]
    return min(line * max(counts, default=1), _HIGHEST)


def split(sheet: Worksheet, widths: int, first: int = 1) -> None:
    """What is too wide to be read on one page goes on several, with the first columns on each."""
    pages = -(-widths // _PAGE)
    if pages > 1:
        sheet.fit_to_pages(pages, 0)
        sheet.repeat_columns(0, first - 1)


def _footer(title: str) -> str:
    """In a footer `&` is a command, and a digit behind one is a size."""
    text = fitting(title)
    text = text if len(text) <= _LONGEST_TITLE else f"{text[: _LONGEST_TITLE - 1]}…"
    text = text.replace("&", "&&")
    return f" {text}" if text[:1].isdigit() else text
