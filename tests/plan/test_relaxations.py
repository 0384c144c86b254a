"""What would let a meeting in: each kind in words, and that it works once it is done."""

import pytest

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.plan.planner import plan
from itinerary.plan.relaxations import MOST
from itinerary.plan.result import OPTIMAL
from itinerary.problems import Message
from tests.plan.applied import applied
from tests.plan.missions import CALM
from tests.plan.settled import WANTED, Left, left_of, plain_mission
from tests.plan.tables import FRAME, clock, mission_of

BLOCKS, SEEDS = 8, 25
ORDER = (
    "tables", "venue", "resource", "later", "earlier", "shorter", "unpin", "other", "session",
    "without",
)  # fmt: skip
"""The smallest first; of other meetings, in the order in which they are in the way."""


def ways(mission: Mission, identity: str = "m1") -> list[str]:
    """What would let a meeting in, each of which has been done and seen to work."""
    words = Words()
    left = next((one for one in left_of(mission) if one.id == identity), None)
    if left is None:
        return []
    assert useless(left) == []
    return [words.sentence(way) for way in left.relaxations]


def useless(left: Left) -> list[str]:
    """The ways that do not let the meeting in, or not when they say."""
    words = Words()
    return [words.sentence(way) for way in left.relaxations if not works(left, way)]


def works(left: Left, way: Message) -> bool:
    after = applied(left.mission, left.id, way)
    found = plan(after, WANTED)
    asked = [one for one in after.meetings.values() if one.id == left.id or is_moved(way, one.id)]
    return found.status == OPTIMAL and all(one.id in found.placements for one in asked)


def is_moved(way: Message, identity: str) -> bool:
    return way.args.get("other") == identity


def one_step(more: str = "", **tables: str) -> Mission:
    return mission_of(f'sessions = ["2017-11-06 14:20/14:40"]\n{more}', **tables)


ROOM = "id,name,tables,zone\nhall,Hall,{},\nroom,Room,,\nmia,Mia,,\nmrs,Mrs,,Europe/Paris"
THEN = "then Mon 6 Nov"
TALK = "title,date,start,end,who\nTalk,2017-11-06,14:20,14:40,{}"
TWO_STEPS = 'sessions = ["2017-11-06 14:00/14:40"]'


def test_one_more_table() -> None:
    meetings = (
        f"id,who,counterpart,venue,start\nm1,acme,harbor,hall,\nm2,brio,inlet,hall,{clock(20)}"
    )
    mission = one_step(venues=ROOM.format(1), meetings=meetings)
    assert ways(mission)[0] == f"one more table in Hall: {THEN} 14:20"


def test_another_venue() -> None:
    venues = ROOM.format(1) + "\nannex,Annex,1,"
    meetings = "id,who,counterpart,venue\nm1,acme,harbor,hall"
    events = "title,date,start,end,venue\nTalk,2017-11-06,14:00,15:00,hall"
    mission = one_step(venues=venues, meetings=meetings, events=events)
    assert ways(mission)[0] == f"in Annex: {THEN} 14:20"


def test_another_interpreter() -> None:
    resources = (
        "id,name,kind,languages,available\n"
        f"ines,Ines,interpreter,fr;en,{clock(40)}/{clock(60)}\n"
        "ivan,Ivan,interpreter,fr,\nida,Iris,interpreter,fr;en;es,"
    )
    meetings = "id,who,counterpart,resources\nm1,acme,harbor,ines"
    mission = one_step(resources=resources, meetings=meetings)
    assert ways(mission)[0] == f"with Iris instead of Ines: {THEN} 14:20"


def test_later_and_earlier_than_its_window() -> None:
    meetings = f"id,who,counterpart,earliest,latest\nm1,acme,harbor,{clock(20)},{clock(40)}"
    steps = 'sessions = ["2017-11-06 14:00/15:40"]'
    mission = mission_of(steps, meetings=meetings, events=TALK.format("ann"))
    assert ways(mission)[:2] == [
        "later than its window: Mon 6 Nov 14:40",
        "earlier than its window: Mon 6 Nov 14:00",
    ]


