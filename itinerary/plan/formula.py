"""A constraint problem as CP-SAT reads it: Booleans, clauses, sums, and what is minimised.

It is written in the text form of OR-Tools' `CpModelProto` and read by OR-Tools at once: quicker
than a call for each constraint, and without the half second that `ortools.sat.python.cp_model`
takes to import. A literal is the number of its variable; `~literal` is its negation.
"""

from collections.abc import Iterable, Sequence

Term = tuple[int, int]
"""A literal and its weight."""


class Formula:
    """What is new since `flush`; what was there before is the solver's."""

    def __init__(self) -> None:
        self.count = 0
        self._parts: list[str] = []

    def boolean(self) -> int:
        """A new variable."""
        self._parts.append("variables{domain:[0,1]}")
        self.count += 1
        return self.count - 1

    def booleans(self, count: int) -> range:
        """Several at once."""
        self._parts.append("variables{domain:[0,1]}" * count)
        self.count += count
        return range(self.count - count, self.count)

    def any_of(self, literals: Iterable[int]) -> None:
        """At least one holds."""
        self._constraint("bool_or", literals)

    def at_most_one(self, literals: Sequence[int]) -> None:
        """No two hold."""
        if len(literals) > 1:
            self._constraint("at_most_one", literals)

    def exactly_one(self, literals: Iterable[int]) -> None:
        """One holds, and no other."""
        self._constraint("exactly_one", literals)

    def at_most(self, terms: Iterable[Term], most: int) -> None:
        """The weights of those that hold come to at most `most`."""
        variables, weights, shift = _linear(terms)
        if variables:
            numbers = f"vars:[{variables}]coeffs:[{weights}]"
            self._parts.append(
                f"constraints{{linear{{{numbers}domain:[{-(2**40)},{most - shift}]}}}}"
            )

    def flush(self) -> str:
        """What came since the last time."""
        text = "".join(self._parts)
        self._parts.clear()
        return text

    def _constraint(self, kind: str, literals: Iterable[int]) -> None:
        inside = ",".join(map(str, literals))
        self._parts.append(f"constraints{{{kind}{{literals:[{inside}]}}}}")


def objective(terms: Iterable[Term]) -> str:
    """What is to be as small as can be; negated literals are counted too."""
    variables, weights, shift = _linear(terms)
    return f"objective{{vars:[{variables}]coeffs:[{weights}]offset:{shift}}}"


def hint(values: Sequence[int]) -> str:
    """A solution to begin from."""
    numbers = ",".join(map(str, range(len(values))))
    return f"solution_hint{{vars:[{numbers}]values:[{','.join(map(str, values))}]}}"


def _linear(terms: Iterable[Term]) -> tuple[str, str, int]:
    """Variables, weights and what the negated ones add: `w * not x` is `w - w * x`."""
    variables: list[str] = []
    weights: list[str] = []
    shift = 0
    for literal, weight in terms:
        if literal < 0:
            variables.append(str(~literal))
            weights.append(str(-weight))
            shift += weight
        else:
            variables.append(str(literal))
            weights.append(str(weight))
    return ",".join(variables), ",".join(weights), shift
