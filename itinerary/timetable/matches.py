"""Which thing of an earlier state is which of a later one: by id, else where there is no doubt.

Ids that are made of names change with them. So what has lost its id is looked for among what has
a new one: the same title at the same time, or a title that each state has once, for the same
people, or another title at the same time and place for the same people. What could be two things
is never taken for one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from operator import ne

from itinerary.model import Journey, Meeting, Mission, Person, Resource, Transfer, Venue
from itinerary.model.meetings import Meetings
from itinerary.names import key
from itinerary.timetable.versions import Renamed, Row, Version, Versions

Thing = list[Version]
"""The versions of one row."""
Pair = tuple[Version | None, Version | None]
TOLD = -2
"""The last fields of a meeting say where it was read."""
TABLES = ("events", "meetings", "journeys", "transfers")


def renamed_ids(old: Mission, new: Mission) -> Renamed:
    """The people, venues and resources of `old` that have another id in `new`."""
    return Renamed(
        _same_names(old.people, new.people),
        _same_names(old.venues, new.venues),
        _same_names(old.resources, new.resources),
    )


def _same_names(
    old: Mapping[str, Person] | Mapping[str, Venue] | Mapping[str, Resource],
    new: Mapping[str, Person] | Mapping[str, Venue] | Mapping[str, Resource],
) -> dict[str, str]:
    """By an id that is gone, the one that has come and has, alone in both states, its name."""
    if old.keys() <= new.keys() or new.keys() <= old.keys():
        return {}
    before, after = _ids_by_name(old), _ids_by_name(new)
    return {
        ids[0]: after[name][0]
        for name, ids in before.items()
        if len(ids) == 1 == len(after.get(name, ())) and ids[0] not in new
        and after[name][0] not in old
    }  # fmt: skip


def _ids_by_name(
    rows: Mapping[str, Person] | Mapping[str, Venue] | Mapping[str, Resource],
) -> Mapping[str, Sequence[str]]:
    """`MARTIN Jean` and `Jean Martin` are one name."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for identity, row in rows.items():
        found[" ".join(sorted(key(row.name).split()))].append(identity)
    return found


def pairs(old: Mission, new: Mission, renamed: Renamed) -> Iterator[Pair]:
    """Each thing of which the rows of the two states differ, as both have it."""
    then, now = Versions(old, renamed), Versions(new)
    gone: list[Thing] = [[then.of_absence(row)] for row in old.absences]
    come: list[Thing] = [[now.of_absence(row)] for row in new.absences]
    for table in TABLES:
        before, after = _rows(getattr(old, table), getattr(new, table))
        for identity, row in after.items():
            known = before.get(identity)
            if known is None:
                come.append(now.of(row))
            elif not _says_the_same(known, row):
                yield from _by_day(then.of(known), now.of(row))
        gone += [then.of(row) for identity, row in before.items() if identity not in after]
    unique = _unique_titles(old) & _unique_titles(new) if gone and come else frozenset()
    yield from _recognised(gone, come, unique)


def _rows(
    before: Mapping[str, Row], after: Mapping[str, Row]
) -> tuple[dict[str, Row], dict[str, Row]]:
    """The rows of both states; of a fair with the same meetings only those that differ."""
    if not isinstance(before, Meetings) or not isinstance(after, Meetings):
        return dict(before.items()), dict(after.items())
    if [*before] != [*after]:
        return dict(before.items()), dict(after.items())
    numbers: set[int] = set()
    for field in Meeting._fields[:TOLD]:
        numbers.update(compress(count(), map(ne, before.column(field), after.column(field))))
    then, now = ([state.record(n) for n in sorted(numbers)] for state in (before, after))
    return {row.id: row for row in then}, {row.id: row for row in now}


def _says_the_same(a: Row, b: Row) -> bool:
    """Whether two rows are equal, wherever they were read."""
    told = TOLD if isinstance(a, Meeting) else -1
    return a[:told] == b[:told]


