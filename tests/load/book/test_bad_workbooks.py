"""Workbooks that are broken, or made to break the program: each is one clear problem, at once."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from itinerary.load import Loaded, load_mission
from itinerary.problems import Severity
from tests.load.book.hostile import (
    BOOK,
    HEADER,
    LAUGHS,
    ROW,
    SHEET,
    STRINGS,
    altered,
    cell_at,
    encrypted,
    in_headers,
    lying_bomb,
    opendocument,
    opendocument_of,
    opendocument_row,
    overlapping_bomb,
    sheet_of,
    workbook,
)
from tests.load.book.old_format import old_workbook
from tests.missions import MIAMI, sentences

MOST_SECONDS = 3
"""A machine under load takes several times as long as one that is not."""


def read(folder: Path, data: bytes, name: str = "m.xlsx") -> Loaded:
    """What a workbook comes to, as long as it does so at once."""
    path = folder / name
    path.write_bytes(data)
    path.with_suffix(".toml").write_text(MIAMI, encoding="utf-8")
    before = time.process_time()
    found = load_mission(path)
    assert time.process_time() - before < MOST_SECONDS
    return found


BROKEN = '"m.xlsx" is damaged, or no workbook'
LARGE = '"m.xlsx" unpacks to more than any mission needs; it was not read'
FAR = 'a sheet of "m.xlsx" is too large, or has a cell far from all others; it was not read'
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", BROKEN),
    "a text": (lambda: b"title;date", BROKEN),
    "the beginning of an archive": (lambda: b"PK\x03\x04", BROKEN),
    "an archive of nothing": (lambda: b"PK\x05\x06" + bytes(18), BROKEN),
    "a half": (lambda: workbook()[:3000], BROKEN),
    "without its end": (lambda: workbook()[:-30], BROKEN),
    "no workbook in it": (lambda: altered(BOOK, lambda _: None), BROKEN),
    "no relations": (lambda: altered("xl/_rels/workbook.xml.rels", lambda _: None), BROKEN),
    "styles that are no XML": (lambda: altered("xl/styles.xml", lambda _: b"<a"), BROKEN),
    "texts that are no XML": (lambda: altered(STRINGS, lambda _: b"<sst"), BROKEN),
    "laughs in the workbook": (
        lambda: altered(BOOK, lambda xml: xml.replace(b"<workbook", LAUGHS + b"<workbook")
                        .replace(b'"events"', b'"&j;"')), BROKEN),
    "laughs in the texts": (
        lambda: altered(STRINGS, lambda xml: xml.replace(b"<sst", LAUGHS + b"<sst")
                        .replace(b"Opening", b"&j;")), BROKEN),
    "a file of the system": (
        lambda: altered(STRINGS, lambda xml: xml.replace(
            b"<sst", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst')
            .replace(b"Opening", b"&e;")), BROKEN),
    "a password on its entries": (
        lambda: in_headers(workbook(), (8, 6), lambda flags: flags | 1), BROKEN),
    "packed in a way nobody knows": (
        lambda: in_headers(workbook(), (10, 8), lambda method: 99), BROKEN),
    "headers that lie": (lying_bomb, BROKEN),
    "entries that overlap": (overlapping_bomb, LARGE),
    "a sheet of spaces": (lambda: altered(SHEET, lambda xml: xml + b" " * 200_000_000), LARGE),
    "a password": (encrypted, '"m.xlsx" is protected by a password'),
    "a cell at the very end": (lambda: cell_at(b'r="XFD1048576"'), FAR),
    "a cell in other quotes": (lambda: cell_at(b"r='XFD1048576'"), FAR),
    "a cell in other letters": (lambda: cell_at(b'r = "xfd1048576"'), FAR),
    "a cell beyond the end": (lambda: cell_at(b'r="ZZZZZZZ4294967295"'), FAR),
    "cells that do not say where": (
        lambda: sheet_of(b"<row>%s</row>" % (b"<c/>" * 5_000_000)), FAR),
    "rows that do not say where": (
        lambda: sheet_of(b"<row/>" * 2_000_000 + b"<row><c><v>1</v></c></row>"), FAR),
}  # fmt: skip


@pytest.mark.parametrize(("made", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_refused(tmp_path: Path, made: Callable[[], bytes], sentence: str) -> None:
    found = read(tmp_path, made())
    assert sentences(found) == [("m.xlsx", "file", sentence)]
    assert found.problems[0].severity is Severity.ERROR
    assert found.problems[0].hint is not None
    assert found.mission is None


def repeated(kind: str, number: str) -> bytes:
    return b'table:number-%s-repeated="%s"' % (kind.encode(), number.encode())


OPENDOCUMENTS: dict[str, tuple[bytes, str]] = {
    "a row a million times": (
        opendocument(opendocument_row("A", attributes=repeated("rows", "1048576"))), FAR),
    "a row that is too often there for a number": (
        opendocument(opendocument_row("A", attributes=repeated("rows", f"+{10**30}"))), FAR),
    "a cell a thousand million times": (opendocument(
        b'<table:table-row><table:table-cell %s office:value-type="float" office:value="3"/>'
        b"</table:table-row>" % repeated("columns", "1000000000")), FAR),
    "a cell of spaces": (opendocument(
        b'<table:table-row><table:table-cell><text:p>a<text:s text:c="2000000000"/></text:p>'
        b"</table:table-cell></table:table-row>"), FAR),
    "laughs": (opendocument(opendocument_row("&j;"), LAUGHS), BROKEN),
    "no XML": (opendocument_of(b"<a"), BROKEN),
    "a password": (
        opendocument_of(b"?", b"<manifest:encryption-data/>"),
        '"m.xlsx" is protected by a password'),
}  # fmt: skip


@pytest.mark.parametrize(("data", "sentence"), OPENDOCUMENTS.values(), ids=OPENDOCUMENTS)
def test_an_opendocument_that_is_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    found = read(tmp_path, data, "m.ods")
    assert sentences(found) == [("m.ods", "file", sentence.replace("m.xlsx", "m.ods"))]


SHEETS: dict[str, Callable[[], bytes]] = {
    "no sheet": lambda: altered(SHEET, lambda _: None),
    "no texts": lambda: altered(STRINGS, lambda _: None),
    "half a sheet": lambda: altered(SHEET, lambda xml: xml[:500]),
    "a cell without a place": lambda: cell_at(b'r="A0"'),
    "a merged range of nothing": lambda: altered(SHEET, lambda xml: xml.replace(
        b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="foo"/></mergeCells>')),
    "a length of time without end": lambda: workbook(HEADER, (-1e300,), style="[h]:mm"),
}  # fmt: skip


@pytest.mark.parametrize("made", SHEETS.values(), ids=SHEETS)
def test_a_sheet_that_cannot_be_read(tmp_path: Path, made: Callable[[], bytes]) -> None:
    found = read(tmp_path, made())
    sentence = 'the sheet "events" of "m.xlsx" is damaged; it was not read'
    assert sentences(found) == [("m.xlsx:events", "file", sentence)]
    assert found.mission is None


READ: dict[str, Callable[[], bytes]] = {
    "good": workbook,
    "no types": lambda: altered("[Content_Types].xml", lambda _: None),
    "other types": lambda: altered("[Content_Types].xml", lambda _: b"<Types/>"),
    "no styles": lambda: altered("xl/styles.xml", lambda _: None),
    "a size that lies": lambda: altered(SHEET, lambda xml: xml.replace(
        b'ref="A1:D2"', b'ref="A1:XFD1048576"')),
    "merged ranges that overlap": lambda: altered(SHEET, lambda xml: xml.replace(
        b"</sheetData>", b"</sheetData><mergeCells>%s</mergeCells>" % (
            b'<mergeCell ref="A2:A1048576"/><mergeCell ref="A1:XFD1048576"/>' * 20_000))),
    "elements in elements": lambda: altered(SHEET, lambda xml: xml.replace(
        b"<sheetData>", b"<a>" * 100_000 + b"</a>" * 100_000 + b"<sheetData>")),
    "a sheet under another's letter case": lambda: altered(
        "xl/_rels/workbook.xml.rels", lambda xml: xml.replace(b"sheet1.xml", b"SHEET1.XML")),
}  # fmt: skip


@pytest.mark.parametrize("made", READ.values(), ids=READ)
def test_what_is_odd_and_can_be_read(tmp_path: Path, made: Callable[[], bytes]) -> None:
    found = read(tmp_path, made())
    assert sentences(found) == []
    assert found.mission is not None
    assert [*found.mission.events] == ["opening"]


@pytest.mark.parametrize("name", ["😀 l'été", 'the "events"', "<&>", "ev\u202eents", "E" * 31])
def test_names_of_sheets(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, workbook(name=name))
    shown = name.replace("\u202e", "")
    if shown == "events":
        assert sentences(found) == []
    else:
        sentence = f'the sheet "{shown}" is read as the table of events, by its header'
        assert sentences(found) == [(f"m.xlsx:{shown}!1", "guess", sentence)]


def test_the_old_format_is_refused(tmp_path: Path) -> None:
    found = read(tmp_path, old_workbook("events", [HEADER, ROW]), "m.xlsx")
    sentence = '"m.xlsx" is a workbook of the old kind, which is not read'
    assert sentences(found) == [("m.xlsx", "file", sentence)]
    assert found.mission is None


def test_a_workbook_without_a_cell(tmp_path: Path) -> None:
    found = read(tmp_path, workbook(()))
    assert sentences(found) == [("m.xlsx", "file", "there is no table of events")]


def test_a_header_alone(tmp_path: Path) -> None:
    found = read(tmp_path, workbook(HEADER))
    assert sentences(found) == [("m.xlsx:events!1", "file", '"events" has a header and no rows')]


def test_columns_that_are_there_twice(tmp_path: Path) -> None:
    found = read(tmp_path, workbook(("title", "date", "start", "Début", "end"),
                                    ("A", "2017-11-06", "9:00", "9:30", "10:00")))  # fmt: skip
    sentence = 'the columns "start" and "Début" are both the start; the second is left out'
    assert sentences(found) == [("m.xlsx:events!1", "column", sentence)]


def test_sixteen_thousand_columns(tmp_path: Path) -> None:
    others = [f"c{number}" for number in range(16_380)]
    found = read(tmp_path, workbook((*HEADER, *others), (*ROW, *others)))
    assert sentences(found) == []


def test_a_sheet_that_is_called_a_table_and_has_no_header(tmp_path: Path) -> None:
    found = read(tmp_path, workbook(ROW, ROW))
    sentence = 'the sheet "events" is called as the table of events, but no row of it is a header'
    assert sentences(found) == [("m.xlsx:events", "file", sentence)]
    assert found.problems[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("number", "said"),
    [(-1.0, '"00:00" is not a date'), (0.0, '"00:00" is not a date'),
     (2958465.0, "the year 9999 is out of range"), (1e10, '"10000000000" is not a date')],
)  # fmt: skip
def test_numbers_that_are_no_dates(tmp_path: Path, number: float, said: str) -> None:
    dated = workbook(HEADER, ("A", number, "9:00", "10:00"), style="dd/mm/yyyy")
    assert sentences(read(tmp_path, dated)) == [("m.xlsx:events!B2", "time", said)]


def test_days_counted_from_1904(tmp_path: Path) -> None:
    row = ("A", 41583, "9:00", "10:00")
    dated = workbook(HEADER, row, style="dd/mm/yyyy", date_1904=True)
    found = read(tmp_path, dated)
    assert sentences(found) == []
    assert found.mission is not None
    assert f"{found.mission.events['a'].spans[0].start:%Y-%m-%d}" == "2017-11-06"
