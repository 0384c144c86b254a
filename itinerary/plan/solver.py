"""The one door to OR-Tools: a problem in, values and a bound out.

It uses the module on which `ortools.sat.python.cp_model` is built, as that imports pandas, which
takes longer than most plans. One worker is deterministic: its limits are counted in steps of the
search, not in seconds, unless seconds run out. Several race, and the first one wins.
"""

from collections.abc import Callable, Sequence
from threading import Event, Thread
from typing import Any, NamedTuple

from itinerary.plan.formula import Term, hint, objective

LUBY_RESTART = 1
"""A sequence of restarts by number; with it a proof takes half as long here."""
RACING = ("core_or_no_lp", "quick_restart_no_lp")
"""Searches by name. Both leave the linear relaxation out, which is weak and dear for gaps."""
MIXED = ("core", "max_lp", "quick_restart", "default_lp")
"""For what these do not prove: where many requests want the same tables, relaxations tell."""
TICK_SECONDS = 0.05


class MissingSolverError(Exception):
    """OR-Tools is not installed, or is a version whose door is elsewhere."""


class Answer(NamedTuple):
    """What a search came to."""

    values: Sequence[int] = ()
    """Of each variable, 0 or 1; none where nothing was found."""
    value: int = 0
    bound: int = 0
    is_proven: bool = False
    """Whether nothing is better; without values: whether there is nothing at all."""


class Limit(NamedTuple):
    """How long to search, and whether with everything there is."""

    seconds: float
    is_mixed: bool = False


Found = Callable[[int, int], None]
"""Told each better solution: its value and the bound."""


class Solver:
    """One problem, which grows between searches."""

    def __init__(self, seed: int = 1, workers: int = 1) -> None:
        self._library = library()
        self._seed = seed
        self._workers = workers
        self._model = self._library.CpModelProto()
        self.is_stopped = False
        """Whether somebody pressed Ctrl-C during a search."""

    def add(self, text: str) -> None:
        """More variables and constraints, as a formula writes them."""
        if text and not self._model.merge_text_format(text):
            raise ValueError(text[:200])

    def solve(
        self, terms: Sequence[Term], start: Sequence[int], limit: Limit, found: Found
    ) -> Answer:
        """The least sum of the terms, begun from values of the first variables, if any."""
        self._model.clear_objective()
        self._model.clear_solution_hint()
        self.add(objective(terms) if terms else "")
        self.add(hint(start) if start else "")
        wrapper = self._library.SolveWrapper()
        wrapper.set_parameters(self._parameters(limit))
        watcher = _watcher(self._library, found)
        wrapper.add_solution_callback(watcher)
        response = self._run(wrapper)
        wrapper.clear_solution_callback(watcher)
        return self._answer(response)

    def _parameters(self, limit: Limit) -> Any:
        parameters = self._library.SatParameters()
        parameters.num_workers = self._workers
        parameters.random_seed = self._seed
        parameters.max_time_in_seconds = max(0.01, limit.seconds)
        parameters.catch_sigint_signal = False
        parameters.symmetry_level = 0
        parameters.cp_model_probing_level = 0
        if limit.is_mixed:
            parameters.interleave_search = self._workers == 1
            names: Sequence[str] = MIXED
        else:
            parameters.cp_model_presolve = False
            parameters.linearization_level = 0
            parameters.use_sat_inprocessing = False
            parameters.restart_algorithms.append(LUBY_RESTART)
            parameters.optimize_with_core = self._workers == 1
            names = RACING if self._workers > 1 else ()
        for name in names:
            parameters.subsolvers.append(name)
        return parameters

    def _run(self, wrapper: Any) -> Any:
        """Searches in a thread: Python hears Ctrl-C only between its own instructions."""
        answers: list[Any] = []
        is_done = Event()  # a `join` that is interrupted takes the thread for ended

        def work() -> None:
            try:
                answers.append(wrapper.solve(self._model))
            finally:
                is_done.set()

        Thread(target=work, daemon=True).start()
        while not is_done.is_set():
            try:
                is_done.wait(TICK_SECONDS)
            except KeyboardInterrupt:
                self.is_stopped = True
                wrapper.stop_search()
        return answers[0]

    def _answer(self, response: Any) -> Answer:
        status = response.status.name
        if status == "INFEASIBLE":
            return Answer(is_proven=True)
        if status not in ("OPTIMAL", "FEASIBLE"):
            return Answer()
        bound = round(response.best_objective_bound)
        value = round(response.objective_value)
        return Answer([*response.solution], value, bound, status == "OPTIMAL")


def library() -> Any:
    """The module of OR-Tools; `MissingSolverError` without it."""
    try:
        from ortools.sat.python import cp_model_helper
    except ImportError as fault:
        if isinstance(fault.__cause__, KeyboardInterrupt):  # Ctrl-C while it is being imported
            raise KeyboardInterrupt from None
        raise MissingSolverError from None
    return cp_model_helper


def _watcher(module: Any, found: Found) -> Any:
    """An object that OR-Tools calls at each solution; the name of its method is theirs."""

    def tell(watcher: Any) -> None:
        found(round(watcher.ObjectiveValue()), round(watcher.BestObjectiveBound()))

    return type("Watcher", (module.SolutionCallback,), {"OnSolutionCallback": tell})()


def is_installed() -> bool:
    """Whether meetings can be planned here."""
    from importlib.util import find_spec

    return find_spec("ortools") is not None
