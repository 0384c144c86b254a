from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itinerary.times import DateReader, local, read_moment
from itinerary.times.zones import offset_name, zone_named
from tests.times.refusals import refusal

MIAMI = "America/New_York"
MISSION = DateReader(date(2017, 11, 4), date(2017, 11, 10))
HALF_PAST_TWO = datetime(2017, 11, 6, 19, 30, tzinfo=UTC)


def read(text: str, end_of_day: bool = False) -> datetime:
    return read_moment(text, MISSION, MIAMI, end_of_day)


@pytest.mark.parametrize(
    "text",
    [
        "2017-11-06 14:30", "2017-11-06T14:30", "2017-11-06T14:30:00", "2017-11-06 14:30:00",
        "2017-11-06T14:30-05:00", "2017-11-06T19:30Z", "2017-11-06T20:30+01:00",
        "2017-11-06 14h30", "2017-11-06, 14h30", "2017-11-06 1430", "20171106 14:30",
        "06/11/2017 14:30", "06/11 14h30", "6.11. 14.30", "6/11, 14:30",
        "lundi 6 novembre 14h30", "lundi 6 nov. à 14 h 30", "lun. 6/11 14h30", "lundi 14h30",
        "lundi 6 novembre 2017 14h30", "lundi 6 novembre 2017, 14 h 30", "6 14h30",
        "Mon 6 Nov 2:30 pm", "Nov 6, 2017 at 2:30 pm", "Monday, November 6, 2017 2:30 p.m.",
        "Monday 2:30pm", "6 de noviembre a las 14:30", "lunes 6 de noviembre, 14:30",
        "J+2 14h30", "J+1 14h30 +1", "5 nov. 14:30 +1", "6 nov. 14:30 UTC-5",
        "6 nov. 20:30 UTC+1", "  6 nov. 14h30  ",
    ],
)  # fmt: skip
def test_half_past_two_on_the_sixth(text: str) -> None:
    assert read(text) == HALF_PAST_TWO


@pytest.mark.parametrize("text", ["lundi 6 nov. 14 h", "Mon 6 Nov 2 pm", "6 nov 14 h", "6/11 14h"])
def test_an_hour_is_no_year(text: str) -> None:
    assert read(text) == datetime(2017, 11, 6, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2017-11-06", "06/11/2017", "6 nov.", "6 nov 2017", "lundi 6 novembre 2017",
        "November 6, 2017", "November 6,2017", "Monday 6 Nov 17", "lundi", "6", "J+2",
    ],
)  # fmt: skip
def test_a_date_alone_is_its_midnight_or_the_next(text: str) -> None:
    assert read(text) == datetime(2017, 11, 6, 5, tzinfo=UTC)
    assert read(text, end_of_day=True) == datetime(2017, 11, 7, 5, tzinfo=UTC)


def test_the_end_of_a_day_says_nothing_where_there_is_a_time() -> None:
    assert read("2017-11-06 14:30", end_of_day=True) == HALF_PAST_TWO


def test_a_day_lasts_25_hours_when_the_clocks_go_back() -> None:
    assert read("5 nov.", end_of_day=True) - read("5 nov.") == timedelta(hours=25)


def test_midnight_at_the_end_of_a_day() -> None:
    assert read("6 nov. 24:00") == read("7 nov.")
    assert read("2017-11-06T24:00") == read("7 nov.")


@pytest.mark.parametrize(
    ("text", "sentence", "remedy"),
    [
        (
            "",
            '"" is not a date and a time',
            "write a date and a time such as 2017-11-04 14:30",
        ),
        (
            "14h30",
            '"14h30" is not a date and a time',
            "write a date and a time such as 2017-11-04 14:30",
        ),
        (
            "6 nov. 25h30",
            '"6 nov. 25h30" is not a date and a time',
            "write a date and a time such as 2017-11-04 14:30",
        ),
        (
            "6 nov. 9h-10h",
            '"6 nov. 9h-10h" is not a date and a time',
            "write a date and a time such as 2017-11-04 14:30",
        ),
        (
            "2017-11-06T25:00",
            '"25:00" is not a time',
            "write a time such as 14:30",
        ),
        (
            "31/11",
            'no calendar has the day "31/11"',
            "write a date such as 2017-11-04",
        ),
        (
            "mardi 6 nov. 14h",
            '"mardi 6 nov.": Mon 6 Nov is another day of the week',
            "write Mon 6 Nov or Tue 7 Nov",
        ),
        (
            "mardi 6 nov. 2017",
            '"mardi 6 nov. 2017": Mon 6 Nov is another day of the week',
            "write Mon 6 Nov or Tue 7 Nov",
        ),
        (
            "lundi 6 nov. 2018",
            '"lundi 6 nov. 2018": Tue 6 Nov is another day of the week',
            "write Tue 6 Nov or Mon 5 Nov",
        ),
        (
            "2017-11-05 01:30",
            "01:30 on Sun 5 Nov happens twice in America/New_York: the clocks go back over it",
            "write 01:30 UTC-4 for the first, 01:30 UTC-5 for the second",
        ),
    ],
)
def test_what_is_no_moment(text: str, sentence: str, remedy: str) -> None:
    assert refusal(lambda: read(text)) == (sentence, remedy)


@pytest.mark.parametrize("year", ["1899", "9999"])
def test_years_without_missions(year: str) -> None:
    sentence, _ = refusal(lambda: read(f"31/12/{year}", end_of_day=True))
    assert sentence == f"the year {year} is out of range"


def test_a_text_full_of_gaps_is_refused_at_once() -> None:
    text = "6 nov. " * 4000
    sentence, _ = refusal(lambda: read(text))
    assert sentence == f'"{text[:119]}…" is not a date and a time'


INSTANTS = st.integers(0, 7 * 24 * 60).map(
    lambda minutes: datetime(2017, 11, 4, 4, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(INSTANTS)
def test_every_instant_of_the_mission_reads_back_with_its_offset(at: datetime) -> None:
    wall = local(at, MIAMI)
    offset = offset_name(at, zone_named(MIAMI))
    texts = [
        f"{wall:%Y-%m-%d %H:%M} {offset}", f"{wall:%d/%m/%Y %Hh%M} {offset}",
        f"{wall.isoformat()}", f"{wall:%a %d %b, %I:%M %p} {offset}", f"{at:%Y-%m-%dT%H:%MZ}",
    ]  # fmt: skip
    assert {text: read_moment(text, MISSION, "Asia/Tokyo") for text in texts} == dict.fromkeys(
        texts, at
    )
