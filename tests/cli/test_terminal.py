"""On a terminal: colours, its width, and a progress bar that leaves nothing behind."""

import re
from pathlib import Path

import pytest

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import DRAFT, MIAMI, call
from tests.cli.terminal import on_terminal

COMMANDS = (
    ("agenda", "suhas"),
    ("agenda", "suhas", "--home"),
    ("next", "suhas", "--at", "2017-11-06 10:30"),
    ("day", "7"),
    ("check",),
    ("roster", "county-signing"),
)


@pytest.mark.parametrize(
    ("command", "columns"), [*((c, 80) for c in COMMANDS), (COMMANDS[0], 120), (COMMANDS[4], 120)]
)
def test_it_has_colours_and_fits(command: tuple[str, ...], columns: int) -> None:
    screen = on_terminal("-m", DRAFT, *command, columns=columns)
    assert "\x1b[1m" in screen.sent
    assert [line for line in screen.text.splitlines() if len(line) > columns] == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_text_is_that_of_a_pipe_of_the_same_width(command: tuple[str, ...]) -> None:
    lines = [line.rstrip() for line in on_terminal("-m", MIAMI, *command).text.splitlines()]
    assert lines == call("-m", MIAMI, "--width", "80", *command).out.splitlines()


def test_the_width_asked_for_wins_over_the_terminal() -> None:
    screen = on_terminal("-m", MIAMI, "--width", "60", "agenda", "suhas", columns=120)
    lines = [line.rstrip() for line in screen.text.splitlines()]
    assert lines == call("-m", MIAMI, "--width", "60", "agenda", "suhas").out.splitlines()


def test_no_color_leaves_no_colour() -> None:
    colour = re.compile("\x1b\\[[0-9;]*3[0-7]m")
    assert colour.findall(on_terminal("-m", DRAFT, "check").sent) != []
    assert colour.findall(on_terminal("-m", DRAFT, "check", env={"NO_COLOR": "1"}).sent) == []


def test_a_dumb_terminal_gets_plain_text() -> None:
    screen = on_terminal("-m", MIAMI, "agenda", "suhas", env={"TERM": "dumb"})
    assert "\x1b" not in screen.sent


def test_names_are_not_markup(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL.replace("Hélène Lévy", "[red]Léa[/red] [/x] :smile:"))
    screen = on_terminal("-m", mission, "agenda", "levy")
    assert screen.text.splitlines()[0] == "[red]Léa[/red] [/x] :smile:"
    assert screen.code == 0


def test_a_progress_bar_that_is_taken_away(tmp_path: Path) -> None:
    screen = on_terminal("-m", MIAMI, "export", "ics", "--to", tmp_path / "out", columns=300)
    assert "━" in screen.sent
    assert screen.text.splitlines()[-1] == f"196 files written to {tmp_path / 'out'}"
    assert call("-m", MIAMI, "export", "ics", "--to", tmp_path / "out").err == (
        f"196 files written to {tmp_path / 'out'}\n"
    )


def test_help_fits() -> None:
    for arguments in ((), ("agenda", "-h"), ("check", "-h"), ("export", "ics", "-h")):
        screen = on_terminal(*arguments)
        assert [line for line in screen.text.splitlines() if len(line) > 80] == []
