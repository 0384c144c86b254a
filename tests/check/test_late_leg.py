"""Rule `late_leg`."""

import pytest

from tests.check.findings import Finding, found

PLACES = """
    people
    id,name
    ann,Ann

    venues
    id,name,zone
    hotel,Hotel,
    mia,Miami airport,America/New_York
    lounge,Miami airport lounge,America/New_York
    ord,Chicago airport,America/Chicago
    jfk,New York airport,America/New_York
    cdg,Paris airport,Europe/Paris

    travel
    from,to,minutes
    hotel,mia,30
    lounge,mia,0

    events
    id,title,date,start,end,venue,who
    {event}

    journeys
    id,number,who,from,departs,to,arrives
    {journeys}
"""
OUT = "j1,{number},ann,mia,2017-11-06 18:00,{to},2017-11-07 09:00"


def codes(event: str, *journeys: str) -> list[str]:
    text = PLACES.format(event=event, journeys="\n    ".join(journeys))
    return [problem.code for problem in found(text)]


def test_hit() -> None:
    assert found(PLACES.format(
        event="talks,Talks,2017-11-06,15:00,16:00,hotel,ann",
        journeys="j1,XX 703,ann,mia,2017-11-06 18:00,cdg,2017-11-07 09:00",
    )) == [
        Finding(
            "late-leg",
            "error",
            'Ann has 2 h between "Talks" (until Mon 6 Nov 16:00) and "XX 703" (Mon 6 Nov 18:00);'
            " it takes 2 h 30 to check in for an international flight, 30 min to Miami"
            " airport included: 30 min too few",
            ("journeys.csv:2 departs", "events.csv:2 end"),
            ("ann",),
            ("event:talks", "journey:j1"),
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "to", "end", "expected"),
    [
        ("XX 703", "cdg", "15:30", []),
        ("XX 703", "cdg", "15:31", ["late-leg"]),
        ("xx703", "cdg", "15:31", ["late-leg"]),
        ("U2 1234", "cdg", "15:31", ["late-leg"]),
        ("XX 703A", "cdg", "15:31", ["late-leg"]),
        ("XX 703", "jfk", "16:30", []),
        ("XX 703", "jfk", "16:31", ["late-leg"]),
        # Another zone of the same country.
        ("XX 703", "ord", "16:30", []),
        ("XX 703", "ord", "16:31", ["late-leg"]),
        # Whatever has no number of a flight is a train.
        ("TGV 6171", "cdg", "17:15", []),
        ("TGV 6171", "cdg", "17:16", ["late-leg"]),
        ("", "cdg", "17:15", []),
        ("XX 70345", "cdg", "17:15", []),
        # What is too short for the way is left to `travel`, and what overlaps to `overlap`.
        ("XX 703", "cdg", "17:25", ["late-leg"]),
        ("XX 703", "cdg", "17:26", ["travel"]),
        ("XX 703", "cdg", "18:01", ["overlap"]),
    ],
)
def test_before_a_journey(number: str, to: str, end: str, expected: list[str]) -> None:
    event = f"talks,Talks,2017-11-06,15:00,{end},hotel,ann"
    assert codes(event, OUT.format(number=number, to=to)) == expected


def test_at_the_airport_already() -> None:
    (problem,) = found(PLACES.format(
        event="talks,Talks,2017-11-06,15:00,16:01,mia,ann",
        journeys="j1,XX 703,ann,mia,2017-11-06 18:00,cdg,2017-11-07 09:00",
    ))  # fmt: skip
    assert problem.sentence == (
        'Ann has 1 h 59 between "Talks" (until Mon 6 Nov 16:01) and "XX 703" (Mon 6 Nov 18:00);'
        " it takes 2 h to check in for an international flight: 1 min too few"
    )
    event = "talks,Talks,2017-11-06,15:00,16:00,mia,ann"
    assert codes(event, OUT.format(number="XX 703", to="cdg")) == []


@pytest.mark.parametrize(
    ("first", "second", "departs", "expected"),
    [
        ("XX 1", "XX 2", "10:00", []),
        ("XX 1", "XX 2", "09:59", ["late-leg"]),
        ("XX 1", "TGV 6171", "09:59", ["late-leg"]),
        ("TGV 6171", "XX 2", "11:00", []),
        ("TGV 6171", "XX 2", "10:59", ["late-leg"]),
        ("TGV 6171", "TGV 5102", "09:15", []),
        ("TGV 6171", "TGV 5102", "09:14", ["late-leg"]),
        ("XX 1", "XX 2", "09:00", ["late-leg"]),
    ],
)
def test_a_connection(first: str, second: str, departs: str, expected: list[str]) -> None:
    journeys = (
        f"j1,{first},ann,mia,2017-11-06 07:00,jfk,2017-11-06 09:00",
        f"j2,{second},ann,jfk,2017-11-06 {departs},cdg,2017-11-06 23:00",
    )
    assert codes("x,X,2017-11-04,15:00,16:00,mia,ann", *journeys) == expected


