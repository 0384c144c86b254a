"""A small mission to plan, and what a plan of it writes and prints."""

import json
from pathlib import Path
from typing import Any

from tests.cli.missions import write_mission
from tests.cli.running import Ran, call

FAIR = """\
mission
[meetings]
sessions = ["2017-11-06 14:00/15:00", "2017-11-07 09:00/09:40"]

people
id,name,organisation,languages
ann,Ann,acme,fr;en
bob,Bob,acme,fr;en
eve,Eve,guests,en
kim,Kim,guests,en

organisations
id,name,side,promised_meetings
acme,Acme,delegation,2
guests,Guests,host,

venues
id,name,tables,capacity
hall,Hall,1,
room,Room,,20

events
id,title,date,start,end,venue,who
talk,Talk,2017-11-07,09:00,09:40,room,ann

meetings
id,title,who,counterpart,duration,venue,earliest,latest,priority,start,table
M1,First,ann,eve,20,hall,2017-11-06 14:00,2017-11-06 14:20,1,,
M2,Second,bob,kim,20,hall,2017-11-06 14:20,2017-11-06 14:40,2,,
M3,Third,bob,eve,20,hall,,,2,2017-11-06 14:40,1
"""
"""Each request has one place it can have."""
LOST = "M4,Fourth,ann,kim,20,hall,2017-11-07 09:00,2017-11-07 09:40,3,,\n"
"""Ann is at the talk all the time."""
CLASH = "M5,Fifth,bob,kim,20,room,,,2,2017-11-06 14:50,\n"
"""Bob is still at the third meeting, which is pinned too."""
PLAN = """\
meeting,start,end,venue,table,resources
M1,2017-11-06 14:00,2017-11-06 14:20,hall,1,
M2,2017-11-06 14:20,2017-11-06 14:40,hall,1,
"""


def plan(path: Path, *options: str, text: str = FAIR) -> Ran:
    return call("-m", write_mission(path / "fair", text), "plan", *options)


def data(path: Path, *options: str, text: str = FAIR) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(plan(path, *options, "-f", "json", text=text).out)
    return found


def written(path: Path) -> dict[str, str]:
    """The plan, and the one before it, as far as they are there."""
    names = ("plan.csv", "plan.csv.bak")
    files = (path / "fair" / name for name in names)
    return {file.name: file.read_text() for file in files if file.exists()}