def test_shorter() -> None:
    meetings = "id,who,counterpart,duration\nm1,acme,harbor,40"
    mission = mission_of(TWO_STEPS, meetings=meetings, events=TALK.format("ann"))
    assert ways(mission)[0] == f"20 min instead of 40 min: {THEN} 14:00"


def test_a_pinned_meeting_set_free() -> None:
    meetings = (
        "id,title,who,counterpart,earliest,latest,venue,start\n"
        f"m1,First,acme,harbor,{clock(20)},{clock(40)},,\nm2,Second,acme,inlet,,,hall,{clock(20)}"
    )
    found = ways(mission_of(TWO_STEPS, meetings=meetings))
    assert f"m2 (Second) set free, to Mon 6 Nov 14:00: {THEN} 14:20" in found


def test_another_meeting_outside_its_window() -> None:
    meetings = (
        "id,title,who,counterpart,earliest,latest,priority\n"
        f"m1,First,acme,harbor,{clock(20)},{clock(40)},3\n"
        f"m2,Second,acme,inlet,{clock(20)},{clock(40)},1"
    )
    found = ways(mission_of(TWO_STEPS, meetings=meetings))
    assert found[-1] == f"m2 (Second) outside its window, to Mon 6 Nov 14:00: {THEN} 14:20"


def test_a_longer_session() -> None:
    mission = one_step(events=TALK.format("ann"))
    assert ways(mission) == [
        f"a session that ends 20 min later: {THEN} 14:40",
        f"a session that begins 20 min earlier: {THEN} 14:00",
    ]


def test_without_one_of_several() -> None:
    people = FRAME["people"] + "abe,Abe Acme,acme,delegation\n"
    absences = "who,start,end\nann,2017-11-06,2017-11-07"
    assert ways(one_step(people=people, absences=absences)) == [f"without Ann Acme: {THEN} 14:20"]


def test_nothing_helps() -> None:
    absences = "who,start,end\nann,2017-11-06,2017-11-07"
    assert ways(one_step(absences=absences)) == []


def test_a_pause_that_is_needed_is_not_forgotten() -> None:
    """A table more is no help to whom has no pause."""
    meetings = (
        "id,who,counterpart,venue,start,table\n"
        f"m1,acme,harbor,,,\nm2,acme,inlet,hall,{clock(0)},1\nm3,brio,harbor,hall,{clock(0)},2"
    )
    mission = mission_of(f"{TWO_STEPS}\nlongest_run = 20", meetings=meetings)
    assert [way for way in ways(mission) if "table" in way] == []


def test_no_more_than_three() -> None:
    """A table, another venue, later, earlier, the other meeting and a longer session would do."""
    meetings = (
        "id,who,counterpart,venue,start,earliest,latest\n"
        f"m1,acme,harbor,hall,,{clock(20)},{clock(40)}\nm2,brio,inlet,hall,{clock(20)},,"
    )
    venues = ROOM.format(1) + "\nannex,Annex,1,"
    steps = 'sessions = ["2017-11-06 14:00/15:40"]'
    assert ways(mission_of(steps, venues=venues, meetings=meetings)) == [
        f"one more table in Hall: {THEN} 14:20",
        f"in Annex: {THEN} 14:20",
        "later than its window: Mon 6 Nov 14:40",
    ]


@pytest.mark.parametrize("block", range(BLOCKS))
def test_each_way_works_and_the_smallest_comes_first(block: int) -> None:
    for seed in range(block * SEEDS, (block + 1) * SEEDS):
        for left in left_of(plain_mission(seed, CALM)):
            assert (seed, left.id, useless(left)) == (seed, left.id, [])
            kinds = [ORDER.index(way.key.split(".")[2]) for way in left.relaxations]
            assert (seed, left.id, kinds) == (seed, left.id, sorted(kinds))
            assert len(kinds) in range(MOST + 1)
