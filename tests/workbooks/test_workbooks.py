"""Every workbook: what was understood of it, and of what its organiser is told."""

import os
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner

from itinerary.cli.app import app
from itinerary.load import load_mission
from tests.workbooks.understood import told

HERE = Path(__file__).parent
NAMES = ("camara", "chamber", "city_hall", "day_sheets", "formulas", "guests", "macros",
         "several_files", "tour")  # fmt: skip


def written(name: str, folder: Path) -> Path:
    """What a script wrote, for `-m`."""
    path: Path = import_module(f"tests.workbooks.{name}").write(folder)
    return path


def report(path: Path, *options: str) -> tuple[int, str]:
    """The exit code of `check`, and what it says."""
    words = ("--width", "100", "-m", str(path), "check", "--today", "2017-11-05", *options)
    result = CliRunner().invoke(app, words)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout


@pytest.mark.parametrize("name", NAMES)
def test_what_is_understood(name: str, tmp_path: Path) -> None:
    mission = load_mission(written(name, tmp_path)).mission
    assert mission is not None
    assert told(mission) == import_module(f"tests.workbooks.{name}").UNDERSTOOD


@pytest.mark.parametrize("name", [*NAMES, "miami"])
def test_what_is_doubted(name: str, tmp_path: Path) -> None:
    _, text = report(written(name, tmp_path))
    golden = HERE / f"{name}.txt"
    if os.environ.get("ITINERARY_UPDATE_GOLDENS") == "1":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_guesses_are_warnings_and_with_strict_errors(tmp_path: Path) -> None:
    path = written("tour", tmp_path)
    assert report(path)[0] == 0
    assert report(path, "--strict")[0] == 1


def test_without_a_guess_strict_has_nothing_to_say(tmp_path: Path) -> None:
    path = written("several_files", tmp_path)
    assert report(path, "--strict") == report(path)
    assert report(path, "--strict")[0] == 0
