"""A plan made by putting one request after the other where it fits: quick, good, not the best."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from itinerary.plan.board import Agent, Board, Choice, Request
from itinerary.plan.puzzle import Option
from itinerary.plan.steps import bits
from itinerary.times import Span


def sketched(
    board: Board, requests: Sequence[Request], start: Mapping[int, Option] | None = None
) -> dict[int, Option]:
    """A place for each request that fits, by their numbers; the literals are still to be found.

    Those of `start` stay where they are, as far as they fit.
    """
    return Sketch(board, requests).place(start or {})


def present_options(board: Board) -> dict[int, Option]:
    """Where the present plan has the requests of a board, by their numbers."""
    found: dict[int, Option] = {}
    for number, request in enumerate(board.requests):
        present = board.present(request.id)
        if present is not None and present.start in board.steps.numbers:
            step = board.steps.numbers[present.start]
            found[number] = Option(-1, step, present.venue, present.extra)
    return found


class Sketch:
    """Who is where so far, as masks of steps."""

    def __init__(self, board: Board, requests: Sequence[Request]) -> None:
        self._board = board
        self._requests = requests
        self._blocked: dict[tuple[Agent, str], int] = {}
        """The steps at which an agent cannot be at a venue."""
        self._busy: dict[Agent, int] = {}
        self._left: dict[str, list[int]] = {}
        self._full: dict[str, int] = {}
        venues: dict[Agent, dict[str, None]] = {}
        for request in requests:
            for choice in request.choices:
                for agent in request.agents_with(choice):
                    venues.setdefault(agent, {})[choice.venue] = None
        self._venues = venues

    def place(self, start: Mapping[int, Option]) -> dict[int, Option]:
        """All that fit, by their numbers: those that cost most and have least choice first."""
        requests, found = self._requests, dict[int, Option]()
        for number, option in start.items():
            if self._is_free(requests[number], option):
                found[number] = option
                self.take(requests[number], option)
        for number in sorted(range(len(requests)), key=lambda n: _order(requests[n])):
            better = None if number in found else self.first_fit(requests[number])
            if better is not None:
                found[number] = better
                self.take(requests[number], better)
        return found

    def first_fit(self, request: Request) -> Option | None:
        """The first start that is free for all, one next to another of their meetings if it can."""
        best: tuple[int, int, int, Option] | None = None
        beside = 0
        for agent in request.agents:
            busy = self._busy.get(agent, 0)
            beside |= busy << 1 | busy >> request.size
        for rank, choice in enumerate(request.choices):
            free = self.free(request, choice)
            close = free & beside
            if free:
                start = next(bits(close or free))
                option = Option(-1, start, choice.venue, choice.extra)
                best = min(best or (2, 0, 0, option), (not close, start, rank, option))
        return best[-1] if best else None

    def _is_free(self, request: Request, option: Option) -> bool:
        place = option.venue, option.extra
        choices = (choice for choice in request.choices if choice[:2] == place)
        return any(self.free(request, choice) >> option.start & 1 for choice in choices)

    def free(self, request: Request, choice: Choice) -> int:
        """The starts of a choice that are still free."""
        taken = self._full.get(choice.venue, 0)
        for agent in request.agents_with(choice):
            taken |= self._blocked.get((agent, choice.venue), 0)
        found = choice.starts
        for more in range(request.size):
            found &= ~(taken >> more)
        for agent in request.agents:
            busy = self._busy.get(agent, 0)
            found &= ~self._board.tiring(agent, request.size, busy)
        return found

    def take(self, request: Request, option: Option) -> None:
        """The request is there from now on."""
        steps = self._board.steps
        last = option.start + request.size - 1
        span = Span(steps.starts[option.start], steps.spans[last].end)
        held = ((1 << request.size) - 1) << option.start
        choice = Choice(option.venue, option.extra, 0)
        for agent in request.agents_with(choice):
            self._busy[agent] = self._busy.get(agent, 0) | held
            for venue in self._venues.get(agent, ()):
                key = agent, venue
                around = self._around(agent, (venue, option.venue), span)
                self._blocked[key] = self._blocked.get(key, 0) | around
        self._fill(option.venue, range(option.start, last + 1))

    def _around(self, agent: Agent, venues: tuple[str, str], span: Span) -> int:
        """The steps at which an agent cannot be at a venue that is at another meanwhile."""
        board = self._board
        before, after = (board.way(agent, *pair) for pair in (venues, venues[::-1]))
        if timedelta.max in (before, after):
            return board.steps.all
        return board.steps.overlapping(Span(span.start - before, span.end + after))

    def _fill(self, venue: str, steps: Iterable[int]) -> None:
        left = self._left.setdefault(venue, [*self._board.places(venue)])
        for step in steps:
            left[step] -= 1
            if left[step] < 1:
                self._full[venue] = self._full.get(venue, 0) | 1 << step


def _order(request: Request) -> tuple[int, int]:
    return -request.weight, sum(choice.starts.bit_count() for choice in request.choices)
