"""Bytes as spreadsheets, editors and accidents leave them."""

from pathlib import Path

import pytest

from itinerary.load import load_mission
from itinerary.load.files import read_grid
from itinerary.problems import Problem
from tests.missions import folder, loaded, problems, sentences

ACCENTS = """\
titre;date;début;fin;lieu
Dîner à l’Estaque;lundi 6 novembre;20 h;22h30;
Réunion – œuvre n° 1;mardi 7 novembre;9h30;10h15;
"""
TITLES = ["Dîner à l’Estaque", "Réunion – œuvre n° 1"]


def titles(path: Path, **tables: str | bytes) -> list[str]:
    found = loaded(path, **tables)
    assert sentences(found) == []
    assert found.mission is not None
    return [event.title for event in found.mission.events.values()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_way_a_spreadsheet_saves(
    tmp_path: Path, encoding: str, newline: str, delimiter: str
) -> None:
    text = ACCENTS.replace(";", delimiter).replace("\n", newline)
    assert titles(tmp_path, events=text.encode(encoding)) == TITLES


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_either_mark(tmp_path: Path, encoding: str) -> None:
    assert titles(tmp_path, events=f"\ufeff{ACCENTS}".encode(encoding)) == TITLES


@pytest.mark.parametrize("ending", [".csv", ".CSV", ".tsv", ".txt"])
def test_endings(tmp_path: Path, ending: str) -> None:
    found = load_mission(folder(tmp_path, **{f"Programme{ending}": ACCENTS}))
    assert sentences(found) == []


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [
        ("sep=;\n", ";"),
        ("sep=\t\r\n", "\t"),
        ('"sep=,"\n', ","),
        ("sep=|\n", "|"),
        ("\ufeffsep=;;;;\n", ";"),
    ],
)
def test_the_line_that_tells_excel_the_delimiter(tmp_path: Path, line: str, delimiter: str) -> None:
    text = f"{line}title{delimiter}date{delimiter}start{delimiter}end\nA{delimiter}x{delimiter}9h"
    assert problems(tmp_path, events=text) == [("events.csv:3", "time", '"x" is not a date')]


def rows(path: Path, text: str) -> list[tuple[int, list[str]]]:
    found: list[Problem] = []
    (path / "t.csv").write_bytes(text.encode())
    grid = read_grid(path / "t.csv", found)
    assert found == []
    return [(grid.header_row, grid.header), *grid.rows]


def test_a_cell_with_several_lines_is_numbered_by_its_first(tmp_path: Path) -> None:
    text = 'a,b\n1,"x\ny\n\nz"\n2,\n"3\r\n",y\n4,z\n'
    assert rows(tmp_path, text) == [
        (1, ["a", "b"]),
        (2, ["1", "x\ny\n\nz"]),
        (6, ["2", ""]),
        (7, ["3\r\n", "y"]),
        (9, ["4", "z"]),
    ]


def test_blank_rows_are_no_rows_and_still_count(tmp_path: Path) -> None:
    assert rows(tmp_path, "\n;;\na;b\n\n;\n 1 ; \n") == [(3, ["a", "b"]), (6, [" 1 ", " "])]


def test_a_header_cell_with_several_lines_hides_no_delimiter(tmp_path: Path) -> None:
    assert rows(tmp_path, '"Title,\n(max. 20)";b;c\n1;2;3\n') == [
        (1, ["Title,\n(max. 20)", "b", "c"]),
        (3, ["1", "2", "3"]),
    ]


def test_quotes_are_doubled_inside_a_cell(tmp_path: Path) -> None:
    assert rows(tmp_path, 'a,b\n"say ""hi"", now",2\n')[1] == (2, ['say "hi", now', "2"])


def test_the_delimiter_is_that_of_the_header(tmp_path: Path) -> None:
    assert rows(tmp_path, "a;b\n1,5,5,5;2\n")[1] == (2, ["1,5,5,5", "2"])


TWO = b"title,date,start,end\nD\xc3\xaener,6/11,9h,10h\nR\xe9union,7/11,9h,10h\nFin,8/11,9h,10h\n"


def test_mixed_encodings_are_read_line_by_line_and_told(tmp_path: Path) -> None:
    found = loaded(tmp_path, events=TWO)
    assert sentences(found) == [
        (
            "events.csv:3",
            "file",
            '"events.csv" is written in two encodings: lines that are not UTF-8,'
            " from this one on, were read as Windows-1252",
        )
    ]
    assert found.mission is not None
    assert [event.title for event in found.mission.events.values()] == ["Dîner", "Réunion", "Fin"]
