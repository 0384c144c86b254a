"""A `mission.toml` that leaves no mission: which line, and what to type there instead."""

from pathlib import Path

import pytest

from itinerary.load import Loaded, load_mission
from tests.missions import MIAMI, loaded, problems, remedies, sentences

FATAL = {
    "nothing": ("", 1, '"starts" is missing', "write starts = 2017-11-04"),
    "no end": (
        MIAMI.replace("ends", "end"),
        1,
        '"ends" is missing',
        "write ends = 2017-11-04",
    ),
    "no zone": (
        MIAMI.replace("zone =", "zon =", 1),
        1,
        '"zone" is missing',
        "write an IANA name such as America/New_York or Europe/Paris",
    ),
    "a zone that is none": (
        MIAMI.replace("America/New_York", "Miami"),
        4,
        '"Miami" is not a time zone',
        "did you mean America/New_York?",
    ),
    "a zone of nowhere": (
        MIAMI.replace("America/New_York", "Mars/Olympus"),
        4,
        '"Mars/Olympus" is not a time zone',
        "write an IANA name such as America/New_York or Europe/Paris",
    ),
    "a zone in numbers": (
        MIAMI.replace('"America/New_York"', "-5"),
        4,
        '"zone" must be a text in quotes',
        "",
    ),
    "a date that is none": (
        MIAMI.replace("2017-11-04", '"4 nov."'),
        2,
        '"starts" is not a date',
        "write starts = 2017-11-04",
    ),
    "a date that does not exist": (
        MIAMI.replace("2017-11-04", "2017-11-31"),
        2,
        "the file is not valid TOML: Invalid date or datetime",
        'write name = "value", one on a line',
    ),
    "the last year there is": (
        MIAMI.replace("2017-11-10", "9999-12-31"),
        3,
        "the year 9999 is out of range",
        "",
    ),
    "the wrong order": (
        MIAMI.replace("2017-11-10", "2017-11-03"),
        3,
        "the mission ends on 2017-11-03, before it starts on 2017-11-04",
        "",
    ),
    "no quotes": (
        MIAMI.replace('"Miami"', "Miami"),
        1,
        "the file is not valid TOML: Invalid value",
        'write name = "value", one on a line',
    ),
    "a key twice": (
        f'{MIAMI}title = "Again"\n',
        6,
        "the file is not valid TOML: Cannot overwrite a value",
        'write name = "value", one on a line',
    ),
    "a section left open": (
        f"{MIAMI}[travel",
        6,
        "the file is not valid TOML: Expected ']' at the end of a table declaration",
        'write name = "value", one on a line',
    ),
    "a workbook": (
        b"PK\x03\x04",
        0,
        '"mission.toml" is a workbook, not a text file',
        "save the sheet as text, in UTF-8",
    ),
    "a NUL": (
        MIAMI.encode() + b"\x00",
        6,
        '"mission.toml" is not a text file',
        "save the table as CSV UTF-8",
    ),
}


def fatal(found: Loaded) -> tuple[int, str]:
    """The line and the sentence of what left no mission at all."""
    assert found.mission is None
    at = [problem.at[0].row for problem in found.problems]
    last = [n for n, (_, _, text) in enumerate(sentences(found)) if "is not known" not in text][-1]
    return at[last], sentences(found)[last][2]


@pytest.mark.parametrize(("text", "row", "sentence", "remedy"), FATAL.values(), ids=FATAL)
def test_what_leaves_no_mission(
    tmp_path: Path, text: str | bytes, row: int, sentence: str, remedy: str
) -> None:
    found = loaded(tmp_path, text)
    if text == "":
        assert sentences(found) == [
            ("mission.toml:1", "value", '"ends" is missing'),
            ("mission.toml:1", "value", '"starts" is missing'),
            ("mission.toml:1", "value", '"zone" is missing'),
        ]
    else:
        assert fatal(found) == (row, sentence)
    assert remedy in remedies(tmp_path, text)


@pytest.mark.parametrize("value", ["[" * 100_000, "9" * 5000, '"""', "{" * 1000])
def test_values_without_end_are_no_traceback(tmp_path: Path, value: str) -> None:
    ((place, code, sentence),) = problems(tmp_path, f"{MIAMI}id = {value}\n")
    assert (place.partition(":")[0], code) == ("mission.toml", "file")
    assert sentence.startswith("the file is not valid TOML: ")


def test_a_directory_in_place_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "mission.toml").mkdir()
    assert sentences(load_mission(tmp_path / "here")) == [
        ("mission.toml", "file", '"mission.toml" cannot be read: Is a directory')
    ]
