"""Rule `venue`: meetings, alone and among events."""

from tests.check.findings import Finding, found


def test_a_place_without_tables_holds_one_meeting() -> None:
    mission = """
        people
        id,name,side
        ann,Ann,
        bob,Bob,
        hal,Hal,host
        joe,Joe,host

        venues
        id,name
        office,Office

        meetings
        id,title,who,counterpart,start,duration,venue,table
        m1,Ann and Hal,ann,hal,2017-11-06 10:00,20,office,{first}
        m2,Bob and Joe,bob,joe,2017-11-06 10:10,20,office,{second}

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00
    """
    for first, second in (("", ""), ("1", "2"), ("1", "1")):
        (problem,) = found(mission.format(first=first, second=second))
        assert (problem.code, problem.sentence) == (
            "venue",
            'Office is used twice at once: "Ann and Hal" (Mon 6 Nov 10:00) and'
            ' "Bob and Joe" (Mon 6 Nov 10:10)',
        )


def test_an_event_among_meetings_is_one_problem() -> None:
    assert found("""
        people
        id,name,side
        ann,Ann,
        bob,Bob,
        hal,Hal,host
        joe,Joe,host

        venues
        id,name,tables
        desks,Desks,4

        events
        id,title,date,start,end,venue
        strike,Dismantling,2017-11-06,10:10,13:00,desks

        meetings
        id,title,who,counterpart,start,duration,venue,table
        m0,Ann and Joe,ann,joe,2017-11-06 09:50,20,desks,1
        m1,Ann and Hal,ann,hal,,20,,
        m2,Bob and Joe,bob,joe,2017-11-06 10:30,20,desks,2

        plan
        meeting,start,end,venue,table
        m1,2017-11-06 10:10,2017-11-06 10:30,desks,1
    """) == [
        Finding(
            "venue",
            "error",
            'Desks is used twice at once: "Dismantling" (Mon 6 Nov 10:10) and 2 meetings',
            ("events.csv:2 venue", "plan.csv:2 venue", "meetings.csv:4 venue"),
            ("ann", "bob", "hal", "joe"),
            ("event:strike", "meeting:m1", "meeting:m2"),
        )
    ]


def test_an_event_and_one_meeting() -> None:
    (problem,) = found("""
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        venues
        id,name,tables
        desks,Desks,4

        events
        id,title,date,start,end,venue
        strike,Dismantling,2017-11-06,11:00,13:00,desks

        meetings
        id,title,who,counterpart,start,duration,venue,table
        m1,Ann and Hal,ann,hal,2017-11-06 11:00,20,desks,1
    """)
    assert problem.sentence == (
        'Desks is used twice at once: "Dismantling" (Mon 6 Nov 11:00) and'
        ' "Ann and Hal" (Mon 6 Nov 11:00)'
    )
