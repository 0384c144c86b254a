"""A calendar as events: its entries, where they are held, and who is invited."""

from collections import Counter
from collections.abc import Sequence
from datetime import time, timedelta

from itinerary.load.imports.absences import is_private
from itinerary.load.imports.content_lines import Component, Value
from itinerary.load.imports.imported import MOST_ROWS, refusal
from itinerary.load.imports.occurrences import Occurrence
from itinerary.load.imports.short_ids import digest, short_ids
from itinerary.load.imports.stamps import written_times
from itinerary.load.imports.texts import LONGEST_NOTE, plain, web_address
from itinerary.model.tables import TextTable
from itinerary.problems import Problem, Source, say, warning
from itinerary.times import nearest_instant

_COLUMNS = (
    "id", "title", "date", "start", "end", "venue", "who", "optional", "status", "notes", "url",
)  # fmt: skip
_STATUSES = {"TENTATIVE": "draft", "CANCELLED": "cancelled", "CONFIRMED": "confirmed"}
_NOBODY = ("calendar.google.com", "resource.calendar.google.com")
"""Domains of rooms and of calendars that are shared."""
_NO_PEOPLE = ("ROOM", "RESOURCE")
_MOST_PEOPLE = 500


class Guest:
    """Somebody an entry names: by address or, without one, by name."""

    def __init__(self, value: Value) -> None:
        given = value.parameters
        address = plain(value.text.strip())
        mail = address[7:] if address.lower().startswith("mailto:") else address
        self.mail = mail.lower() if mail.count("@") == 1 and " " not in mail else ""
        self.name = plain(given.get("CN", "")) or self.mail
        self.key = self.mail or self.name
        role, part = given.get("ROLE", "").upper(), given.get("PARTSTAT", "").upper()
        self.is_optional = role == "OPT-PARTICIPANT"
        self.comes = (
            bool(self.key) and role != "NON-PARTICIPANT" and part != "DECLINED"
            and given.get("CUTYPE", "").upper() not in _NO_PEOPLE
            and not self.mail.endswith(_NOBODY)
        )  # fmt: skip


class Entries:
    """The tables of the occurrences of a calendar."""

    def __init__(self, file: str, occurrences: Sequence[Occurrence], zone: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._zone = zone
        self._occurrences = occurrences
        self._guests = {id(o.entry): _guests(o.entry) for o in occurrences}
        everybody = {g.key: g for guests in self._guests.values() for g in guests}
        if len(everybody) > MOST_ROWS:
            raise refusal(file, say("foreign.many", file=file))
        self._people = everybody
        self._ids = short_ids(everybody)
        places = {_place(o.entry) for o in occurrences} - {""}
        self._venues = short_ids(places)

    def tables(self) -> list[TextTable]:
        people = tuple(sorted((self._ids[k], g.name, g.mail) for k, g in self._people.items()))
        venues = tuple((made, name) for name, made in sorted(self._venues.items()))
        return [
            TextTable("venues", ("id", "name"), venues),
            TextTable("people", ("id", "name", "email"), people),
            TextTable("events", _COLUMNS, self._events()),
        ]

    def _events(self) -> tuple[tuple[str, ...], ...]:
        ids = _ids(self._occurrences)
        rows = zip(ids, self._occurrences, strict=True)
        return tuple(dict.fromkeys((made, *self._event(o)) for made, o in rows))

    def _event(self, occurrence: Occurrence) -> tuple[str, ...]:
        entry, private = occurrence.entry, is_private(occurrence.entry)
        title = "private" if private else plain(entry.text("SUMMARY")) or "busy"
        guests = self._guests[id(entry)]
        times = self._times(occurrence, title)
        return (
            title, *times, self._venues.get(_place(entry), ""),
            self._who(guests, False), self._who(guests, True),
            _STATUSES.get(entry.text("STATUS").strip().upper(), ""),
            "" if private else plain(entry.text("DESCRIPTION"), LONGEST_NOTE),
            "" if private else web_address(entry.value("URL").text),
        )  # fmt: skip

    def _times(self, occurrence: Occurrence, title: str) -> tuple[str, str, str]:
        """Whole days are from midnight to midnight; what lasts no time has no end."""
        span = occurrence.span
        if occurrence.days:
            bounds = (occurrence.day, occurrence.day + timedelta(occurrence.days))
            start, end = (nearest_instant(day, time(), self._zone) for day in bounds)
        else:
            start, end = span
        cells = written_times(start, end, self._zone)
        at = Source(self._file, occurrence.entry.row, "DTEND")
        if not cells.is_whole:
            self.problems.append(warning("time", say("foreign.long", title=title), at))
        if not cells.end:
            self.problems.append(warning("time", say("foreign.no_end", title=title), at))
        return cells.date, cells.start, cells.end

    def _who(self, guests: Sequence[Guest], optional: bool) -> str:
        keys = {guest.key for guest in guests if guest.is_optional == optional}
        return "; ".join(sorted(self._ids[key] for key in keys))


def _ids(occurrences: Sequence[Occurrence]) -> list[str]:
    """Of a series each day has its own, by the day of the rule: it stays where one is moved."""
    keys = [o.entry.text("UID").strip() or plain(o.entry.text("SUMMARY")) for o in occurrences]
    short = short_ids(keys, "event-")
    ids = [
        f"{short[key]}-{o.repeats}" if o.repeats else short[key]
        for key, o in zip(keys, occurrences, strict=True)
    ]
    shared = Counter(ids)
    more = [digest(f"{o.span.start} {o.entry.text('SUMMARY')}", 6) for o in occurrences]
    pairs = zip(ids, more, strict=True)
    return [f"{made}-{tail}" if shared[made] > 1 else made for made, tail in pairs]


def _place(entry: Component) -> str:
    return "" if is_private(entry) else plain(entry.text("LOCATION"))


def _guests(entry: Component) -> list[Guest]:
    if is_private(entry):
        return []
    values = (*entry.all("ATTENDEE"), *entry.all("ORGANIZER"))[:_MOST_PEOPLE]
    guests = [Guest(value) for value in values]
    away = {guest.key for guest in guests if not guest.comes}
    found: dict[str, Guest] = {}
    for guest in guests:
        if guest.comes and guest.key not in away:
            found.setdefault(guest.key, guest)
    return [*found.values()]
