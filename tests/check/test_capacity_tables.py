"""Rule `capacity`: meetings and tables."""

from tests.check.findings import Finding, found


def test_more_meetings_than_tables() -> None:
    assert found("""
        people
        id,name,side
        ann,Ann,
        bob,Bob,
        eve,Eve,
        hal,Hal,host
        joe,Joe,host
        kim,Kim,host

        venues
        id,name,tables
        desks,Desks,2

        meetings
        id,title,who,counterpart,start,duration,venue,table
        m1,Ann and Hal,ann,hal,2017-11-06 10:00,20,desks,
        m2,Bob and Joe,bob,joe,2017-11-06 10:00,20,desks,
        m3,Eve and Kim,eve,kim,2017-11-06 10:10,20,desks,
        m4,Bob and Joe again,bob,joe,2017-11-06 11:00,20,desks,

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00
    """) == [
        Finding(
            "capacity",
            "error",
            "Desks has 2 tables; up to 3 meetings are there at once, the first"
            ' "Ann and Hal" (Mon 6 Nov 10:00)',
            (
                "meetings.csv:2 start",
                "meetings.csv:3 start",
                "meetings.csv:4 start",
                "venues.csv:2 tables",
            ),
            ("ann", "bob", "eve", "hal", "joe", "kim"),
            ("meeting:m1", "meeting:m2", "meeting:m3"),
        )
    ]


def test_the_most_at_once_are_counted() -> None:
    problems = found("""
        mission
        [checks]
        overlap = "off"

        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        venues
        id,name,tables
        desks,Desks,2

        meetings
        id,title,who,counterpart,start,duration,venue
        m1,One,ann,hal,2017-11-06 10:00,20,desks
        m2,Two,ann,hal,2017-11-06 10:00,20,desks
        m3,Three,ann,hal,2017-11-06 10:00,40,desks
        m4,Four,ann,hal,2017-11-06 10:00,40,desks
        m5,Five,ann,hal,2017-11-06 10:30,20,desks

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00
    """)
    assert [(problem.sentence, problem.items) for problem in problems] == [
        (
            "Desks has 2 tables; up to 4 meetings are there at once, the first"
            ' "One" (Mon 6 Nov 10:00)',
            ("meeting:m1", "meeting:m2", "meeting:m3", "meeting:m4", "meeting:m5"),
        )
    ]


def test_as_many_meetings_as_tables() -> None:
    assert not found("""
        people
        id,name,side
        ann,Ann,
        bob,Bob,
        hal,Hal,host
        joe,Joe,host

        venues
        id,name,tables
        desks,Desks,2

        meetings
        id,who,counterpart,start,duration,venue,table
        m1,ann,hal,2017-11-06 10:00,20,desks,
        m2,bob,joe,2017-11-06 10:00,20,desks,
        m3,ann,joe,2017-11-06 10:20,20,desks,1
        m4,bob,hal,2017-11-06 10:20,20,desks,2

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00
    """)


def test_two_crowds_are_two_problems() -> None:
    problems = found("""
        people
        id,name,side
        ann,Ann,
        bob,Bob,
        hal,Hal,host
        joe,Joe,host

        venues
        id,name,tables
        desks,Desks,1

        meetings
        id,who,counterpart,start,duration,venue,table
        m1,ann,hal,2017-11-06 10:00,20,desks,
        m2,bob,joe,2017-11-06 10:00,20,desks,
        m3,ann,hal,2017-11-06 11:00,20,desks,
        m4,bob,joe,2017-11-06 11:10,20,desks,

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00
    """)
    assert [problem.items for problem in problems] == [
        ("meeting:m1", "meeting:m2"),
        ("meeting:m3", "meeting:m4"),
    ]


def test_a_table_that_is_not_there() -> None:
    mission = """
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        venues
        id,name,tables
        desks,Desks,14

        meetings
        id,title,who,counterpart,duration
        m1,Ann and Hal,ann,hal,20

        plan
        meeting,start,end,venue,table
        m1,2017-11-06 10:00,2017-11-06 10:20,desks,{table}

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00
    """
    assert not found(mission.format(table=14))
    assert found(mission.format(table=15)) == [
        Finding(
            "capacity",
            "error",
            '"Ann and Hal" (Mon 6 Nov 10:00) is at table 15 of Desks, which has 14',
            ("plan.csv:2 table",),
            ("ann", "hal"),
            ("meeting:m1",),
        )
    ]
