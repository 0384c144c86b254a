"""The documentation says what the program does: its commands, options, codes, rooms, examples."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup
from typer.testing import CliRunner

import itinerary
from itinerary.check import rule_names
from itinerary.cli.app import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ("README.md", "data/README.md")
NO_NEED_TO_SAY = {"--help", "--version", "--install-completion", "--show-completion"}


def options() -> dict[str, list[list[str]]]:
    """The options of the program and of each command, each with all its spellings."""
    found: dict[str, list[list[str]]] = {}
    waiting = [("itinerary", typer.main.get_command(app))]
    while waiting:
        name, command = waiting.pop()
        given = [param.opts for param in command.params if param.opts[0].startswith("-")]
        found[name] = [opts for opts in given if not NO_NEED_TO_SAY & set(opts)]
        if isinstance(command, TyperGroup):
            context = typer.Context(command)
            children = command.list_commands(context)
            made = [(f"{name} {c}", command.get_command(context, c)) for c in children]
            waiting += [(child, found) for child, found in made if found]
    return found


def said_as(spellings: list[str]) -> str:
    """A pattern for any of an option's spellings, on its own."""
    return rf"(?<![\w-])(?:{'|'.join(spellings)})(?![\w-])"


def examples(document: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each `$ itinerary …` of a block ```console, and the lines of its output that are shown."""
    text = (ROOT / document).read_text(encoding="utf-8")
    for block in re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for part in re.split(r"^\$ itinerary ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.splitlines()
            yield shlex.split(command), [line for line in shown if line != "…"]


def test_every_command_and_option_is_documented() -> None:
    commands = options()
    said = {name: f"`{name.removeprefix('itinerary ')}" for name in commands}
    assert [name for name in commands if said[name] not in README] == []
    missing = [o for found in commands.values() for o in found if not re.search(said_as(o), README)]
    assert missing == []


def test_every_code_of_a_problem_is_documented() -> None:
    assert [code for code in rule_names() if f"`{code}`" not in README] == []


def test_every_room_is_documented() -> None:
    rooms = sorted(path.parent.name for path in (ROOT / "itinerary").glob("*/__init__.py"))
    assert [room for room in rooms if f"`{room}`" not in README] == []
    assert [room for room in rooms if f"- `{room}`" not in str(itinerary.__doc__)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_example_works(
    document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In order, in a copy of the clone; 1 is the answer of what has problems to report."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    for arguments, shown in examples(document):
        ran = CliRunner().invoke(app, arguments, catch_exceptions=False)
        assert (arguments, ran.exit_code in (0, 1)) == (arguments, True)
        printed = ran.stdout.splitlines()
        assert (arguments, [line for line in shown if line not in printed]) == (arguments, [])
