"""What an entry of an agenda says, as text in one language, before it is drawn."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model import Event, Journey, Meeting, Mission, Transfer
from itinerary.times import local
from itinerary.timetable import Entry, Item, Leg

NAMES_SHOWN = 3
MODES = ("walk", "car", "bus", "boat", "train")


class Card(NamedTuple):
    """One entry as a reader sees it; empty strings are left out of the drawing."""

    start: str
    end: str
    home_start: str
    home_end: str
    title: str
    place: str
    details: tuple[str, ...]
    marks: tuple[str, ...]
    """`optional`, `to be confirmed`."""
    clash: str
    leave: str
    """`09:05`: when to leave at the latest."""
    way: str
    """`25 min by car from A`."""
    free: str
    """`1 h 20 free`."""


class Cards:
    """Makes the cards of one mission in one language."""

    def __init__(self, mission: Mission, words: Words) -> None:
        self._mission = mission
        self._words = words

    def card(self, entry: Entry) -> Card:
        """The card of an entry."""
        item, words = entry.item, self._words
        leg = entry.leg
        return Card(
            *self.clocks(item),
            title=self._title(item),
            place=self._place(item),
            details=tuple(self._details(item)),
            marks=tuple(self._marks(entry)),
            clash=self._clash(entry),
            leave=f"{local(entry.leave_by, item.zone):%H:%M}" if entry.leave_by else "",
            way=self.way(leg) if leg and entry.leave_by else "",
            free=words.text("agenda.free", length=entry.free.length) if entry.free else "",
        )

    def way(self, leg: Leg) -> str:
        """`about 25 minutes by car from A`."""
        about = self._words.text("agenda.about") if leg.estimated else ""
        start = self._mission.venues[leg.start].name
        mode = self._mode(leg.mode)
        return self._words.text("agenda.way", n=leg.minutes, mode=mode, start=start, about=about)

    def _clash(self, entry: Entry) -> str:
        if entry.clashes:
            return self._words.text("agenda.clash")
        return self._words.text("agenda.late") if entry.is_late else ""

    def _mode(self, mode: str) -> str:
        """` by car`, ` on foot`; the mode as written where it is none of the usual ones."""
        if not mode:
            return ""
        known = mode.lower() if mode.lower() in MODES else "other"
        return self._words.text(f"agenda.mode.{known}", mode=mode)

    def clocks(self, item: Item) -> tuple[str, str, str, str]:
        """Start and end there, with the zone where it is not the mission's, and both at home."""
        start, end = local(item.span.start, item.zone), local(item.span.end, item.end_zone)
        names_zones = item.zone != self._mission.zone or item.end_zone != self._mission.zone
        home = [local(at, self._mission.home_zone) for at in item.span]
        return (
            self._clock(start, start, names_zones),
            self._clock(end, start, names_zones),
            self._clock(home[0], start, False),
            self._clock(home[1], home[0], False),
        )

    def _clock(self, at: datetime, day: datetime, names_zone: bool) -> str:
        days = (at.date() - day.date()).days
        later = f" {days:+d}" if days else ""
        zone = f" {at.tzname()}" if names_zone else ""
        return f"{at:%H:%M}{zone}{later}"

    def _title(self, item: Item) -> str:
        record = item.record
        if isinstance(record, Journey | Transfer):
            start, end = self._venue(record.start), self._venue(record.end)
            if start and end:
                return self._words.text("agenda.from_to", title=item.title, start=start, end=end)
        return item.title

    def _venue(self, venue: str) -> str:
        known = self._mission.venues.get(venue)
        return known.name if known else venue

    def _place(self, item: Item) -> str:
        known = self._mission.venues.get(item.place)
        if known is None or not item.is_stay:
            return ""
        table = item.record.table if isinstance(item.record, Meeting) else None
        parts = [known.name, known.address]
        if table is not None:
            parts.insert(1, self._words.text("agenda.table", number=table))
        return ", ".join(filter(None, parts))

    def _details(self, item: Item) -> Iterator[str]:
        record = item.record
        labelled = [*self._who(item), ("access", self._access(item))]
        if isinstance(record, Event):
            labelled += [("dress", record.dress), ("notes", record.notes), ("url", record.url)]
        if isinstance(record, Transfer):
            labelled.append(("driver", record.driver))
        if isinstance(record, Event | Meeting):
            names = interpreters(self._mission, record.resources)
            labelled += [("languages", ", ".join(record.languages)), ("interpreter", names)]
        for label, text in labelled:
            if text:
                yield self._words.text(f"agenda.{label}", text=" ".join(text.split()))

    def _access(self, item: Item) -> str:
        known = self._mission.venues.get(item.place)
        return known.access if known and item.is_stay else ""

    def _who(self, item: Item) -> Iterator[tuple[str, str]]:
        record = item.record
        if isinstance(record, Meeting):
            for who in (record.who, record.counterpart):
                yield "party", self._some(who.people)
        if isinstance(record, Event):
            yield "hosts", self._some(record.hosts.people)

    def _some(self, people: tuple[str, ...]) -> str:
        """The names, the first few of many."""
        names = tuple(self._named(person) for person in people[:NAMES_SHOWN])
        more = len(people) - NAMES_SHOWN
        if more <= 0:
            return ", ".join(names)
        return self._words.text("people.some", names=", ".join(names), more=more)

    def _named(self, person: str) -> str:
        known = self._mission.people[person]
        organisation = self._mission.organisations.get(known.organisation)
        if organisation is None or known.stands_for:
            return known.name
        return f"{known.name} ({organisation.name})"

    def _marks(self, entry: Entry) -> Iterator[str]:
        if not entry.is_required:
            yield self._words.text("agenda.optional")
        status = getattr(entry.item.record, "status", "confirmed")
        if status == "draft":
            yield self._words.text("agenda.draft")


def interpreters(mission: Mission, resources: tuple[str, ...]) -> str:
    """The names of the interpreters among resources: flags and loudspeakers tell nobody a thing."""
    found = (mission.resources[name] for name in resources if name in mission.resources)
    return ", ".join(known.name for known in found if known.kind == "interpreter")
