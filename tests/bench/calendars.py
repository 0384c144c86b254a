"""Everyone's calendar, made by joining events drawn once, and with icalendar from scratch."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from itinerary.load import load_mission
from itinerary.locale import Words
from itinerary.show.ical import Calendars
from itinerary.timetable import Timetable
from tests.bench.processes import Timing
from tests.show.ical.from_scratch import Content, calendar, contents


def calendars_compared(folder: Path, runs: int) -> Timing:
    """Times both in turn. The peer is given every value ready made, and writes no zones."""
    mission = load_mission(folder).mission
    assert mission is not None
    timetable = Timetable(mission)
    prepared = _by_person(timetable)
    pairs = [(_time(lambda: ours(timetable)), _time(lambda: theirs(prepared))) for _ in range(runs)]
    return Timing(
        median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs)
    )


def ours(timetable: Timetable) -> list[bytes]:
    """A calendar each, nothing kept from another run."""
    calendars = Calendars(timetable, Words())
    return [calendars.of(person) for person in timetable.by_person]


def theirs(prepared: dict[str, list[Content]]) -> list[bytes]:
    """The same events, built and written by icalendar for each person."""
    return [calendar(person, events) for person, events in prepared.items()]


def _by_person(timetable: Timetable) -> dict[str, list[Content]]:
    calendars = Calendars(timetable, Words())
    return {person: list(contents(calendars.of(person)).values()) for person in timetable.by_person}


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
