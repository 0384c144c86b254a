"""Every plan is put before the checks, and refused where it breaks what it has to keep."""

from datetime import timedelta
from pathlib import Path

import pytest

from itinerary.cli.planned import Outcome, faults_of
from itinerary.cli.planned_if import Task
from itinerary.load import load_mission
from itinerary.plan.result import Placement, Plan, planned
from itinerary.problems import Problem
from itinerary.times import DateReader, Span, read_moment
from itinerary.timetable import Timetable
from tests.cli.missions import write_mission
from tests.cli.planning import FAIR

pytest.importorskip("ortools", reason="plans need the extra `plan`")


def faults(
    path: Path, text: str, only: frozenset[str] | None = None, second: str = "14:00"
) -> list[Problem]:
    """What is wrong with a plan that has the second meeting when the first is, or at a time."""
    mission = load_mission(write_mission(path / "fair", text)).mission
    assert mission is not None
    dates = DateReader(mission.starts, mission.ends)
    spans = []
    for clock in ("14:00", second):
        start = read_moment(f"2017-11-06 {clock}", dates, mission.zone)
        spans.append(Span(start, start + timedelta(minutes=20)))
    found = Plan(
        "optimal", {"M1": Placement(spans[0], "hall", 1), "M2": Placement(spans[1], "hall", 2)}
    )
    return faults_of(Outcome(Task(mission, only), found, Timetable(planned(mission, found))))


DOUBLE = FAIR.replace("Second,bob", "Second,ann").replace("Hall,1,", "Hall,2,")
"""Ann in both of them."""


def test_the_checks_are_the_referee_of_a_plan(tmp_path: Path) -> None:
    found = faults(tmp_path, DOUBLE)
    assert [(fault.code, fault.items) for fault in found] == [
        ("overlap", ("meeting:M1", "meeting:M2"))
    ]
    assert faults(tmp_path, DOUBLE, second="14:20") == []


def test_the_referee_looks_at_what_was_decided(tmp_path: Path) -> None:
    """Two meetings that were to stay where they are, are no fault of the plan."""
    assert faults(tmp_path, DOUBLE, frozenset({"bob"})) == []
    assert len(faults(tmp_path, DOUBLE, frozenset({"kim"}))) == 1


@pytest.mark.parametrize("severity", ["warning", "off"])
def test_the_referee_obeys_the_mission(severity: str, tmp_path: Path) -> None:
    text = DOUBLE.replace("[meetings]", f'[checks]\noverlap = "{severity}"\n[meetings]')
    assert faults(tmp_path, text) == []


def test_the_referee_accepts_what_is_accepted(tmp_path: Path) -> None:
    accepted = "\naccepted\nrule,subject,reason,by\noverlap,M1; M2,Ann is quick,Bob\n"
    assert faults(tmp_path, DOUBLE + accepted) == []
