"""Rule `meal`."""

import pytest

from tests.check.findings import Finding, found

DAY = """
    people
    id,name
    ann,Ann

    events
    id,title,kind,date,start,end,who
"""


def codes(*rows: str) -> list[str]:
    return [problem.code for problem in found(DAY + "\n".join(f"    {row}" for row in rows))]


def test_hit() -> None:
    assert found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,12:30,ann
        visit,Visit,2017-11-06,13:00,16:00,ann
    """) == [
        Finding(
            "meal",
            "warning",
            "Ann has no 45 min to eat on Mon 6 Nov between 11:30 and 14:30; the longest pause,"
            " travel not counted, is 30 min, because of"
            ' "Talks" (Mon 6 Nov 10:00) and "Visit" (Mon 6 Nov 13:00)',
            ("events.csv:2 start", "events.csv:3 start"),
            ("ann",),
            ("event:talks", "event:visit"),
        )
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("10:00,12:30", "13:15,16:00", []),
        ("10:00,12:30", "13:14,16:00", ["meal"]),
        ("10:00,13:45", "14:30,16:00", []),
        ("10:00,13:46", "14:30,16:00", ["meal"]),
        ("12:15,13:00", "13:00,16:00", []),
        ("12:14,13:00", "13:00,16:00", ["meal"]),
        ("08:00,11:30", "14:30,16:00", []),
    ],
)
def test_exactly_the_time_that_is_wanted(first: str, second: str, expected: list[str]) -> None:
    assert (
        codes(f"a,A,talks,2017-11-06,{first},ann", f"b,B,talks,2017-11-06,{second},ann") == expected
    )


def test_one_thing_all_the_time() -> None:
    (problem,) = found(DAY + "    a,Market,fair,2017-11-06,11:00,17:00,ann")
    assert problem.sentence == (
        "Ann has no 45 min to eat on Mon 6 Nov between 11:30 and 14:30; the longest pause,"
        " travel not counted, is 0 min, because of"
        ' "Market" (Mon 6 Nov 11:00)'
    )


def test_many_things_are_not_all_named() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        a,A,2017-11-06,11:00,12:00,ann
        b,B,2017-11-06,12:00,13:00,ann
        c,C,2017-11-06,13:10,13:30,ann
        d,D,2017-11-06,13:30,15:00,ann
    """)
    assert problem.sentence == (
        "Ann has no 45 min to eat on Mon 6 Nov between 11:30 and 14:30; the longest pause,"
        " travel not counted, is 10 min, because of"
        ' "A" (Mon 6 Nov 11:00), "B" (Mon 6 Nov 12:00) and 2 more'
    )


@pytest.mark.parametrize(
    "kind", ["lunch", "Standing dinner", "Déjeuner", "petit-déjeuner", "Recepción", "cóctel"]
)
def test_a_meal_is_time_to_eat(kind: str) -> None:
    assert codes(f"a,A,{kind},2017-11-06,11:00,11:31,ann", "b,B,,2017-11-06,11:31,16:00,ann") == []


@pytest.mark.parametrize("kind", ["", "talks", "dinnerware", "lunches"])
def test_what_is_no_meal(kind: str) -> None:
    assert codes(f"a,A,{kind},2017-11-06,11:00,16:00,ann") == ["meal"]


def test_a_meal_outside_midday_is_none() -> None:
    rows = "a,A,lunch,2017-11-06,11:00,11:30,ann", "b,B,,2017-11-06,11:30,16:00,ann"
    assert codes(*rows) == ["meal"]


def test_the_way_is_no_time_to_eat() -> None:
    mission = """
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls

        travel
        from,to,minutes
        port,walls,20

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,12:00,port,ann
        visit,Visit,2017-11-06,{start},16:00,walls,ann
    """
    assert not found(mission.format(start="13:05"))
    (problem,) = found(mission.format(start="13:04"))
    assert problem.sentence == (
        "Ann has no 45 min to eat on Mon 6 Nov between 11:30 and 14:30; the longest pause,"
        " travel not counted, is 44 min, because of"
        ' "Talks" (Mon 6 Nov 10:00) and "Visit" (Mon 6 Nov 13:04)'
    )


def test_meals_are_served_aboard() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mrs,Marseille airport,Europe/Paris
        mia,Miami airport,

        journeys
        id,number,who,from,departs,to,arrives
        j1,XX 101,ann,mrs,2017-11-06 09:00,mia,2017-11-06 12:00

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,12:30,16:00,mia,ann
    """)


def test_thresholds() -> None:
    mission = """
        mission
        [checks.meal]
        {threshold}

        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,12:30,ann
        visit,Visit,2017-11-06,13:00,16:00,ann
    """
    assert not found(mission.format(threshold="minutes = 30"))
    assert not found(mission.format(threshold="minutes = 0"))
    assert not found(mission.format(threshold='latest = "16:45"'))
    assert not found(mission.format(threshold="earliest = 09:15:00"))
    assert [p.code for p in found(mission.format(threshold="minutes = 31"))] == ["meal"]


def test_only_what_is_required_counts() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who,optional
        talks,Talks,2017-11-06,10:00,12:30,ann,
        visit,Visit,2017-11-06,12:30,16:00,,ann
    """)


def test_hosts_eat_at_home() -> None:
    assert not found("""
        people
        id,name,side
        hal,Hal,host

        events
        id,title,date,start,end,who
        market,Market,2017-11-06,11:00,17:00,hal
    """)


def test_those_with_the_same_day_are_one_problem() -> None:
    problems = found("""
        people
        id,name,rank
        ann,Ann,2
        bob,Bob,1
        eve,Eve,3

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,14:00,ann; bob
        visit,Visit,2017-11-06,14:00,16:00,ann; bob; eve
        tour,Tour,2017-11-06,11:00,14:00,eve
    """)
    assert [(problem.code, problem.people) for problem in problems] == [
        ("meal", ("bob", "ann")),
        ("meal", ("eve",)),
    ]


def test_broken_references_do_not_cascade() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        hotel,Hotel

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,12:30,nowhere,ann
        visit,Visit,2017-11-06,25h30,16:00,,ann
        late,Late,2017-11-06,13:15,16:00,nowhere,ann
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("reference", ("events.csv:2 venue",)),
        ("time", ("events.csv:3 start",)),
        ("reference", ("events.csv:4 venue",)),
    ]
