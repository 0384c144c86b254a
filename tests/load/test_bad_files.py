"""Files that are no tables, and cells that mean harm: a clear problem each."""

from pathlib import Path

import pytest

from tests.missions import MIAMI, folder, loaded, problems, remedies
from tests.users import ordinary_user

NOT_TABLES = {
    "a workbook": (
        b"PK\x03\x04\x14\x00\x06\x00rest",
        "people.csv",
        '"people.csv" is a workbook, not a text file',
        "save the sheet as text, in UTF-8",
    ),
    "an old workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        "people.csv",
        '"people.csv" is a workbook, not a text file',
        "save the sheet as text, in UTF-8",
    ),
    "a PDF": (
        b"%PDF-1.7\n",
        "people.csv",
        '"people.csv" is not a text file',
        "save the table as CSV UTF-8",
    ),
    "a picture": (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "people.csv:3",
        '"people.csv" is not a text file',
        "save the table as CSV UTF-8",
    ),
    "a NUL": (
        b"name\nJean\nPa\x00ul\n",
        "people.csv:3",
        '"people.csv" is not a text file',
        "save the table as CSV UTF-8",
    ),
    "UTF-16 without its mark": (
        "name\nJean\n".encode("utf-16-le"),
        "people.csv:1",
        '"people.csv" is not a text file',
        "save the table as CSV UTF-8",
    ),
    "half of UTF-16": (
        "\ufeffname\nJean\n".encode("utf-16-le")[:-1],
        "people.csv",
        '"people.csv" is neither UTF-8 nor Windows-1252',
        "save it as CSV UTF-8",
    ),
    "neither encoding": (
        b"name\nJean\nP\x81\x8d\n",
        "people.csv:3",
        '"people.csv" is neither UTF-8 nor Windows-1252',
        "save it as CSV UTF-8",
    ),
    "nothing": (
        b"",
        "people.csv",
        '"people.csv" is empty',
        "write a header row, or delete the file",
    ),
    "a mark and nothing": (
        b"\xef\xbb\xbf",
        "people.csv",
        '"people.csv" is empty',
        "write a header row, or delete the file",
    ),
    "blank rows": (
        b"\n,,,\r\n \n",
        "people.csv",
        '"people.csv" is empty',
        "write a header row, or delete the file",
    ),
    "a header alone": (
        b"name,email\n\n",
        "people.csv:1",
        '"people.csv" has a header and no rows',
        "",
    ),
    "10,000 columns": (
        b"name" + b",x" * 9999 + b"\nJean\n",
        "people.csv:1",
        '"people.csv" has 10000 columns; a table has at most 1000',
        "",
    ),
    "a quote left open": (
        b'name\nJean\n"Paul\nMarie\n',
        "people.csv:3",
        "a quote that is opened here is not closed, or is followed by text; the rows from here"
        " on are left out",
        'close the quotes, and double a quote inside a cell ("")',
    ),
    "text behind a quote": (
        b'name\nJean\n"Paul" Roatta\nMarie\n',
        "people.csv:3",
        "a quote that is opened here is not closed, or is followed by text; the rows from here"
        " on are left out",
        'close the quotes, and double a quote inside a cell ("")',
    ),
    "an escape sequence": (
        b"name\nJean\nPa\x1b[31mul\n",
        "people.csv:3",
        "an invisible control character (U+001B) was left out",
        "type the cell again",
    ),
    "a change of direction": (
        "name\nJean\nPa\u202eul\n".encode(),
        "people.csv:3",
        "an invisible control character (U+202E) was left out",
        "type the cell again",
    ),
}


@pytest.mark.parametrize(
    ("data", "place", "sentence", "remedy"), NOT_TABLES.values(), ids=NOT_TABLES
)
def test_what_is_no_table(
    tmp_path: Path, data: bytes, place: str, sentence: str, remedy: str
) -> None:
    events = "title,date,start,end,who\nOpening,2017-11-06,9h,10h,Jean\n"
    found = problems(tmp_path, events=events, people=data)
    assert [(at, text) for at, _, text in found] == [*unnamed(data), (place, sentence)]
    assert remedies(tmp_path)[-1] == remedy


def unnamed(data: bytes) -> list[tuple[str, str]]:
    """Jean is missed only where the table was read to its end without him."""
    if data == b"name,email\n\n":
        return [("events.csv:2", 'nobody is called "Jean": no person, organisation or group')]
    return []


def test_a_directory_in_place_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "people.csv").mkdir()
    assert problems(tmp_path) == [
        ("people.csv", "file", '"people.csv" cannot be read: Is a directory')
    ]
    assert remedies(tmp_path) == ["check that it exists and that you may read it"]


def test_a_file_one_may_not_read(tmp_path: Path) -> None:
    assert problems(tmp_path) == []
    with ordinary_user() as home:
        folder(home, people="name\nJean\n")
        (home / "people.csv").chmod(0)
        assert problems(home) == [
            ("people.csv", "file", '"people.csv" cannot be read: Permission denied')
        ]


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "people.csv").symlink_to(tmp_path / "gone.csv")
    assert problems(tmp_path) == [
        ("people.csv", "file", '"people.csv" cannot be read: No such file or directory')
    ]


def test_a_cell_of_10_megabytes(tmp_path: Path) -> None:
    text = f"name,role\nJean,{'x' * 10_000_000}\n{'y' * 40_000},Mayor\n"
    long = "the cell has {} characters; 32767 is the most a spreadsheet can hold"
    assert problems(tmp_path, people=text) == [
        ("people.csv:2", "value", long.format(10_000_000)),
        ("people.csv:3", "value", long.format(40_000)),
    ]


def test_what_systems_leave_beside_a_table_is_no_table(tmp_path: Path) -> None:
    left = {"._events.csv": b"\x00\x05\x16\x07", "~$people.csv": b"\x00", ".people.csv": b"\x00"}
    assert problems(tmp_path, **left) == []


@pytest.mark.parametrize(
    ("name", "sentences"),
    [
        ("../x", ['the id "../x" contains a slash']),
        ("=cmd()", ['"=cmd()" looks like a formula; it is read as text']),
        ("[/x]", ['the id "[/x]" contains a slash']),
        ('"a\r\nb"', ["the cell has line breaks where one line is expected"]),
    ],
)
def test_ids_that_mean_harm_are_doubted_and_kept(
    tmp_path: Path, name: str, sentences: list[str]
) -> None:
    found = problems(tmp_path, people=f"id,name\n{name},Jean\n")
    assert found == [("people.csv:2", "value", sentence) for sentence in sentences]


def test_controls_in_the_settings_are_left_out(tmp_path: Path) -> None:
    mission = MIAMI.replace('"Miami"', '"Mia\\u001b[31mmi\\u202e"')
    found = loaded(tmp_path, mission).mission
    assert found is not None
    assert found.title == "Mia[31mmi"
