"""When the evening is over, for the rule `rest`."""

import pytest

from tests.check.findings import found

NIGHT = """
    people
    id,name
    ann,Ann

    venues
    id,name
    club,Club
    hotel,Hotel

    travel
    from,to,minutes
    club,hotel,0

    events
    id,title,date,start,end,venue,who
    party,Party,2017-11-06,22:00,{over},club,ann
    briefing,Briefing,2017-11-07,08:15,08:45,hotel,ann

    transfers
    id,vehicle,who,from,departs,to,arrives
    van,Van,ann,club,2017-11-07 {leaves},hotel,2017-11-07 03:55
"""


@pytest.mark.parametrize(
    ("over", "leaves", "expected"),
    [
        ("03:30", "03:30", [("transfer:van", "event:briefing")]),
        ("03:00", "03:00", [("transfer:van", "event:briefing")]),
        ("02:45", "03:15", [("transfer:van", "event:briefing")]),
        ("02:15", "03:14", [("transfer:van", "event:briefing")]),
        ("02:15", "03:15", [("event:party", "transfer:van")]),
    ],
)
def test_what_follows_within_the_hour_still_belongs_to_it(
    over: str, leaves: str, expected: list[tuple[str, ...]]
) -> None:
    problems = found(NIGHT.format(over=over, leaves=leaves))
    assert [problem.items for problem in problems if problem.code == "rest"] == expected
