"""Rule `precedence`."""

from tests.check.findings import Finding, found

PEOPLE = """
    people
    id,name,rank
    gil,Gil,1
    ann,Ann,2
    bob,Bob,{bob}
    eve,Eve,{eve}

    events
    id,title,date,start,end
    lunch,Lunch,2017-11-06,12:00,13:00
"""


def test_one_rank_for_two() -> None:
    assert found(PEOPLE.format(bob=2, eve="")) == [
        Finding(
            "precedence",
            "warning",
            "Ann and Bob have the same rank, 2: protocol cannot order them",
            ("people.csv:3 rank", "people.csv:4 rank"),
            ("ann", "bob"),
        )
    ]


def test_one_rank_for_three_is_one_problem() -> None:
    assert [problem.people for problem in found(PEOPLE.format(bob=2, eve=2))] == [
        ("ann", "bob", "eve")
    ]


def test_two_ranks_given_twice() -> None:
    assert [problem.people for problem in found(PEOPLE.format(bob=2, eve=1))] == [
        ("gil", "eve"),
        ("ann", "bob"),
    ]


def test_each_has_one_or_none() -> None:
    assert not found(PEOPLE.format(bob=3, eve=4))
    assert not found(PEOPLE.format(bob="", eve=""))


def test_a_rank_that_cannot_be_read_is_none() -> None:
    assert [problem.code for problem in found(PEOPLE.format(bob=0, eve="second"))] == [
        "value",
        "value",
    ]
