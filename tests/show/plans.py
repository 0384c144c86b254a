"""A mission with a present plan and a new one, for whoever draws them."""

from itinerary.model import Mission
from tests.check.tables import loaded

TABLES = """\
people
id,name,organisation,languages
ann,Ann,acme,fr
bob,Bob,acme,fr
eve,Eve,guests,en
kim,Kim,guests,en

organisations
id,name,side,promised_meetings
acme,Acme,delegation,4
guests,Guests,host,
idle,Idle,delegation,

venues
id,name,tables
hall,Hall,2
room,Room,

events
title,date,start,end
Talk,2017-11-06,9:00,10:00

resources
id,name,kind
ana,Ana Torres,interpreter

meetings
id,title,who,counterpart,duration,venue,priority,status,start,table
M1,First of all,ann,eve,20,hall,1,,,
M2,Second,bob,kim,90,hall,2,,,
M3,Third,bob,eve,20,,2,,2017-11-06 14:40,
M4,Fourth,ann,kim,20,hall,2,,,
M5,Fifth,ann,kim,20,hall,2,cancelled,,

"""
NOW = "plan\nmeeting,start,end,venue,table,resources\n"
PRESENT = f"{NOW}M1,2017-11-06 15:00,,room,,\nM4,2017-11-06 16:00,,hall,1,\n"
PLANNED = f"{NOW}M1,2017-11-06 14:00,,hall,2,ana\nM2,2017-11-06 14:20,,hall,1,\n"


def mission_of(plan: str) -> Mission:
    found = loaded(TABLES + plan).mission
    assert found is not None
    return found
