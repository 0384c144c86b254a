"""Which table each meeting is at, once it is known when and in which room."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from itinerary.plan.board import Board, Request
from itinerary.plan.formula import Formula, Term
from itinerary.plan.puzzle import Option
from itinerary.plan.result import Stage
from itinerary.plan.search import Effort
from itinerary.plan.solver import Limit, Solver
from itinerary.plan.steps import bits

KEEPING = 1000
"""What it costs to move a meeting that is kept to another table, in changes of table."""

MOST_CHOICES = 200_000
"""Meetings times tables; with more, tables are as they come."""


class Seat(NamedTuple):
    """A meeting in a room with numbered tables."""

    id: str
    venue: str
    steps: int
    """The steps it takes, as a mask."""
    people: tuple[str, ...]
    table: int | None = None
    """Where it is fixed, or would best stay."""
    is_fixed: bool = False


class Seating(NamedTuple):
    """A table for each meeting, by id; or the room in which that cannot be."""

    tables: Mapping[str, int]
    stage: Stage | None = None
    failed: str = ""


def seated(
    board: Board, placed: Iterable[tuple[Request, Option]], is_kept: bool, effort: Effort | None
) -> Seating:
    """The tables, with as few changes of table as can be found; without effort, with few."""
    seats = [*_fixed(board), *_new(board, placed, is_kept)]
    tables: dict[str, int] = {}
    for venue in dict.fromkeys(seat.venue for seat in seats):
        here = [seat for seat in seats if seat.venue == venue]
        found = _first_fit(board, here, keeps=True) or _first_fit(board, here, keeps=False)
        if found is None:
            return Seating({}, failed=venue)
        tables |= found
    pairs = _successions(board, seats)
    value = sum(n for (a, b), n in pairs.items() if tables.get(a.id) != tables.get(b.id))
    if effort is None:
        return Seating(tables)
    is_moved = any(seat.table not in (None, tables[seat.id]) for seat in seats)
    choices = sum(board.mission.venues[seat.venue].tables or 0 for seat in seats)
    if not effort.seconds or not (value or is_moved) or choices > MOST_CHOICES:
        return Seating(tables, Stage("tables", value, 0))
    return _improved(board, seats, pairs, (tables, effort))


def _fixed(board: Board) -> Iterator[Seat]:
    for item in board.timetable.by_kind["meeting"]:
        known = board.mission.venues.get(item.place)
        if known and known.tables is not None and item.table is not None:
            steps = board.steps.overlapping(item.span)
            people = item.people[: len(item.required)]
            yield Seat(item.id, item.place, steps, people, item.table, True)


def _new(board: Board, placed: Iterable[tuple[Request, Option]], is_kept: bool) -> Iterator[Seat]:
    for request, option in placed:
        known = board.mission.venues.get(option.venue)
        if known and known.tables is not None:
            steps = ((1 << request.size) - 1) << option.start
            table = option.table or (_present(board, request, option) if is_kept else None)
            yield Seat(
                request.id, option.venue, steps, request.people, table, option.table is not None
            )


def _present(board: Board, request: Request, option: Option) -> int | None:
    """The table the present plan gives a meeting that stays where it is."""
    present = board.mission.meetings[request.id]
    is_same = present.span and present.span.start == board.steps.starts[option.start]
    return present.table if is_same and present.venue == option.venue else None


def _first_fit(board: Board, seats: Sequence[Seat], keeps: bool) -> dict[str, int] | None:
    """In order of time, each at the table where its people just were, else the first that is free;
    those that keep their table, where that can be, before all others."""
    tables = board.mission.venues[seats[0].venue].tables or 0
    taken = [0] * (tables + 1)
    found: dict[str, int] = {}
    for seat in sorted(seats, key=lambda s: not s.is_fixed):
        wanted = seat.table if keeps or seat.is_fixed else None
        if wanted and (seat.is_fixed or not _is_taken(taken, wanted, seat)):
            found[seat.id] = wanted
            if wanted <= tables:
                taken[wanted] |= seat.steps
    last: dict[str, int] = {}
    for seat in sorted(seats, key=lambda s: (s.steps & -s.steps, -s.steps.bit_count(), s.id)):
        if seat.id not in found:
            free = [t for t in range(1, tables + 1) if not taken[t] & seat.steps]
            if not free:
                return None
            were = [last.get(person) for person in seat.people]
            found[seat.id] = next((t for t in were if t in free), None) or free[0]
            taken[found[seat.id]] |= seat.steps
        last.update(dict.fromkeys(seat.people, found[seat.id]))
    return found


def _is_taken(taken: Sequence[int], table: int, seat: Seat) -> bool:
    """Whether a table is not there, or not free for as long as a meeting takes."""
    return table >= len(taken) or bool(taken[table] & seat.steps)


Pairs = Mapping[tuple[Seat, Seat], int]


def _successions(board: Board, seats: Sequence[Seat]) -> Pairs:
    """What people have one after the other in a session and a room, with how many they are."""
    by_person: defaultdict[tuple[str, str, int], list[Seat]] = defaultdict(list)
    for seat in sorted(seats, key=lambda s: s.steps & -s.steps):
        first = next(bits(seat.steps), None)
        if first is not None:
            for person in seat.people:
                by_person[person, seat.venue, board.steps.session_of[first]].append(seat)
    found: defaultdict[tuple[Seat, Seat], int] = defaultdict(int)
    for meetings in by_person.values():
        for pair in pairwise(meetings):
            found[pair] += 1
    return found


def _improved(
    board: Board, seats: Sequence[Seat], pairs: Pairs, given: tuple[dict[str, int], Effort]
) -> Seating:
    tables, effort = given
    formula = Formula()
    at: dict[str, dict[int, int]] = {}
    start: list[int] = []
    for seat in (seat for seat in seats if not seat.is_fixed):
        free = _free(board, seat, seats)
        at[seat.id] = dict(zip(free, formula.booleans(len(free)), strict=True))
        formula.exactly_one(at[seat.id].values())
        start += [int(table == tables[seat.id]) for table in free]
    _one_at_a_table(formula, seats, at)
    terms = [*_moved(formula, pairs, at), *_left(seats, at)]
    solver = Solver(effort.seed, effort.workers)
    solver.add(formula.flush())
    answer = solver.solve(terms, start, Limit(effort.seconds), lambda value, bound: None)
    for name, literals in at.items() if answer.values else ():
        tables[name] = next(t for t, literal in literals.items() if answer.values[literal])
    value = sum(n for (a, b), n in pairs.items() if tables[a.id] != tables[b.id])
    return Seating(tables, Stage("tables", value, 0))  # at other times there may be fewer


def _free(board: Board, seat: Seat, seats: Sequence[Seat]) -> list[int]:
    """The tables of a room that no fixed meeting takes meanwhile."""
    tables = board.mission.venues[seat.venue].tables or 0
    fixed = [s for s in seats if s.is_fixed and s.venue == seat.venue and s.steps & seat.steps]
    taken = {other.table for other in fixed}
    return [table for table in range(1, tables + 1) if table not in taken]


def _one_at_a_table(
    formula: Formula, seats: Sequence[Seat], at: Mapping[str, Mapping[int, int]]
) -> None:
    held: defaultdict[tuple[str, int, int], list[int]] = defaultdict(list)
    for seat in seats:
        for table, literal in at.get(seat.id, {}).items():
            for step in bits(seat.steps):
                held[seat.venue, table, step].append(literal)
    for literals in {tuple(found): found for found in held.values()}.values():
        formula.at_most_one(literals)


def _moved(formula: Formula, pairs: Pairs, at: Mapping[str, Mapping[int, int]]) -> Iterator[Term]:
    """A literal for each pair of meetings at two tables."""
    for pair, count in pairs.items():
        before, after = sorted(pair, key=lambda seat: not seat.is_fixed)
        if after.is_fixed:
            continue
        if before.is_fixed:
            same = at[after.id].get(before.table or 0)
            if same is not None:
                yield ~same, count
            continue
        moves = formula.boolean()
        for table, literal in at[before.id].items():
            there = at[after.id].get(table)
            formula.any_of((~literal, moves) if there is None else (~literal, there, moves))
        yield moves, count


def _left(seats: Sequence[Seat], at: Mapping[str, Mapping[int, int]]) -> Iterator[Term]:
    """A literal for each meeting that is not where it was."""
    for seat in seats:
        same = at.get(seat.id, {}).get(seat.table or 0)
        if same is not None:
            yield ~same, KEEPING
