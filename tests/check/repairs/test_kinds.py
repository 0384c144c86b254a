"""One kind of repair each: what is suggested, in which order, and what is not."""

from tests.check.repairs.tables import repairs

PEOPLE = """
people
id,name,organisation,rank
ann,Ann,acme,1
bob,Bob,acme,2
eve,Eve,other,3

organisations
id,name
acme,Acme
other,Other
"""
"""Two colleagues, and someone of another house."""


def test_the_smallest_shift_and_whom_it_disturbs() -> None:
    found = repairs(f"""{PEOPLE}
events
id,title,date,start,end,who
talks,Talks,2017-11-06,10:00,11:00,ann; bob
lunch,Lunch,2017-11-06,10:50,12:00,bob; eve
""")
    assert found == [
        [
            'move "Lunch" (Mon 6 Nov 10:50) to Mon 6 Nov 11:00'
            " (events.csv:3 start = 11:00 and end = 12:10): 0 new clashes, 2 people told",
            'begin "Lunch" (Mon 6 Nov 10:50) at Mon 6 Nov 11:00'
            " (events.csv:3 start = 11:00 and end = 12:00): 0 new clashes, 2 people told",
            'move "Talks" (Mon 6 Nov 10:00) to Mon 6 Nov 09:50'
            " (events.csv:2 start = 09:50 and end = 10:50): 0 new clashes, 2 people told",
        ]
    ]


def test_the_lowest_in_protocol_is_disturbed_first() -> None:
    found = repairs(f"""{PEOPLE}
events
id,title,date,start,end,who
first,First,2017-11-06,10:00,11:00,ann; bob
second,Second,2017-11-06,10:55,12:00,bob; eve
""")
    assert found[0][0].startswith('move "Second"')


def test_a_colleague_where_times_are_taken() -> None:
    found = repairs(f"""{PEOPLE}
absences
who,start,end
ann,2017-11-06,2017-11-08

events
id,title,date,start,end,who
talks,Talks,2017-11-06,10:00,11:00,ann; eve
""")
    assert found == [
        [
            'send Bob instead of Ann to "Talks" (Mon 6 Nov 10:00)'
            " (events.csv:2 who = bob; eve): 0 new clashes, 2 people told",
            'leave Ann out of "Talks" (Mon 6 Nov 10:00)'
            " (events.csv:2 who = eve): 0 new clashes, 1 person told",
        ]
    ]


def test_a_group_keeps_its_expression() -> None:
    found = repairs(f"""{PEOPLE}
absences
who,start,end
eve,2017-11-06,2017-11-08

events
id,title,date,start,end,who
talks,Talks,2017-11-06,10:00,11:00,all - bob
""")
    assert found == [
        [
            'leave Eve out of "Talks" (Mon 6 Nov 10:00)'
            " (events.csv:2 who = all - bob - eve): 0 new clashes, 1 person told",
        ]
    ]


def test_another_table_then_another_time() -> None:
    found = repairs("""
people
id,name
ann,Ann
bob,Bob
eve,Eve
joe,Joe

venues
id,name,tables
hall,Hall,2

meetings
id,title,who,counterpart,duration,venue,start,table
m1,One,ann,bob,20,hall,2017-11-06 10:00,1
m2,Two,eve,joe,20,hall,2017-11-06 10:00,1

events
id,title,date,start,end
x,Opening,2017-11-06,18:00,19:00
""")
    clash = next(sentences for sentences in found if sentences)
    assert clash[:2] == [
        'hold "Two" (Mon 6 Nov 10:00) in Hall, table 2 (meetings.csv:3 table = 2):'
        " 0 new clashes, 2 people told",
        'move "Two" (Mon 6 Nov 10:00) to Mon 6 Nov 09:40, table 1 (meetings.csv:3'
        " start = 2017-11-06 09:40): 0 new clashes, 2 people told",
    ]


def test_a_room_that_is_large_enough_and_free() -> None:
    found = repairs(f"""{PEOPLE}
venues
id,name,capacity
nook,Nook,2
closet,Closet,1
hall,Hall,80

events
id,title,date,start,end,venue,who
talks,Talks,2017-11-06,10:00,11:00,nook,ann; bob; eve
""")
    assert found == [
        [
            'hold "Talks" (Mon 6 Nov 10:00) in Hall (events.csv:2 venue = hall):'
            " 0 new clashes, 3 people told",
        ]
    ]


