"""Problems as JSON and CSV, in the order of the files."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from itinerary.locale import Words
from itinerary.problems import Severity, Source, Suggestion
from itinerary.show.problem_groups import Reported

_COLUMNS = (
    "file",
    "row",
    "column",
    "severity",
    "rule",
    "message",
    "hint",
    "people",
    "items",
    "also",
    "day",
)


def problems_data(mission_id: str, problems: Sequence[Reported], words: Words) -> dict[str, Any]:
    """The shape the design promises to scripts; keys are only ever added."""
    errors = sum(one.problem.severity is Severity.ERROR for one in problems)
    return {
        "mission": mission_id,
        "counts": {"error": errors, "warning": len(problems) - errors},
        "problems": [_problem(one, words) for one in problems],
    }


def _problem(one: Reported, words: Words) -> dict[str, Any]:
    problem = one.problem
    return {
        "rule": problem.code,
        "severity": problem.severity.value,
        "message": words.sentence(problem.message),
        "hint": words.sentence(problem.hint) if problem.hint else None,
        "people": list(problem.people),
        "items": list(problem.items),
        "at": [_cell(at) for at in problem.at],
        "suggestions": [_suggestion(suggestion, words) for suggestion in one.suggestions],
        "day": f"{one.day}" if one.day else None,
    }


def _cell(at: Source) -> dict[str, Any]:
    """In a workbook also the sheet; its `column` is then the letters."""
    sheet = {"sheet": at.sheet} if at.sheet else {}
    return {"file": at.file, "row": at.row, "column": at.column, **sheet}


def _suggestion(suggestion: Suggestion, words: Words) -> dict[str, Any]:
    edits = ({**_cell(edit.at), "text": edit.text} for edit in suggestion.edits)
    return {"message": words.sentence(suggestion.message), "edits": list(edits)}


def problems_csv(problems: Sequence[Reported], words: Words) -> str:
    """A table for a spreadsheet: marked as UTF-8, and no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in problems_data("", problems, words)["problems"]:
        first, *others = row["at"] or [{"file": "", "row": 0, "column": ""}]
        also = "; ".join(f"{at['file']}:{at['row']}" for at in others)
        cells = (
            first["file"], first["row"] or "", first["column"], row["severity"], row["rule"],
            row["message"], row["hint"] or "", "; ".join(row["people"]), "; ".join(row["items"]),
            also, row["day"] or "",
        )  # fmt: skip
        writer.writerow(plain_cell(cell) for cell in cells)
    return "\ufeff" + out.getvalue()


def plain_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    is_formula = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if is_formula else value
