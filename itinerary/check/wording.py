"""How a rule names things: people and items as they stand in a sentence."""

from collections.abc import Iterable, Iterator

from itinerary.model import Mission
from itinerary.problems import Message, Problem, Severity, Source, say
from itinerary.times import Moment
from itinerary.timetable import Item, Timetable

NAMES_SHOWN = 3


def people(mission: Mission, ids: Iterable[str]) -> Message:
    """`Jean Roatta`, `A, B and C`, or `A, B, C and 37 more`, in protocol order."""
    names = tuple(mission.people[identity].name for identity in ids)
    if len(names) <= NAMES_SHOWN + 1:
        return say("people.all", names=names)
    return say("people.some", names=", ".join(names[:NAMES_SHOWN]), more=len(names) - NAMES_SHOWN)


def item(thing: Item) -> Message:
    """The title and when it starts."""
    return say("item.at", title=thing.title, start=Moment(thing.span.start, thing.zone))


def until(thing: Item) -> Message:
    """The title and when it ends, on the clocks there."""
    return say("item.until", title=thing.title, end=Moment(thing.span.end, thing.end_zone))


def place(mission: Mission, venue: str) -> str:
    """The name of a venue."""
    return mission.venues[venue].name if venue in mission.venues else venue


def by_need(
    timetable: Timetable, concerned: Iterable[str], items: tuple[Item, ...]
) -> Iterator[tuple[Severity, tuple[str, ...]]]:
    """The people in protocol order: those required everywhere are an error, others a warning."""
    everyone = timetable.mission.in_protocol_order(set(concerned))
    required = tuple(p for p in everyone if all(p in thing.required for thing in items))
    others = tuple(p for p in everyone if p not in set(required))
    if required:
        yield Severity.ERROR, required
    if others:
        yield Severity.WARNING, others


def clash(
    code: str, need: tuple[Severity, tuple[str, ...]], message: Message, items: tuple[Item, ...],
    at: tuple[Source, ...],
) -> Problem:  # fmt: skip
    """A problem that concerns people at items."""
    severity, concerned = need
    refs = tuple(thing.id for thing in items)
    return Problem(code, severity, message, at, None, concerned, refs)
