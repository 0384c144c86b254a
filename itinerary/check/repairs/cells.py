"""What may have been meant by a cell that cannot be used."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import NamedTuple, Protocol

from itinerary.model import Mission
from itinerary.problems import Edit, Message, Problem, Source, say

_CLOCK = r"\d{1,2}\s*(?:[h:.]|heures?)\s*(?:\d{2})?"
_TYPED: Mapping[str, tuple[str, ...]] = {
    "reference.near": ("names",),
    "time.twice.hint": ("first", "second"),
    "time.missing.hint": ("clock",),
    "date.weekday.hint": ("date", "other"),
    "value.choice.hint": ("choices",),
    "guess.write": ("meant",),
}
"""Remedies that say what to type, and which of their arguments are that."""
_PAIRS = (("departs", "arrives"), ("start", "end"))


class Tables(Protocol):
    """The files of the mission, which this room cannot read itself."""

    def text(self, at: Source) -> str:
        """What stands in a cell."""

    def reread(self, edits: Sequence[Edit]) -> tuple[Mission | None, Sequence[Problem]]:
        """The mission as it would be with some cells written anew, and the problems of its
        reading."""


class Rewrite(NamedTuple):
    """Cells to write anew, and how it is said."""

    said: Message
    edits: tuple[Edit, ...]


def rewrites(mission: Mission, problem: Problem, tables: Tables) -> Iterator[Rewrite]:
    """Ways to write the cell of a problem, the likeliest first."""
    at = problem.at[0]
    if problem.hint and problem.hint.key == "column.rename":
        header, column = (str(problem.hint.args[name]) for name in ("header", "column"))
        yield _written(at._replace(column=header), column)
    if not at.row or not at.column:
        return
    text = tables.text(at)
    yield from (_written(at, new) for new in _meant(problem, text))
    if problem.code == "duplicate":
        yield _written(at, _numbered(text, at.row))
        row = at._replace(column="")
        yield Rewrite(say("repair.delete", cell=row.label), (Edit(row, ""),))
    elif problem.message.key == "time.backwards":
        yield from _exchanged(mission, at, text, tables)
    yield from (_written(at, new) for new in _other_hours(text) if problem.code == "time")
    yield Rewrite(say("repair.empty", cell=_label(at)), (Edit(at, ""),))


def _written(at: Source, text: str) -> Rewrite:
    return Rewrite(say("repair.write", text=text, cell=_label(at)), (Edit(at, text),))


def _label(at: Source) -> str:
    return at.full_label


def _meant(problem: Problem, text: str) -> Iterator[str]:
    """The cell with each of the things that its remedy says to type."""
    hint = problem.hint
    for name in _TYPED.get(hint.key, ()) if hint else ():
        value = hint.args[name] if hint else ()
        for alternative in value if isinstance(value, tuple) else (value,):
            yield from _in_place(problem, text, alternative)


def _in_place(problem: Problem, text: str, value: object) -> Iterator[str]:
    """A value in place of what is wrong; the rest of the cell is kept."""
    if isinstance(value, date):
        clock = re.search(rf"\s{_CLOCK}\s*$", text)
        yield f"{value}{clock[0] if clock else ''}"
        return
    new = f"{value:%H:%M}" if isinstance(value, time) else str(value)
    wrong = problem.message.args.get("text")
    if isinstance(wrong, str) and wrong in text:
        yield text.replace(wrong, new, 1)
    elif problem.code == "time":
        yield from (text[: found.start()] + new + text[found.end() :] for found in _clocks(text))
    else:
        yield new


def _clocks(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(_CLOCK, text)


def _other_hours(text: str) -> Iterator[str]:
    """An hour that no day has, with another first digit: 15h30 or 1h30 for 25h30."""
    for found in re.finditer(r"(?<!\d)(2[4-9]|[3-9]\d)(?=\s*[h:.])", text):
        for hour in (f"1{found[0][1]}", found[0][1], f"2{min(3, int(found[0][1]))}"):
            yield text[: found.start()] + hour + text[found.end() :]


def _numbered(text: str, row: int) -> str:
    """An id of its own for a row whose id is another's."""
    return f"{text}-{row}"


def _exchanged(mission: Mission, at: Source, text: str, tables: Tables) -> Iterator[Rewrite]:
    """Start and end the other way round."""
    for headers in _headers(mission, at):
        for pair in _PAIRS:
            names = [headers.get(column, "") for column in pair]
            if at.column in names and all(names):
                other = at._replace(column=names[1 - names.index(at.column)])
                edits = (Edit(at, tables.text(other)), Edit(other, text))
                yield Rewrite(say("repair.exchange", cells=(_label(other), _label(at))), edits)


def _headers(mission: Mission, at: Source) -> Iterator[Mapping[str, str]]:
    """The columns of the table of a cell, as the records that were read from it know them."""
    for table in (mission.transfers, mission.journeys, mission.events, mission.meetings):
        for record in table.values():
            if (headers := record.origin.columns.beside(at)) is not None:
                yield headers
                break
