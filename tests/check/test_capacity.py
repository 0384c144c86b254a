"""Rule `capacity`."""

from tests.check.findings import Finding, found


def test_the_room() -> None:
    assert found("""
        people
        id,name,rank
        ann,Ann,3
        bob,Bob,2
        eve,Eve,1

        venues
        id,name,capacity
        hall,Hall,2

        events
        id,title,date,start,end,venue,who,hosts
        talks,Talks,2017-11-06,10:00,11:00,hall,ann;bob,eve
    """) == [
        Finding(
            "capacity",
            "error",
            '3 people are expected at "Talks" (Mon 6 Nov 10:00); Hall takes 2',
            ("events.csv:2 venue", "venues.csv:2 capacity"),
            ("eve", "bob", "ann"),
            ("event:talks",),
        )
    ]


def test_exactly_the_capacity() -> None:
    assert not found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name,capacity
        hall,Hall,2
        open,Open air,

        events
        id,title,date,start,end,venue,who,optional,hosts,capacity
        talks,Talks,2017-11-06,10:00,11:00,hall,ann,bob,,2
        again,The same twice,2017-11-06,14:00,15:00,hall,ann;bob,ann,bob,2
        walk,Walk,2017-11-07,14:00,15:00,open,all,,,
    """)


def test_the_event_itself() -> None:
    assert found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name,capacity
        hall,Hall,200

        events
        id,title,date,start,end,venue,who,capacity
        talks,Talks,2017-11-06,10:00,11:00,hall,all,1
    """) == [
        Finding(
            "capacity",
            "error",
            '2 people are expected at "Talks" (Mon 6 Nov 10:00); it takes 1',
            ("events.csv:2 capacity",),
            ("ann", "bob"),
            ("event:talks",),
        )
    ]


def test_both_at_once() -> None:
    problems = found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name,capacity
        hall,Hall,1

        events
        id,title,date,start,end,venue,who,capacity
        talks,Talks,2017-11-06,10:00,11:00,hall,all,0
    """)
    assert [problem.at for problem in problems] == [
        ("events.csv:2 capacity",),
        ("events.csv:2 venue", "venues.csv:2 capacity"),
    ]


def test_with_the_optional_people_only_it_is_a_warning() -> None:
    mission = """
        people
        id,name
        ann,Ann
        bob,Bob
        eve,Eve

        venues
        id,name,capacity
        hall,Hall,{room}

        events
        id,title,date,start,end,venue,who,optional
        talks,Talks,2017-11-06,10:00,11:00,hall,ann;bob,eve
    """
    assert not found(mission.format(room=3))
    (problem,) = found(mission.format(room=2))
    assert (problem.severity, problem.sentence) == (
        "warning",
        '3 people are expected at "Talks" (Mon 6 Nov 10:00); Hall takes 2',
    )
    (problem,) = found(mission.format(room=1))
    assert (problem.severity, problem.sentence) == (
        "error",
        '2 people are expected at "Talks" (Mon 6 Nov 10:00); Hall takes 1',
    )


def test_a_meeting() -> None:
    assert found("""
        people
        id,name,side
        ann,Ann,
        bob,Bob,
        hal,Hal,host

        venues
        id,name,capacity
        booth,Booth,2

        meetings
        id,title,who,counterpart,start,duration,venue
        m1,Three in a booth,ann;bob,hal,2017-11-06 10:00,20,booth

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00
    """) == [
        Finding(
            "capacity",
            "error",
            '3 people are expected at "Three in a booth" (Mon 6 Nov 10:00); Booth takes 2',
            ("meetings.csv:2 venue", "venues.csv:2 capacity"),
            ("ann", "bob", "hal"),
            ("meeting:m1",),
        )
    ]


def test_forty_people_are_one_problem_in_protocol_order() -> None:
    people = "\n        ".join(f"p{n},Person {n},{41 - n}" for n in range(1, 41))
    (problem,) = found(f"""
        people
        id,name,rank
        {people}

        venues
        id,name,capacity
        hall,Hall,39

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,hall,all
    """)
    assert problem.people == tuple(f"p{n}" for n in range(40, 0, -1))


def test_cancelled_is_ignored() -> None:
    assert not found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name,capacity
        hall,Hall,1

        events
        id,title,date,start,end,venue,who,status
        talks,Talks,2017-11-06,10:00,11:00,hall,all,cancelled
    """)


def test_broken_references_do_not_cascade() -> None:
    problems = found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name,capacity
        hall,Hall,many
        room,Room,1

        events
        id,title,date,start,end,venue,who,capacity
        talks,Talks,2017-11-06,10:00,11:00,hall,all,few
        visit,Visit,2017-11-06,12:00,13:00,romo,all,
        lunch,Lunch,2017-11-06,14:00,15:00,room,ann;zzyzx,
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("value", ("events.csv:2 capacity",)),
        ("reference", ("events.csv:3 venue",)),
        ("reference", ("events.csv:4 who",)),
        ("value", ("venues.csv:2 capacity",)),
    ]
