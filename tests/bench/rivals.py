"""The rounds of `b2b` as others would solve them: constraint programming, and a MIP.

Both are asked for what the program is asked for: every meeting held, and the fewest gaps. Neither
reads files: they get the round as values, and are timed from there to their answer.
"""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from highspy import Highs, HighsModelStatus, highs

from tests.bench.b2b import Round

MODEL = Path(__file__).with_name("b2b.mzn")
ALL_SEEN = "=========="
"""What MiniZinc writes after the last solution, when none can be better."""
THREADS = 2
_new_solver: Callable[[], Highs] = Highs  # whose own constructor says nothing of its types
Variables = Mapping[tuple[int, int], highs.highs_var]
"""By meeting and slot: whether it is held then."""


class Answer(NamedTuple):
    """What a rival came to."""

    is_proven: bool
    gaps: int | None
    """Of the best it found, if it found any."""
    seconds: float


class Row(NamedTuple):
    """A person in a session, and the slots at which they are there, in order."""

    person: int
    slots: Sequence[int]


def has_minizinc() -> bool:
    """Whether `minizinc` can be run here."""
    return shutil.which("minizinc") is not None


def by_gecode(found: Round, limit: float) -> Answer:
    """By MiniZinc and Gecode: one process, which reads the model, flattens it and searches."""
    began = time.perf_counter()
    command = ("minizinc", "--solver", "gecode", "--time-limit", f"{limit * 1000:.0f}", "-a")
    done = subprocess.run(
        (*command, str(MODEL), "--cmdline-data", gecode_data(found)),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    seconds = time.perf_counter() - began
    words = done.stdout.split()
    values = [int(word) for word in words if word.isdecimal()]
    return Answer(ALL_SEEN in words, values[-1] if values else None, seconds)


def by_highs(found: Round, limit: float) -> Answer:
    """By HiGHS, a MIP solver: in this process, the model built for it included."""
    began = time.perf_counter()
    solver = _new_solver()
    solver.silent()
    solver.setOptionValue("threads", THREADS)
    solver.setOptionValue("time_limit", limit)
    solver.minimize(_mip(solver, found))
    is_proven = solver.getModelStatus() == HighsModelStatus.kOptimal
    value = solver.getObjectiveValue()
    gaps = round(value) if abs(value) < solver.inf else None
    return Answer(is_proven, gaps, time.perf_counter() - began)


def rows_of(found: Round) -> Iterator[Row]:
    """Every person in every session in which they are there at all."""
    for person, present in enumerate(found.present):
        for session in found.sessions:
            slots = [slot for slot in session if slot in present]
            if slots:
                yield Row(person, slots)


def meetings_of(found: Round, person: int) -> list[int]:
    """The meetings in which a person takes part, by their numbers."""
    pairs = ((meeting.visitor, meeting.host) for meeting in found.meetings)
    return [number for number, pair in enumerate(pairs) if person in pair]


def gecode_data(found: Round) -> str:
    """What `b2b.mzn` wants to know; there all is numbered from 1."""
    rows = [*rows_of(found)]
    ends = [sum(len(row.slots) for row in rows[: n + 1]) for n in range(len(rows))]
    values: Mapping[str, object] = {
        "slots": found.slots,
        "tables": found.tables,
        "allowed": _sets(found.starts(meeting) for meeting in found.meetings),
        "meetings": _sets(meetings_of(found, person) for person in range(len(found.present))),
        "rows": len(rows),
        "person": [row.person + 1 for row in rows],
        "first": [end - len(row.slots) + 1 for row, end in zip(rows, ends, strict=True)],
        "last": ends,
        "there": [slot + 1 for row in rows for slot in row.slots],
    }
    return " ".join(f"{name} = {value};" for name, value in values.items())


def _sets(several: Iterator[list[int]]) -> str:
    inside = (", ".join(f"{number + 1}" for number in some) for some in several)
    return f"[{', '.join(f'{{{numbers}}}' for numbers in inside)}]"


def _mip(solver: Highs, found: Round) -> highs.highs_linear_expression:
    """The constraints, and the number of gaps.

    The gaps of a session are its blocks of meetings less one, or none without a meeting.
    """
    held: Variables = {
        (number, slot): solver.addBinary()
        for number, meeting in enumerate(found.meetings)
        for slot in found.starts(meeting)
    }
    for number, meeting in enumerate(found.meetings):
        solver.addConstr(solver.qsum(held[number, s] for s in found.starts(meeting)) == 1)
    for slot in range(found.slots):
        at_once = [variable for key, variable in held.items() if key[1] == slot]
        solver.addConstr(solver.qsum(at_once) <= found.tables)
    return solver.qsum(_gaps(solver, found, row, held) for row in rows_of(found))


def _gaps(solver: Highs, found: Round, row: Row, held: Variables) -> highs.highs_linear_expression:
    """Of one person in one session: blocks are counted where they begin.

    As much as possible is taken off for `some`, which is at most 1 and at most the meetings.
    """
    mine = meetings_of(found, row.person)
    busy = [
        solver.qsum(held[number, slot] for number in mine if (number, slot) in held)
        for slot in row.slots
    ]
    some = solver.addVariable(0, 1)
    solver.addConstr(some <= solver.qsum(busy))
    begins = [solver.addVariable(0, 1) for _ in busy]
    for n, literal in enumerate(busy):
        solver.addConstr(literal <= 1)
        before = busy[n - 1] if n else 0
        solver.addConstr(begins[n] >= literal - before)
    gaps: highs.highs_linear_expression = solver.qsum(begins) - some
    return gaps
