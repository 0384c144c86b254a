"""Rounds of meetings at the tables of one hall: the same size and seed give the same round.

The four sizes are those of "Scheduling B2B Meetings" (Bofill, Espasa, Garcia, Palahí, Suy and
Villaret, CP 2014): as many people, meetings, tables and slots as four events they planned, cut
into a morning and an afternoon as theirs were. Who meets whom is not theirs: their instances are
not at hand, so the rounds are crafted here.

A round is planted. Half the people visit and half receive; each gets what keeps them away; then
meetings are thrown at slots by chance, one visitor and one host who are both there and free, at
most as many at a time as there are tables, and no pair twice. So every meeting can be placed.
Where it was thrown is forgotten, but for those tied to the session in which they fell.

Tight rounds are tighter by their data: more people who are there for half a day only, more
absences inside sessions, more meetings that are tied. How much was chosen by looking at seeds 0
to 4, such that each of them is proven in under 30 s. The fewest gaps there are, by seed:

    42 people  4 1 2 1 2
    47 people  0 1 1 0 0
    70 people  1 0 4 1 1
    78 people  0 0 0 0 0

A little more is a cliff. 78 people, 8 in 10 of them for half a day: one of the five has a gap,
and one was not proven in 30 s; so its tight rounds are no harder than its normal ones. 47 people
with half of the sessions cut by an absence: one of the first two not proven in 12 s. Normal
rounds need no gap.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import NamedTuple

Chance = Callable[[], float]
"""From 0 to 1: `Random.random` alone, which draws the same in every version of Python."""
LONGEST_SEARCH = 4000
"""Throws that hit nothing, before a round is begun anew."""
MORNING = datetime.fromisoformat("2017-11-06 09:00")
AFTERNOON = datetime.fromisoformat("2017-11-06 14:00")
GRID = timedelta(minutes=20)
LEAST_AROUND = 4
"""Slots of a session in which there can be an absence."""
_SETTINGS = """\
title = "Round of {people} people"
starts = {day}
ends = {day}
zone = "America/New_York"

