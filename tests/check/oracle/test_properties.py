"""What holds of all rules on random missions: how often they find something, and two algebras."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

import pytest
from hypothesis import given, settings

from itinerary.check import RULES, check, code_of
from itinerary.check.closed import closed
from itinerary.check.language import language
from itinerary.check.name import name
from itinerary.check.nobody import nobody
from itinerary.check.outside import outside
from itinerary.check.overlap import overlap
from itinerary.check.policy import Rule
from itinerary.check.precedence import precedence
from itinerary.check.quorum import quorum
from itinerary.check.table import table
from itinerary.check.unconfirmed import unconfirmed
from itinerary.check.vehicle import vehicle
from itinerary.model import Event, Journey, Mission, Transfer
from itinerary.times import Span
from itinerary.timetable import Timetable
from tests.check.oracle.findings import seen
from tests.check.oracle.missions import NIGHT, WINDOWS, Window, events, missions
from tests.check.oracle.world import EVENTS

Moving = TypeVar("Moving", Journey, Transfer)
WEEK = timedelta(7)
TODAY = date(2017, 11, 5)
PAIRWISE: tuple[Rule, ...] = (
    overlap, table, closed, vehicle, language, quorum, nobody, unconfirmed, precedence, outside,
    name,
)  # fmt: skip
"""Rules for which one thing more changes nothing between the others."""
KEYS = (
    "capacity.people", "capacity.number", "capacity.tables", "resource.twice", "resource.away",
    "resource.way", "stranded.twice", "stranded.gulf", "stranded.left", "language.none",
    "language.lacking", "promise.planned", "promise.requested", "quorum.ours", "quorum.theirs",
    "quorum.hosts", "quorum.officials", "nobody.expected", "nobody.aboard", "nobody.side",
    "unconfirmed.soon", "unconfirmed.now", "absent.away", "absent.elsewhere",
)  # fmt: skip
"""Of the rules that say more than one thing."""
FREQUENCY = 150
"""Missions for each window; one in a hundred must have a problem of each rule."""


def test_every_rule_finds_something() -> None:
    """Otherwise the agreement with the oracles would be about nothing."""
    found = Counter(dict.fromkeys((*map(code_of, RULES), *KEYS), 0))
    for window in WINDOWS:

        @settings(max_examples=FREQUENCY)
        @given(missions(window))
        def count(mission: Mission) -> None:
            timetable = Timetable(mission)
            for rule in RULES:
                keys = {hit.key for hit in seen(rule, timetable, TODAY)}
                found.update([*keys, code_of(rule)] if keys else ())

        count()
    least = FREQUENCY * len(WINDOWS) // 100
    assert {key: number for key, number in found.items() if number < least} == {}


@settings(max_examples=100)
@given(missions(NIGHT), events(NIGHT, 99, EVENTS))
def test_one_thing_more_changes_nothing_between_the_others(mission: Mission, more: Event) -> None:
    """Least of all does it remove an overlap."""
    after = replace(mission, events={**mission.events, more.id: more})
    for rule in PAIRWISE:
        found, found_after = (seen(rule, Timetable(one), TODAY) for one in (mission, after))
        added = {hit for hit in found_after if any("event:e99" in item for item in hit.items)}
        assert found == Counter({hit: n for hit, n in found_after.items() if hit not in added})


@pytest.mark.parametrize("window", WINDOWS)
def test_a_week_later_everything_is_the_same(window: Window) -> None:
    @settings(max_examples=40)
    @given(missions(window))
    def same(mission: Mission) -> None:
        assert said(later(mission, WEEK)) == said(later(mission, 2 * WEEK))

    same()


def said(mission: Mission) -> list[tuple[object, ...]]:
    """Every problem of all rules, with the days of repeated events counted from the first."""
    today = mission.starts + timedelta(1)
    return [
        (
            problem.code,
            problem.severity,
            problem.message.key,
            problem.at,
            problem.people,
            [counted(item, mission.starts) for item in problem.items],
        )
        for problem in check(Timetable(mission), today=today)
    ]


def counted(item: str, starts: date) -> str:
    reference, _, day = item.partition("@")
    return f"{reference}@{(date.fromisoformat(day) - starts).days}" if day else reference


def later(mission: Mission, by: timedelta) -> Mission:
    """The whole mission moved."""
    return replace(
        mission,
        starts=mission.starts + by,
        ends=mission.ends + by,
        events={e.id: e._replace(spans=moved(e.spans, by)) for e in mission.events.values()},
        meetings={
            one.id: one._replace(span=moved([one.span], by)[0]) if one.span else one
            for one in mission.meetings.values()
        },
        journeys=moved_by_id(mission.journeys.values(), by),
        transfers=moved_by_id(mission.transfers.values(), by),
        resources={
            one.id: one._replace(available=moved(one.available, by))
            for one in mission.resources.values()
        },
        absences=tuple(a._replace(span=moved([a.span], by)[0]) for a in mission.absences),
    )


def moved_by_id(records: Iterable[Moving], by: timedelta) -> dict[str, Moving]:
    return {one.id: one._replace(span=moved([one.span], by)[0]) for one in records}


def moved(spans: Iterable[Span], by: timedelta) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)
