"""A new mission as one workbook: a sheet of its frame, one for each table, and one of help.

The bytes depend on nothing but the mission: no clock is read and no name of a machine.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from itinerary.locale import Words
from itinerary.model.columns import COLUMNS, Column, Kind
from itinerary.model.settings import SETTINGS, TOP, Setting
from itinerary.model.tables import DRAWN, TextTable
from itinerary.show.blank_cells import (
    LAST_ROW,
    Limits,
    height,
    number_format,
    typed,
    validation,
    width,
)
from itinerary.show.blank_mission import NewMission, example_tables

SHEETS = (
    "events", "people", "organisations", "venues", "travel", "meetings", "journeys", "transfers",
    "resources", "absences", "accepted",
)  # fmt: skip
"""The tables, in the order in which people fill them in; the plan is the program's."""
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_DARK, _LIGHT, _GREY = "#1F3864", "#D9E2F3", "#7F7F7F"
_A4 = 9
_PAGE = 200
"""Characters beside each other that can still be read on a page."""
_HELP, _FRAME = (14, 20, 9, 90, 44), (26, 40, 90)
"""Widths of the columns of the help and of the frame, in characters."""


def workbook(new: NewMission, words: Words) -> bytes:
    """The file."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        book.set_properties({"title": new.title, "created": _CREATED})
        writer = _Writer(book, new, words)
        writer.mission()
        tables = example_tables(new, words)
        for name in SHEETS:
            writer.table(tables.get(name) or TextTable(name, tuple(COLUMNS[name])))
        writer.help()
    return out.getvalue()


class _Writer:
    """Writes the sheets one after the other."""

    def __init__(self, book: Workbook, new: NewMission, words: Words) -> None:
        self._book = book
        self._new = new
        self._words = words
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def mission(self) -> None:
        """Names in the first column, what they are in the second, what that means in the third."""
        sheet = self._sheet(TOP)
        for place, wide in enumerate(_FRAME):
            sheet.set_column(place, place, wide)
        known = [
            (section, name, setting)
            for section, names in SETTINGS.items()
            for name, setting in names.items()
            if not setting.keys
        ]
        for row, (section, name, setting) in enumerate(known):
            label = name if section == TOP else f"{section}.{name}"
            said = self._words.text(f"settings.{section}.{name}")
            self._setting(sheet, row, Limits(label, said, setting.kind), setting)

    def _setting(self, sheet: Worksheet, row: int, limits: Limits, known: Setting) -> None:
        sheet.write_string(row, 0, limits.name, self._format(bold=True, valign="top"))
        value = typed(known.kind, _shown(self._new.settings.get(limits.name)))
        form = self._format(num_format=number_format(known.kind), align="left", valign="top")
        _write(sheet, (row, 1), value, form)
        said = limits.said
        if known.default:
            default = _shown(known.default)
            said = self._words.text("book.default", said=said, default=default)
        remark = self._format(italic=True, font_color=_GREY, text_wrap=True, valign="top")
        sheet.write_string(row, 2, said, remark)
        sheet.set_row(row, height([said], _FRAME[2:]))
        if known.kind is not Kind.DATE:  # which must lie in the mission everywhere but here
            limits = limits._replace(least=known.least, most=known.most)
            checked = validation(limits, self._new, self._words)
            sheet.data_validation(row, 1, row, 1, checked)

    def table(self, table: TextTable) -> None:
        """A header, and an example where there is one."""
        columns = COLUMNS[table.name]
        sheet = self._sheet(table.name)
        for place, (name, column) in enumerate(columns.items()):
            said = self._words.text(f"columns.{table.name}.{name}")
            self._column(sheet, place, _limits(name, said, column), column.is_required)
            number = number_format(column.kind)
            form = self._format(num_format=number, italic=True, font_color=_GREY, valign="top")
            for row, cells in enumerate(table.rows, 1):
                _write(sheet, (row, place), typed(column.kind, cells[place]), form)
        _finish(sheet, 0, len(columns), max(len(table.rows), 1))
        pages = -(-sum(width(column.kind, name) for name, column in columns.items()) // _PAGE)
        if pages > 1:
            sheet.fit_to_pages(pages, 0)
            sheet.repeat_columns(0, 1)

    def _column(self, sheet: Worksheet, place: int, limits: Limits, is_required: bool) -> None:
        is_long = limits.kind is Kind.LONG_TEXT
        form = self._format(num_format=number_format(limits.kind), text_wrap=is_long, valign="top")
        sheet.set_column(place, place, width(limits.kind, limits.name), form)
        sheet.write_string(0, place, limits.name, self._head(is_required))
        checked = validation(limits, self._new, self._words)
        sheet.data_validation(1, place, LAST_ROW - 1, place, checked)

    def help(self) -> None:
        """What to write in every column."""
        sheet = self._sheet(self._words.text("book.help"))
        text = self._format(text_wrap=True, valign="top")
        heads = ("table", "column", "needed", "said", "example")
        title = DRAWN + self._words.text("book.title")
        sheet.write_string(0, 0, title, self._format(italic=True, font_color=_GREY))
        for place, (head, wide) in enumerate(zip(heads, _HELP, strict=True)):
            sheet.set_column(place, place, wide)
            sheet.write_string(1, place, self._words.text(f"book.head.{head}"), self._head(True))
        rows = [cells for name in SHEETS for cells in self._said(name)]
        for row, cells in enumerate(rows, 2):
            sheet.set_row(row, height(cells, _HELP))
            for place, cell in enumerate(cells):
                _write(sheet, (row, place), cell, text)
        _finish(sheet, 1, len(heads), len(rows))

    def _said(self, table: str) -> Iterator[tuple[str, ...]]:
        yes = self._words.text("book.yes")
        for name, column in COLUMNS[table].items():
            said = self._words.text(f"columns.{table}.{name}")
            yield table, name, yes if column.is_required else "", said, column.example

    def _sheet(self, name: str) -> Worksheet:
        """A page wide when it is printed, and as long as it must be."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&F&C&A&R&P / &N", {"scale_with_doc": False})
        return sheet

    def _head(self, is_required: bool) -> Format:
        """Dark where the column must be filled in."""
        colours = (_DARK, "#FFFFFF") if is_required else (_LIGHT, "#000000")
        return self._format(bold=True, bg_color=colours[0], font_color=colours[1], bottom=1)

    def _format(self, **properties: object) -> Format:
        """One for each look: a workbook keeps them all."""
        look = tuple(sorted(properties.items()))
        if look not in self._formats:
            self._formats[look] = self._book.add_format(properties)
        return self._formats[look]


def _limits(name: str, said: str, column: Column) -> Limits:
    kind, choices, table = column.kind, column.choices, column.table
    return Limits(name, said, kind, choices, table, column.least, column.most)


def _finish(sheet: Worksheet, head: int, columns: int, rows: int) -> None:
    """The header stays in sight, filters, and stands on every page."""
    sheet.freeze_panes(head + 1, 0)
    sheet.autofilter(head, 0, head + rows, columns - 1)
    sheet.repeat_rows(head)
    sheet.hide_gridlines(0)


def _write(sheet: Worksheet, at: tuple[int, int], value: object, form: Format) -> None:
    """A text stays a text, whatever it begins with."""
    if value == "":
        sheet.write_blank(*at, None, form)
    elif isinstance(value, str):
        sheet.write_string(*at, value, form)
    else:
        sheet.write(*at, value, form)


def _shown(value: object) -> str:
    if value is None:
        return ""
    return "; ".join(value) if isinstance(value, tuple) else f"{value}"
