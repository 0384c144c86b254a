"""The folder as a whole: what must be there, and every problem at once."""

from pathlib import Path

import pytest

from itinerary.load import Loaded, load_mission
from itinerary.locale import Words
from itinerary.problems import Severity, in_order
from tests.missions import EVENT, MIAMI, folder, loaded, problems, remedies, sentences

START = "start one with: itinerary init DIR --example miami-2017"


def hints(found: Loaded) -> list[str]:
    return [Words("en").sentence(problem.hint) for problem in found.problems if problem.hint]


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    found = load_mission(gone)
    assert sentences(found) == [
        (f"{gone}", "file", f'"{gone}" cannot be read: No such file or directory')
    ]
    assert hints(found) == [START]
    assert found.mission is None


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "mission.csv"
    path.write_bytes(b"PK")
    assert sentences(load_mission(path)) == [
        (f"{path}", "file", f'"{path}" cannot be read: Not a directory')
    ]


def test_an_empty_folder(tmp_path: Path) -> None:
    found = load_mission(tmp_path)
    assert sentences(found) == [
        ("mission.toml", "file", f'"{tmp_path}" is not a mission: it has no mission.toml')
    ]
    assert hints(found) == [START]


def test_tables_without_a_mission(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(EVENT)
    assert sentences(load_mission(tmp_path)) == [
        ("mission.toml", "file", f'"{tmp_path}" has tables and no mission.toml')
    ]


def test_a_mission_without_tables(tmp_path: Path) -> None:
    found = load_mission(folder(tmp_path))
    assert sentences(found) == [("events.csv", "file", "there is no table of events")]
    assert hints(found) == ["write events.csv with the columns title, date, start, end, venue, who"]
    assert found.mission is None


def test_events_alone_are_a_mission(tmp_path: Path) -> None:
    events = """
title,date,start,end,venue,who
Opening,6/11,9h,10h,Port Hall,Jean; Paul
Dinner,6/11,20h,22h,port hall,all - Paul
"""
    found = loaded(tmp_path, events=events)
    assert sentences(found) == []
    assert found.mission is not None
    assert {e.id: (e.venue, e.who.people) for e in found.mission.events.values()} == {
        "opening": ("port-hall", ("jean", "paul")),
        "dinner": ("port-hall", ("jean",)),
    }


def test_without_events_the_other_tables_are_checked_all_the_same(tmp_path: Path) -> None:
    found = load_mission(folder(tmp_path, people="name,rank\nJean,first\n"))
    assert sentences(found) == [
        ("events.csv", "file", "there is no table of events"),
        ("people.csv:2", "value", '"first" is not a whole number'),
    ]


def test_events_that_cannot_be_read_hide_no_other_problem(tmp_path: Path) -> None:
    found = loaded(tmp_path, events=b"%PDF", people="name,rank\nJean,first\n")
    assert sentences(found) == [
        ("events.csv", "file", '"events.csv" is not a text file'),
        ("people.csv:2", "value", '"first" is not a whole number'),
    ]
    assert found.mission is None


TABLES = {
    "events": """
        title,date,start,end,venue,who,capacity,status,url,repeat
        Opening,lundi 7 nov.,9h,10h,hotel,all,,,,
        Signing,6/11,25h,10h,hotl,Jean Rota,many,maybe,port.fr,often
        ,6/11,9h,8h,hotel,all,,,,
        Dinner,6/11,20h,,hotel,press,,,,
        Night,4/11,23h30,1h30,hotel,all,,,,
        """,
    "people": """
        id,name,organisation,rank,languages,side
        jean,Jean Roatta,port,0,fr,delegation
        jean,Jean Roatta,portt,1,klingon,enemy
        """,
    "organisations": "id,name,promised_meetings\nport,Port of Marseille Fos,3.5\n",
    "venues": "id,name,latitude,opens,zone\nhotel,Hotel,25.7,9h-18h,Miami\n",
    "travel": "from,to,minutes\nhotel,airport,0\nhotel,hotel,soon\n",
    "journeys": "number,who,from,departs,to,arrives\nAF1,jean,hotel,6/11 14h,hotel,6/11 13h\n",
    "absences": "who,start,end\njean,6/11 9h,\n",
}


def test_every_problem_of_every_table_at_once_in_order(tmp_path: Path) -> None:
    assert problems(tmp_path, **TABLES) == [
        ("absences.csv:2", "value", 'the column "end" is empty here'),
        ("events.csv:2", "weekday", '"lundi 7 nov.": Tue 7 Nov is another day of the week'),
        ("events.csv:3", "value", '"many" is not a whole number'),
        ("events.csv:3", "time", '"often" is not a repetition of days'),
        ("events.csv:3", "time", '"25h" is not a time'),
        ("events.csv:3", "value", '"maybe" is no known status'),
        ("events.csv:3", "value", '"port.fr" is not a web address'),
        ("events.csv:3", "reference", '"hotl" is not in the table of venues'),
        (
            "events.csv:3",
            "name",
            'nobody is called "Jean Rota": no person, organisation or group',
        ),
        ("events.csv:4", "time", '"8h" is not after the start'),
        ("events.csv:4", "value", 'the column "title" is empty here'),
        ("events.csv:5", "time", "no end; 1 h is assumed"),
        (
            "events.csv:5",
            "reference",
            'nobody is called "press": no person, organisation or group',
        ),
        (
            "events.csv:6",
            "time",
            "01:30 on Sun 5 Nov happens twice in America/New_York: the clocks go back over it",
        ),
        ("journeys.csv:2", "time", '"6/11 13h" is not after the start'),
        ("organisations.csv:2", "value", '"3.5" is not a whole number'),
        ("people.csv:2", "value", '"0" is not a whole number'),
        ("people.csv:3", "duplicate", 'the id "jean" is already in row 2; this row is left out'),
        ("travel.csv:2", "reference", '"airport" is not in the table of venues'),
        ("travel.csv:3", "time", '"soon" is not a length of time'),
        ("venues.csv:2", "time", '"9h-18h" is not a time'),
        ("venues.csv:2", "value", '"Miami" is not a time zone'),
    ]


def test_every_error_says_what_to_type(tmp_path: Path) -> None:
    found = loaded(tmp_path, **TABLES).problems
    assert [p.message.key for p in found if p.hint is None and p.severity is Severity.ERROR] == []
    assert remedies(tmp_path, **TABLES)[6:9] == [
        "write an address that starts with https://",
        "did you mean hotel?",
        "did you mean Jean Roatta?",
    ]


def test_problems_are_in_order_of_file_row_and_column(tmp_path: Path) -> None:
    found = loaded(tmp_path, **TABLES).problems
    assert list(found) == in_order(reversed(found))
    assert [problem.at for problem in found] == sorted(problem.at for problem in found)


def test_loading_twice_is_the_same(tmp_path: Path) -> None:
    a, b = loaded(tmp_path, **TABLES), loaded(tmp_path, **TABLES)
    assert (a.problems, a.mission) == (b.problems, b.mission)


def test_what_has_no_time_is_left_out_and_the_rest_is_there(tmp_path: Path) -> None:
    mission = loaded(tmp_path, **TABLES).mission
    assert mission is not None
    assert list(mission.events) == ["dinner"]
    assert list(mission.people) == ["jean"]


# No cascade: one fault is told once, where it is.


def test_a_row_with_a_fault_is_known_by_its_id(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        venues="id,name,capacity\nhall,Hall,big\n",
        people="id,name,rank\njean,Jean,first\n",
        meetings="id,who,counterpart,start\nm1,jean,paul,soon\n",
        plan="meeting,start\nm1,2017-11-06 10:00\n",
        events="title,date,start,end,venue,who\nOpening,6/11,9h,10h,hall,jean\n",
        organisations="name\nPaul\n",
    )
    assert found == [
        ("meetings.csv:2", "time", '"soon" is not a date and a time'),
        ("people.csv:2", "value", '"first" is not a whole number'),
        ("venues.csv:2", "value", '"big" is not a whole number'),
    ]


LOST = {
    "a workbook": (b"PK\x03\x04", '"people.csv" is a workbook, not a text file'),
    "no names": (b"nmae,id\nJean,\n", 'there is no column "name"'),
    "a quote": (
        b'name\nMarie\n"Jean\nPaul\n',
        "a quote that is opened here is not closed, or is followed by text; the rows from here"
        " on are left out",
    ),
}


@pytest.mark.parametrize(("people", "sentence"), LOST.values(), ids=LOST)
def test_a_table_that_is_lost_is_not_missed_in_every_row(
    tmp_path: Path, people: bytes, sentence: str
) -> None:
    found = problems(
        tmp_path,
        f"{MIAMI}[groups]\nboth = 'Jean + Paul'\n",
        people=people,
        events="title,date,start,end,who\nA,6/11,9h,10h,Jean\nB,6/11,9h,10h,both - Paul\n",
        absences="who,start,end\nPaul,6/11,7/11\n",
    )
    assert [text for _, _, text in found] == [sentence]


def test_venues_that_are_lost_are_not_missed_either(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        f"{MIAMI}[travel]\nbase = 'Hotel'\n",
        venues=b"\x00",
        events="title,date,start,end,venue\nA,6/11,9h,10h,Hotel\n",
        travel="from,to,minutes\nHotel,Port,20\n",
    )
    assert found == [("venues.csv:1", "file", '"venues.csv" is not a text file')]


def test_a_name_that_is_missing_is_missed_once(tmp_path: Path) -> None:
    assert problems(
        tmp_path, people="name,role\n,Mayor\n", organisations="name,side\n,host\n,host\n"
    ) == [
        ("organisations.csv:2", "value", 'the column "name" is empty here'),
        ("organisations.csv:3", "value", 'the column "name" is empty here'),
        ("people.csv:2", "value", 'the column "name" is empty here'),
    ]


def test_a_fault_on_each_day_of_a_repetition_is_one(tmp_path: Path) -> None:
    events = "title,date,start,end,repeat\nA,4/11,9h,,daily\nB,4/11,9h,8h,daily\n"
    assert problems(tmp_path, events=events) == [
        ("events.csv:2", "time", "no end; 1 h is assumed"),
        ("events.csv:3", "time", '"8h" is not after the start'),
    ]


def test_a_column_that_is_missing_is_not_missed_in_every_row(tmp_path: Path) -> None:
    events = "title,date,end\nA,6/11,10h\nB,6/11,11h\n"
    assert problems(tmp_path, events=events) == [
        ("events.csv:1", "column", 'there is no column "start"')
    ]
