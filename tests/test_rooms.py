"""Who may import whom: the rooms of `itinerary/__init__.py`, and the libraries with one door."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import itinerary

HOUSE = Path(itinerary.__file__).parent
MODULES = {
    ".".join(("itinerary", *path.relative_to(HOUSE).with_suffix("").parts)): path
    for path in sorted(HOUSE.rglob("*.py"))
}
BASE = {"problems", "names", "times"}
MIDDLE = BASE | {"model", "timetable"}
MAY = {
    "": set(),
    "problems": set(),
    "names": set(),
    "beside": set(),
    "times": {"problems", "names"},
    "locale": {"problems", "times"},
    "model": BASE,
    "timetable": BASE | {"model"},
    "load": MIDDLE | {"beside"},
    "check": MIDDLE | {"beside"},
    "plan": MIDDLE,
    "show": MIDDLE | {"locale"},
    "publish": MIDDLE | {"locale", "load", "check", "plan", "show"},
    "cli": MIDDLE | {"locale", "load", "check", "plan", "show", "publish"},
    "__main__": {"cli"},
}
"""Each room and the rooms it may import, besides itself; `""` is the version in the map."""
KEYS = {
    "dateutil": ("itinerary.times",),
    "caldav": ("itinerary.publish.caldav_server",),
    "defusedxml": (
        "itinerary.load.imports.schedule_xml",
        "itinerary.load.book",
        "itinerary.publish.caldav_server",
    ),
    "icalendar": ("itinerary.show.ical", "itinerary.load.imports.calendar_zones"),
    "jinja2": ("itinerary.show.html",),
    "keyring": ("itinerary.cli.account",),
    "ortools": ("itinerary.plan.solver",),
    "markupsafe": ("itinerary.show.html",),
    "segno": ("itinerary.show.pages",),
    "requests": ("itinerary.publish.caldav_server",),
    "typer": ("itinerary.cli", "itinerary.__main__"),
    "xlsxwriter": ("itinerary.show.blank_book", "itinerary.show.book"),
    "python_calamine": ("itinerary.load.book",),
    "rich": ("itinerary.show", "itinerary.cli"),
}
"""Libraries, and the only modules that may import them."""
LONGEST = 300


def room(module: str) -> str:
    return module.removesuffix(".__init__").partition(".")[2].partition(".")[0]


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno} imports relatively"
            is_house = node.module == "itinerary"
            names = (f"itinerary.{name.name}" for name in node.names)
            yield from names if is_house else (str(node.module),)


@pytest.mark.parametrize("module", MODULES)
def test_a_room_imports_only_from_rooms_above_it(module: str) -> None:
    house = (found for found in imports(MODULES[module]) if found.partition(".")[0] == "itinerary")
    used = {room(found) for found in house if found != "itinerary.__version__"}
    assert used - {room(module)} - MAY[room(module)] == set()


@pytest.mark.parametrize("module", MODULES)
def test_a_library_has_one_door(module: str) -> None:
    used = {found.partition(".")[0] for found in imports(MODULES[module])} & KEYS.keys()
    assert {library for library in used if not module.startswith(KEYS[library])} == set()


@pytest.mark.parametrize("module", MODULES)
def test_no_module_is_long(module: str) -> None:
    lines = MODULES[module].read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST
