from collections.abc import Callable

import pytest

from itinerary.locale import Words
from itinerary.show.ical import Calendars
from itinerary.timetable import Timetable
from tests.show.ical.from_scratch import calendar, contents
from tests.show.ical.test_readers import MISSIONS


def without_zones(data: bytes) -> bytes:
    head, *zones = data.split(b"BEGIN:VTIMEZONE\r\n")
    return head + (zones[-1].partition(b"END:VTIMEZONE\r\n")[2] if zones else b"")


@pytest.mark.parametrize("build", MISSIONS, ids=lambda build: build.__name__)
def test_icalendar_writes_the_same_bytes(build: Callable[[], Timetable]) -> None:
    built = build()
    data = Calendars(built, Words()).mission()
    rebuilt = calendar(built.mission.title, contents(data).values())
    assert rebuilt.split(b"\r\n") == without_zones(data).split(b"\r\n")
