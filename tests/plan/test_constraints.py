"""Every hard constraint: what it forbids, and what only just is allowed.

Most missions have one meeting and one step, from 14:20 to 14:40, at which it could be.
"""

import pytest

from tests.plan.tables import clock, lines, mission_of

PLACED = ["m1 Mon 14:20-14:40 hall 1"]
TWO_STEPS = 'sessions = ["2017-11-06 14:00/14:40"]'
TWO = "id,who,counterpart\nm1,acme,harbor\nm2,brio,inlet"
TWO_OF_ACME = "id,who,counterpart\nm1,acme,harbor\nm2,acme,inlet"
IN_THE_ROOM = "id,who,counterpart,venue\nm1,acme,harbor,room\nm2,brio,inlet,room"


def test_nothing_stands_in_the_way() -> None:
    assert lines(mission_of()) == PLACED


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("14:00", "14:20", PLACED),
        ("14:40", "15:00", PLACED),
        ("14:00", "14:21", []),
        ("14:39", "15:00", []),
        ("14:25", "14:30", []),
    ],
)
def test_somebody_is_at_an_event(start: str, end: str, expected: list[str]) -> None:
    events = f"title,date,start,end,who\nTalk,2017-11-06,{start},{end},ann"
    assert lines(mission_of(events=events)) == expected


def test_who_may_come_to_an_event_need_not() -> None:
    events = "title,date,start,end,who,optional\nTalk,2017-11-06,14:20,14:40,bob,ann"
    assert lines(mission_of(events=events)) == PLACED


def test_a_cancelled_event_is_in_nobodys_way() -> None:
    events = "title,date,start,end,who,status\nTalk,2017-11-06,14:20,14:40,ann,cancelled"
    assert lines(mission_of(events=events)) == PLACED


@pytest.mark.parametrize(
    ("slack", "start", "end", "expected"),
    [
        (5, "13:00", "14:00", PLACED),
        (6, "13:00", "14:00", []),
        (0, "13:00", "14:05", PLACED),
        (0, "13:00", "14:06", []),
        (5, "15:00", "16:00", PLACED),
        (6, "15:00", "16:00", []),
    ],
)
def test_the_way_from_and_to_an_event(
    slack: int, start: str, end: str, expected: list[str]
) -> None:
    events = f"title,date,start,end,who,venue\nTalk,2017-11-06,{start},{end},ann,room"
    head = f"[travel]\nslack_minutes = {slack}"
    assert lines(mission_of(head=head, events=events)) == expected


@pytest.mark.parametrize(("slack", "expected"), [(5, 2), (6, 1)])
def test_the_way_from_one_meeting_to_the_next(slack: int, expected: int) -> None:
    """Twenty minutes lie between the two steps."""
    steps = 'sessions = ["2017-11-06 14:00/14:20", "2017-11-06 14:40/15:00"]'
    meetings = "id,who,counterpart,venue\nm1,acme,harbor,hall\nm2,acme,inlet,room"
    head = f"[travel]\nslack_minutes = {slack}"
    assert len(lines(mission_of(steps, head, meetings=meetings))) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 20, PLACED), (40, 60, PLACED), (0, 21, []), (39, 60, []), (0, 90, [])],
)
def test_somebody_is_away(start: int, end: int, expected: list[str]) -> None:
    absences = f"who,start,end\nhal,{clock(start)},{clock(end)}"
    assert lines(mission_of(absences=absences)) == expected


@pytest.mark.parametrize(
    ("number", "to", "departs", "expected"),
    [
        ("XX 7", "mrs", "16:40", PLACED),
        ("XX 7", "mrs", "16:39", []),
        ("XX 7", "room", "15:40", PLACED),
        ("XX 7", "room", "15:39", []),
        ("TGV 6171", "room", "14:55", PLACED),
        ("TGV 6171", "room", "14:54", []),
    ],
)
def test_time_to_check_in(number: str, to: str, departs: str, expected: list[str]) -> None:
    zone = "Europe/Paris" if to == "mrs" else "America/New_York"
    journeys = (
        "id,number,who,from,to,from_zone,to_zone,departs,arrives\n"
        f"j1,{number},ann,mia,{to},America/New_York,{zone},2017-11-06 {departs},2017-11-07 18:00"
    )
    assert lines(mission_of(journeys=journeys)) == expected