def _by_day(before: Thing, after: Thing) -> Iterator[Pair]:
    """Occurrences of one date are the same one; so are two that are alone."""
    if len(before) == 1 == len(after):
        yield before[0], after[0]
        return
    by_day = {one.day: one for one in before}
    left = []
    for one in after:
        known = by_day.pop(one.day, None)
        if known is None:
            left.append(one)
        else:
            yield known, one
    if len(left) == 1 == len(by_day):
        yield next(iter(by_day.values())), left[0]
        return
    yield from ((one, None) for one in by_day.values())
    yield from ((None, one) for one in left)


def _unique_titles(mission: Mission) -> frozenset[str]:
    counts = Counter(
        key(_title(row)) for table in TABLES for row in getattr(mission, table).values()
    )
    return frozenset(title for title, count in counts.items() if count == 1)


def _title(row: Row) -> str:
    if isinstance(row, Journey):
        return row.number
    return row.vehicle if isinstance(row, Transfer) else row.title


Key = Callable[[Thing], Hashable]
"""What two things share that are the same; None where they have nothing to share."""


def _recognised(
    gone: Sequence[Thing], come: Sequence[Thing], unique: frozenset[str]
) -> Iterator[Pair]:
    def alone(thing: Thing) -> Hashable:
        is_alone = thing[0].kind == "absence" or key(thing[0].title) in unique
        return (*_named(thing), thing[0].people) if is_alone and thing[0].people else None

    for key_of in (_all_of, _time, alone, _absent, _retitled):
        found, gone, come = _matched(gone, come, key_of)
        for before, after in found:
            yield from _by_day(before, after)
    yield from ((one, None) for thing in gone for one in thing)
    yield from ((None, one) for thing in come for one in thing)


def _named(thing: Thing) -> tuple[str, str]:
    return thing[0].kind, key(thing[0].title)


def _all_of(thing: Thing) -> Hashable:
    return (*_named(thing), thing[0].people, *(one.span for one in thing))


def _time(thing: Thing) -> Hashable:
    return (*_named(thing), *(one.span for one in thing)) if thing[0].span else None


def _absent(thing: Thing) -> Hashable:
    """Why someone is away may be written otherwise."""
    return (thing[0].people, thing[0].span) if thing[0].kind == "absence" else None


def _retitled(thing: Thing) -> Hashable:
    """A plan for some people in some place may be called otherwise; a journey is then another."""
    first = thing[0]
    is_plan = first.kind in ("event", "meeting") and first.is_held
    is_known = first.place and first.people and first.span
    spans = (one.span for one in thing)
    return (first.kind, first.place, first.people, *spans) if is_plan and is_known else None


def _matched(
    gone: Sequence[Thing], come: Sequence[Thing], key_of: Key
) -> tuple[list[tuple[Thing, Thing]], list[Thing], list[Thing]]:
    """The things that share a key no other has, or, where they are equal, share all; the others."""
    if not gone or not come:
        return [], [*gone], [*come]
    before, after = _grouped(gone, key_of), _grouped(come, key_of)
    found: list[tuple[Thing, Thing]] = []
    for shared, ours in before.items():
        theirs = [] if shared is None else after.get(shared, [])
        if len(ours) == 1 == len(theirs) or key_of is _all_of:
            found += zip(ours, theirs, strict=False)
            shorter = min(len(ours), len(theirs))
            del ours[:shorter], theirs[:shorter]
    return found, _flat(before.values()), _flat(after.values())


def _grouped(things: Iterable[Thing], key_of: Key) -> dict[Hashable, list[Thing]]:
    found: dict[Hashable, list[Thing]] = {}
    for thing in things:
        found.setdefault(key_of(thing), []).append(thing)
    return found


def _flat(groups: Iterable[list[Thing]]) -> list[Thing]:
    return [thing for group in groups for thing in group]
