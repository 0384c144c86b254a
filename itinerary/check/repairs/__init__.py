"""Repairs: for each problem, changes that have been tried on the whole mission and help.

- `scenes`: a problem with its items, and what candidates ask
- `moves`, `rooms`, `rides`, `resources`, `people`: candidates, one kind in each
- `cells`: what a cell that cannot be used may have meant
- `changes`, `expressions`: records as they would be, and the cells to write
- `present`: the mission as it is, which trials are compared with
- `trials`: the mission checked as it would be
- `together`: first repairs that can all be made
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice

from itinerary.check.repairs.cells import Tables
from itinerary.check.repairs.moves import other_times
from itinerary.check.repairs.people import colleagues, leaving_out
from itinerary.check.repairs.present import Present
from itinerary.check.repairs.resources import other_resources
from itinerary.check.repairs.rides import other_rides
from itinerary.check.repairs.rooms import other_rooms
from itinerary.check.repairs.scenes import Candidate, Scene
from itinerary.check.repairs.together import Together, Tried
from itinerary.check.repairs.trials import Trials
from itinerary.problems import Edit, Message, Problem, Suggestion, say
from itinerary.timetable import Timetable

KINDS = (other_times, other_rooms, other_rides, other_resources, colleagues, leaving_out)
MOST = 3
"""Repairs of one problem."""
TRIALS = 60
"""Candidates of one problem that are tried at most."""

__all__ = ["KINDS", "Repairs", "Tables"]


class Repairs:
    """Finds repairs for the problems of one mission."""

    def __init__(
        self, timetable: Timetable, problems: Sequence[Problem], tables: Tables | None = None,
        today: date | None = None,
    ) -> None:  # fmt: skip
        """Without `tables`, cells that cannot be used have no repair."""
        self._timetable = timetable
        self._problems = tuple(problems)
        present = Present(timetable, problems, tables, today)
        self._trials = Trials(present)
        self._together = Together(present)

    def found(
        self, wanted: Sequence[Problem] | None = None
    ) -> Iterator[tuple[Problem, tuple[Suggestion, ...]]]:
        """Each problem, or each that is wanted, with up to three repairs; cells that cannot be
        used come first.

        The first repairs, in this order, can all be made together wherever that is possible.
        """
        problems = self._problems if wanted is None else wanted
        cells = [problem for problem in problems if not problem.items]
        tried = [[*islice(self._trials.cells(problem), MOST)] for problem in cells]
        for problem, repairs in zip(cells, self._together.all_in_order(tried), strict=True):
            yield problem, tuple(map(_suggestion, repairs))
        for problem in (problem for problem in problems if problem.items):
            repairs = self._together.in_order([*islice(self._clash(problem), MOST)])
            yield problem, tuple(map(_suggestion, repairs))

    def _clash(self, problem: Problem) -> Iterator[Tried]:
        """The cheapest candidates that help, one of each kind for each item."""
        scene = Scene(self._timetable, problem)
        candidates = list(chain.from_iterable(kind(scene) for kind in KINDS))
        order = self._timetable.mission.protocol_order
        candidates.sort(key=lambda candidate: _cost(candidate, order))
        done: set[tuple[str, str]] = set()
        for candidate in islice(candidates, TRIALS):
            kind = candidate.said.key, candidate.subject
            if kind in done:
                continue
            outcome = self._trials.outcome(candidate.change, problem)
            if outcome:
                done.add(kind)
                change, told = candidate.change, len(candidate.told)
                yield Tried(candidate.said, change.edits, outcome.new, change, told)


def _cost(candidate: Candidate, order: Mapping[str, int]) -> tuple[object, ...]:
    """Nobody left out, fewest people disturbed, the lowest in protocol, the smallest shift."""
    highest = min((order[person] for person in candidate.told), default=len(order))
    return candidate.left_out, len(candidate.told), -highest, candidate.shift


def _suggestion(repair: Tried) -> Suggestion:
    clashes = say("repair.clashes", n=repair.new)
    if repair.change is None:
        message = say("repair.tried_cell", repair=repair.said, clashes=clashes)
    else:
        message = say(
            "repair.tried", repair=repair.said, rows=tuple(_rows(repair.edits)),
            clashes=clashes, told=say("repair.told", n=repair.told),
        )  # fmt: skip
    return Suggestion(message, repair.edits)


def _rows(edits: Sequence[Edit]) -> Iterator[Message]:
    """What to write, row by row: `meetings.csv:98 start = 2017-11-07 10:40 and table = 2`."""
    for line in dict.fromkeys(edit.at.line for edit in edits):
        cells = tuple(
            say("repair.cell", column=edit.at.name, text=edit.text or say("repair.nothing"))
            for edit in edits
            if edit.at.line == line
        )
        yield say("repair.row", row=line, cells=cells)
