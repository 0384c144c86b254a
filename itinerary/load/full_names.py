"""A table of people with two columns for a name: `Nom` and `Prénom`, `Apellidos` and `Nombre`."""

from itinerary.load.files import Grid
from itinerary.load.headers import known_headers
from itinerary.names import key

_FIRST = frozenset(
    {"prenom", "prenoms", "prenom s", "first name", "firstname", "given name", "forename",
     "nombre de pila", "nombres", "vorname"}
)  # fmt: skip
_LAST = frozenset(
    {"nom de famille", "last name", "lastname", "surname", "family name", "apellido",
     "apellidos", "apellido s", "nachname"}
)  # fmt: skip
_EITHER = frozenset({"nom", "name", "nombre"})
"""A whole name on its own, and beside one of the others the other half."""


def with_full_names(grid: Grid, table: str = "people", column: str = "name") -> Grid:
    """The table with `first last` in one column, where it has two; both are left out where
    a third has the whole name."""
    words = [key(header[:100]) for header in grid.header]
    first, last = _place(words, _FIRST), _place(words, _LAST)
    if first is None and last is None:
        return grid
    if first is None:
        first = _place(words, _EITHER)
    if last is None:
        last = _place(words, _EITHER)
    if first is None or last is None:
        return grid
    known = known_headers(table)
    pair = {first, last}
    if any(known.get(word) == column for place, word in enumerate(words) if place not in pair):
        return grid._replace(header=_blanked(grid.header, pair))
    rows = [(line, _joined(cells, first, last)) for line, cells in grid.rows]
    header = _blanked(grid.header, {first})
    if known.get(words[last]) != column:
        header[last] = column
    return grid._replace(header=header, rows=rows)


def _place(words: list[str], wanted: frozenset[str]) -> int | None:
    return next((place for place, word in enumerate(words) if word in wanted), None)


def _blanked(header: list[str], places: set[int]) -> list[str]:
    return ["" if place in places else name for place, name in enumerate(header)]


def _joined(cells: list[str], first: int, last: int) -> list[str]:
    names = [cells[place].strip() for place in (first, last) if place < len(cells)]
    whole = " ".join(filter(None, names))
    cells = cells + [""] * (last + 1 - len(cells))
    return [whole if place == last else cell for place, cell in enumerate(cells)]
