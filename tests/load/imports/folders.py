"""Imported tables as a folder that can be loaded, and what is said of them."""

import csv
import io
from datetime import date
from pathlib import Path

from itinerary.load import Loaded, load_mission
from itinerary.load.imports.imported import Imported
from itinerary.locale import Words
from itinerary.problems import Problem
from tests.missions import folder


def loaded(path: Path, imported: Imported, mission: str = "") -> Loaded:
    """The tables as CSV, below the frame they tell themselves or the one given."""
    texts: dict[str, str | bytes] = {}
    for name, table in imported.mission.tables.items():
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows([table.columns, *table.rows])
        texts[name] = written.getvalue().encode()
    return load_mission(folder(path, mission or frame(imported), **texts))


def frame(imported: Imported) -> str:
    """`mission.toml` of the settings."""
    return "".join(
        f"{name} = {value}\n" if isinstance(value, date) else f'{name} = "{value}"\n'
        for name, value in imported.mission.settings.items()
    )


def rows(imported: Imported, table: str) -> list[dict[str, str]]:
    """The rows of a table, without their empty cells."""
    found = imported.mission.tables.get(table)
    if found is None:
        return []
    pairs = (zip(found.columns, row, strict=True) for row in found.rows)
    return [{column: text for column, text in row if text} for row in pairs]


def doubts(imported: Imported) -> list[tuple[str, str, str]]:
    """Each problem as its place, its code and its sentence."""
    return [in_words(problem) for problem in imported.problems]


def in_words(problem: Problem) -> tuple[str, str, str]:
    at = problem.at[0]
    sentence = Words("en").sentence(problem.message)
    return f"{at.label} {at.column}".strip(), problem.code, sentence
