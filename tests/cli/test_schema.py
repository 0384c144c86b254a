"""`schema`: what it prints, judged by another reader of JSON Schema, agrees with what is read."""

import csv
import json
import tomllib
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from itinerary.check import rule_names
from itinerary.load.headers import known_headers
from itinerary.model.columns import COLUMNS
from itinerary.model.settings import SETTINGS, TOP
from itinerary.names import key
from itinerary.timetable import Timetable
from tests.cli.running import DRAFT, MIAMI, ROOT, call
from tests.missions import MIAMI as FRAME
from tests.missions import loaded

GALLERY = sorted(path.parent for path in (ROOT / "tests" / "broken").glob("*/mission.toml"))


@cache
def schema(*names: str) -> Any:
    ran = call("schema", *names)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def judge(*names: str) -> Draft202012Validator:
    return Draft202012Validator(schema(*names), format_checker=FormatChecker(["date"]))


def as_json(value: Any) -> Any:
    """What an editor makes of TOML: dates and times are texts."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: as_json(each) for name, each in value.items()}
    return [as_json(each) for each in value] if isinstance(value, list) else value


def fits(text: str) -> bool:
    """Whether a `mission.toml` fits its schema."""
    return judge(TOP).is_valid(as_json(tomllib.loads(text)))


def has_problem(path: Path, text: str) -> bool:
    """Whether the program has anything to say about it, the thresholds of rules included."""
    from itinerary.check import check

    found = loaded(path, text)
    problems = check(Timetable(found.mission), found.problems) if found.mission else found.problems
    return any(problem.at[0].file == "mission.toml" for problem in problems)


@pytest.mark.parametrize("names", [(), (TOP,), *((table,) for table in COLUMNS)])
def test_every_schema_is_one(names: tuple[str, ...]) -> None:
    Draft202012Validator.check_schema(schema(*names))
    assert call("schema", *names).out == call("schema", *names).out


def test_the_whole_is_made_of_all_parts() -> None:
    whole = schema()
    assert list(whole["$defs"]) == [TOP, *COLUMNS]
    for name, part in whole["$defs"].items():
        assert {"$schema": whole["$schema"], **part} == schema(name)
    mission = as_json(tomllib.loads((MIAMI / "mission.toml").read_text(encoding="utf-8")))
    tables = {table: list(rows(table, MIAMI)) for table in COLUMNS if table != "accepted"}
    assert list(judge().iter_errors({TOP: mission, "tables": tables})) == []
    assert not judge().is_valid({TOP: mission, "tables": {"evnets": []}})


def rows(table: str, mission: Path) -> list[dict[str, str]]:
    """The cells of a table that are filled in, by our names of the columns."""
    file = mission / f"{table}.csv"
    text = file.read_bytes().decode("utf-8")
    known = known_headers(table)
    return [
        {known.get(key(name), name): cell for name, cell in row.items() if cell}
        for row in csv.DictReader(text.splitlines())
    ]


def misfits(mission: Path, *left_out: str) -> list[tuple[str, str]]:
    """Each cell that does not fit, with its table."""
    tables = [t for t in COLUMNS if (mission / f"{t}.csv").exists() and t not in left_out]
    return [
        (table, error.message)
        for table in tables
        for row in rows(table, mission)
        for error in judge(table).iter_errors(row)
    ]


def test_every_row_of_the_sample_fits() -> None:
    assert misfits(MIAMI) == []


def test_a_mistake_of_the_draft_does_not_fit() -> None:
    """Its events are written as people write, which a schema cannot tell."""
    assert misfits(DRAFT, "events") == [("meetings", "'urgent' is not one of ['1', '2', '3']")]


def test_the_examples_fit() -> None:
    for table, columns in COLUMNS.items():
        row = {name: column.example for name, column in columns.items()}
        assert list(judge(table).iter_errors(row)) == []


@pytest.mark.parametrize(
    ("table", "cell"),
    [
        ("events", {"status": "maybe"}),
        ("events", {"title": ""}),
        ("events", {"capacity": "-1"}),
        ("events", {"capacity": -1}),
        ("events", {"url": "miami-2017.example"}),
        ("people", {"rank": "0"}),
        ("people", {"rank": 0}),
        ("venues", {"latitude": 90.5}),
        ("venues", {"latitude": "north"}),
        ("venues", {"zone": "New York"}),
        ("meetings", {"priority": "4"}),
        ("organisations", {"country": "FRA"}),
    ],
)
def test_a_cell_that_does_not_fit(table: str, cell: dict[str, object]) -> None:
    row = {name: column.example for name, column in COLUMNS[table].items()}
    (error,) = judge(table).iter_errors(row | cell)
    assert [*error.path] == [*cell]


def test_a_cell_that_is_needed() -> None:
    row = {name: column.example for name, column in COLUMNS["events"].items()}
    (error,) = judge("events").iter_errors({n: c for n, c in row.items() if n != "date"})
    assert error.validator == "required"


def test_numbers_may_be_numbers() -> None:
    row = {"name": "Hall", "capacity": 0, "latitude": -90, "longitude": 180.0}
    assert judge("venues").is_valid(row)
    assert judge("venues").is_valid({"name": "Hall", "latitude": "25,77", "capacity": "0"})


@pytest.mark.parametrize("mission", [MIAMI, DRAFT, *GALLERY], ids=lambda path: path.name)
def test_the_settings_of_every_mission_fit(mission: Path) -> None:
    text = (mission / "mission.toml").read_text(encoding="utf-8")
    assert fits(text)


SETTINGS_TRIED = (
    "",
    'languages = ["fr", "es"]',
    'languages = ["de"]',
    'languages = "fr"',
    "colour = 1",
    "[travel]\nspeed = 1",
    "[travel]\nspeed = 0.5",
    "[travel]\nslack_minutes = 0",
    "[travel]\nslack_minutes = 10000",
    "[travel]\nslack_minutes = 10001",
    "[travel]\nslack_minutes = true",
    "[travel]\nslack = 5",
    "[groups]\nus = 'all'",
    "[groups]\nus = 1",
    "[organiser]\nname = 1",
    "[publish]\nuid_domain = 'a.example'",
    "[publish]\nuid_domain = 'a b'",
    "[meetings]\ngrid = 240",
    "[meetings]\ngrid = 241",
    "[meetings]\ngrid = 2.5",
    "[meetings]\nduration = 0",
    "[meetings]\nlongest_run = 1",
    "[meetings]\nstages = ['unplaced', 'gaps']",
    "[meetings]\nstages = ['unplaced', 'luck']",
    "[meetings]\nbreaks = ['12:00/13:30']",
    "[meetings]\nbreaks = '12:00/13:30'",
    "[meetings]\nweights = { 1 = 7 }",
    "[meetings]\nweights = { 1 = 0 }",
    "[meetings]\nweights = { 4 = 7 }",
    "[checks]\nrest = 'off'",
    "[checks]\nrest = 'never'",
    "[checks]\nlate_leg = 'off'",
    "[checks]\nlate-leg = 'off'",
    "[checks]\nlate-lag = 'off'",
    "[checks.late_leg]\nexit_minutes = 10",
    "[checks.rest]\nhours = 9\nseverity = 'error'",
    "[checks.rest]\nhours = '9'",
    "[checks.rest]\nhours = -1",
    "[checks.rest]\nminutes = 9",
    "[checks.meal]\nearliest = 11:00:00",
    "[checks.meal]\nearliest = '11:00'",
    "[checks.meal]\nearliest = 11",
    "[checks.reference]\nseverity = 'warning'",
    "[checks.reference]\nhours = 1",
)


@pytest.mark.parametrize("more", SETTINGS_TRIED)
def test_the_schema_and_the_program_agree(tmp_path: Path, more: str) -> None:
    text = f"{FRAME}{more}\n"
    assert fits(text) != has_problem(tmp_path, text)


@pytest.mark.parametrize("name", ["starts", "ends", "zone"])
def test_what_is_needed(tmp_path: Path, name: str) -> None:
    text = "\n".join(line for line in FRAME.splitlines() if not line.startswith(name)) + "\n"
    assert not fits(text)
    assert has_problem(tmp_path, text)


def test_a_date_may_be_a_text() -> None:
    assert fits(FRAME.replace("2017-11-04", '"2017-11-04"'))
    assert not fits(FRAME.replace("2017-11-04", '"4 November"'))


def test_every_rule_and_every_section_is_there() -> None:
    known = schema(TOP)["properties"]
    assert list(known) == [*SETTINGS[TOP], *(section for section in SETTINGS if section != TOP)]
    assert list(known["checks"]["properties"]) == [*rule_names()]
    severities = known["checks"]["properties"]["file"]["anyOf"][0]["enum"]
    assert severities == ["error", "warning"]


def test_the_other_names_of_a_column_are_those_that_are_read() -> None:
    for table in COLUMNS:
        for name, cell in schema(table)["properties"].items():
            known = {known_headers(table)[word] for word in cell.get("x-synonyms", ())}
            assert known <= {name}


def test_a_table_by_another_name() -> None:
    assert call("schema", "programme") == call("schema", "events")
    assert call("schema", "mission.toml") == call("schema", TOP)


def test_a_table_that_is_none() -> None:
    assert call("schema", "mision") == (
        2, "", 'error: "mision" is not a table\n    did you mean mission?\n',
    )  # fmt: skip