def test_more_places_where_only_the_event_is_limited() -> None:
    found = repairs(f"""{PEOPLE}
events
id,title,date,start,end,capacity,who
talks,Talks,2017-11-06,10:00,11:00,2,ann; bob; eve
""")
    assert found[0][0] == (
        'raise the limit of "Talks" (Mon 6 Nov 10:00) to 3 (events.csv:2 capacity = 3):'
        " 0 new clashes, 0 people told"
    )


def test_no_repair_is_better_than_one_that_harms() -> None:
    """The room is closed at night, everyone is busy all day, and nobody has a colleague."""
    found = repairs("""
people
id,name
ann,Ann
bob,Bob

venues
id,name,opens,closes
hall,Hall,10:00,11:00

events
id,title,date,start,end,venue,who
talks,Talks,2017-11-06,10:00,11:00,hall,ann; bob
lunch,Lunch,2017-11-06,05:00,22:00,,all
""")
    assert [sentence for one in found for sentence in one if "move" in sentence] == []


def test_a_day_that_reads_alike() -> None:
    found = repairs(f"""{PEOPLE}
events
id,title,date,start,end,who
talks,Talks,2017-12-07,10:00,11:00,all
""")
    assert found == [
        [
            'move "Talks" (Thu 7 Dec 10:00) to Tue 7 Nov 10:00 (events.csv:2 date = 2017-11-07):'
            " 0 new clashes, 3 people told",
        ]
    ]


def test_over_the_night_of_the_clock_change() -> None:
    found = repairs(f"""{PEOPLE}
events
id,title,date,start,end,who
late,Late,2017-11-05,00:30,01:15 UTC-4,ann
night,Night,2017-11-05,01:10 UTC-4,01:20 UTC-4,ann
""")
    assert found[0][:1] == [
        'end "Late" (Sun 5 Nov 00:30) at Sun 5 Nov 01:10'
        " (events.csv:2 start = 00:30, end = 01:10 UTC-4 and date = 2017-11-05):"
        " 0 new clashes, 1 person told",
    ]


def test_no_one_is_sent_out_at_night_who_is_not_there_anyway() -> None:
    """Seven is the first hour of a day, and eleven at night the last."""
    found = repairs("""
people
id,name
ann,Ann

events
id,title,date,start,end,who
early,Early,2017-11-06,07:00,09:00,ann
whole,Whole,2017-11-06,08:00,22:50,ann
""")
    assert [sentence for one in found for sentence in one if "move" in sentence] == []


def test_a_side_of_a_meeting_is_never_empty() -> None:
    found = repairs(f"""{PEOPLE}
absences
who,start,end
ann,2017-11-01,2017-11-12

meetings
id,title,who,counterpart,duration,start
m1,One,ann,eve,20,2017-11-06 10:00

events
id,title,date,start,end,who
x,Opening,2017-11-05,18:00,19:00,bob
""")
    assert [sentence for one in found for sentence in one if "leave" in sentence] == []


def test_a_visit_stays_where_it_is() -> None:
    found = repairs(f"""{PEOPLE}
venues
id,name,capacity
nook,Nook,2
hall,Hall,80

events
id,title,kind,date,start,end,venue,who
port,Port,visit,2017-11-06,10:00,11:00,nook,ann; bob; eve
""")
    assert [sentence for one in found for sentence in one if "hold" in sentence] == []


def test_a_night_of_rest_takes_a_longer_shift() -> None:
    found = repairs(f"""{PEOPLE}
events
id,title,date,start,end,who
dinner,Dinner,2017-11-06,20:00,23:30,ann
briefing,Briefing,2017-11-07,08:15,08:45,ann
""")
    assert found[0][:1] == [
        'move "Dinner" (Mon 6 Nov 20:00) to Mon 6 Nov 18:45'
        " (events.csv:2 start = 18:45 and end = 22:15): 0 new clashes, 1 person told"
    ]


def test_a_start_that_says_its_end() -> None:
    """What is moved or cut is written so that the range does not stay behind."""
    found = repairs(f"""{PEOPLE}
events
id,title,date,start,end,who
talks,Talks,2017-11-06,10:00-11:00,,ann; bob
lunch,Lunch,2017-11-06,10:50-12:00,,bob; eve
""")
    assert found[0][1] == (
        'begin "Lunch" (Mon 6 Nov 10:50) at Mon 6 Nov 11:00'
        " (events.csv:3 start = 11:00 and end = 12:00): 0 new clashes, 2 people told"
    )
