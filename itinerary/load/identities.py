"""Ids for rows that give none: the same whatever the order of the rows."""

from collections import Counter
from collections.abc import Callable, Sequence

from itinerary.load.rows import Row
from itinerary.names import key, slug

LONGEST_DETAIL = 120


def made_ids(
    rows: Sequence[Row], name_of: Callable[[Row], str], *details: Callable[[Row], str]
) -> dict[int, str]:
    """By line: the name of each row without an id and, for all that share it, as many of the
    details as tell them apart.

    None of them keeps the bare name: it would pass to another when the rows are sorted, and
    with it the entry in everyone's calendar.
    """
    unnamed = [row for row in rows if not row.text("id")]
    if not unnamed:
        return {}
    given = [key(text) for row in rows if (text := row.line_of("id"))]
    ids = {row.line: slug(name) for row in unnamed if (name := name_of(row))}
    for detail in details:
        called = [*given, *map(key, ids.values())]
        rows_of = Counter(called)
        if len(rows_of) == len(called):
            break
        for row in unnamed:
            made = ids.get(row.line)
            if made and rows_of[key(made)] > 1 and (more := detail(row)):
                ids[row.line] = f"{made}-{slug(more, LONGEST_DETAIL)}"
    return ids
