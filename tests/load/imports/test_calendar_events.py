"""A calendar as events: places, guests, and ids that stay."""

from pathlib import Path

import pytest

from itinerary.load.imports.calendar import read_calendar
from tests.load.imports.calendars import WEEK, calendar, read
from tests.load.imports.folders import doubts, loaded, rows
from tests.missions import MIAMI

SIGNING = r"""
UID:signing@x.example
SUMMARY:Signing\, with press
LOCATION:Clark Center
DESCRIPTION:Bring\na passport
URL:https://x.example/1
DTSTART:20171106T150000Z
DTEND:20171106T160000Z
"""


def guests(*lines: str) -> list[dict[str, str]]:
    return rows(read(SIGNING + "\n".join(lines), as_="events"), "people")


def test_an_entry_is_an_event(tmp_path: Path) -> None:
    more = (
        'ORGANIZER;CN="Roatta, Jean":mailto:jean@x.example\n'
        "ATTENDEE;CN=Jean;ROLE=CHAIR:MAILTO:Jean@x.example\n"
        "ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:all@x.example\n"
        "ATTENDEE;PARTSTAT=DECLINED:mailto:no@x.example\n"
        "ATTENDEE;CUTYPE=ROOM;CN=Clark:mailto:room@x.example\n"
        "ATTENDEE:mailto:abc@resource.calendar.google.com\n"
    )
    found = read(SIGNING + more, as_="events")
    assert found.problems == ()
    assert rows(found, "events") == [
        {
            "id": "event-signing-x-example", "title": "Signing, with press",
            "date": "2017-11-06", "start": "10:00", "end": "11:00", "venue": "clark-center",
            "who": "jean-x-example", "optional": "all-x-example", "notes": "Bring a passport",
            "url": "https://x.example/1",
        }
    ]  # fmt: skip
    assert rows(found, "people") == [
        {"id": "all-x-example", "name": "all@x.example", "email": "all@x.example"},
        {"id": "jean-x-example", "name": "Jean", "email": "jean@x.example"},
    ]
    assert rows(found, "venues") == [{"id": "clark-center", "name": "Clark Center"}]
    assert loaded(tmp_path, found, MIAMI).problems == ()


def test_guests_without_an_address_and_with_one_name() -> None:
    lines = (
        "ATTENDEE;CN=Anna Blau:invalid:nomail", "ATTENDEE;CN=Anna Blau:mailto:a@x.example",
        "ATTENDEE:", "ATTENDEE;CN=Anna Blau:mailto:a@y.example",
    )  # fmt: skip
    assert [(row["id"], row["name"]) for row in guests(*lines)] == [
        ("a-x-example", "Anna Blau"), ("a-y-example", "Anna Blau"), ("anna-blau", "Anna Blau"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "status"),
    [("TENTATIVE", "draft"), ("CANCELLED", "cancelled"), ("confirmed", "confirmed"), ("?", "")],
)
def test_a_status(written: str, status: str) -> None:
    (row,) = rows(read(f"{SIGNING}STATUS:{written}", as_="events"), "events")
    assert row.get("status", "") == status


def test_whole_days_and_no_length(tmp_path: Path) -> None:
    fair = "UID:fair\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20171106\nDTEND;VALUE=DATE:20171108"
    long = "UID:long\nSUMMARY:Long\nDTSTART;VALUE=DATE:20171104\nDTEND;VALUE=DATE:20171111"
    none = "UID:none\nSUMMARY:None\nDTSTART:20171106T150000Z"
    found = read(fair, long, none, as_="events")
    cells = [(row["title"], row["start"], row.get("end", "")) for row in rows(found, "events")]
    assert cells == [("Long", "00:00", "24:00 +3"), ("Fair", "00:00", "24:00 +1"),
                     ("None", "10:00", "")]  # fmt: skip
    assert doubts(found) == [
        ("c.ics:9 DTEND", "time", '"Long" is longer than four days; its end is left at the fourth'),
        ("c.ics:15 DTEND", "time", '"None" has no length'),
    ]
    mission = loaded(tmp_path, found, MIAMI).mission
    assert mission is not None
    assert f"{mission.events['event-fair'].spans[0].length}" == "2 days, 0:00:00"


