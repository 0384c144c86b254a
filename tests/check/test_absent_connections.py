"""Rule `absent`: journeys with several legs, and several journeys."""

from tests.check.findings import Finding, found


def test_between_two_flights() -> None:
    assert found("""
        people
        id,name
        ann,Ann
        bob,Bob

        venues
        id,name,zone,latitude,longitude
        mrs,Marseille airport,Europe/Paris,43.4367,5.2150
        jfk,New York airport,,40.6413,-73.7781
        queens,Consulate in New York,,40.7766,-73.9630
        mia,Miami airport,,25.7953,-80.2780
        beach,Miami Beach,,25.7906,-80.1300

        events
        id,title,date,start,end,venue,who
        coffee,Coffee,2017-11-05,14:00,14:30,queens,ann
        walk,Walk,2017-11-05,14:00,14:30,beach,bob
        visit,Visit,2017-11-05,14:45,15:30,beach,ann

        journeys
        id,number,who,from,departs,to,arrives
        out,XX 1,ann,mrs,2017-11-05 10:30,jfk,2017-11-05 13:00
        on,XX 2,ann,jfk,2017-11-05 15:55,mia,2017-11-05 19:05
    """)[1:] == [
        Finding(
            "absent",
            "error",
            'Ann is expected at "Visit" (Sun 5 Nov 14:45) and arrives only with XX 2,'
            " Sun 5 Nov 19:05",
            ("events.csv:4 start", "journeys.csv:3 arrives"),
            ("ann",),
            ("event:visit", "journey:on"),
        )
    ]


def test_the_first_of_two_flights_is_not_the_arrival() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mrs,Marseille airport,Europe/Paris
        cdg,Paris airport,Europe/Paris
        mia,Miami airport,
        hotel,Hotel,

        events
        id,title,date,start,end,venue,who
        desk,Desk,2017-11-06,09:00,10:00,hotel,ann
        late,Late desk,2017-11-10,18:00,19:00,hotel,ann

        journeys
        id,number,who,from,departs,to,arrives
        a1,XX 1,ann,mrs,2017-11-07 07:00,cdg,2017-11-07 08:30
        a2,XX 2,ann,cdg,2017-11-07 10:50,mia,2017-11-07 15:55
        b1,XX 3,ann,mia,2017-11-09 20:40,cdg,2017-11-10 11:25
        b2,XX 4,ann,cdg,2017-11-10 13:10,mrs,2017-11-10 14:35
    """)
    assert [(problem.code, problem.at, problem.items) for problem in problems] == [
        ("absent", ("events.csv:2 start", "journeys.csv:3 arrives"), ("event:desk", "journey:a2")),
        ("absent", ("events.csv:3 start", "journeys.csv:4 departs"), ("event:late", "journey:b1")),
    ]


def test_who_leaves_twice_has_left_with_the_last_flight() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,zone
        mia,Miami airport,
        mrs,Marseille airport,Europe/Paris
        hotel,Hotel,

        events
        id,title,date,start,end,venue,who
        first,First,2017-11-05,15:00,16:00,hotel,ann
        second,Second,2017-11-07,18:00,19:00,hotel,ann
        third,Third,2017-11-10,10:00,11:00,hotel,ann

        journeys
        id,number,who,from,departs,to,arrives
        a,XX 1,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05
        b,XX 2,ann,mia,2017-11-05 20:40,mrs,2017-11-06 11:25
        c,XX 3,ann,mrs,2017-11-07 10:40,mia,2017-11-07 16:05
        d,XX 4,ann,mia,2017-11-09 20:40,mrs,2017-11-10 11:25
    """)
    assert [problem.sentence for problem in problems] == [
        'Ann is expected at "Third" (Fri 10 Nov 10:00) and has left with XX 4, Thu 9 Nov 20:40'
    ]
