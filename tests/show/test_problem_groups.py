"""The order of a conflict report: whom it concerns, which day, how bad."""

from itinerary.check import check
from itinerary.locale import Words
from itinerary.problems import Problem, Severity, say
from itinerary.show.problem_groups import days_of, grouped, heads_of_delegation, reported
from itinerary.timetable import Timetable
from tests.check.tables import loaded

PEOPLE = """\
people
id,name,rank
guest,Ana Guest,
mayor,Jean-Claude Mayor,1
vice,Martine Vice,2
"""
WEEK = f"""\
{PEOPLE}
events
id,title,date,start,end,who
a,Late,2017-11-07,09:00,10:00,guest
b,Early,2017-11-06,09:00,10:00,vice
c,Across midnight in Paris,2017-11-06,23:30,23:45,mayor
"""


def timetable(text: str) -> Timetable:
    mission = loaded(text).mission
    assert mission is not None
    return Timetable(mission)


def problem(name: str, *items: str, people: tuple[str, ...] = (), error: bool = True) -> Problem:
    """A problem told from others by its code."""
    severity = Severity.ERROR if error else Severity.WARNING
    return Problem(name, severity, say("clock.hint"), (), None, people, items)


def drawn(text: str, *problems: Problem) -> list[tuple[str, list[str]]]:
    """Each heading and the codes below it."""
    view = timetable(text)
    groups = grouped(view, reported(view, problems), Words())
    return [(group.heading, [one.problem.code for one in group.problems]) for group in groups]


def test_the_head_of_delegation_comes_first_then_what_has_no_day_then_the_days() -> None:
    assert drawn(
        WEEK,
        problem("late", "event:a", people=("guest",)),
        problem("early", "event:b", people=("vice",)),
        problem("promise", "organisation:x"),
        problem("cell"),
        problem("mayor", "event:a", people=("mayor", "guest")),
    ) == [
        ("First of all: Jean-Claude Mayor", ["mayor"]),
        ("On no particular day", ["promise", "cell"]),
        ("Monday 6 November 2017", ["early"]),
        ("Tuesday 7 November 2017", ["late"]),
    ]


def test_a_warning_for_the_head_stays_in_its_day() -> None:
    assert drawn(WEEK, problem("soft", "event:c", people=("mayor",), error=False)) == [
        ("Monday 6 November 2017", ["soft"])
    ]


def test_the_day_is_that_of_the_earliest_item_on_its_own_clocks() -> None:
    view = timetable(WEEK)
    both = problem("both", "event:a", "event:c")
    assert [f"{one.day}" for one in reported(view, [both])] == ["2017-11-06"]
    assert [f"{day}" for day in days_of(view, both)] == ["2017-11-06", "2017-11-07"]


def test_what_is_no_item_has_no_day() -> None:
    view = timetable(WEEK)
    found = reported(view, [problem("gone", "event:cancelled", "resource:ana")])
    assert [one.day for one in found] == [None]


def test_in_a_group_errors_come_first_then_protocol_then_time_then_the_files() -> None:
    assert drawn(
        WEEK,
        problem("nobody", "event:b"),
        problem("guest", "event:b", people=("guest",)),
        problem("soft", "event:b", people=("vice",), error=False),
        problem("vice-later", "event:c", people=("vice", "guest")),
        problem("vice", "event:b", people=("vice",)),
        problem("vice-again", "event:b", people=("vice",)),
    ) == [
        (
            "Monday 6 November 2017",
            ["vice", "vice-again", "vice-later", "guest", "nobody", "soft"],
        )
    ]


def test_heads_are_those_of_the_lowest_rank() -> None:
    for ranks, expected in {
        (",", ",", ","): (),
        (",3", ",2", ",3"): ("b",),
        (",2", ",1", ",1"): ("b", "c"),
        (",", ",", ",7"): ("c",),
    }.items():
        rows = "\n".join(f"{i},{i.upper()}{rank}" for i, rank in zip("abc", ranks, strict=True))
        mission = timetable(f"people\nid,name,rank\n{rows}\n\nevents\n{EVENT}").mission
        assert heads_of_delegation(mission) == expected


EVENT = "id,title,date,start,end\na,A,2017-11-06,09:00,10:00\n"


def test_without_ranks_nobody_comes_first() -> None:
    assert drawn(
        WEEK.replace(",1\n", ",\n").replace(",2\n", ",\n"),
        problem("mayor", "event:c", people=("mayor",)),
    ) == [("Monday 6 November 2017", ["mayor"])]


def test_two_heads_share_a_heading() -> None:
    text = WEEK.replace("Vice,2", "Vice,1")
    assert drawn(text, problem("vice", "event:b", people=("vice",))) == [
        ("First of all: Jean-Claude Mayor and Martine Vice", ["vice"])
    ]


def test_every_problem_is_shown_once() -> None:
    reading = loaded(
        f"{WEEK}d,No time,2017-11-06,25h30,,\ne,Stranger,2017-11-06,9:30,10:30,all;zz\n"
    )
    assert reading.mission is not None
    view = Timetable(reading.mission)
    problems = check(view, reading.problems)
    groups = grouped(view, reported(view, problems), Words())
    shown = [one.problem for group in groups for one in group.problems]
    assert sorted(map(str, shown)) == sorted(map(str, problems))
    assert len(shown) > 3
