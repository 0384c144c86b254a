"""Ids for the rows of a source that gives none, which they keep from one import to the next."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from itinerary.load.imports.row_keys import Cells, has_ids
from itinerary.names import key, slug

_NAMES: dict[str, tuple[tuple[str, ...], ...]] = {
    "organisations": (("name",),),
    "venues": (("name",),),
    "people": (("name",),),
    "resources": (("name",),),
    "events": (("title",), ("date",), ("start",), ("venue", "who")),
    "meetings": (("title",), ("who", "counterpart"), ("start",), ("earliest",)),
    "journeys": (("number",), ("departs",), ("from", "who")),
    "transfers": (("vehicle",), ("departs",), ("from", "who")),
}
"""The columns an id is made of: the name, then what tells apart those that share it."""
_MAY_BE_RENAMED = frozenset({"events", "meetings", "journeys", "transfers"})
"""Somebody else in the same office is not the same person."""
_LEAST = 2
"""Cells in which two rows must agree to be one."""


def with_ids(table: str, rows: Sequence[Cells], before: Sequence[Cells]) -> list[Cells]:
    """The rows with an id wherever one can be made or, for a row of `before`, kept.

    A row is one of `before` where nothing but its id differs, or one other cell of something
    that takes place.
    """
    if not has_ids(table) or table not in _NAMES:
        return [*rows]
    made = _made(rows, _NAMES[table])
    old = {key(cells.get("id", "")): cells for cells in before if cells.get("id")}
    bound = {key(cells.get("id") or made[place]) for place, cells in enumerate(rows)}
    left = [cells for known, cells in old.items() if known not in bound]
    new = {
        place: cells
        for place, cells in enumerate(rows)
        if not cells.get("id") and key(made[place]) not in old
    }
    ids = made | _kept(new, left, table in _MAY_BE_RENAMED)
    return [{**cells, "id": cells.get("id") or ids[place]} for place, cells in enumerate(rows)]


def _made(rows: Sequence[Cells], groups: Sequence[tuple[str, ...]]) -> dict[int, str]:
    """By place: the name and, for all that share it, as much more as tells them apart."""
    texts = [[_joined(cells, group) for group in groups] for cells in rows]
    given = [key(cells["id"]) for cells in rows if cells.get("id")]
    unnamed = [place for place, cells in enumerate(rows) if not cells.get("id")]
    found = [next(filter(None, parts), "") for parts in texts]
    ids = {place: slug(found[place]) if found[place] else "" for place in range(len(rows))}
    for number in range(1, len(groups)):
        shared = Counter([*given, *(key(ids[place]) for place in unnamed)])
        for place in unnamed:
            more = texts[place][number]
            if ids[place] and more and shared[key(ids[place])] > 1 and more != found[place]:
                ids[place] = f"{ids[place]}-{slug(more)}"
    return ids


def _joined(cells: Cells, columns: Iterable[str]) -> str:
    return " ".join(filter(None, (cells.get(column, "") for column in columns)))


def _kept(new: Mapping[int, Cells], old: Sequence[Cells], may_differ: bool) -> dict[int, str]:
    """Ids of old rows for the new ones that can only be these."""
    columns = sorted({column for cells in (*new.values(), *old) for column in cells} - {"id"})
    ids: dict[int, str] = {}
    for masked in ("", *(columns if may_differ else ())):
        taken = {*ids.values()}
        waiting = {place: cells for place, cells in new.items() if place not in ids}
        left = [cells for cells in old if cells["id"] not in taken]
        ids |= {place: cells["id"] for place, cells in _pairs(waiting, left, masked)}
    return ids


def _pairs(
    new: Mapping[int, Cells], old: Sequence[Cells], masked: str
) -> Iterable[tuple[int, Cells]]:
    """The rows that agree in all but one column, where only two do."""
    places, rows = defaultdict(list), defaultdict(list)
    for place, cells in new.items():
        places[_sign(cells, masked)].append(place)
    for cells in old:
        rows[_sign(cells, masked)].append(cells)
    for sign, found in places.items():
        if len(sign) >= _LEAST and len(found) == len(rows[sign]) == 1:
            yield found[0], rows[sign][0]


def _sign(cells: Cells, masked: str) -> frozenset[tuple[str, str]]:
    return frozenset(item for item in cells.items() if item[1] and item[0] not in ("id", masked))
