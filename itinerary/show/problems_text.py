"""Problems for a terminal, folded with a hanging indent, or for a pipe, one on a line."""

from collections.abc import Iterable, Iterator, Sequence

from itinerary.locale import Words
from itinerary.problems import Problem, Severity
from itinerary.show.lines import BLANK, Line, Part, line, wrapped
from itinerary.show.problem_groups import Group, Reported
from itinerary.show.problem_repeats import gathered

INDENT = 4


def report_lines(groups: Iterable[Group], words: Words, width: int | None) -> Iterator[Line]:
    """Each group below its heading, a blank line behind it; cut to a width where one is given."""
    for group in groups:
        yield line(group.heading, "bold")
        if width is None:
            yield from problem_lines(group.problems, words)
        else:
            yield from problem_blocks(group.problems, words, width)
        yield BLANK


def problem_lines(problems: Iterable[Reported], words: Words) -> Iterator[Line]:
    """One line for each problem, and below it, indented, the other cells and the remedies."""
    for one in problems:
        sentence = words.sentence(one.problem.message)
        yield (*_head(one.problem), Part(f"  {sentence}"))
        for text in _below(one, words):
            yield line(" " * INDENT + text)


def problem_blocks(problems: Iterable[Reported], words: Words, width: int) -> Iterator[Line]:
    """The same, cut to a width; what is said of several cells is said once."""
    for one, others in gathered(problems, words):
        yield _head(one.problem)
        yield from wrapped(words.sentence(one.problem.message), width, indent=INDENT)
        if others:
            yield from wrapped(words.text("report.also", cells=others), width, "dim", INDENT)
        for text in _below(one, words):
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


def _below(one: Reported, words: Words) -> Iterator[str]:
    labels = list(dict.fromkeys(at.label for at in one.problem.at))
    if others := labels[1:]:
        yield words.text("report.also", cells=", ".join(others))
    yield from remedies(one, words)


def remedies(one: Reported, words: Words) -> Iterator[str]:
    """What to do about it: its hint, then each suggestion."""
    hints = [one.problem.hint] if one.problem.hint else []
    for message in (*hints, *(suggestion.message for suggestion in one.suggestions)):
        yield words.text("report.hint", hint=message)
