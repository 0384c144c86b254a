"""What an import changes, drawn."""

from itinerary.locale import Words
from itinerary.model.row_changes import CellChange, RowChange, TableChanges
from itinerary.show.import_text import import_text
from itinerary.show.lines import plain

CHANGES = (
    TableChanges("people", "people.csv", (RowChange("new", "ann", "Ann Lee"),), is_new=True),
    TableChanges(
        "events",
        "events.csv",
        (
            RowChange("changed", "call", "Call", (CellChange("notes", "", "Bring a badge"),)),
            RowChange("gone", "long-lunch", "A long lunch"),
        ),
    ),
    TableChanges(
        "travel",
        "Trajets.csv",
        (RowChange("changed", "a → b", "", (CellChange("minutes", "5", ""),)),),
        is_edited=True,
    ),
)


def drawn(changes: tuple[TableChanges, ...], width: int) -> list[str]:
    return [plain(line) for line in import_text(changes, Words(), width)]


def test_each_file_and_its_rows() -> None:
    assert drawn(CHANGES, 1000) == [
        "people.csv: 1 new",
        "events.csv: 1 changed and 1 gone",
        "    changed  call        Call: notes nothing → Bring a badge",
        "    gone     long-lunch  A long lunch",
        "Trajets.csv was edited after it was written and is left as it is; "
        "to type there: 1 changed",
        "    changed  a → b  minutes 5 → nothing",
    ]
    assert drawn((), 80) == ["nothing has changed"]


def test_folded_to_a_width() -> None:
    assert drawn(CHANGES[1:2], 46) == [
        "events.csv: 1 changed and 1 gone",
        "    changed  call        Call: notes nothing →",
        "                         Bring a badge",
        "    gone     long-lunch  A long lunch",
    ]
