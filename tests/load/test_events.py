"""The table of events: when they are, and what their other cells come to."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from itinerary.model import Event
from itinerary.problems import Source
from tests.missions import loaded, mission_of, problems, remedies


def events_of(path: Path, rows: str, header: str = "title,date,start,end") -> list[Event]:
    return list(mission_of(path, events=f"{header}\n{rows}").events.values())


def spans_of(path: Path, rows: str, header: str = "title,date,start,end") -> list[tuple[str, str]]:
    """Start and end of every occurrence of every event, in UTC."""
    return [
        (f"{span.start:%d %H:%M}", f"{span.end:%d %H:%M}")
        for event in events_of(path, rows, header)
        for span in event.spans
    ]


@pytest.mark.parametrize(
    ("row", "start", "end"),
    [
        ("A,2017-11-06,9:30,10:15", "06 14:30", "06 15:15"),
        ("A,lundi 6 nov.,9h30-10h15,", "06 14:30", "06 15:15"),
        ("A,6/11,9h30-10h15,10h15", "06 14:30", "06 15:15"),
        ("A,4/11,8h,22h", "04 12:00", "05 02:00"),
        ("A,4/11,23h,1h UTC-4", "05 03:00", "05 05:00"),
        ("A,6/11,23h-1h,", "07 04:00", "07 06:00"),
        ("A,6/11,23h,1h", "07 04:00", "07 06:00"),
        ("A,6/11,22h,24h", "07 03:00", "07 05:00"),
        ("A,6/11,22h,minuit", "07 03:00", "07 05:00"),
        ("A,6/11,0h30 +1,2h", "07 05:30", "07 07:00"),
        ("A,6/11,0h30 +1,2h +1", "07 05:30", "07 07:00"),
        ("A,6/11,23h,3h +1", "07 04:00", "07 08:00"),
        ("A,6/11,18h,17h +1", "06 23:00", "07 22:00"),
        ("A,5/11,22h,1h30", "06 03:00", "06 06:30"),
        ("A,5/11,0h30,3h", "05 04:30", "05 08:00"),
        ("A,5/11,1:30 UTC-4,1:30 UTC-5", "05 05:30", "05 06:30"),
        ("A,6/11,20h UTC+1,16h", "06 19:00", "06 21:00"),
        ("A,6/11,9h,16h UTC+1", "06 14:00", "06 15:00"),
        ("A,6/11,23h UTC-5,1h UTC-5", "07 04:00", "07 06:00"),
    ],
)
def test_a_start_and_an_end(tmp_path: Path, row: str, start: str, end: str) -> None:
    assert spans_of(tmp_path, row) == [(start, end)]


@pytest.mark.parametrize(
    ("row", "column", "sentence", "remedy"),
    [
        ("A,6/11,9h,8h", "end", '"8h" is not after the start', "write an end after the start;"
         " past midnight is understood up to 12 hours"),
        ("A,4/11,18h,6h", "end", '"6h" is not after the start', "write an end after the start;"
         " past midnight is understood up to 12 hours"),
        ("A,6/11,9h,9h", "end", '"9h" is not after the start', "write an end after the start;"
         " past midnight is understood up to 12 hours"),
        ("A,6/11,9h +1,8h +1", "end", '"8h +1" is not after the start', "write an end after the"
         " start; past midnight is understood up to 12 hours"),
        ("A,6/11,9h-8h,", "start", '"9h-8h" is not after the start', "write an end after the"
         " start; past midnight is understood up to 12 hours"),
        ("A,6/11,9h-10h,11h", "end", "the end is given twice, in the start cell and here",
         "leave one of the two empty"),
        ("A,6/11,9h,10h-11h", "end", "the end is given twice, in the start cell and here",
         "leave one of the two empty"),
        ("A,6/11,9,10h", "start", '"9" is not a time', "write a time such as 14:30"),
        ("A,6/11,,10h", "start", 'the column "start" is empty here', "fill in the cell"),
        ("A,,9h,10h", "date", 'the column "date" is empty here', "fill in the cell"),
        ("A,5/11,1h30,3h", "start", "01:30 on Sun 5 Nov happens twice in America/New_York: the"
         " clocks go back over it", "write 01:30 UTC-4 for the first, 01:30 UTC-5 for the second"),
        ("A,5/11,0h30,1h45", "end", "01:45 on Sun 5 Nov happens twice in America/New_York: the"
         " clocks go back over it", "write 01:45 UTC-4 for the first, 01:45 UTC-5 for the second"),
        ("A,11/3/2018,2h30,4h", "start", "02:30 on Sun 11 Mar does not exist in America/New_York:"
         " the clocks go forward over it", "write 03:30"),
    ],
)  # fmt: skip
def test_a_time_that_cannot_be(
    tmp_path: Path, row: str, column: str, sentence: str, remedy: str
) -> None:
    events = f"title,date,start,end\n{row}"
    assert [text for _, _, text in problems(tmp_path, events=events)] == [sentence]
    assert remedies(tmp_path, events=events) == [remedy]
    assert loaded(tmp_path, events=events).problems[0].at[0] == Source("events.csv", 2, column)


def test_an_end_that_nobody_wrote_is_assumed_and_told(tmp_path: Path) -> None:
    found = loaded(tmp_path, events="title,date,start\nA,6/11,9h\n")
    assert found.mission is not None
    assert found.mission.events["a"].spans[0].length.total_seconds() == 3600
    assert problems(tmp_path, events="title,date,start\nA,6/11,9h\n") == [
        ("events.csv:2", "time", "no end; 1 h is assumed")
    ]


@pytest.mark.parametrize(
    ("row", "starts"),
    [
        ("A,4/11,9h,10h,daily", ["04 13", "05 14", "06 14", "07 14", "08 14", "09 14", "10 14"]),
        ("A,4/11,9h,10h,FREQ=DAILY;COUNT=2", ["04 13", "05 14"]),
        ("A,6/11,9h,10h,FREQ=WEEKLY", ["06 14"]),
        ("A,12/11,9h,10h,daily", ["12 14"]),
    ],
)
def test_a_repetition_keeps_its_wall_time(tmp_path: Path, row: str, starts: list[str]) -> None:
    (event,) = events_of(tmp_path, row, "title,date,start,end,repeat")
    assert [f"{span.start:%d %H}" for span in event.spans] == starts


def test_a_repetition_leaves_out_the_day_on_which_its_time_is_none(tmp_path: Path) -> None:
    events = "title,date,start,end,repeat\nA,4/11,1h30,1h50,daily\n"
    found = loaded(tmp_path, events=events)
    assert found.mission is not None
    days = [span.start.day for span in found.mission.events["a"].spans]
    assert days == [4, 6, 7, 8, 9, 10]
    assert len(found.problems) == 1


def test_a_repetition_that_cannot_be_read_leaves_the_first_day(tmp_path: Path) -> None:
    events = "title,date,start,end,repeat\nA,6/11,9h,10h,FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n"
    found = loaded(tmp_path, events=events)
    assert found.mission is not None
    assert [span.start.day for span in found.mission.events["a"].spans] == [6]
    assert [problem.message.key for problem in found.problems] == ["repeat.empty"]


def test_clocks_are_those_of_the_cell_the_venue_or_the_mission(tmp_path: Path) -> None:
    mission = mission_of(
        tmp_path,
        events="""
