"""The wheel: it holds the package and the samples, and works where there is no clone."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from itinerary import __version__
from tests.cli.running import DRAFT, ENVIRONMENT, MIAMI, ROOT, call

PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from itinerary.__main__ import main; main()"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    builder = pytest.importorskip("hatchling.builders.wheel")
    folder = tmp_path_factory.mktemp("dist")
    built = builder.WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return Path(next(iter(built)))


def test_it_holds_the_package_and_the_samples_and_nothing_else(wheel: Path) -> None:
    package = ROOT / "itinerary"
    sources = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    samples = {
        f"itinerary/_data/{path.relative_to(ROOT / 'data').as_posix()}"
        for folder in (MIAMI, DRAFT)
        for path in folder.iterdir()
    }
    names = set(zipfile.ZipFile(wheel).namelist())
    assert (sources | samples) - names == set()
    assert {name.split("/")[0] for name in names - sources} == {
        "itinerary", f"itinerary-{__version__}.dist-info",
    }  # fmt: skip
    assert {name for name in names - sources if name.startswith("itinerary/")} == {
        name for name in names if name.startswith("itinerary/_data/")
    }


def test_it_works_outside_the_clone(wheel: Path, tmp_path: Path) -> None:
    installed, folder = tmp_path / "installed", tmp_path / "mission"
    zipfile.ZipFile(wheel).extractall(installed)
    ran = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(installed), *arguments],
            cwd=tmp_path,
            env=ENVIRONMENT,
            capture_output=True,
            check=False,
        )
        for arguments in (
            ["init", str(folder), "--example", "miami-2017"],
            ["-m", str(folder), "check"],
            ["-m", str(folder), "agenda", "suhas"],
        )
    ]
    assert [done.returncode for done in ran] == [0, 0, 0]
    assert ran[1].stdout.decode() == call("-m", MIAMI, "check").out
    assert ran[2].stdout.decode() == call("-m", MIAMI, "agenda", "suhas").out
