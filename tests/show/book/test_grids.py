"""A day as a grid."""

from pathlib import Path

from itinerary.show.book.grids import ON_THE_WAY, Grid, day_grids
from itinerary.times import local
from itinerary.timetable import Timetable
from tests.missions import MIAMI, folder, mission_of
from tests.show.book.books import book_of, opened

VENUES = "id,name\nhall,The hall\nport,The port\n"
PEOPLE = "id,name\nana,Ana\nbob,Bob\n"


def grids(path: Path, **tables: str) -> list[Grid]:
    mission = mission_of(path, MIAMI, venues=VENUES, people=PEOPLE, **tables)
    return [*day_grids(Timetable(mission))]


def clocks(grid: Grid) -> list[str]:
    return [f"{local(at, 'America/New_York'):%H:%M}" for at in grid.marks]


def test_a_row_for_each_half_hour_and_where_something_begins_or_ends(tmp_path: Path) -> None:
    events = (
        "title,date,start,end,venue\nA,2017-11-06,9:10,10:20,hall\nB,2017-11-06,14:00,14:30,port\n"
    )
    (grid,) = grids(tmp_path, events=events)
    assert clocks(grid)[:5] == ["09:10", "09:30", "10:00", "10:20", "10:30"]
    assert clocks(grid)[-2:] == ["14:00", "14:30"]
    assert [(lane.place, [(b.first, b.last) for b in lane.blocks]) for lane in grid.lanes] == [
        ("hall", [(0, 3)]),
        ("port", [(11, 12)]),
    ]


def test_what_overlaps_in_one_place_stands_side_by_side_and_what_touches_does_not(
    tmp_path: Path,
) -> None:
    events = """\
    title,date,start,end,venue
    A,2017-11-06,9:00,10:00,hall
    B,2017-11-06,9:30,10:30,hall
    C,2017-11-06,10:00,11:00,hall
    """
    (grid,) = grids(tmp_path, events=events)
    assert [[b.items[0].title for b in lane.blocks] for lane in grid.lanes] == [["A", "C"], ["B"]]


def test_the_meetings_of_a_time_and_a_place_are_one_block(tmp_path: Path) -> None:
    events = "title,date,start,end,venue\nA,2017-11-06,9:00,9:20,hall\n"
    meetings = """\
    id,title,who,counterpart,duration,venue,start
    M1,One,ana,bob,20,port,2017-11-06 9:00
    M2,Two,ana,bob,20,port,2017-11-06 9:00
    M3,Three,ana,bob,20,port,2017-11-06 9:20
    """
    (grid,) = grids(tmp_path, events=events, meetings=meetings)
    assert [[len(b.items) for b in lane.blocks] for lane in grid.lanes] == [[1], [2, 1]]


def test_a_flight_stands_behind_the_places_on_the_day_it_leaves(tmp_path: Path) -> None:
    events = "title,date,start,end,venue\nA,2017-11-06,9:00,9:30,hall\n"
    journeys = """\
    number,who,from,from_zone,departs,to,to_zone,arrives
    XX 1,ana,port,America/New_York,2017-11-05 20:00,hall,America/New_York,2017-11-06 01:00
    """
    first, second = grids(tmp_path, events=events, journeys=journeys)
    assert [lane.place for lane in first.lanes] == [ON_THE_WAY]
    assert [lane.place for lane in second.lanes] == ["hall"]
    assert clocks(first) == ["20:00", "01:00"]


def test_a_day_as_it_is_drawn(tmp_path: Path) -> None:
    events = """\
    title,date,start,end,venue,who,kind
    Signing,2017-11-06,9:00,10:00,hall,ana + bob,ceremony
    Talk,2017-11-06,9:30,10:00,,,
    """
    path = folder(tmp_path, MIAMI, venues=VENUES, people=PEOPLE, events=events)
    sheet = opened(book_of(path))["Mon 6 Nov"]
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["⟳ Monday 6 November 2017, times in America/New_York; drawn from the other sheets, "
         "this one is not read", None, None],
        ["time", "The hall", "no venue"],
        ["09:00", "Signing\n09:00–10:00\nAna, Bob", None],
        ["09:30", None, "Talk\n09:30–10:00"],
        [None, None, None],
        [None, "ceremony", "event"],
    ]  # fmt: skip
    assert [str(area) for area in sheet.merged_cells.ranges] == ["B3:B4"]


def test_the_hour_that_is_there_twice_says_which_it_is(tmp_path: Path) -> None:
    events = """\
    title,date,start,end,venue
    Night,2017-11-05,01:30 UTC-4,01:30 UTC-5,hall
    """
    path = folder(tmp_path, MIAMI, venues=VENUES, people=PEOPLE, events=events)
    sheet = opened(book_of(path))["Sun 5 Nov"]
    assert [row[0].value for row in sheet.iter_rows(min_row=3, max_row=4)] == [
        "01:30 UTC-4", "01:00 UTC-5",
    ]  # fmt: skip