@pytest.mark.parametrize(
    ("number", "start", "place", "expected"),
    [
        ("XX 1", "10:00", "hotel", []),
        ("XX 1", "09:59", "hotel", ["late-leg"]),
        ("XX 1", "09:35", "hotel", ["late-leg"]),
        ("XX 1", "09:34", "hotel", ["travel"]),
        ("XX 1", "09:30", "mia", []),
        ("XX 1", "09:29", "mia", ["late-leg"]),
        ("XX 1", "09:00", "mia", ["late-leg"]),
        ("XX 1", "08:59", "mia", ["overlap"]),
        ("TGV 6171", "09:35", "hotel", []),
        ("TGV 6171", "09:00", "mia", []),
    ],
)
def test_after_a_journey(number: str, start: str, place: str, expected: list[str]) -> None:
    journey = f"j1,{number},ann,jfk,2017-11-06 07:00,mia,2017-11-06 09:00"
    assert codes(f"talks,Talks,2017-11-06,{start},11:00,{place},ann", journey) == expected


def test_what_ended_last_counts_also_beside_what_goes_on() -> None:
    text = PLACES.format(
        event="fair,Fair,2017-11-06,12:15,20:00,lounge,ann\n"
        "    talks,Talks,2017-11-06,13:00,16:00,hotel,ann",
        journeys="j1,XX 703,ann,mia,2017-11-06 18:00,jfk,2017-11-06 21:00",
    )
    assert [problem.code for problem in found(text)] == ["overlap", "overlap"]
    later = [(p.code, p.items) for p in found(text.replace("16:00,hotel", "17:00,hotel"))]
    assert later == [
        ("overlap", ("event:fair", "event:talks")),
        ("overlap", ("event:fair", "journey:j1")),
        ("late-leg", ("event:talks", "journey:j1")),
    ]


def test_thresholds() -> None:
    journey = "j1,XX 703,ann,mia,2017-11-06 18:00,{to},2017-11-07 09:00"
    for to, name, enough in (("cdg", "international", 90), ("jfk", "domestic", 90)):
        for minutes, expected in ((enough, []), (enough + 1, ["late-leg"])):
            checks = f"    mission\n    [checks.late-leg]\n    {name}_minutes = {minutes}\n"
            text = checks + PLACES.format(
                event="talks,Talks,2017-11-06,15:00,16:00,hotel,ann", journeys=journey.format(to=to)
            )
            assert [problem.code for problem in found(text)] == expected


def test_only_who_is_required() -> None:
    assert not found("""
        people
        id,name,side
        ann,Ann,delegation
        bob,Bob,delegation

        venues
        id,name,zone
        mia,Miami airport,
        cdg,Paris airport,Europe/Paris

        events
        id,title,date,start,end,venue,who,optional
        talks,Talks,2017-11-06,15:00,17:00,mia,bob,ann

        journeys
        id,number,who,from,departs,to,arrives
        j1,XX 703,ann,mia,2017-11-06 18:00,cdg,2017-11-07 09:00
    """)


def test_elsewhere_is_left_to_absent() -> None:
    assert codes(
        "talks,Talks,2017-11-06,16:30,17:30,hotel,ann",
        "j1,XX 703,ann,cdg,2017-11-06 23:59,jfk,2017-11-07 09:00",
    ) == ["absent"]


def test_a_whole_bus_is_one_problem() -> None:
    people = "\n        ".join(f"p{n},Person {n},{41 - n}" for n in range(1, 41))
    (problem,) = found(f"""
        people
        id,name,rank
        {people}

        venues
        id,name,zone
        hotel,Hotel,
        mia,Miami airport,
        cdg,Paris airport,Europe/Paris

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,hotel,all

        transfers
        id,vehicle,who,from,departs,to,arrives
        t1,Coach 1,all,hotel,2017-11-06 16:00,mia,2017-11-06 16:40

        journeys
        id,number,who,from,departs,to,arrives
        j1,XX 703,all,mia,2017-11-06 18:00,cdg,2017-11-07 09:00
    """)
    assert problem.sentence == (
        'Person 40, Person 39, Person 38 and 37 more have 1 h 20 between "Coach 1"'
        ' (until Mon 6 Nov 16:40) and "XX 703" (Mon 6 Nov 18:00); it takes 2 h to check in for'
        " an international flight: 40 min too few"
    )


def test_broken_references_do_not_cascade() -> None:
    problems = found(PLACES.format(
        event="talks,Talks,2017-11-06,15:00,17:50,nowhere,ann",
        journeys="j1,XX 703,ann,mai,2017-11-06 18:00,cdg,2017-11-07 09:00",
    ))  # fmt: skip
    assert [(problem.code, problem.at) for problem in problems] == [
        ("reference", ("events.csv:2 venue",)),
        ("reference", ("journeys.csv:2 from",)),
    ]
