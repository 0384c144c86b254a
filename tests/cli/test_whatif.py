"""`whatif`: what breaks, for whom, and what would mend it."""

import json
from pathlib import Path

import pytest

from tests.cli.missions import write_mission
from tests.cli.running import MIAMI, Ran, call

TRIP = """\
people
id,name,rank,organisation
ann,Ann,1,
bob,Bob,2,acme
eve,Eve,3,acme

organisations
id,name
acme,Acme

venues
id,name,latitude,longitude,zone
mrs,Marseille airport,,,Europe/Paris
mia,Miami airport,25.7959,-80.2870,
hotel,Hotel,25.7727,-80.1853,

journeys
id,number,who,from,departs,to,arrives
J1,XX 101,ann,mrs,2017-11-04 10:40,mia,2017-11-04 16:05
J2,XX 101,bob; eve,mrs,2017-11-04 10:40,mia,2017-11-04 16:05

transfers
id,vehicle,who,from,departs,to,arrives
T1,van,ann; bob; eve,mia,2017-11-04 17:00,hotel,2017-11-04 17:40

events
id,title,date,start,end,venue,who
dinner,Dinner,2017-11-04,20:00,22:00,hotel,ann; bob; eve
"""


WAIT = (
    '    try: move "van" (Sat 4 Nov 17:00) to Sat 4 Nov 17:35 (transfers.csv:2 departs'
    " = 2017-11-04 17:35 and arrives = 2017-11-04 18:15): 0 new clashes, 3 people told\n"
)
"""The repair that lets everyone ride."""


def whatif(path: Path, *options: str) -> Ran:
    return call("-m", write_mission(path, TRIP), "whatif", *options)


def data(path: Path, *options: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(whatif(path, *options, "--format", "json").out)
    return found


def test_a_late_flight(tmp_path: Path) -> None:
    """Both rows of the flight are late, for everyone aboard; the van can wait."""
    ran = whatif(tmp_path, "--delay", "J1=1h")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == (
        "What if: XX 101 1 h late?\n"
        "\n"
        "First of all: Ann\n"
        'journeys.csv:2  error  overlap  Ann is expected at "XX 101" (Sat 4 Nov 11:40)'
        ' and at "van" (Sat 4 Nov 17:00) at once, 17:00–17:05\n'
        "    also transfers.csv:2\n"
        f"{WAIT}"
        '    try: leave Ann out of "van" (Sat 4 Nov 17:00) (transfers.csv:2 who = bob; eve):'
        " 0 new clashes, 1 person told\n"
        "\n"
        "Saturday 4 November 2017\n"
        'journeys.csv:3  error  overlap  Bob and Eve are expected at "XX 101" (Sat 4 Nov 11:40)'
        ' and at "van" (Sat 4 Nov 17:00) at once, 17:00–17:05\n'
        "    also transfers.csv:2\n"
        f"{WAIT}"
        '    try: leave Bob and Eve out of "van" (Sat 4 Nov 17:00) (transfers.csv:2 who = ann):'
        " 0 new clashes, 2 people told\n"
        "\n"
        "People to tell: Ann, Bob and Eve\n"
        "\n"
        "2 errors and 0 warnings; 3 people are concerned.\n"
    )


def test_nothing_is_written(tmp_path: Path) -> None:
    folder = write_mission(tmp_path, TRIP)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    call("-m", folder, "whatif", "--delay", "J1=5h", "--drop", "dinner", "--absent", "bob=4 nov")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_flight_that_is_not_late_enough_to_matter(tmp_path: Path) -> None:
    ran = whatif(tmp_path, "--delay", "XX 101=10m")
    assert (ran.code, ran.out) == (
        0,
        "What if: XX 101 10 min late?\n\nNothing more breaks.\n",
    )


def test_an_event_dropped(tmp_path: Path) -> None:
    found = data(tmp_path, "--drop", "Dinner")
    assert (found["changes"], found["people"]) == (['"Dinner" dropped'], ["ann", "bob", "eve"])


def test_someone_away(tmp_path: Path) -> None:
    found = whatif(tmp_path, "--absent", "acme=2017-11-04 19:00..2017-11-05")
    assert found.out.splitlines()[0] == (
        "What if: Bob and Eve away from Sat 4 Nov 19:00 to Mon 6 Nov 00:00?"
    )
    assert "  absent  Bob and Eve are expected at " in found.out


def test_several_changes_at_once(tmp_path: Path) -> None:
    found = data(tmp_path, "--delay", "J1=5h", "--drop", "dinner")
    assert found["changes"] == ["XX 101 5 h late", '"Dinner" dropped']


def test_what_is_mended_is_said(tmp_path: Path) -> None:
    clash = TRIP + "walk,Walk,2017-11-04,20:30,21:30,hotel,ann\n"
    ran = call("-m", write_mission(tmp_path, clash), "whatif", "--drop", "walk")
    assert (ran.code, ran.out.splitlines()[2:4]) == (
        0,
        [
            "No longer a problem",
            'events.csv:2  error  overlap  Ann is expected at "Dinner" (Sat 4 Nov 20:00)'
            ' and at "Walk" (Sat 4 Nov 20:30) at once, 20:30–21:30',
        ],
    )


def test_the_flight_of_the_group_five_hours_late() -> None:
    """The desk and the three coaches miss the group, and the group alone."""
    found = json.loads(call("-m", MIAMI, "whatif", "--delay", "XX 101=5h", "--format", "json").out)
    errors = [problem for problem in found["problems"] if problem["severity"] == "error"]
    everyone = set().union(*(problem["people"] for problem in errors))
    assert {item for problem in errors for item in problem["items"]} == {
        "journey:J03", "event:welcome-desk", "transfer:T02", "transfer:T03", "transfer:T04",
    }  # fmt: skip
    assert len(everyone) == 84
    assert everyone.isdisjoint({"gaudin", "vassal", "levy"})
    assert everyone == set(found["people"])
    assert [bool(p["suggestions"]) for p in errors if "event:welcome-desk" not in p["items"]] == [
        True, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "say what would change"),
        (("--delay", "J1"), '"J1" is not JOURNEY=2h'),
        (("--delay", "J1=soon"), '"soon" is not a length of time'),
        (("--delay", "J9=2h"), "J9"),
        (("--drop", "Breakfast"), "Breakfast"),
        (("--absent", "ann"), '"ann" is not WHO=FROM..TO'),
        (("--absent", "ann=whenever"), "whenever"),
        (("--absent", "ann=2017-11-06..2017-11-05"), '"2017-11-05" is not after the start'),
        (("--absent", "nobody=2017-11-06"), "nobody"),
    ],
)
def test_what_means_nothing(options: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    ran = whatif(tmp_path, *options)
    assert (ran.code, ran.out, sentence in ran.err) == (2, "", True)
    assert ran.err.startswith("error: ")
