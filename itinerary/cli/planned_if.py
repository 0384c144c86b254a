"""What `plan` is to plan: for whom, without what, and as if what were so."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

import typer

from itinerary.cli.finding import find_meeting, find_people, find_venue
from itinerary.cli.opened import Opened
from itinerary.cli.output import refuse
from itinerary.cli.supposed import Supposed, absence
from itinerary.cli.when import read_instant
from itinerary.model import Meeting, Mission
from itinerary.names import fold
from itinerary.problems import Message, OneOf, say
from itinerary.times import Moment, Span, UnreadableError, read_length

FIELDS: Mapping[str, tuple[str, ...]] = {
    "venue": ("tables", "capacity"),
    "meeting": ("duration", "earliest", "latest", "priority", "status"),
    "who": ("away",),
}
"""What can be changed of what."""
EXAMPLES = (
    "'venue=b2b-hall tables=+2'",
    "'meeting=RV041 duration=15'",
    "'who=suhas away=2017-11-07..2017-11-08 12:00'",
)
_CHANGE = r"\s*(\w+)\s*=\s*(.*?\S)\s+(\w+)\s*=\s*(.*\S)\s*"


class Task(NamedTuple):
    """What is to be planned."""

    mission: Mission
    """As it is supposed to be, without what is dropped."""
    only: frozenset[str] | None = None
    """People, or everyone."""
    dropped: tuple[str, ...] = ()
    supposed: tuple[Message, ...] = ()


def task_of(opened: Opened, only: str | None, drops: Sequence[str], changes: Sequence[str]) -> Task:
    """All that a command asks for; exit 2 where something of it means nothing."""
    people = None if only is None else frozenset(p.id for p in find_people(opened, only))
    dropped = tuple(dict.fromkeys(find_meeting(opened, text).id for text in drops))
    supposed = Supposed(opened.mission)
    for text in changes:
        supposed = _changed(opened, supposed, text)
    mission = supposed.mission
    if dropped:
        held = {i: m for i, m in mission.meetings.items() if i not in dropped}
        mission = replace(mission, meetings=held)
    return Task(mission, people, dropped, supposed.said)


def _changed(opened: Opened, so_far: Supposed, text: str) -> Supposed:
    match = re.fullmatch(_CHANGE, text)
    kind = fold(match[1]) if match else ""
    if match is None or kind not in FIELDS:
        hint = opened.words.text("plan.if.form.hint", examples=OneOf(EXAMPLES))
        raise refuse(opened.words, say("plan.if.form", text=text), hint)
    name, field, value = match[2], fold(match[3]), match[4]
    if field not in FIELDS[kind]:
        fields = OneOf(f"{one}=" for one in FIELDS[kind])
        hint = opened.words.text("plan.if.field.hint", fields=fields)
        raise refuse(opened.words, say("plan.if.field", field=field, kind=kind), hint)
    if kind == "who":
        return absence(opened, so_far, name, value)
    change = _of_venue if kind == "venue" else _of_meeting
    return change(opened, so_far, name, (field, value))


def _of_venue(opened: Opened, so_far: Supposed, name: str, change: tuple[str, str]) -> Supposed:
    """More or fewer tables or places."""
    field, _ = change
    mission = so_far.mission
    venue = mission.venues[find_venue(opened, name).id]
    present = venue.tables if field == "tables" else venue.capacity
    number = _number(opened, (venue.name, present), change)
    if field == "tables":
        edited = venue._replace(tables=number)
        said = say("plan.if.tables", venue=venue.name, n=number)
    else:
        edited = venue._replace(capacity=number)
        said = say("plan.if.capacity", venue=venue.name, n=number)
    return so_far.then(replace(mission, venues={**mission.venues, venue.id: edited}), said, ())


def _number(opened: Opened, of: tuple[str, int | None], change: tuple[str, str]) -> int:
    """What is written, or that many more or fewer than there are, and never below none."""
    (name, present), (field, text) = of, change
    given = re.fullmatch(r"([+\-−]?)\s*(\d{1,6})", text)
    if given is None:
        raise _refuse(opened, "number", text=text, field=field)
    if given[1] and present is None:
        hint = opened.words.text("plan.if.unlimited.hint", field=field)
        raise refuse(opened.words, say("plan.if.unlimited", venue=name, field=field), hint)
    number = int(given[2])
    if not given[1]:
        return number
    return max(0, (present or 0) + (number if given[1] == "+" else -number))


def _of_meeting(opened: Opened, so_far: Supposed, name: str, change: tuple[str, str]) -> Supposed:
    field, text = change
    mission = so_far.mission
    meeting = mission.meetings[find_meeting(opened, name).id]
    edit, said = _EDITS[field](opened, meeting, text)
    asked = (
        {meeting.id: edit(mission.requests[meeting.id])} if meeting.id in mission.requests else {}
    )
    meetings = {**mission.meetings, meeting.id: edit(meeting)}
    changed = replace(mission, meetings=meetings, requests={**mission.requests, **asked})
    return so_far.then(changed, said, (*meeting.who.people, *meeting.counterpart.people))


Edit = tuple[Callable[[Meeting], Meeting], Message]


def _duration(opened: Opened, meeting: Meeting, text: str) -> Edit:
    try:
        length = read_length(text)
    except UnreadableError as fault:
        hint = opened.words.sentence(fault.hint) if fault.hint else ""
        raise refuse(opened.words, fault.message, hint) from None
    said = say("plan.if.duration", title=meeting.title, length=length)
    return lambda one: _lasting(one, length), said


def _lasting(meeting: Meeting, length: timedelta) -> Meeting:
    """What is pinned or planned begins when it did."""
    span = Span(meeting.span.start, meeting.span.start + length) if meeting.span else None
    return meeting._replace(duration=length, span=span)


def _earliest(opened: Opened, meeting: Meeting, text: str) -> Edit:
    at = read_instant(opened, text)
    said = say("plan.if.earliest", title=meeting.title, at=Moment(at, opened.mission.zone))
    return lambda one: one._replace(earliest=at), said


def _latest(opened: Opened, meeting: Meeting, text: str) -> Edit:
    at = read_instant(opened, text, end_of_day=True)
    said = say("plan.if.latest", title=meeting.title, at=Moment(at, opened.mission.zone))
    return lambda one: one._replace(latest=at), said


def _priority(opened: Opened, meeting: Meeting, text: str) -> Edit:
    if text not in ("1", "2", "3"):
        raise _refuse(opened, "priority", text=text)
    said = say("plan.if.of_priority", title=meeting.title, priority=int(text))
    return lambda one: one._replace(priority=int(text)), said


def _status(opened: Opened, meeting: Meeting, text: str) -> Edit:
    if fold(text) not in ("cancelled", "canceled"):
        raise _refuse(opened, "status", text=text)
    said = say("plan.if.cancelled", title=meeting.title)
    return lambda one: one._replace(status="cancelled"), said


_EDITS: Mapping[str, Callable[[Opened, Meeting, str], Edit]] = {
    "duration": _duration,
    "earliest": _earliest,
    "latest": _latest,
    "priority": _priority,
    "status": _status,
}


def _refuse(opened: Opened, fault: str, **args: object) -> typer.Exit:
    hint = opened.words.text(f"plan.if.{fault}.hint")
    return refuse(opened.words, Message(f"plan.if.{fault}", args), hint)
