"""A thousand missions: what four readers see is what the timetable says, and bytes are stable."""

import os
from pathlib import Path

from hypothesis import given, settings

from itinerary.locale import Words
from itinerary.show.ical import Calendars
from tests.show.ical.any_mission import Case, cases
from tests.show.ical.readers import Seen, all_by_ical_js, all_by_khal, by_icalendar, by_vobject
from tests.show.ical.wanted import wanted

MISSIONS = 1000 if os.environ.get("ITINERARY_NO_SKIPS") else 200


def drawn(case: Case) -> bytes:
    built = Calendars(case.timetable, Words(), style=case.style)
    return built.of(case.person, sent=case.sent, gone=case.gone)


def of_python(case: Case) -> tuple[bytes, list[Seen]]:
    """Checks all that needs no other program."""
    data = drawn(case)
    assert drawn(case) == data
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n")
    said = wanted(case)
    for read in (by_icalendar, by_vobject):
        assert read(data, Path()) == said
    return data, said


def test_every_reader_sees_what_the_timetable_says(tmp_path: Path) -> None:
    found: list[tuple[bytes, list[Seen]]] = []

    @settings(max_examples=MISSIONS)
    @given(cases())
    def collect(case: Case) -> None:
        found.append(of_python(case))

    collect()
    calendars, said = [data for data, _ in found], [seen for _, seen in found]
    assert len(calendars) >= MISSIONS
    assert all_by_ical_js(calendars, tmp_path) == said
    assert all_by_khal(calendars, tmp_path) == said
