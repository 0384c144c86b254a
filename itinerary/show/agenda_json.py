"""A person's timetable as data; instants in RFC 3339 with the offset of where they are read."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from itinerary.model import Event, Meeting, Mission, Person
from itinerary.times import local
from itinerary.timetable import Day, Entry


def agenda_data(mission: Mission, person: Person, days: Iterable[Day]) -> dict[str, Any]:
    """The shape the design promises to scripts; keys are only ever added."""
    organisation = mission.organisations.get(person.organisation)
    return {
        "person": {
            "id": person.id,
            "name": person.name,
            "organisation": organisation.name if organisation else "",
            "role": person.role,
        },
        "mission": mission.id,
        "zone": mission.zone,
        "home_zone": mission.home_zone,
        "days": [
            {
                "date": f"{day.date}",
                "entries": [entry_data(mission, entry) for entry in day.entries],
            }
            for day in days
        ],
    }


def entry_data(mission: Mission, entry: Entry) -> dict[str, Any]:
    """One entry."""
    item, record = entry.item, entry.item.record
    data: dict[str, Any] = {
        "kind": item.kind,
        "id": item.id,
        "title": item.title,
        "required": entry.is_required,
        "start": _at(item.span.start, item.zone),
        "end": _at(item.span.end, item.end_zone),
        "home_start": _at(item.span.start, mission.home_zone),
        "home_end": _at(item.span.end, mission.home_zone),
        "venue": _venue(mission, item.place),
        "leave_by": _at(entry.leave_by, item.zone) if entry.leave_by else None,
        "leg": entry.leg._asdict() if entry.leg else None,
        "free": [_at(at, item.zone) for at in entry.free] if entry.free else None,
        "clash": entry.clashes,
        "late": entry.is_late,
    }
    if not item.is_stay:
        data["to"] = _venue(mission, item.end_place)
    if isinstance(record, Event | Meeting):
        data |= {
            "status": record.status,
            "languages": list(record.languages),
            "resources": list(record.resources),
        }
    if isinstance(record, Meeting):
        data |= {"table": record.table, "with": list(record.counterpart.people)}
    if isinstance(record, Event):
        data |= {"dress": record.dress, "notes": record.notes, "url": record.url}
    return data


def _at(instant: datetime, zone: str) -> str:
    return local(instant, zone).isoformat()


def _venue(mission: Mission, venue: str) -> dict[str, Any] | None:
    known = mission.venues.get(venue)
    if known is None:
        return None
    return {"id": known.id, "name": known.name, "address": known.address}
