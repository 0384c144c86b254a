"""Rule `overlap`."""

from dataclasses import replace

from itinerary.check import check
from itinerary.timetable import Timetable
from tests.check.findings import Finding, found
from tests.check.tables import loaded


def test_hit() -> None:
    assert found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,ann
        visit,Visit,2017-11-06,10:30,12:00,ann
    """) == [
        Finding(
            "overlap",
            "error",
            'Ann is expected at "Talks" (Mon 6 Nov 10:00) and at "Visit" (Mon 6 Nov 10:30) at once,'
            " 10:30–11:00",
            ("events.csv:2 start", "events.csv:3 start"),
            ("ann",),
            ("event:talks", "event:visit"),
        )
    ]


def test_one_inside_the_other() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        day,Day,2017-11-06,09:00,13:30,ann
        visit,Visit,2017-11-06,10:30,12:00,ann
    """)
    assert problem.items == ("event:day", "event:visit")
    assert problem.sentence == (
        'Ann is expected at "Day" (Mon 6 Nov 09:00) and at "Visit" (Mon 6 Nov 10:30) at once,'
        " 10:30–12:00"
    )


def test_touching() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,ann
        visit,Visit,2017-11-06,11:00,12:00,ann
        lunch,Lunch,2017-11-06,12:00,13:00,ann
    """)


def test_zero_minutes() -> None:
    mission = loaded("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,ann
        photo,Photograph,2017-11-06,10:30,10:31,ann
    """).mission
    assert mission is not None
    assert [problem.code for problem in check(Timetable(mission))] == ["overlap"]
    photo = mission.events["photo"]
    instant = photo.spans[0]._replace(end=photo.spans[0].start)
    events = {**mission.events, "photo": photo._replace(spans=(instant,))}
    assert check(Timetable(replace(mission, events=events))) == []


def test_different_people() -> None:
    assert not found("""
        people
        id,name
        ann,Ann
        bob,Bob

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,ann
        visit,Visit,2017-11-06,10:00,11:00,bob
    """)


def test_optional_is_a_warning() -> None:
    assert found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who,optional
        talks,Talks,2017-11-06,10:00,11:00,ann,
        visit,Visit,2017-11-06,10:30,12:00,,ann
    """) == [
        Finding(
            "overlap",
            "warning",
            'Ann is expected at "Talks" (Mon 6 Nov 10:00) and at "Visit" (Mon 6 Nov 10:30) at once,'
            " 10:30–11:00",
            ("events.csv:2 start", "events.csv:3 start"),
            ("ann",),
            ("event:talks", "event:visit"),
        )
    ]


def test_required_and_optional_are_told_apart() -> None:
    problems = found("""
        people
        id,name
        ann,Ann
        bob,Bob
        eve,Eve

        events
        id,title,date,start,end,who,optional,hosts
        talks,Talks,2017-11-06,10:00,11:00,ann;bob,,eve
        visit,Visit,2017-11-06,10:30,12:00,ann;eve,bob,
    """)
    assert [(problem.severity, problem.people) for problem in problems] == [
        ("error", ("ann", "eve")),
        ("warning", ("bob",)),
    ]


def test_four_names_are_shown_and_of_five_three() -> None:
    mission = """
        people
        id,name
        ann,Ann
        bob,Bob
        eve,Eve
        joe,Joe
        kim,Kim

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,all
        visit,Visit,2017-11-06,10:30,12:00,{who}
    """
    (problem,) = found(mission.format(who="all - kim"))
    assert problem.sentence == (
        'Ann, Bob, Eve and Joe are expected at "Talks" (Mon 6 Nov 10:00) and at'
        ' "Visit" (Mon 6 Nov 10:30) at once, 10:30–11:00'
    )
    (problem,) = found(mission.format(who="all"))
    assert problem.sentence == (
        'Ann, Bob, Eve and 2 more are expected at "Talks" (Mon 6 Nov 10:00) and at'
        ' "Visit" (Mon 6 Nov 10:30) at once, 10:30–11:00'
    )


def test_forty_people_are_one_problem_in_protocol_order() -> None:
    people = "\n        ".join(f"p{n},Person {n},{41 - n}" for n in range(1, 41))
    assert found(f"""
        people
        id,name,rank
        {people}
        eve,Eve,

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,all
        visit,Visit,2017-11-06,10:30,12:00,all - eve
    """) == [
        Finding(
            "overlap",
            "error",
            "Person 40, Person 39, Person 38 and 37 more are expected at"
            ' "Talks" (Mon 6 Nov 10:00) and at "Visit" (Mon 6 Nov 10:30) at once, 10:30–11:00',
            ("events.csv:2 start", "events.csv:3 start"),
            tuple(f"p{n}" for n in range(40, 0, -1)),
            ("event:talks", "event:visit"),
        )
    ]


def test_three_at_once_are_three_pairs() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        a,A,2017-11-06,10:00,12:00,ann
        b,B,2017-11-06,10:30,11:30,ann
        c,C,2017-11-06,11:00,13:00,ann
        d,D,2017-11-06,14:00,15:00,ann
    """)
    assert [problem.items for problem in problems] == [
        ("event:a", "event:b"),
        ("event:a", "event:c"),
        ("event:b", "event:c"),
    ]


def test_two_transfers_are_no_overlap() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name
        hotel,Hotel
        port,PortMiami

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann

        transfers
        id,vehicle,who,from,departs,to,arrives
        t1,Coach,ann,hotel,2017-11-06 09:00,port,2017-11-06 09:30
        t2,Van,ann,hotel,2017-11-06 09:10,port,2017-11-06 09:40
    """)
    assert [problem.code for problem in problems] == ["stranded"]


def test_cancelled_is_ignored() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who,status
        talks,Talks,2017-11-06,10:00,11:00,ann,confirmed
        visit,Visit,2017-11-06,10:00,11:00,ann,cancelled

        meetings
        id,who,counterpart,start,duration,status
        m1,ann,ann,2017-11-06 10:00,20,cancelled
    """)


def test_draft_counts() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who,status
        talks,Talks,2017-11-06,10:00,11:00,ann,confirmed
        visit,Visit,2017-11-06,10:00,11:00,ann,draft
    """)
    assert [problem.code for problem in problems] == ["overlap"]


def test_broken_references_do_not_cascade() -> None:
    problems = found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name
        hall,Hall

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,nowhere,ann; zzyzx
        visit,Visit,2017-11-06,25h30,12:00,,ann
        lunch,Lunch,2017-11-06,10:30,11:00,,bob; zzyzx
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("reference", ("events.csv:2 venue",)),
        ("reference", ("events.csv:2 who",)),
        ("time", ("events.csv:3 start",)),
        ("reference", ("events.csv:4 who",)),
    ]
