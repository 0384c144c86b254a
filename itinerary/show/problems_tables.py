"""Problems as JSON, CSV and Markdown."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.problems import Problem, Severity
from itinerary.show.agenda_markdown import escaped
from itinerary.show.problems_text import summary

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
)


def problems_data(mission_id: str, problems: Sequence[Problem], words: Words) -> dict[str, Any]:
    """The shape the design promises to scripts; keys are only ever added."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return {
        "mission": mission_id,
        "counts": {"error": errors, "warning": len(problems) - errors},
        "problems": [
            {
                "rule": problem.code,
                "severity": problem.severity.value,
                "message": words.sentence(problem.message),
                "hint": words.sentence(problem.hint) if problem.hint else None,
                "people": list(problem.people),
                "items": list(problem.items),
                "at": [{"file": a.file, "row": a.row, "column": a.column} for a in problem.at],
                "suggestions": [],
            }
            for problem in problems
        ],
    }


def problems_csv(problems: Sequence[Problem], words: Words) -> str:
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
            also,
        )  # fmt: skip
        writer.writerow(plain_cell(cell) for cell in cells)
    return "\ufeff" + out.getvalue()


def plain_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    is_formula = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if is_formula else value


def problems_markdown(mission: Mission | None, problems: Sequence[Problem], words: Words) -> str:
    """The conflict report: a heading, how many there are, and a section for each rule."""
    title = words.text("report.title", mission=mission.title if mission else "")
    lines = [f"# {escaped(title)}", ""]
    rules = dict.fromkeys(problem.code for problem in problems)
    lines += [summary(problems, words, ""), ""] if rules else [words.text("report.clean")]
    for rule in rules:
        found = [problem for problem in problems if problem.code == rule]
        lines += [f"## {rule} ({len(found)})", ""]
        lines += [line for problem in found for line in _markdown(problem, mission, words)]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _markdown(problem: Problem, mission: Mission | None, words: Words) -> list[str]:
    cells = ", ".join(f"`{label}`" for label in dict.fromkeys(at.label for at in problem.at))
    sentence = escaped(words.sentence(problem.message))
    lines = [f"- **{words.text(f'report.{problem.severity.value}')}** {sentence} ({cells})"]
    if problem.hint:
        lines.append(f"  - {escaped(words.text('report.hint', hint=problem.hint))}")
    if mission and len(problem.people) > 1:
        names = "; ".join(mission.people[person].name for person in problem.people)
        lines.append(f"  - {escaped(names)}")
    return lines
