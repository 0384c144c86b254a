from datetime import UTC, datetime, time, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.show.ical.seasons import HOUR, Onset, Seasons, changes, clocks, seasons
from itinerary.times import Span
from tests.show.ical.missions import span

ONE, TWO = timedelta(hours=1), timedelta(hours=2)
SUNDAY = 6


def test_miami() -> None:
    back = Onset(11, 1, SUNDAY, time(2), -4 * ONE, -5 * ONE, "EST")
    forward = Onset(3, 2, SUNDAY, time(2), -5 * ONE, -4 * ONE, "EDT")
    window = span("2017-11-03T00:00Z", "2017-11-12T00:00Z")
    assert seasons("America/New_York", window) == Seasons(back, forward)
    assert changes("America/New_York", window) == [datetime(2017, 11, 5, 6, tzinfo=UTC)]


def test_the_last_sunday_is_the_last_even_when_it_is_the_fourth() -> None:
    back = Onset(10, -1, SUNDAY, time(3), TWO, ONE, "CET")
    forward = Onset(3, -1, SUNDAY, time(2), ONE, TWO, "CEST")
    window = span("2018-03-24T00:00Z", "2018-03-27T00:00Z")
    assert seasons("Europe/Paris", window) == Seasons(back, forward)


def test_half_an_hour_on_the_southern_hemisphere() -> None:
    standard, daylight = timedelta(hours=10, minutes=30), timedelta(hours=11)
    back = Onset(4, 1, SUNDAY, time(2), daylight, standard, "+1030")
    forward = Onset(10, 1, SUNDAY, time(2), standard, daylight, "+11")
    window = span("2017-09-20T00:00Z", "2018-04-20T00:00Z")
    assert seasons("Australia/Lord_Howe", window) == Seasons(back, forward)


def test_clocks_that_change_at_midnight() -> None:
    back = Onset(2, 3, SUNDAY, time(0), -TWO, -3 * ONE, "-03")
    forward = Onset(10, 3, SUNDAY, time(0), -3 * ONE, -TWO, "-02")
    window = span("2017-10-10T00:00Z", "2017-10-20T00:00Z")
    assert seasons("America/Sao_Paulo", window) == Seasons(back, forward)


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        ("Africa/Sao_Tome", "2017-12-30T00:00Z", "2018-01-03T00:00Z"),
        ("America/Metlakatla", "2018-11-01T00:00Z", "2018-11-08T00:00Z"),
        ("America/Metlakatla", "2019-01-18T00:00Z", "2019-01-22T00:00Z"),
        ("Africa/Casablanca", "2018-10-27T00:00Z", "2018-10-30T00:00Z"),
        ("Africa/Casablanca", "2019-05-01T00:00Z", "2020-06-10T00:00Z"),
        ("Europe/Moscow", "2014-10-20T00:00Z", "2014-10-30T00:00Z"),
        ("America/Sao_Paulo", "2018-10-01T00:00Z", "2019-12-01T00:00Z"),
    ],
)
def test_no_pair_where_the_law_moved_the_clocks(zone: str, start: str, end: str) -> None:
    assert seasons(zone, span(start, end)) is None


ZONES = sorted(zone for zone in available_timezones() if "/" in zone)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.integers(0, 65 * 366).map(lambda days: datetime(1972, 1, 1, tzinfo=UTC) + timedelta(days)),
    st.integers(1, 500),
)
def test_a_pair_says_what_zoneinfo_says(zone: str, start: datetime, days: int) -> None:
    window = Span(start, start + timedelta(days))
    pair = seasons(zone, window)
    if pair is None:
        return
    years = range(start.year - 1, window.end.year + 1)
    onsets = sorted((onset.instant(year), onset.after) for onset in pair for year in years)
    quarters = [start + n * HOUR / 4 for n in range(days * 96)]
    said = [max(onset for onset in onsets if onset[0] <= at)[1] for at in quarters]
    assert said == [clocks(at, zone).offset for at in quarters]
