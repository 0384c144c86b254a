"""Rule `unconfirmed`."""

from datetime import date

import pytest

from itinerary.check import check
from itinerary.timetable import Timetable
from tests.check.findings import Finding, found, in_words
from tests.check.tables import loaded

DRAFTS = """
    mission
    [checks.unconfirmed]
    days = {days}

    people
    id,name,side
    ann,Ann,
    hal,Hal,host

    events
    id,title,date,start,end,who,status
    talks,Talks,2017-11-06,10:00,11:00,ann,draft
    visit,Visit,2017-11-06,15:00,16:00,ann,confirmed
    night,Night,2017-11-07,22:00,{end},ann,draft

    meetings
    id,title,who,counterpart,start,duration,status
    m1,Oil,ann,hal,2017-11-06 12:00,20,draft
    m2,Gas,ann,hal,,20,draft
"""


def findings(day: int, days: int = 3, end: str = "00:00") -> list[Finding]:
    mission = loaded(DRAFTS.format(days=days, end=end)).mission
    assert mission is not None
    problems = check(Timetable(mission), today=date(2017, 11, day))
    return [in_words(problem) for problem in problems if problem.code == "unconfirmed"]


def items(day: int, days: int = 3, end: str = "00:00") -> list[str]:
    return [finding.items[0] for finding in findings(day, days, end)]


def test_what_begins_soon() -> None:
    assert findings(3) == [
        Finding(
            "unconfirmed",
            "warning",
            '"Talks" (Mon 6 Nov 10:00) begins in 3 days and is still a draft',
            ("events.csv:2 status",),
            ("ann",),
            ("event:talks",),
        ),
        Finding(
            "unconfirmed",
            "warning",
            '"Oil" (Mon 6 Nov 12:00) begins in 3 days and is still a draft',
            ("meetings.csv:2 status",),
            ("ann", "hal"),
            ("meeting:m1",),
        ),
    ]


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (2, 3, []),
        (3, 2, []),
        (4, 2, ["event:talks", "meeting:m1"]),
        (5, 0, []),
        (6, 0, ["event:talks", "meeting:m1"]),
        (7, 3, ["event:night"]),
        (8, 3, []),
    ],
)
def test_how_soon(day: int, days: int, expected: list[str]) -> None:
    assert items(day, days) == expected


def test_what_ends_at_midnight_is_over() -> None:
    assert items(8, end="00:00") == []
    assert items(8, end="00:01") == ["event:night"]


def test_tomorrow_and_today() -> None:
    assert [finding.sentence for finding in (*findings(6), *findings(7))] == [
        '"Talks" (Mon 6 Nov 10:00) is today and is still a draft',
        '"Night" (Tue 7 Nov 22:00) begins tomorrow and is still a draft',
        '"Oil" (Mon 6 Nov 12:00) is today and is still a draft',
        '"Night" (Tue 7 Nov 22:00) is today and is still a draft',
    ]


def test_without_a_date_of_today() -> None:
    assert not found(DRAFTS.format(days=3, end="00:00"))


def test_a_status_that_cannot_be_read_is_no_draft() -> None:
    text = DRAFTS.format(days=3, end="00:00").replace("draft", "draught")
    reading = loaded(text)
    assert reading.mission is not None
    problems = check(Timetable(reading.mission), reading.problems, date(2017, 11, 5))
    assert {problem.code for problem in problems} == {"value"}
