"""Rule `vehicle`."""

from tests.check.findings import Finding, found

RIDE = """
    people
    id,name,groups
    ann,Ann,party
    bob,Bob,party
    eve,Eve,party

    venues
    id,name
    hotel,Hotel
    port,Port

    events
    id,title,date,start,end
    lunch,Lunch,2017-11-06,12:00,13:00

    transfers
    id,vehicle,seats,who,from,departs,to,arrives
    t1,Town car,{seats},{who},hotel,2017-11-06 09:00,port,2017-11-06 09:30
"""


def test_too_few_seats() -> None:
    assert found(RIDE.format(seats=2, who="party")) == [
        Finding(
            "vehicle",
            "error",
            '3 people are to ride in "Town car" (Mon 6 Nov 09:00), which has 2 seats',
            ("transfers.csv:2 who", "transfers.csv:2 seats"),
            ("ann", "bob", "eve"),
            ("transfer:t1",),
        )
    ]


def test_exactly_enough() -> None:
    assert not found(RIDE.format(seats=3, who="party"))


def test_no_seat_at_all() -> None:
    (problem,) = found(RIDE.format(seats=0, who="eve"))
    assert problem.sentence == (
        '1 person is to ride in "Town car" (Mon 6 Nov 09:00), which has 0 seats'
    )


def test_nobody_counts_the_seats() -> None:
    assert not found(RIDE.format(seats="", who="party"))


def test_what_cannot_be_read_is_not_judged() -> None:
    assert [p.code for p in found(RIDE.format(seats="few", who="party"))] == ["value"]
    assert [p.code for p in found(RIDE.format(seats=1, who="ann; zzyzx"))] == ["reference"]
