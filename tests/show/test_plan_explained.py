"""Why one meeting is where it is, or nowhere, drawn."""

from typing import Any

from itinerary.locale import Words
from itinerary.problems import say
from itinerary.show.lines import plain
from itinerary.show.plan_explained import Explained, explained_data, explained_text
from tests.show.plans import PLANNED, PRESENT, mission_of


def explained(plan: str, identity: str, **fields: Any) -> list[str]:
    mission = mission_of(plan)
    one = Explained(mission, mission.meetings[identity], **fields)
    words = Words()
    words.year = 2017
    assert explained_data(one, words)["meeting"] == identity
    return [plain(parts) for parts in explained_text(one, words, 80)]


def test_a_meeting_that_has_a_place() -> None:
    others = (mission_of(PRESENT).meetings["M1"],)
    assert explained(PLANNED, "M1", others=others) == [
        "M1  First of all",
        "Mon 6 Nov 14:00, Hall, table 2",
        "",
        "Free for everyone now",
        "    Mon 6 Nov 15:00, Room",
    ]


def test_a_meeting_that_is_pinned() -> None:
    assert explained("", "M3") == ["M3  Third", "Mon 6 Nov 14:40 · pinned"]


def test_a_meeting_that_has_none() -> None:
    way = say("plan.relax.venue", venue="Room", at="Mon 6 Nov 15:00")
    found = explained("", "M4", reasons=(say("plan.reason.nowhere"),), ways=(way,))
    assert found == [
        "M4  Fourth",
        "It has no place.",
        "",
        "What stands in the way",
        "    it has neither a venue nor a pool, and no venue has tables",
        "",
        "What would let it in",
        "    in Room: then Mon 6 Nov 15:00",
    ]
    mission = mission_of("")
    assert explained_data(Explained(mission, mission.meetings["M4"]), Words()) == {
        "mission": "miami",
        "meeting": "M4",
        "placement": None,
        "reasons": [],
        "relaxations": [],
        "others": [],
    }
