"""Missions too large for one model: a sketch first, then block after block made as good as can be.

A block is a day, or several where one could not get from the end of one to the beginning of the
next: what is in one block then has no bearing on any other, and each is a small problem of its
own. Requests without a place are tried in every block in which they could be; later rounds solve
two blocks at once, so that requests change places (large neighbourhood search: Shaw, CP 1998).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import count, permutations
from random import Random
from time import monotonic

from itinerary.plan.board import Board, Request
from itinerary.plan.bounds import least_unplaced
from itinerary.plan.measures import MEASURES
from itinerary.plan.puzzle import Option, Puzzle
from itinerary.plan.result import Progress, Stage, Watch
from itinerary.plan.search import Effort, Found, search
from itinerary.plan.sketch import present_options, sketched

MOST_OPTIONS = 120_000
"""Starts of all requests that one model can still take in."""
MOST_GUESTS = 24
"""Requests without a place that are tried in a block at a time."""
BLOCK_SECONDS = 4.0
BOUND_SHARE = 0.15
SOLVED = ("unplaced", "changes", "optional", "gaps")
"""The stages that can be solved block by block."""


def is_large(board: Board) -> bool:
    """Whether it has too many starts for one model, and can be cut into blocks."""
    options = sum(c.starts.bit_count() for r in board.requests for c in r.choices)
    venues = {choice.venue for request in board.requests for choice in request.choices}
    return options > MOST_OPTIONS and board.timetable.legs.is_one_area(venues)


def search_large(
    board: Board, stages: Sequence[str], effort: Effort, told: tuple[Collection[str], Watch]
) -> Found:
    """The best plan that is found within the time, and a bound on what can be placed.

    `told` are the venues whose tables are `numbered` in a puzzle, and who is told of progress.
    """
    return _Blocks(board, [name for name in stages if name in SOLVED], effort, told).run()


def blocks_of(board: Board) -> Sequence[int]:
    """Masks of steps: days, joined where the night between is shorter than the longest way, or
    where a session goes on after midnight."""
    venues = {choice.venue for request in board.requests for choice in request.choices}
    ways = (board.obstacles.way(*pair) for pair in permutations(sorted(venues), 2))
    longest = max(ways, default=timedelta())
    found: list[int] = []
    spans = board.steps.spans
    for day in board.steps.days:
        first = (day & -day).bit_length() - 1
        last = found[-1].bit_length() - 1 if found else first
        is_same = found and board.steps.session_of[first] == board.steps.session_of[last]
        if is_same or (found and spans[first].start - spans[last].end < longest):
            found[-1] |= day
        else:
            found.append(day)
    return found


class _Blocks:
    def __init__(
        self,
        board: Board,
        stages: Sequence[str],
        effort: Effort,
        told: tuple[Collection[str], Watch],
    ) -> None:
        self._board = board
        self._requests = board.requests
        self._stages = stages
        self._effort = effort
        self._began = monotonic()
        self._ends = self._began + effort.seconds
        self._numbered, self._watch = told
        self._blocks = blocks_of(board)
        self._chosen: dict[int, Option] = {}
        self._settled: set[int] = set()
        """Blocks that could be no better, as they are."""
        self._bound = 0
        self._is_stopped = False

    def run(self) -> Found:
        self._chosen = sketched(self._board, self._requests, self._present())
        self._tell()
        share = self._effort.seconds * BOUND_SHARE
        self._bound = least_unplaced(self._board, self._requests, self._blocks, share)
        self._tell()
        for some in self._rounds():
            if monotonic() > self._ends or self._is_stopped or self._is_done():
                break
            try:
                self._solve(some)
            except KeyboardInterrupt:  # between two searches
                self._is_stopped = True
            self._tell()
        self._chosen = sketched(self._board, self._requests, self._chosen)
        return Found(self._chosen, self._told(), self._is_stopped)

    def _present(self) -> Mapping[int, Option]:
        """The present plan, where it is to be kept."""
        return present_options(self._board) if "changes" in self._stages else {}

    def _rounds(self) -> Iterator[Sequence[int]]:
        """Each block alone, then pairs by chance, for as long as one asks."""
        busy = sorted({self._block_of(o) for o in self._chosen.values()} | self._wanted())
        yield from ((number,) for number in busy)
        chance = Random(self._effort.seed)
        for _ in count():
            wanted = sorted(self._wanted()) or busy
            if len(busy) < 2 or not wanted:
                return
            first = chance.choice(wanted)
            second = chance.choice([number for number in busy if number != first])
            yield (first, second)

    def _is_done(self) -> bool:
        """Whether nothing is left to gain: all placed that can be, and no gaps in any block."""
        busy = {self._block_of(option) for option in self._chosen.values()}
        return busy <= self._settled and self._unplaced() <= self._bound

    def _wanted(self) -> set[int]:
        """The blocks in which a request without a place could be."""
        left = (r for n, r in enumerate(self._requests) if n not in self._chosen)
        starts = 0
        for request in left:
            starts |= _starts(request)
        return {number for number, block in enumerate(self._blocks) if starts & block}

    def _block_of(self, option: Option) -> int:
        return next(n for n, block in enumerate(self._blocks) if block >> option.start & 1)

    def _solve(self, some: Sequence[int]) -> None:
        within = 0
        for number in some:
            within |= self._blocks[number]
        inside = [n for n, o in self._chosen.items() if within >> o.start & 1]
        guests = [
            number
            for number, request in enumerate(self._requests)
            if number not in self._chosen and _starts(request) & within
        ]
        guests.sort(key=lambda n: -self._requests[n].weight)
        numbers = [*inside, *guests[:MOST_GUESTS]]
        if not numbers:
            return
        puzzle = Puzzle(self._board, [self._requests[n] for n in numbers], within, self._numbered)
        left = max(0.1, min(BLOCK_SECONDS, self._ends - monotonic()))
        start = {n: self._chosen[number] for n, number in enumerate(inside)}
        effort = self._effort._replace(seconds=left)
        found = search(puzzle, self._stages, effort, start=start)  # no worse than it begins
        self._is_stopped = found.is_stopped
        for number in inside:
            del self._chosen[number]
        self._chosen |= {numbers[n]: option for n, option in found.chosen.items()}
        is_best = not any(stage.value for stage in found.stages if stage.name != "unplaced")
        self._settled = self._settled.union(some) if is_best else self._settled.difference(some)

    def _unplaced(self) -> int:
        return sum(r.weight for n, r in enumerate(self._requests) if n not in self._chosen)

    def _tell(self) -> None:
        seconds = monotonic() - self._began
        self._watch(Progress("unplaced", seconds, self._unplaced(), self._bound))

    def _told(self) -> tuple[Stage, ...]:
        """Counted in the whole plan: a block tells nothing of the others."""
        whole = Puzzle(self._board, [one._replace(choices=()) for one in self._requests])
        values = {name: MEASURES[name](whole, self._chosen) for name in self._stages}
        values["unplaced"] = self._unplaced()
        bounds = {"unplaced": self._bound}
        return tuple(Stage(name, value, bounds.get(name, 0)) for name, value in values.items())


def _starts(request: Request) -> int:
    found = 0
    for choice in request.choices:
        found |= choice.starts
    return found
