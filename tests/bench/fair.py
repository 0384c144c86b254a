"""A trade fair of any size, to see how the program grows: the same people give the same bytes.

Half the people exhibit and half visit, ten to an organisation. Each has eighteen meetings of
twenty minutes, three in a row on each of six days, with another of the other side each time, at
the tables of one pavilion of four halls, and an opening and a closing with their sector: twenty
things each, nine rows of meetings for every person. An interpreter sits at one table in sixteen.
Nothing clashes but what is seeded: ten meetings begin ten minutes into the one before, at a table
of their own, so that twenty people have one overlap each.
"""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

FIRST_DAY = date(2017, 11, 6)
DAYS = 6
SHIFTS = ("09:00", "10:30", "14:00", "15:30")
"""When the three meetings of a person begin, one every half hour."""
IN_A_ROW = 3
HALLS, TABLES = 4, 64
"""Halls of a pavilion and tables of a hall; one more table is for what is seeded."""
SEATS = HALLS * TABLES
SEEDED_MEETINGS = 10
SEEDED_OVERLAPS = 2 * SEEDED_MEETINGS
"""One for each of the two people of a meeting."""
SECTORS = ("energy", "food", "health", "mobility", "ports")
_SYLLABLES = tuple("bdfghjklmnprstvwxz"[n % 18] + "aeiou"[n % 5] for n in range(90))
_SETTINGS = f"""id = "fair"
title = "Trade fair"
starts = {FIRST_DAY}
ends = {FIRST_DAY + timedelta(DAYS - 1)}
zone = "Europe/Paris"
languages = ["en", "fr"]
"""
_HEADERS = {
    "organisations": "id,name,side,sector,country,promised_meetings",
    "people": "id,name,organisation,role,groups,rank,languages,email,phone,diet,side",
    "venues": "id,name,address,latitude,longitude,capacity,tables,opens,closes,zone,access",
    "travel": "from,to,minutes,mode",
    "resources": "id,name,kind,languages,available",
    "events": "id,title,kind,date,start,end,venue,who,capacity,status,language,audience",
    "meetings": "id,title,who,optional,counterpart,duration,priority,earliest,latest,venue,pool,"
    "resources,language,status,start,table",
}
Cells = Sequence[str | int | float]


class Slot(NamedTuple):
    """One meeting: who with whom, when, and at which table of all."""

    visitor: int
    start: datetime
    exhibitor: int
    hall: int
    table: int


