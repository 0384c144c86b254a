"""The sheets of a workbook: `.xlsx`, `.xlsm`, `.ods` and `.xls`, read by calamine."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
)

from itinerary.load.book.archive import marks_of, measure
from itinerary.load.book.cells import plain
from itinerary.load.book.marks import MOST_CELLS, Marks, TooMuchError
from itinerary.load.book.opendocument import is_opendocument, opendocument_marks
from itinerary.load.book.panics import Calm
from itinerary.load.book.parts import opened_archive, read_part
from itinerary.load.files import UnusableError, read_bytes
from itinerary.problems import Problem, Source, error, say

_OLD = b"\xd0\xcf\x11\xe0"
"""A compound file (MS-CFB), as `.xls` is."""
_ZIP = b"PK\x03\x04"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which an `.xlsx` with a password is kept (MS-OFFCRYPTO)."""
_MANIFEST, _LOCKED_PART = "META-INF/manifest.xml", b"encryption-data"
"""Where an `.ods` says so of its parts."""


class Sheet(NamedTuple):
    """One sheet as it stands in the file; `rows` begin with row 1 and column A."""

    file: str
    name: str
    rows: Sequence[Sequence[Any]]
    marks: Marks
    is_hidden: bool = False


def read_sheets(path: Path, problems: list[Problem]) -> list[Sheet]:
    """Every sheet with cells in it; `UnusableError` if the file is no workbook."""
    data = read_bytes(path)
    name = path.name
    try:
        marks = _marks(data)
        with Calm():
            book = CalamineWorkbook.from_filelike(BytesIO(data))
        parts = book.sheets_metadata
        if not parts:
            raise CalamineError
        found = [
            _sheet(book, number, name, marks)
            for number, part in enumerate(parts) if part.typ is SheetTypeEnum.WorkSheet
        ]  # fmt: skip
    except TooMuchError as fault:
        raise _unusable(name, str(fault)) from None
    except PasswordError:
        raise _unusable(name, "file.book.password") from None
    except (CalamineError, BadZipFile, OSError):
        raise _unusable(name, "file.book.broken") from None
    problems += [sheet for sheet in found if isinstance(sheet, Problem)]
    return [sheet for sheet in found if isinstance(sheet, Sheet)]


def _sheet(
    book: CalamineWorkbook, number: int, file: str, marks: Mapping[str, Marks]
) -> Sheet | Problem:
    """One that has not been measured is not read: it may be of any size."""
    part = book.sheets_metadata[number]
    shown = plain(part.name.replace("\n", " "))
    first = next(n for n, other in enumerate(book.sheets_metadata) if other.name == part.name)
    try:
        if number > first:
            raise WorksheetNotFound  # it would be the other of that name
        own = marks[part.name]
        with Calm():
            sheet = book.get_sheet_by_index(number)
            if sheet.total_height * sheet.total_width > MOST_CELLS:
                raise TooMuchError("file.book.cells")
            rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, WorksheetNotFound, KeyError):
        message = say("file.book.sheet", file=file, sheet=shown)
        return error("file", message, Source(file, sheet=shown))
    hidden = part.visible is not SheetVisibleEnum.Visible
    return Sheet(file, shown, rows, _with_merged(own, sheet), hidden)


def _marks(data: bytes) -> Mapping[str, Marks]:
    """What is no archive is not read: its sheets cannot be measured."""
    if not data.startswith(_ZIP):
        if _LOCKED in data:
            raise PasswordError
        raise TooMuchError("file.book.old") if data.startswith(_OLD) else BadZipFile
    with opened_archive(data) as archive:
        measure(archive)
        if _LOCKED_PART in (read_part(archive, _MANIFEST) or b""):
            raise PasswordError
        return opendocument_marks(archive) if is_opendocument(archive) else marks_of(archive)


def _with_merged(marks: Marks, sheet: CalamineSheet) -> Marks:
    ranges = sheet.merged_cell_ranges
    return marks._replace(merged=tuple(ranges)) if ranges else marks


def _unusable(file: str, key: str) -> UnusableError:
    hint = say(f"{key}.hint")
    return UnusableError(error("file", say(key, file=file), Source(file), hint=hint))
