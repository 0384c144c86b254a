"""The contract of all forms for what the program itself writes: `import` and `export xlsx`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from itinerary.cli.app import app
from tests.load import forms
from tests.load.contract import CarriedTests, LoaderTests, Written
from tests.load.forms import Tables
from tests.missions import MIAMI


def run(*words: str) -> None:
    result = CliRunner().invoke(app, words)
    assert isinstance(result.exception, SystemExit | None)


def imported(folder: Path, source: Path, *others: Path) -> Path:
    """What `import` makes of files, in a folder that says when and where the mission is."""
    to = folder / "imported"
    to.mkdir()
    (to / "mission.toml").write_text(MIAMI, encoding="utf-8")
    run("import", str(source), *map(str, others), "--to", str(to))
    return to


def imported_texts(folder: Path, tables: Tables) -> Path:
    files = sorted(path for path in forms.commas(folder, tables).glob("*.csv"))
    return imported(folder, *files)


def imported_workbook(folder: Path, tables: Tables) -> Path:
    return imported(folder, forms.typed_workbook(folder, tables))


def imported_opendocument(folder: Path, tables: Tables) -> Path:
    return imported(folder, forms.opendocument(folder, tables))


def exported(folder: Path, tables: Tables) -> Path:
    path, source = folder / "exported.xlsx", folder / "source"
    source.mkdir()
    run("-m", str(forms.commas(source, tables)), "export", "xlsx", "--to", str(path))
    return path


class TestImportedTexts(CarriedTests):
    @pytest.fixture
    def written(self) -> Written:
        return imported_texts


class TestImportedWorkbook(CarriedTests):
    @pytest.fixture
    def written(self) -> Written:
        return imported_workbook


class TestImportedOpenDocument(CarriedTests):
    @pytest.fixture
    def written(self) -> Written:
        return imported_opendocument


class TestExported(LoaderTests):
    @pytest.fixture
    def written(self) -> Written:
        return exported
