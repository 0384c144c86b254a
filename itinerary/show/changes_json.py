"""What changed, for a script."""

from typing import Any

from itinerary.model import Mission
from itinerary.times import Moment, local
from itinerary.timetable.changes import Change, Changes, Edited, RowChange
from itinerary.timetable.versions import Version

JSON = dict[str, Any]


def changes_data(found: Changes) -> JSON:
    """`items`, of which `what` says all that happened, and `rows` of people and venues; ids are
    those of the later state, for what it still has."""
    return {
        "people": list(found.people),
        "items": [_change(change) for change in found.things],
        "rows": [_row(row) for row in found.rows],
    }


def changes_data_by_person(found: Changes, old: Mission, new: Mission) -> list[JSON]:
    """Everyone concerned, in protocol order; `part` is what a change is for that person: `on`,
    `off`, `now_required`, `now_optional`, else the first thing that happened."""
    return [
        {
            "id": person,
            "name": (new.people.get(person) or old.people[person]).name,
            "items": [_part(change, person) for change in changes.things],
            "rows": [_row(row) for row in changes.rows],
        }
        for person, changes in found.by_person().items()
    ]


def _change(change: Change) -> JSON:
    return {
        "kind": change.shown.kind,
        "what": list(change.what),
        "before": _version(change.before),
        "after": _version(change.after),
        "on": list(change.on),
        "off": list(change.off),
        "now_required": list(change.now_required),
        "now_optional": list(change.now_optional),
        "details": _details(change.details),
        "people": list(change.people),
    }


def _part(change: Change, person: str) -> JSON:
    """Nobody else, but who is met."""
    data = _change(change)
    others = change.shown.kind != "meeting"
    for name in ("on", "off", "now_required", "now_optional") if others else ():
        data[name] = [one for one in data[name] if one == person]
    del data["people"]
    return {"part": change.part(person), **data}


def _version(version: Version | None) -> JSON | None:
    if version is None:
        return None
    span = version.span
    return {
        "id": version.id,
        "title": version.title,
        "start": local(span.start, version.zone).isoformat() if span else None,
        "end": local(span.end, version.end_zone).isoformat() if span else None,
        "venue": version.place,
        "to": version.end_place,
        "table": version.table,
        "status": version.status,
    }


def _row(row: RowChange) -> JSON:
    return {
        "kind": row.kind, "id": row.id, "what": row.what, "details": _details(row.details),
    }  # fmt: skip


def _details(details: tuple[Edited, ...]) -> list[JSON]:
    return [
        {"column": one.column, "before": _plain(one.before), "after": _plain(one.after)}
        for one in details
    ]


def _plain(value: object) -> object:
    """A moment on its clocks, a length in words of its own, a list; else as it is."""
    if isinstance(value, Moment):
        return value.wall.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, int) else str(value)
