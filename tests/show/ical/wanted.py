"""What the timed events of a calendar are to say, told from the timetable alone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256

from itinerary.locale import Words
from itinerary.model.published import Gone
from itinerary.show.ical import Travel
from itinerary.show.ical.details import Details
from itinerary.show.ical.drawn import uid_part
from itinerary.show.ical.lines import clean, one_line
from itinerary.times import Span, local
from itinerary.timetable import Entry, Item
from tests.show.ical.any_mission import Case
from tests.show.ical.readers import Seen

WORDS = Words()


def wanted(case: Case) -> list[Seen]:
    """All that a reader is to see of a calendar, the all-day event of the mission left out."""
    live = {identity: seen for entry in _entries(case) for identity, seen in _live(case, entry)}
    sent = case.sent or {}
    cancelled = {identity for identity, said in sent.items() if not said.is_live}
    cancelled |= sent.keys() - live.keys()
    gone = {identity: _cancelled(case, identity, live.get(identity)) for identity in cancelled}
    return sorted((live | gone).values())


def _entries(case: Case) -> Iterator[Entry]:
    if not case.person:
        return (Entry(item, is_required=True) for item in case.timetable.items)
    return (entry for day in case.timetable.days(case.person) for entry in day.entries)


def _uid(case: Case, identity: str) -> str:
    part = uid_part(identity)
    if case.style.redact:
        part = sha256(part.encode()).hexdigest()[:32]
    return f"{part}@{case.timetable.mission.id}.invalid"


def _live(case: Case, entry: Entry) -> Iterator[tuple[str, Seen]]:
    item, details = entry.item, Details(case.timetable.mission, WORDS)
    title = details.kind(item.id) if case.style.redact else one_line(details.summary(item))
    title = title if entry.is_required else one_line(f"{title} (optional)")
    leave = "" if case.style.travel is Travel.NONE else _leave(case, entry)
    place, text = one_line(details.location(item)), clean(details.description(item))
    if case.style.redact:
        place, text, leave = "", "", ""
    text = "\n".join(filter(None, (leave, text)))
    yield item.id, Seen(_uid(case, item.id), *item.span, title, place, text)
    if case.style.travel is Travel.ITEMS and entry.leg and entry.leave_by:
        yield f"travel:{item.id}", _way(case, entry, Span(entry.leave_by, item.span.start))


def _way(case: Case, entry: Entry, span: Span) -> Seen:
    identity, venues = f"travel:{entry.item.id}", case.timetable.mission.venues
    if case.style.redact or entry.leg is None:
        return Seen(_uid(case, identity), *span, "Travel", "", "")
    start = venues[entry.leg.start]
    where = ", ".join(filter(None, (start.name, start.address)))
    title = f"Way to {venues[entry.item.place].name}"
    return Seen(_uid(case, identity), *span, title, where, _leave(case, entry))


def _leave(case: Case, entry: Entry) -> str:
    """The fixture's venues have no rows in a travel table: every way is an estimate."""
    leg, at, item = entry.leg, entry.leave_by, entry.item
    if leg is None or at is None:
        return ""
    wall = _wall(at, item)
    start = case.timetable.mission.venues[leg.start].name
    unit = "minute" if leg.minutes == 1 else "minutes"
    return f"Leave at {wall}, about {leg.minutes} {unit} from {start}"


def _wall(at: datetime, item: Item) -> str:
    wall = local(at, item.zone)
    return f"{wall:%H:%M}" if wall.date() == item.day else f"{WORDS.day(wall.date())} {wall:%H:%M}"


def _cancelled(case: Case, identity: str, live: Seen | None) -> Seen:
    kind = Details(case.timetable.mission, WORDS).kind(identity)
    if live is None:
        gone = case.gone[identity]
        title, place = one_line(gone.summary), one_line(gone.location)
        uid, span = gone.uid, _span(gone)
    else:
        title, place = live.summary.removesuffix("(optional)"), live.location
        uid, span = live.uid, Span(live.start, live.end)
    if case.style.redact:
        title, place = kind, ""
    return Seen(uid, *span, one_line(f"Cancelled: {title}"), place, "")


def _span(gone: Gone) -> Span:
    return Span(*(_instant(line.rpartition(":")[2]) for line in (gone.start, gone.end)))


def _instant(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
