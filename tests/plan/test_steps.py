"""The grid of time: sessions, breaks, the night of 25 hours, whole days, and sets of steps."""

from datetime import UTC, datetime, timedelta

import pytest

from itinerary.plan.steps import Steps, bits
from itinerary.times import Span, local
from tests.plan.tables import mission_of

MIAMI = "America/New_York"


def steps_of(planning: str) -> Steps:
    return Steps(mission_of(planning))


def clocks(steps: Steps) -> list[str]:
    """When each begins."""
    return [f"{local(start, MIAMI):%d %H:%M}" for start in steps.starts]


def monday(hour: int, minute: int = 0) -> datetime:
    """A time of day in Miami, in winter."""
    return datetime(2017, 11, 6, hour + 5, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("14:40", ["06 14:00", "06 14:20"]),
        ("14:59", ["06 14:00", "06 14:20"]),
        ("15:00", ["06 14:00", "06 14:20", "06 14:40"]),
        ("14:20", ["06 14:00"]),
        ("14:19", []),
    ],
)
def test_a_step_lies_in_its_session(end: str, expected: list[str]) -> None:
    assert clocks(steps_of(f'sessions = ["2017-11-06 14:00/{end}"]')) == expected


@pytest.mark.parametrize(
    ("pause", "expected"),
    [
        ("14:20/14:30", ["06 14:00", "06 14:30", "06 14:50"]),
        ("14:10/14:30", ["06 14:30", "06 14:50"]),
        ("14:30/14:40", ["06 14:00", "06 14:40", "06 15:00"]),
        ("14:55/16:00", ["06 14:00", "06 14:20"]),
        ("13:00/14:00", ["06 14:00", "06 14:20", "06 14:40", "06 15:00"]),
        ("13:00/14:05", ["06 14:05", "06 14:25", "06 14:45"]),
        ("15:20/16:00", ["06 14:00", "06 14:20", "06 14:40", "06 15:00"]),
        ("13:00/16:00", []),
    ],
)
def test_steps_begin_again_after_a_break(pause: str, expected: list[str]) -> None:
    planning = f'sessions = ["2017-11-06 14:00/15:20"]\nbreaks = ["{pause}"]'
    assert clocks(steps_of(planning)) == expected


def test_breaks_that_overlap_or_touch_are_one() -> None:
    breaks = '["14:20/14:50", "2017-11-06 14:30/14:40", "14:50/15:00"]'
    steps = steps_of(f'sessions = ["2017-11-06 14:00/15:20"]\nbreaks = {breaks}')
    assert clocks(steps) == ["06 14:00", "06 15:00"]


def test_a_break_of_every_day_is_one_of_each_session() -> None:
    sessions = '["2017-11-06 14:00/15:00", "2017-11-07 14:10/15:10"]'
    steps = steps_of(f'sessions = {sessions}\nbreaks = ["14:20/14:40"]')
    assert clocks(steps) == ["06 14:00", "06 14:40", "07 14:40"]
    assert steps.session_of == [0, 0, 1]
    assert steps.by_session == [[0, 1], [2]]


def test_the_night_the_clocks_go_back_has_an_hour_more() -> None:
    steps = steps_of('grid = 30\nsessions = ["2017-11-05 00:30/02:30"]')
    assert clocks(steps) == [
        "05 00:30", "05 01:00", "05 01:30", "05 01:00", "05 01:30", "05 02:00",
    ]  # fmt: skip
    assert {after - start for start, after in steps.spans} == {timedelta(minutes=30)}
    assert [*bits(steps.fitting(steps.all, 6))] == [0]


def test_a_session_over_midnight_counts_on_both_days() -> None:
    steps = steps_of('grid = 60\nsessions = ["2017-11-06 22:00/01:00"]')
    assert clocks(steps) == ["06 22:00", "06 23:00", "07 00:00"]
    assert steps.days == [0b011, 0b100]


def test_without_sessions_there_are_whole_working_days() -> None:
    steps = steps_of("grid = 180")
    hours = ("09:00", "12:00", "15:00")
    assert clocks(steps) == [f"{day:02} {hour}" for day in range(4, 11) for hour in hours]
    assert len(steps.sessions) == 7
    assert steps.sessions[0] == Span(
        datetime(2017, 11, 4, 13, tzinfo=UTC), datetime(2017, 11, 4, 22, tzinfo=UTC)
    )
    assert steps.sessions[2] == Span(monday(9), monday(18))


def test_days_without_sessions_have_their_breaks() -> None:
    steps = steps_of('grid = 240\nbreaks = ["12:00/14:00"]')
    assert clocks(steps) == [f"{day:02} 14:00" for day in range(4, 11)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (monday(14), monday(14, 20), [0]),
        (monday(14, 19), monday(14, 21), [0, 1]),
        (monday(14, 20), monday(14, 20), []),
        (monday(13), monday(14), []),
        (monday(15), monday(16), []),
        (monday(13), monday(16), [0, 1, 2]),
        (monday(14, 59), monday(16), [2]),
        (monday(14, 30), monday(14, 10), []),
    ],
)
def test_which_steps_share_time_with_a_span(
    start: datetime, end: datetime, expected: list[int]
) -> None:
    steps = steps_of('sessions = ["2017-11-06 14:00/15:00"]')
    assert [*bits(steps.overlapping(Span(start, end)))] == expected


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (None, None, [0, 1, 2]),
        (monday(14, 20), None, [1, 2]),
        (monday(14, 21), None, [2]),
        (None, monday(14, 20), [0, 1]),
        (None, monday(14, 19), [0]),
        (monday(14, 20), monday(14, 20), [1]),
        (monday(14, 40), monday(14), []),
        (None, monday(13), []),
        (monday(15), None, []),
    ],
)
def test_which_steps_begin_in_a_window(
    earliest: datetime | None, latest: datetime | None, expected: list[int]
) -> None:
    steps = steps_of('sessions = ["2017-11-06 14:00/15:00"]')
    assert [*bits(steps.from_until(earliest, latest))] == expected


@pytest.mark.parametrize(("minutes", "expected"), [(1, 1), (20, 1), (21, 2), (40, 2), (41, 3)])
def test_how_many_steps_something_takes(minutes: int, expected: int) -> None:
    steps = steps_of('sessions = ["2017-11-06 14:00/15:00"]')
    assert steps.count(timedelta(minutes=minutes)) == expected


@pytest.mark.parametrize(
    ("count", "allowed", "expected"),
    [
        (1, 0b11111, [0, 1, 2, 3, 4]),
        (2, 0b11111, [0, 3]),
        (2, 0b01111, [0]),
        (2, 0b10101, []),
        (3, 0b11111, []),
        (1, 0, []),
    ],
)
def test_where_something_fits(count: int, allowed: int, expected: list[int]) -> None:
    """Two steps, one after a break, and two of another session that touches the first."""
    sessions = '["2017-11-06 14:00/15:10", "2017-11-06 15:10/15:50"]'
    steps = steps_of(f'sessions = {sessions}\nbreaks = ["14:40/14:50"]')
    assert clocks(steps)[2:] == ["06 14:50", "06 15:10", "06 15:30"]
    assert [*bits(steps.joined)] == [0, 3]
    assert [*bits(steps.fitting(allowed, count))] == expected


def test_the_numbers_in_a_mask() -> None:
    assert [[*bits(mask)] for mask in (0, 1, 0b1010, 1 << 200)] == [[], [0], [1, 3], [200]]
