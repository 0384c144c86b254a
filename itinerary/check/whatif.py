"""The mission as it would be: a journey late, an event dropped, someone away."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from itinerary.model import Absence, Mission, Who
from itinerary.model.origins import Columns, Origin
from itinerary.times import Span

ABSENT = Origin(Columns("--absent", {}), 0)
"""Where an absence stands that nobody has written down."""


def delayed(mission: Mission, journeys: Iterable[str], by: timedelta) -> Mission:
    """Journeys that leave and arrive so much later; earlier, if it is negative."""
    late = {
        name: (known := mission.journeys[name])._replace(
            span=Span(known.span.start + by, known.span.end + by)
        )
        for name in journeys
    }
    return replace(mission, journeys={**mission.journeys, **late})


def same_run(mission: Mission, journey: str) -> tuple[str, ...]:
    """Every row of one flight: the same number at the same time, for other people."""
    known = mission.journeys[journey]
    rows = mission.journeys.values()
    return tuple(j.id for j in rows if (j.number, j.span) == (known.number, known.span))


def dropped(mission: Mission, reference: str) -> Mission:
    """An event or a meeting cancelled, by a reference such as `event:signing`."""
    kind, _, name = reference.partition(":")
    if kind == "event":
        event = mission.events[name]._replace(status="cancelled")
        return replace(mission, events={**mission.events, name: event})
    meeting = mission.meetings[name]._replace(status="cancelled")
    return replace(mission, meetings={**mission.meetings, name: meeting})


def without_people(mission: Mission, text: str, people: tuple[str, ...], span: Span) -> Mission:
    """Some people away for a while; `text` is how they were named."""
    absence = Absence(Who(text, people), span, origin=ABSENT)
    return replace(mission, absences=(*mission.absences, absence))
