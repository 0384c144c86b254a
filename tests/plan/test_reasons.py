"""Why a meeting has no place: each kind of reason, in words, and that the reasons are complete."""

from dataclasses import replace

import pytest

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.plan.board import Board
from tests.plan.missions import CALM
from tests.plan.narrowed import narrowed
from tests.plan.settled import Left, left_of, plain_mission
from tests.plan.tables import FRAME, clock, mission_of, planned_of

NONE = "its one possible start is not free"
TWO_STEPS = 'sessions = ["2017-11-06 14:00/14:40"]'
BLOCKS, SEEDS = 8, 25
SPEAKING = """\
id,name,organisation,side,languages
ann,Ann Acme,acme,delegation,fr
bob,Bob Brio,brio,delegation,fr
hal,Hal Harbor,harbor,host,en
ida,Ida Inlet,inlet,host,en
"""


def why(mission: Mission, identity: str = "m1") -> list[str]:
    """The reasons of a meeting in English; nothing where it has a place."""
    words = Words()
    found = {left.meeting: left.reasons for left in planned_of(mission).unplaced}
    return [words.sentence(reason) for reason in found.get(identity, ())]


@pytest.mark.parametrize(("end", "is_said"), [("14:21", True), ("14:20", False)])
def test_somebody_is_elsewhere(end: str, is_said: bool) -> None:
    events = f"title,date,start,end,who\nTalk,2017-11-06,14:00,{end},ann"
    said = [NONE, f'Ann Acme is at "Talk", Mon 6 Nov 14:00–{end}']
    assert why(mission_of(events=events)) == (said if is_said else [])


def test_several_are_elsewhere() -> None:
    events = "title,date,start,end,who\nTalk,2017-11-06,14:00,14:30,ann;hal"
    said = 'Ann Acme and Hal Harbor are at "Talk", Mon 6 Nov 14:00–14:30'
    assert why(mission_of(events=events)) == [NONE, said]


@pytest.mark.parametrize(("end", "is_said"), [("14:01", True), ("14:00", False)])
def test_the_way_is_too_long(end: str, is_said: bool) -> None:
    """Fifteen minutes, and five of slack."""
    events = f"title,date,start,end,who,venue\nTalk,2017-11-06,13:00,{end},ann,room"
    said = [NONE, f'Ann Acme is at "Talk", Mon 6 Nov 13:00–{end}']
    assert why(mission_of(events=events)) == (said if is_said else [])


@pytest.mark.parametrize(("start", "is_said"), [(39, True), (40, False)])
def test_somebody_is_away(start: int, is_said: bool) -> None:
    absences = f"who,start,end\nhal,{clock(start)},{clock(80)}"
    end = "Mon 6 Nov 15:20"
    said = [NONE, f"Hal Harbor is away from Mon 6 Nov {clock(start)[11:]} to {end}"]
    assert why(mission_of(absences=absences)) == (said if is_said else [])


def test_somebody_is_too_far_away() -> None:
    events = "title,date,start,end,who,venue\nTalk,2017-11-04,9:00,10:00,ann,mrs"
    assert why(mission_of(events=events)) == [
        NONE,
        'Ann Acme is too far away because of "Talk", Sat 4 Nov 09:00–10:00',
    ]


@pytest.mark.parametrize(("end", "is_said"), [(39, True), (40, False)])
def test_a_resource_cannot_be_had(end: int, is_said: bool) -> None:
    resources = f"id,name,kind,available\nkit,Kit,kit,{clock(0)}/{clock(end)}"
    meetings = "id,who,counterpart,resources\nm1,acme,harbor,kit"
    found = why(mission_of(resources=resources, meetings=meetings))
    assert found == ([NONE, "Kit cannot be had then"] if is_said else [])


def test_a_resource_is_elsewhere() -> None:
    resources = "id,name,kind\nkit,Kit,kit"
    meetings = "id,who,counterpart,resources\nm1,acme,harbor,kit"
    events = "title,date,start,end,resources\nTalk,2017-11-06,14:00,14:30,kit"
    found = why(mission_of(resources=resources, meetings=meetings, events=events))
    assert found == [NONE, 'Kit is at "Talk", Mon 6 Nov 14:00–14:30']