title,date,start,end,venue,zone
A,6/11,9h,10h,,
B,6/11,9h,10h,Marseille,
C,6/11,9h,10h,,Asia/Tokyo
D,6/11,9h,10h,Marseille,UTC
""",
        venues="name,zone\nMarseille,Europe/Paris\n",
    )
    assert {e.title: (e.spans[0].start.hour, e.zone) for e in mission.events.values()} == {
        "A": (14, "America/New_York"),
        "B": (8, "Europe/Paris"),
        "C": (0, "Asia/Tokyo"),
        "D": (9, "Europe/Paris"),
    }


def test_every_cell_of_an_event(tmp_path: Path) -> None:
    mission = mission_of(
        tmp_path,
        events="""
id,title,kind,date,start,end,venue,who,optional,hosts,capacity,status,language,resources,dress,notes,url,audience
sign,Signing,ceremony,6/11,9h,10h,Hall,Jean,Paul,Juan,1 200,annulé,français; EN,Ana,Suit,"Two
lines",https://port.fr,público
""",
        people="name,side\nJean,\nPaul,\nJuan,host\n",
        venues="name\nHall\n",
        resources="name,kind\nAna,interprète\n",
    )
    assert mission.events["sign"] == Event(
        id="sign",
        title="Signing",
        spans=mission.events["sign"].spans,
        zone="America/New_York",
        kind="ceremony",
        venue="hall",
        who=mission.events["sign"].who,
        optional=mission.events["sign"].optional,
        hosts=mission.events["sign"].hosts,
        capacity=1200,
        status="cancelled",
        languages=("fr", "en"),
        resources=("ana",),
        dress="Suit",
        notes="Two\nlines",
        url="https://port.fr",
        audience="public",
        origin=mission.events["sign"].origin,
    )
    named = [getattr(mission.events["sign"], c).people for c in ("who", "optional", "hosts")]
    assert named == [("jean",), ("paul",), ("juan",)]
    assert mission.events["sign"].spans[0].start == datetime(2017, 11, 6, 14, tzinfo=UTC)


def test_a_row_after_a_cell_with_several_lines_has_its_own_number(tmp_path: Path) -> None:
    events = 'title,date,start,end,notes\nA,6/11,9h,10h,"1\n2\n3"\nB,32,9h,10h,\n'
    assert problems(tmp_path, events=events) == [
        ("events.csv:5", "time", 'no calendar has the day "32"')
    ]


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("capacity", "-4", '"-4" is not a whole number'),
        ("capacity", "12.5", '"12.5" is not a whole number'),
        ("capacity", "9999999999", '"9999999999" is not a whole number'),
        ("status", "perhaps", '"perhaps" is no known status'),
        ("language", "fr;klingon", '"klingon" is not a language'),
        ("url", "javascript:alert(1)", '"javascript:alert(1)" is not a web address'),
        ("status", "[/x]", '"[/x]" is no known status'),
        ("zone", "Miami", '"Miami" is not a time zone'),
        ("venue", "portmiamy", '"portmiamy" is not in the table of venues'),
        ("resources", "Anna", '"Anna" is not in the table of resources'),
        ("title", "=cmd()", '"=cmd()" looks like a formula; it is read as text'),
    ],
)
def test_a_cell_that_cannot_be_used(tmp_path: Path, column: str, cell: str, sentence: str) -> None:
    cells = {"title": "A", "date": "6/11", "start": "9h", "end": "10h", column: cell}
    found = problems(
        tmp_path,
        events=f"{','.join(cells)}\n{','.join(cells.values())}\n",
        venues="name\nPortMiami\n",
        resources="name\nAna\n",
    )
    assert [text for _, _, text in found] == [sentence]


def test_a_misspelt_venue_is_guessed(tmp_path: Path) -> None:
    events = "title,date,start,end,venue\nA,6/11,9h,10h,portmiamy\n"
    assert remedies(tmp_path, events=events, venues="id,name\nportmiami,PortMiami\n") == [
        "did you mean portmiami?"
    ]


def test_breakfast_every_day_has_an_id_of_its_own(tmp_path: Path) -> None:
    rows = "Breakfast,6/11,8h,9h\nBreakfast,7/11,8h,9h\nBreakfast,8/11,8h,9h\n"
    assert [event.id for event in events_of(tmp_path, rows)] == [
        "breakfast-2017-11-06",
        "breakfast-2017-11-07",
        "breakfast-2017-11-08",
    ]


def test_an_id_twice_names_both_rows(tmp_path: Path) -> None:
    events = "id,title,date,start,end\nx,A,6/11,9h,10h\nX,B,6/11,9h,10h\n"
    (problem,) = loaded(tmp_path, events=events).problems
    assert problem.at == (Source("events.csv", 3, "id"), Source("events.csv", 2, "id"))
    assert problems(tmp_path, events=events) == [
        ("events.csv:3", "duplicate", 'the id "X" is already in row 2; this row is left out')
    ]
    assert remedies(tmp_path, events=events) == [
        "give it an id of its own, or delete one of the rows"
    ]


@pytest.mark.parametrize(
    ("row", "remedy"),
    [
        ("A;43046;9h;10h", "write 2017-11-07"),
        ("A;6/11;0,375;10h", "write 09:00"),
        ("A;6/11;9h;0.75", "write 18:00"),
        ("A;12345;9h;10h", "format the cell as a date, or write 2017-11-04"),
        ("A;6/11;1,375;10h", "write a time such as 14:30"),
    ],
)
def test_a_number_that_a_spreadsheet_means_as_a_date(tmp_path: Path, row: str, remedy: str) -> None:
    assert remedies(tmp_path, events=f"title;date;start;end\n{row}\n") == [remedy]


def test_a_number_that_a_spreadsheet_means_as_a_moment(tmp_path: Path) -> None:
    absences = "who;start;end\nA;43046,5;8/11\n"
    assert remedies(tmp_path, absences=absences) == ["write 2017-11-07 12:00"]
