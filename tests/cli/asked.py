"""The program asked on a terminal of its own: each answer is typed when it is asked for."""

import os
import pty
from collections.abc import Sequence
from pathlib import Path

from tests.cli.running import ENVIRONMENT, command
from tests.cli.terminal import Screen, read_some

INTERRUPT, END = "\x03\n", "\x04"
"""Ctrl-C and Ctrl-D. A signal that comes just before the program begins to read is seen only when
the read ends, hence the line break."""
PROMPT = b": "


def answered(arguments: Sequence[str | Path], answers: Sequence[str], folder: Path) -> Screen:
    """Runs in a folder and types the answers, each behind the prompt that waits for it."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        program = command(*arguments)
        os.execve(program[0], program, ENVIRONMENT)
    sent = b""
    for answer in answers:
        part = b""
        while not part.endswith(PROMPT) and (more := read_some(terminal)):
            part += more
        sent += part
        os.write(terminal, (answer if answer in (INTERRUPT, END) else f"{answer}\n").encode())
    sent += b"".join(iter(lambda: read_some(terminal), b""))
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    return Screen(os.waitstatus_to_exitcode(status), sent.decode())
