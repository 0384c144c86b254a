"""How the cost of a check grows with the mission, and how it compares with only reading its files.

The peer is what no program in this language can do without: `csv.reader` over every table, the
rows thrown away, in a process of its own.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from os import wait4
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from tests.bench.fair import write_fair

SIZES = (1_000, 10_000, 100_000)
RUNS = 3
_BARE = """
import csv, sys
for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            pass
"""


class Cost(NamedTuple):
    """What one process took."""

    seconds: float
    mebibytes: float
    """Of memory at its peak."""


class Size(NamedTuple):
    """Medians over the runs at one number of people."""

    people: int
    ours: Cost
    theirs: Cost
    ratio: float


def sizes_compared(command: Sequence[str], sizes: Sequence[int] = SIZES) -> Iterator[Size]:
    """A check of fairs of several sizes, each in turn with the reading of its files."""
    for people in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_fair(folder, people)
            yield _compared(people, folder, command)


def _compared(people: int, folder: Path, command: Sequence[str]) -> Size:
    bare = (sys.executable, "-c", _BARE, *map(str, sorted(folder.glob("*.csv"))))
    check = (*command, "-m", str(folder), "check")
    pairs = [(_cost(check), _cost(bare)) for _ in range(RUNS)]
    ours, theirs = (_middle([pair[side] for pair in pairs]) for side in (0, 1))
    return Size(people, ours, theirs, median(a.seconds / b.seconds for a, b in pairs))


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(median(cost.seconds for cost in costs), max(cost.mebibytes for cost in costs))


def _cost(command: Sequence[str]) -> Cost:
    """Of a process from start to end, its output thrown away; a check that finds something is 1."""
    start = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = status >> 8
    if status >> 8 not in (0, 1):
        raise subprocess.CalledProcessError(status >> 8, command)
    return Cost(seconds, usage.ru_maxrss / 1024)
