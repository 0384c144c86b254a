"""Gaps in the sessions of each person, as literals."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from itinerary.plan.board import Agent
from itinerary.plan.formula import Term
from itinerary.plan.puzzle import Puzzle


def gaps_of_each(puzzle: Puzzle) -> Sequence[tuple[Agent, list[Term]]]:
    """The gaps of each person, or of one of those whose meetings are the same."""
    if not puzzle.gaps:
        for crowd in puzzle.crowds:
            if crowd[0].kind == "person":
                _count_steps(puzzle, crowd[0])
                rows = _rows(puzzle, crowd[0])
                literals = [gap for row in rows for gap in _gaps_in(puzzle, row)]
                puzzle.gaps.append((crowd[0], [(literal, len(crowd)) for literal in literals]))
    return puzzle.gaps


class Row(NamedTuple):
    """What a person does at each step of a session at which they are not elsewhere."""

    cells: Sequence[int | bool]
    """A literal where there may be a meeting, True where there is one that stays, False where
    there can be none."""
    least: int
    """Steps they are surely in meetings."""
    most: int
    """Steps they can be in meetings."""


def _rows(puzzle: Puzzle, agent: Agent) -> list[Row]:
    """Session by session, where there may be a gap."""
    board = puzzle.board
    taken, held = board.obstacles.taken(agent.id), board.obstacles.held(agent.id)
    busy = puzzle.busy(agent)
    found: list[Row] = []
    for number, session in enumerate(board.steps.by_session):
        free = [step for step in session if not taken >> step & 1 or held >> step & 1]
        cells = [bool(held >> s & 1) or busy.get(s, False) for s in free]
        may_meet = [n for n, cell in enumerate(cells) if cell is not False]
        if len(may_meet) > 1 and may_meet[-1] - may_meet[0] > 1:
            stays = sum(cell is True for cell in cells)
            least, most = _load(puzzle, agent, number)
            found.append(Row(cells[may_meet[0] : may_meet[-1] + 1], stays + least, stays + most))
    return found


def _count_steps(puzzle: Puzzle, agent: Agent) -> None:
    """Where all are placed, how many steps a person is in meetings: it follows, and a solver that
    is told proves what it would else have to try."""
    if puzzle.is_complete:
        busy = puzzle.busy(agent).values()
        numbers = [number for number in puzzle.agents[agent] if puzzle.options[number]]
        count = sum(puzzle.requests[number].size for number in numbers)
        puzzle.formula.at_most([(literal, 1) for literal in busy], count)
        puzzle.formula.at_most([(literal, -1) for literal in busy], -count)


def _load(puzzle: Puzzle, agent: Agent, session: int) -> tuple[int, int]:
    """The fewest and the most steps of requests a person can have in a session."""
    session_of = puzzle.board.steps.session_of
    least = most = 0
    for number in puzzle.agents[agent]:
        inside = [session_of[o.start] == session for o in puzzle.options[number]]
        size = puzzle.requests[number].size
        most += size if any(inside) else 0
        least += size if puzzle.is_complete and inside and all(inside) else 0
    return least, most


def _gaps_in(puzzle: Puzzle, row: Row) -> list[int]:
    """A literal for each gap of a session: one for the first, and one for each after it.

    That there is one at all is said from both sides, and in every way that follows from how many
    meetings there can be, as the solver then need not look for where it is.
    """
    formula = puzzle.formula
    cells = [_literal(puzzle, cell) for cell in row.cells]
    first = formula.boolean()
    before, after = formula.booleans(len(cells)), formula.booleans(len(cells))
    for n, cell in enumerate(cells):
        formula.any_of((~cell, before[n]))
        formula.any_of((~cell, after[n]))
        formula.any_of((~before[n], ~after[n], cell, first))
        if n >= row.most:
            formula.any_of((~before[n - row.most], ~after[n], first))
        if row.least:
            formula.any_of((before[n], after[n]))
        for more in range(1, row.least):  # without a gap, all of them follow the first
            begins = (~cell, first, *((cells[n - 1],) if n else ()))
            formula.any_of((*begins, cells[n + more]) if n + more < len(cells) else begins)
    for n, following in pairwise(range(len(cells))):
        formula.any_of((~before[n], before[following]))
        formula.any_of((~after[following], after[n]))
    return [first, *_more_gaps(puzzle, cells, before)]


def _more_gaps(puzzle: Puzzle, cells: Sequence[int], before: Sequence[int]) -> list[int]:
    """A literal for each gap after the first: a meeting begins again, and once it had already."""
    formula = puzzle.formula
    found: list[int] = []
    had: int | None = None
    for n in range(2, len(cells)):
        again = formula.boolean()
        formula.any_of((~cells[n], cells[n - 1], ~before[n - 1], again))
        if had is None:
            had = again
            continue
        more, so_far = formula.booleans(2)
        formula.any_of((~again, ~had, more))
        formula.any_of((~had, so_far))
        formula.any_of((~again, so_far))
        found.append(more)
        had = so_far
    return found


def _literal(puzzle: Puzzle, cell: int | bool) -> int:
    if cell is True:
        return puzzle.truth()
    return ~puzzle.truth() if cell is False else cell
