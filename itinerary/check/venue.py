"""Rule `venue`."""

from collections.abc import Iterator, Sequence

from itinerary.check.wording import item, place
from itinerary.problems import Problem, Severity, say
from itinerary.times import overlap
from itinerary.timetable import STAYS, Item, Timetable


def venue(timetable: Timetable) -> Iterator[Problem]:
    """One place is used for two things at the same time.

    Two events in one venue; an event in a room while meetings are held there; two meetings at
    once in a place without tables. Rooms of one house that are used side by side are venues of
    their own. Two meetings at one table are a matter of `table`.
    """
    venues = timetable.mission.venues
    has_events = {event.place for event in timetable.by_kind["event"]}
    at_venue: dict[str, list[Item]] = {}
    for slot, held in timetable.by_slot.items():
        is_at_tables = slot.place in venues and venues[slot.place].tables is not None
        if slot.kind in STAYS and slot.place and (slot.place in has_events or not is_at_tables):
            at_venue.setdefault(slot.place, []).extend(held)
    for name, items in at_venue.items():
        yield from _events(timetable, name, items)
        yield from _meetings(timetable, name, [i for i in items if i.kind == "meeting"])


def _events(timetable: Timetable, name: str, items: Sequence[Item]) -> Iterator[Problem]:
    """Each event against the events after it one by one, and against all meetings together."""
    events = [thing for thing in items if thing.kind == "event"]
    for number, event in enumerate(events):
        for other in events[number + 1 :]:
            if other.span.start >= event.span.end:
                break
            if overlap(event.span, other.span):
                yield _problem(timetable, name, event, [other])
        meetings = [i for i in items if i.kind == "meeting" and overlap(i.span, event.span)]
        if meetings:
            yield _problem(timetable, name, event, meetings)


def _meetings(timetable: Timetable, name: str, meetings: Sequence[Item]) -> Iterator[Problem]:
    """Where there are no tables, each meeting with those that are held at the same time."""
    if timetable.mission.venues[name].tables is not None:
        return
    running: list[Item] = []
    for later in meetings:
        running = [earlier for earlier in running if earlier.span.end > later.span.start]
        for earlier in running:
            if overlap(earlier.span, later.span):
                yield _problem(timetable, name, earlier, [later])
        running.append(later)


def _problem(timetable: Timetable, name: str, first: Item, others: list[Item]) -> Problem:
    message = say(
        "venue.room",
        venue=place(timetable.mission, name),
        first=item(first),
        second=item(others[0]) if len(others) == 1 else say("item.meetings", number=len(others)),
    )
    items = (first, *others)
    concerned = timetable.mission.in_protocol_order(set().union(*(i.required for i in items)))
    return Problem(
        "venue", Severity.ERROR, message, tuple(thing.at("venue") for thing in items), None,
        concerned, tuple(thing.id for thing in items),
    )  # fmt: skip
