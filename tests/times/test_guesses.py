"""What a cell may mean that is no plain date or time."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itinerary.locale import Words
from itinerary.times import (
    DateReader,
    Guess,
    guess_clocks,
    guess_date,
    guess_end,
    guess_moment,
    read_clocks,
)
from tests.times.refusals import refusal

MISSION = DateReader(date(2017, 11, 4), date(2017, 11, 10))


def date_of(text: str) -> Guess[date]:
    return guess_date(text, MISSION)


def moment_of(text: str) -> Guess[Any]:
    return guess_moment(text, MISSION, "America/New_York", False)


def said(guess: Guess[Any]) -> str:
    """What to type instead."""
    return Words().sentence(guess.hint)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("8h30/9h00", "08:30-09:00"),
        ("8h30 / 9h", "08:30-09:00"),
        ("20h30 - fin", "20:30-21:30"),
        ("20h30 – …", "20:30-21:30"),
        ("20h30 → end", "20:30-21:30"),
        ("20h30 -", "20:30-21:30"),
        ("23h30 - fin", "23:30-00:30 +1"),
        ("20h UTC+1 - fin", "20:00 UTC+01:00-21:00 UTC+01:00"),
        ("vers 12h30", "12:30"),
        ("env. 12h30", "12:30"),
        ("~12h30", "12:30"),
        ("12h30 environ", "12:30"),
        ("12h30 (env.)", "12:30"),
        ("hacia las 12:30", "12:30"),
        ("vers 9h-10h", "09:00-10:00"),
        ("0.604166667", "14:30"),
        ("0,375", "09:00"),
        ("0.99999", "00:00 +1"),
    ],
)
def test_a_clock(text: str, meant: str) -> None:
    found = guess_clocks(text)
    assert (said(found), found.is_draft) == (f"write {meant}", False)
    assert found.value == read_clocks(meant)
    assert refusal(lambda: read_clocks(text))[0] == f'"{text}" is not a time'


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("14h30 (à conf.)", "14:30"),
        ("14h30 à confirmer", "14:30"),
        ("14h30 ?", "14:30"),
        ("14h30?", "14:30"),
        ("14h30 TBC", "14:30"),
        ("14h30 - TBC", "14:30-15:30"),
        ("14h30-15h [por confirmar]", "14:30-15:00"),
        ("vers 14h30 (?)", "14:30"),
    ],
)
def test_a_clock_that_is_not_sure(text: str, meant: str) -> None:
    found = guess_clocks(text)
    assert said(found) == f"write {meant}, and draft as the status if there is one"
    assert (found.value, found.is_draft) == (read_clocks(meant), True)


@pytest.mark.parametrize("guess", [guess_clocks, date_of, moment_of])
@pytest.mark.parametrize(
    "text",
    ["à conf.", "À CONFIRMER", "TBC", "tbd", "?", "(?)", "horaire à confirmer", "por confirmar"],
)
def test_no_time_yet(guess: Callable[[str], Guess[Any]], text: str) -> None:
    found = guess(text)
    assert (found.value, said(found)) == (None, "write the time as soon as it is known")


@pytest.mark.parametrize("text", ["fin", "…", "-", "?", "TBC", "fin de soirée", "late"])
def test_an_end_that_is_not_known(text: str) -> None:
    found = guess_end(text)
    assert (found.value, said(found)) == (None, "write the end")


def test_an_end_that_is_not_sure() -> None:
    assert guess_end("22h ?") == guess_clocks("22h ?")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("43046", "2017-11-07"),
        ("43046.0", "2017-11-07"),
        ("43046,75", "2017-11-07"),
        ("42677", "2016-11-03"),
        ("43415", "2018-11-11"),
    ],
)
def test_a_day_as_spreadsheets_count(text: str, meant: str) -> None:
    assert (said(date_of(text)), f"{date_of(text).value}") == (f"write {meant}", meant)


@pytest.mark.parametrize("text", ["42676", "43416", "12345", "99999", "4304", "430466"])
def test_a_number_far_from_the_mission_is_no_day(text: str) -> None:
    assert refusal(lambda: date_of(text))[0] == f'"{text}" is not a date'


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("43046.604166667", "write 2017-11-07 14:30"),
        ("43046", "write 2017-11-07 00:00"),
        ("2017-11-07 vers 14h30", "write 2017-11-07 14:30"),
        ("mardi 7 nov. 14h30 ?", "write 2017-11-07 14:30, and draft as the status if there is one"),
    ],
)
def test_a_moment(text: str, remedy: str) -> None:
    assert said(moment_of(text)) == remedy


@pytest.mark.parametrize(
    ("guess", "text", "sentence"),
    [
        (guess_clocks, "9h30/10h/11h", '"9h30/10h/11h" is not a time'),
        (guess_clocks, "25h30 ?", '"25h30 ?" is not a time'),
        (guess_clocks, "9", '"9" is not a time'),
        (guess_clocks, "1.5", '"1.5" is not a time'),
        (guess_clocks, "fin", '"fin" is not a time'),
        (date_of, "mardi 6 nov. ?", '"mardi 6 nov.": Mon 6 Nov is another day of the week'),
        (date_of, "31/11 (à conf.)", 'no calendar has the day "31/11"'),
        (moment_of, "5/11 1h30 ?", "01:30 on Sun 5 Nov happens twice in America/New_York: the"
         " clocks go back over it"),
    ],
)  # fmt: skip
def test_nothing_to_guess(guess: Callable[[str], Guess[Any]], text: str, sentence: str) -> None:
    assert refusal(lambda: guess(text))[0] == sentence


@given(st.times())
def test_the_part_of_a_day_is_its_time(clock: Any) -> None:
    minutes = clock.hour * 60 + clock.minute
    found = guess_clocks(f"{minutes / 1440:.9f}") if minutes > 120 else None
    assert found is None or found.value == read_clocks(f"{clock:%H:%M}")
