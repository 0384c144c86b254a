"""A bound on what can be placed at all, of a mission too large to prove a plan of.

A relaxation: each request in a block of sessions, with time enough in it for everyone and room
enough, but with no order within the block. What cannot be placed so, cannot be placed at all.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from itinerary.plan.board import Agent, Board, Request
from itinerary.plan.formula import Formula, Term
from itinerary.plan.solver import Limit, Solver


def least_unplaced(
    board: Board, requests: Sequence[Request], blocks: Sequence[int], seconds: float
) -> int:
    """The least weight that any plan leaves out, as far as this relaxation can tell."""
    formula = Formula()
    inside = [_blocks_of(request, blocks, formula) for request in requests]
    terms: list[Term] = []
    for request, literals in zip(requests, inside, strict=True):
        dropped = formula.boolean()
        formula.exactly_one((*literals.values(), dropped))
        terms.append((dropped, request.weight))
    _enough_time(requests, inside, blocks, formula)
    _enough_room(board, (requests, inside), blocks, formula)
    solver = Solver()
    solver.add(formula.flush())
    bound = 0
    for limit in (Limit(seconds / 2), Limit(seconds / 2, is_mixed=True)):
        answer = solver.solve(terms, (), limit, lambda value, bound: None)
        bound = max(bound, answer.bound)
        if answer.is_proven:
            break
    return bound


Inside = Sequence[Mapping[int, int]]
"""For each request a literal for each block in which it could begin."""


def _blocks_of(request: Request, blocks: Sequence[int], formula: Formula) -> dict[int, int]:
    starts = 0
    for choice in request.choices:
        starts |= choice.starts
    return {n: formula.boolean() for n, block in enumerate(blocks) if starts & block}


def _enough_time(
    requests: Sequence[Request], inside: Inside, blocks: Sequence[int], formula: Formula
) -> None:
    """Nobody has more steps of meetings in a block than it has steps at which they could be."""
    steps: defaultdict[tuple[Agent, int], int] = defaultdict(int)
    taken: defaultdict[tuple[Agent, int], list[Term]] = defaultdict(list)
    for request, literals in zip(requests, inside, strict=True):
        covered = 0
        for choice in request.choices:
            for more in range(request.size):
                covered |= choice.starts << more
        for number, literal in literals.items():
            for agent in request.agents:
                steps[agent, number] |= covered & blocks[number]
                taken[agent, number].append((literal, request.size))
    for key, terms in taken.items():
        most = steps[key].bit_count()
        if sum(count for _, count in terms) > most:
            formula.at_most(terms, most)


def _enough_room(
    board: Board, asked: tuple[Sequence[Request], Inside], blocks: Sequence[int], formula: Formula
) -> None:
    """What can only be held in some rooms takes no more than there is of these."""
    venues = dict.fromkeys(frozenset(c.venue for c in request.choices) for request in asked[0])
    for some in venues:
        among = [
            (request, literals)
            for request, literals in zip(*asked, strict=True)
            if some.issuperset(choice.venue for choice in request.choices)
        ]
        for number, block in enumerate(blocks):
            terms = [(ls[number], r.size) for r, ls in among if number in ls]
            places = sum(_room(board, venue, block) for venue in some)
            if sum(count for _, count in terms) > places:
                formula.at_most(terms, places)


def _room(board: Board, venue: str, block: int) -> int:
    allowed = board.room(venue) & block
    return sum(n for step, n in enumerate(board.places(venue)) if allowed >> step & 1)
