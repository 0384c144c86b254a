"""The way to an item: when to leave, the alarm, and an event of its own."""

from datetime import datetime, timedelta

from itinerary.show.cards import Cards
from itinerary.show.ical.drawn import CONFIRMED, TRANSPARENT, Drawn, Material, drawn
from itinerary.show.ical.lines import escaped, folded, one_line, raw_line, text_line
from itinerary.show.ical.style import Travel
from itinerary.show.ical.zones import SHORTEST
from itinerary.times import Moment, Span, local
from itinerary.timetable import Entry, Item, Leg


class Ways:
    """Draws the ways of one mission; people who come from the same place share one."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._cards = Cards(material.mission, material.words)
        self._ways: dict[Leg, str] = {}
        self._leaves: dict[tuple[Item, Leg], str] = {}
        self._lines: dict[tuple[Item, Leg], bytes] = {}
        style = material.style
        self._is_told = style.travel is not Travel.NONE and not style.redact
        rings = style.alarms is not None and style.alarms.at_leave
        self.are_wanted = self._is_told or rings or style.travel is Travel.ITEMS

    def line(self, entry: Entry) -> bytes:
        """The begin of a DESCRIPTION, whole lines with which more can go on; else nothing."""
        if entry.leg is None or entry.leave_by is None or not self._is_told:
            return b""
        key = entry.item, entry.leg
        if key not in self._lines:
            text = self._leave(entry.item, entry.leg, entry.leave_by)
            self._lines[key] = folded(b"DESCRIPTION:" + escaped(text))
        return self._lines[key]

    def alarm(self, entry: Entry, title: str) -> bytes:
        """What rings for those who are expected; for those who may come, nothing does."""
        style = self._material.style
        if style.alarms is None or not entry.is_required:
            return b""
        before, text = style.alarms.before, title
        if style.alarms.at_leave and entry.leg and entry.leave_by:
            before = entry.item.span.start - entry.leave_by
            if not style.redact:
                text = self._leave(entry.item, entry.leg, entry.leave_by)
        return b"".join((
            b"BEGIN:VALARM\r\nACTION:DISPLAY\r\n",
            raw_line("TRIGGER", f"-PT{before // timedelta(minutes=1)}M"),
            text_line("DESCRIPTION", text),
            b"END:VALARM\r\n",
        ))  # fmt: skip

    def event(self, entry: Entry) -> Drawn | None:
        """The way as an event from when to leave, slack included, where that is wanted.

        Ways to one item differ from person to person, but what is kept of it for when it is
        gone is kept once for all: it is then at the minute before the item.
        """
        item, leg, leave_by = entry.item, entry.leg, entry.leave_by
        if self._material.style.travel is not Travel.ITEMS or leg is None or leave_by is None:
            return None
        start = item.span.start
        ends = self._material.zones.ends(Span(leave_by, start), item.zone, item.zone)
        title = self._title(item)
        lines = (
            CONFIRMED,
            ends.lines,
            b"" if entry.is_required else TRANSPARENT,
            text_line("SUMMARY", title),
            *(() if self._material.style.redact else self._from(item, leg, leave_by)),
        )
        gone = self._material.gone(way_id(item), title, Span(start - SHORTEST, start))
        return drawn(gone, b"".join(lines), ends.zones)

    def _title(self, item: Item) -> str:
        if self._material.style.redact:
            return self._material.details.kind(way_id(item))
        place = self._material.mission.venues[item.place].name
        return one_line(self._material.words.text("ical.way_to", place=place))

    def _from(self, item: Item, leg: Leg, leave_by: datetime) -> tuple[bytes, ...]:
        venue = self._material.mission.venues[leg.start]
        return (
            text_line("LOCATION", one_line(", ".join(filter(None, (venue.name, venue.address))))),
            self._material.pin(leg.start),
            text_line("CATEGORIES", self._material.details.kind(way_id(item))),
            text_line("DESCRIPTION", self._leave(item, leg, leave_by)),
        )

    def _leave(self, item: Item, leg: Leg, leave_by: datetime) -> str:
        """When to leave and how one goes; with the day, where that is another."""
        if (item, leg) not in self._leaves:
            wall = local(leave_by, item.zone)
            at = wall.time() if wall.date() == item.day else Moment(leave_by, item.zone)
            if leg not in self._ways:
                self._ways[leg] = self._cards.way(leg)
            way = self._ways[leg]
            text = self._material.words.text("ical.leave", at=at, way=way)
            self._leaves[item, leg] = one_line(text)
        return self._leaves[item, leg]


def way_id(item: Item) -> str:
    return f"travel:{item.id}"
