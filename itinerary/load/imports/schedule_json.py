"""The schedule of a conference in JSON, as frab, pretalx and the hub of C3VOC write it.

Three shapes are known: days that hold rooms that hold talks; a list of talks beside a conference
(version 2); and the widget of pretalx, where talks name rooms and speakers by their ids.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from itinerary.load.files import UnusableError, decode
from itinerary.load.imports.imported import MOST_BYTES, MOST_ROWS, Imported, refusal, refused
from itinerary.load.imports.schedule import MOST_SPEAKERS, Fields, Schedule, Talk
from itinerary.load.imports.schedule_tables import tables_of
from itinerary.load.imports.texts import text_of
from itinerary.problems import Source, say

_NAMES = {"track": ("name", "slug"), "room": ("name", "guid", "slug", "id")}
"""Of fields that are records themselves, what says it best."""


def read_schedule_json(name: str, data: bytes, zone: str = "") -> Imported:
    """Venues, events and people of a schedule; never raises for what is in it.

    `zone` is that of the mission the rows are for; empty where the schedule begins one.
    """
    try:
        return tables_of(_schedule(name, _parsed(name, data)), zone)
    except UnusableError as fault:
        return refused(fault)


def _parsed(name: str, data: bytes) -> Mapping[str, Any]:
    if len(data) > MOST_BYTES:
        raise refusal(name, say("file.large", file=name))
    try:
        found = json.loads(decode(name, data, []), parse_constant=lambda _: None)
    except json.JSONDecodeError as fault:
        message = say("foreign.json", file=name, column=fault.colno)
        raise refusal(name, message, say("foreign.whole"), fault.lineno) from None
    except RecursionError:
        raise refusal(name, say("foreign.deep", file=name)) from None
    except ValueError:  # a number of thousands of digits
        raise refusal(name, say("foreign.number", file=name)) from None
    return _record(found)


def _schedule(name: str, found: Mapping[str, Any]) -> Schedule:
    whole = _record(found.get("schedule")) or found
    conference = _record(whole.get("conference"))
    if not conference and not isinstance(whole.get("talks"), list):
        raise refusal(name, say("foreign.unknown", file=name), say("foreign.unknown.hint"))
    rooms = [_fields(room) for room in _list(conference.get("rooms") or whole.get("rooms"))]
    talks: list[Talk] = []
    for talk in _talks(name, whole, conference, rooms):
        if len(talks) >= MOST_ROWS:
            raise refusal(name, say("foreign.many", file=name))
        talks.append(talk)
    return Schedule(name, _conference(whole, conference), rooms, talks)


def _conference(whole: Mapping[str, Any], conference: Mapping[str, Any]) -> Fields:
    """The frame, by the names it has in XML."""
    widget = {
        "time_zone_name": text_of(whole.get("timezone")),
        "start": text_of(whole.get("event_start")),
        "end": text_of(whole.get("event_end")),
        "base_url": text_of(whole.get("base_url")),
    }
    return {**widget, **{key: text for key, text in _fields(conference).items() if text}}


def _talks(
    file: str, whole: Mapping[str, Any], conference: Mapping[str, Any], rooms: list[Fields]
) -> Iterator[Talk]:
    for place, day in enumerate(map(_record, _list(conference.get("days")))):
        under = {"day": text_of(day.get("date")), "day_start": text_of(day.get("day_start"))}
        for room, path, talk in _of_rooms(day.get("rooms"), f"days[{place}].rooms"):
            yield _talk(talk, {**under, "room": room}, Source(file, 0, path))
    for name, holder in (("events", whole), ("events", conference), ("talks", whole)):
        listed = _Listed(rooms, [_fields(person) for person in _list(holder.get("speakers"))])
        for place, talk in enumerate(_list(holder.get(name))):
            yield listed.talk(_record(talk), Source(file, 0, f"{name}[{place}]"))


def _of_rooms(rooms: object, path: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The talks of a day; its rooms are a record by name, or a list of records."""
    for name, held in _record(rooms).items():
        for place, talk in enumerate(_list(held)):
            yield name, f"{path}.{name}[{place}]", _record(talk)
    for number, room in enumerate(map(_record, _list(rooms))):
        for place, talk in enumerate(_list(room.get("events"))):
            yield text_of(room.get("name")), f"{path}[{number}].events[{place}]", _record(talk)


class _Listed:
    """Talks that name their room and their speakers by an id of lists beside them."""

    def __init__(self, rooms: list[Fields], speakers: list[Fields]) -> None:
        self._rooms = {
            room[key]: room["name"] for room in rooms for key in ("id", "guid", "slug")
            if room.get(key) and room.get("name")
        }  # fmt: skip
        self._speakers = {person["code"]: person for person in speakers if person.get("code")}

    def talk(self, talk: Mapping[str, Any], at: Source) -> Talk:
        found = _talk(talk, {}, at)
        room = found.fields.get("room", "")
        codes = [text_of(code) for code in _list(talk.get("speakers"))[:MOST_SPEAKERS]]
        speakers = [self._speakers.get(code, {"code": code}) for code in codes if code]
        fields = {**found.fields, "room": self._rooms.get(room, room)}
        return Talk(fields, (*found.speakers, *speakers), at)


def _talk(talk: Mapping[str, Any], under: Fields, at: Source) -> Talk:
    people = (*_list(talk.get("persons")), *_list(talk.get("participants")))
    speakers = [_fields(person) for person in people[:MOST_SPEAKERS]]
    return Talk({**under, **{k: v for k, v in _fields(talk).items() if v}}, speakers, at)


def _fields(value: object) -> Fields:
    """The texts of a record; of those in it that name something, its name."""
    found = {str(key): text_of(field) for key, field in _record(value).items()}
    for key, names in _NAMES.items():
        if inner := _record(_record(value).get(key)):
            texts = (text_of(inner.get(name)) for name in names)
            found[key] = next(filter(None, texts), "") or found[key]
    return found


def _record(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