@pytest.mark.parametrize(
    ("number", "arrives", "expected"),
    [
        ("XX 7", "13:50", PLACED),
        ("XX 7", "13:51", []),
        ("TGV 6171", "14:15", PLACED),
        ("TGV 6171", "14:16", []),
    ],
)
def test_time_to_leave_the_airport(number: str, arrives: str, expected: list[str]) -> None:
    journeys = (
        "id,number,who,from,to,from_zone,to_zone,departs,arrives\n"
        f"j1,{number},ann,mrs,mia,Europe/Paris,America/New_York,2017-11-06 10:00,"
        f"2017-11-06 {arrives}"
    )
    assert lines(mission_of(journeys=journeys)) == expected


@pytest.mark.parametrize(("venue", "expected"), [("mia", PLACED), ("", []), ("room", PLACED)])
def test_check_in_counts_from_what_comes_last_at_a_known_place(
    venue: str, expected: list[str]
) -> None:
    """An event after the meeting is where they come from, unless nobody said where it is."""
    journeys = (
        "id,number,who,from,to,from_zone,to_zone,departs,arrives\n"
        "j1,XX 7,ann,mia,mrs,America/New_York,Europe/Paris,2017-11-06 16:30,2017-11-07 18:00"
    )
    events = f"title,date,start,end,who,venue\nTalk,2017-11-06,15:05,15:10,ann,{venue}"
    assert lines(mission_of(journeys=journeys, events=events)) == expected


@pytest.mark.parametrize(("venue", "expected"), [("mia", PLACED), ("", [])])
def test_leaving_the_airport_counts_from_what_comes_last_at_a_known_place(
    venue: str, expected: list[str]
) -> None:
    journeys = (
        "id,number,who,from,to,from_zone,to_zone,departs,arrives\n"
        "j1,XX 7,ann,mrs,mia,Europe/Paris,America/New_York,2017-11-06 10:00,2017-11-06 14:00"
    )
    events = f"title,date,start,end,who,venue\nTalk,2017-11-06,14:05,14:10,ann,{venue}"
    assert lines(mission_of(journeys=journeys, events=events)) == expected


@pytest.mark.parametrize(("day", "expected"), [("05", PLACED), ("07", [])])
def test_somebody_has_not_arrived(day: str, expected: list[str]) -> None:
    journeys = (
        "id,number,who,from,to,from_zone,to_zone,departs,arrives\n"
        f"j1,XX 7,ann,mrs,mia,Europe/Paris,America/New_York,2017-11-{day} 10:00,2017-11-{day} 13:00"
    )
    assert lines(mission_of(journeys=journeys)) == expected


@pytest.mark.parametrize(("venue", "expected"), [("mrs", []), ("hall", PLACED)])
def test_nobody_is_in_two_parts_of_the_world_without_a_journey(
    venue: str, expected: list[str]
) -> None:
    events = f"title,date,start,end,who,venue\nTalk,2017-11-04,9:00,10:00,ann,{venue}"
    assert lines(mission_of(events=events)) == expected


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        ("14:20", "14:40", PLACED),
        ("14:21", "", []),
        ("", "14:39", []),
        ("16:00", "14:40", PLACED),
        ("16:00", "14:39", []),
        ("00:00", "00:00", PLACED),
    ],
)
def test_a_venue_is_closed(opens: str, closes: str, expected: list[str]) -> None:
    venues = f"id,name,tables,opens,closes\nhall,Hall,2,{opens},{closes}\nroom,Room,,,\nmia,Mia,,,"
    assert lines(mission_of(venues=venues)) == expected


@pytest.mark.parametrize(("end", "expected"), [("14:20", PLACED), ("14:21", [])])
def test_a_venue_is_taken_by_an_event(end: str, expected: list[str]) -> None:
    events = f"title,date,start,end,venue\nTalk,2017-11-06,14:00,{end},hall"
    assert lines(mission_of(events=events)) == expected


def test_a_room_without_tables_has_one_meeting_at_a_time() -> None:
    assert len(lines(mission_of(meetings=IN_THE_ROOM))) == 1
    assert len(lines(mission_of(TWO_STEPS, meetings=IN_THE_ROOM))) == 2


@pytest.mark.parametrize(("tables", "expected"), [(2, 2), (1, 1)])
def test_no_more_meetings_than_tables(tables: int, expected: int) -> None:
    venues = f"id,name,tables\nhall,Hall,{tables}\nroom,Room,\nmia,Mia,"
    meetings = "id,who,counterpart,venue\nm1,acme,harbor,hall\nm2,brio,inlet,hall"
    assert len(lines(mission_of(venues=venues, meetings=meetings))) == expected


