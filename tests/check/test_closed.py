"""Rule `closed`."""

from dataclasses import replace

from itinerary.check import check
from itinerary.timetable import Timetable
from tests.check.findings import Finding, found
from tests.check.tables import loaded


def test_too_late() -> None:
    assert found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name,opens,closes
        hall,Hall,06:00,22:00

        events
        id,title,date,start,end,venue,who,optional
        show,Rehearsal,2017-11-06,21:30,22:01,hall,ann,bob
    """) == [
        Finding(
            "closed",
            "error",
            '"Rehearsal" (Mon 6 Nov 21:30), until 22:01, is outside the hours of Hall,'
            " 06:00 to 22:00",
            ("events.csv:2 start", "venues.csv:2 opens"),
            ("ann", "bob"),
            ("event:show",),
        )
    ]


def test_exactly_from_opening_to_closing() -> None:
    mission = """
        venues
        id,name,opens,closes
        hall,Hall,06:00,22:00

        events
        id,title,date,start,end,venue
        show,Rehearsal,2017-11-06,{start},{end},hall
    """
    assert not found(mission.format(start="06:00", end="16:00"))
    assert not found(mission.format(start="12:00", end="22:00"))
    assert [problem.code for problem in found(mission.format(start="05:59", end="16:00"))] == [
        "closed"
    ]
    assert [problem.code for problem in found(mission.format(start="23:00", end="23:30"))] == [
        "closed"
    ]


def test_past_midnight() -> None:
    mission = """
        venues
        id,name,opens,closes
        roof,Roof,16:00,00:30

        events
        id,title,date,start,end,venue
        party,Party,2017-11-06,{start},{end},roof
    """
    assert not found(mission.format(start="22:00", end="00:30"))
    assert not found(mission.format(start="00:00", end="00:30"))
    (problem,) = found(mission.format(start="22:00", end="00:31"))
    assert problem.sentence == (
        '"Party" (Mon 6 Nov 22:00), until 00:31, is outside the hours of Roof, 16:00 to 00:30'
    )
    assert [problem.code for problem in found(mission.format(start="00:15", end="01:00"))] == [
        "closed"
    ]
    assert [problem.code for problem in found(mission.format(start="15:00", end="16:30"))] == [
        "closed"
    ]


def test_closing_at_midnight() -> None:
    mission = """
        venues
        id,name,opens,closes
        roof,Roof,16:00,{closes}

        events
        id,title,date,start,end,venue
        party,Party,2017-11-06,{start},{end},roof
    """
    for closes, shown in (("24:00", "00:00"), ("00:00", "00:00"), ("", "24:00")):
        assert not found(mission.format(closes=closes, start="22:00", end="24:00"))
        (problem,) = found(mission.format(closes=closes, start="22:00", end="00:01"))
        assert problem.sentence == (
            '"Party" (Mon 6 Nov 22:00), until 00:01, is outside the hours of Roof,'
            f" 16:00 to {shown}"
        )


def test_opening_at_midnight() -> None:
    assert found("""
        venues
        id,name,opens,closes
        park,Park,,20:00

        events
        id,title,date,start,end,venue
        run,Run,2017-11-06,00:00,01:00,park
        show,Show,2017-11-06,19:00,21:00,park
    """) == [
        Finding(
            "closed",
            "error",
            '"Show" (Mon 6 Nov 19:00), until 21:00, is outside the hours of Park, 00:00 to 20:00',
            ("events.csv:3 start", "venues.csv:2 closes"),
            (),
            ("event:show",),
        )
    ]


def test_always_open() -> None:
    mission = """
        venues
        id,name,opens,closes
        lobby,Lobby,{hours}

        events
        id,title,date,start,end,venue
        party,Party,2017-11-06,22:00,03:00,lobby
    """
    for hours in (",", "00:00,24:00", "00:00,", ",00:00", "08:00,08:00"):
        assert not found(mission.format(hours=hours))


def test_meetings_are_stays_and_transfers_are_not() -> None:
    problems = found("""
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        venues
        id,name,opens,closes
        office,Office,09:00,18:00
        hotel,Hotel,,

        travel
        from,to,minutes
        office,hotel,10

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00

        meetings
        id,title,who,counterpart,duration
        m1,Ann and Hal,ann,hal,20

        plan
        meeting,start,end,venue
        m1,2017-11-06 17:50,2017-11-06 18:10,office

        transfers
        id,vehicle,who,from,departs,to,arrives
        bus,Coach,ann,office,2017-11-06 18:20,hotel,2017-11-06 18:40
    """)
    assert [(problem.code, problem.at, problem.items) for problem in problems] == [
        ("closed", ("plan.csv:2 start", "venues.csv:2 opens"), ("meeting:m1",))
    ]


def test_the_clocks_are_those_of_the_venue() -> None:
    mission = """
        venues
        id,name,opens,closes,zone
        pharo,Palais du Pharo,09:00,18:00,Europe/Paris

        events
        id,title,date,start,end,zone,venue
        call,Call,2017-11-06,{start},{end},America/New_York,pharo
    """
    assert not found(mission.format(start="03:00", end="04:00"))
    assert not found(mission.format(start="11:00", end="12:00"))
    assert [problem.code for problem in found(mission.format(start="11:00", end="12:01"))] == [
        "closed"
    ]
    assert [problem.code for problem in found(mission.format(start="02:59", end="04:00"))] == [
        "closed"
    ]


def test_the_date_is_that_of_the_venue() -> None:
    mission = loaded("""
        venues
        id,name,opens,closes,zone
        pharo,Palais du Pharo,01:00,05:00,Europe/Paris

        events
        id,title,date,start,end,venue
        night,Night,2017-11-07,02:00,03:00,pharo
    """).mission
    assert mission is not None
    night = mission.events["night"]._replace(zone="America/New_York")
    assert check(Timetable(replace(mission, events={"night": night}))) == []


def test_the_night_of_25_hours() -> None:
    mission = """
        venues
        id,name,opens,closes
        bar,Bar,18:00,03:00

        events
        id,title,date,start,end,venue
        party,Party,{date},22:00,{end},bar
    """
    assert not found(mission.format(date="2017-11-04", end="03:00"))
    assert not found(mission.format(date="2017-11-04", end="01:30 UTC-4"))
    assert not found(mission.format(date="2017-11-04", end="01:30 UTC-5"))
    assert [p.code for p in found(mission.format(date="2017-11-04", end="03:01"))] == ["closed"]
    assert [p.code for p in found(mission.format(date="2017-11-05", end="03:01"))] == ["closed"]


def test_closing_in_the_hour_that_comes_twice_is_the_first() -> None:
    mission = """
        venues
        id,name,opens,closes
        bar,Bar,18:00,01:30

        events
        id,title,date,start,end,venue
        party,Party,2017-11-04,22:00,{end},bar
    """
    assert not found(mission.format(end="01:30 UTC-4"))
    assert [problem.code for problem in found(mission.format(end="01:30 UTC-5"))] == ["closed"]


def test_cancelled_is_ignored() -> None:
    assert not found("""
        venues
        id,name,opens,closes
        hall,Hall,06:00,22:00

        events
        id,title,date,start,end,venue,status
        show,Rehearsal,2017-11-06,21:30,23:00,hall,cancelled
    """)


def test_broken_references_do_not_cascade() -> None:
    problems = found("""
        venues
        id,name,opens,closes
        hall,Hall,6h90,

        events
        id,title,date,start,end,venue
        show,Rehearsal,2017-11-06,05:00,06:00,hall
        late,Late,2017-11-06,23:00,23:30,hal2
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("reference", ("events.csv:3 venue",)),
        ("time", ("venues.csv:2 opens",)),
    ]
