"""Random small missions, as the tables somebody would write.

Times are minutes on the clocks of Miami since the midnight before Saturday, 4 November.
"""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import NamedTuple

from itinerary.model import Mission
from tests.check.tables import loaded

COMPANIES = {"acme": ("ann", "abe"), "brio": ("bob",), "cove": ("cid", "cleo")}
HOSTS = {"harbor": ("hal",), "inlet": ("ida",), "jetty": ("joe", "jan"), "keys": ("kim",)}
DELEGATES = [person for people in COMPANIES.values() for person in people]
NEAR = ("hall", "hall", "annex", "room", "suite")
"""Where somebody may be in Miami, the hall with its tables most often."""
TONGUES = ("fr", "fr;en", "fr;en", "fr;en", "en", "", "es")
DAY = 24 * 60
STARTS = (2 * DAY + 14 * 60, 3 * DAY + 9 * 60 + 30, 3 * DAY + 15 * 60)
"""Of sessions: Monday, 14:00; Tuesday, 9:30 and 15:00."""
NIGHT = '"2017-11-05 00:30/02:30"'
"""The clocks go back: it has three hours."""
Row = Mapping[str, object]


class Scale(NamedTuple):
    """How large a mission is."""

    requests: tuple[int, int]
    steps: tuple[int, int]
    """Of a session."""
    sessions: int
    extras: int
    """At most, of each kind of what stands in the way."""
    is_wide: bool = False
    """Whether there may be a session in the night the clocks go back."""


TINY = Scale((2, 5), (3, 5), 2, 1)
CALM = Scale((4, 8), (4, 6), 2, 1, is_wide=True)
SMALL = Scale((8, 20), (5, 10), 3, 2, is_wide=True)


def mission_of(seed: int, scale: Scale) -> Mission:
    """The mission of a seed; its tables have no mistake in them."""
    found = loaded(Draft(Random(seed), scale).text())
    assert found.mission is not None
    assert [problem for problem in found.problems if problem.severity.value == "error"] == []
    return found.mission


def moment(minute: int) -> str:
    """`2017-11-06 14:20`."""
    return f"2017-11-{4 + minute // DAY:02} {minute % DAY // 60:02}:{minute % 60:02}"


