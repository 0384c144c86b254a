"""A plan, or what is known about one meeting, for a script."""

from collections.abc import Mapping, Sequence
from typing import Any

from itinerary.locale import Words
from itinerary.model import Meeting, Mission
from itinerary.problems import Message
from itinerary.show.plan_sheet import Level, Sheet
from itinerary.times import local


def plan_data(sheet: Sheet, words: Words) -> dict[str, Any]:
    """Counts, what has no place and why, how good it is, and where everything is."""
    placed, mission = sheet.placed, sheet.mission
    gained, lost = sheet.compared()
    return {
        "mission": mission.id,
        "status": sheet.status,
        "asked": len(sheet.asked),
        "placed": len(placed),
        "pinned": sum(meeting.pinned for meeting in placed),
        "unplaced": [
            {
                "meeting": one.meeting,
                "reasons": _said(one.reasons, words),
                "relaxations": _said(one.ways, words),
            }
            for one in sheet.missing
        ],
        "objective": {level.name: level.value for level in sheet.levels},
        "bounds": {level.name: level.bound for level in sheet.levels},
        "bound": _bound(sheet.levels),
        "seconds": round(sheet.seconds, 3),
        "changed": list(sheet.moved),
        "people": list(sheet.people),
        "clash": _said(sheet.clash, words),
        "gained": list(gained),
        "lost": list(lost),
        "what_if": _said(sheet.supposed, words),
        "placements": [placement_data(mission, one, sheet.added) for one in placed],
    }


def _bound(levels: Sequence[Level]) -> int | None:
    """That of the first stage that is not proven, else of the last."""
    open_ones = [level for level in levels if not level.is_proven]
    first = next(iter((*open_ones, *levels[-1:])), None)
    return first.bound if first else None


def placement_data(
    mission: Mission, meeting: Meeting, added: Mapping[str, tuple[str, ...]]
) -> dict[str, Any]:
    """When and where a meeting is."""
    start, end = meeting.span or (None, None)
    return {
        "meeting": meeting.id,
        "start": local(start, meeting.zone).isoformat() if start else None,
        "end": local(end, meeting.zone).isoformat() if end else None,
        "venue": meeting.venue,
        "table": meeting.table,
        "resources": list(added.get(meeting.id, ())),
        "pinned": meeting.pinned,
    }


def _said(messages: Sequence[Message], words: Words) -> list[str]:
    return [words.sentence(message) for message in messages]
