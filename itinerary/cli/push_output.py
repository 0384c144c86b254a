"""What was pushed, on standard output."""

import sys
from collections import Counter
from typing import Any

from itinerary.cli.opened import Opened
from itinerary.cli.output import draw, folded_to, write_json
from itinerary.cli.pushed import Pushed
from itinerary.publish.caldav_push import DONE, Result
from itinerary.publish.caldav_server import shown
from itinerary.show.lines import Line, line, wrapped


def draw_push(opened: Opened, pushed: Pushed, form: str) -> None:
    """Prints what was done, or would be, and each conflict with what to do about it."""
    if form == "json":
        write_json(push_data(opened, pushed))
    else:
        draw(push_text(opened, pushed))


def push_data(opened: Opened, pushed: Pushed) -> dict[str, Any]:
    """The same as data."""
    return {
        "mission": opened.mission.id,
        "url": shown(pushed.url),
        "dry_run": pushed.is_dry,
        "calendars": pushed.calendars,
        **_counts(pushed),
        "items": [_item(opened, result) for result in pushed.results],
    }


def push_text(opened: Opened, pushed: Pushed) -> list[Line]:
    """A line for each conflict, and for each thing that would be done; then the sum."""
    words, width = opened.words, folded_to(opened.options.width, sys.stdout)
    texts = [_told(opened, one) for one in pushed.results if one.conflict or pushed.is_dry]
    counts = [
        words.text(f"push.{did}", n=number) for did, number in _counts(pushed).items() if number
    ]
    done = ", ".join(counts) or words.text("push.nothing")
    key = "push.would" if pushed.is_dry else "push.sum"
    texts.append(words.text(key, n=pushed.calendars, done=done))
    if pushed.code:
        texts.append(words.text("push.conflict.hint"))
    return [part for text in texts for part in _lines(text, width)]


def _lines(text: str, width: int | None) -> list[Line]:
    return [*wrapped(text, width)] if width else [line(text)]


def _counts(pushed: Pushed) -> dict[str, int]:
    done = Counter(result.step.did for result in pushed.results if result.conflict is None)
    conflicts = sum(result.conflict is not None for result in pushed.results)
    return {**{did: done[did] for did in DONE}, "conflicts": conflicts}


def _item(opened: Opened, result: Result) -> dict[str, Any]:
    conflict = result.conflict and opened.words.sentence(result.conflict)
    return {
        "person": result.step.person,
        "resource": result.step.name,
        "title": result.step.title,
        "did": None if conflict else result.step.did,
        "conflict": conflict,
    }


def _told(opened: Opened, result: Result) -> str:
    step, words = result.step, opened.words
    person = opened.mission.people.get(step.person)
    name = person.name if person else step.person
    if result.conflict:
        return words.text("push.conflict", name=name, title=step.title, reason=result.conflict)
    return words.text(f"push.item.{step.did}", name=name, title=step.title)
