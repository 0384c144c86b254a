"""Folders and files as they should not be: a sentence that names the place, and exit 1 or 2."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.missions import write_mission
from tests.cli.running import call, run
from tests.missions import EVENT, folder

MISSION = """\
people
id,name
levy,Hélène Lévy

events
id,title,date,start,end,who
dinner,Dinner,2017-11-06,20:00,22:00,all
"""
COMMANDS = (
    ("check",),
    ("check", "--format", "json"),
    ("agenda", "--all"),
    ("agenda", "--all", "--format", "md"),
    ("day", "6"),
    ("roster", "dinner"),
    ("export", "ics", "--to", "OUT"),
    ("build", "--to", "OUT"),
)
NAMES = (
    "../../etc/passwd", "\x1b[31mred\x1b[0m", '"Two\r\nlines"', "[/x]", "=cmd()|' /C calc'!A0",
    "N" * 300, "李明", "\u202eevil", "<script>alert(1)</script>", "`id`; $(id)", "%s {0} {name}",
)  # fmt: skip


def people(content: bytes) -> Callable[[Path], None]:
    """Puts something else in the table of people."""

    def put(folder: Path) -> None:
        (folder / "people.csv").write_bytes(content)

    return put


def events(content: bytes) -> Callable[[Path], None]:
    """Puts something else in the table of events."""

    def put(folder: Path) -> None:
        (folder / "events.csv").write_bytes(content)

    return put


def toml(content: bytes) -> Callable[[Path], None]:
    """Puts something else in `mission.toml`."""

    def put(folder: Path) -> None:
        (folder / "mission.toml").write_bytes(content)

    return put


def as_folder(name: str) -> Callable[[Path], None]:
    """Puts a folder where a file should be: unreadable even for root."""

    def put(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).mkdir()

    return put


WIDE = ",".join(f"c{number}" for number in range(10_000)).encode()
UNUSABLE = {
    'mission.toml  error  file  "." is not a mission: it has no mission.toml': lambda folder: [
        path.unlink() for path in folder.iterdir()
    ],
    'mission.toml  error  file  "." has tables and no mission.toml': lambda folder: (
        folder / "mission.toml"
    ).unlink(),
    "events.csv  error  file  there is no table of events": lambda folder: (
        folder / "events.csv"
    ).unlink(),
    'events.csv:2  error  file  "events.csv" is not a text file': events(b"\x89PNG\r\n\x00"),
    'events.csv  error  file  "events.csv" is a workbook, not a text file': events(b"PK\x03\x04"),
    'events.csv  error  file  "events.csv" is empty': events(b""),
    'events.csv:1  error  file  "events.csv" has 10000 columns; a table has at most 1000': events(
        WIDE
    ),
    'events.csv  error  file  "events.csv" cannot be read: Is a directory': as_folder("events.csv"),
    'mission.toml  error  file  "mission.toml" cannot be read: Is a directory': as_folder(
        "mission.toml"
    ),
    'mission.toml:2  error  file  "mission.toml" is not a text file': toml(b'id = "x"\n\x00'),
    "mission.toml:2  error  file  the file is not valid TOML: Invalid value": toml(
        b'title = "x"\nzone = \n'
    ),
    'mission.toml:1  error  value  "ends" is missing': toml(b""),
}
"""The first line of standard error, and how to come to it."""

INCOMPLETE = (
    "1 cell of the tables cannot be used, so this may be incomplete; see: itinerary check\n"
)
UNDATED = "On no particular day"
WRONG = {
    'people.csv:2  error  file  "people.csv" is not a text file': people(
        b"id,name\nlevy,L\x00vy\n"
    ),
    'people.csv  error  file  "people.csv" is a workbook, not a text file': people(b"PK\x03\x04"),
    'people.csv  error  file  "people.csv" is empty': people(b""),
    'people.csv:1  error  file  "people.csv" has 10000 columns; a table has at most 1000': people(
        WIDE
    ),
    'people.csv  error  file  "people.csv" cannot be read: Is a directory': as_folder("people.csv"),
    "people.csv:2  error  value  the cell has 10000000 characters; 32767 is the most a spreadsheet"
    " can hold": people(b"id,name\nlevy," + b"x" * 10_000_000),
    "people.csv:3  error  file  a quote that is opened here is not closed, or is followed by text;"
    " the rows from here on are left out": people(b'id,name\nlevy,Levy\nx,"y'),
    'events.csv:2  error  time  "25h30" is not a time': events(
        b"id,title,date,start,end\ndinner,Dinner,2017-11-06,25h30,\nd,D,2017-11-06,20:00,21:00\n"
    ),
}
DOUBTFUL = {
    'events.csv:1  warning  file  "events.csv" has a header and no rows': events(
        b"id,title,date,start,end,who\n"
    ),
    'people.csv:1  warning  file  "people.csv" has a header and no rows': people(b"id,name\n"),
    'people.csv:3  warning  file  "people.csv" is written in two encodings: lines that are'
    " not UTF-8, from this one on, were read as Windows-1252": people(
        "id,name\nlevy,Hélène\n".encode() + b"o,Zo\xe9\n"
    ),
}


def commands(folder: Path) -> list[tuple[str, ...]]:
    """Every command, with where it may write."""
    return [
        tuple(str(folder / "out") if a == "OUT" else a for a in command) for command in COMMANDS
    ]


@pytest.fixture
def mission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small mission, which is also the current folder."""
    folder = write_mission(tmp_path / "mission", MISSION)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("line", UNUSABLE)
