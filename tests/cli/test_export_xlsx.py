"""`export xlsx`: where it writes, what it refuses, and that it is read back."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import DRAFT, MIAMI, call, run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Targets are named from an empty folder."""
    monkeypatch.chdir(tmp_path)


def test_a_file_or_a_folder_for_it() -> None:
    first = call("-m", MIAMI, "export", "xlsx", "--to", "new/Miami.XLSX")
    assert first == (0, "", "written to new/Miami.XLSX\n")
    assert call("-m", MIAMI, "export", "xlsx", "--to", "out").err == (
        "written to out/miami-2017.xlsx\n"
    )
    assert [Path("out/miami-2017.xlsx").read_bytes()] == [Path("new/Miami.XLSX").read_bytes()]
    assert [path.name for path in Path("out").iterdir()] == ["miami-2017.xlsx"]


def test_a_mission_with_mistakes_is_written_and_has_them_still() -> None:
    ran = call("-m", DRAFT, "export", "xlsx", "--to", "draft.xlsx")
    assert (ran.code, ran.err) == (
        1,
        "written to draft.xlsx\n11 cells of the tables cannot be used, so this may be "
        "incomplete; see: itinerary check\n",
    )
    before, after = (call("-m", path, "check").out.splitlines() for path in (DRAFT, "draft.xlsx"))
    assert after[-1] == before[-1]
    assert call("-m", "draft.xlsx", "agenda", "gaudin").out == (
        call("-m", DRAFT, "agenda", "gaudin").out
    )


def test_the_same_bytes_everywhere(tmp_path: Path) -> None:
    for seed, zone in {"1": "Pacific/Chatham", "2": "America/New_York"}.items():
        env = {"PYTHONHASHSEED": seed, "TZ": zone}
        run("-m", DRAFT, "export", "xlsx", "--to", tmp_path / f"{seed}.xlsx", env=env)
    assert Path("1.xlsx").read_bytes() == Path("2.xlsx").read_bytes()


def test_a_workbook_that_somebody_has_saved_is_not_replaced(tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "small", SMALL)
    export = ("-m", mission, "export", "xlsx", "--to", "small.xlsx")
    assert (call(*export).code, call(*export).code) == (0, 0)
    load_workbook("small.xlsx").save("small.xlsx")
    saved = Path("small.xlsx").read_bytes()
    assert call(*export) == (
        2,
        "",
        'error: "small.xlsx" is there already, and is no workbook as itinerary wrote it\n'
        "    name a new file; nothing has been written\n",
    )
    assert Path("small.xlsx").read_bytes() == saved


def test_nothing_is_written_into_the_mission(tmp_path: Path) -> None:
    shutil.copytree(MIAMI, tmp_path / "mine")
    call("-m", "mine", "export", "xlsx", "--to", "book.xlsx")
    before = Path("book.xlsx").read_bytes()
    for mission, to in (("mine", "mine"), ("mine", "mine/events.xlsx"), ("book.xlsx", "book.xlsx")):
        ran = call("-m", mission, "export", "xlsx", "--to", to)
        assert (ran.code, ran.err.splitlines()[1:]) == (2, ["    name a file in another folder"])
    assert Path("book.xlsx").read_bytes() == before
    assert len(list(Path("mine").iterdir())) == len(list(MIAMI.iterdir()))
