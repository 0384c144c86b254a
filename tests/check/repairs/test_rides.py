"""Repairs of rides, interpreters and of those who are left behind."""

from tests.check.repairs.tables import repairs

PLACES = """
people
id,name,rank,languages
ann,Ann,1,fr
bob,Bob,2,fr
eve,Eve,3,fr
joe,Joe,,en

venues
id,name,latitude,longitude
hotel,Hotel,25.7727,-80.1853
doral,Doral,25.8077,-80.3370
"""


def test_a_seat_in_another_vehicle() -> None:
    """The last in protocol changes vehicles."""
    found = repairs(f"""{PLACES}
transfers
id,vehicle,seats,who,from,departs,to,arrives
T1,van,2,ann; bob; eve,hotel,2017-11-06 09:00,doral,2017-11-06 09:40
T2,coach,40,joe,hotel,2017-11-06 09:10,doral,2017-11-06 09:50

events
id,title,date,start,end,venue,who
talks,Talks,2017-11-06,10:30,11:30,doral,all
""")
    assert found[0][0] == (
        'put Eve on "coach" (Mon 6 Nov 09:10) instead of "van" (Mon 6 Nov 09:00)'
        " (transfers.csv:2 who = ann; bob and transfers.csv:3 who = joe + eve):"
        " 0 new clashes, 1 person told"
    )


def test_a_seat_for_who_is_left_behind() -> None:
    found = repairs(f"""{PLACES}
mission
[travel]
base = "hotel"

transfers
id,vehicle,seats,who,from,departs,to,arrives
T2,coach,40,ann; bob; eve,hotel,2017-11-06 09:10,doral,2017-11-06 09:50

events
id,title,date,start,end,venue,who
talks,Talks,2017-11-06,10:30,11:30,doral,all
""")
    assert found == [
        [
            'put Joe on "coach" (Mon 6 Nov 09:10)'
            " (transfers.csv:2 who = ann; bob; eve + joe): 0 new clashes, 1 person told",
            'leave Joe out of "Talks" (Mon 6 Nov 10:30)'
            " (events.csv:2 who = all - joe): 0 new clashes, 1 person told",
        ]
    ]


INTERPRETERS = f"""{PLACES}
resources
id,name,kind,languages,available
una,Una,interpreter,fr; en,2017-11-06/2017-11-07
duo,Duo,interpreter,en; fr; es,
sol,Sol,interpreter,es; fr,
"""


def test_another_interpreter() -> None:
    """Sol has not the languages that Una has."""
    found = repairs(f"""{INTERPRETERS}
events
id,title,date,start,end,who,resources
one,One,2017-11-06,10:00,11:00,ann,una
two,Two,2017-11-06,10:00,11:00,bob,una
""")
    assert found[0][0] == (
        'take Duo instead of Una for "One" (Mon 6 Nov 10:00) (events.csv:2 resources = duo):'
        " 0 new clashes, 0 people told"
    )


def test_an_interpreter_for_two_sides_that_share_no_language() -> None:
    found = repairs(f"""{INTERPRETERS}
meetings
id,title,who,counterpart,duration,start,resources
m1,Talks,ann,joe,20,2017-11-06 10:00,

events
id,title,date,start,end,who
one,One,2017-11-06,10:00,11:00,eve
""")
    interpreters = [sentence for one in found for sentence in one if "interpreter" in sentence]
    assert interpreters == [
        'add Una as interpreter to "Talks" (Mon 6 Nov 10:00) (meetings.csv:2 resources = una):'
        " 0 new clashes, 0 people told",
    ]
