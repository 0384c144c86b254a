"""What is new, changed and gone; and what still waits to be typed into an edited table."""

import pytest

from itinerary.load.imports.row_changes import pending_changes, row_changes
from itinerary.model.row_changes import RowChange
from itinerary.model.tables import TextTable
from tests.load.imports.brought import brought

BASE = "events\nid,title,start\na,Talk,9:00\nb,Dinner,20:00"


def table(text: str) -> TextTable | None:
    return next(iter(brought(text).tables.values()), None)


def told(changes: tuple[RowChange, ...]) -> list[str]:
    """Each change in a line."""
    lines = []
    for one in changes:
        cells = "; ".join(f"{c.column} {c.old}>{c.new}" for c in one.cells)
        lines.append(f"{one.kind} {one.row} {one.name} {cells}".strip())
    return lines


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (BASE, []),
        (BASE.replace("a,", "A,"), []),
        (f"{BASE}\nc,Walk,", ["new c Walk id >c; title >Walk"]),
        (BASE.replace("9:00", "10:00"), ["changed a Talk start 9:00>10:00"]),
        (BASE.replace("Talk,9:00", "Speech,"), ["changed a Talk title Talk>Speech; start 9:00>"]),
        ("events\nid,title\nb,Dinner", ["changed b Dinner start 20:00>", "gone a Talk"]),
        ("", ["gone a Talk", "gone b Dinner"]),
        ("events\nid,title,start,venue\nb,Dinner,20:00,\na,Talk,9:00,hall",
         ["changed a Talk venue >hall"]),
    ],
)  # fmt: skip
def test_from_one_state_to_the_next(new: str, expected: list[str]) -> None:
    assert told(row_changes(table(BASE), table(new))) == expected


def test_rows_without_a_name_are_told_by_what_they_join() -> None:
    ways = "travel\nfrom,to,minutes\na,b,5"
    away = "absences\nwho,start,end\nann,6 nov,7 nov"
    assert told(row_changes(table(ways), table(ways.replace("5", "6")))) == [
        "changed a → b  minutes 5>6"
    ]
    assert told(row_changes(table(away), None)) == ["gone ann, 6 nov, 7 nov"]


@pytest.mark.parametrize(
    ("present", "new", "expected"),
    [
        (BASE.replace("Talk", "Mine"), BASE, []),
        (
            BASE.replace("Talk", "Mine"), BASE.replace("9:00", "10:00"),
            ["changed a Mine start 9:00>10:00"],
        ),
        (BASE.replace("9:00", "10:00"), BASE.replace("9:00", "10:00"), []),
        (
            BASE.replace("9:00", "11:00"), BASE.replace("9:00", "10:00"),
            ["changed a Talk start 11:00>10:00"],
        ),
        ("events\nid,title\nb,Dinner", BASE.replace("9:00", "10:00"), []),
        ("events\nid,title\nb,Dinner", f"{BASE}\nc,Walk,", ["new c Walk id >c; title >Walk"]),
        (f"{BASE}\nc,Walk,", f"{BASE}\nc,Walk,", []),
        (f"{BASE}\nmine,Mine,", "events\nid,title,start\na,Talk,9:00", ["gone b Dinner"]),
        ("events\nid,title,start\na,Mine,9:00", "events\nid,title,start\na,Talk,9:00", []),
    ],
)  # fmt: skip
def test_what_waits_to_be_typed(present: str, new: str, expected: list[str]) -> None:
    mine = table(present)
    assert mine is not None
    assert told(pending_changes(table(BASE), table(new), mine)) == expected


def test_a_table_that_no_import_wrote_lacks_what_the_sources_say() -> None:
    mine = table("events\nid,title,start\na,Talk,8:00\nz,Mine,")
    assert mine is not None
    assert told(pending_changes(None, table(BASE), mine)) == [
        "changed a Talk start 8:00>9:00",
        "new b Dinner id >b; title >Dinner; start >20:00",
    ]
