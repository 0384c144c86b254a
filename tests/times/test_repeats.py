from datetime import UTC, date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itinerary.times import instant, local, occurrence_dates
from tests.times.refusals import refusal

SATURDAY, FRIDAY = date(2017, 11, 4), date(2017, 11, 10)


def days(rule: str, first: date = SATURDAY, last: date = FRIDAY) -> list[int]:
    return [day.day for day in occurrence_dates(rule, first, last)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY", [4, 5, 6, 7, 8, 9, 10]),
        ("daily", [4, 5, 6, 7, 8, 9, 10]),
        ("Tous les jours", [4, 5, 6, 7, 8, 9, 10]),
        ("todos los días", [4, 5, 6, 7, 8, 9, 10]),
        ("en semaine", [6, 7, 8, 9, 10]),
        ("weekdays", [6, 7, 8, 9, 10]),
        ("weekly", [4]),
        ("freq=daily;count=3", [4, 5, 6]),
        ("RRULE:FREQ=DAILY;COUNT=3", [4, 5, 6]),
        ("FREQ=DAILY;COUNT=3;", [4, 5, 6]),
        ("FREQ=DAILY;COUNT=500", [4, 5, 6, 7, 8, 9, 10]),
        ("FREQ=DAILY;UNTIL=20171106", [4, 5, 6]),
        ("FREQ=DAILY;UNTIL=20171106T120000Z", [4, 5, 6]),
        ("FREQ=DAILY;UNTIL=20991231", [4, 5, 6, 7, 8, 9, 10]),
        ("FREQ=DAILY;INTERVAL=2", [4, 6, 8, 10]),
        ("FREQ=DAILY;INTERVAL=9999", [4]),
        ("FREQ=WEEKLY;BYDAY=MO,WE", [6, 8]),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=1", [6]),
        ("FREQ=MONTHLY;BYDAY=1MO", [6]),
        ("FREQ=MONTHLY;BYMONTHDAY=5,9", [5, 9]),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=8", [8]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=3", [7]),
    ],
)
def test_a_rule(rule: str, expected: list[int]) -> None:
    assert days(rule) == expected


def test_a_rule_over_months() -> None:
    found = occurrence_dates("FREQ=MONTHLY;BYDAY=-1FR", SATURDAY, date(2018, 2, 28))
    assert [f"{day:%d/%m}" for day in found] == ["24/11", "29/12", "26/01", "23/02"]


def test_the_wall_time_stays_the_same_when_the_clocks_go_back() -> None:
    zone = "America/New_York"
    found = [instant(day, time(9), zone) for day in occurrence_dates("daily", SATURDAY, FRIDAY)]
    assert {local(at, zone).time() for at in found} == {time(9)}
    assert [at.astimezone(UTC).hour for at in found] == [13, 14, 14, 14, 14, 14, 14]


@pytest.mark.parametrize(
    "rule",
    [
        "", " ", ";", "=", "often", "FREQ", "FREQ=", "FREQ=HOURLY", "FREQ=SECONDLY",
        "COUNT=3", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;COUNT=x",
        "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;UNTIL=31/12/2017",
        "FREQ=DAILY;UNTIL=2017-11-06", "FREQ=DAILY;UNTIL=20171306", "FREQ=DAILY;BYHOUR=9",
        "FREQ=DAILY;BYEASTER=0", "FREQ=DAILY;DTSTART=20170101", "FREQ=DAILY\nEXDATE:20171105",
        "FREQ=DAILY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=0SU",
        "FREQ=MONTHLY;BYDAY=10SA", "FREQ=DAILY;BYSETPOS=400", "FREQ=DAILY;INTERVAL=" + "9" * 5000,
        "=cmd()", "FREQ=DAILY;X-FOO=1", "RRULE:RRULE:FREQ=DAILY",
    ],
)  # fmt: skip
def test_what_is_no_rule(rule: str) -> None:
    sentence, remedy = refusal(lambda: occurrence_dates(rule, SATURDAY, FRIDAY))
    shown = " ".join(rule.split()) if "\n" in rule else rule
    shown = shown if len(shown) <= 120 else f"{shown[:119]}…"
    assert sentence == f'"{shown}" is not a repetition of days'
    assert remedy == "write daily, or an RFC 5545 rule such as FREQ=DAILY;COUNT=5"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=DAILY;BYWEEKNO=-104",
        "FREQ=DAILY;BYMONTHDAY=99999999999999999",
        "FREQ=DAILY;UNTIL=20171101",
    ],
)
def test_a_rule_that_never_happens_is_found_out_at_once(rule: str) -> None:
    sentence, _ = refusal(lambda: occurrence_dates(rule, SATURDAY, FRIDAY))
    assert sentence == f'"{rule}" never happens'


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 40))
def test_every_so_many_days_is_counting(interval: int, count: int, length: int) -> None:
    last = SATURDAY + timedelta(length)
    found = occurrence_dates(f"FREQ=DAILY;INTERVAL={interval};COUNT={count}", SATURDAY, last)
    counted = (SATURDAY + timedelta(interval * n) for n in range(count))
    assert found == [day for day in counted if day <= last]
