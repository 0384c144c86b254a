"""Another time: the smallest shifts that keep everyone free, for whatever we run ourselves."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from itinerary.check.repairs.changes import Change, moved, placed, respanned
from itinerary.check.repairs.rooms import at_table, free_rooms
from itinerary.check.repairs.scenes import Candidate, Scene
from itinerary.check.wording import item as titled
from itinerary.model import Meeting
from itinerary.problems import Message, say
from itinerary.times import Moment, Span, local, nearest_instant
from itinerary.timetable import Item

STEP = timedelta(minutes=5)
FURTHEST = {"event": timedelta(hours=3), "transfer": timedelta(hours=8)}
"""How far something is moved at most; a ride goes with the flight it waits for."""
DAY = timedelta(1)
MOST = 8
"""Times of one item that are worth a trial."""
NEAR, FAR = timedelta(minutes=30), timedelta(minutes=15)
"""Up to the one every step is tried, then only each of the other, where a step says little."""
_OF_SPANS = frozenset({"closed", "late-leg", "long-day", "meal", "rest"})
"""Rules whose items may lie apart, so that nobody knows how far one has to move."""
_TIMELESS = frozenset({"declined", "language", "nobody", "promise", "quorum", "unconfirmed"})
"""Rules that another time does not satisfy, or only puts off."""
SHORTEST = timedelta(minutes=15)
MORNING, NIGHT = timedelta(hours=7), timedelta(hours=23)
"""On the clocks there; what we run is not moved to before one or after the other."""


def other_times(scene: Scene) -> Iterator[Candidate]:
    """Each of the items at other times, or ending earlier."""
    most = None if scene.problem.code in _OF_SPANS else MOST
    for item in scene.items if scene.problem.code not in _TIMELESS else ():
        if scene.problem.code == "outside":
            yield from _other_days(scene, item)
        elif isinstance(item.record, Meeting):
            yield from islice(_slots(scene, item, item.record), MOST)
        elif item.kind != "journey":
            yield from islice(_shifts(scene, item), most)
            yield from _shorter(scene, item)


def _shifts(scene: Scene, item: Item) -> Iterator[Candidate]:
    for by in _lengths(scene, item):
        for shift in (by, -by):
            span = Span(item.span.start + shift, item.span.end + shift)
            if _is_possible(scene, item, span):
                yield from _moved(item, shift)


def _lengths(scene: Scene, item: Item) -> Iterator[timedelta]:
    is_sparse = scene.problem.code in _OF_SPANS
    for number in range(1, FURTHEST[item.kind] // STEP + 1):
        by = number * STEP
        if not is_sparse or by <= NEAR or not by % FAR:
            yield by


def _is_possible(scene: Scene, item: Item, span: Span) -> bool:
    if item.is_stay and not _is_by_day(scene, item, span):
        return False
    is_room_free = not item.is_stay or scene.is_room_free(item.place, None, span, item)
    is_clear = scene.problem.code == "closed" or scene.is_clear(item, span)
    return is_clear and is_room_free and scene.is_free(item.required, span, item)


def _is_by_day(scene: Scene, item: Item, span: Span) -> bool:
    """Whether a span lies on a day of the mission, and is not at night where the item is not."""
    begins, ends = _clock(item.span, item.zone)
    start, end = _clock(span, item.zone)
    is_within = scene.mission.starts <= local(span.start, item.zone).date() <= scene.mission.ends
    return is_within and start >= min(MORNING, begins) and end <= max(NIGHT, ends)


def _clock(span: Span, zone: str) -> tuple[timedelta, timedelta]:
    """What the clocks show at both ends, from the midnight before it begins."""
    start, end = (local(at, zone).replace(tzinfo=None) for at in span)
    midnight = start.replace(hour=0, minute=0, second=0)
    return start - midnight, end - midnight


def _moved(item: Item, shift: timedelta, order: timedelta | None = None) -> Iterator[Candidate]:
    change = moved(item, shift)
    if change and change.is_writable:
        start = Moment(item.span.start + shift, item.zone)
        said = say("repair.move", item=titled(item), start=start, table="")
        told = frozenset(item.people)
        yield Candidate(said, change, item.id, told, shift=abs(shift) if order is None else order)


def _slots(scene: Scene, item: Item, meeting: Meeting) -> Iterator[Candidate]:
    """Times at which meetings are held, the nearest first, with a table that is free then."""
    own = item.span.start
    starts = {other.span.start for other in scene.timetable.items if other.kind == "meeting"}
    starts |= {own + number * meeting.duration for number in range(-6, 7)}
    for start in sorted(starts - {own}, key=lambda at: (abs(at - own), at)):
        span = Span(start, start + item.span.length)
        if not _is_within(meeting, span) or not _is_by_day(scene, item, span):
            continue
        if not scene.is_free(item.required, span, item):
            continue
        for venue, table in islice(free_rooms(scene, item, meeting, span), 1):
            change = placed(item._replace(place=venue), meeting, start, table)
            if change.is_writable:
                when = Moment(start, item.zone)
                said = say("repair.move", item=titled(item), start=when, table=at_table(table))
                told, shift = frozenset(item.people), abs(start - own)
                yield Candidate(said, change, item.id, told, shift=shift)


def _is_within(meeting: Meeting, span: Span) -> bool:
    """Whether a span lies in the window that the request asks for."""
    is_early = meeting.earliest is not None and span.start < meeting.earliest
    is_late = meeting.latest is not None and span.end > meeting.latest
    return not is_early and not is_late


def _shorter(scene: Scene, item: Item) -> Iterator[Candidate]:
    """The event ending or beginning just in time for the other, at least half of it left."""
    for other in scene.items:
        least = max(SHORTEST, item.span.length / 2)
        end = _floor(other.span.start - _way(scene, item.end_place, other.place))
        begin = _ceiling(other.span.end + _way(scene, other.end_place, item.place))
        if other is not item and item.span.start + least <= end < item.span.end:
            said = say("repair.end", item=titled(item), end=Moment(end, item.zone))
            change = respanned(item, Span(item.span.start, end))
            yield from _cut(said, change, item, item.span.end - end)
        if other is not item and item.span.start < begin <= item.span.end - least:
            said = say("repair.begin", item=titled(item), start=Moment(begin, item.zone))
            change = respanned(item, Span(begin, item.span.end))
            yield from _cut(said, change, item, begin - item.span.start)


def _cut(said: Message, change: Change | None, item: Item, by: timedelta) -> Iterator[Candidate]:
    if change and change.is_writable:
        yield Candidate(said, change, item.id, frozenset(item.people), shift=by)


def _way(scene: Scene, start: str, end: str) -> timedelta:
    """The way between two places, slack included."""
    leg = scene.timetable.legs.between(start, end)
    return timedelta(minutes=leg.minutes + scene.mission.settings.slack_minutes if leg else 0)


def _floor(at: datetime) -> datetime:
    return at - (at - datetime.min.replace(tzinfo=UTC)) % STEP


def _ceiling(at: datetime) -> datetime:
    return _floor(at + STEP - timedelta.resolution)


def _other_days(scene: Scene, item: Item) -> Iterator[Candidate]:
    """The days of the mission at the same hour, those first whose date reads alike."""
    mission = scene.mission
    days = [mission.starts + n * DAY for n in range((mission.ends - mission.starts).days + 1)]
    order = sorted(days, key=lambda day: (_unlike(item.day, day), abs(day - item.day)))
    clock = local(item.span.start, item.zone).time()
    for place, day in enumerate(order):
        start = nearest_instant(day, clock, item.zone)  # the clocks may change between the two
        yield from _moved(item, start - item.span.start, order=place * DAY)


def _unlike(written: date, day: date) -> int:
    """Day and month exchanged, or the day alone right, are likelier slips than any other."""
    if (written.day, written.month) == (day.month, day.day):
        return 0
    return 1 if written.day == day.day else 2
