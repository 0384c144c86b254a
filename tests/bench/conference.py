"""A long season of meetings: more of them than one model can prove a plan of. All is invented."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

MISSION = """\
title = "Season of meetings"
starts = {starts}
ends = {ends}
zone = "America/New_York"
home_zone = "Europe/Paris"

[meetings]
grid = 15
sessions = [{sessions}]
"""
STARTS = date(2017, 1, 9)
DAYS, OPENS, CLOSES = 80, 9, 17
"""Eight hours a day are 32 steps of 15 minutes; 80 days of them are 2,560."""
ROOMS = {"alcove": 4, "study": 6, "parlour": 9, "salon": 14, "hall": 30}
PEOPLE, MEETINGS = 160, 800
MINUTES = (30, 60, 60, 90, 120, 180, 240)
AWAY = 1
"""Absences of each person, of one day to five."""


def write_conference(folder: Path, seed: int = 1, meetings: int = MEETINGS) -> None:
    """Meetings of 2 to 12 people, some of whom may stay away, each within some days."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = Random(f"conference {seed}")
    days = [STARTS + timedelta(n) for n in range(DAYS)]
    sessions = ", ".join(f'"{day} {OPENS:02}:00/{CLOSES}:00"' for day in days)
    text = MISSION.format(starts=days[0], ends=days[-1], sessions=sessions)
    (folder / "mission.toml").write_text(text, encoding="utf-8")
    rooms = [f"{name},{name.title()},{capacity}" for name, capacity in ROOMS.items()]
    people = [f"p{n},Person {n}" for n in range(PEOPLE)]
    _table(folder, "venues", "id,name,capacity", rooms)
    _table(folder, "people", "id,name", people)
    _table(folder, "events", "title,date,start,end", [f"Opening,{days[0]},8:00,8:30"])
    _table(folder, "absences", "who,start,end", _absences(chance, days))
    header = "id,who,counterpart,optional,duration,priority,earliest,latest,pool"
    rows = [f"M{n:03},{_meeting(chance, days)}" for n in range(meetings)]
    _table(folder, "meetings", header, rows)


def _table(folder: Path, name: str, header: str, rows: list[str]) -> None:
    (folder / f"{name}.csv").write_text("\n".join((header, *rows, "")), encoding="utf-8")


def _absences(chance: Random, days: list[date]) -> list[str]:
    rows: list[str] = []
    for number in range(PEOPLE):
        for _ in range(AWAY):
            first = chance.randrange(DAYS)
            last = min(DAYS - 1, first + chance.randrange(5))
            rows.append(f"p{number},{days[first]},{days[last] + timedelta(1)}")
    return rows


def _meeting(chance: Random, days: list[date]) -> str:
    count = min(12, 2 + int(chance.expovariate(0.5)))
    names = [f"p{n}" for n in chance.sample(range(PEOPLE), count + 4)]
    invited = names[count : count + chance.randrange(5)]
    first = chance.randrange(DAYS)
    last = min(DAYS - 1, first + chance.choice((0, 1, 2, 4, 9, DAYS)))
    cells = (
        names[0],
        "; ".join(names[1:count]),
        "; ".join(invited),
        f"{chance.choice(MINUTES)}",
        f"{chance.choice((1, 2, 2, 3, 3))}",
        f"{days[first]}",
        f"{days[last] + timedelta(1)}",
        "; ".join(ROOMS),
    )
    return ",".join(cells)
