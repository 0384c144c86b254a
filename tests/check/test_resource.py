"""Rule `resource`."""

from tests.check.findings import Finding, found

TWO = """
    people
    id,name
    ann,Ann
    bob,Bob

    venues
    id,name
    hotel,Hotel
    port,Port

    travel
    from,to,minutes
    hotel,port,25

    resources
    id,name,kind,available
    lea,Léa Sol,interpreter,
    sound,Sound system,kit,

    events
    id,title,date,start,end,venue,who,status,resources
    talks,Talks,2017-11-06,10:00,11:00,hotel,ann,,lea
    visit,Visit,2017-11-06,{start},12:00,{venue},bob,{status},{resources}
"""


def codes(**given: str) -> list[str]:
    cells = {"start": "10:30", "venue": "hotel", "status": "", "resources": "lea", **given}
    return [problem.code for problem in found(TWO.format(**cells)) if problem.code != "venue"]


def test_twice_at_once() -> None:
    assert found(TWO.format(start="10:30", venue="port", status="", resources="lea; sound")) == [
        Finding(
            "resource",
            "error",
            'Léa Sol is needed at "Talks" (Mon 6 Nov 10:00) and at "Visit" (Mon 6 Nov 10:30)'
            " at once",
            ("events.csv:2 resources", "events.csv:3 resources", "resources.csv:2 available"),
            ("ann", "bob"),
            ("event:talks", "event:visit", "resource:lea"),
        )
    ]


def test_the_same_place_is_no_excuse() -> None:
    assert codes(venue="hotel") == ["resource"]


def test_touching() -> None:
    assert codes(start="11:00") == []
    assert codes(start="10:59") == ["resource"]


def test_another_resource_or_none() -> None:
    assert codes(resources="sound") == []
    assert codes(resources="") == []


def test_cancelled_is_ignored() -> None:
    assert codes(status="cancelled") == []


def test_an_unknown_resource_is_a_reference_alone() -> None:
    assert codes(resources="leah") == ["reference"]


def test_the_way_takes_longer() -> None:
    assert codes(start="11:30", venue="port") == []
    (problem,) = found(TWO.format(start="11:29", venue="port", status="", resources="lea"))
    assert (problem.code, problem.sentence) == (
        "resource",
        'Léa Sol has 29 min from Hotel to Port and needs 30 min, between "Talks"'
        ' (Mon 6 Nov 10:00) and "Visit" (Mon 6 Nov 11:29)',
    )


def test_a_way_to_nowhere_takes_no_time() -> None:
    assert codes(start="11:00", venue="") == []


def test_a_vehicle_comes_back_before_it_leaves_again() -> None:
    mission = """
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name
        hotel,Hotel
        port,Port

        travel
        from,to,minutes
        hotel,port,25

        resources
        id,name,kind
        van,Van 1,vehicle

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00

        transfers
        id,vehicle,who,from,departs,to,arrives
        t1,{first},ann,hotel,2017-11-06 09:00,port,2017-11-06 09:30
        t2,van,bob,hotel,2017-11-06 {start},port,2017-11-06 10:30
    """
    assert not found(mission.format(first="van", start="10:00"))
    assert not found(mission.format(first="Coach", start="09:59"))
    (problem,) = found(mission.format(first="Van 1", start="09:59"))
    assert (problem.code, problem.at, problem.items) == (
        "resource",
        ("transfers.csv:2 vehicle", "transfers.csv:3 vehicle", "resources.csv:2"),
        ("transfer:t1", "transfer:t2", "resource:van"),
    )


AVAILABLE = """
    people
    id,name
    ann,Ann

    resources
    id,name,kind,available
    lea,Léa Sol,interpreter,{available}

    events
    id,title,date,start,end,who,resources
    talks,Talks,2017-11-06,10:00,11:00,ann,lea
"""


def test_outside_its_hours() -> None:
    available = "2017-11-06 08:00/2017-11-06 10:45"
    assert found(AVAILABLE.format(available=available)) == [
        Finding(
            "resource",
            "error",
            'Léa Sol is needed at "Talks" (Mon 6 Nov 10:00) and is not available from'
            " Mon 6 Nov 10:45 to Mon 6 Nov 11:00",
            ("events.csv:2 resources", "resources.csv:2 available"),
            ("ann",),
            ("event:talks", "resource:lea"),
        )
    ]


def test_exactly_its_hours() -> None:
    exact = "2017-11-06 10:00/2017-11-06 11:00"
    assert not found(AVAILABLE.format(available=exact))
    assert not found(AVAILABLE.format(available=""))


def test_periods_that_touch_are_one() -> None:
    periods = "2017-11-06 {}/2017-11-06 12:00; 2017-11-06 08:00/2017-11-06 10:30"
    assert not found(AVAILABLE.format(available=periods.format("10:30")))
    (problem,) = found(AVAILABLE.format(available=periods.format("10:31")))
    assert problem.sentence == (
        'Léa Sol is needed at "Talks" (Mon 6 Nov 10:00) and is not available from'
        " Mon 6 Nov 10:30 to Mon 6 Nov 10:31"
    )


def test_hours_that_cannot_be_read_are_none() -> None:
    assert [problem.code for problem in found(AVAILABLE.format(available="mornings"))] == ["time"]


def test_two_resources_of_two_events_are_two_problems() -> None:
    problems = found(TWO.replace(",,lea\n", ",,lea; sound\n", 1).format(
        start="10:30", venue="port", status="", resources="lea; sound"
    ))  # fmt: skip
    assert [problem.items[-1] for problem in problems] == ["resource:lea", "resource:sound"]


def test_what_the_plan_adds() -> None:
    (problem,) = found("""
        people
        id,name,side
        ann,Ann,
        bob,Bob,
        hal,Hal,host
        joe,Joe,host

        venues
        id,name,tables
        desks,Desks,4

        resources
        id,name,kind
        lea,Léa Sol,interpreter

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00

        meetings
        id,who,counterpart,resources
        m1,ann,hal,lea
        m2,bob,joe,

        plan
        meeting,start,end,venue,table,resources
        m1,2017-11-06 10:00,2017-11-06 10:20,desks,1,
        m2,2017-11-06 10:10,2017-11-06 10:30,desks,2,lea
    """)
    assert (problem.code, problem.items) == (
        "resource",
        ("meeting:m1", "meeting:m2", "resource:lea"),
    )
