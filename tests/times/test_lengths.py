from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itinerary.times import read_length
from tests.times.refusals import refusal


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20", 20),
        ("20 min", 20),
        ("20min", 20),
        ("20 mn", 20),
        ("20'", 20),
        ("20 minutes", 20),
        ("20 minutos", 20),
        ("90m", 90),
        ("1h", 60),
        ("1 h 30", 90),
        ("1h30", 90),
        ("1h30min", 90),
        ("1:30", 90),
        ("2 hours", 120),
        ("2 heures", 120),
        ("2 horas", 120),
        ("PT20M", 20),
        ("PT1H", 60),
        ("PT1H30M", 90),
        (" 20 ", 20),
    ],
)
def test_a_length(text: str, minutes: int) -> None:
    assert read_length(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "-20", "1.5h", "20s", "an hour", "P1D", "12345", "1h30m20s"])
def test_what_is_no_length(text: str) -> None:
    assert refusal(lambda: read_length(text)) == (
        f'"{text}" is not a length of time',
        "write minutes, such as 20, or 1h30",
    )


@pytest.mark.parametrize("text", ["0", "0 min", "0h", "00:00", "PT", "PT0M"])
def test_a_length_of_nothing(text: str) -> None:
    assert refusal(lambda: read_length(text)) == (
        f'"{text}" lasts no time',
        "write minutes, such as 20, or 1h30",
    )


@given(st.integers(1, 99 * 60 + 59))
def test_every_length_reads_back_however_it_is_written(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    texts = [f"{minutes}", f"{minutes} min", f"{hours}h{rest:02}", f"PT{hours}H{rest}M"]
    expected = dict.fromkeys(texts, timedelta(minutes=minutes))
    assert {text: read_length(text) for text in texts} == expected
