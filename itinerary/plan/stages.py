"""What a plan minimises, one function for each stage; each gives weighted literals.

The order stands in `mission.toml`. A stage is solved and then held while the next is.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import pairwise, permutations, product

from itinerary.plan.board import Agent
from itinerary.plan.formula import Term
from itinerary.plan.gaps import gaps_of_each
from itinerary.plan.puzzle import Puzzle


def unplaced(puzzle: Puzzle) -> list[Term]:
    """The requests that are left out, by the weight of their priority."""
    return puzzle.unplaced()


def changes(puzzle: Puzzle) -> list[Term]:
    """The meetings that the present plan has at another time or venue, with another interpreter,
    or has and loses."""
    found: list[Term] = []
    starts = puzzle.board.steps.starts
    for request, options in zip(puzzle.requests, puzzle.options, strict=True):
        present = puzzle.board.present(request.id)
        if present is None:
            continue
        same = [o.literal for o in options if (starts[o.start], o.venue, o.extra) == present]
        if same:
            found.append((~puzzle.any_of(same), 1))
        else:
            found.append((puzzle.truth(), 1))
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
    return [term for _, terms in gaps_of_each(puzzle) for term in terms]


def fairness(puzzle: Puzzle) -> list[Term]:
    """The largest number of gaps of anybody."""
    each = [[literal for literal, _ in terms] for _, terms in gaps_of_each(puzzle)]
    most = max(map(len, each), default=0)
    found = puzzle.formula.booleans(most)  # as many hold as the largest number
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
        pairs = permutations(sorted(venues), 2)
        ways = {pair: puzzle.board.obstacles.way_minutes(*pair) or 0 for pair in pairs}
        if agent.kind == "person" and any(ways.values()):
            for literal, minutes in _moves(puzzle, agent, ways):
                found.append((literal, minutes * len(crowd)))
    return found


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