SERIES = (
    "UID:040000008200E00074C5B7101A82E00800000000D0A5B6A6\nSUMMARY:Briefing\n"
    "DTSTART;TZID=America/New_York:20171104T090000\nDURATION:PT30M\n"
)


def test_each_day_of_a_series_has_an_id_that_stays_when_it_is_moved() -> None:
    rule = "RRULE:FREQ=DAILY;COUNT=3\n"
    before = [
        (row["id"], row["start"]) for row in rows(read(SERIES + rule, as_="events"), "events")
    ]
    assert len({identity for identity, _ in before}) == 3
    moved = SERIES.replace("1104T09", "1105T17") + "RECURRENCE-ID:20171105T140000Z"
    found = read(SERIES + rule, moved, as_="events")
    after = [(row["id"], row["start"]) for row in rows(found, "events")]
    assert after == [before[0], (before[1][0], "17:00"), before[2]]


def test_entries_that_wrongly_share_an_id() -> None:
    other = SIGNING.replace("06T", "07T")
    ids = [row["id"] for row in rows(read(SIGNING, other, as_="events"), "events")]
    turned = [row["id"] for row in rows(read(other, SIGNING, as_="events"), "events")]
    assert (len(set(ids)), ids) == (2, turned)
    assert len(rows(read(SIGNING, SIGNING, as_="events"), "events")) == 1


def test_a_calendar_begins_a_mission(tmp_path: Path) -> None:
    head = "X-WR-CALNAME:Forum\nX-WR-TIMEZONE:Europe/Paris"
    data = calendar(SIGNING, SIGNING.replace("06T", "08T").replace("UID:", "UID:2"), head=head)
    found = read_calendar("c.ics", data, None)
    assert {name: f"{value}" for name, value in found.mission.settings.items()} == {
        "title": "Forum", "starts": "2017-11-06", "ends": "2017-11-08", "zone": "Europe/Paris",
    }  # fmt: skip
    assert loaded(tmp_path, found).problems == ()
    assert doubts(read_calendar("c.ics", calendar(SIGNING), None)) == [
        ("c.ics", "guess", "no time zone is named; the times are taken for those of UTC")
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", '"c.ics" has no calendar in it'),
        (calendar(), '"c.ics" has no calendar in it'),
        (calendar(SIGNING, SIGNING.replace("2017", "2018")),
         "it covers 366 days; nothing of it was taken"),
        (b"BEGIN:VCALENDAR\n" * 30, '"c.ics" is nested deeper than any such file; it was not read'),
        (calendar(*[SIGNING] * 30_000, head="X-WR-TIMEZONE:UTC"),
         '"c.ics" has more entries than any such file; the reading ended here, and nothing of it'
         " was taken"),
    ],
    ids=["empty", "without entries", "of a life", "deep", "long"],
)  # fmt: skip
def test_what_is_refused(data: bytes, sentence: str) -> None:
    found = read_calendar("c.ics", data, None)
    assert [text for _, code, text in doubts(found) if code == "file"] == [sentence]
    assert found.mission.tables == {}


def test_an_empty_calendar_of_a_mission_that_is_there() -> None:
    found = read_calendar("c.ics", calendar(), WEEK)
    assert (found.mission.tables, found.mission.settings, found.problems) == ({}, {}, ())


def test_a_calendar_that_invites_more_people_than_any_mission_has() -> None:
    guests = [
        "DTSTART:20171106T100000\nDTEND:20171106T110000\n"
        + "\n".join(f"ATTENDEE:mailto:{entry}.{guest}@a.example" for guest in range(500))
        for entry in range(41)
    ]
    found = read(*guests, as_="events")
    assert [(p.code, p.message.key) for p in found.problems] == [("file", "foreign.many")]
    assert found.mission.tables == {}
