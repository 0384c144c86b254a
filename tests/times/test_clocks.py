from datetime import UTC, time, timedelta, timezone, tzinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itinerary.times import Clock, ClockRange, read_clocks
from tests.times.refusals import refusal


def at(hour: int, minute: int = 0, days: int = 0, zone: tzinfo | None = None) -> Clock:
    return Clock(time(hour, minute, tzinfo=zone), days)


def utc(hours: int, minutes: int = 0) -> timezone:
    return timezone(timedelta(hours=hours, minutes=minutes))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:30", at(9, 30)),
        ("09:30", at(9, 30)),
        ("9:30:00", at(9, 30)),
        ("0930", at(9, 30)),
        ("9h30", at(9, 30)),
        ("9 h 30", at(9, 30)),
        ("9H30", at(9, 30)),
        ("9h30min", at(9, 30)),
        ("9 heures 30", at(9, 30)),
        ("9.30", at(9, 30)),
        ("9 h", at(9)),
        ("9h", at(9)),
        ("14h", at(14)),
        ("14 hrs", at(14)),
        ("à 14h", at(14)),
        ("at 14:00", at(14)),
        ("a las 14:00", at(14)),
        ("dès 14h", at(14)),
        ("à partir de 14h", at(14)),
        ("desde las 14:00", at(14)),
        ("14H", at(14)),
        ("8:30 AM", at(8, 30)),
        ("9h\u00a030", at(9, 30)),
        (" 9:30 ", at(9, 30)),
        ("9:30.", at(9, 30)),
        ("midi", at(12)),
        ("Noon", at(12)),
        ("mediodía", at(12)),
        ("minuit", at(0)),
        ("midnight", at(0)),
        ("2:30 pm", at(14, 30)),
        ("2:30PM", at(14, 30)),
        ("2:30 p.m.", at(14, 30)),
        ("2:30 p. m.", at(14, 30)),
        ("2 pm", at(14)),
        ("12 am", at(0)),
        ("12 pm", at(12)),
        ("12:30 a.m.", at(0, 30)),
        ("11:59 pm", at(23, 59)),
        ("24:00", at(0, days=1)),
        ("24h", at(0, days=1)),
        ("00:30 +1", at(0, 30, days=1)),
        ("00:30+1", at(0, 30, days=1)),
        ("0h30 (+1)", at(0, 30, days=1)),
        ("0h30 J+1", at(0, 30, days=1)),
        ("6:15 +2", at(6, 15, days=2)),
        ("14:20 UTC-5", at(14, 20, zone=utc(-5))),
        ("14h20 UTC −5", at(14, 20, zone=utc(-5))),
        ("14:20 (UTC-5)", at(14, 20, zone=utc(-5))),
        ("14:20 UTC+1", at(14, 20, zone=utc(1))),
        ("14:20 GMT+2", at(14, 20, zone=utc(2))),
        ("14:20 utc+3", at(14, 20, zone=utc(3))),
        ("14:20 UTC +1", at(14, 20, zone=utc(1))),
        ("14:20 UTC+5:30", at(14, 20, zone=utc(5, 30))),
        ("14:20+01:00", at(14, 20, zone=utc(1))),
        ("14:20 +0100", at(14, 20, zone=utc(1))),
        ("14:20Z", at(14, 20, zone=UTC)),
        ("14:20 UTC", at(14, 20, zone=UTC)),
        ("00:30 +1 UTC-5", at(0, 30, days=1, zone=utc(-5))),
        ("00:30 UTC-5 +1", at(0, 30, days=1, zone=utc(-5))),
        ("midi UTC+1", at(12, zone=utc(1))),
    ],
)
def test_a_time(text: str, expected: Clock) -> None:
    assert read_clocks(text) == ClockRange(expected)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9h30-10h15", at(9, 30), at(10, 15)),
        ("9:30 - 10:15", at(9, 30), at(10, 15)),
        ("9:30\u201310:15", at(9, 30), at(10, 15)),
        ("9h30 \u2014 10h15", at(9, 30), at(10, 15)),
        ("09:30-10:15", at(9, 30), at(10, 15)),
        ("de 9h30 à 10h15", at(9, 30), at(10, 15)),
        ("9:30 to 10:15", at(9, 30), at(10, 15)),
        ("9:30 until 10:15", at(9, 30), at(10, 15)),
        ("9h30 → 10h15", at(9, 30), at(10, 15)),
        ("9h30 -> 10h15", at(9, 30), at(10, 15)),
        ("9h30 jusqu’à 10h15", at(9, 30), at(10, 15)),
        ("de las 9:30 a 10:15", at(9, 30), at(10, 15)),
        ("de las 9:30 a las 10:15", at(9, 30), at(10, 15)),
        ("9:30 hasta 10:15", at(9, 30), at(10, 15)),
        ("9-10", at(9), at(10)),
        ("9-10h", at(9), at(10)),
        ("23h-1h", at(23), at(1)),
        ("22:00-24:00", at(22), at(0, days=1)),
        ("23h-1h +1", at(23), at(1, days=1)),
        ("midi-14h", at(12), at(14)),
        ("23h-minuit", at(23), at(0)),
        ("2-3:30 pm", at(14), at(15, 30)),
        ("11-1 pm", at(11), at(13)),
        ("10-11 am", at(10), at(11)),
        ("11 am-1 pm", at(11), at(13)),
        ("14:00-05:00", at(14), at(5)),
        ("9h30-10h15 UTC-5", at(9, 30, zone=utc(-5)), at(10, 15, zone=utc(-5))),
        ("1:30 UTC-4 - 1:30 UTC-5", at(1, 30, zone=utc(-4)), at(1, 30, zone=utc(-5))),
    ],
)
def test_a_start_and_an_end(text: str, start: Clock, end: Clock) -> None:
    assert read_clocks(text) == ClockRange(start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:20-05:00", at(14, 20, zone=utc(-5))),
        ("14:20:00+0100", at(14, 20, zone=utc(1))),
        ("14:20Z", at(14, 20, zone=UTC)),
        ("14:20", at(14, 20)),
    ],
)
def test_a_dash_is_an_offset_behind_an_iso_date(text: str, expected: Clock) -> None:
    assert read_clocks(text, iso=True) == ClockRange(expected)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "9", "9.", "６", "25h30", "25:00", "24:30", "9h60", "9:5", "9:3", "9:30:61",
        "99", "930", "-5", "9h-", "-10h", "9h-10h-11h", "13 pm", "0 am", "14:30 pm", "9h30 demain",
        "UTC", "Z", "UTC-5", "+1", "9h30/10h15", "tbd", "vers 14h", "soon", "=NOW()", "١٤:٧٠",
    ],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    sentence, remedy = refusal(lambda: read_clocks(text))
    assert sentence == f'"{text}" is not a time'
    assert remedy == "write a time such as 14:30"


