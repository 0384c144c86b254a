"""A mission as a person would tell it who has read the workbook."""

from collections.abc import Iterator

from itinerary.model import Event, Mission
from itinerary.times import local


def told(mission: Mission) -> str:
    """Each event on the clock of its place, with its status and people; then the people."""
    events = sorted(mission.events.values(), key=lambda e: (e.spans[0].start, e.title))
    lines = [*(line for event in events for line in _event(mission, event)), *_people(mission)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _event(mission: Mission, event: Event) -> Iterator[str]:
    venue = mission.venues[event.venue].name if event.venue else "nowhere"
    names = ", ".join(mission.people[person].name for person in event.who.people)
    for span in event.spans:
        start, end = (local(moment, event.zone) for moment in span)
        yield f"{start:%a %d %H:%M}-{end:%H:%M} {event.title} @ {venue} [{event.status}]: {names}"


def _people(mission: Mission) -> Iterator[str]:
    for person in mission.people.values():
        known = mission.organisations.get(person.organisation)
        about = (person.role, known.name if known else "", "+".join(person.groups), person.phone)
        yield " / ".join((person.name, *about))
