"""When to leave, and from where."""

from tests.timetable.views import Seen, days


def test_slack_is_part_of_the_time_to_leave() -> None:
    mission = """
        mission
        [travel]
        slack_minutes = {slack}

        people
        id,name
        ann,Ann

        venues
        id,name
        port,Port
        walls,Walls

        travel
        from,to,minutes
        port,walls,20

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-06,11:40,12:00,walls,ann
    """
    for slack, leave_by in ((0, "11:20"), (5, "11:15"), (20, "11:00")):
        assert days(mission.format(slack=slack))["Mon 06"][1] == Seen(
            "event:visit", "11:40-12:00", "20 from port", leave_by
        )


def test_after_a_night_one_sets_out_from_the_base() -> None:
    mission = """
        mission
        [travel]
        base = "hotel"

        people
        id,name
        ann,Ann

        venues
        id,name
        hotel,Hotel
        port,Port
        walls,Walls

        travel
        from,to,minutes
        hotel,port,15
        walls,port,20

        events
        id,title,date,start,end,venue,who
        party,Party,2017-11-06,22:00,{end},walls,ann
        talks,Talks,2017-11-07,08:00,09:00,port,ann
    """
    night = Seen("event:talks", "08:00-09:00", "15 from hotel", "07:40")
    assert days(mission.format(end="23:30"))["Tue 07"] == [night]
    assert days(mission.format(end="02:00"))["Tue 07"] == [night]
    assert days(mission.format(end="02:01"))["Tue 07"] == [
        Seen("event:talks", "08:00-09:00", "20 from walls", "07:35")
    ]


def test_the_night_of_25_hours() -> None:
    mission = """
        mission
        [travel]
        base = "hotel"

        people
        id,name
        ann,Ann

        venues
        id,name
        hotel,Hotel
        port,Port
        walls,Walls

        travel
        from,to,minutes
        hotel,port,15
        walls,port,20

        events
        id,title,date,start,end,venue,who
        party,Party,{day},22:00,{end},walls,ann
        talks,Talks,{next},06:00,09:00,port,ann
    """
    long = days(mission.format(day="2017-11-04", next="2017-11-05", end="00:30"))
    assert long["Sun 05"] == [Seen("event:talks", "06:00-09:00", "15 from hotel", "05:40")]
    short = days(mission.format(day="2017-11-05", next="2017-11-06", end="00:30"))
    assert short["Mon 06"] == [Seen("event:talks", "06:00-09:00", "20 from walls", "05:35")]


def test_without_a_base_a_day_begins_nowhere() -> None:
    assert days("""
        people
        id,name
        ann,Ann

        venues
        id,name
        port,Port
        walls,Walls

        events
        id,title,date,start,end,venue,who
        talks,Talks,2017-11-06,10:00,11:00,port,ann
        visit,Visit,2017-11-07,08:00,09:00,walls,ann
    """) == {
        "Mon 06": [Seen("event:talks", "10:00-11:00")],
        "Tue 07": [Seen("event:visit", "08:00-09:00")],
    }


def test_at_home_a_day_does_not_begin_at_the_base() -> None:
    assert days("""
        mission
        [travel]
        base = "hotel"

        people
        id,name
        ann,Ann

        venues
        id,name,zone
        hotel,Hotel,
        hall,City Hall,Europe/Paris

        events
        id,title,date,start,end,venue,who
        photo,Photograph,2017-11-04,09:00,09:30,hall,ann
    """) == {"Sat 04": [Seen("event:photo", "09:00-09:30")]}
