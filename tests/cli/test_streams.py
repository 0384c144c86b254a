"""Pipes, encodings and full disks: plain text in, plain text out, never a traceback."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import DRAFT, ENVIRONMENT, MIAMI, call, command, run

BUFFERED, UNBUFFERED = {"PYTHONUNBUFFERED": ""}, {"PYTHONUNBUFFERED": "1"}


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_pipe_gets_no_colour(env: dict[str, str]) -> None:
    ran = run("-m", DRAFT, "check", env=env)
    assert (ran.code, ran.err) == (1, "")
    assert [character for character in ran.out if not character.isprintable()] == (
        ["\n"] * len(ran.out.splitlines())
    )
    assert ran == call("-m", DRAFT, "check")


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": ""}])
def test_a_plain_locale_keeps_the_letters(env: dict[str, str]) -> None:
    assert run("-m", MIAMI, "agenda", "suhas", env=env).out.splitlines()[0] == "Jean-François Suhas"


def test_an_output_of_ascii_loses_letters_of_text_alone(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    env = {"PYTHONIOENCODING": "ascii"}
    text = run("-m", mission, "agenda", "levy", env=env)
    assert (text.code, text.out.splitlines()[0], text.err) == (0, "H?l?ne L?vy", "")
    assert run("-m", mission, "agenda", "é", env=env).err.splitlines()[0] == (
        'error: nothing is called "?"; the nearest are'
    )
    documents = [
        *(["agenda", "levy", "--format", form] for form in ("json", "md", "ics")),
        *(["check", "--format", form] for form in ("json", "md", "csv", "html", "github")),
    ]
    for document in documents:
        assert run("-m", mission, *document, env=env) == call("-m", mission, *document)


@pytest.mark.parametrize("env", [BUFFERED, UNBUFFERED])
@pytest.mark.parametrize(
    "arguments",
    [("check",), ("agenda", "suhas"), ("agenda", "--all"), ("agenda", "--all", "-f", "json")],
)
def test_a_pipe_that_is_closed(arguments: tuple[str, ...], env: dict[str, str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command("-m", MIAMI, *arguments),
        env=ENVIRONMENT | env,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_pipe_that_is_closed_after_a_line() -> None:
    with subprocess.Popen(
        command("-m", MIAMI, "agenda", "--all"),
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == b"Jean-Claude Gaudin\n"
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk always full")
@pytest.mark.parametrize("env", [BUFFERED, UNBUFFERED])
@pytest.mark.parametrize(
    "arguments", [("check",), ("agenda", "suhas", "-f", "ics"), ("--version",)]
)
def test_a_disk_that_is_full(arguments: tuple[str, ...], env: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("-m", MIAMI, *arguments),
            env=ENVIRONMENT | env,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, b"error: No space left on device\n")


@pytest.mark.skipif(os.name != "posix", reason="a shell that closes outputs")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_outputs_that_are_closed_from_the_start(closed: str) -> None:
    for arguments, code in ((("check",), 0), (("agenda", "suhas", "-f", "json"), 0), (("x",), 2)):
        done = subprocess.run(
            ["sh", "-c", f'"$@" {closed}', "sh", *command("-m", MIAMI, *arguments)],
            env=ENVIRONMENT,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, b"Traceback" in done.stderr) == (code, False)


def test_ctrl_c_ends_it_without_a_traceback() -> None:
    """The output is longer than a pipe holds, so the program waits for its reader."""
    with subprocess.Popen(
        command("-m", MIAMI, "agenda", "--all"),
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"Jean-Claude Gaudin\n"
        program.send_signal(signal.SIGINT)
        _, complaints = program.communicate()
    assert (program.returncode, complaints) == (130, b"")
