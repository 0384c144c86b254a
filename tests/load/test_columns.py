"""Large tables: read a column at a time, and row by row where a cell is in doubt."""

from pathlib import Path

import pytest

from itinerary.load import packing
from itinerary.load.records import ROWS_AT_ONCE
from itinerary.model import Meeting
from tests.missions import loaded, mission_of, problems, sentences

PEOPLE = "id,name,side\njean,Jean Petit,\nana,Ana Ruiz,host\n"
HEADER = "id,title,who,counterpart,start,status,table"
MANY = 2 * ROWS_AT_ONCE + 1


@pytest.fixture(autouse=True, params=["here", "ahead", "ahead, without codes"])
def reading(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is read in this process, or by another that is ahead of it."""
    if request.param != "here":
        monkeypatch.setattr(packing, "LARGE", 0)
    if request.param == "ahead, without codes":
        monkeypatch.setattr(packing, "FAIR_TRIAL", 1)


def table(changed: dict[int, str]) -> str:
    """Rows without a fault but for those that stand at some lines; the header is line 1."""
    rows = {
        line: f"m{line},Talk {line},jean,ana,2017-11-06 09:{line % 60:02},,{line % 9 + 1}"
        for line in range(2, MANY + 2)
    }
    return "\n".join((HEADER, *(rows | changed).values()))


def meetings_of(path: Path, changed: dict[int, str]) -> dict[str, Meeting]:
    return dict(mission_of(path, people=PEOPLE, meetings=table(changed)).meetings)


def test_every_row_of_every_batch_in_order(tmp_path: Path) -> None:
    found = meetings_of(tmp_path, {})
    assert list(found) == [f"m{line}" for line in range(2, MANY + 2)]
    assert [meeting.origin.row for meeting in found.values()] == list(range(2, MANY + 2))
    assert {meeting.who.people for meeting in found.values()} == {("jean",)}


@pytest.mark.parametrize("line", [2, ROWS_AT_ONCE + 1, ROWS_AT_ONCE + 2, MANY + 1])
def test_a_row_in_doubt_reads_as_it_would_alone(tmp_path: Path, line: int) -> None:
    row = f"m{line},Ways,jean petit + ana,ANA RUIZ,6 nov 9h30,Confirmé,4.0"
    alone, among = tmp_path / "alone", tmp_path / "among"
    for folder in (alone, among):
        folder.mkdir()
    expected = mission_of(alone, people=PEOPLE, meetings=f"{HEADER}\n{row}\n")
    found = meetings_of(among, {line: row})
    (one,) = expected.meetings.values()
    columns = found[one.id].origin.columns
    origin = one.origin._replace(columns=columns, row=line)
    assert found[one.id] == one._replace(origin=origin, placed_at=origin)
    assert list(found) == [f"m{line}" for line in range(2, MANY + 2)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("m3,T,jean,ana,x,,", "time"),
        ("m3,T,jean,ana,,perhaps,", "value"),
        ("m3,T,jean,,,,", "value"),
        ("m3,T,jean,ana,,,,stray", "value"),
    ],
)
def test_a_fault_is_reported_where_it_stands(tmp_path: Path, row: str, code: str) -> None:
    alone, among = tmp_path / "alone", tmp_path / "among"
    for folder in (alone, among):
        folder.mkdir()
    expected = problems(alone, people=PEOPLE, meetings=f"{HEADER}\n\n{row}\n")
    found = problems(among, people=PEOPLE, meetings=table({3: row}))
    assert found == expected
    assert [(place, rule) for place, rule, _ in found] == [("meetings.csv:3", code)]


def test_an_id_of_another_batch_is_used_twice(tmp_path: Path) -> None:
    found = loaded(tmp_path, people=PEOPLE, meetings=table({MANY + 1: "M2,Twin,jean,ana,,,"}))
    assert [(p.code, [at.row for at in p.at]) for p in found.problems] == [
        ("duplicate", [MANY + 1, 2])
    ]
    assert found.mission is not None
    assert len(found.mission.meetings) == MANY - 1


def test_a_row_far_down_without_an_id_is_called_by_its_title(tmp_path: Path) -> None:
    found = meetings_of(tmp_path, {MANY + 1: ",Last of all,jean,ana,,,"})
    assert list(found)[-1] == "last-of-all"
    assert list(found)[:-1] == [f"m{line}" for line in range(2, MANY + 1)]


def test_a_quote_that_is_left_open_far_down_is_reported_once(tmp_path: Path) -> None:
    found = loaded(tmp_path, people=PEOPLE, meetings=table({MANY: 'm,"open,jean,ana,,,'}))
    assert [place for place, _, _ in sentences(found)] == [f"meetings.csv:{MANY}"]
    assert found.mission is not None
    assert len(found.mission.meetings) == MANY - 2


def in_order(last: str) -> str:
    """Rows with ids that ascend, but for the one of the last row."""
    lines = range(1000, 1000 + MANY)
    rows = (f"m{line},Talk,jean,ana,2017-11-06 09:00,,1" for line in lines)
    return "\n".join((HEADER, *rows, f"{last},Talk,jean,ana,2017-11-06 09:00,,1"))


@pytest.mark.parametrize("again", ["m1000", "M1001", f"m{999 + MANY}"])
def test_an_id_is_known_again_where_all_before_it_ascend(tmp_path: Path, again: str) -> None:
    found = loaded(tmp_path, people=PEOPLE, meetings=in_order(again)).problems
    assert [problem.code for problem in found] == ["duplicate"]
    assert [at.row for at in found[0].at] == [MANY + 2, int(again[1:]) - 998]


def test_a_row_of_several_lines_moves_those_below_it(tmp_path: Path) -> None:
    row = 'm3,"Two\nlines",jean,ana,2017-11-06 09:00,,1'
    found = loaded(tmp_path, people=PEOPLE, meetings=table({3: row}))
    assert [place for place, _, _ in sentences(found)] == ["meetings.csv:3"]
    assert found.mission is not None
    rows = [meeting.origin.row for meeting in found.mission.meetings.values()]
    assert rows == [2, 3, *range(5, MANY + 3)]


def test_organisations_that_no_row_lists_as_row_by_row(tmp_path: Path) -> None:
    """A formula as the role makes every row one that is read alone."""
    own = {2: "Port Sud,host", 3: "PORT SUD,", 9: "Nef,", ROWS_AT_ONCE + 9: "Port Sud,"}
    found = []
    for role in ("", "=x"):
        rows = (f"p{n:03},P {n},{role},{own.get(n, 'conch,')}" for n in range(2, MANY + 2))
        people = "\n".join(("id,name,role,organisation,side", *rows))
        read = loaded(tmp_path, people=people, organisations="id,name\nconch,Conch\n")
        assert read.mission is not None
        persons = [(p.id, p.organisation, p.side) for p in read.mission.people.values()]
        bodies = [(o.id, o.name, o.side) for o in read.mission.organisations.values()]
        guesses = [place for place, code, _ in sentences(read) if code == "guess"]
        found.append((persons, bodies, guesses))
    assert found[0] == found[1]
    assert found[0][1:] == (
        [("conch", "Conch", "delegation"), ("port-sud", "Port Sud", "host"),
         ("nef", "Nef", "delegation")],
        ["people.csv:2", "people.csv:9"],
    )  # fmt: skip
    assert found[0][0][ROWS_AT_ONCE + 7] == (f"p{ROWS_AT_ONCE + 9}", "port-sud", "host")
