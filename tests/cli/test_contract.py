"""Exit codes, the two outputs, and how the mission is found."""

import re
from pathlib import Path

import pytest

from itinerary import __version__
from tests.cli.missions import QUIET, SMALL, write_mission
from tests.cli.running import DRAFT, MIAMI, Ran, call, run

COMMANDS = (
    ("agenda", "suhas"),
    ("agenda", "--all"),
    ("agenda", "suhas", "-f", "md"),
    ("agenda", "suhas", "-f", "json"),
    ("agenda", "suhas", "-f", "ics"),
    ("next", "suhas"),
    ("day", "6"),
    ("roster", "signing"),
    ("roster", "signing", "-f", "csv"),
    ("export", "ics", "--to", "out"),
    ("build", "--to", "out"),
)
REFUSED = (
    ("agenda",),
    ("agenda", "suhas", "--all"),
    ("agenda", "suhas", "--day", "soon"),
    ("agenda", "suhas", "--day", ""),
    ("agenda", "nobody at all"),
    ("agenda", "suhas", "-f", "pdf"),
    ("next", "suhas", "--at", "soon"),
    ("next",),
    ("day", "soon"),
    ("check", "--rule", "xyz"),
    ("check", "--who", "nobody at all"),
    ("check", "unexpected"),
    ("roster", "no such event"),
    ("roster",),
    ("export", "ics"),
    ("export", "ics", "--to", "out", "--who", "nobody at all"),
    ("build",),
    ("init", "out"),
    ("init", "out", "--example", "xyz"),
    ("frobnicate",),
    ("--width", "39", "check"),
    ("--width", "wide", "check"),
    ("--lang", "xx", "check"),
)


EMPTY = (
    ("agenda", ""),
    ("agenda", " ", ""),
    ("next", ""),
    ("roster", ""),
    ("check", "--who", ""),
    ("export", "ics", "--to", "out", "--who", ""),
)
CLEAN = QUIET.replace("08:30,09:30", "09:30,10:30")
BAD_ROW = "bad,Bad,2017-11-07,25h30,,,,,,,,,,,,\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small mission without a problem, which is also the current folder."""
    mission = write_mission(tmp_path / "small", CLEAN)
    monkeypatch.chdir(mission)
    return mission


def complaints(ran: Ran) -> list[str]:
    """The lines of standard error that do not say what has been written."""
    return [line for line in ran.err.splitlines() if not re.match(r"\d+ files? written", line)]


@pytest.mark.parametrize("command", [*COMMANDS, ("check",)], ids=" ".join)
def test_0_where_all_is_in_order(command: tuple[str, ...], here: Path) -> None:
    ran = call(*command)
    assert (ran.code, complaints(ran)) == (0, [])


@pytest.mark.parametrize("command", [*COMMANDS, ("check",)], ids=" ".join)
def test_1_where_there_are_clashes_for_what_reports_them(
    command: tuple[str, ...], here: Path
) -> None:
    write_mission(here, QUIET)
    ran = call(*command)
    said = ["1 error and 0 warnings; 1 person is concerned."] if command[0] == "build" else []
    assert (ran.code, complaints(ran)) == (int(command[0] in ("check", "build")), said)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_1_where_cells_cannot_be_read(command: tuple[str, ...], here: Path) -> None:
    good = call(*command)
    with (here / "events.csv").open("a") as table:
        table.write(BAD_ROW)
    ran = call(*command)
    assert (ran.code, ran.out) == (1, good.out)
    assert complaints(ran) == [
        "1 cell of the tables cannot be used, so this may be incomplete; see: itinerary check",
        *(["1 error and 0 warnings."] if command[0] == "build" else []),
    ]


