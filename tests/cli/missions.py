"""A small mission on disk, and others that differ from it by a word."""

from pathlib import Path

from tests.missions import MIAMI, folder

SMALL = """\
organisations
id,name,side,country
port,Port of Marseille Fos,delegation,FR
portmiami,PortMiami,host,US

people
id,name,organisation,role,rank,languages,diet
levy,Hélène Lévy,port,President,1,fr,
suhas,Jean-François Suhas,port,"Chair, cruise club",,fr;en,vegetarian
castellani,Hélène Castellani,port,,,fr,
kuryla,Juan Kuryla,portmiami,Director,,en,

venues
id,name,address,latitude,longitude,zone,access,tables
mrs,Marseille Provence Airport,,,,Europe/Paris,,
mia,Miami International Airport,,25.7959,-80.2870,,,
hotel,InterContinental,"100 Chopin Plaza, Miami",25.7727,-80.1853,,Badge,14
docks,PortMiami,"1015 N America Way, Miami",25.7743,-80.1702,,Photo ID,

resources
id,name,kind,languages
ana,Ana Torres,interpreter,fr;en

journeys
id,number,who,from,departs,to,arrives
J1,XX 101,levy;suhas,mrs,2017-11-04 10:40,mia,2017-11-04 16:05

transfers
id,vehicle,who,from,departs,to,arrives,driver
T1,van-1,levy;suhas,mia,2017-11-04 17:00,hotel,2017-11-04 17:40,Anton Petrov

events
id,title,date,start,end,zone,venue,who,optional,hosts,status,language,resources,dress,notes,url
call,Call with City Hall,2017-11-06,15:00,15:30,Europe/Paris,hotel,levy,,,,,,,,
signing,Signing of the agreement,2017-11-06,10:00,11:00,,docks,levy;suhas,,kuryla,,fr;en,ana,Formal,Passport,https://a.example/x
dinner,Dinner aboard,2017-11-06,21:00,01:30,,docks,all,,,draft,,,,,
walk,Walk by the bay,2017-11-07,08:00,09:00,,,levy,suhas,,,,,,,
visit,Visit of the terminals,2017-11-07,08:30,09:30,,docks,levy,,,,,,,,

meetings
id,title,who,counterpart,duration,venue,start,table
RV1,"Port – PortMiami: cold chain",suhas,portmiami,20,hotel,2017-11-06 14:00,7
"""
"""Two flights and a van, a meeting at a table, a call on another zone's clocks, and a clash."""
QUIET = f"""{SMALL}
mission
[checks]
long-day = "off"
rest = "off"
"""
"""The same, where nobody minds the late dinner."""


def write_mission(path: Path, text: str) -> Path:
    """A folder of blocks apart by blank lines: the table's name on a line, then its rows.

    A block `mission` goes below the frame of every mission.
    """
    path.mkdir(parents=True, exist_ok=True)
    blocks = dict(block.split("\n", 1) for block in text.strip().split("\n\n"))
    frame = f"{MIAMI}\n{blocks.pop('mission', '')}\n"
    return folder(path, frame, **{table: f"{rows}\n" for table, rows in blocks.items()})
