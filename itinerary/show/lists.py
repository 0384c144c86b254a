"""Who is expected at an event, in protocol order."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from itinerary.locale import Words
from itinerary.model import Event, Mission
from itinerary.show.lines import Column, Line, Part, line, row, wrapped
from itinerary.show.problems_tables import plain_cell
from itinerary.times import Moment, local

NAME = 40
"""Characters of a name that a list for a terminal shows."""
_COLUMNS = ("name", "organisation", "role", "as", "languages", "diet", "answer")


def roster_data(mission: Mission, event: Event) -> dict[str, Any]:
    """The event and its people; `as` is host, required or optional."""
    return {
        "event": {
            "id": event.id,
            "title": event.title,
            "spans": [[local(at, event.zone).isoformat() for at in span] for span in event.spans],
            "venue": event.venue,
        },
        "people": [{"id": identity, **known} for identity, known in _rows(mission, event)],
    }


def roster_csv(mission: Mission, event: Event) -> str:
    """A table for a spreadsheet."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for _, known in _rows(mission, event):
        writer.writerow({name: plain_cell(value) for name, value in known.items()})
    return "\ufeff" + out.getvalue()


def roster_text(mission: Mission, event: Event, words: Words, width: int) -> Iterator[Line]:
    """A heading and a table of people."""
    rows = _rows(mission, event)
    yield from wrapped(event.title, width, "bold")
    for span in event.spans:
        end = local(span.end, event.zone)
        yield line(f"{words.shown(Moment(span.start, event.zone))}–{end:%H:%M}")
    if event.venue:
        yield from wrapped(mission.venues[event.venue].name, width)
    yield line(words.text("roster.count", n=len(rows)), "dim")
    most = min(NAME, width // 2, max((len(known["name"]) for _, known in rows), default=0))
    for _, known in rows:
        part = "" if known["as"] == "required" else known["as"]
        notes = [words.text(f"roster.{note}") for note in (part, known["answer"]) if note]
        name = Column(_cut(known["name"], most), most)
        content = [Part(known["organisation"], "dim"), *(Part(f"  {note}") for note in notes)]
        yield from row([name], content, width)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _rows(mission: Mission, event: Event) -> list[tuple[str, dict[str, str]]]:
    hosts, required = set(event.hosts.people), set(event.who.people)
    everyone = mission.in_protocol_order(hosts | required | set(event.optional.people))
    rows: list[tuple[str, dict[str, str]]] = []
    for identity in everyone:
        person = mission.people[identity]
        organisation = mission.organisations.get(person.organisation)
        part = "host" if identity in hosts else "required" if identity in required else "optional"
        values = (
            person.name, organisation.name if organisation else "", person.role, part,
            ";".join(person.languages), person.diet, _answer(mission, identity, event),
        )  # fmt: skip
        rows.append((identity, dict(zip(_COLUMNS, values, strict=True))))
    return rows


def _answer(mission: Mission, person: str, event: Event) -> str:
    """What was said to the invitation; to those of a repeated event, the one thing said of all."""
    days = (f"@{local(span.start, event.zone):%Y-%m-%d}" for span in event.spans)
    ids = [f"event:{event.id}{day if event.repeat else ''}" for day in days]
    found = {mission.answers.get((person, item)) for item in ids}
    said = {answer.answer if answer else "" for answer in found}
    return said.pop() if len(said) == 1 else ""
