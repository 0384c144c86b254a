"""What JSON schedules of the world have in them, and what they may not have."""

import json
from pathlib import Path
from time import monotonic

import pytest

from itinerary.load.imports.imported import Imported
from itinerary.load.imports.schedule_json import read_schedule_json
from tests.load.imports.folders import doubts, loaded, rows


def read(value: object, zone: str = "") -> Imported:
    return read_schedule_json("s.json", json.dumps(value).encode(), zone)


HALL = {"name": "Saal 1", "guid": "ba692ba3-421b-5371-8309-60acc34a3c05", "capacity": 3025}
VERSION_2 = {
    "schedule": {
        "version": "2",
        "conference": {
            "acronym": "38c3", "title": "38C3", "start": "2024-12-27T09:30:00+00:00",
            "end": "2024-12-30T17:45:00+00:00", "time_zone_name": "Europe/Berlin",
            "rooms": [HALL], "days": [{"index": 1, "date": "2024-12-27"}],
        },
        "events": [
            {
                "guid": "b1740c2f-0c44-5f1b-89ed-456a9eecf0b8", "type": "talk",
                "start": "2024-12-28T00:15:00+01:00", "end": "2024-12-28T00:55:00+01:00",
                "room": {"guid": HALL["guid"]}, "title": "A Time-Trial", "language": "en",
                "abstract": {"en": None, "de": "Kurz"}, "track": {"slug": "ccc"},
                "participants": [{"guid": "51766dc0-326b-554c-993b-0b1ffa9e6a1e", "name": "Sam"}],
            }
        ],
    }
}  # fmt: skip


def test_version_2(tmp_path: Path) -> None:
    found = read(VERSION_2)
    assert found.problems == ()
    assert {name: f"{value}" for name, value in found.mission.settings.items()} == {
        "title": "38C3", "zone": "Europe/Berlin", "starts": "2024-12-27", "ends": "2024-12-30",
    }  # fmt: skip
    assert rows(found, "venues") == [{"id": "saal-1", "name": "Saal 1", "capacity": "3025"}]
    assert rows(found, "people") == [{"id": "speaker-51766dc0", "name": "Sam"}]
    assert rows(found, "events") == [
        {
            "id": "talk-b1740c2f", "title": "A Time-Trial", "kind": "talk", "date": "2024-12-28",
            "start": "00:15", "end": "00:55", "venue": "saal-1", "who": "speaker-51766dc0",
            "language": "en", "notes": "Kurz",
        }
    ]  # fmt: skip
    assert loaded(tmp_path, found).problems == ()


WIDGET = {
    "talks": [
        {
            "code": "KEYN8T", "id": 5, "title": "Keynote", "speakers": ["ABCDEF"], "room": 3,
            "start": "2017-11-06T10:00:00-05:00", "end": "2017-11-06T11:00:00-05:00",
            "duration": 60, "state": "accepted", "content_locale": "en",
        },
        {"id": 6, "title": {"en": "Lunch", "de": "Essen"}, "room": 3,
         "start": "2017-11-06T12:00:00-05:00", "end": "2017-11-06T13:00:00-05:00"},
    ],
    "rooms": [{"id": 3, "name": {"de": "Saal", "en": "Hall"}}],
    "speakers": [{"code": "ABCDEF", "name": "Ada"}],
    "timezone": "America/New_York", "event_start": "2017-11-06", "event_end": "2017-11-07",
}  # fmt: skip


def test_the_widget_of_pretalx(tmp_path: Path) -> None:
    found = read(WIDGET)
    assert found.problems == ()
    assert rows(found, "events") == [
        {
            "id": "talk-keyn8t", "title": "Keynote", "date": "2017-11-06", "start": "10:00",
            "end": "11:00", "venue": "hall", "who": "speaker-abcdef", "status": "draft",
        },
        {"id": "talk-6", "title": "Lunch", "date": "2017-11-06", "start": "12:00",
         "end": "13:00", "venue": "hall"},
    ]  # fmt: skip
    assert rows(found, "people") == [{"id": "speaker-abcdef", "name": "Ada"}]


@pytest.mark.parametrize(
    ("state", "status"),
    [("confirmed", "confirmed"), ("Canceled", "cancelled"), ("withdrawn", "cancelled"), ("?", "")],
)
def test_states(state: str, status: str) -> None:
    talk = {"code": "A", "title": "T", "start": "2017-11-06T10:00Z", "duration": 5, "state": state}
    (row,) = rows(read({"talks": [talk], "timezone": "UTC"}), "events")
    assert row.get("status", "") == status


def test_a_doubt_names_the_path() -> None:
    days = [{"date": "2017-11-06", "rooms": {"Saal 1": [{"title": "A", "duration": 5}]}}]
    found = read({"schedule": {"conference": {"time_zone_name": "Mars/Base", "days": days}}})
    assert doubts(found) == [
        ("s.json time_zone_name", "value", '"Mars/Base" is not a time zone'),
        ("s.json time_zone_name", "guess",
         "no time zone is named; the times are taken for those of UTC"),
        ("s.json days[0].rooms.Saal 1[0].start", "time", '"A" has no time; it is left out'),
    ]  # fmt: skip


REFUSED = {
    "depth": (b'{"schedule":' * 100_000, "s.json",
              '"s.json" is nested deeper than any such file; it was not read'),
    "digits": (b'{"talks": [' + b"9" * 100_000 + b"]}", "s.json",
               '"s.json" has a number of thousands of digits; it was not read'),
    "a cut": (b'{"talks": [\n{"a": ', "s.json:2",
              '"s.json" is not valid JSON from character 7 of this line on'),
    "bytes": (b'{"a": "\x00"}', "s.json:1", '"s.json" is not a text file'),
    "another": (b'{"a": []}', "s.json", '"s.json" is nothing that can be imported'),
    "a list": (b"[]", "s.json", '"s.json" is nothing that can be imported'),
    "too many": (json.dumps({"talks": [{}] * 30_000}).encode(), "s.json",
                 '"s.json" has more entries than any such file; the reading ended here, and nothing'
                 " of it was taken"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "place", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_at_once(data: bytes, place: str, sentence: str) -> None:
    begun = monotonic()
    found = read_schedule_json("s.json", data)
    assert monotonic() - begun < 3  # a second where nothing else runs
    assert doubts(found) == [(place, "file", sentence)]


@pytest.mark.parametrize("text", ["NaN", "1e999", "-0.5", "true", "null", '"\\ud800"', '{"en": 3}'])
def test_odd_values_are_no_text(text: str) -> None:
    data = f'{{"talks": [{{"title": {text}, "room": {text}, "speakers": [{text}]}}]}}'
    assert read_schedule_json("s.json", data.encode(), "UTC").mission.tables.keys() <= {
        "venues", "people"
    }  # fmt: skip
