"""A conference made for the tests, and the two ways in which its schedule is written."""

import json
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

ZONE = "Europe/Berlin"
ROOMS = [f"Saal {number}" for number in range(1, 13)]
SPEAKERS = [f"Speaker {number}" for number in range(1, 81)]
_FIRST = datetime(2017, 11, 6, 10, tzinfo=ZoneInfo(ZONE))


class MadeTalk(NamedTuple):
    number: int
    room: str
    start: datetime
    minutes: int
    speakers: tuple[str, ...]


def guid(text: str) -> str:
    return str(uuid5(NAMESPACE_URL, text))


def made_talks() -> list[MadeTalk]:
    """100 talks in 12 rooms on 3 days; every 10th is also given to who speaks next door then."""
    talks: list[MadeTalk] = []
    for number in range(100):
        hour, room = divmod(number, 12)
        day, slot = divmod(hour, 3)
        start = _FIRST + timedelta(days=day, hours=slot)
        speakers = [SPEAKERS[number % 80]]
        if number % 10 == 5 and room:
            speakers.append(SPEAKERS[(number - 1) % 80])
        talks.append(MadeTalk(number, ROOMS[room], start, 45, tuple(speakers)))
    return talks


def in_two_rooms() -> set[str]:
    """The names of those who are in two rooms at once."""
    return {talk.speakers[1] for talk in made_talks() if len(talk.speakers) > 1}


def as_xml(talks: list[MadeTalk]) -> bytes:
    days = sorted({talk.start.date() for talk in talks})
    lines = [
        "<?xml version='1.0' encoding='utf-8' ?>", "<schedule>", "<version>1</version>",
        "<conference><acronym>kongress</acronym><title>Kongress &amp; Messe</title>",
        "<start>2017-11-06</start><end>2017-11-08</end><days>3</days>",
        f"<time_zone_name>{ZONE}</time_zone_name></conference>",
    ]  # fmt: skip
    for index, day in enumerate(days, 1):
        lines.append(f"<day index='{index}' date='{day}' start='{day}T04:00:00+01:00'>")
        for room in ROOMS:
            lines.append(f"<room name={quoteattr(room)} guid='{guid(room)}'>")
            here = [talk for talk in talks if talk.room == room and talk.start.date() == day]
            lines += map(_xml_talk, here)
            lines.append("</room>")
        lines.append("</day>")
    return "\n".join([*lines, "</schedule>"]).encode()


def _xml_talk(talk: MadeTalk) -> str:
    record = _record(talk)
    names = ("date", "start", "duration", "room", "title", "type", "language", "abstract", "url")
    fields = "".join(f"<{name}>{escape(record[name])}</{name}>" for name in names)
    persons = "".join(
        f"<person guid='{person['guid']}'>{escape(person['public_name'])}</person>"
        for person in record["persons"]
    )
    return (
        f"<event guid='{record['guid']}' id='{record['id']}'>{fields}"
        f"<persons>{persons}</persons><logo></logo><recording><license/></recording></event>"
    )


def as_json(talks: list[MadeTalk]) -> bytes:
    days = sorted({talk.start.date() for talk in talks})
    made_days = [
        {
            "index": index,
            "date": f"{day}",
            "day_start": f"{day}T04:00:00+01:00",
            "rooms": {
                room: [
                    _record(talk)
                    for talk in talks
                    if talk.room == room and talk.start.date() == day
                ]
                for room in ROOMS
            },
        }
        for index, day in enumerate(days, 1)
    ]
    conference = {
        "acronym": "kongress", "title": "Kongress & Messe", "start": "2017-11-06",
        "end": "2017-11-08", "time_zone_name": ZONE, "days": made_days,
        "rooms": [{"name": room, "guid": guid(room)} for room in ROOMS],
    }  # fmt: skip
    return json.dumps({"schedule": {"version": "1", "conference": conference}}).encode()


def _record(talk: MadeTalk) -> dict[str, Any]:
    return {
        "guid": guid(f"talk {talk.number}"),
        "id": talk.number,
        "date": talk.start.isoformat(),
        "start": f"{talk.start:%H:%M}",
        "duration": f"00:{talk.minutes:02}",
        "room": talk.room,
        "title": f"Talk {talk.number}\nof the conference",
        "type": "Vortrag",
        "language": "de-formal",
        "abstract": f"<p>About <b>{talk.number}</b></p>",
        "url": f"https://talks.example/{talk.number}",
        "persons": [{"guid": guid(name), "public_name": name} for name in talk.speakers],
    }
