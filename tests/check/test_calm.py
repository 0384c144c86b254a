"""Leaving out what is calm changes no word of what a check says."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from itinerary.check import check
from itinerary.check.calm import MANY, check_large
from itinerary.load import load_mission
from itinerary.model import Absence, Event, Journey, Mission, Transfer, Who
from itinerary.problems import Problem, Source
from itinerary.times import Span
from itinerary.timetable import Timetable
from tests.bench.fair import SEEDED_OVERLAPS, write_fair
from tests.check.oracle.missions import NIGHT, missions
from tests.cli.running import run

PEOPLE = 400
MINUTE = timedelta(minutes=1)
Change = Callable[[random.Random, Mission], Mission]


@cache
def fair() -> Mission:
    """A small trade fair with its seeded clashes."""
    with TemporaryDirectory() as name:
        write_fair(Path(name), PEOPLE)
        mission = load_mission(Path(name)).mission
    assert mission is not None
    return mission


def whole(mission: Mission) -> list[Problem]:
    return check(Timetable(mission), (), mission.starts)


def agrees(mission: Mission) -> bool:
    """Whether it is checked whole, or says the same and has what that speaks of."""
    large = check_large(mission, (), mission.starts, 0)
    if large is None:
        return True
    items = {name for problem in large.problems for name in problem.items}
    held = {name for name in items if name.partition(":")[0] in ("event", "meeting", "journey")}
    return large.problems == whole(mission) and held <= large.timetable.by_id.keys()


def person(dice: random.Random, mission: Mission) -> Who:
    return Who("x", (dice.choice([*mission.people]),))


def span(dice: random.Random, mission: Mission) -> Span:
    """When some meeting is, or not far from it."""
    meeting = dice.choice([*mission.meetings.values()])
    by = dice.choice([-400, -30, -10, 0, 5, 10, 25, 30, 45, 300, 720]) * MINUTE
    assert meeting.span is not None
    return Span(meeting.span.start + by, meeting.span.end + by)


def meeting(**fields: Callable[[random.Random, Mission], Any]) -> Change:
    """One of the meetings with other fields."""

    def change(dice: random.Random, mission: Mission) -> Mission:
        old = dice.choice([*mission.meetings.values()])
        values = {name: value(dice, mission) for name, value in fields.items()}
        return replace(mission, meetings={**mission.meetings, old.id: old._replace(**values)})

    return change


def venue(**fields: Any) -> Change:
    """One of the venues with other fields."""

    def change(dice: random.Random, mission: Mission) -> Mission:
        old = dice.choice([*mission.venues.values()])
        return replace(mission, venues={**mission.venues, old.id: old._replace(**fields)})

    return change


def event(dice: random.Random, mission: Mission) -> Mission:
    """A lunch, perhaps in a hall with meetings."""
    place = dice.choice([*mission.venues])
    new = Event(
        "new", "New", (span(dice, mission),), "Europe/Paris", "lunch", place,
        person(dice, mission), person(dice, mission), person(dice, mission),
    )  # fmt: skip
    return replace(mission, events={**mission.events, "new": new})


def journey(dice: random.Random, mission: Mission) -> Mission:
    hall, zone = dice.choice([*mission.venues]), "Europe/Paris"
    when = span(dice, mission)
    new = Journey("new", "XX 12", person(dice, mission), hall, zone, hall, zone, when)
    return replace(mission, journeys={"new": new})


def transfer(dice: random.Random, mission: Mission) -> Mission:
    hall = dice.choice([*mission.venues])
    when = span(dice, mission)
    new = Transfer("new", "Van", person(dice, mission), hall, hall, "Europe/Paris", when, 1)
    return replace(mission, transfers={"new": new})


def absence(dice: random.Random, mission: Mission) -> Mission:
    return replace(mission, absences=(Absence(person(dice, mission), span(dice, mission)),))


def language(dice: random.Random, mission: Mission) -> Mission:
    (identity,) = person(dice, mission).people
    other = mission.people[identity]._replace(languages=("zh",))
    return replace(mission, people={**mission.people, identity: other})


def promise(dice: random.Random, mission: Mission) -> Mission:
    old = dice.choice([*mission.organisations.values()])
    other = old._replace(promised_meetings=dice.choice([0, 10, 179, 181, 400]))
    return replace(mission, organisations={**mission.organisations, old.id: other})


def threshold(dice: random.Random, mission: Mission) -> Mission:
    thresholds = {"rest": {"hours": 16}, "long-day": {"hours": 6}, "meal": {"minutes": 170}}
    rule = dice.choice([*thresholds])
    lines = {f"{rule}.{name}": Source("mission.toml", 9, name) for name in thresholds[rule]}
    chosen = mission.settings._replace(
        thresholds={rule: thresholds[rule]}, check_lines={rule: Source("mission.toml", 9), **lines}
    )
    return replace(mission, settings=chosen)


CHANGES: tuple[Change, ...] = (
    meeting(span=span), meeting(span=span), meeting(span=span), meeting(who=person),
    meeting(counterpart=person), meeting(optional=person), meeting(who=lambda *_: Who()),
    meeting(table=lambda dice, _: dice.choice([None, 1, 2, 3, 99])),
    meeting(venue=lambda dice, mission: dice.choice(["", *mission.venues])),
    meeting(status=lambda dice, _: dice.choice(["draft", "cancelled"])),
    meeting(resources=lambda dice, mission: (dice.choice([*mission.resources]),)),
    meeting(languages=lambda *_: ("es",)), meeting(span=lambda *_: None),
    venue(capacity=1), venue(capacity=None, tables=20), venue(opens=time(9, 30)),
    venue(closes=time(11)), venue(tables=None), venue(zone="America/New_York"),
    venue(latitude=40.0), venue(tables=3),
    event, journey, transfer, absence, language, promise, threshold,
)  # fmt: skip


def test_the_fair() -> None:
    large = check_large(fair(), (), None, 0)
    assert large is not None
    assert len(large.timetable.items) < len(Timetable(fair()).items) / 20
    assert len(large.problems) == SEEDED_OVERLAPS
    assert agrees(fair())


def test_small_missions_are_checked_whole() -> None:
    assert check_large(fair(), (), None) is None


@pytest.mark.parametrize("seed", range(60))
def test_a_fair_with_other_mistakes(seed: int) -> None:
    dice = random.Random(seed)
    mission = fair()
    for change in dice.sample(CHANGES, dice.choice([1, 1, 2, 3])):
        mission = change(dice, mission)
    assert agrees(mission)


def test_most_mistakes_leave_most_of_the_fair_out() -> None:
    dice = random.Random(2017)
    checked = [check_large(change(dice, fair()), (), None, 0) for change in CHANGES]
    assert sum(one is not None for one in checked) >= len(CHANGES) / 2


@settings(max_examples=100, deadline=None)
@given(missions(NIGHT))
def test_any_small_mission(mission: Mission) -> None:
    assert agrees(mission)


def test_a_fair_large_enough(tmp_path: Path) -> None:
    """In two processes, as it is run: the report is the same as that of the whole mission."""
    write_fair(tmp_path, 2400)
    loaded = load_mission(tmp_path)
    assert loaded.mission is not None
    assert len(loaded.mission.meetings) >= MANY
    ran = run("-m", tmp_path, "check", "--format", "json")
    problems = json.loads(ran.out)["problems"]
    assert (ran.code, ran.err) == (1, "")
    assert [(one["rule"], one["items"], one["people"]) for one in problems] == [
        (one.code, [*one.items], [*one.people]) for one in whole(loaded.mission)
    ]
    assert {one["day"] for one in problems} - {None} == {one["day"] for one in problems}
