"""Missions from text in a test's body: a folder, what it loads to, and its problems in English."""

from pathlib import Path
from textwrap import dedent

from itinerary.load import Loaded, load_mission
from itinerary.locale import Words
from itinerary.model import Mission

MIAMI = """\
title = "Miami"
starts = 2017-11-04
ends = 2017-11-10
zone = "America/New_York"
home_zone = "Europe/Paris"
"""
EVENT = """\
title,date,start,end
Opening,2017-11-06,9:00,10:00
"""


def folder(path: Path, mission: str | bytes = MIAMI, **tables: str | bytes) -> Path:
    """Writes `mission.toml` and a file for each table; bytes are written as they are.

    A name without an ending is a CSV table; a text begins after its first line break.
    """
    _write(path / "mission.toml", mission)
    for name, text in tables.items():
        _write(path / (name if "." in name else f"{name}.csv"), text)
    return path


def _write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text if isinstance(text, bytes) else dedent(text).removeprefix("\n").encode()
    path.write_bytes(data)


def loaded(path: Path, mission: str | bytes = MIAMI, **tables: str | bytes) -> Loaded:
    """What a folder of these tables comes to; one event stands in where none is given."""
    return load_mission(folder(path, mission, **{"events": EVENT, **tables}))


def mission_of(path: Path, mission: str | bytes = MIAMI, **tables: str | bytes) -> Mission:
    """The mission of tables without a single problem."""
    found = loaded(path, mission, **tables)
    assert sentences(found) == []
    assert found.mission is not None
    return found.mission


def sentences(found: Loaded) -> list[tuple[str, str, str]]:
    """Each problem as its place, its code and its sentence."""
    words = Words("en")
    return [
        (problem.at[0].label, problem.code, words.sentence(problem.message))
        for problem in found.problems
    ]


def problems(
    path: Path, mission: str | bytes = MIAMI, **tables: str | bytes
) -> list[tuple[str, str, str]]:
    """Each problem of these tables as its place, its code and its sentence."""
    return sentences(loaded(path, mission, **tables))


def remedies(path: Path, mission: str | bytes = MIAMI, **tables: str | bytes) -> list[str]:
    """What each problem of these tables says to type instead; empty where it says nothing."""
    words = Words("en")
    found = loaded(path, mission, **tables).problems
    return [words.sentence(problem.hint) if problem.hint else "" for problem in found]
