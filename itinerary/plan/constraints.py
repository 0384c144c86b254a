"""What every plan must hold to, one function each.

That nobody is elsewhere already, that the venue is open, and that the window of the request is
kept, is no constraint: such starts are no options (`board`).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import permutations

from itinerary.plan.puzzle import Option, Puzzle
from itinerary.plan.steps import bits


def constrain(puzzle: Puzzle) -> None:
    """All of them."""
    one_place_at_a_time(puzzle)
    time_for_the_way(puzzle)
    tables_and_rooms(puzzle)
    pause_after_a_run(puzzle)


def one_place_at_a_time(puzzle: Puzzle) -> None:
    """At most one meeting at each step for everyone and everything."""
    for agent, *_ in puzzle.crowds:
        if len(puzzle.agents[agent]) > 1:
            for venues in puzzle.at(agent).values():
                puzzle.formula.at_most_one([*venues.values()])


def time_for_the_way(puzzle: Puzzle) -> None:
    """After a meeting at one venue, none begins at another before it can be reached."""
    for agent, *_ in puzzle.crowds:
        at = puzzle.at(agent) if len(puzzle.agents[agent]) > 1 else {}
        venues = {venue for here in at.values() for venue in here}
        pairs = permutations(sorted(venues), 2)
        ways = {pair: puzzle.board.way(agent, *pair) for pair in pairs}
        for pair, way in ways.items():
            if way:
                _apart(puzzle, at, pair, way)


def _apart(
    puzzle: Puzzle, at: Mapping[int, Mapping[str, int]], pair: tuple[str, str], way: timedelta
) -> None:
    """Nobody is at one venue, and at the other within `way` after.

    Said of every step and not only of the last and the first ones: it follows, and needs no more
    variables.
    """
    spans = puzzle.board.steps.spans
    here, there = pair
    after = sorted(step for step, venues in at.items() if there in venues)
    for step in (step for step, venues in at.items() if here in venues):
        for later in after[bisect_right(after, step) :]:
            if spans[later].start - spans[step].end >= way:
                break
            puzzle.formula.at_most_one((at[step][here], at[later][there]))


def tables_and_rooms(puzzle: Puzzle) -> None:
    """No more meetings at once than a venue has tables; one in a room without."""
    held: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for number, option in _all_options(puzzle):
        for step in range(option.start, option.start + puzzle.requests[number].size):
            held[option.venue, step].append(option.literal)
    for (venue, step), literals in held.items():
        places = puzzle.board.places(venue)[step]
        if places == 1:
            puzzle.formula.at_most_one(literals)
        elif _requests_at(puzzle, venue) > places:
            puzzle.formula.at_most([(literal, 1) for literal in literals], places)

    _one_at_each_table(puzzle)


def _one_at_each_table(puzzle: Puzzle) -> None:
    """Long meetings that have chosen their table are alone at it."""
    held: defaultdict[tuple[str, int, int], list[int]] = defaultdict(list)
    for number, option in _all_options(puzzle):
        for step in range(option.start, option.start + puzzle.requests[number].size):
            if option.table is not None:
                held[option.venue, option.table, step].append(option.literal)
    for literals in held.values():
        puzzle.formula.at_most_one(literals)


def _requests_at(puzzle: Puzzle, venue: str) -> int:
    """How many requests may be held at a venue."""
    return sum(any(o.venue == venue for o in options) for options in puzzle.options)


def _all_options(puzzle: Puzzle) -> Iterable[tuple[int, Option]]:
    return ((n, option) for n, options in enumerate(puzzle.options) for option in options)


def pause_after_a_run(puzzle: Puzzle) -> None:
    """Nobody is in meetings for longer than the longest run without a step that is free."""
    runs = puzzle.board.steps.runs
    for agent, *_ in puzzle.crowds if runs else ():
        if agent.kind == "person":
            held = puzzle.board.obstacles.held(agent.id)
            busy = puzzle.busy(agent)
            for run in runs:
                steps = [*bits(run & ~held)]
                if steps and all(step in busy for step in steps):
                    puzzle.formula.any_of(~busy[step] for step in steps)
