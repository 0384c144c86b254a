"""Rule `stranded`."""

import pytest

from tests.check.findings import Finding, found


def test_two_vehicles_at_once() -> None:
    assert found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name
        hotel,Hotel
        port,PortMiami

        transfers
        id,vehicle,who,from,departs,to,arrives
        t1,Coach 1,ann; bob,hotel,2017-11-06 09:00,port,2017-11-06 09:30
        t2,Van 1,ann,hotel,2017-11-06 09:10,port,2017-11-06 09:40

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann; bob
    """) == [
        Finding(
            "stranded",
            "error",
            "Ann is expected in two vehicles at once, 09:10–09:30:"
            ' "Coach 1" (Mon 6 Nov 09:00) and "Van 1" (Mon 6 Nov 09:10)',
            ("transfers.csv:2 departs", "transfers.csv:3 departs"),
            ("ann",),
            ("transfer:t1", "transfer:t2"),
        )
    ]


@pytest.mark.parametrize(
    ("departs", "expected"), [("09:30", []), ("09:29", [("transfer:t1", "transfer:t2")])]
)
def test_one_vehicle_after_the_other(departs: str, expected: list[tuple[str, ...]]) -> None:
    problems = found(f"""
        people
        id,name
        ann,Ann

        venues
        id,name
        hotel,Hotel
        port,PortMiami

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,11:00,11:30,hotel,ann

        transfers
        id,vehicle,who,from,departs,to,arrives
        t1,Coach 1,ann,hotel,2017-11-06 09:00,port,2017-11-06 09:30
        t2,Van 1,ann,port,2017-11-06 {departs},hotel,2017-11-06 10:00
    """)
    assert [problem.items for problem in problems] == expected


GULF = """
    people
    id,name
    ann,Ann
    bob,Bob

    venues
    id,name,zone
    hotel,Hotel,
    mia,Miami airport,
    mrs,Marseille airport,Europe/Paris
    pharo,Palais du Pharo,Europe/Paris

    travel
    from,to,minutes
    pharo,mrs,30
    mia,hotel,30

    events
    id,title,date,start,end,venue,who,optional
    photo,Photograph,2017-11-04,07:00,08:00,pharo,{first},{optional}
    talks,Talks,2017-11-06,10:00,11:00,{venue},ann; bob,

    journeys
    id,number,who,from,departs,to,arrives
    j1,XX 1,bob,mrs,2017-11-04 11:00,mia,2017-11-04 16:00
"""


def test_no_journey_at_all() -> None:
    assert found(GULF.format(first="ann; bob", optional="", venue="hotel")) == [
        Finding(
            "stranded",
            "error",
            'Ann is expected at "Photograph" (Sat 4 Nov 07:00) in Palais du Pharo, then at "Talks"'
            " (Mon 6 Nov 10:00) in Hotel, and has no journey",
            ("events.csv:3 venue", "events.csv:2 end"),
            ("ann",),
            ("event:photo", "event:talks"),
        )
    ]


@pytest.mark.parametrize(
    ("first", "optional", "venue"),
    [("ann", "", ""), ("", "ann", "hotel"), ("bob", "", "hotel"), ("ann", "", "pharo")],
)
def test_no_journey_is_needed(first: str, optional: str, venue: str) -> None:
    text = GULF.format(first=first, optional=optional, venue=venue)
    assert [p.people for p in found(text) if p.code == "stranded"] == []


BUS = """
    mission
    [travel]
    base = "{base}"
    [checks]
    vehicle = "off"

    people
    id,name,side
    ann,Ann,delegation
    bob,Bob,delegation
    eve,Eve,delegation
    hal,Hal,host

    venues
    id,name
    hotel,Hotel
    lobby,Hotel lobby
    doral,Doral
    annex,Doral annex

    travel
    from,to,minutes
    hotel,doral,{minutes}
    lobby,hotel,0
    annex,hotel,40
    annex,doral,10

    events
    id,title,date,start,end,venue,who,hosts
    talks,Talks,2017-11-06,14:00,15:00,doral,ann; bob; eve,hal
    {event}

    transfers
    id,vehicle,who,from,departs,to,arrives
    t1,Coach 1,{who},hotel,{departs},doral,{arrives}
"""
RIDE = {
    "base": "hotel",
    "minutes": 40,
    "event": "",
    "who": "ann",
    "departs": "2017-11-06 13:00",
    "arrives": "2017-11-06 13:45",
}


def test_others_are_driven() -> None:
    assert found(BUS.format(**RIDE)) == [
        Finding(
            "stranded",
            "warning",
            'Bob and Eve are expected at "Talks" (Mon 6 Nov 14:00) and are on none of the transfers'
            ' that bring the others: "Coach 1" (Mon 6 Nov 13:00)',
            ("events.csv:2 who", "transfers.csv:2 who"),
            ("bob", "eve"),
            ("event:talks", "transfer:t1"),
        )
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ("bob", "eve")),
        ({"who": "ann; bob; eve"}, ()),
        ({"who": "ann; bob"}, ("eve",)),
        # Nobody who rides is expected there.
        ({"who": "zoe"}, ()),
        ({"minutes": 20}, ("bob", "eve")),
        ({"minutes": 19}, ()),
        # Nobody has said where people sleep.
        ({"base": ""}, ()),
        # Who comes from somewhere else; an early thing at the hotel; one at the place itself.
        ({"event": "e,E,2017-11-06,11:00,11:30,annex,bob,"}, ("eve",)),
        ({"event": "e,E,2017-11-06,11:00,11:30,hotel,bob,", "base": ""}, ("bob",)),
        ({"event": "e,E,2017-11-06,12:00,14:00,doral,bob,"}, ("eve",)),
        # The night is spent at the base, wherever the evening was.
        ({"event": "e,E,2017-11-05,20:00,21:00,annex,bob,"}, ("bob", "eve")),
        # A transfer that arrives two hours before, or longer.
        ({"departs": "2017-11-06 11:00", "arrives": "2017-11-06 12:00"}, ("bob", "eve")),
        ({"departs": "2017-11-06 11:00", "arrives": "2017-11-06 11:59"}, ()),
        ({"departs": "2017-11-06 13:00", "arrives": "2017-11-06 14:00"}, ("bob", "eve")),
    ],
)
def test_who_is_left_behind(given: dict[str, str], expected: tuple[str, ...]) -> None:
    problems = found(BUS.format(**{**RIDE, **given}))
    left = [problem.people for problem in problems if problem.code == "stranded"]
    assert left == ([expected] if expected else [])


def test_the_others_may_have_a_car_of_their_own() -> None:
    text = (
        BUS.format(**RIDE).rstrip()
        + """
    t2,Van 1,bob,lobby,2017-11-06 13:10,doral,2017-11-06 13:50
"""
    )
    assert [problem.people for problem in found(text)] == [("eve",)]


def test_threshold() -> None:
    checks = "[checks]\n    stranded.minutes = {minutes}\n"
    text = BUS.replace("[checks]\n", checks)
    assert not found(text.format(**{**RIDE, "minutes": 41}).replace("doral,41", "doral,40"))
    problems = found(text.format(**{**RIDE, "minutes": 40}))
    assert [problem.code for problem in problems] == ["stranded"]


def test_broken_references_do_not_cascade() -> None:
    problems = found(BUS.format(**RIDE).replace(",doral,ann; bob; eve", ",dorall,ann; bob; zzyzx"))
    assert [(problem.code, problem.at) for problem in problems] == [
        ("reference", ("events.csv:2 venue",)),
        ("reference", ("events.csv:2 who",)),
    ]
