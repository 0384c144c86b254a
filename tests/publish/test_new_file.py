"""A new file: whole, and never over another."""

from pathlib import Path

import pytest

from itinerary.locale import Words
from itinerary.publish import FolderError
from itinerary.publish.new_file import create_file, refuse_filled


def refusal(path: Path) -> str:
    with pytest.raises(FolderError) as caught:
        create_file(path, b"new")
    return Words("en").sentence(caught.value.message)


def test_it_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    create_file(tmp_path / "a" / "b.xlsx", b"new")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.xlsx"]
    assert (tmp_path / "a" / "b.xlsx").read_bytes() == b"new"


def test_what_is_there_stays(tmp_path: Path) -> None:
    file, link, folder = (tmp_path / name for name in ("file", "link", "folder"))
    file.write_bytes(b"mine")
    link.symlink_to(tmp_path / "nowhere")
    folder.mkdir()
    for path in (file, link, folder):
        assert refusal(path) == f'"{path}" is there already'
    assert file.read_bytes() == b"mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "link"]


def test_a_place_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    assert refusal(tmp_path / "file" / "b.xlsx") == f'"{tmp_path / "file"}" is a file'


def test_a_folder_that_is_filled(tmp_path: Path) -> None:
    refuse_filled(tmp_path)
    refuse_filled(tmp_path / "new")
    (tmp_path / "file").write_bytes(b"mine")
    for path in (tmp_path, tmp_path / "file"):
        with pytest.raises(FolderError):
            refuse_filled(path)
