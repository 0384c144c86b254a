"""Problems for a terminal, folded with a hanging indent, or for a pipe, one on a line."""

from collections.abc import Iterable, Iterator, Sequence

from itinerary.locale import Words
from itinerary.problems import Problem, Severity
from itinerary.show.lines import Line, Part, line, wrapped

INDENT = 4


def problem_lines(problems: Iterable[Problem], words: Words) -> Iterator[Line]:
    """One line for each problem, and below it, indented, the other cells and the remedy."""
    for problem in problems:
        sentence = words.sentence(problem.message)
        yield (*_head(problem), Part(f"  {sentence}"))
        for text in _below(problem, words):
            yield line(" " * INDENT + text)


def problem_blocks(problems: Iterable[Problem], words: Words, width: int) -> Iterator[Line]:
    """The same, cut to a width."""
    for problem in problems:
        yield _head(problem)
        yield from wrapped(words.sentence(problem.message), width, indent=INDENT)
        for text in _below(problem, words):
            yield from wrapped(text, width, "dim", INDENT)


def summary(problems: Sequence[Problem], words: Words, checked: str) -> str:
    """`29 errors and 3 warnings; 41 people are concerned`, or that there is none."""
    if not problems:
        return words.text("report.none", checked=checked)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = (
        words.text("report.errors", n=errors),
        words.text("report.warnings", n=len(problems) - errors),
    )
    people = len({person for problem in problems for person in problem.people})
    concerned = words.text("report.people", n=people) if people else ""
    return words.text("report.counts", counts=words.list(counts), people=concerned)


def _head(problem: Problem) -> Line:
    colour = "red" if problem.severity is Severity.ERROR else "yellow"
    return (
        Part(problem.at[0].label if problem.at else "-", "bold"),
        Part(f"  {problem.severity.value}", colour),
        Part(f"  {problem.code}", "cyan"),
    )


def _below(problem: Problem, words: Words) -> Iterator[str]:
    others = list(dict.fromkeys(at.label for at in problem.at[1:]))
    if others:
        yield words.text("report.also", cells=", ".join(others))
    if problem.hint:
        yield words.text("report.hint", hint=problem.hint)
