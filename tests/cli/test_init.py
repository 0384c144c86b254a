"""`init`: a mission to start from."""

from pathlib import Path

import pytest

from tests.cli.running import DRAFT, MIAMI, call


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New folders are named from an empty one."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("example", [MIAMI, DRAFT], ids=lambda path: path.name)
def test_an_example_is_copied_and_works(example: Path) -> None:
    folder = Path("new/mission")
    ran = call("init", folder, "--example", example.name)
    assert (ran.code, ran.out) == (0, "")
    names = sorted(path.name for path in example.iterdir())
    assert ran.err == (
        f"{len(names)} files written to {folder}\nnow try: itinerary -m {folder} check\n"
    )
    assert sorted(path.name for path in folder.iterdir()) == names
    assert [(folder / name).read_bytes() for name in names] == [
        (example / name).read_bytes() for name in names
    ]
    assert call("-m", folder, "check") == call("-m", example, "check")


def test_in_an_empty_folder_which_is_the_current_one() -> None:
    assert call("init", ".", "--example", "miami-2017").code == 0
    assert call("check") == call("-m", MIAMI, "check")


def test_what_is_there_is_never_overwritten() -> None:
    call("init", "mission", "--example", "miami-2017")
    Path("mission/events.csv").write_text("mine")
    Path("file").write_text("mine")
    for name in ("mission", "file"):
        assert call("init", name, "--example", "miami-2017-draft") == (
            2,
            "",
            f'error: "{name}" is there already and is not empty\n'
            "    name a new folder, or an empty one\n",
        )
    assert Path("mission/events.csv").read_text() == "mine"
    assert Path("file").read_text() == "mine"


def test_an_example_that_is_none(tmp_path: Path) -> None:
    which = "write --example and one of miami-2017 or miami-2017-draft"
    for name in ("miami", "../miami-2017", ""):
        assert call("init", "x", "--example", name) == (
            2, "", f'error: there is no example "{name}"\n    {which}\n',
        )  # fmt: skip
    assert list(tmp_path.iterdir()) == []
