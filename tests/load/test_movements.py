"""Journeys, transfers and absences."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from itinerary.model import Absence, Journey, Transfer
from itinerary.times import Span
from tests.missions import mission_of, problems, remedies

PEOPLE = "name\nJean\nPaul\n"
VENUES = "id,name,zone\nMRS,Marseille Provence,Europe/Paris\nMIA,Miami International,\nHotel,Hotel,"
TABLES = {"people": PEOPLE, "venues": VENUES}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2017, 11, day, hour, minute, tzinfo=UTC)


def test_a_journey_leaves_and_arrives_on_two_clocks(tmp_path: Path) -> None:
    journeys = "number,who,from,departs,to,arrives\nAF90,all,MRS,4/11 10h,MIA,4/11 16h05\n"
    found = mission_of(tmp_path, journeys=journeys, **TABLES).journeys["af90"]
    assert found == Journey(
        id="af90",
        number="AF90",
        who=found.who,
        start="MRS",
        start_zone="Europe/Paris",
        end="MIA",
        end_zone="America/New_York",
        span=Span(at(4, 9), at(4, 20, 5)),
        origin=found.origin,
    )
    assert found.who.people == ("jean", "paul")
    assert found.span.length == timedelta(hours=11, minutes=5)


def test_a_journey_back_in_the_night_the_clocks_change(tmp_path: Path) -> None:
    journeys = """
number,who,from,from_zone,departs,to,to_zone,arrives
A,Jean,MIA,,4/11 18h,MRS,,5/11 9h
B,Jean,MIA,America/Chicago,4/11 18h,MRS,UTC,5/11 9h
C,Jean,MIA,,5/11 1:30 UTC-4,Hotel,,5/11 1:30 UTC-5
"""
    found = mission_of(tmp_path, journeys=journeys, **TABLES).journeys
    assert [journey.span for journey in found.values()] == [
        Span(at(4, 22), at(5, 8)),
        Span(at(4, 23), at(5, 9)),
        Span(at(5, 5, 30), at(5, 6, 30)),
    ]


def test_journeys_without_numbers_and_one_number_on_two_days(tmp_path: Path) -> None:
    journeys = """
number,who,from,departs,to,arrives
,Jean,MRS,4/11 10h,MIA,4/11 16h
AF90,Jean,MRS,4/11 10h,MIA,4/11 16h
AF90,Paul,MRS,5/11 10h,MIA,5/11 16h
"""
    found = mission_of(tmp_path, journeys=journeys, **TABLES).journeys
    assert list(found) == ["journey-2", "af90-4-11-10h", "af90-5-11-10h"]


def test_a_transfer(tmp_path: Path) -> None:
    transfers = """
vehicle,seats,who,from,departs,to,arrives,driver
Bus 1,49,all,MIA,4/11 17h,Hotel,4/11 17h40,Ray
"""
    found = mission_of(tmp_path, transfers=transfers, **TABLES).transfers["bus-1-2"]
    assert found == Transfer(
        id="bus-1-2",
        vehicle="Bus 1",
        who=found.who,
        start="MIA",
        end="Hotel",
        zone="America/New_York",
        span=Span(at(4, 21), at(4, 21, 40)),
        seats=49,
        driver="Ray",
        origin=found.origin,
    )


@pytest.mark.parametrize(
    ("row", "span"),
    [
        ("Jean,6/11,7/11,ill", Span(at(6, 5), at(8, 5))),
        ("Jean,6/11,,ill", Span(at(6, 5), at(7, 5))),
        ("Jean,5/11,,ill", Span(at(5, 4), at(6, 5))),
        ("Jean,6/11 14h,6/11 16h30,ill", Span(at(6, 19), at(6, 21, 30))),
        ("Jean,6/11 14h,7/11,ill", Span(at(6, 19), at(8, 5))),
        ("Jean,6 nov 2017,7 nov 2017,ill", Span(at(6, 5), at(8, 5))),
    ],
)
def test_an_absence(tmp_path: Path, row: str, span: Span) -> None:
    (found,) = mission_of(tmp_path, absences=f"who,start,end,reason\n{row}\n", **TABLES).absences
    assert found == Absence(found.who, span, "ill", found.origin)
    assert found.who.people == ("jean",)


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        (
            "journeys",
            "who,from,departs,to,arrives\nJean,MRS,4/11 10h,MIA,4/11 4h\n",
            [("time", '"4/11 4h" is not after the start')],
        ),
        (
            "journeys",
            "who,from,departs,to,arrives\nJean,MRX,10h,,\n",
            [
                ("value", 'the column "arrives" is empty here'),
                ("time", '"10h" is not a date and a time'),
                ("reference", '"MRX" is not in the table of venues'),
                ("value", 'the column "to" is empty here'),
            ],
        ),
        (
            "journeys",
            "who,from,from_zone,departs,to,arrives\nJean,MRS,CET+1,4/11 10h,MIA,4/11 16h\n",
            [("value", '"CET+1" is not a time zone')],
        ),
        (
            "transfers",
            "who,from,departs,to,arrives,seats\nJean,MIA,5/11 1h30,Hotel,5/11 3h,few\n",
            [
                (
                    "time",
                    "01:30 on Sun 5 Nov happens twice in America/New_York: the clocks go back"
                    " over it",
                ),
                ("value", '"few" is not a whole number'),
            ],
        ),
        (
            "absences",
            "who,start,end\nJean,7/11,6/11\nJean,soon,\nJean,6/11 9h,\nJean,,7/11\n",
            [
                ("time", '"6/11" is not after the start'),
                ("time", '"soon" is not a date and a time'),
                ("value", 'the column "end" is empty here'),
                ("value", 'the column "start" is empty here'),
            ],
        ),
    ],
)
def test_a_row_that_cannot_be_used(
    tmp_path: Path, table: str, text: str, found: list[tuple[str, str]]
) -> None:
    tables = {**TABLES, table: text}
    assert [(code, said) for _, code, said in problems(tmp_path, **tables)] == found


def test_an_arrival_before_the_departure_has_a_remedy(tmp_path: Path) -> None:
    journeys = "who,from,departs,to,arrives\nJean,MRS,4/11 10h,MIA,4/11 4h\n"
    assert remedies(tmp_path, journeys=journeys, **TABLES) == [
        "write an arrival after the departure, each on its own local clock"
    ]