@pytest.mark.parametrize(
    ("text", "hours"), [("9h UTC+15", "15:00"), ("9h UTC-14:30", "14:30"), ("9h +01:75", "1:75")]
)
def test_an_offset_no_place_has(text: str, hours: str) -> None:
    assert refusal(lambda: read_clocks(text)) == (
        f"an offset of {hours} hours from UTC does not exist",
        "write an offset such as UTC-5 or +01:00",
    )


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MINUTES = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


def offset_of(zone: timezone) -> str:
    minutes = zone.utcoffset(None) // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


@given(MINUTES)
def test_every_time_reads_back_however_it_is_written(clock: time) -> None:
    texts = [
        f"{clock:%H:%M}", f"{clock:%Hh%M}", f"{clock.hour} h {clock:%M}",
        f"{clock:%I:%M %p}", f"{clock:%I:%M} {'ap'[clock.hour > 11]}.m.", f"{clock:%H%M}",
        f"{clock:%H:%M:00}", f"dès {clock.hour}h{clock:%M}", f"{clock.hour}.{clock:%M}",
    ]  # fmt: skip
    expected = dict.fromkeys(texts, ClockRange(Clock(clock)))
    assert {text: read_clocks(text) for text in texts} == expected


@given(MINUTES, OFFSETS, st.integers(0, 3))
def test_every_offset_and_following_day_reads_back(clock: time, zone: timezone, days: int) -> None:
    text = f"{clock:%H:%M}{f' +{days}' if days else ''} {offset_of(zone)}"
    expected = Clock(clock.replace(tzinfo=zone), days)
    assert read_clocks(text) == ClockRange(expected)


@given(MINUTES, MINUTES)
def test_every_range_reads_back(start: time, end: time) -> None:
    texts = [f"{start:%H:%M}-{end:%H:%M}", f"de {start:%Hh%M} à {end:%Hh%M}"]
    expected = dict.fromkeys(texts, ClockRange(Clock(start), Clock(end)))
    assert {text: read_clocks(text) for text in texts} == expected
