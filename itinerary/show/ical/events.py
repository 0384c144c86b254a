"""An item to the bytes of its VEVENT (RFC 5545 section 3.6.1)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from itinerary.model import Event
from itinerary.model.published import Gone
from itinerary.show.ical.details import is_draft
from itinerary.show.ical.drawn import CONFIRMED, END, TRANSPARENT, Drawn, Material, drawn
from itinerary.show.ical.lines import clean, escaped, folded, one_line, raw_line, text_line
from itinerary.show.ical.ways import Ways
from itinerary.timetable import Entry, Item, Leg

MANY = 8
"""People from which on some are likely to come the same way: then it is drawn once for all."""


class Frame(NamedTuple):
    """An item for all who are required, or for all who may come."""

    drawn: Drawn
    """Up to its description, and without an end."""
    title: str
    alone: bytes
    """The DESCRIPTION where nothing comes before it."""
    rest: bytes
    """The same as lines that go on with one."""


class Events:
    """Draws the items of one mission: each once, to which only the way of a person is added."""

    def __init__(self, material: Material, ways: Ways) -> None:
        self._material = material
        self._ways = ways
        self._frames: dict[tuple[Item, bool], Frame] = {}
        self._shared: dict[tuple[int, bool, Leg | None], Drawn] = {}

    def item(self, entry: Entry, rings: bool = True) -> Drawn:
        """The event of an item; for those who may come, it says so and keeps nobody busy."""
        if len(entry.item.people) < MANY or not rings:
            return self._drawn(entry, rings)
        key = id(entry.item), entry.is_required, entry.leg
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = self._drawn(entry, rings)
        return found

    def _drawn(self, entry: Entry, rings: bool) -> Drawn:
        key = entry.item, entry.is_required
        if key not in self._frames:
            self._frames[key] = self._frame(*key)
        event, title, alone, rest = self._frames[key]
        way = self._ways.line(entry)
        alarm = self._ways.alarm(entry, title) if rings else b""
        body = b"".join((event.body, way + rest if way else alone, alarm, END))
        return Drawn(event.head, body, event.zones, event.gone)

    def _frame(self, item: Item, is_required: bool) -> Frame:
        material, details = self._material, self._material.details
        ends = material.zones.ends(item.span, item.zone, item.end_zone)
        name, place, text = details.kind(item.id), "", ""
        if not material.style.redact:
            name, place = one_line(details.summary(item)), one_line(details.location(item))
            text = clean(details.description(item))
        title = name if is_required else one_line(f"{name} {material.words.text('ical.optional')}")
        lines = (
            raw_line("STATUS", "TENTATIVE") if is_draft(item) else CONFIRMED,
            ends.lines,
            b"" if is_required else TRANSPARENT,
            text_line("SUMMARY", title),
            *self._particulars(item, place),
        )
        gone = material.gone(item.id, name, item.span, place)
        event = drawn(gone, b"".join(lines), ends.zones)
        event = event._replace(body=event.body.removesuffix(END))
        alone = text_line("DESCRIPTION", text) if text else b""
        return Frame(event, title, alone, folded(b" \\n" + escaped(text)) if text else b"")

    def _particulars(self, item: Item, place: str) -> Iterator[bytes]:
        """All between the title and the description."""
        material, record = self._material, item.record
        if isinstance(record, Event) and record.audience == "private":
            yield raw_line("CLASS", "PRIVATE")
        if material.style.redact:
            return
        if item.place in material.mission.venues:
            yield text_line("LOCATION", place)
            yield material.pin(item.place)
        yield text_line("CATEGORIES", one_line(material.details.category(item)))
        if isinstance(record, Event) and (url := _web_address(record.url)):
            yield raw_line("URL", url)


def mission_event(material: Material) -> Drawn:
    """The mission itself on its days, for a calendar in which there is nothing else."""
    mission = material.mission
    after = min(mission.ends, date.max - timedelta(1)) + timedelta(1)
    start, end = (
        f"{name};VALUE=DATE:{day.isoformat().replace('-', '')}"
        for name, day in (("DTSTART", mission.starts), ("DTEND", after))
    )
    title = one_line(mission.title)
    lines = (
        CONFIRMED,
        *(folded(line.encode()) for line in (start, end)),
        text_line("SUMMARY", title),
        TRANSPARENT,
    )
    return drawn(Gone(material.uid(mission_id(material)), title, start, end, ""), b"".join(lines))


def mission_id(material: Material) -> str:
    return f"mission:{material.mission.id}"


def cancelled_event(material: Material, identity: str, gone: Gone) -> Drawn:
    """The event of something that is not any more, at least for this person."""
    title, location = one_line(gone.summary), one_line(gone.location)
    if material.style.redact:
        title, location = material.details.kind(identity), ""
    lines = (
        raw_line("STATUS", "CANCELLED"),
        *(folded(one_line(line).encode()) for line in (gone.start, gone.end)),
        text_line("SUMMARY", one_line(material.words.text("ical.cancelled", title=title))),
        TRANSPARENT,
        text_line("LOCATION", location) if location else b"",
    )
    return drawn(gone, b"".join(lines))


def _web_address(url: str) -> str:
    """An http(s) address without spaces or controls; anything else is left out."""
    plain = one_line(url).replace(" ", "%20")
    return plain if plain.lower().startswith(("http://", "https://")) else ""
