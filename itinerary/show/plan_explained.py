"""One meeting: where it is or why it is nowhere, and where else it could be."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from itinerary.locale import Words
from itinerary.model import Meeting, Mission
from itinerary.problems import Message
from itinerary.show.lines import BLANK, Line, line, wrapped
from itinerary.show.plan_json import placement_data
from itinerary.show.plan_text import INDENT, where


class Explained(NamedTuple):
    """What is known about a meeting."""

    mission: Mission
    meeting: Meeting
    reasons: tuple[Message, ...] = ()
    ways: tuple[Message, ...] = ()
    others: tuple[Meeting, ...] = ()
    """The meeting at other times and places that are free."""


def explained_data(one: Explained, words: Words) -> dict[str, Any]:
    """The same for a script."""
    here = placement_data(one.mission, one.meeting, {}) if one.meeting.span else None
    return {
        "mission": one.mission.id,
        "meeting": one.meeting.id,
        "placement": here,
        "reasons": [words.sentence(reason) for reason in one.reasons],
        "relaxations": [words.sentence(way) for way in one.ways],
        "others": [placement_data(one.mission, other, {}) for other in one.others],
    }


def explained_text(one: Explained, words: Words, width: int) -> Iterator[Line]:
    """Its title, its place, then each answer below its heading."""
    meeting = one.meeting
    yield from wrapped(f"{meeting.id}  {meeting.title}", width, "bold")
    if meeting.span:
        pinned = f" · {words.text('plan.pinned')}" if meeting.pinned else ""
        yield from wrapped(where(one.mission, meeting, words) + pinned, width)
    else:
        yield from wrapped(words.text("plan.homeless"), width, "yellow")
    others = tuple(where(one.mission, other, words) for other in one.others)
    sections = {
        "plan.why": tuple(map(words.sentence, one.reasons)),
        "plan.ways": tuple(map(words.sentence, one.ways)),
        "plan.others": others,
    }
    for heading, found in sections.items():
        if found:
            yield BLANK
            yield line(words.text(heading), "bold")
        for text in found:
            yield from wrapped(text, width, indent=INDENT)