class Draft:
    """The tables of one mission, drawn in a fixed order."""

    def __init__(self, rng: Random, scale: Scale) -> None:
        self.rng = rng
        self.scale = scale
        self.grid = rng.choice((20, 20, 20, 15, 30))
        self.extras = rng.randint(0, scale.extras)
        self.companies = rng.sample(list(COMPANIES), rng.randint(2, 3))
        self.hosts = rng.sample(list(HOSTS), rng.randint(2, 4))
        self.sessions = self._sessions()

    def text(self) -> str:
        """All tables, apart by blank lines."""
        blocks = {
            "mission": self.settings(),
            "organisations": lines([*map(organisation, (*COMPANIES, *HOSTS))]),
            "people": lines(self.people()),
            "venues": lines(self.venues()),
            "travel": lines(self.travel()),
            "resources": lines(self.resources()),
            "events": lines(self.several(self.event) or [self.event(9)]),
            "meetings": lines(self.meetings()),
            "journeys": lines(self.journeys()),
            "transfers": lines(self.several(self.transfer)),
            "absences": lines(self.several(self.absence)),
        }
        return "\n\n".join(f"{name}\n{rows}" for name, rows in blocks.items() if rows)

    def chance(self, percent: int) -> bool:
        return self.rng.randrange(100) < percent

    def several(self, draw: Callable[[int], Row]) -> list[Row]:
        return [draw(number) for number in range(self.rng.randint(0, self.extras))]

    def _sessions(self) -> list[tuple[int, int]]:
        """Starts and ends, some of which are off the grid."""
        found = []
        for start in sorted(self.rng.sample(STARTS, self.rng.randint(1, self.scale.sessions))):
            steps = self.rng.randint(*self.scale.steps)
            found.append((start, start + steps * self.grid + self.rng.choice((0, 0, 5))))
        return found

    def settings(self) -> str:
        """`[checks]`, `[travel]` and `[meetings]`."""
        periods = [f'"{moment(a)}/{moment(b)}"' for a, b in self.sessions]
        periods += [NIGHT] if self.scale.is_wide and self.chance(10) else []
        found = [
            "[checks]",
            f'language = "{self.rng.choice(("error", "off"))}"',
            "[travel]",
            f"slack_minutes = {self.rng.choice((0, 5, 5, 10))}",
            f"default_minutes = {self.rng.choice((10, 30))}",
            "[meetings]",
            f"grid = {self.grid}",
            f"sessions = [{', '.join(periods)}]",
            f"breaks = [{', '.join(self.breaks())}]",
            f"weights = {{ 1 = {self.rng.choice((100, 3))}, 3 = {self.rng.choice((1, 1, 2))} }}",
        ]
        if self.chance(40):
            found.append(f"longest_run = {self.grid * self.rng.randint(1, 3) + 5}")
        if self.chance(30):
            found.append(f"stages = [{', '.join(self.stages())}]")
        return "\n".join(found)

    def breaks(self) -> list[str]:
        if self.chance(70):
            return []
        start = self.rng.choice(self.sessions)[0] + self.rng.choice((20, 30, 40, 45))
        return [f'"{moment(start)}/{moment(start + self.rng.choice((5, 10, 20)))}"']

    def stages(self) -> list[str]:
        others = ["changes", "optional", "gaps", "fairness", "travel", "tables"]
        self.rng.shuffle(others)
        return [f'"{name}"' for name in ("unplaced", *others[: self.rng.randint(1, 6)])]

    def people(self) -> list[Row]:
        everyone = {**COMPANIES, **HOSTS}
        return [
            {
                "id": person, "name": f"{person.title()} {house.title()}", "organisation": house,
                "languages": self.rng.choice(TONGUES), "side": side_of(house),
            }
            for house, people in everyone.items()
            for person in people
        ]  # fmt: skip

    def venues(self) -> list[Row]:
        """Each opens a little after the first session of a day begins, if ever."""
        rng = self.rng
        found: list[Row] = []
        opens = {n: rng.choice(("", "", "", "09:50", "14:20")) for n in ("hall", "room", "annex")}
        closes = {n: rng.choice(("", "", "", "15:00", "15:40")) for n in ("room", "suite")}
        tables = {"hall": rng.choice((1, 2, 2, 3)), "annex": rng.choice((1, 2)), "pharo": 1}
        room = {"suite": rng.choice((2, 3, 4)), "annex": rng.choice(("", 2))}
        for name in ("hall", "annex", "room", "suite", "mia", "mrs", "pharo"):
            zone = "Europe/Paris" if name in ("mrs", "pharo") else ""
            found.append({
                "id": name, "name": name.title(), "opens": opens.get(name, ""),
                "closes": closes.get(name, ""), "tables": tables.get(name, ""),
                "capacity": room.get(name, ""), "zone": zone,
            })  # fmt: skip
        return found

    def travel(self) -> list[Row]:
        pairs = [("hall", "annex"), ("hall", "room"), ("room", "annex"), ("suite", "hall"),
                 ("hall", "suite"), ("mia", "hall"), ("room", "suite")]  # fmt: skip
        return [
            {"from": one, "to": other, "minutes": self.rng.choice((0, 5, 10, 15, 15, 20, 35))}
            for one, other in pairs
            if self.chance(70)
        ]

    def resources(self) -> list[Row]:
        start, end = self.rng.choice(self.sessions)
        middle = start + (end - start) // 10 * 5
        hours = (
            "",
            "",
            f"{moment(start - 30)}/{moment(middle)}",
            f"{moment(middle)}/{moment(end)}",
        )
        some = self.rng.choice
        return [
            {"id": "ines", "name": "Ines", "kind": "interpreter", "languages": "fr;en",
             "available": some(hours)},
            {"id": "ivan", "name": "Ivan", "kind": "interpreter", "languages": some(("", "es;fr")),
             "available": some(hours)},
            {"id": "kit", "name": "Kit", "kind": "kit", "languages": "", "available": some(hours)},
        ]  # fmt: skip

    def when(self) -> int:
        """A time in a session or a little before or after, on five minutes."""
        start, end = self.rng.choice(self.sessions)
        return self.rng.randrange(start - 60, end + 60, 5)

    def some(self) -> str:
        """A company, or one or two people."""
        if self.chance(30):
            return self.rng.choice(list(COMPANIES))
        people = [*DELEGATES, *(p for host in HOSTS.values() for p in host)]
        return ";".join(self.rng.sample(people, self.rng.randint(1, 2)))

    def event(self, number: int) -> Row:
        start = self.when()
        return {
            "id": f"e{number}", "title": f"Event {number}", "date": moment(start)[:10],
            "start": moment(start)[11:], "end": moment(start + self.rng.choice((10, 20, 45)))[11:],
            "venue": self.rng.choice((*NEAR, "", "mia")), "who": self.some(),
            "optional": self.some() if self.chance(20) else "",
            "resources": self.rng.choice(("", "", "", "ines", "kit")),
        }  # fmt: skip

    def transfer(self, number: int) -> Row:
        start, (first, last) = self.when(), self.rng.sample(("hall", "room", "mia"), 2)
        return {
            "id": f"t{number}", "vehicle": "Bus", "who": self.some(), "from": first, "to": last,
            "departs": moment(start), "arrives": moment(start + 15),
        }  # fmt: skip

    def absence(self, number: int) -> Row:
        start = self.when()
        end = start + self.rng.choice((20, 45, 90))
        return {"who": self.some(), "start": moment(start), "end": moment(end), "reason": number}

    def journeys(self) -> list[Row]:
        """Somebody comes late, somebody leaves early, by flight or by train."""
        found, number = [], self.rng.choice(("XX 703", "TGV 6171"))
        if self.extras and self.chance(30):
            who, lands = self.rng.choice(list(COMPANIES)), self.when()
            found.append(flight("j1", number, (who, "mrs", "mia"), lands - 540))
            if self.chance(20):
                found.append(flight("j2", number, (who, "mia", "mrs"), lands + 240))
        if self.extras and self.chance(20):
            found.append(flight("j3", "XX 8", (self.rng.choice(DELEGATES), "mia", "mrs"),
                                self.when()))  # fmt: skip
        return found

    def meetings(self) -> list[Row]:
        many = self.rng.randint(*self.scale.requests)
        pins = self.rng.randint(0, 2 * self.extras)
        return [self.meeting(number, number < pins) for number in range(many)]

    def meeting(self, number: int, is_pinned: bool) -> Row:
        rng = self.rng
        guests = rng.sample(DELEGATES, rng.randint(1, 2)) if self.chance(50) else []
        here = rng.choice(NEAR) if is_pinned or self.chance(20) else ""
        pool = sorted(set(rng.sample(NEAR, 2)))
        if self.chance(8):
            pool.append("pharo")
        earliest, latest = (self.when() if self.chance(8) else None for _ in range(2))
        return {
            "id": f"m{number}", "title": f"Meeting {number}",
            "who": rng.choice(self.parties()), "counterpart": rng.choice(self.hosts),
            "optional": ";".join(guests), "duration": self.duration(),
            "priority": rng.choice((1, 2, 2, 3)),
            "earliest": moment(earliest) if earliest else "",
            "latest": moment(latest) if latest else "", "venue": here,
            "pool": ";".join(pool) if self.chance(60) else "",
            "resources": rng.choice(("", "", "", "", "", "", "ines", "kit")),
            "language": rng.choice(("", "", "", "en", "fr")),
            "status": "cancelled" if self.chance(3) else "confirmed",
            "start": moment(self.pin()) if is_pinned else "",
            "table": rng.choice((1, 1, 2)) if here in ("hall", "annex") else "",
        }  # fmt: skip

    def parties(self) -> list[str]:
        """Companies of the mission, and their people."""
        return [*self.companies, *(p for company in self.companies for p in COMPANIES[company])]

    def duration(self) -> int:
        """A step most often; two, or what does not fill its steps."""
        return self.rng.choice((self.grid, self.grid, self.grid, 2 * self.grid, self.grid + 5, 10))

    def pin(self) -> int:
        """On the grid most often."""
        start, end = self.rng.choice(self.sessions)
        return self.rng.randrange(start, end, self.grid) + self.rng.choice((0, 0, 0, 5, 10))


def side_of(house: str) -> str:
    return "host" if house in HOSTS else "delegation"


def organisation(house: str) -> Row:
    return {"id": house, "name": house.title(), "side": side_of(house)}


def flight(identity: str, number: str, way: tuple[str, str, str], departs: int) -> Row:
    """Nine hours long, on the clocks of Miami."""
    who, start, end = way
    return {
        "id": identity, "number": number, "who": who, "from": start, "to": end,
        "from_zone": "America/New_York", "to_zone": "America/New_York",
        "departs": moment(departs), "arrives": moment(departs + 540),
    }  # fmt: skip


def lines(rows: Sequence[Row]) -> str:
    """A table, its columns those of its first row."""
    if not rows:
        return ""
    return "\n".join([",".join(rows[0]), *(",".join(map(str, row.values())) for row in rows)])
