"""What an import changes, as data."""

from collections.abc import Sequence
from typing import Any

from itinerary.locale import Words
from itinerary.model.row_changes import RowChange, TableChanges
from itinerary.problems import Problem
from itinerary.show.problem_groups import Reported
from itinerary.show.problems_tables import problems_data


def import_data(
    changes: Sequence[TableChanges], files: int, problems: Sequence[Problem], words: Words
) -> dict[str, Any]:
    """`files` is how many were written; keys are only ever added."""
    found = problems_data("", [Reported(problem) for problem in problems], words)
    return {
        "written": files,
        "tables": [_table(one) for one in changes],
        "counts": found["counts"],
        "problems": found["problems"],
    }


def _table(one: TableChanges) -> dict[str, Any]:
    return {
        "table": one.table,
        "file": one.file,
        "edited": one.is_edited,
        "rows": [_row(row) for row in one.rows],
    }


def _row(row: RowChange) -> dict[str, Any]:
    return {
        "change": row.kind,
        "id": row.row,
        "name": row.name,
        "cells": [cell._asdict() for cell in row.cells],
    }
