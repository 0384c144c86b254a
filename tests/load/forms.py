"""A mission of text, written in every form that a mission may be kept in."""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from textwrap import dedent
from typing import Any

from odf import table, text
from odf.opendocument import OpenDocumentSpreadsheet
from xlsxwriter import Workbook

from itinerary.model.columns import COLUMNS, Kind
from tests.missions import MIAMI

Rows = Sequence[Sequence[str]]
Tables = Mapping[str, Rows]
_WRITTEN = {
    Kind.DATE: (r"\d{4}-\d\d-\d\d", datetime.fromisoformat, "dd/mm/yyyy"),
    Kind.MOMENT: (r"\d{4}-\d\d-\d\d \d\d:\d\d", datetime.fromisoformat, "dd/mm/yyyy hh:mm"),
    Kind.CLOCK: (r"\d\d:\d\d", time.fromisoformat, "hh:mm"),
    Kind.WHOLE: (r"\d{1,9}", float, "0"),
    Kind.MINUTES: (r"\d{1,9}", float, "0"),
    Kind.DECIMAL: (r"-?\d+\.\d+", float, "General"),
}
"""The texts that a spreadsheet keeps as something else, and its format for them."""


def tables_of(written: str) -> Tables:
    """Tables apart by blank lines, each below its name, as a CSV file has them."""
    blocks = (block.split("\n", 1) for block in re.split(r"\n{2,}", dedent(written).strip()))
    return {name: [*csv.reader(io.StringIO(rows))] for name, rows in blocks}


def commas(folder: Path, tables: Tables) -> Path:
    """UTF-8, as a program writes it."""
    return _texts(folder, tables, ",", "utf-8")


def semicolons(folder: Path, tables: Tables) -> Path:
    """Windows-1252, as a French Excel writes it."""
    return _texts(folder, tables, ";", "cp1252")


def workbook(folder: Path, tables: Tables) -> Path:
    """Every cell as text; the settings in a file beside it."""
    path = folder / "mission.xlsx"
    path.with_suffix(".toml").write_text(MIAMI, encoding="utf-8")
    _book(path, tables, lambda book, table, column, value: (value,))
    return path


def typed_workbook(folder: Path, tables: Tables) -> Path:
    """Days, times and numbers as a spreadsheet keeps them."""
    path = folder / "mission.xlsx"
    path.with_suffix(".toml").write_text(MIAMI, encoding="utf-8")
    _book(path, tables, _typed)
    return path


def opendocument(folder: Path, tables: Tables) -> Path:
    """As LibreOffice keeps it; the settings in a file beside it."""
    path = folder / "mission.ods"
    path.with_suffix(".toml").write_text(MIAMI, encoding="utf-8")
    _opendocument(path, tables)
    return path


def workbooks(folder: Path, tables: Tables) -> Path:
    """A folder with a workbook for each table, of both kinds in turn."""
    (folder / "mission.toml").write_text(MIAMI, encoding="utf-8")
    for number, (name, rows) in enumerate(tables.items()):
        if number % 2:
            _opendocument(folder / f"{name}.ods", {"Sheet1": rows})
        else:
            _book(folder / f"{name}.xlsx", {"Sheet1": rows}, lambda b, t, c, value: (value,))
    return folder


def _texts(folder: Path, tables: Tables, delimiter: str, encoding: str) -> Path:
    (folder / "mission.toml").write_text(MIAMI, encoding="utf-8")
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
    return folder


def _book(
    path: Path, tables: Tables, cell: Callable[[Workbook, str, str, str], tuple[Any, ...]]
) -> None:
    with Workbook(path, {"strings_to_urls": False, "strings_to_formulas": False}) as book:
        for name, rows in tables.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    header = rows[0][place] if number and place < len(rows[0]) else ""
                    sheet.write(number, place, *cell(book, name, header, value))


def _typed(book: Workbook, table: str, column: str, value: str) -> tuple[Any, ...]:
    kind = COLUMNS[table][column].kind if column in COLUMNS[table] else None
    pattern, read, style = _WRITTEN.get(kind, ("", str, "")) if kind else ("", str, "")
    if not pattern or not re.fullmatch(pattern, value):
        return (value,)
    return read(value), book.add_format({"num_format": style})


def _opendocument(path: Path, tables: Tables) -> None:
    book = OpenDocumentSpreadsheet()
    for name, rows in tables.items():
        sheet = table.Table(name=name)
        for cells in rows:
            row = table.TableRow()
            for value in cells:
                cell = table.TableCell(valuetype="string")
                cell.addElement(text.P(text=value))
                row.addElement(cell)
            sheet.addElement(row)
        book.spreadsheet.addElement(sheet)
    book.save(path)