@pytest.mark.parametrize(("end", "is_said"), [("14:21", True), ("14:20", False)])
def test_an_event_has_the_room(end: str, is_said: bool) -> None:
    events = f"title,date,start,end,venue\nTalk,2017-11-06,14:00,{end},hall"
    said = [NONE, f'Hall is taken by "Talk", Mon 6 Nov 14:00–{end}']
    assert why(mission_of(events=events)) == (said if is_said else [])


@pytest.mark.parametrize(("opens", "is_said"), [("14:21", True), ("14:20", False)])
def test_a_venue_is_closed(opens: str, is_said: bool) -> None:
    venues = f"id,name,tables,opens\nhall,Hall,2,{opens}\nroom,Room,,\nmia,Mia,,"
    assert why(mission_of(venues=venues)) == ([NONE, "Hall is closed"] if is_said else [])


@pytest.mark.parametrize(("start", "is_said"), [(39, True), (40, False)])
def test_a_room_is_taken(start: int, is_said: bool) -> None:
    """In steps of the grid, of which the pinned meeting takes a part."""
    meetings = (
        "id,who,counterpart,duration,venue,start\n"
        f"m1,acme,harbor,20,room,\nm2,brio,inlet,20,room,{clock(start)}"
    )
    said = [NONE, "Room is taken: Mon 6 Nov 14:20–14:40"]
    assert why(mission_of(meetings=meetings)) == (said if is_said else [])


@pytest.mark.parametrize(("tables", "is_said"), [(1, True), (2, False)])
def test_all_tables_are_taken(tables: int, is_said: bool) -> None:
    venues = f"id,name,tables\nhall,Hall,{tables}\nroom,Room,\nmia,Mia,"
    meetings = f"id,who,counterpart,venue,start\nm1,acme,harbor,,\nm2,brio,inlet,hall,{clock(20)}"
    said = [NONE, "the only table of Hall is taken: Mon 6 Nov 14:20–14:40"]
    assert why(mission_of(venues=venues, meetings=meetings)) == (said if is_said else [])


def test_both_tables_are_taken_at_several_times() -> None:
    people = FRAME["people"] + "cid,Cid,,delegation\njoe,Joe,,host\n"
    pins = "".join(
        f"\nb{at},brio,inlet,hall,{clock(at)}\nc{at},cid,joe,hall,{clock(at)}" for at in (0, 20, 60)
    )
    meetings = f"id,who,counterpart,venue,start\nm1,acme,harbor,,{pins}"
    sessions = '"2017-11-06 14:00/14:40", "2017-11-06 15:00/15:20"'
    found = why(mission_of(f"sessions = [{sessions}]", meetings=meetings, people=people))
    assert found == [
        "none of its 3 possible starts is free",
        "all 2 tables of Hall are taken: Mon 6 Nov 14:00–14:40 and Mon 6 Nov 15:00–15:20",
    ]


def test_nobody_knows_who_comes() -> None:
    mission = mission_of()
    meeting = mission.meetings["m1"]
    broken = meeting._replace(who=meeting.who._replace(is_whole=False))
    mission = replace(mission, meetings={"m1": broken})
    assert why(mission) == ["it is not known who comes: correct the names in its row"]


def test_it_could_be_nowhere() -> None:
    venues = "id,name\nhall,Hall\nroom,Room\nmia,Mia"
    assert why(mission_of(venues=venues)) == [
        "it has neither a venue nor a pool, and no venue has tables"
    ]


@pytest.mark.parametrize(("languages", "is_said"), [("fr;es", True), ("fr;en", False)])
def test_nobody_interprets(languages: str, is_said: bool) -> None:
    resources = f"id,name,kind,languages\nines,Ines,interpreter,{languages}"
    found = why(mission_of(people=SPEAKING, resources=resources))
    assert found == (["no interpreter speaks fr and en"] if is_said else [])


def test_no_interpreter_of_several_can_be_had() -> None:
    busy = f"{clock(0)}/{clock(39)}"
    resources = (
        "id,name,kind,languages,available\n"
        f"ines,Ines,interpreter,fr;en,{busy}\nivan,Ivan,interpreter,fr;en,{{}}"
    )
    found = why(mission_of(people=SPEAKING, resources=resources.format(busy)))
    assert found == [NONE, "Ines cannot be had then", "Ivan cannot be had then"]
    assert why(mission_of(people=SPEAKING, resources=resources.format(""))) == []


