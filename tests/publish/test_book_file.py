"""A workbook that is written over itself, and over nothing else."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from itinerary.publish.book_file import is_untouched, write_book
from itinerary.publish.folder import FolderError
from itinerary.show.book import AUTHOR, CREATED


def workbook(text: str, author: str = AUTHOR) -> bytes:
    out = io.BytesIO()
    with Workbook(out) as book:
        book.set_properties({"author": author, "created": CREATED})
        book.add_worksheet().write_string(0, 0, text)
    return out.getvalue()


def refused(path: Path) -> str:
    with pytest.raises(FolderError) as fault:
        write_book(path, workbook("new"))
    return fault.value.message.key


def test_it_is_written_with_its_folder_and_then_over_itself(tmp_path: Path) -> None:
    path = tmp_path / "new" / "book.xlsx"
    assert write_book(path, workbook("one"))
    assert not write_book(path, workbook("one"))
    assert write_book(path, workbook("two"))
    assert path.read_bytes() == workbook("two")
    assert [found.name for found in path.parent.iterdir()] == ["book.xlsx"]


def test_one_that_somebody_has_saved_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    write_book(path, workbook("one"))
    load_workbook(path).save(path)
    saved = path.read_bytes()
    assert (is_untouched(path), refused(path), path.read_bytes() == saved) == (
        False, "sheet.taken", True,
    )  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", workbook("mine", "Ana"), b"text"])
def test_what_is_not_ours_is_left_alone(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    assert (refused(path), path.read_bytes()) == ("sheet.taken", data)


def test_neither_a_link_nor_a_folder_is_replaced(tmp_path: Path) -> None:
    ours, link = tmp_path / "ours.xlsx", tmp_path / "link.xlsx"
    write_book(ours, workbook("one"))
    link.symlink_to(ours)
    (tmp_path / "folder.xlsx").mkdir()
    assert [refused(link), refused(tmp_path / "folder.xlsx")] == ["sheet.taken"] * 2
    assert link.readlink() == ours


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert refused(tmp_path / "file" / "book.xlsx") == "folder.refused"
