"""Small missions full of mistakes, written as a text: every way a table can say something."""

from random import Random

PEOPLE = ("ann", "bob", "eve", "joe", "zoe", "kim")
VENUES = ("hall", "nook", "hill", "paris", "denver")
DAYS = ("2017-11-04", "2017-11-05", "2017-11-05", "2017-11-06", "2017-11-06", "2017-11-07")
WHO = (
    *PEOPLE, *PEOPLE, "all", "ann; bob", "chiefs + eve", "all - bob", "- chiefs", "acme - joe",
    "acme + ann", "tous sauf chiefs", "Ann Brun; chiefs - bob", "eve - eve", "",
)  # fmt: skip
FIXED = """\
people
id,name,organisation,groups,rank,languages,side
ann,Ann Brun,acme,chiefs,1,fr,delegation
bob,Bob Col,acme,chiefs,2,fr,delegation
eve,Eve Dor,acme,,3,fr,delegation
joe,Joe Fau,other,,,fr;en,delegation
zoe,Zoe Gil,buyers,,,en,host
kim,Kim Lee,buyers,,,en;fr,host

organisations
id,name,side
acme,Acme,delegation
other,Other,delegation
buyers,Buyers,host

venues
id,name,capacity,tables,latitude,longitude,opens,closes,zone
hall,Hall,4,2,25.77,-80.18,08:00,22:00,
nook,Nook,2,,25.77,-80.18,,,
hill,Hill,40,,25.80,-80.33,,,
paris,Paris,40,,48.85,2.35,,,Europe/Paris
denver,Denver,40,2,25.79,-80.20,,,America/Denver

resources
id,name,kind,languages,available
lea,Lea Sol,interpreter,fr;en,
max,Max Ute,interpreter,fr;en,2017-11-06 08:00/2017-11-10 13:00
van,van,vehicle,,
bus,bus,vehicle,,
"""


def mission_text(random: Random) -> str:
    """Events, meetings, a plan, rides and absences over the night the clocks go back."""
    blocks = [FIXED.strip(), _events(random), _meetings(random), _transfers(random)]
    return "\n\n".join(block for block in (*blocks, _absences(random)) if block)


def _clock(random: Random, first: int = 7, last: int = 22) -> int:
    return random.randrange(first * 60, last * 60, random.choice((5, 15, 30)))


def _written(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _events(random: Random) -> str:
    has_end = random.random() < 0.7
    header = "id,title,date,start,venue,who,optional,hosts,capacity,resources,zone,repeat"
    french = "id,titre,date,début,lieu,qui,facultatif,hôtes,capacité,ressources,fuseau,récurrence"
    rows = [random.choice((header, french)) + (",end" if has_end else "")]
    for number in range(random.randrange(2, 6)):
        rows.append(_event(random, number, has_end))
    return "\n".join(("events", *rows))


def _event(random: Random, number: int, has_end: bool) -> str:
    start = _clock(random) if random.random() < 0.85 else _clock(random, 0, 24)
    length = random.choice((0, 15, 45, 60, 90, 150))
    begin, end = _written(start), _written(start + length)
    is_range = length and (not has_end or random.random() < 0.2)
    cells = [
        f"e{number}", f"Event {number}", random.choice(DAYS),
        f"{begin}-{end}" if is_range else begin, random.choice(("", *VENUES)),
        random.choice(WHO), random.choice(("", "", *WHO)),
        random.choice(("", "", "zoe", "kim; ann")), random.choice(("", "", "2")),
        random.choice(("", "", "lea", "max; lea")),
        random.choice(("", "", "", "Europe/Paris", "America/Denver")),
        random.choice(("", "", "", "", "FREQ=DAILY;COUNT=3")),
    ]  # fmt: skip
    if has_end:
        cells.append("" if is_range or not length else end)
    return ",".join(cells)


def _meetings(random: Random) -> str:
    rows = ["meetings", "id,title,who,counterpart,duration,venue,pool,resources,start,table"]
    plan = ["plan", "meeting,start,end,venue,table,resources"]
    is_short = random.random() < 0.3
    for number in range(random.randrange(1, 6)):
        start = random.randrange(9 * 60, 12 * 60, 20)
        begin = f"{random.choice(DAYS)} {_written(start)}"
        venue, table = random.choice(("hall", "hall", "nook", "denver")), random.choice(("1", "2"))
        cells = [
            f"m{number}", f"Meeting {number}", random.choice((*PEOPLE[:4], "acme")),
            random.choice(("zoe", "kim", "buyers")), "20", venue,
            random.choice(("", "hall; nook", "denver; hall")),
            random.choice(("", "", "lea", "max")),
        ]  # fmt: skip
        if random.random() < 0.5:
            end = f"{begin[:10]} {_written(start + random.choice((20, 20, 30)))}"
            cells += ["", random.choice(("", "1"))]
            planned = [f"m{number}", begin, random.choice(("", end)), venue, table]
            plan.append(",".join((*planned, random.choice(("", "", "lea")))))
        else:
            cells += [begin, table]
        rows.append(",".join(cells))
    if is_short and len(plan) > len(rows) - 1:
        rows = [row if n == 0 else row.rsplit(",", 2)[0] for n, row in enumerate(rows)]
    return "\n".join(rows) + ("\n\n" + "\n".join(plan) if len(plan) > 2 else "")


def _transfers(random: Random) -> str:
    rows = ["transfers", "id,vehicle,seats,who,from,departs,to,arrives"]
    for number in range(random.randrange(4)):
        start = _clock(random)
        day, vehicle = random.choice(DAYS), random.choice(("van", "bus", "coach"))
        departs, arrives = (f"{day} {_written(at)}" for at in (start, start + 40))
        seats, who = random.choice(("", "2", "9")), random.choice(WHO)
        rows.append(f"t{number},{vehicle},{seats},{who},hall,{departs},hill,{arrives}")
    return "\n".join(rows) if len(rows) > 2 else ""


def _absences(random: Random) -> str:
    if random.random() < 0.5:
        return ""
    person, day = random.choice(PEOPLE), random.choice(DAYS)
    return f"absences\nwho,start,end\n{person},{day} 09:00,{day} 13:00"
