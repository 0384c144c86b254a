"""The country of a zone."""

import pytest

from itinerary.times import country_of


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Paris", "FR"),
        ("America/New_York", "US"),
        ("America/Los_Angeles", "US"),
        ("Europe/Monaco", "MC"),
        ("America/Martinique", "MQ"),
        ("America/Argentina/Buenos_Aires", "AR"),
        ("UTC", ""),
        ("US/Eastern", ""),
        ("Europe/Marseille", ""),
        ("", ""),
    ],
)
def test_country(zone: str, country: str) -> None:
    assert country_of(zone) == country
