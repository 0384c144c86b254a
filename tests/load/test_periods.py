"""The sessions and breaks of `[meetings]`, as people write them."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from itinerary.model.planning import Planning
from itinerary.times import Span, local
from tests.load.test_planning import hours, planning, refused

ZONE = "America/New_York"
MARCH = """\
title = "Spring"
starts = 2018-03-10
ends = 2018-03-12
zone = "America/New_York"
"""


@pytest.mark.parametrize(
    "text",
    [
        "2017-11-06 14:00/18:00",
        "2017-11-06 14:00 / 18h",
        "2017-11-06 14:00-18:00",
        "2017-11-06 14:00 to 18:00",
        "2017-11-06T14:00/2017-11-06T18:00",
        "06/11/2017 14:00/18:00",
        "6/11 14h/6/11 18h",
        "lundi 6 nov. à 14h/18h",
        "lundi 6 nov. à 14h à 18h",
        "2017-11-06 2pm to 6pm",
        "2017-11-06 20:00 UTC+1/18:00",
        "2017-11-06 14:00/00:00 UTC+1",
    ],
)
def test_ways_to_write_a_session(tmp_path: Path, text: str) -> None:
    assert planning(tmp_path, f'sessions = ["{text}"]').sessions == (hours(6, 19, 23),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017-11-04 14:00/18:00", hours(4, 18, 22)),
        ("2017-11-04 22:00/2017-11-05 04:00", hours(5, 2, 9)),  # seven hours
        ("2017-11-04 22:00/04:00", hours(5, 2, 9)),
        ("2017-11-05 00:00/03:00", hours(5, 4, 8)),
        ("2017-11-05 01:00 UTC-4/01:00 UTC-5", hours(5, 5, 6)),
        ("2017-11-05 22:00/01:30", hours(6, 3, 6.5)),
        ("2017-11-06 20:00/00:00", hours(7, 1, 5)),
        ("2017-11-06 20:00/24:00", hours(7, 1, 5)),
        ("2017-11-06 18:00/06:00", hours(6, 23, 35)),  # twelve hours
        ("2017-11-06/2017-11-07", hours(6, 5, 53)),
        ("2017-11-04 00:00/01:00", hours(4, 4, 5)),  # the first of the mission
        ("2017-11-10 23:00/12:00", None),
        ("2017-11-10 24:00/12:00", None),
        ("2017-11-10 22:00/02:00", hours(11, 3, 7)),  # its last night
    ],
)  # fmt: skip
def test_the_clocks_of_a_session(tmp_path: Path, text: str, expected: Span | None) -> None:
    found = refused(tmp_path, f'sessions = ["{text}"]')[1].sessions
    assert found == ((expected,) if expected else ())


PERIODS = {
    "no period": ("soon", '"soon" is not a period'),
    "nothing": ("", '"" is not a period'),
    "a date": ("6/11", '"6/11" is not a period'),
    "a moment": ("2017-11-06 14:00", '"2017-11-06 14:00" is not a period'),
    "no day": ("14:00/18:00", '"14:00" is not a date and a time'),
    "no such clock": ("2017-11-06 14:00/26:40", '"26:40" is not a time'),
    "no such day": ("2017-11-31 14:00/18:00", 'no calendar has the day "2017-11-31"'),
    "the wrong weekday": (
        "mardi 6 nov. 14:00/18:00",
        '"mardi 6 nov.": Mon 6 Nov is another day of the week',
    ),
    "no length": ("2017-11-06 14:00/14:00", '"14:00" is not after the start'),
    "an end before": ("2017-11-06 14:00/13:59", '"13:59" is not after the start'),
    "more than a night": ("2017-11-06 18:00/06:01", '"06:01" is not after the start'),
    "another day before": (
        "2017-11-07 14:00/2017-11-06 18:00",
        '"2017-11-06 18:00" is not after the start',
    ),
    "an hour that is twice": (
        "2017-11-05 01:30/04:00",
        "01:30 on Sun 5 Nov happens twice in America/New_York: the clocks go back over it",
    ),
    "an end that is twice": (
        "2017-11-04 22:00/01:30",
        "01:30 on Sun 5 Nov happens twice in America/New_York: the clocks go back over it",
    ),
    "before the mission": (
        "2017-11-03 23:00/01:00",
        '"2017-11-03 23:00/01:00" is outside the mission, Sat 4 Nov to Fri 10 Nov',
    ),
    "after the mission": (
        "2017-11-11 00:00/01:00",
        '"2017-11-11 00:00/01:00" is outside the mission, Sat 4 Nov to Fri 10 Nov',
    ),
    "far into the day after": (
        "2017-11-10 22:00/2017-11-11 12:01",
        '"2017-11-10 22:00/2017-11-11 12:01" is outside the mission, Sat 4 Nov to Fri 10 Nov',
    ),
}


@pytest.mark.parametrize(("text", "sentence"), PERIODS.values(), ids=PERIODS)
def test_a_session_that_cannot_be_used(tmp_path: Path, text: str, sentence: str) -> None:
    section = f'sessions = [\n  "2017-11-08 14:00/18:00",\n  "{text}",\n]'
    left = Planning(sessions=(hours(8, 19, 23),))
    assert refused(tmp_path, section) == ([(3, sentence)], left)


@pytest.mark.parametrize("text", ["12:00/13:30", "12h-13h30", "noon to 13:30", "12:00 à 13:30"])
def test_a_break_on_every_day(tmp_path: Path, text: str) -> None:
    found = planning(tmp_path, f'breaks = ["{text}"]').breaks
    walls = [(local(span.start, ZONE), local(span.end, ZONE)) for span in found]
    assert [start.date() for start, _ in walls] == [date(2017, 11, day) for day in range(4, 11)]
    assert {(start.time(), end.time()) for start, end in walls} == {(time(12), time(13, 30))}
    assert {span.length for span in found} == {timedelta(minutes=90)}


def test_a_break_over_the_change_of_the_clocks(tmp_path: Path) -> None:
    found = planning(tmp_path, 'breaks = ["23:00/03:00"]').breaks
    assert [span.length // timedelta(hours=1) for span in found] == [5, 4, 4, 4, 4, 4, 4]
    assert [s.length for s in planning(tmp_path, 'breaks = ["01:00/01:30"]').breaks] == [
        timedelta(minutes=30)
    ] * 7
    assert (
        len(planning(tmp_path, 'breaks = ["02:30/03:00"]', MARCH).breaks) == 2
    )  # none on the 11th


def test_breaks_may_overlap(tmp_path: Path) -> None:
    found = planning(tmp_path, 'breaks = ["12:00/13:00", "2017-11-06 12:30/14:00", "12h/13h"]')
    assert len(found.breaks) == 8
    assert found.breaks[2:4] == (hours(6, 17, 18), hours(6, 17.5, 19))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("12:00", '"12:00" is not a period'),
        ("12:00/26:40", '"26:40" is not a time'),
        ("12:00/12:00", '"12:00" is not after the start'),
        ("12:00/11:59", '"11:59" is not after the start'),
        ("18:00/06:01", '"06:01" is not after the start'),
        ("12:00 UTC-5/13:00", '"12:00 UTC-5/13:00" is not a period'),
        (
            "2017-11-11 12:00/13:00",
            '"2017-11-11 12:00/13:00" is outside the mission, Sat 4 Nov to Fri 10 Nov',
        ),
    ],
)
def test_a_break_that_cannot_be_used(tmp_path: Path, text: str, sentence: str) -> None:
    assert refused(tmp_path, f'breaks = [\n"{text}"]') == ([(2, sentence)], Planning())
