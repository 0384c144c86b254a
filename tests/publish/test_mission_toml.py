"""`mission.toml` as text: what is read back is what was meant."""

import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from itinerary.publish.mission_toml import mission_toml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
VALUES = (
    TEXTS
    | st.booleans()
    | st.integers(-1000, 1000)
    | st.dates(date(1, 1, 1))
    | st.lists(TEXTS, min_size=1)
)


def test_the_frame_comes_first_and_sections_last() -> None:
    text = mission_toml(
        {
            "travel": {"slack_minutes": 5, "base": ""},
            "zone": "America/New_York",
            "groups": {"bus A": 'officials; "press"'},
            "ends": date(2017, 11, 10),
            "starts": date(2017, 11, 4),
            "title": "Marseille à Miami",
            "languages": ("fr", "en"),
            "checks": {"rest": {"hours": 9.5}, "promise": "off"},
            "publish": {"base_url": ""},
            "home_zone": None,
        }
    )
    assert text.decode() == (
        'title = "Marseille à Miami"\n'
        "starts = 2017-11-04\n"
        "ends = 2017-11-10\n"
        'zone = "America/New_York"\n'
        'languages = ["fr", "en"]\n'
        "\n"
        "[checks]\n"
        'promise = "off"\n'
        "\n"
        "[checks.rest]\n"
        "hours = 9.5\n"
        "\n"
        "[groups]\n"
        '"bus A" = "officials; \\"press\\""\n'
        "\n"
        "[travel]\n"
        "slack_minutes = 5\n"
    )


@given(st.dictionaries(TEXTS, VALUES | st.dictionaries(TEXTS, VALUES, min_size=1)))
def test_what_is_written_is_read_back(settings: dict[str, object]) -> None:
    assert tomllib.loads(mission_toml(settings).decode()) == settings
