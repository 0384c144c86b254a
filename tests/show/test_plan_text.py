"""A plan drawn: what has no place, what moves, how good it is, and who sits where."""

from dataclasses import replace
from typing import Any

import pytest

from itinerary.locale import Words
from itinerary.problems import say
from itinerary.show.lines import cells_of, plain
from itinerary.show.plan_json import plan_data
from itinerary.show.plan_sheet import Level, Missing, Sheet, busy_hours
from itinerary.show.plan_text import plan_text
from itinerary.timetable import Timetable
from tests.check.tables import loaded
from tests.show.plans import NOW, PLANNED, PRESENT, mission_of


def sheet(present: str = "", **fields: Any) -> Sheet:
    """The plan PLANNED, in which the fourth meeting has no place."""
    given: dict[str, Any] = {
        "asked": ("M1", "M2", "M3", "M4"),
        "added": {"M1": ("ana",)},
        **fields,
    }
    return Sheet(Timetable(mission_of(PLANNED)), mission_of(present), **given)


def text(one: Sheet, width: int = 80) -> str:
    words = Words()
    words.year = 2017
    lines = [plain(parts) for parts in plan_text(one, words, width)]
    assert max(map(cells_of, lines)) <= width
    return "\n".join(lines) + "\n"


def test_all_of_a_plan() -> None:
    why = Missing(
        "M4",
        (say("plan.reason.nowhere"), say("plan.reason.unknown")),
        (say("plan.relax.venue", venue="Room", at="Mon 6 Nov 15:00"),),
    )
    found = sheet(
        status="feasible",
        missing=(why,),
        levels=(Level("unplaced", 10, 10), Level("gaps", 12, 3)),
    )
    assert text(found) == (
        "3 of 4 meetings have a place, 1 of them pinned\n"
        "priority 1  1 of 1\n"
        "priority 2  2 of 3\n"
        "\n"
        "Without a place\n"
        "M4  Fourth\n"
        "    it has neither a venue nor a pool, and no venue has tables\n"
        "    it is not known who comes: correct the names in its row\n"
        "    try: in Room: then Mon 6 Nov 15:00\n"
        "\n"
        "How good it is, the most important first; what is proven cannot be better\n"
        "      10  proven      left out, by the weight of their priority\n"
        "      12  at least 3  gaps between the meetings of somebody\n"
        "\n"
        "Hall: meetings at once, hour by hour, 2 tables\n"
        "          14h 15h\n"
        "Mon 6 Nov   1   1\n"
        "\n"
        "   asked    placed  promised  Organisation\n"
        "       4         3         4  Acme\n"
        "\n"
        "Monday 6 November 2017\n"
        "14:40  Third · pinned\n"
        "\n"
        "Monday 6 November 2017 · Hall\n"
        "14:00   2  First of all · with Ana Torres\n"
        "14:20   1  Second\n"
    )


def part(whole: str, heading: str) -> list[str]:
    """The lines from a heading to the next blank line."""
    return next(p for p in whole.split("\n\n") if p.startswith(heading)).splitlines()


def test_what_moves_in_the_present_plan() -> None:
    """Where the venue is another, both are named."""
    found = sheet(PRESENT, changed=("M1", "M4"))
    assert part(text(found), "2 meetings") == [
        "2 meetings of the present plan change; 3 people are to be told",
        "    M1  First of all",
        "        Mon 6 Nov 15:00, Room → Mon 6 Nov 14:00, Hall, table 2",
        "    M4  Fourth",
        "        Mon 6 Nov 16:00, Hall, table 1 → no place",
        "    now has a place: Second, Mon 6 Nov 14:20, Hall, table 1",
    ]


def test_a_move_within_a_venue_does_not_name_it() -> None:
    found = sheet(f"{NOW}M1,2017-11-06 14:00,,hall,1,\n", changed=("M1",))
    assert part(text(found), "1 meeting")[:3] == [
        "1 meeting of the present plan changes; 2 people are to be told",
        "    M1  First of all",
        "        Mon 6 Nov 14:00, table 1 → Mon 6 Nov 14:00, table 2",
    ]


def test_a_plan_that_stays() -> None:
    assert "0 meetings of the present plan change\n" in text(sheet(PLANNED))


def test_a_first_plan_changes_nothing() -> None:
    assert "present plan" not in text(sheet())


def test_what_is_dropped_is_said_and_told() -> None:
    found = sheet(PRESENT, asked=("M1", "M2", "M3"), changed=("M1",), dropped=("M4",))
    assert text(found).splitlines()[3:6] == [
        '"Fourth" is left out of this plan; to keep it so, write cancelled as its status',
        "in meetings.csv:5",
        "",
    ]


def test_who_is_to_be_told_of_what_is_not_held_any_more() -> None:
    planned = mission_of(PLANNED)
    without = {i: m for i, m in planned.meetings.items() if i != "M4"}
    cancelled = {**planned.meetings, "M4": planned.meetings["M4"]._replace(status="cancelled")}
    for meetings in (without, cancelled):
        after = Timetable(replace(planned, meetings=meetings))
        found = Sheet(after, mission_of(PRESENT), asked=("M1", "M2", "M3"), changed=("M1",))
        assert (found.moved, found.people) == (("M1", "M4"), ("ann", "eve", "kim"))
        assert found.compared() == (("M2",), ())
        assert "        Mon 6 Nov 16:00, Hall, table 1 → no place\n" in text(found)


