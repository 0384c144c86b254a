"""Rule `absent`."""

from tests.check.findings import Finding, found


def test_an_absence() -> None:
    assert found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,ann

        absences
        who,start,end,reason
        ann,2017-11-06 08:00,2017-11-06 10:30,In Tampa
    """) == [
        Finding(
            "absent",
            "error",
            'Ann is expected at "Talks" (Mon 6 Nov 10:00) and is away from Mon 6 Nov 08:00 to'
            " Mon 6 Nov 10:30 (In Tampa)",
            ("events.csv:2 start", "absences.csv:2 start"),
            ("ann",),
            ("event:talks",),
        )
    ]


def test_without_a_reason() -> None:
    (problem,) = found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,ann

        absences
        who,start,end
        ann,2017-11-06,2017-11-07
    """)
    assert problem.sentence == (
        'Ann is expected at "Talks" (Mon 6 Nov 10:00) and is away from Mon 6 Nov 00:00 to'
        " Wed 8 Nov 00:00"
    )


def test_an_absence_that_touches() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        talks,Talks,2017-11-06,10:00,11:00,ann
        lunch,Lunch,2017-11-06,12:00,13:00,ann

        absences
        who,start,end
        ann,2017-11-06 11:00,2017-11-06 12:00
    """)


def test_an_absence_across_two_zones() -> None:
    mission = """
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,zone,who
        call,Call,2017-11-06,17:00,18:00,Europe/Paris,ann

        absences
        who,start,end
        ann,2017-11-06 {start},2017-11-06 {end}
    """
    assert not found(mission.format(start="12:00", end="18:00"))
    assert not found(mission.format(start="08:00", end="11:00"))
    (problem,) = found(mission.format(start="11:30", end="12:00"))
    assert problem.sentence == (
        'Ann is expected at "Call" (Mon 6 Nov 17:00) and is away from Mon 6 Nov 17:30 to'
        " Mon 6 Nov 18:00"
    )


def test_an_absence_in_the_hour_that_comes_twice() -> None:
    mission = """
        people
        id,name
        ann,Ann

        events
        id,title,date,start,end,who
        watch,Watch,2017-11-05,01:10 UTC-5,01:50 UTC-5,ann

        absences
        who,start,end
        ann,2017-11-04 22:00,2017-11-05 {end}
    """
    assert not found(mission.format(end="01:30 UTC-4"))
    assert [problem.code for problem in found(mission.format(end="01:30 UTC-5"))] == ["absent"]


def test_optional_is_a_warning() -> None:
    problems = found("""
        people
        id,name
        ann,Ann
        bob,Bob

        events
        id,title,date,start,end,who,optional
        talks,Talks,2017-11-06,10:00,11:00,ann,bob

        absences
        who,start,end
        ann;bob,2017-11-06,2017-11-06
    """)
    assert [(problem.severity, problem.people) for problem in problems] == [
        ("error", ("ann",)),
        ("warning", ("bob",)),
    ]


def test_forty_people_are_one_problem_in_protocol_order() -> None:
    people = "\n        ".join(f"p{n},Person {n},{41 - n}" for n in range(1, 41))
    assert found(f"""
        people
        id,name,rank
        {people}

        venues
        id,name,zone
        mia,Miami airport,
        mrs,Marseille,Europe/Paris
        hotel,Hotel,

        events
        id,title,date,start,end,venue,who
        desk,Welcome desk,2017-11-04,14:00,15:00,hotel,all

        journeys
        number,who,from,departs,to,arrives
        XX 1,all,mrs,2017-11-04 21:00,mia,2017-11-05 02:20
    """) == [
        Finding(
            "absent",
            "error",
            "Person 40, Person 39, Person 38 and 37 more are expected at"
            ' "Welcome desk" (Sat 4 Nov 14:00) and arrive only with XX 1, Sun 5 Nov 02:20',
            ("events.csv:2 start", "journeys.csv:2 arrives"),
            tuple(f"p{n}" for n in range(40, 0, -1)),
            ("event:desk", "journey:xx-1"),
        )
    ]


def test_cancelled_is_ignored() -> None:
    assert not found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mrs,Marseille airport,Europe/Paris
        mia,Miami airport,
        hotel,Hotel,

        events
        id,title,date,start,end,venue,who,status
        desk,Desk,2017-11-04,09:00,10:00,hotel,ann,cancelled
        talks,Talks,2017-11-06,09:00,10:00,hotel,ann,cancelled

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-05 10:40,mia,2017-11-05 15:05

        absences
        who,start,end
        ann,2017-11-06,2017-11-06
    """)


def test_broken_references_do_not_cascade() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mrs,Marseille airport,Europe/Paris
        mia,Miami airport,
        hotel,Hotel,

        events
        id,title,date,start,end,venue,who
        desk,Desk,2017-11-05,18:00,19:00,hotle,ann
        talks,Talks,2017-11-06,09:00,10:00,hotel,ann

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-05 10:40,mai,2017-11-05 15:05
        back,XX 2,ann,mia,2017-11-09 25:40,mrs,2017-11-10 11:25

        absences
        who,start,end
        zzyzx,2017-11-06,2017-11-06
    """)
    assert [(problem.code, problem.at) for problem in problems] == [
        ("reference", ("absences.csv:2 who",)),
        ("reference", ("events.csv:2 venue",)),
        ("reference", ("journeys.csv:2 to",)),
        ("time", ("journeys.csv:3 departs",)),
    ]


def test_a_planned_meeting_names_the_row_of_the_plan() -> None:
    (problem,) = found("""
        people
        id,name,side
        ann,Ann,
        hal,Hal,host

        meetings
        id,who,counterpart
        m1,ann,hal

        plan
        meeting,start
        m1,2017-11-06 10:00

        events
        id,title,date,start,end
        lunch,Lunch,2017-11-06,12:00,13:00

        absences
        who,start,end
        hal,2017-11-06 10:10,2017-11-06 11:00
    """)
    assert (problem.at, problem.people) == (("plan.csv:2 start", "absences.csv:2 start"), ("hal",))
