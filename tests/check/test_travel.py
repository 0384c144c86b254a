"""Rule `travel`."""

from tests.check.findings import Finding, found


def test_hit() -> None:
    assert found("""
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
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,11:10,12:00,walls,ann
    """) == [
        Finding(
            "travel",
            "error",
            "Ann has 10 min from PortMiami to Wynwood Walls; 25 min are needed (travel table):"
            ' 15 min too few between "Talks" (Mon 6 Nov 10:00) and "Visit" (Mon 6 Nov 11:10)',
            ("events.csv:3 start", "events.csv:2 end"),
            ("ann",),
            ("event:talks", "event:visit"),
        )
    ]


def test_exactly_the_time_that_is_needed() -> None:
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
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,{start},12:00,walls,ann
    """
    assert not found(mission.format(start="11:25"))
    (problem,) = found(mission.format(start="11:24"))
    assert problem.sentence == (
        "Ann has 24 min from PortMiami to Wynwood Walls; 25 min are needed (travel table):"
        ' 1 min too few between "Talks" (Mon 6 Nov 10:00) and "Visit" (Mon 6 Nov 11:24)'
    )


def test_slack() -> None:
    mission = """
        mission
        [travel]
        slack_minutes = {slack}

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
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,11:30,12:00,walls,ann
    """
    assert not found(mission.format(slack=0))
    assert not found(mission.format(slack=10))
    assert [problem.code for problem in found(mission.format(slack=11))] == ["travel"]


def test_optional_is_a_warning() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls

        events
        id,title,date,start,end,venue,who,optional
        talks,Talks,2017-11-06,10:00,11:00,port,ann,
        visit,Visit,2017-11-06,11:10,12:00,walls,,ann
    """)
    assert (problem.severity, problem.people) == ("warning", ("ann",))


def test_what_is_optional_hides_nothing() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls
        lobby,PortMiami lobby

        travel
        from,to,minutes
        port,walls,30
        port,lobby,1
        lobby,walls,30

        events
        id,title,date,start,end,venue,who,optional
        talks,Talks,2017-11-06,10:00,11:00,port,ann,
        drinks,Drinks,2017-11-06,11:10,11:15,lobby,,ann
        visit,Visit,2017-11-06,11:25,12:00,walls,ann,
    """)
    assert [(problem.severity, problem.items) for problem in problems] == [
        ("warning", ("event:drinks", "event:visit")),
        ("error", ("event:talks", "event:visit")),
    ]


def test_only_one_thing_and_the_next() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls
        lobby,PortMiami lobby

        travel
        from,to,minutes
        port,walls,30
        port,lobby,1
        lobby,walls,10

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        drinks,Drinks,2017-11-06,11:06,11:09,lobby,ann
        visit,Visit,2017-11-06,11:24,12:00,walls,ann
    """)
    assert problems == []


def test_what_ended_last_counts() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls

        events
        id,title,date,start,end,venue,who
        day,Day,2017-11-06,08:00,11:00,port,ann
        visit,Visit,2017-11-06,09:00,10:00,walls,ann
        talks,Talks,2017-11-06,11:10,12:00,walls,ann
    """)
    assert [(problem.code, problem.items) for problem in problems] == [
        ("overlap", ("event:day", "event:visit")),
        ("travel", ("event:day", "event:talks")),
    ]


def test_what_overlaps_is_not_travel_too() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,10:59,12:00,walls,ann
    """)
    assert [problem.code for problem in problems] == ["overlap"]


def test_forty_people_are_one_problem_in_protocol_order() -> None:
    people = "\n        ".join(f"p{n},Person {n},{41 - n}" for n in range(1, 41))
    assert found(f"""
        people
        id,name,rank
        {people}

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,all
        visit,Visit,2017-11-06,11:10,12:00,walls,all
    """) == [
        Finding(
            "travel",
            "error",
            "Person 40, Person 39, Person 38 and 37 more have 10 min from PortMiami to"
            " Wynwood Walls; 35 min are needed (estimate): 25 min too few between"
            ' "Talks" (Mon 6 Nov 10:00) and "Visit" (Mon 6 Nov 11:10)',
            ("events.csv:3 start", "events.csv:2 end"),
            tuple(f"p{n}" for n in range(40, 0, -1)),
            ("event:talks", "event:visit"),
        )
    ]


def test_cancelled_is_ignored() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami
        walls,Wynwood Walls

        events
        id,title,date,start,end,venue,who,status
        talks,Talks,2017-11-06,10:00,11:00,port,ann,cancelled
        visit,Visit,2017-11-06,11:10,12:00,walls,ann,
    """)


def test_broken_references_do_not_cascade() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,PortMiami

        travel
        from,to,minutes
        port,wals,90

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,11:00,12:00,wals,ann
        back,Back,2017-11-06,12:00,13:00,port,ann
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("reference", ("events.csv:3 venue",)),
        ("reference", ("travel.csv:2 to",)),
    ]