def test_pinned_meetings_that_clash() -> None:
    pins = say("plan.clash.people", people=("Bob",)), say("plan.pin", id="M3", title="T", start="x")
    found = sheet(status="infeasible", clash=pins)
    assert text(found) == (
        "These pinned meetings cannot all be held: Bob cannot be at both\n"
        '    M3  "T", x\n'
        "    try: empty the start of one of them in meetings.csv, or cancel it\n"
    )
    data = plan_data(found, Words())
    assert (data["placed"], data["placements"], data["asked"]) == (0, [], 4)
    assert data["clash"] == ["Bob cannot be at both", 'M3  "T", x']


def test_nothing_found_in_time() -> None:
    assert text(sheet(status="unknown")) == (
        "No plan was found in time.\n    try: give it longer: --time-limit 120\n"
    )


def test_nothing_to_plan() -> None:
    empty = loaded("events\ntitle,date,start,end\nTalk,2017-11-06,9:00,10:00\n").mission
    assert empty is not None
    assert text(Sheet(Timetable(empty), empty)) == "There is no meeting to plan.\n"


def test_what_is_supposed_stands_above_all() -> None:
    supposed = (say("plan.if.tables", venue="Hall", n=3), say("plan.if.cancelled", title="Fifth"))
    found = sheet(PRESENT, supposed=supposed, changed=("M1", "M4"))
    assert text(found).splitlines()[:2] == [
        'What if: Hall with 3 tables and "Fifth" cancelled?',
        "",
    ]
    data = plan_data(found, Words())
    assert (data["what_if"], data["gained"], data["lost"]) == (
        ["Hall with 3 tables", '"Fifth" cancelled'], ["M2"], ["M4"],
    )  # fmt: skip


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    text(sheet(PRESENT, changed=("M1", "M4"), missing=(Missing("M4"),)), width)


@pytest.mark.parametrize(
    ("levels", "bound"),
    [
        ((), None),
        ((Level("unplaced", 1, 1), Level("gaps", 4, 4)), 4),
        ((Level("unplaced", 1, 0), Level("gaps", 4, 4)), 0),
        ((Level("unplaced", 1, 1), Level("gaps", 4, 2), Level("travel", 9, 3)), 2),
    ],
)
def test_the_bound_is_that_of_the_first_stage_that_is_open(
    levels: tuple[Level, ...], bound: int | None
) -> None:
    assert plan_data(sheet(levels=levels), Words())["bound"] == bound


def test_a_plan_for_a_script() -> None:
    found = sheet(PRESENT, changed=("M1", "M4"), missing=(Missing("M4"),), seconds=1.23456)
    data = plan_data(found, Words())
    assert [data[name] for name in ("status", "asked", "placed", "pinned", "seconds")] == [
        "optimal", 4, 3, 1, 1.235,
    ]  # fmt: skip
    assert data["unplaced"] == [{"meeting": "M4", "reasons": [], "relaxations": []}]
    assert (data["changed"], data["people"]) == (["M1", "M4"], ["ann", "eve", "kim"])
    assert data["placements"][:2] == [
        {
            "meeting": "M1",
            "start": "2017-11-06T14:00:00-05:00",
            "end": "2017-11-06T14:20:00-05:00",
            "venue": "hall",
            "table": 2,
            "resources": ["ana"],
            "pinned": False,
        },
        {
            "meeting": "M2",
            "start": "2017-11-06T14:20:00-05:00",
            "end": "2017-11-06T15:50:00-05:00",
            "venue": "hall",
            "table": 1,
            "resources": [],
            "pinned": False,
        },
    ]


@pytest.mark.parametrize(
    ("rows", "hours"),
    [
        ("M1,2017-11-06 14:00,2017-11-06 15:00,hall,1,\n", {14: 1}),
        ("M1,2017-11-06 14:40,2017-11-06 16:20,hall,1,\n", {14: 1, 15: 1, 16: 1}),
        (
            "M1,2017-11-06 14:00,2017-11-06 14:20,hall,1,\n"
            "M2,2017-11-06 14:20,2017-11-06 14:40,hall,1,\n",
            {14: 1},
        ),
        (
            "M1,2017-11-06 14:00,2017-11-06 14:40,hall,1,\n"
            "M2,2017-11-06 14:20,2017-11-06 15:20,hall,2,\n",
            {14: 2, 15: 1},
        ),
        ("M1,2017-11-06 14:00,2017-11-06 14:40,room,,\n", None),
    ],
)
def test_most_meetings_at_once_in_each_hour(rows: str, hours: dict[int, int] | None) -> None:
    found = busy_hours(Timetable(mission_of(NOW + rows)))
    counts = [count for busy in found.values() for count in busy.values()]
    assert counts == ([hours] if hours else [])
