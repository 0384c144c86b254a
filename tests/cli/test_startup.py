"""What a command imports: the answer to `agenda` must not wait for what it does not need."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import DRAFT, ENVIRONMENT, MIAMI

HEAVY = {
    "asyncio", "babel", "caldav", "email", "http", "icalendar", "jinja2", "json", "ortools",
    "pydantic", "python_calamine", "rich", "segno", "typst", "urllib.request", "vobject",
    "xlsxwriter",
}  # fmt: skip
PROGRAM = """
import sys
from itinerary.cli.app import app
try:
    app()
finally:
    sys.stdout.flush()
    print(*sys.modules, file=sys.stderr)
"""


def imported(*arguments: str | Path) -> set[str]:
    """The modules and packages in memory when a command ends."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)],
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    modules = done.stderr.decode().splitlines()[-1].split()
    return {name.split(".")[0] for name in modules} | set(modules)


@pytest.mark.parametrize("command", [("agenda", "suhas"), ("next", "suhas"), ("day", "6")])
def test_an_agenda_imports_nothing_heavy(command: tuple[str, ...]) -> None:
    found = imported("-m", MIAMI, *command)
    assert {"itinerary.timetable", "typer"} <= found
    assert found & HEAVY == set()
    assert "itinerary.plan" not in found


@pytest.mark.parametrize("mission", [MIAMI, DRAFT])
def test_a_check_imports_nothing_heavy(mission: Path) -> None:
    found = imported("-m", mission, "check")
    assert {"itinerary.check", "typer"} <= found
    assert found & HEAVY == set()
    assert {name for name in found if name.startswith("itinerary.show.ical")} == set()


def test_a_plan_imports_no_tables_of_numbers(tmp_path: Path) -> None:
    """The usual door to OR-Tools brings pandas, which takes longer than most plans."""
    pytest.importorskip("ortools", reason="plans need the extra `plan`")
    found = imported("-m", write_mission(tmp_path, SMALL), "plan", "--dry-run")
    assert {"itinerary.plan", "ortools"} <= found
    assert found & {"icalendar", "jinja2", "pandas", "rich"} == set()


def test_each_form_imports_its_own() -> None:
    assert "json" in imported("-m", MIAMI, "check", "--format", "json")
    assert "jinja2" in imported("-m", MIAMI, "check", "--format", "html")
    assert "jinja2" not in imported("-m", MIAMI, "check", "--format", "md")
    assert "icalendar" in imported("-m", MIAMI, "agenda", "suhas", "--format", "ics")
    assert "icalendar" not in imported("-m", MIAMI, "agenda", "suhas", "--format", "json")
