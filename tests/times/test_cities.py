"""Zones by their own name or by a city's."""

from functools import partial

import pytest

from itinerary.times import zone_named
from itinerary.times.cities import OTHERS, zone_called, zone_written
from tests.times.refusals import refusal


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("America/New_York", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("New York", "America/New_York"),
        ("paris", "Europe/Paris"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Istanbul", "Europe/Istanbul"),
        ("Indianapolis", "America/Indiana/Indianapolis"),
        ("UTC", "UTC"),
        ("Asia/Calcutta", "Asia/Calcutta"),
    ],
)
def test_a_zone_or_its_city(text: str, zone: str) -> None:
    assert zone_called(text) == zone


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Miami", "did you mean America/New_York?"),
        ("marseille", "did you mean Europe/Paris?"),
        ("Washington DC", "did you mean America/New_York?"),
        ("Pariss", "did you mean Europe/Paris?"),
        ("Marseile", "did you mean Europe/Paris?"),
        ("Mars/Olympus", "write an IANA name such as America/New_York or Europe/Paris"),
        ("", "write an IANA name such as America/New_York or Europe/Paris"),
        ("../etc/passwd", "write an IANA name such as America/New_York or Europe/Paris"),
    ],
)
def test_what_is_offered(text: str, hint: str) -> None:
    assert refusal(lambda: zone_called(text)) == (f'"{text}" is not a time zone', hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Montréal", "did you mean America/Montreal?"),
        ("Paris", "did you mean Europe/Paris?"),
        ("Torronto", "did you mean America/Toronto?"),
        ("Mars/Olympus", "write an IANA name such as America/New_York or Europe/Paris"),
    ],
)
def test_a_name_that_must_be_exact(text: str, hint: str) -> None:
    assert zone_written("America/Toronto") == "America/Toronto"
    assert refusal(lambda: zone_written(text)) == (f'"{text}" is not a time zone', hint)


def test_every_city_is_offered_a_zone_and_names_none() -> None:
    for zone, cities in OTHERS.items():
        assert zone_named(zone).key == zone_called(zone) == zone
        for city in cities.split("|"):
            sentence = f'"{city}" is not a time zone', f"did you mean {zone}?"
            assert refusal(partial(zone_called, city)) == sentence