[meetings]
grid = 20
sessions = ["{morning}", "{afternoon}"]
stages = ["unplaced", "gaps"]
"""


class Size(NamedTuple):
    """Of an event that was planned."""

    meetings: int
    slots: int
    tables: int


SIZES: Mapping[int, Size] = {
    42: Size(meetings=125, slots=8, tables=21),
    47: Size(meetings=180, slots=10, tables=21),
    70: Size(meetings=154, slots=21, tables=14),
    78: Size(meetings=302, slots=22, tables=22),
}
"""By the number of people."""


class Strain(NamedTuple):
    """What makes a round hard; all but `stay` are from 0 to 1."""

    halves: float
    """Share of people who are there for half a day."""
    stay: int
    """Slots of such half a day, at most."""
    absences: float
    """Chance that somebody is away for a while inside a session."""
    long: float
    """Share of such absences that take two slots, not one."""
    tied: float
    """Share of meetings that can be held in one of the two sessions only."""


WHOLE = 99
"""A stay as long as the session."""
NORMAL: Mapping[int, Strain] = {
    42: Strain(0.0, WHOLE, 0.2, 0.0, 0.1),
    47: Strain(0.0, WHOLE, 0.2, 0.0, 0.1),
    70: Strain(0.2, WHOLE, 0.2, 0.5, 0.1),
    78: Strain(0.2, WHOLE, 0.2, 0.5, 0.1),
}
TIGHT: Mapping[int, Strain] = {
    42: Strain(0.1, WHOLE, 0.5, 0.0, 0.5),
    47: Strain(0.0, WHOLE, 0.45, 0.0, 0.75),
    70: Strain(1.0, 8, 0.8, 0.5, 0.5),
    78: Strain(0.7, WHOLE, 0.8, 0.5, 0.7),
}


class Meeting(NamedTuple):
    """Of two people, by their numbers."""

    visitor: int
    host: int
    session: int | None
    """The only one in which it can be held."""
    planted: int
    """A slot at which it can be held, together with all others at theirs."""


class Round(NamedTuple):
    """People, slots and tables are numbered from 0."""

    slots: int
    tables: int
    present: Sequence[frozenset[int]]
    """The slots at which each person is there."""
    meetings: Sequence[Meeting]

    @property
    def sessions(self) -> tuple[range, range]:
        """The slots of the morning and of the afternoon."""
        return _sessions(self.slots)

    def starts(self, meeting: Meeting) -> list[int]:
        """The slots at which a meeting can be held, were it alone."""
        inside = range(self.slots) if meeting.session is None else self.sessions[meeting.session]
        both = self.present[meeting.visitor] & self.present[meeting.host]
        return [slot for slot in inside if slot in both]


def round_of(people: int, seed: int, is_tight: bool = False) -> Round:
    """One of the sizes, normal or tight."""
    strain = (TIGHT if is_tight else NORMAL)[people]
    chance = Random(f"b2b-{people}-{seed}-{int(is_tight)}").random
    return planted(people, SIZES[people], strain, chance)


def planted(people: int, size: Size, strain: Strain, chance: Chance) -> Round:
    """A round of any size; begun anew until as many meetings as wanted are in it."""
    while True:
        present = [frozenset(_present(size.slots, strain, chance)) for _ in range(people)]
        found = sorted(_thrown(present, size, strain, chance))
        if len(found) == size.meetings:
            return Round(size.slots, size.tables, present, found)


def _sessions(slots: int) -> tuple[range, range]:
    return range(slots // 2), range(slots // 2, slots)


def _present(slots: int, strain: Strain, chance: Chance) -> set[int]:
    """When somebody is there: all day or half of it, less what they miss inside a session."""
    first, last = 0, slots
    if chance() < strain.halves:
        half = _sessions(slots)[0 if chance() < 0.5 else 1]
        first, last = half.start, half.stop
        if strain.stay < last - first:
            first += int(chance() * (last - first - strain.stay + 1))
            last = first + strain.stay
    found = set(range(first, last))
    for session in _sessions(slots):
        begins, ends = max(first, session.start), min(last, session.stop)
        if ends - begins >= LEAST_AROUND and chance() < strain.absences:
            length = 2 if chance() < strain.long else 1
            away = begins + 1 + int(chance() * (ends - begins - 1 - length))
            found -= set(range(away, away + length))
    return found


def _thrown(
    present: Sequence[frozenset[int]], size: Size, strain: Strain, chance: Chance
) -> Iterator[Meeting]:
    """Meetings by chance, where there is a table, and two who are free and have not yet met."""
    half = len(present) // 2
    slots = range(size.slots)
    visitors = [[p for p in range(half) if slot in present[p]] for slot in slots]
    hosts = [[p for p in range(half, len(present)) if slot in present[p]] for slot in slots]
    met: set[tuple[int, int]] = set()
    held, missed = [0] * size.slots, 0
    while len(met) < size.meetings and missed < LONGEST_SEARCH:
        slot = int(chance() * size.slots)
        pair = None
        if held[slot] < size.tables and visitors[slot] and hosts[slot]:
            pair = (_one_of(visitors[slot], chance), _one_of(hosts[slot], chance))
        if pair is None or pair in met:
            missed += 1
            continue
        visitors[slot].remove(pair[0])
        hosts[slot].remove(pair[1])
        held[slot] += 1
        met.add(pair)
        is_tied = chance() < strain.tied
        session = next(n for n, s in enumerate(_sessions(size.slots)) if slot in s)
        yield Meeting(*pair, session if is_tied else None, slot)


def _one_of(people: Sequence[int], chance: Chance) -> int:
    return people[int(chance() * len(people))]


def write_round(folder: Path, found: Round) -> None:
    """Writes it as a mission of one day and one hall; whom nothing keeps away has no row."""
    folder.mkdir(parents=True, exist_ok=True)
    spans = [_clock(found, session) for session in found.sessions]
    morning, afternoon = (f"{start:%Y-%m-%d %H:%M}/{end:%H:%M}" for start, end in spans)
    text = _SETTINGS.format(
        people=len(found.present), day=MORNING.date(), morning=morning, afternoon=afternoon
    )
    (folder / "mission.toml").write_text(text, encoding="utf-8")
    tables: Mapping[str, Sequence[str]] = {
        "people": ["id,name", *map(_person, range(len(found.present)))],
        "venues": ["id,name,tables", f"hall,Hall,{found.tables}"],
        "events": ["id,title,date,start,end", f"opening,Opening,{MORNING.date()},8:00,8:30"],
        "absences": ["who,start,end", *_absences(found)],
        "meetings": ["id,who,counterpart,earliest,latest,venue", *_rows(found)],
    }
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join((*rows, "")), encoding="utf-8")


def _clock(found: Round, slots: range) -> tuple[datetime, datetime]:
    """When slots of one session begin and end."""
    session = next(n for n, s in enumerate(found.sessions) if slots.start in s)
    begins = (MORNING, AFTERNOON)[session]
    first = found.sessions[session].start
    return begins + (slots.start - first) * GRID, begins + (slots.stop - first) * GRID


def _person(number: int) -> str:
    return f"p{number:02},Person {number}"


def _absences(found: Round) -> Iterator[str]:
    """One row for slots of a session that follow each other."""
    for (number, present), session in product(enumerate(found.present), found.sessions):
        first = session.start
        for slot in (*session, session.stop):
            if slot == session.stop or slot in present:
                if first < slot:
                    start, end = _clock(found, range(first, slot))
                    yield f"p{number:02},{start:%Y-%m-%d %H:%M},{end:%Y-%m-%d %H:%M}"
                first = slot + 1


def _rows(found: Round) -> Iterator[str]:
    for number, meeting in enumerate(found.meetings):
        window = ["", ""]
        if meeting.session is not None:
            clock = _clock(found, found.sessions[meeting.session])
            window = [f"{moment:%Y-%m-%d %H:%M}" for moment in clock]
        pair = f"p{meeting.visitor:02},p{meeting.host:02}"
        yield f"M{number:03},{pair},{','.join(window)},hall"
