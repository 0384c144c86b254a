from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itinerary.times import Moment, instant, local, nearest_instant, read_clocks, zone_named
from itinerary.times.zones import offset_name
from tests.times.refusals import refusal

MIAMI = "America/New_York"
PARIS = "Europe/Paris"
CLOCKS_BACK = date(2017, 11, 5)
"""In Miami, 02:00 becomes 01:00."""
CLOCKS_FORWARD = date(2017, 3, 26)
"""In Paris, 02:00 becomes 03:00."""


def test_the_same_wall_time_before_and_after_the_clocks_go_back() -> None:
    evening = instant(date(2017, 11, 4), time(18), MIAMI)
    morning = instant(CLOCKS_BACK, time(6), MIAMI)
    assert (evening, morning) == (
        datetime(2017, 11, 4, 22, tzinfo=UTC),
        datetime(2017, 11, 5, 11, tzinfo=UTC),
    )
    assert morning - evening == timedelta(hours=13)


def test_a_time_that_does_not_exist() -> None:
    assert refusal(lambda: instant(CLOCKS_FORWARD, time(2, 30), PARIS)) == (
        "02:30 on Sun 26 Mar does not exist in Europe/Paris: the clocks go forward over it",
        "write 03:30",
    )


def test_a_time_that_exists_twice() -> None:
    assert refusal(lambda: instant(CLOCKS_BACK, time(1, 30), MIAMI)) == (
        "01:30 on Sun 5 Nov happens twice in America/New_York: the clocks go back over it",
        "write 01:30 UTC-4 for the first, 01:30 UTC-5 for the second",
    )
    assert refusal(lambda: instant(date(2017, 10, 29), time(2, 30), PARIS)) == (
        "02:30 on Sun 29 Oct happens twice in Europe/Paris: the clocks go back over it",
        "write 02:30 UTC+2 for the first, 02:30 UTC+1 for the second",
    )


@pytest.mark.parametrize(
    ("zone", "day", "first_minute", "last_minute"),
    [
        (PARIS, CLOCKS_FORWARD, time(2), time(2, 59)),
        (MIAMI, CLOCKS_BACK, time(1), time(1, 59)),
        ("Australia/Lord_Howe", date(2017, 10, 1), time(2), time(2, 29)),
    ],
)
def test_exactly_the_minutes_of_a_change_are_refused(
    zone: str, day: date, first_minute: time, last_minute: time
) -> None:
    midnight = datetime.combine(day, time())
    clocks = [(midnight + timedelta(minutes=n)).time() for n in range(24 * 60)]
    refused = [clock for clock in clocks if not exists_once(day, clock, zone)]
    assert (refused[0], refused[-1]) == (first_minute, last_minute)
    assert len(refused) == 60 * (last_minute.hour - first_minute.hour) + last_minute.minute + 1


def exists_once(day: date, clock: time, zone: str) -> bool:
    """Counted by looking at every quarter of an hour's instants around it, not by folds."""
    wall = datetime.combine(day, clock)
    noon = wall.replace(tzinfo=UTC)
    around = (noon + timedelta(minutes=15 * n) for n in range(-15 * 4, 15 * 4 + 1))
    return sum(local(at, zone).replace(tzinfo=None) == wall for at in around) == 1


@pytest.mark.parametrize(
    ("offset", "hour"), [("UTC-4", 5), ("UTC-5", 6), ("UTC+1", 0), ("Z", 1), ("+00:30", 1)]
)
def test_an_offset_is_taken_at_its_word(offset: str, hour: int) -> None:
    clock = read_clocks(f"01:30 {offset}").start.time
    minute = 0 if offset == "+00:30" else 30
    assert instant(CLOCKS_BACK, clock, MIAMI) == datetime(2017, 11, 5, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "expected"),
    [
        (CLOCKS_BACK, time(1, 30), MIAMI, datetime(2017, 11, 5, 5, 30, tzinfo=UTC)),
        (CLOCKS_FORWARD, time(2, 30), PARIS, datetime(2017, 3, 26, 1, 30, tzinfo=UTC)),
        (date(2017, 11, 6), time(9), MIAMI, datetime(2017, 11, 6, 14, tzinfo=UTC)),
    ],
)
def test_the_nearest_instant_is_never_refused(
    day: date, clock: time, zone: str, expected: datetime
) -> None:
    assert nearest_instant(day, clock, zone) == expected


def test_a_moment_reads_on_the_clocks_of_its_zone() -> None:
    at = datetime(2017, 11, 5, 5, 30, tzinfo=UTC)
    walls = [f"{Moment(at, zone).wall:%d %H:%M}" for zone in (MIAMI, PARIS, "Asia/Kolkata")]
    assert walls == ["05 01:30", "05 06:30", "05 11:00"]


@pytest.mark.parametrize(
    ("month", "zone", "expected"),
    [
        (11, MIAMI, "UTC-5"),
        (7, MIAMI, "UTC-4"),
        (7, "Europe/London", "UTC+1"),
        (11, "UTC", "UTC+0"),
        (11, "Asia/Kolkata", "UTC+5:30"),
        (7, "America/St_Johns", "UTC-2:30"),
        (7, "Pacific/Chatham", "UTC+12:45"),
    ],
)
def test_the_name_of_an_offset_reads_back(month: int, zone: str, expected: str) -> None:
    at = datetime(2017, month, 6, 12, tzinfo=UTC)
    name = offset_name(at, zone_named(zone))
    assert name == expected
    assert read_clocks(f"12:00 {name}").start.time.utcoffset() == local(at, zone).utcoffset()


@pytest.mark.parametrize(
    "name",
    ["", "Miami", "America", "America/Miami", "..", "/etc/localtime", "é" * 5000, "a/b/"],
)
def test_what_is_no_zone(name: str) -> None:
    shown = name if len(name) < 120 else f"{name[:119]}…"
    assert refusal(lambda: zone_named(name)) == (
        f'"{shown}" is not a time zone',
        "write an IANA name such as America/New_York or Europe/Paris",
    )


@pytest.mark.parametrize(
    ("day", "clock", "zone"),
    [(date.max, time(23), MIAMI), (date.min, time(0), PARIS)],
)
def test_instants_past_the_end_of_the_calendar(day: date, clock: time, zone: str) -> None:
    sentence, _ = refusal(lambda: instant(day, clock, zone))
    assert sentence == f"the year {day.year} is out of range"


WEEKEND = st.integers(0, 3 * 24 * 60).map(
    lambda minutes: datetime(2017, 11, 4, 4, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(WEEKEND)
def test_every_instant_reads_back_from_its_wall_clock_and_offset(at: datetime) -> None:
    wall = local(at, MIAMI)
    clock = read_clocks(f"{wall:%H:%M} {offset_name(at, zone_named(MIAMI))}").start.time
    assert instant(wall.date(), clock, PARIS) == at


@given(
    st.integers(0, 366 * 24 * 60),
    st.sampled_from([MIAMI, PARIS, "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"]),
)
def test_every_wall_minute_exists_once_and_reads_back_or_is_refused(minute: int, zone: str) -> None:
    wall = datetime.combine(date(2017, 1, 1), time()) + timedelta(minutes=minute)
    if exists_once(wall.date(), wall.time(), zone):
        found = instant(wall.date(), wall.time(), zone)
        assert local(found, zone).replace(tzinfo=None) == wall
    else:
        refusal(lambda: instant(wall.date(), wall.time(), zone))
