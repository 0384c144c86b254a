"""The sheets of the tables: a header of our names, then the rows as they stand in the files."""

from collections.abc import Iterator, Sequence

from xlsxwriter.worksheet import Worksheet

from itinerary.model.columns import COLUMNS, Kind
from itinerary.model.origins import Origin
from itinerary.model.tables import TextTable
from itinerary.show.book.cells import value_of
from itinerary.show.book.pages import Pages, finish, height
from itinerary.show.book.places import Places

_MOST_CELLS = 3_900_000
_MOST_ROWS = 1_048_000
"""Of a sheet, as spreadsheets and our reader take them; what is more goes on another sheet."""
_CARRIED = {"events": ("date", "venue")}
"""Where a blank cell is read as the one above it, and a dash as none."""
_NONE = "—"
_NEEDED = {"people": ("groups",)}
"""Without which a row of one cell is read as a heading, of whose group the people below it are."""
_FEWEST = 2
"""Headers by which a table is known."""
_NARROWEST, _WIDEST, _FILTER = 6, 45, 3


def draw_table(
    pages: Pages, table: TextTable, origins: Sequence[Origin], places: Places,
    most_cells: int = _MOST_CELLS,
) -> None:  # fmt: skip
    """One sheet, or several of a table that is too long for one."""
    table = _known(table)
    most = min(_MOST_ROWS, most_cells // len(table.columns))
    for first in range(0, max(len(table.rows), 1), most):
        name = f"{table.name} {first // most + 1}" if first else table.name
        some = table._replace(rows=table.rows[first : first + most])
        sheet = pages.add(name)
        _draw(pages, sheet, some)
        places.learn(name, some.columns, origins[first : first + most])


def _draw(pages: Pages, sheet: Worksheet, table: TextTable) -> None:
    known = COLUMNS[table.name]
    ours = [*_ours(table)]
    kinds = [known[name].kind if is_ours else Kind.TEXT
             for name, is_ours in zip(table.columns, ours, strict=True)]  # fmt: skip
    widths = [_width(name, [row[p] for row in table.rows]) for p, name in enumerate(table.columns)]
    for place, (name, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, pages.head(ours[place]))
    for number, row in enumerate(_shown(table), 1):
        sheet.set_row(number, height(row, widths))
        for place, text in enumerate(row):
            if text:
                pages.put(sheet, number, place, value_of(kinds[place], text))
    rows, columns = len(table.rows), len(table.columns)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{rows + 1}"})
    finish(sheet, 0, (rows, columns), sum(widths))


def _known(table: TextTable) -> TextTable:
    """With so many of our columns that its sheet is known for what it is."""
    known = COLUMNS[table.name]
    optional = [name for name, column in known.items() if not column.is_required]
    spare = [name for name in dict.fromkeys((*optional, *known)) if name not in table.columns]
    needed = [name for name in _NEEDED.get(table.name, ()) if name in spare]
    fewest = max(0, _FEWEST - sum(_ours(table)) - len(needed))
    added = (*needed, *[name for name in spare if name not in needed][:fewest])
    rows = tuple(row + ("",) * len(added) for row in table.rows) if added else table.rows
    return table._replace(columns=table.columns + added, rows=rows)


def _ours(table: TextTable) -> Iterator[bool]:
    """Of each column, whether it is one of ours, and the first of its name."""
    known = COLUMNS[table.name]
    for place, name in enumerate(table.columns):
        yield name in known and name not in table.columns[:place]


def _shown(table: TextTable) -> Iterator[Sequence[str]]:
    """The rows, with a dash where nothing would be read as what stands above."""
    carried = {table.columns.index(c) for c in _CARRIED.get(table.name, ()) if c in table.columns}
    for row in table.rows:
        yield [text or (_NONE if p in carried else "") for p, text in enumerate(row)]


def _width(name: str, texts: Sequence[str]) -> int:
    """Of the longest line, within bounds; headers have an arrow beside them."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    return max(_NARROWEST, min(_WIDEST, longest + 1), min(_WIDEST, len(name) + _FILTER))
