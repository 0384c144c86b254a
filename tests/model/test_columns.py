"""The tables and their columns: as they are documented, and as they are read."""

import re
import tomllib
from pathlib import Path

import pytest

import itinerary
from itinerary.model.columns import COLUMNS, Column, Kind
from itinerary.model.settings import SETTINGS, TOP
from itinerary.problems import OneOf
from tests.missions import EVENT, loaded

ROOT = Path(__file__).parent.parent.parent
SAMPLE_ONLY = "fictional"
CLOSED = [
    (table, name)
    for table, columns in COLUMNS.items()
    for name, column in columns.items()
    if column.kind is Kind.CHOICE
]


def sentences() -> dict[str, dict[str, dict[str, str]]]:
    path = Path(itinerary.__file__).parent / "locale" / "en.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def documented(title: str) -> list[tuple[str, str, str]]:
    """The rows of a table of data/README.md, below a title, without the marks of code."""
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    part = text.split(f"\n{title}\n")[1]
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", part.split("\n\n#")[0], re.MULTILINE)
    return [(a, b.replace("`", ""), c.strip("`")) for a, b, c in rows[1:]]


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_is_documented_as_it_is(table: str) -> None:
    said = sentences()["columns"][table]
    assert list(said) == list(COLUMNS[table])
    rows = [row for row in documented(f"### {table}.csv") if row[0] != SAMPLE_ONLY]
    in_order = sorted(rows, key=lambda row: list(said).index(row[0].strip("*")))
    assert in_order == [
        (f"**{name}**" if column.is_required else name, said[name], column.example)
        for name, column in COLUMNS[table].items()
    ]


def test_the_names_of_planning_are_documented_as_they_are() -> None:
    said = sentences()["settings"]["meetings"]
    rows = documented(
        "`[meetings]`, how requests are to be planned; its clocks are those of `zone`:"
    )
    assert [(name, text) for name, text, _ in rows] == [
        (name, said[name]) for name in SETTINGS["meetings"]
    ]


def test_every_name_of_the_settings_says_what_it_is() -> None:
    said = sentences()["settings"]
    assert list(said) == list(SETTINGS)
    for section, names in SETTINGS.items():
        above = [] if section == TOP else ["text"]
        assert list(said[section]) == [*above, *names]


@pytest.mark.parametrize(("table", "name"), CLOSED)
def test_a_closed_list_has_the_words_that_are_read(tmp_path: Path, table: str, name: str) -> None:
    column = COLUMNS[table][name]
    tables = {"events": EVENT, table: _one_row(table, name, "zzz")}
    (problem,) = [p for p in loaded(tmp_path, **tables).problems if p.at[0].column == name]
    assert problem.hint is not None
    choices = problem.hint.args["choices"]
    assert isinstance(choices, OneOf)
    assert sorted(map(str, choices)) == sorted(column.choices)


def _one_row(table: str, name: str, text: str) -> str:
    """A row that holds a word in one column, and examples where a cell is needed."""
    cells = {n: c.example for n, c in COLUMNS[table].items() if c.is_required} | {name: text}
    return f"{','.join(cells)}\n{','.join(map(_quoted, cells.values()))}\n"


def _quoted(text: str) -> str:
    return f'"{text}"'


@pytest.mark.parametrize("table", COLUMNS)
def test_every_example_is_read_without_a_doubt(tmp_path: Path, table: str) -> None:
    """What it names is in no table here, which is no fault of a cell's form."""
    cells = COLUMNS[table].items()
    header = ",".join(name for name, _ in cells)
    row = ",".join(_quoted(column.example) for _, column in cells)
    found = loaded(tmp_path, **{"events": EVENT, table: f"{header}\n{row}\n"}).problems
    assert [p for p in found if p.code not in ("reference", "name")] == []


def test_bounds_are_those_of_numbers() -> None:
    bounded = {
        column.kind
        for columns in COLUMNS.values()
        for column in columns.values()
        if (column.least, column.most) != (None, None)
    }
    assert bounded == {Kind.WHOLE, Kind.DECIMAL, Kind.MINUTES}
    assert Column(Kind.TEXT) == Column(Kind.TEXT, "", False, (), "", None, None)
