"""What is said of several cells, once."""

from itinerary.locale import Words
from itinerary.problems import Problem, Source, error, say, warning
from itinerary.show.problem_groups import Reported
from itinerary.show.problem_repeats import gathered

WORDS = Words("en")


def doubt(at: Source, text: str = "x") -> Problem:
    return warning("time", say("clock.unreadable", text=text), at, hint=say("clock.hint"))


def cell(row: int, column: str = "A", sheet: str = "S") -> Source:
    return Source("m.xlsx", row, column, sheet)


def others(*problems: Problem) -> list[str]:
    return [names for _, names in gathered(map(Reported, problems), WORDS)]


def test_cells_of_a_column_are_runs() -> None:
    cells = [cell(4), cell(6), cell(5), cell(9), cell(7, "B"), cell(10, "AA")]
    assert others(*map(doubt, cells)) == ["A5–A6, A9, B7, AA10"]


def test_rows_of_a_file_have_no_letters() -> None:
    rows = [Source("events.csv", row, "start") for row in (2, 4, 5)]
    assert others(*map(doubt, rows)) == ["4–5"]


def test_what_stands_in_another_cell_is_said() -> None:
    assert others(doubt(cell(4)), doubt(cell(5), "y"), doubt(cell(6))) == ['A5 "y", A6']


def test_one_alone_is_followed_by_nothing() -> None:
    assert others(doubt(cell(4))) == [""]


def test_what_differs_is_told_apart() -> None:
    different = [
        doubt(cell(4)),
        doubt(cell(4, sheet="T")),
        doubt(Source("m.xlsx")),
        doubt(Source("m.xlsx")),
        doubt(cell(5))._replace(code="value"),
        doubt(cell(6))._replace(hint=None),
        error("time", say("clock.unreadable", text="x"), cell(7), hint=say("clock.hint")),
        doubt(cell(8))._replace(at=(cell(8), cell(9))),
        doubt(cell(10))._replace(people=("jean",)),
    ]
    assert others(*different) == [""] * len(different)
