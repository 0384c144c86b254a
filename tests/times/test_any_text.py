"""Whatever stands in a cell, a reader of times reads it or refuses it; nothing else comes out."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.times import (
    DateReader,
    UnreadableError,
    guess_clocks,
    guess_date,
    guess_end,
    guess_moment,
    occurrence_dates,
    read_clocks,
    read_length,
    read_moment,
    zone_named,
)

SATURDAY = date(2017, 11, 4)


def reader(first: date) -> DateReader:
    return DateReader(first, first + timedelta(6), today=first)


READERS: dict[str, Callable[[str], object]] = {
    "read_clocks": read_clocks,
    "read_clocks, iso": lambda text: read_clocks(text, iso=True),
    "DateReader.read": lambda text: reader(SATURDAY).read(text),
    "DateReader.read, 1900": lambda text: reader(date(1900, 1, 1)).read(text),
    "DateReader.read, 2199": lambda text: reader(date(2199, 12, 25)).read(text),
    "read_moment": lambda text: read_moment(text, reader(SATURDAY), "America/New_York"),
    "read_moment, 2199": lambda text: read_moment(
        text, reader(date(2199, 12, 25)), "Pacific/Kiritimati", end_of_day=True
    ),
    "guess_clocks": guess_clocks,
    "guess_end": guess_end,
    "guess_date": lambda text: guess_date(text, reader(SATURDAY)),
    "guess_moment": lambda text: guess_moment(text, reader(SATURDAY), "America/New_York", False),
    "read_length": read_length,
    "occurrence_dates": lambda text: occurrence_dates(text, SATURDAY, SATURDAY + timedelta(30)),
    "zone_named": zone_named,
}

TOKENS = re.split(
    r"\s+",
    """lundi mar mardi Mon 6 7 31 06/11 6/11/2017 nov. novembre 2017 17 9999 0000 2017-11-06 1er J+2
    14h 9h30 24:00 25:00 2:30 pm a.m. p. m. midi minuit - – / à at to a T Z + +1 UTC UTC-5 +05:00
    ? TBC vers fin conf. ~ (env.) 43046 0.5
    20 min PT20M 1h30 FREQ=DAILY; FREQ=MONTHLY; FREQ=YEARLY; COUNT=3 INTERVAL=0 INTERVAL=2
    UNTIL=20171106 BYDAY=2MO; BYDAY=-5SU; BYMONTH=2; BYMONTHDAY=30; BYWEEKNO=53; BYSETPOS=-3;
    BYYEARDAY=366; Europe/Paris .. America/""",
)
TEXTS = st.one_of(
    st.text(),
    st.text("0123456789 hH:.-+/,;=apmjdutczZ()–º'\n\t", max_size=24),
    st.lists(st.sampled_from(TOKENS), max_size=7).map(" ".join),
    st.lists(st.sampled_from(TOKENS), max_size=7).map("".join),
)


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=300)
@given(text=TEXTS)
def test_a_text_is_read_or_refused(name: str, text: str) -> None:
    with suppress(UnreadableError):
        READERS[name](text)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "text", ["9" * 30000, " " * 30000, "lundi " * 5000, "- " * 15000, "(" * 30000, "+1" * 15000]
)
def test_a_long_text_is_refused_soon(name: str, text: str) -> None:
    with pytest.raises(UnreadableError):
        READERS[name](text)
