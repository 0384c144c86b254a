"""Everyone's calendar, made by joining events drawn once, and with icalendar from scratch."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from itinerary.load import load_mission
from itinerary.locale import Words
from itinerary.model import Event, Mission, Person, Venue, Who
from itinerary.show.ical import PLAIN, Calendars, Style, Travel
from itinerary.times import Span
from itinerary.timetable import Timetable
from tests.bench.processes import Timing
from tests.show.ical.from_scratch import Content, calendar, contents

EVENTS, PEOPLE, EACH, VENUES = 2000, 1000, 100, 40
HOURS = 7 * 16
ZONE = "America/New_York"
BARE = Style(travel=Travel.NONE)


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


def congress_lines() -> Iterator[str]:
    """A congress: everyone's calendar beside icalendar, and beside writing the same bytes.

    The peer is given every value ready made, and neither ways nor zones to write: like for
    like is without ways. Processor time, as the disk has a mind of its own; then the clock.
    """
    gc.disable()  # as the program does
    mission = congress()
    yield f"{EVENTS:,} events, {PEOPLE:,} people, {EACH} each; ratio is theirs / ours"
    peer = _time(partial(theirs, _prepared(Timetable(mission))), time.process_time)
    for style, what in ((BARE, "without ways, as the peer"), (PLAIN, "with the way to each")):
        made = min(_time(partial(_drawn, mission, style), time.process_time) for _ in range(5))
        goal = "at least 50" if style is BARE else "no goal"
        yield f"{made:8.2f} s  {peer:8.2f} s  ratio {peer / made:6.1f}  ({goal})  calendars {what}"
    drawn = _drawn(mission, BARE)
    gc.collect()
    yield f"{sum(map(len, drawn.values())) / 2**20:.0f} MiB to files; ratio is ours / theirs"
    pairs = [(_written(mission, BARE), _written_bare(drawn)) for _ in range(5)]
    ours, bare = (min(times) for times in zip(*pairs, strict=True))
    gc.enable()
    yield f"{ours:8.2f} s  {bare:8.2f} s  ratio {ours / bare:6.1f}  (at most 3)  made and written"


def congress() -> Mission:
    """Sessions side by side each hour, at venues all over a town; nobody is at two at once."""
    chance = Random(2017)
    venues = {f"v{n}": _venue(n, chance) for n in range(VENUES)}
    expected: list[list[str]] = [[] for _ in range(EVENTS)]
    for person in range(PEOPLE):
        for hour in sorted(chance.sample(range(HOURS), EACH)):
            expected[chance.randrange(hour, EVENTS, HOURS)].append(f"p{person}")
    return Mission(
        "congress", "Congress", date(2017, 11, 6), date(2017, 11, 12), ZONE, "Europe/Paris",
        people={f"p{n}": Person(f"p{n}", f"Person {n} of the congress") for n in range(PEOPLE)},
        venues=venues,
        events={f"e{n}": _event(n, who) for n, who in enumerate(expected)},
    )  # fmt: skip


def _venue(number: int, chance: Random) -> Venue:
    return Venue(
        f"v{number}", f"Hall {number}", f"{number} Biscayne Boulevard, Miami, FL 33132",
        25.75 + chance.random() / 20, -80.2 + chance.random() / 20, access="Badge at the door",
    )  # fmt: skip


def _event(number: int, who: list[str]) -> Event:
    day, hour = divmod(number % HOURS, HOURS // 7)
    start = datetime(2017, 11, 6, 13, tzinfo=UTC) + timedelta(days=day, hours=hour)
    return Event(
        f"e{number}", f"Session {number}: ports, ships and cities",
        (Span(start, start + timedelta(minutes=30)),), ZONE, "session", f"v{number % VENUES}",
        Who("", tuple(who)), languages=("fr", "en"),
        notes="Bring the badge, and two copies of the agreement.",
    )  # fmt: skip


def _drawn(mission: Mission, style: Style) -> dict[str, bytes]:
    """From the mission on, its timetable included."""
    calendars = Calendars(Timetable(mission), Words(), style=style)
    return {person: calendars.of(person) for person in mission.people}


def _written(mission: Mission, style: Style) -> float:
    with TemporaryDirectory() as folder:
        return _time(lambda: _write(Path(folder), _drawn(mission, style)))


def _written_bare(files: Mapping[str, bytes]) -> float:
    with TemporaryDirectory() as folder:
        return _time(lambda: _write(Path(folder), files))


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (folder / f"{name}.ics").write_bytes(data)


def _prepared(timetable: Timetable) -> dict[str, list[Content]]:
    known = contents(Calendars(timetable, Words()).mission())
    by_title = {str(dict(content)["SUMMARY"]): content for content in known.values()}
    return {
        person: [by_title[item.title] for item in items]
        for person, items in timetable.by_person.items()
    }


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


def _time(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start