def test_a_pinned_meeting_keeps_its_table() -> None:
    meetings = (
        "id,who,counterpart,venue,start,table\n"
        f"m1,acme,harbor,hall,{clock(20)},1\nm2,brio,inlet,hall,,"
    )
    assert lines(mission_of(meetings=meetings)) == ["m2 Mon 14:20-14:40 hall 2"]


def test_short_pinned_meetings_at_one_table_leave_the_other() -> None:
    meetings = (
        "id,who,counterpart,duration,venue,start,table\n"
        f"m1,acme,harbor,10,hall,{clock(20)},1\n"
        f"m2,acme,harbor,10,hall,{clock(30)},1\n"
        "m3,brio,inlet,20,hall,,"
    )
    assert lines(mission_of(meetings=meetings)) == ["m3 Mon 14:20-14:40 hall 2"]


def test_a_long_meeting_has_one_table_throughout() -> None:
    """Table 1 is taken first, and table 2 afterwards."""
    meetings = (
        "id,who,counterpart,duration,venue,start,table\n"
        f"m1,acme,harbor,20,hall,{clock(0)},1\n"
        f"m2,acme,harbor,20,hall,{clock(20)},{{}}\n"
        "m3,brio,inlet,40,hall,,"
    )
    assert lines(mission_of(TWO_STEPS, meetings=meetings.format(2))) == []
    same = mission_of(TWO_STEPS, meetings=meetings.format(1))
    assert lines(same) == ["m3 Mon 14:00-14:40 hall 2"]


@pytest.mark.parametrize(("capacity", "expected"), [(2, PLACED), (1, [])])
def test_all_who_must_come_fit_in(capacity: int, expected: list[str]) -> None:
    venues = f"id,name,tables,capacity\nhall,Hall,2,{capacity}\nroom,Room,,\nmia,Mia,,"
    meetings = "id,who,counterpart,optional\nm1,acme,harbor,bob"
    assert lines(mission_of(venues=venues, meetings=meetings)) == expected


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (clock(20), clock(40), PLACED),
        (clock(21), "", []),
        ("", clock(39), []),
        ("2017-11-06", "2017-11-06", PLACED),
        ("2017-11-07", "", []),
    ],
)
def test_the_window_of_a_request(earliest: str, latest: str, expected: list[str]) -> None:
    meetings = f"id,who,counterpart,earliest,latest\nm1,acme,harbor,{earliest},{latest}"
    assert lines(mission_of(meetings=meetings)) == expected


def test_a_window_counts_minutes_not_steps() -> None:
    meetings = f"id,who,counterpart,duration,latest\nm1,acme,harbor,10,{clock(30)}"
    assert lines(mission_of(meetings=meetings)) == ["m1 Mon 14:20-14:30 hall 1"]


def test_one_person_has_one_meeting_at_a_time() -> None:
    assert len(lines(mission_of(meetings=TWO_OF_ACME))) == 1
    assert len(lines(mission_of(TWO_STEPS, meetings=TWO_OF_ACME))) == 2
    assert len(lines(mission_of(meetings=TWO))) == 2


@pytest.mark.parametrize(("minutes", "expected"), [(40, 2), (39, 1), (1, 1)])
def test_the_longest_run(minutes: int, expected: int) -> None:
    settings = f"{TWO_STEPS}\nlongest_run = {minutes}"
    assert len(lines(mission_of(settings, meetings=TWO_OF_ACME))) == expected


def test_a_run_goes_on_from_a_pinned_meeting_and_ends_at_a_break() -> None:
    meetings = (
        "id,who,counterpart,venue,start,table\n"
        f"m1,acme,harbor,hall,{clock(0)},1\nm2,acme,inlet,hall,,"
    )
    longest = f"{TWO_STEPS}\nlongest_run = 20"
    assert lines(mission_of(longest, meetings=meetings)) == []
    apart = 'sessions = ["2017-11-06 14:00/14:45"]\nbreaks = ["14:20/14:25"]\nlongest_run = 20'
    assert lines(mission_of(apart, meetings=meetings)) == ["m2 Mon 14:25-14:45 hall 1"]


@pytest.mark.parametrize(("breaks", "expected"), [("", 1), ("14:20/14:21", 0), ("14:40/14:41", 1)])
def test_a_long_meeting_goes_over_no_break(breaks: str, expected: int) -> None:
    period = f'"2017-11-06 {breaks}"' if breaks else ""
    settings = f'sessions = ["2017-11-06 14:00/14:41"]\nbreaks = [{period}]'
    meetings = "id,who,counterpart,duration\nm1,acme,harbor,40"
    assert len(lines(mission_of(settings, meetings=meetings))) == expected
