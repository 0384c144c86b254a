"""`plan --what-if`: a plan of a mission that is a little different."""

from pathlib import Path

import pytest

from tests.cli.planning import FAIR, LOST, PLAN, data, plan, written

pytest.importorskip("ortools", reason="plans need the extra `plan`")


def test_as_if_it_were_otherwise(tmp_path: Path) -> None:
    """Told as the difference to the plan there is."""
    text = f"{FAIR}{LOST}\nplan\n{PLAN}"
    found = data(tmp_path, "--keep", "--what-if", "meeting=Fourth earliest=6 nov", text=text)
    assert (found["placed"], found["gained"], found["unplaced"]) == (3, [], [
        {"meeting": "M4", **{k: found["unplaced"][0][k] for k in ("reasons", "relaxations")}}
    ])  # fmt: skip
    wider = ("--what-if", "meeting=Fourth earliest=6 nov", "--what-if", "venue=Hall tables=+1")
    ran = plan(tmp_path, "--keep", *wider, text=text)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == (
        'What if: "Fourth" from Mon 6 Nov 00:00 at the earliest and Hall with 2 tables?'
    )
    gained = [line for line in ran.out.splitlines() if line.startswith("    now has a place: F")]
    assert len(gained) == 1
    assert written(tmp_path) == {"plan.csv": PLAN}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("venue=hall tables=+2", "Hall with 3 tables"),
        ("venue=hall tables=-1", "Hall with 0 tables"),
        ("venue=hall tables=-9", "Hall with 0 tables"),
        ("venue=hall tables=12", "Hall with 12 tables"),
        ("venue = hall  tables = 1", "Hall with 1 table"),
        ("venue=Room capacity=-4", "Room with room for 16 people"),
        ("venue=hall capacity=2", "Hall with room for 2 people"),
        ("meeting=M1 duration=1h", '"First" lasting 1 h'),
        ("meeting=M1 earliest=2017-11-06 14:20", '"First" from Mon 6 Nov 14:20 at the earliest'),
        ("meeting=M1 latest=2017-11-07", '"First" until Wed 8 Nov 00:00 at the latest'),
        ("meeting=M1 priority=3", '"First" of priority 3'),
        ("meeting=M1 status=cancelled", '"First" cancelled'),
        ("who=ann away=2017-11-07", "Ann away from Tue 7 Nov 00:00 to Wed 8 Nov 00:00"),
        (
            "who=acme away=2017-11-06 14:00..2017-11-06 14:20",
            "Ann and Bob away from Mon 6 Nov 14:00 to Mon 6 Nov 14:20",
        ),
    ],
)
def test_what_can_be_supposed(change: str, said: str, tmp_path: Path) -> None:
    found = plan(tmp_path, "--what-if", change)
    assert found.out.replace("\n", " ").startswith(f"What if: {said}? ")
    assert (found.code in (0, 1), found.err, written(tmp_path)) == (True, "", {})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("", '"" is no change'),
        ("tables=2", '"tables=2" is no change'),
        ("town=hall tables=2", '"town=hall tables=2" is no change'),
        ("venue=hall doors=2", '"doors" cannot be changed of a venue'),
        ("venue=hall duration=2", '"duration" cannot be changed of a venue'),
        ("venue=hall tables=some", '"some" is not a number of tables'),
        ("venue=room tables=+1", "Room has no tables of which there could be more or fewer"),
        ("venue=nowhere tables=2", '"nowhere" is not in the table of venues'),
        ("meeting=M9 duration=20", '"M9" is not in the table of meetings'),
        ("meeting=M1 duration=long", '"long" is not a length of time'),
        ("meeting=M1 earliest=soon", '"soon" is not a date and a time'),
        ("meeting=M1 priority=4", '"4" is not a priority'),
        ("meeting=M1 status=maybe", '"maybe" is not a status to try'),
        ("who=ann away=whenever", '"whenever" is not a date and a time'),
        ("who=zzzz away=2017-11-07", '"zzzz" is not in the table of people'),
    ],
)
def test_what_cannot_be_supposed(change: str, sentence: str, tmp_path: Path) -> None:
    ran = plan(tmp_path, "--what-if", change)
    assert (ran.code, ran.out, written(tmp_path)) == (2, "", {})
    assert ran.err.startswith(f"error: {sentence}")
    assert ran.err.count("\n") > 1
