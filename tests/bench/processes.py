"""Whole processes, timed in turn: A B A B, so that a machine that drifts slows both."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

Command = Sequence[str]
RUNS = 9


class Timing(NamedTuple):
    """Seconds of wall clock, the median of the runs, and the median of the ratios pair by pair."""

    ours: float
    theirs: float
    ratio: float


def compared(
    ours: Command, theirs: Command, env: Mapping[str, str] | None = None, runs: int = RUNS
) -> Timing:
    """Times two commands against each other; both must succeed."""
    seconds(ours, env)
    seconds(theirs, env)
    pairs = [(seconds(ours, env), seconds(theirs, env)) for _ in range(runs)]
    return Timing(
        median(a for a, _ in pairs),
        median(b for _, b in pairs),
        median(a / b for a, b in pairs),
    )


def seconds(command: Command, env: Mapping[str, str] | None = None) -> float:
    """How long a command takes from start to exit, its output read and thrown away."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=os.environ | dict(env or {}))
    return time.perf_counter() - start
