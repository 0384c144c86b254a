"""A new mission: the frame that people give, and tables with a row of example each.

The example hangs together, so that `check` finds nothing in it: a delegate lands, is driven to
the hotel, is welcomed there, and has a meeting to be planned.
"""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model.columns import COLUMNS
from itinerary.model.tables import TextTable
from itinerary.times import nearest_instant, written_moment

FLIGHT = timedelta(hours=2)
TABLES = tuple(table for table in COLUMNS if table not in ("accepted", "plan"))
"""Those that have an example: a clash is accepted, and a meeting placed, later on."""
Cells = Mapping[str, str]


class NewMission(NamedTuple):
    """What a mission begins with."""

    title: str
    starts: date
    ends: date
    zone: str
    home_zone: str
    languages: tuple[str, ...] = ("en",)

    @property
    def settings(self) -> dict[str, object]:
        """The values of `mission.toml`."""
        return self._asdict()


def example_tables(new: NewMission, words: Words) -> dict[str, TextTable]:
    """Every table of an example, with all its columns, in the order they are read."""
    rows = _people(new, words) | _places(words) | _programme(new, words) | _ways(new, words)
    return {table: _table(table, rows[table]) for table in TABLES}


def _table(name: str, rows: list[Cells]) -> TextTable:
    columns = tuple(COLUMNS[name])
    cells = (tuple(row.get(column, "") for column in columns) for row in rows)
    return TextTable(name, columns, tuple(cells))


def _people(new: NewMission, words: Words) -> dict[str, list[Cells]]:
    company, partner = words.text("example.company"), words.text("example.partner")
    return {
        "organisations": [
            {"id": "example-company", "name": company, "side": "delegation",
             "promised_meetings": "1"},
            {"id": "example-partner", "name": partner, "side": "host"},
        ],
        "people": [
            {"id": "example-person", "name": words.text("example.person"),
             "organisation": "example-company", "role": words.text("example.role"),
             "groups": "officials", "rank": "1", "languages": ";".join(new.languages),
             "email": "person@company.example", "phone": "+33 6 39 98 00 00",
             "side": "delegation"},
        ],
        "absences": [
            {"who": "example-person", "start": f"{new.ends} 20:00", "end": f"{new.ends} 22:00",
             "reason": words.text("example.reason")},
        ],
    }  # fmt: skip


def _places(words: Words) -> dict[str, list[Cells]]:
    return {
        "venues": [
            {"id": "example-airport", "name": words.text("example.airport")},
            {"id": "example-hotel", "name": words.text("example.hotel"), "capacity": "100",
             "tables": "10", "opens": "06:00", "closes": "23:00"},
            {"id": "example-home", "name": words.text("example.home")},
        ],
        "travel": [
            {"from": "example-airport", "to": "example-hotel", "minutes": "40", "mode": "bus"},
        ],
        "resources": [
            {"id": "example-coach", "name": words.text("example.coach"), "kind": "vehicle"},
        ],
    }  # fmt: skip


def _programme(new: NewMission, words: Words) -> dict[str, list[Cells]]:
    first = new.languages[0]
    return {
        "events": [
            {"id": "example-welcome", "title": words.text("example.welcome"), "kind": "reception",
             "date": f"{new.starts}", "start": "14:00", "end": "15:30", "venue": "example-hotel",
             "who": "all", "status": "confirmed", "language": first,
             "notes": words.text("example.notes"), "audience": "delegation"},
        ],
        "meetings": [
            {"id": "example-meeting", "title": words.text("example.meeting"),
             "who": "example-company", "counterpart": "example-partner", "duration": "20",
             "priority": "1", "pool": "example-hotel", "language": first, "status": "confirmed"},
        ],
    }  # fmt: skip


def _ways(new: NewMission, words: Words) -> dict[str, list[Cells]]:
    landing = nearest_instant(new.starts, time(9), new.zone)
    return {
        "journeys": [
            {"id": "example-flight", "number": "XX 100", "who": "example-person",
             "from": "example-home", "from_zone": new.home_zone,
             "departs": written_moment(landing - FLIGHT, new.home_zone),
             "to": "example-airport", "to_zone": new.zone, "arrives": f"{new.starts} 09:00"},
        ],
        "transfers": [
            {"id": "example-ride", "vehicle": "example-coach", "seats": "50", "who": "all",
             "from": "example-airport", "departs": f"{new.starts} 10:00",
             "to": "example-hotel", "arrives": f"{new.starts} 11:00",
             "driver": words.text("example.driver")},
        ],
    }  # fmt: skip