def write_fair(folder: Path, people: int) -> None:
    """Writes the mission; `people` is a multiple of twenty, half of them on each side."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mission.toml").write_text(_SETTINGS, encoding="utf-8")
    pavilions = -(-people // (2 * len(SHIFTS) * SEATS))
    rows: dict[str, Iterable[Cells]] = {
        "organisations": map(_organisation, range(people // 10)),
        "people": map(_person, range(people)),
        "venues": _venues(pavilions, people),
        "travel": _travel(pavilions),
        "resources": _interpreters(pavilions * HALLS),
        "events": _events(people),
        "meetings": map(_meeting, range(9 * people), sorted(_slots(people))),
    }
    for table, cells in rows.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            file.write(f"{_HEADERS[table]}\n")
            csv.writer(file, lineterminator="\n").writerows(cells)


def _slots(people: int) -> Iterator[Slot]:
    """Every meeting, day by day and shift by shift."""
    dice = random.Random(2017)
    shifts = [(day, shift) for day in range(DAYS) for shift in range(len(SHIFTS))]
    seeded = dice.sample(shifts, SEEDED_MEETINGS)
    sides = [
        [p for p in range(people) if _side(p // 10) == side] for side in ("delegation", "host")
    ]
    for day, shift in shifts:
        start = datetime.fromisoformat(f"{FIRST_DAY + timedelta(day)} {SHIFTS[shift]}")
        visitors, exhibitors = ([*side[shift :: len(SHIFTS)]] for side in sides)
        dice.shuffle(visitors)
        dice.shuffle(exhibitors)
        found = [
            slot
            for at in range(0, len(visitors), SEATS)
            for slot in _pavilion(visitors[at:], exhibitors[at:], at // SEATS, start)
        ]
        if (day, shift) in seeded:
            early = found[-1].start - timedelta(minutes=20)
            found[-1] = found[-1]._replace(start=early, table=TABLES + 1)
        yield from found


def _pavilion(
    visitors: Sequence[int], exhibitors: Sequence[int], pavilion: int, start: datetime
) -> Iterator[Slot]:
    """The meetings at the tables of one pavilion; both sides move on after each."""
    width = min(SEATS, len(visitors))
    for turn in range(IN_A_ROW):
        for place in range(width):
            seat = (place + turn * TABLES) % width
            hall, table = divmod(seat, TABLES)
            yield Slot(
                visitors[place], start + timedelta(minutes=30 * turn),
                exhibitors[(place + turn) % width], pavilion * HALLS + hall, table + 1,
            )  # fmt: skip


def _side(organisation: int) -> str:
    return ("delegation", "host")[organisation % 2]


def _sector(organisation: int) -> str:
    return SECTORS[organisation // 2 % len(SECTORS)]


def _word(number: int, syllables: int) -> str:
    parts: list[str] = []
    for _ in range(syllables):
        number, last = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[last])
    return "".join(parts)


def _name(person: int) -> str:
    mixed = person * 7919 * 6151 % len(_SYLLABLES) ** 4
    return f"{_word(mixed, 2)} {_word(mixed // len(_SYLLABLES) ** 2, 2)}ni".title()


def _id(person: int) -> str:
    return _name(person).lower().replace(" ", "-")


def _company(organisation: int) -> str:
    return f"{_word(organisation * 7919 * 6151, 4).title()} {_sector(organisation).title()}"


def _organisation(number: int) -> Cells:
    country = ("FR", "DE", "IT", "ES", "US")[number % 5]
    name = _company(number)
    return f"org-{number:05}", name, _side(number), _sector(number), country, 100


def _person(number: int) -> Cells:
    organisation, identity = number // 10, _id(number)
    role = ("Managing director", "Head of sales", "Buyer", "Engineer", "Analyst")[number % 5]
    groups = _sector(organisation) + ("; first-time" if number % 7 == 0 else "")
    rank = number + 1 if number < 20 else ""
    diet = "vegetarian" if number % 9 == 0 else ""
    return (
        identity, _name(number), f"org-{organisation:05}", role, groups, rank,
        ("en", "en;fr", "en;es")[number % 3], f"{identity}@org-{organisation:05}.example",
        f"+33 6 {number // 10000:02} {number // 100 % 100:02} {number % 100:02}", diet,
        _side(organisation),
    )  # fmt: skip


def _venues(pavilions: int, people: int) -> Iterator[Cells]:
    """Halls in pavilions two hundred metres apart, and an arena for each sector."""
    for hall in range(pavilions * HALLS):
        row, column = divmod(hall // HALLS, 7)
        yield (
            f"hall-{hall}", f"Hall {hall}", f"{hall // HALLS} Fair Road",
            round(48.83 + row * 0.002, 4), round(2.28 + column * 0.003, 4), 150, TABLES + 1,
            "08:00", "20:00", "", "Badge",
        )  # fmt: skip
    for sector in SECTORS:
        yield (
            f"arena-{sector}", f"Arena {sector}", "1 Fair Road", 48.828, 2.278, people, "",
            "08:00", "22:00", "", "Badge",
        )  # fmt: skip


def _travel(pavilions: int) -> Iterator[Cells]:
    for first in range(pavilions * HALLS):
        for second in range(first + 1, first - first % HALLS + HALLS):
            yield f"hall-{first}", f"hall-{second}", 3, "foot"


def _interpreters(halls: int) -> Iterator[Cells]:
    """Four to a hall."""
    available = f"{FIRST_DAY} 08:00/{FIRST_DAY + timedelta(DAYS - 1)} 20:00"
    for hall in range(halls):
        for number in range(4):
            name = f"Interpreter {hall} {number}"
            yield f"interpreter-{hall}-{number}", name, "interpreter", "en;fr;es", available


def _events(people: int) -> Iterator[Cells]:
    for word, day in (("Opening", FIRST_DAY), ("Closing", FIRST_DAY + timedelta(DAYS - 1))):
        for sector in SECTORS:
            yield (
                f"{word.lower()}-{sector}", f"{word}: {sector}", "plenary", f"{day}", "18:00",
                "19:00", f"arena-{sector}", sector, people, "confirmed", "en", "delegation",
            )  # fmt: skip


def _meeting(number: int, slot: Slot) -> Cells:
    day, start = f"{slot.start:%Y-%m-%d}", f"{slot.start:%Y-%m-%d %H:%M}"
    company = _company(slot.exhibitor // 10)
    first = slot.hall - slot.hall % HALLS
    has_interpreter = slot.table % 16 == 1 and slot.table <= TABLES
    return (
        f"M{number:06}", f"{_name(slot.visitor)} – {company}", _id(slot.visitor), "",
        _id(slot.exhibitor), 20, number % 3 + 1, f"{day} 08:00", f"{day} 18:00",
        f"hall-{slot.hall}", "; ".join(f"hall-{first + n}" for n in range(HALLS)),
        f"interpreter-{slot.hall}-{slot.table // 16}" if has_interpreter else "", "en",
        "confirmed", start, slot.table,
    )  # fmt: skip