def test_a_mission_that_cannot_be_used(line: str, mission: Path, tmp_path: Path) -> None:
    UNUSABLE[line](mission)
    for command in commands(tmp_path):
        ran = call("-m", ".", *command)
        assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", line)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("line", WRONG)
def test_a_table_that_cannot_be_used(line: str, mission: Path) -> None:
    WRONG[line](mission)
    ran = call("check")
    assert (ran.code, ran.out.splitlines()[:2], ran.err) == (1, [UNDATED, line], "")
    ran = call("day", "6")
    assert (ran.code, ran.err) == (1, INCOMPLETE)


@pytest.mark.parametrize("line", DOUBTFUL)
def test_a_table_that_can_be_used_all_the_same(line: str, mission: Path, tmp_path: Path) -> None:
    DOUBTFUL[line](mission)
    ran = call("check")
    assert (ran.code, ran.out.splitlines()[:2], ran.err) == (0, [UNDATED, line], "")
    codes = [call(*c).code for c in commands(tmp_path) if c[0] != "roster"]
    assert codes == [0] * len(codes)


def test_a_folder_that_is_missing_and_one_that_is_a_file(mission: Path) -> None:
    for name, reason in (
        ("nowhere", "No such file or directory"),
        ("events.csv", "Not a directory"),
    ):
        assert run("-m", name, "check", cwd=mission) == (
            2,
            "",
            f'{name}  error  file  "{name}" cannot be read: {reason}\n'
            "    try: start one with: itinerary init DIR --example miami-2017\n",
        )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_names_that_are_not_names(command: tuple[str, ...], tmp_path: Path) -> None:
    rows = "".join(f"p{number},{name}\n" for number, name in enumerate(NAMES))
    mission = write_mission(tmp_path / "mission", MISSION)
    (mission / "people.csv").write_bytes(f"id,name\n{rows}".encode())
    arguments = [str(tmp_path / "out") if a == "OUT" else a for a in command]
    ran = run("-m", mission, *arguments)
    assert ran.code == 0
    assert {c for c in ran.out + ran.err if not c.isprintable()} <= {"\n"}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["mission"] + ["out"] * ("OUT" in command)
    )


def test_what_names_look_like(tmp_path: Path) -> None:
    rows = "".join(f"p{number},{name}\n" for number, name in enumerate(NAMES))
    mission = write_mission(tmp_path / "mission", MISSION)
    (mission / "people.csv").write_bytes(f"id,name\n{rows}".encode())
    names = [
        "../../etc/passwd", "[31mred[0m", "Two lines", "[/x]", "=cmd()|' /C calc'!A0",
        "N" * 39 + "…", "李明", "evil", "<script>alert(1)</script>", "`id`; $(id)", "%s {0} {name}",
    ]  # fmt: skip
    assert call("-m", mission, "roster", "dinner").out.splitlines()[3:] == names
    assert [line for line in call("-m", mission, "check").out.splitlines() if line[:1] != " "] == [
        UNDATED,
        "people.csv:3  warning  value  an invisible control character (U+001B) was left out",
        "people.csv:4  warning  value  the cell has line breaks where one line is expected",
        "people.csv:7  warning  value  \"=cmd()|' /C calc'!A0\" looks like a formula; it is read"
        " as text",
        "",
        "0 errors and 3 warnings.",
    ]


def test_the_frame_is_enough_with_a_table_of_events(tmp_path: Path) -> None:
    assert call("-m", folder(tmp_path, events=EVENT), "check") == (
        0, "No problem in 1 event, 0 meetings and 0 people.\n", "",
    )  # fmt: skip
