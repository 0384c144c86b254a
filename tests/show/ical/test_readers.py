"""Every reader finds each item at the timetable's own instants, with its texts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from itinerary.load import load_mission
from itinerary.locale import Words
from itinerary.model import NOBODY, Journey
from itinerary.show.ical import Calendars
from itinerary.show.ical.details import Details
from itinerary.show.ical.drawn import uid_part
from itinerary.times import Span
from itinerary.timetable import Timetable
from tests.show.ical.missions import MIAMI, PARIS, every_kind, timetable
from tests.show.ical.readers import READERS, ROOT, Reader, Seen, all_by_ical_js, by_vobject

MIAMI_2017 = ROOT / "data" / "miami-2017"


def real_mission() -> Timetable:
    mission = load_mission(MIAMI_2017).mission
    assert mission is not None
    return Timetable(mission)


MISSIONS = [every_kind, *([real_mission] if MIAMI_2017.exists() else [])]


def expected(timetable: Timetable) -> list[Seen]:
    mission = timetable.mission
    details = Details(mission, Words())
    domain = mission.settings.uid_domain or f"{mission.id}.invalid"
    return sorted(
        Seen(
            f"{uid_part(item.id)}@{domain}",
            *item.span,
            details.summary(item),
            details.location(item),
            details.description(item),
        )
        for item in timetable.items
    )


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("build", MISSIONS, ids=lambda build: build.__name__)
def test_a_reader_sees_the_timetable(
    build: Callable[[], Timetable], read: Reader, tmp_path: Path
) -> None:
    built = build()
    assert read(Calendars(built, Words()).mission(), tmp_path) == expected(built)


CHANGES = {
    "America/New_York": "2017-11-05T06:00Z",
    "Europe/Paris": "2018-03-25T01:00Z",
    "Europe/Dublin": "2017-10-29T01:00Z",
    "Australia/Lord_Howe": "2017-09-30T15:30Z",
    "America/Sao_Paulo": "2017-10-15T03:00Z",
    "Africa/Casablanca": "2018-05-13T02:00Z",
    "Africa/Sao_Tome": "2018-01-01T01:00Z",
    "America/Metlakatla": "2019-01-20T10:00Z",
    "Asia/Kolkata": "2017-11-05T06:00Z",
    "Asia/Gaza": "2017-10-27T22:00Z",
    "Pacific/Apia": "2017-09-23T14:00Z",
    "America/Santiago": "2019-09-08T04:00Z",
    "Antarctica/Troll": "2017-03-26T01:00Z",
    "America/St_Johns": "2026-03-08T05:30Z",
    "Africa/Monrovia": "1972-01-07T00:44:30Z",
    "Europe/London": "2040-10-28T01:00Z",
}
"""Zones and an instant at which their clocks change, or would."""


def around(zone: str, change: str) -> Timetable:
    """A journey from each quarter of an hour near a change, each as long as a flight."""
    at, quarter = datetime.fromisoformat(change).astimezone(UTC), timedelta(minutes=15)
    spans = [Span(at + n * quarter, at + (n + 37) * quarter) for n in range(-48, 48)]
    both = ((zone, PARIS), (MIAMI, zone))
    journeys = (
        Journey(f"{start}-{n}", "XX 1", NOBODY, "", start, "", end, found)
        for n, found in enumerate(spans)
        for start, end in both
    )
    frame = timetable(journeys=journeys).mission
    return Timetable(replace(frame, starts=at.date(), ends=at.date()))


def test_readers_that_trust_vtimezone_agree_on_every_kind_of_change(tmp_path: Path) -> None:
    missions = [around(zone, change) for zone, change in CHANGES.items()]
    calendars = [Calendars(built, Words()).mission() for built in missions]
    wanted = [expected(built) for built in missions]
    assert [by_vobject(data, tmp_path) for data in calendars] == wanted
    assert all_by_ical_js(calendars, tmp_path) == wanted