@pytest.mark.parametrize("command", REFUSED, ids=" ".join)
def test_2_where_the_command_cannot_be_done(command: tuple[str, ...], here: Path) -> None:
    ran = call(*command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err != ""
    assert not (here / "out").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_2_where_the_mission_cannot_be_read(command: tuple[str, ...], here: Path) -> None:
    (here / "events.csv").write_bytes(b"")
    expected = (
        'events.csv  error  file  "events.csv" is empty\n'
        "    try: write a header row, or delete the file\n"
    )
    assert call(*command) == (2, "", expected)
    assert call("check", "-f", "json") == (2, "", expected)
    assert not (here / "out").exists()


@pytest.mark.parametrize("arguments", [(), ("export",)])
def test_without_a_command_the_help_is_shown(arguments: tuple[str, ...]) -> None:
    ran = call(*arguments)
    assert (ran.code, ran.out, ran.err.split()[:2]) == (2, "", ["Usage:", "itinerary"])


@pytest.mark.parametrize("command", ["agenda", "next", "day", "check", "roster", "build", "init"])
def test_help_needs_no_mission(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = call(command, "--help")
    assert (asked.code, asked.err) == (0, "")
    assert asked.out.split()[:3] == ["Usage:", "itinerary", command]
    assert call(command, "-h") == asked


def test_the_version() -> None:
    assert run("--version") == (0, f"itinerary {__version__}\n", "")


def test_a_language_that_is_not_spoken() -> None:
    ran = call("-m", MIAMI, "--lang", "xx", "check")
    assert (ran.code, ran.out) == (2, "")
    assert "Invalid value for '--lang'" in ran.err


def test_the_mission_of_the_nearest_folder_upwards(tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "outer" / "inner", SMALL)
    write_mission(tmp_path / "outer", SMALL.replace("Hélène Lévy", "Somebody Else"))
    below = mission / "a" / "b"
    below.mkdir(parents=True)
    expected = run("-m", mission, "agenda", "levy")
    assert expected.out.splitlines()[0] == "Hélène Lévy"
    assert run("agenda", "levy", cwd=below) == expected
    assert run("agenda", "levy", cwd=mission) == expected
    assert run("agenda", "levy", cwd=tmp_path / "outer").out.splitlines()[0] == "Somebody Else"


def test_the_mission_of_the_environment_and_of_the_option(tmp_path: Path) -> None:
    here, there, other = (
        write_mission(tmp_path / name, SMALL.replace("Hélène Lévy", name.title()))
        for name in ("here", "there", "other")
    )
    env = {"ITINERARY_MISSION": str(there)}
    names = [
        run(*arguments, "agenda", "levy", cwd=here, env=env).out.splitlines()[0]
        for arguments in ((), ("-m", other), ("--mission", other), (f"--mission={other}",))
    ]
    assert names == ["There", "Other", "Other", "Other"]
    assert run("agenda", "levy", cwd=here, env={"ITINERARY_MISSION": ""}).out[:4] == "Here"
    assert run("-m", "../other", "agenda", "levy", cwd=here).out[:5] == "Other"


def test_no_mission_at_all(tmp_path: Path) -> None:
    assert run("check", cwd=tmp_path) == (
        2,
        "",
        "error: no mission was named, and no folder upwards from here has a mission.toml\n"
        "    name one: itinerary -m PATH; or start one: itinerary init DIR --example"
        " miami-2017\n",
    )


def test_problems_of_the_tables_are_counted_on_one_line() -> None:
    ran = call("-m", DRAFT, "agenda", "suhas")
    assert (ran.code, ran.err.split(" ", 1)[1]) == (
        1,
        "cells of the tables cannot be used, so this may be incomplete; see: itinerary check\n",
    )


@pytest.mark.parametrize(("severity", "code"), [("off", 0), ("warning", 0), ("error", 1)])
def test_a_rule_that_is_off_spoils_no_other_command(severity: str, code: int, here: Path) -> None:
    write_mission(here, f'{CLEAN}\nmission\n[checks]\ntime = "{severity}"')
    with (here / "events.csv").open("a") as table:
        table.write(BAD_ROW)
    ran = call("agenda", "suhas")
    assert (ran.code, len(complaints(ran))) == (code, code)
    assert call("check").code == code


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("check", "-m", "x"), "itinerary -m x check"),
        (("check", "--mission=x"), "itinerary --mission x check"),
        (("agenda", "suhas", "--width", "60"), "itinerary --width 60 agenda"),
        (("export", "ics", "-m"), "itinerary -m PATH export"),
    ],
)
def test_an_option_of_the_program_after_the_command(
    arguments: tuple[str, ...], hint: str, here: Path
) -> None:
    option = hint.split()[1]
    assert call(*arguments) == (
        2,
        "",
        f"error: {option} is an option of the program, not of a command\n"
        f"    write it before the command: {hint}\n",
    )


def test_the_file_of_a_mission_names_its_folder(here: Path) -> None:
    assert call("-m", here / "mission.toml", "check") == call("-m", here, "check")
    assert call("-m", "mission.toml", "agenda", "suhas") == call("agenda", "suhas")


@pytest.mark.parametrize("command", EMPTY, ids=" ".join)
def test_an_empty_variable_never_means_everyone(command: tuple[str, ...], here: Path) -> None:
    expected = "error: the name is empty\n    write a name, part of one, or an id\n"
    assert call(*command) == (2, "", expected)
    assert not (here / "out").exists()


def test_an_empty_time_is_not_now(here: Path) -> None:
    assert call("next", "suhas", "--at", "") == (
        2, "", 'error: "" is not a date and a time\n'
        "    write a date and a time such as 2017-11-04 14:30\n",
    )  # fmt: skip


def test_the_module_and_the_function_are_the_same_program() -> None:
    assert run("-m", MIAMI, "agenda", "suhas") == call("-m", MIAMI, "agenda", "suhas")
    assert run("-m", DRAFT, "check") == call("-m", DRAFT, "check")
    assert run("-m", MIAMI, "agenda", "zzzz") == Ran(
        2,
        "",
        'error: "zzzz" is not in the table of people\n    write a name, part of one, or an id\n',
    )
