"""What a plan minimises, one function for each stage; each gives weighted literals.

The order stands in `mission.toml`. A stage is solved and then held while the next is.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, permutations, product
from typing import NamedTuple

from itinerary.plan.board import Agent
from itinerary.plan.formula import Term
from itinerary.plan.puzzle import Puzzle


def unplaced(puzzle: Puzzle) -> list[Term]:
    """The requests that are left out, by the weight of their priority."""
    return puzzle.unplaced()


def changes(puzzle: Puzzle) -> list[Term]:
    """The meetings that the present plan has at another time or venue, or has and loses."""
    found: list[Term] = []
    starts = puzzle.board.steps.starts
    for request, options in zip(puzzle.requests, puzzle.options, strict=True):
        present = puzzle.board.mission.meetings[request.id]
        if present.span is None:
            continue
        when, where = present.span.start, present.venue
        same = [o.literal for o in options if (starts[o.start], o.venue) == (when, where)]
        if same:
            found.append((~puzzle.any_of(same), 1))
        else:
            found.append((_true(puzzle), 1))
    return found


def optional(puzzle: Puzzle) -> list[Term]:
    """The optional participants who cannot come to what they may come to: they are elsewhere
    then, or too far away to be there in time.

    Of two meetings that one may come to and that are held at once, the later in the table is
    missed.
    """
    found: list[Term] = []
    invited: defaultdict[str, list[int]] = defaultdict(list)
    for number, request in enumerate(puzzle.requests):
        for guest in request.guests:
            invited[guest].append(number)
    for guest, numbers in invited.items():
        agent = Agent("person", guest)
        others = [puzzle.at(agent)] if agent in puzzle.agents else []
        for number in numbers:
            misses = puzzle.formula.boolean()
            found.append((misses, 1))
            _miss_if_taken(puzzle, agent, number, misses)
            held = _held(puzzle, number)
            for other in others:
                _miss_if_close(puzzle, held, other, misses)
            others.append(held)
    return found


Held = Mapping[int, Mapping[str, int]]
"""A literal for each step and venue: whether something is held then and there."""


def _held(puzzle: Puzzle, number: int) -> Held:
    literals: defaultdict[int, defaultdict[str, list[int]]]
    literals = defaultdict(lambda: defaultdict(list))
    for option in puzzle.options[number]:
        for step in range(option.start, option.start + puzzle.requests[number].size):
            literals[step][option.venue].append(option.literal)
    return {
        step: {venue: puzzle.any_of(several) for venue, several in venues.items()}
        for step, venues in literals.items()
    }


def _miss_if_close(puzzle: Puzzle, held: Held, other: Held, misses: int) -> None:
    """Nobody is at two things between which there is less time than the way takes."""
    spans, way = puzzle.board.steps.spans, puzzle.board.obstacles.way
    for step, here in held.items():
        for later, there in other.items():
            for start, end in product(here, there):
                first, last = (start, end) if step <= later else (end, start)
                gap = spans[max(step, later)].start - spans[min(step, later)].end
                if step == later or gap < way(first, last):
                    puzzle.formula.any_of((~here[start], ~there[end], misses))


def _miss_if_taken(puzzle: Puzzle, guest: Agent, number: int, misses: int) -> None:
    """Who is elsewhere already misses what is held then."""
    count = puzzle.requests[number].size
    for option in puzzle.options[number]:
        free = puzzle.board.free(guest, option.venue)
        if not all(free >> step & 1 for step in range(option.start, option.start + count)):
            puzzle.formula.any_of((~option.literal, misses))


def gaps(puzzle: Puzzle) -> list[Term]:
    """Pauses between two meetings of a person in one session, however long.

    Time in which they are elsewhere, or away, neither makes a gap nor breaks one.
    """
    return [term for _, terms in _gaps(puzzle) for term in terms]


def _gaps(puzzle: Puzzle) -> Sequence[tuple[Agent, list[Term]]]:
    """The gaps of each person, or of one of those whose meetings are the same."""
    if not puzzle.gaps:
        for crowd in puzzle.crowds:
            if crowd[0].kind == "person":
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
        return _true(puzzle)
    return ~_true(puzzle) if cell is False else cell


def _true(puzzle: Puzzle) -> int:
    """A literal that holds."""
    if puzzle.true is None:
        puzzle.true = puzzle.formula.boolean()
        puzzle.formula.any_of((puzzle.true,))
    return puzzle.true


def fairness(puzzle: Puzzle) -> list[Term]:
    """The largest number of gaps of anybody."""
    each = [[literal for literal, _ in terms] for _, terms in _gaps(puzzle)]
    most = max(map(len, each), default=0)
    found = puzzle.formula.booleans(most)
    """How many of these hold is the largest number."""
    for number, following in pairwise(found):
        puzzle.formula.any_of((number, ~following))
    for literals in each:
        if len(literals) > 0:
            terms = [(literal, 1) for literal in literals] + [(f, -1) for f in found]
            puzzle.formula.at_most(terms, 0)
    return [(literal, 1) for literal in found]


def travel(puzzle: Puzzle) -> list[Term]:
    """The minutes people travel from one meeting to the next in a session."""
    found: list[Term] = []
    for crowd in puzzle.crowds:
        agent = crowd[0]
        venues = {option.venue for _, option in puzzle.options_of(agent)}
        ways = {pair: _minutes(puzzle, pair) for pair in permutations(sorted(venues), 2)}
        if agent.kind == "person" and any(ways.values()):
            for literal, minutes in _moves(puzzle, agent, ways):
                found.append((literal, minutes * len(crowd)))
    return found


def _minutes(puzzle: Puzzle, pair: tuple[str, str]) -> int:
    leg = puzzle.board.timetable.legs.between(*pair)
    return leg.minutes if leg else 0


def _moves(puzzle: Puzzle, agent: Agent, ways: Mapping[tuple[str, str], int]) -> list[Term]:
    """A literal for each way of an agent; `last` is where the meeting before was."""
    formula, found = puzzle.formula, []
    at = puzzle.at(agent)
    for session in puzzle.board.steps.by_session:
        last: dict[str, int] = {}
        for step in session:
            here = at.get(step, {})
            for (start, end), minutes in ways.items():
                if minutes and start in last and end in here:
                    moves = formula.boolean()
                    formula.any_of((~last[start], ~here[end], moves))
                    found.append((moves, minutes))
            if here:
                last = _last(puzzle, last, here)
    return found


def _last(puzzle: Puzzle, last: Mapping[str, int], here: Mapping[str, int]) -> dict[str, int]:
    """Where somebody was last after a step: where they are, else where they were."""
    formula = puzzle.formula
    found: dict[str, int] = {}
    for venue in {**last, **here}:
        found[venue] = formula.boolean()
        if venue in here:
            formula.any_of((~here[venue], found[venue]))
        if venue in last:
            elsewhere = [literal for other, literal in here.items() if other != venue]
            formula.any_of((~last[venue], *elsewhere, found[venue]))
    return found


STAGES: Mapping[str, Callable[[Puzzle], list[Term]]] = {
    "unplaced": unplaced,
    "changes": changes,
    "optional": optional,
    "gaps": gaps,
    "fairness": fairness,
    "travel": travel,
}
"""By their names in `mission.toml`; tables are chosen when all else is decided (`tables`)."""
