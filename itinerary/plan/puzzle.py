"""The plan as a constraint problem: which request begins when and where.

A Boolean for each request, venue and start, exactly one of which holds unless the request is
left out. That beats start times as integers by far (Bofill et al., CP 2014, found the same): all
that matters is who is where at which step, and these are at-most-ones.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from itinerary.plan.board import Agent, Board, Choice, Request
from itinerary.plan.formula import Formula, Term
from itinerary.plan.steps import bits


class Option(NamedTuple):
    """A request at a venue from a step on."""

    literal: int
    start: int
    venue: str
    extra: str
    table: int | None = None
    """Its table, where that has to be known early (see `numbered`)."""


class Puzzle:
    """Variables and hard constraints; the stages add what they minimise."""

    def __init__(
        self,
        board: Board,
        requests: Sequence[Request],
        steps: int | None = None,
        numbered: Collection[str] = (),
    ) -> None:
        """With `steps`, a mask, nothing begins at any other.

        `numbered` are venues where a long meeting chooses its table at once: tables that are free
        one after the other are no use to it, where pinned meetings leave no other.
        """
        self.board = board
        self._numbered = frozenset(numbered)
        if steps is not None:
            requests = [_within(request, steps) for request in requests]
        self.requests = requests
        self.formula = Formula()
        self._at: dict[Agent, Mapping[int, Mapping[str, int]]] = {}
        self._busy: dict[Agent, Mapping[int, int]] = {}
        self.gaps: list[tuple[Agent, list[Term]]] = []
        """The gaps of each person, once a stage has asked for them."""
        self.is_complete = False
        """Whether a stage has found that every request is placed, which is then held."""
        self._truth: int | None = None
        self.options: list[list[Option]] = [self._options(request) for request in requests]
        self.dropped: list[int] = [*self.formula.booleans(len(requests))]
        """For each request, whether it is left out."""
        for options, dropped in zip(self.options, self.dropped, strict=True):
            literals = [option.literal for option in options]
            self.formula.at_most_one(literals)
            self.formula.any_of((*literals, dropped))

    def _options(self, request: Request) -> list[Option]:
        found: list[Option] = []
        for choice in request.choices:
            for table, free in self._tables(request, choice):
                starts = [*bits(choice.starts & free)]
                literals = self.formula.booleans(len(starts))
                found += (
                    Option(literal, start, choice.venue, choice.extra, table)
                    for literal, start in zip(literals, starts, strict=True)
                )
        return found

    def _tables(self, request: Request, choice: Choice) -> Iterator[tuple[int | None, int]]:
        """Each table with the steps at which it can have the meeting; or any, at any step."""
        if request.size == 1 or choice.venue not in self._numbered:
            yield None, self.board.steps.all
            return
        for table, taken in enumerate(self.board.taken_tables(choice.venue), 1):
            yield table, self.board.steps.fitting(self.board.steps.all & ~taken, request.size)

    @cached_property
    def agents(self) -> Mapping[Agent, Sequence[int]]:
        """The numbers of the requests that need each person and resource."""
        found: defaultdict[Agent, list[int]] = defaultdict(list)
        for number, request in enumerate(self.requests):
            for agent in request.agents:
                found[agent].append(number)
            for extra in dict.fromkeys(c.extra for c in request.choices if c.extra):
                found[Agent("resource", extra)].append(number)
        return found

    @cached_property
    def crowds(self) -> Sequence[tuple[Agent, ...]]:
        """Agents whose requests are the same: what holds for one of them holds for all."""
        found: defaultdict[tuple[object, ...], list[Agent]] = defaultdict(list)
        for agent, numbers in self.agents.items():
            found[*numbers, *self._apart(agent)].append(agent)
        return [tuple(agents) for agents in found.values()]

    def _apart(self, agent: Agent) -> tuple[object, ...]:
        """What tells agents of the same requests apart: the rest of a person's day."""
        if agent.kind == "resource":
            return ("resource", agent.id)
        obstacles = self.board.obstacles
        rest = obstacles.taken(agent.id), obstacles.held(agent.id)
        return ("person", *rest, self.board.travels(agent))

    def options_of(self, agent: Agent) -> list[tuple[int, Option]]:
        """Each option that takes an agent, with the number of its request."""
        return [
            (number, option)
            for number in self.agents[agent]
            for option in self.options[number]
            if agent.kind == "person"
            or agent.id == option.extra
            or agent.id in self.requests[number].meeting.resources
        ]

    def at(self, agent: Agent) -> Mapping[int, Mapping[str, int]]:
        """For each step at which an agent may be in a meeting, a literal for each venue: whether
        it is in one there."""
        if agent not in self._at:
            literals: defaultdict[int, defaultdict[str, list[int]]]
            literals = defaultdict(lambda: defaultdict(list))
            for number, option in self.options_of(agent):
                for step in range(option.start, option.start + self.requests[number].size):
                    literals[step][option.venue].append(option.literal)
            self._at[agent] = {
                step: {venue: self.any_of(several) for venue, several in venues.items()}
                for step, venues in literals.items()
            }
        return self._at[agent]

    def busy(self, agent: Agent) -> Mapping[int, int]:
        """For each of these steps, whether the agent is in a meeting anywhere."""
        if agent not in self._busy:
            at = self.at(agent)
            self._busy[agent] = {step: self.any_of([*at[step].values()]) for step in at}
        return self._busy[agent]

    def any_of(self, literals: Sequence[int]) -> int:
        """A literal that holds where one of several does, of which at most one can."""
        if len(literals) == 1:
            return literals[0]
        found = self.formula.boolean()
        self.formula.exactly_one((*literals, ~found))
        return found

    def truth(self) -> int:
        """A literal that holds."""
        if self._truth is None:
            self._truth = self.formula.boolean()
            self.formula.any_of((self._truth,))
        return self._truth

    def unplaced(self) -> list[Term]:
        """The weight of what is left out and could be placed."""
        every = zip(self.dropped, self.requests, self.options, strict=True)
        return [(dropped, request.weight) for dropped, request, options in every if options]

    @cached_property
    def hopeless(self) -> int:
        """The weight of what cannot be placed at all."""
        every = zip(self.requests, self.options, strict=True)
        return sum(request.weight for request, options in every if not options)

    def values(self, chosen: Mapping[int, Option]) -> Sequence[int]:
        """The variables of options and requests as a plan has them; stages have more."""
        values = [0] * (self.dropped[-1] + 1) if self.dropped else []
        for number, dropped in enumerate(self.dropped):
            wanted = chosen.get(number)
            same = (
                option.literal
                for option in self.options[number]
                if wanted is not None and option[1:] == wanted[1:]
            )
            values[next(same, dropped)] = 1
        return values

    def chosen(self, values: Sequence[int]) -> Mapping[int, Option]:
        """The option of each request that has a place, by the number of the request."""
        return {
            number: option
            for number, options in enumerate(self.options)
            for option in options
            if values[option.literal]
        }


def _within(request: Request, steps: int) -> Request:
    """The request with those of its starts that are among some steps."""
    cut = (choice._replace(starts=choice.starts & steps) for choice in request.choices)
    return request._replace(choices=tuple(choice for choice in cut if choice.starts))
