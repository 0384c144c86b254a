"""An output folder: ours replaced in one step, nothing of anybody else's touched."""

import json
from pathlib import Path

import pytest

from itinerary.problems import say
from itinerary.publish import FolderError, create_folder, write_folder
from itinerary.publish.folder import MANIFEST

FILES = {"a.ics": b"1", "sub/b.md": b"2"}


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the list of ours."""
    found = {path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST}
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def listed(folder: Path) -> list[str]:
    """What the list of ours says."""
    return list(json.loads((folder / MANIFEST).read_bytes())["files"])


def refusal(folder: Path, files: dict[str, bytes]) -> str:
    """The key of the sentence with which a folder is refused."""
    with pytest.raises(FolderError) as caught:
        write_folder(folder, files)
    return caught.value.message.key


@pytest.mark.parametrize("exists", [False, True])
def test_files_are_written_and_listed(exists: bool, tmp_path: Path) -> None:
    out = tmp_path / "out"
    if exists:
        out.mkdir()
    write_folder(out, FILES)
    assert (content(out), listed(out)) == (FILES, ["a.ics", "sub/b.md"])
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert sorted(path.name for path in out.iterdir()) == [MANIFEST, "a.ics", "sub"]


def test_a_later_run_replaces_and_removes_ours_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, FILES)
    (out / "sub" / "mine.txt").write_bytes(b"mine")
    write_folder(out, {"a.ics": b"changed", "c.ics": b"3"})
    assert content(out) == {"a.ics": b"changed", "c.ics": b"3", "sub/mine.txt": b"mine"}
    assert listed(out) == ["a.ics", "c.ics"]


def test_each_file_is_counted_whether_it_has_changed_or_not(tmp_path: Path) -> None:
    steps: list[None] = []
    for files in (FILES, FILES, FILES | {"a.ics": b"changed"}):
        steps.clear()
        write_folder(tmp_path / "out", files, lambda: steps.append(None))
        assert len(steps) == len(files) + 1


@pytest.mark.parametrize(
    ("theirs", "named"),
    [("a.ics", "a.ics"), ("sub/b.md", "sub/b.md"), ("sub", "sub")],
)
def test_a_file_of_somebody_else_is_never_replaced(theirs: str, named: str, tmp_path: Path) -> None:
    (tmp_path / theirs).parent.mkdir(exist_ok=True)
    (tmp_path / theirs).write_bytes(b"mine")
    with pytest.raises(FolderError) as caught:
        write_folder(tmp_path, FILES)
    assert caught.value.message == say("folder.foreign", folder=str(tmp_path), files=(named,))
    assert content(tmp_path) == {theirs: b"mine"}


def test_nor_is_a_folder_or_a_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.ics").mkdir()
    assert refusal(tmp_path, FILES) == "folder.foreign"
    (tmp_path / "b.ics").symlink_to("nowhere")
    assert refusal(tmp_path, {"b.ics": b"1"}) == "folder.foreign"
    assert content(tmp_path) == {}


def test_other_files_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    write_folder(tmp_path, FILES)
    assert content(tmp_path) == FILES | {"mine.txt": b"mine"}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "not json", '{"files": 5}', '{"files": [5]}', '{"files": ["../mine.txt"]}',
     '{"files": ["/etc/passwd"]}', '{"files": ["..\\\\mine.txt"]}', "\xff"],
)  # fmt: skip
def test_a_list_that_is_not_ours_is_refused(text: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "mine.txt").write_bytes(b"mine")
    (out / MANIFEST).write_bytes(text.encode("latin-1"))
    assert refusal(out, FILES) == "folder.manifest"
    assert (content(out), (out / MANIFEST).read_bytes()) == ({}, text.encode("latin-1"))
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "a\\b"])
def test_a_name_that_leads_out_is_our_own_mistake(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"a|b"):
        write_folder(tmp_path / "out", {name: b""})
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_somebody_has_deleted_comes_back(tmp_path: Path) -> None:
    write_folder(tmp_path, FILES)
    (tmp_path / "a.ics").unlink()
    write_folder(tmp_path, FILES)
    assert content(tmp_path) == FILES
    (tmp_path / "a.ics").unlink()
    write_folder(tmp_path, {})
    assert (content(tmp_path), listed(tmp_path)) == ({}, [])


def test_a_folder_to_edit_is_never_ours(tmp_path: Path) -> None:
    out = tmp_path / "out"
    create_folder(out, FILES)
    assert (content(out), (out / MANIFEST).exists()) == (FILES, False)
    with pytest.raises(FolderError) as caught:
        create_folder(out, FILES)
    assert caught.value.message == say("folder.exists", folder=str(out))
    (tmp_path / "empty").mkdir()
    create_folder(tmp_path / "empty", FILES)
    assert content(tmp_path / "empty") == FILES
    with pytest.raises(FolderError) as caught:
        create_folder(out / "a.ics", FILES)
    assert caught.value.message == say("folder.exists", folder=str(out / "a.ics"))
