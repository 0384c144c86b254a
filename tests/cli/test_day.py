"""`day` and `next`: the delegation's day, and where a person should be."""

import json
from pathlib import Path

import pytest

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import MIAMI, call
from tests.golden import golden


def test_the_day_of_a_small_mission(tmp_path: Path) -> None:
    ran = call("-m", write_mission(tmp_path, SMALL), "day", "lundi 6")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Monday 6 November 2017\n"
        "09:00–09:30     Call with City Hall\n"
        "                InterContinental · 1 person\n"
        "10:00–11:00     Signing of the agreement\n"
        "                PortMiami · 3 people\n"
        "14:00–14:20     Port – PortMiami: cold chain\n"
        "                InterContinental · 2 people\n"
        "21:00–01:30 +1  Dinner aboard\n"
        "                PortMiami · 3 people\n"
    )


@pytest.mark.parametrize("width", ["80", "120"])
def test_a_day_of_the_sample(width: str) -> None:
    ran = call("-m", MIAMI, "--width", width, "day", "2017-11-07")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == golden(f"day-{width}.txt", ran.out)
    assert [line for line in ran.out.splitlines() if len(line) > int(width)] == []


def test_the_day_as_data_has_every_item(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    data = json.loads(call("-m", mission, "day", "7", "--format", "json").out)
    assert data["date"] == "2017-11-07"
    assert data["items"][0] == {
        "kind": "event",
        "id": "event:walk",
        "title": "Walk by the bay",
        "start": "2017-11-07T08:00:00-05:00",
        "end": "2017-11-07T09:00:00-05:00",
        "venue": "",
        "to": "",
        "required": 1,
        "optional": 1,
    }
    assert [item["id"] for item in data["items"]] == ["event:walk", "event:visit"]


def test_a_day_with_nothing_and_a_day_that_is_none(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    assert call("-m", mission, "day") == call("-m", mission, "day", "today")
    assert call("-m", mission, "day", "9").out == "Thursday 9 November 2017\nNothing is planned.\n"
    assert call("-m", mission, "day", "11/09/2017").out == (
        "Monday 11 September 2017\n"
        "Nothing is planned; the mission is from Sat 4 Nov to Fri 10 Nov 2017. Did you\n"
        "mean 2017-11-09? Dates are read day first.\n"
    )
    assert call("-m", mission, "day", "soon") == (
        2, "", 'error: "soon" is not a date\n    write a date such as 2017-11-04\n',
    )  # fmt: skip


def test_what_is_on_and_what_is_next(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    ran = call("-m", mission, "next", "suhas", "--at", "2017-11-06 10:30")
    lines = ran.out.splitlines()
    assert lines[:5] == [
        "Jean-François Suhas · Mon 6 Nov 10:30",
        "",
        "Now",
        "10:00–11:00     Signing of the agreement",
        "                PortMiami, 1015 N America Way, Miami",
    ]
    assert lines[lines.index("Next: Mon 6 Nov 14:00, in 3 h 30") :][:3] == [
        "Next: Mon 6 Nov 14:00, in 3 h 30",
        "leave 13:46     about 9 minutes from PortMiami",
        "14:00–14:20     Port – PortMiami: cold chain",
    ]


def test_the_same_as_data_and_at_its_edges(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    found = {}
    for at in ("09:59", "10:00", "10:59", "11:00"):
        ran = call("-m", mission, "next", "suhas", "--at", f"2017-11-06 {at}", "-f", "json")
        data = json.loads(ran.out)
        found[at] = [[entry["id"] for entry in data[when]] for when in ("now", "next")]
    assert found == {
        "09:59": [[], ["event:signing"]],
        "10:00": [["event:signing"], ["meeting:RV1"]],
        "10:59": [["event:signing"], ["meeting:RV1"]],
        "11:00": [[], ["meeting:RV1"]],
    }


def test_nothing_is_next_when_the_mission_is_over(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    assert call("-m", mission, "next", "suhas").out.splitlines()[1:] == [
        "The mission was from Sat 4 Nov to Fri 10 Nov 2017.",
        "",
        "Nothing more is planned.",
    ]
    assert call("-m", mission, "next", "suhas", "--at", "tea time") == (
        2, "", 'error: "tea time" is not a date and a time\n'
        "    write a date and a time such as 2017-11-04 14:30\n",
    )  # fmt: skip


def test_before_the_mission_next_says_when_it_is(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    assert call("-m", mission, "next", "suhas", "--at", "2017-11-01 08:00").out.splitlines()[
        :4
    ] == [
        "Jean-François Suhas · Wed 1 Nov 08:00",
        "The mission is from Sat 4 Nov to Fri 10 Nov 2017.",
        "",
        "Next: Sat 4 Nov 10:40, in 2 d 21 h",
    ]


def test_a_time_to_leave_that_is_over_is_not_said(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    said = {}
    for at in ("13:45", "13:46", "13:47"):
        lines = call("-m", mission, "next", "suhas", "--at", f"2017-11-06 {at}").out.splitlines()
        said[at] = [line[:11] for line in lines if line.startswith("leave")]
    assert said == {"13:45": ["leave 13:46"], "13:46": ["leave 13:46"], "13:47": []}


def test_free_time_and_leaving_as_data(tmp_path: Path) -> None:
    mission = write_mission(tmp_path, SMALL)
    leaving = {}
    for at in ("13:47", "14:10"):
        ran = call("-m", mission, "next", "suhas", "--at", f"2017-11-06 {at}", "-f", "json")
        data = json.loads(ran.out)
        assert {e["free"] for e in (*data["now"], *data["next"])} == {None}
        leaving[at] = [[e["id"], e["leave_by"]] for e in (*data["now"], *data["next"])]
    assert leaving["13:47"] == [["meeting:RV1", "2017-11-06T13:46:00-05:00"]]
    assert leaving["14:10"][0] == ["meeting:RV1", None]


@pytest.mark.parametrize("now", ["now", "NOW", "maintenant", "ahora"])
def test_now_may_be_said(now: str) -> None:
    ran = call("-m", MIAMI, "next", "suhas", "--at", now)
    assert (ran.code, ran.err, ran.out.splitlines()[-1]) == (0, "", "Nothing more is planned.")
