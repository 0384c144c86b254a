"""The dates of a rule near a mission, however long ago it began."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itinerary.times import UnreadableError, dates_within

FIRST, LAST = date(2017, 11, 4), date(2017, 11, 10)


@pytest.mark.parametrize(
    ("rule", "begun", "days"),
    [
        ("FREQ=DAILY", date(1990, 1, 1), [4, 5, 6, 7, 8, 9, 10]),
        ("FREQ=DAILY;INTERVAL=3", date(2000, 11, 6), [4, 7, 10]),
        ("FREQ=WEEKLY;BYDAY=MO,FR", date(1999, 1, 6), [6, 10]),
        ("FREQ=WEEKLY;INTERVAL=2", date(2017, 10, 23), [6]),
        ("FREQ=WEEKLY;INTERVAL=2", date(2017, 10, 30), []),
        ("FREQ=MONTHLY;BYDAY=1MO", date(2001, 1, 1), [6]),
        ("FREQ=YEARLY", date(1950, 11, 9), [9]),
        ("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR", date(1971, 1, 1), [6, 7, 8, 9, 10]),
        ("FREQ=YEARLY;BYDAY=1MO;BYMONTH=11", date(1904, 2, 29), [6]),
        ("FREQ=MONTHLY;BYDAY=2TU,1MO", date(1999, 12, 31), [6]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(1950, 1, 1), []),
        ("FREQ=DAILY;COUNT=3", date(2017, 11, 3), [4, 5]),
        ("FREQ=DAILY;UNTIL=20171104", date(2017, 11, 1), [4]),
        ("FREQ=DAILY;UNTIL=20171103", date(2017, 11, 1), []),
        ("FREQ=DAILY", date(2017, 11, 11), []),
    ],
)
def test_dates(rule: str, begun: date, days: list[int]) -> None:
    assert [day.day for day in dates_within(rule, begun, FIRST, LAST)] == days


@pytest.mark.parametrize("rule", ["", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "daily"])
def test_what_is_no_rule(rule: str) -> None:
    with pytest.raises(UnreadableError):
        dates_within(rule, FIRST, FIRST, LAST)


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 5),
    st.sampled_from(["", ";BYMONTHDAY=-1,6,29", ";BYDAY=MO,FR", ";BYMONTH=11"]),
    st.dates(date(2015, 12, 29), LAST),
)
def test_nothing_is_lost_on_the_way(frequency: str, interval: int, parts: str, begun: date) -> None:
    rule = f"FREQ={frequency};INTERVAL={interval}{parts}"
    whole = dates_within(rule, begun, begun, LAST)
    assert dates_within(rule, begun, FIRST, LAST) == [day for day in whole if day >= FIRST]
