"""What is said of several cells of a table in the same words, whatever stands in them: shown once,
with all of them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.problems import Message, Problem, Severity, Source
from itinerary.show.problem_groups import Reported


class _Same(NamedTuple):
    """What two problems share that are shown as one."""

    severity: Severity
    code: str
    message: str
    hint: str
    table: str


def gathered(problems: Iterable[Reported], words: Words) -> list[tuple[Reported, str]]:
    """Each as it was first met, and the other cells: `A6–A9, B12 "press"`."""
    found: list[list[Reported]] = []
    known: dict[_Same, list[Reported]] = {}
    for one in problems:
        same = _same(one)
        if same in known:
            known[same].append(one)
            continue
        found.append([one])
        if same is not None:
            known[same] = found[-1]
    return [(several[0], _others(several, words)) for several in found]


def _same(one: Reported) -> _Same | None:
    """None for what is about people or several cells, and so is like no other."""
    problem = one.problem
    if problem.people or problem.items or one.suggestions or len(problem.at) != 1:
        return None
    at = problem.at[0]
    if not at.row:
        return None
    said, hint = _said(problem.message), _said(problem.hint)
    return _Same(problem.severity, problem.code, said, hint, at.table)


def _said(message: Message | None) -> str:
    """All that is said but the text of the cell."""
    if message is None:
        return ""
    args = sorted((name, repr(value)) for name, value in message.args.items() if name != "text")
    return f"{message.key} {args}"


def _others(several: list[Reported], words: Words) -> str:
    first = _text(several[0].problem)
    by_text: dict[str, list[Source]] = {}
    for one in several[1:]:
        by_text.setdefault(_text(one.problem), []).append(one.problem.at[0])
    found: list[str] = []
    for text, cells in by_text.items():
        names = ", ".join(_runs(cells))
        found.append(
            names if text == first else words.text("report.also_text", cells=names, text=text)
        )
    return ", ".join(found)


def _text(problem: Problem) -> str:
    return f"{problem.message.args.get('text', '')}"


def _runs(cells: Iterable[Source]) -> Iterator[str]:
    numbered = enumerate(sorted(cells, key=lambda at: at.place[3:] + at.place[2:3]))
    for _, run in groupby(numbered, key=lambda n: (n[1].sheet and n[1].column, n[1].row - n[0])):
        several = [at for _, at in run]
        first, last = _name(several[0]), _name(several[-1])
        yield first if len(several) == 1 else f"{first}–{last}"


def _name(at: Source) -> str:
    return at.name if at.sheet else f"{at.row}"
