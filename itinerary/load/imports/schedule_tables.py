"""The schedule of a conference as our tables: venues, people, organisations and events."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from itinerary.load.imports.imported import Imported
from itinerary.load.imports.schedule import Fields, Schedule, Talk
from itinerary.load.imports.short_ids import digest, short_ids
from itinerary.load.imports.speakers import Speakers
from itinerary.load.imports.stamps import read_day, read_stamp, to_utc, written_times
from itinerary.load.imports.talk_times import Slot, TalkTimes, zone_of
from itinerary.load.imports.texts import LONGEST_NOTE, language_code, plain, web_address
from itinerary.model.tables import TextMission, TextTable
from itinerary.problems import Problem, say, warning
from itinerary.times import local

_EVENTS = (
    "id", "title", "kind", "date", "start", "end", "zone", "venue", "who", "status", "language",
    "notes", "url",
)  # fmt: skip
_VENUES = ("id", "name", "capacity", "zone")
_STATUSES = {
    "confirmed": "confirmed",
    "published": "confirmed",
    "accepted": "draft",
    "submitted": "draft",
    "draft": "draft",
    "tentative": "draft",
    "canceled": "cancelled",
    "cancelled": "cancelled",
    "withdrawn": "cancelled",
    "rejected": "cancelled",
}
_CANCELLED = ("CANCELLED", "CANCELED", "[CANCELLED]", "[CANCELED]", "(CANCELLED)", "(CANCELED)")
_Row = tuple[str, ...]


def tables_of(schedule: Schedule, zone: str) -> Imported:
    """The tables; rows are sorted, so that the order of the file says nothing."""
    problems: list[Problem] = []
    here = zone_of(schedule, zone, problems)
    tables = _Tables(schedule, "" if zone in ("", here) else here)
    times = TalkTimes(schedule.conference, here, problems)
    found = [(talk, slot) for talk in schedule.talks if (slot := times.slot(talk))]
    rows = tables.events(found, here, problems)
    made = [TextTable("venues", _VENUES, tables.venues()), *tables.speakers.tables()]
    made.append(TextTable("events", _EVENTS, rows))
    settings = _settings(schedule.conference, here, [slot for _, slot in found])
    mission = TextMission(settings, {table.name: table for table in made if table.rows})
    return Imported(mission, tuple(problems))


def _settings(conference: Fields, zone: str, slots: Sequence[Slot]) -> Mapping[str, object]:
    days = [local(slot.start, zone).date() for slot in slots]
    first = _day(conference.get("start", ""), zone) or min(days, default=None)
    last = _day(conference.get("end", ""), zone) or max(days, default=None)
    if last and any(slot.is_small_hours and day - last == timedelta(1)
                    for slot, day in zip(slots, days, strict=True)):  # fmt: skip
        last += timedelta(1)
    found: dict[str, object] = {"title": plain(conference.get("title", "")), "zone": zone}
    found |= {"starts": first, "ends": last} if first and last and first <= last else {}
    return {name: value for name, value in found.items() if value}


def _day(text: str, zone: str) -> date | None:
    stamp = read_stamp(text)
    return local(to_utc(stamp), zone).date() if stamp and stamp.tzinfo else read_day(text)


class _Tables:
    """The rows of one schedule."""

    def __init__(self, schedule: Schedule, zone: str) -> None:
        self._zone = zone
        """To be written in a cell; empty where it is the mission's."""
        self._schedule = schedule
        self.speakers = Speakers([person for talk in schedule.talks for person in talk.speakers])
        names = {plain(room.get("name", "")) for room in schedule.rooms}
        names |= {plain(talk.fields.get("room", "")) for talk in schedule.talks}
        self._rooms = short_ids(names - {""})

    def venues(self) -> tuple[_Row, ...]:
        sizes = {
            plain(room.get("name", "")): room.get("capacity", "") for room in self._schedule.rooms
        }
        return tuple(
            (identity, name, _whole(sizes.get(name, "")), self._zone)
            for name, identity in sorted(self._rooms.items())
        )

    def events(
        self, found: Sequence[tuple[Talk, Slot]], zone: str, problems: list[Problem]
    ) -> tuple[_Row, ...]:
        ids = _ids(found)
        rows = {
            (slot.start, ids[place], place): self._event(talk, slot, zone, problems)
            for place, (talk, slot) in enumerate(found)
        }
        return tuple(dict.fromkeys((key[1], *rows[key]) for key in sorted(rows)))

    def _event(self, talk: Talk, slot: Slot, zone: str, problems: list[Problem]) -> _Row:
        fields = talk.fields
        title = plain(fields.get("title", ""))
        times = written_times(slot.start, slot.end, zone)
        if not times.is_whole:
            message = say("foreign.long", title=title)
            problems.append(warning("time", message, talk.cell("duration")))
        spoken = language_code(fields.get("language", ""))
        if spoken is None:
            message = say("value.language", text=fields["language"])
            problems.append(warning("value", message, talk.cell("language")))
        venue = self._rooms.get(plain(fields.get("room", "")), "")
        notes = fields.get("abstract") or fields.get("description") or fields.get("subtitle", "")
        return (
            title or venue or "?", plain(fields.get("type", "")), *times[:3],
            "" if venue else self._zone, venue, self.speakers.who(talk.speakers),
            _status(talk, title, problems), spoken or "", plain(notes, LONGEST_NOTE),
            web_address(fields.get("url", ""), self._schedule.conference.get("base_url", "")),
        )  # fmt: skip


def _ids(found: Sequence[tuple[Talk, Slot]]) -> list[str]:
    """An id for each talk; where one is on twice, its start is part of it."""
    keys = [_key(talk.fields) for talk, _ in found]
    short = short_ids(keys, "talk-")
    different = {(key, slot.start, talk.fields.get("room", ""))
                 for key, (talk, slot) in zip(keys, found, strict=True)}  # fmt: skip
    times = Counter(key for key, _, _ in different)
    ids: list[str] = []
    for key, (talk, slot) in zip(keys, found, strict=True):
        more = f"{slot.start:%Y%m%d%H%M}{talk.fields.get('room', '')}"
        ids.append(f"{short[key]}-{digest(more, 6)}" if times[key] > 1 else short[key])
    return ids


def _key(fields: Fields) -> str:
    given = (fields.get(name, "").strip() for name in ("guid", "code", "id", "slug"))
    return next(filter(None, given), "") or f"{fields.get('title', '')} {fields.get('date', '')}"


def _whole(text: str) -> str:
    number = text.removesuffix(".0")
    return number if number.isascii() and number.isdigit() and len(number) < 7 else ""


def _status(talk: Talk, title: str, problems: list[Problem]) -> str:
    """What the schedule says; a title that begins with CANCELLED is taken at its word."""
    fields = talk.fields
    said = (fields.get("status") or fields.get("state", "")).strip().lower()
    if "true" in (fields.get("cancelled", ""), fields.get("canceled", "")):
        return "cancelled"
    if title.startswith(_CANCELLED):
        message = say("foreign.cancelled", title=title)
        problems.append(warning("guess", message, talk.cell("title")))
        return "cancelled"
    return _STATUSES.get(said, "")
