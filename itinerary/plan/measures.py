"""What a plan comes to in each stage, counted from the plan itself.

The solver's own literals may say more than is true where a search ends early; this does not. It
also tells where a stage needs no search, as nothing could be better.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from itinerary.plan.board import Agent
from itinerary.plan.puzzle import Option, Puzzle
from itinerary.plan.steps import bits
from itinerary.times import Span, overlap

Chosen = Mapping[int, Option]


def unplaced(puzzle: Puzzle, chosen: Chosen) -> int:
    """The weight of what is left out."""
    return sum(r.weight for n, r in enumerate(puzzle.requests) if n not in chosen)


def changes(puzzle: Puzzle, chosen: Chosen) -> int:
    """The meetings of the present plan that are not where it has them."""
    found = 0
    for number, request in enumerate(puzzle.requests):
        present = puzzle.board.present(request.id)
        if present is not None:
            option = chosen.get(number)
            start = puzzle.board.steps.starts[option.start] if option else None
            found += not option or (start, option.venue, option.extra) != present
    return found


def optional(puzzle: Puzzle, chosen: Chosen) -> int:
    """The optional participants who miss what they may come to."""
    seen: defaultdict[str, list[int]] = defaultdict(list)
    found = 0
    for number, request in enumerate(puzzle.requests):
        for guest in request.guests if number in chosen else ():
            agent = Agent("person", guest)
            others = [n for n in puzzle.agents.get(agent, ()) if n in chosen] + seen[guest]
            found += _misses(puzzle, chosen, (agent, number), others)
            seen[guest].append(number)
    return found


def _misses(
    puzzle: Puzzle, chosen: Chosen, guest: tuple[Agent, int], others: Sequence[int]
) -> bool:
    """Whether a guest is elsewhere, or at one of the others too shortly before or after."""
    agent, number = guest
    option, way = chosen[number], puzzle.board.obstacles.way
    span = _span(puzzle, number, option)
    if _held(puzzle.requests[number].size, option) & ~puzzle.board.free(agent, option.venue):
        return True
    for one in others:
        other = _span(puzzle, one, chosen[one])
        before = way(option.venue, chosen[one].venue)
        after = way(chosen[one].venue, option.venue)
        if overlap(Span(other.start - before, other.end + after), span):
            return True
    return False


def _span(puzzle: Puzzle, number: int, option: Option) -> Span:
    steps = puzzle.board.steps
    last = option.start + puzzle.requests[number].size - 1
    return Span(steps.starts[option.start], steps.spans[last].end)


def gaps(puzzle: Puzzle, chosen: Chosen) -> int:
    """The gaps of all."""
    return sum(_gaps_of_each(puzzle, chosen))


def fairness(puzzle: Puzzle, chosen: Chosen) -> int:
    """The most gaps of anybody."""
    return max(_gaps_of_each(puzzle, chosen), default=0)


def travel(puzzle: Puzzle, chosen: Chosen) -> int:
    """The minutes all people travel between planned meetings of one session."""
    found = 0
    for agent, numbers in puzzle.agents.items():
        if agent.kind == "person":
            options = sorted(
                (chosen[n] for n in numbers if n in chosen), key=lambda option: option.start
            )
            found += sum(_minutes(puzzle, pair) for pair in pairwise(options))
    return found


def _minutes(puzzle: Puzzle, pair: tuple[Option, Option]) -> int:
    first, second = pair
    session_of = puzzle.board.steps.session_of
    if session_of[first.start] != session_of[second.start]:
        return 0
    return puzzle.board.obstacles.way_minutes(first.venue, second.venue) or 0


def _held(size: int, option: Option) -> int:
    return ((1 << size) - 1) << option.start


def _busy(puzzle: Puzzle, chosen: Chosen) -> dict[Agent, int]:
    """The steps at which each person is in a planned meeting they must come to."""
    found: dict[Agent, int] = {}
    for number, option in chosen.items():
        request = puzzle.requests[number]
        for agent in request.agents:
            if agent.kind == "person":
                found[agent] = found.get(agent, 0) | _held(request.size, option)
    return found


def _gaps_of_each(puzzle: Puzzle, chosen: Chosen) -> Iterator[int]:
    steps, obstacles = puzzle.board.steps, puzzle.board.obstacles
    sessions = [sum(1 << step for step in session) for session in steps.by_session]
    busy = _busy(puzzle, chosen)
    for agent in puzzle.agents:
        if agent.kind == "person":
            held = obstacles.held(agent.id)
            meetings = busy.get(agent, 0) | held
            free = steps.all & ~(obstacles.taken(agent.id) & ~held)
            yield sum(_gaps_in(meetings & session, free & session) for session in sessions)


def _gaps_in(meetings: int, free: int) -> int:
    """The pauses between the first and the last meeting of a session."""
    found, is_pause = 0, False
    for step in bits(free & ((1 << meetings.bit_length()) - 1)):
        if meetings >> step & 1:
            is_pause = False
        elif meetings & ((1 << step) - 1) and not is_pause:
            found, is_pause = found + 1, True
    return found


MEASURES: Mapping[str, Callable[[Puzzle, Chosen], int]] = {
    "unplaced": unplaced,
    "changes": changes,
    "optional": optional,
    "gaps": gaps,
    "fairness": fairness,
    "travel": travel,
}


def floor(name: str, bounds: Sequence[tuple[str, int]]) -> int:
    """What a stage comes to at least, as the stages before (name and bound) do."""
    return int(name == "fairness" and any(bound for n, bound in bounds if n == "gaps"))
