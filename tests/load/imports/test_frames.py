"""What several files say of the mission itself."""

from datetime import UTC, date, datetime

from itinerary.load.imports.frames import joined


def test_the_first_has_the_word_but_the_days_are_those_of_all() -> None:
    assert joined(
        [
            {"title": "", "starts": date(2017, 11, 6), "ends": "2017-11-07"},
            {"title": "A", "starts": "2017-11-05", "groups": {"press": "ann"}, "zone": "UTC"},
            {
                "title": "B",
                "ends": datetime(2017, 11, 9, 8, tzinfo=UTC),
                "groups": {"press": "b", "x": "c"},
            },
            {},
        ]
    ) == {
        "title": "A",
        "starts": date(2017, 11, 5),
        "ends": date(2017, 11, 9),
        "groups": {"press": "ann", "x": "c"},
        "zone": "UTC",
    }


def test_what_is_no_day_stays_as_it_is_written() -> None:
    assert joined([{"starts": "soon"}]) == {"starts": "soon"}
