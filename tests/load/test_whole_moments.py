"""A day and a time in two columns."""

from pathlib import Path

import pytest

from itinerary.times import local
from tests.missions import mission_of, problems

VENUES = "name\nA\nB\n"
RIDES = {
    "one day": "Date,departs,arrives\n6/11,9h,10h\n",
    "a day for each": "Date de départ,Heure de départ,Date d'arrivée,Arrivée\n6/11,9h,6/11,10h\n",
    "a day for each before the one": "jour,Date arrivée,départ,arrivée\n6/11,06/11/2017,9h,10h\n",
    "whole already": "Date,departs,arrives\n7/11,6/11 9h,2017-11-06 10:00\n",
    "a day that is a moment": "Date départ,Date arrivée\n6/11 9h,6/11 10h\n",
}


@pytest.mark.parametrize("rides", RIDES.values(), ids=RIDES)
def test_a_day_is_put_before_its_time(tmp_path: Path, rides: str) -> None:
    header, row, _ = rides.split("\n")
    transfers = f"who,from,to,{header}\nall,A,B,{row}\n"
    mission = mission_of(tmp_path, people="name\nJean\n", venues=VENUES, transfers=transfers)
    (ride,) = mission.transfers.values()
    assert [f"{local(moment, ride.zone):%d %H:%M}" for moment in ride.span] == [
        "06 09:00", "06 10:00",
    ]  # fmt: skip


def test_a_time_without_a_day_is_refused(tmp_path: Path) -> None:
    transfers = "who,from,to,Date,departs,arrives\nall,A,B,,9h,10h\n"
    tables = {"people": "name\nJean\n", "venues": VENUES, "transfers": transfers}
    assert problems(tmp_path, **tables) == [
        ("transfers.csv:2", "time", '"10h" is not a date and a time'),
        ("transfers.csv:2", "time", '"9h" is not a date and a time'),
    ]


def test_first_and_last_names_of_passengers(tmp_path: Path) -> None:
    journeys = "Nom,Prénom,from,to,Date,departs,arrives\nRoux,Luc,A,B,6/11,9h,10h\n"
    people = "name\nAnne Roux\nLuc Roux\n"
    mission = mission_of(tmp_path, people=people, venues=VENUES, journeys=journeys)
    assert [journey.who.people for journey in mission.journeys.values()] == [("luc-roux",)]