@pytest.mark.parametrize(("capacity", "is_said"), [(1, True), (2, False)])
def test_no_venue_is_large_enough(capacity: int, is_said: bool) -> None:
    venues = f"id,name,tables,capacity\nhall,Hall,2,{capacity}\nroom,Room,,\nmia,Mia,,"
    said = [f"2 people come, too many for Hall ({capacity})"]
    assert why(mission_of(venues=venues)) == (said if is_said else [])


@pytest.mark.parametrize(("minutes", "is_said"), [(21, True), (20, False)])
def test_no_session_is_long_enough(minutes: int, is_said: bool) -> None:
    meetings = f"id,who,counterpart,duration\nm1,acme,harbor,{minutes}"
    assert why(mission_of(meetings=meetings)) == (
        [f"no session lasts {minutes} min"] if is_said else []
    )


@pytest.mark.parametrize(("earliest", "is_said"), [(21, True), (20, False)])
def test_no_session_is_in_its_window(earliest: int, is_said: bool) -> None:
    meetings = f"id,who,counterpart,earliest,latest\nm1,acme,harbor,{clock(earliest)},{clock(60)}"
    said = f"no session lies between Mon 6 Nov {clock(earliest)[11:]} and Mon 6 Nov 15:00"
    assert why(mission_of(meetings=meetings)) == ([said] if is_said else [])


@pytest.mark.parametrize(("longest", "is_said"), [(39, True), (40, False)])
def test_somebody_would_have_no_pause(longest: int, is_said: bool) -> None:
    meetings = (
        f"id,who,counterpart,venue,start\nm1,acme,harbor,,\nm2,acme,inlet,hall,{clock(0)}\n"
        f"m3,brio,harbor,hall,{clock(0)}"
    )
    settings = f"{TWO_STEPS}\nlongest_run = {longest}"
    named = "would be in meetings for longer than 39 min without a pause"
    said = [
        "none of its 2 possible starts is free",
        'Ann Acme is at "acme – inlet", Mon 6 Nov 14:00–14:20',
        f"Ann Acme {named}",
    ]
    assert why(mission_of(settings, meetings=meetings)) == (said if is_said else [])


def test_the_earliest_reason_comes_first_and_nothing_is_named_that_is_not_needed() -> None:
    """Ann is at both; that Hal is away as well takes nothing more."""
    late = "Late,2017-11-06,14:20,14:40,ann"
    events = f"title,date,start,end,who\n{late}\nEarly,2017-11-06,14:00,14:20,ann"
    absences = f"who,start,end\nhal,{clock(0)},{clock(10)}"
    assert why(mission_of(TWO_STEPS, events=events, absences=absences)) == [
        "none of its 2 possible starts is free",
        'Ann Acme is at "Early", Mon 6 Nov 14:00–14:20',
        'Ann Acme is at "Late", Mon 6 Nov 14:20–14:40',
    ]


def test_other_meetings_of_the_plan_are_in_the_way() -> None:
    meetings = "id,title,who,counterpart,priority\nm1,Light,acme,harbor,3\nm2,Heavy,acme,inlet,1"
    assert why(mission_of(meetings=meetings)) == [
        NONE,
        'Ann Acme is at "Heavy", Mon 6 Nov 14:20–14:40',
    ]


@pytest.mark.parametrize("block", range(BLOCKS))
def test_the_reasons_alone_leave_no_start_free(block: int) -> None:
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        for left in left_of(plain_mission(seed, CALM)):
            assert (seed, left.id, incomplete(left)) == (seed, left.id, [])


def incomplete(left: Left) -> list[str]:
    """What is wrong with the reasons of a meeting that has no place."""
    words = Words()
    if is_free(left.mission, left.id):
        return ["a start is free"]
    if not left.reasons:
        return ["no reason"]
    alone = narrowed(left.mission, left.id, left.reasons)
    said = [words.sentence(reason) for reason in left.reasons]
    return said if is_free(alone, left.id) else []


def is_free(mission: Mission, identity: str) -> bool:
    return bool(Board(mission, {identity}).request(mission.meetings[identity]).choices)
