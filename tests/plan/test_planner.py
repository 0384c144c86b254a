"""What a plan says of itself, where there is nothing to plan and where a plan is kept."""

from itertools import product

from itinerary.plan.planner import Wanted, plan
from itinerary.plan.search import Effort
from tests.plan.tables import FRAME, ONE_STEP, clock, lines, mission_of, planned_of

EFFORT = Effort(seconds=20)
TWO_STEPS = 'sessions = ["2017-11-06 14:00/14:40"]'
PRESENT = "meeting,start,end,venue,table\nm1,{},{},hall,1"


def test_nothing_is_left_to_plan() -> None:
    cancelled = "id,who,counterpart,status\nm1,acme,harbor,cancelled"
    pinned = f"id,who,counterpart,venue,start\nm1,acme,harbor,hall,{clock(20)}"
    for meetings, more in product((cancelled, pinned), ("", "\nlongest_run = 20")):
        found = planned_of(mission_of(ONE_STEP + more, meetings=meetings))
        assert (found.status, found.placements, found.unplaced) == ("optimal", {}, ())


def test_no_step_fits_into_a_session() -> None:
    events = "title,date,start,end,who,venue\nTalk,2017-11-04,9:00,10:00,ann,mrs"
    for table in (events, FRAME["events"]):
        mission = mission_of('grid = 30\nsessions = ["2017-11-06 14:00/14:20"]', events=table)
        found = planned_of(mission)
        assert (found.status, found.placements) == ("optimal", {})
        assert [left.meeting for left in found.unplaced] == ["m1"]


def test_tables_that_do_not_count_need_not_be_proven() -> None:
    """Both meetings are in one hall; the second is at the table that is left."""
    meetings = (
        "id,who,counterpart,venue,start,table\n"
        f"m1,acme,harbor,hall,{clock(0)},1\n"
        f"m2,brio,inlet,hall,{clock(20)},1\n"
        "m3,acme,inlet,hall,,"
    )
    people = FRAME["people"] + "joe,Joe Inlet,inlet,host\n"
    steps = 'stages = ["unplaced", "gaps"]\nsessions = ["2017-11-06 14:00/15:00"]'
    found = planned_of(mission_of(steps, meetings=meetings, people=people))
    assert [stage.name for stage in found.stages] == ["unplaced", "gaps"]
    assert found.status == "optimal"


def test_the_heaviest_is_placed() -> None:
    meetings = "id,who,counterpart,priority\nm1,acme,harbor,3\nm2,acme,inlet,2"
    assert lines(mission_of(meetings=meetings)) == ["m2 Mon 14:20-14:40 hall 1"]


def test_many_light_ones_outweigh_a_heavy_one() -> None:
    meetings = (
        "id,who,counterpart,duration,priority\n"
        "m1,acme,harbor,40,2\nm2,ann,inlet,20,3\nm3,bob,harbor,20,3"
    )
    weights = f"{TWO_STEPS}\nweights = {{ 2 = 3, 3 = 2 }}"
    found = planned_of(mission_of(weights, meetings=meetings))
    assert [*found.placements] == ["m2", "m3"]


def test_what_is_kept_stays_where_it_is() -> None:
    present = PRESENT.format(clock(20), clock(40))
    mission = mission_of('sessions = ["2017-11-06 14:00/16:00"]', plan=present)
    assert planned_of(mission, keeps=True).changed == ()
    assert lines(mission, keeps=True) == ["m1 Mon 14:20-14:40 hall 1"]


def test_what_is_kept_stays_at_its_table() -> None:
    """The new one is longer and above it in the table."""
    meetings = "id,who,counterpart,duration\na1,brio,inlet,40\nm1,acme,harbor,20"
    mission = mission_of(TWO_STEPS, meetings=meetings, plan=PRESENT.format(clock(0), clock(20)))
    assert planned_of(mission, keeps=True).changed == ()
    assert lines(mission, keeps=True) == ["a1 Mon 14:00-14:40 hall 2", "m1 Mon 14:00-14:20 hall 1"]


def test_what_cannot_stay_is_said_to_have_changed() -> None:
    present = PRESENT.format(clock(0), clock(20))
    found = planned_of(mission_of(plan=present), keeps=True)
    assert found.changed == ("m1",)
    assert [s.value for s in found.stages if s.name == "changes"] == [1]


def test_only_some_are_planned() -> None:
    meetings = "id,who,counterpart\nm1,acme,harbor\nm2,brio,inlet"
    present = PRESENT.format(clock(0), clock(20))
    mission = mission_of('sessions = ["2017-11-06 14:00/15:00"]', meetings=meetings, plan=present)
    found = plan(mission, Wanted(EFFORT, only=frozenset({"bob"})))
    assert found.placements["m1"].span == mission.meetings["m1"].span
    assert [*found.placements] == ["m1", "m2"]


def test_who_comes_to_two_parts_of_the_world_has_a_journey() -> None:
    """Ann can be had in Marseille or in Miami, days apart."""
    meetings = "id,who,counterpart,venue,earliest,latest\n"
    meetings += "m1,acme,harbor,hall,2017-11-06,2017-11-06\nm2,acme,inlet,mrs,2017-11-08,2017-11-08"
    days = '["2017-11-06 09:00/10:00", "2017-11-08 09:00/10:00"]'
    assert len(lines(mission_of(f"sessions = {days}", meetings=meetings))) == 1
