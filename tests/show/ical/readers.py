"""Four independent readers of a calendar, and what each sees in its timed events.

icalendar and khal take a zone from its name; vobject and ical.js believe the VTIMEZONE.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any, NamedTuple

import icalendar
import pytest

ROOT = Path(__file__).parents[3]


class Seen(NamedTuple):
    """An event as a reader sees it."""

    uid: str
    start: datetime
    end: datetime
    summary: str
    location: str
    description: str


Reader = Callable[[bytes, Path], list[Seen]]


def by_icalendar(data: bytes, folder: Path) -> list[Seen]:
    calendar = icalendar.Calendar.from_ical(data)
    events = [e for e in calendar.walk("VEVENT") if isinstance(e.decoded("DTSTART"), datetime)]
    return sorted(
        Seen(
            str(event["UID"]),
            event.decoded("DTSTART").astimezone(UTC),
            event.decoded("DTEND").astimezone(UTC),
            *(str(event.get(name, "")) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")),
        )
        for event in events
    )


def by_vobject(data: bytes, folder: Path) -> list[Seen]:
    vobject = pytest.importorskip("vobject")
    _forget_zones(import_module("vobject.icalendar"))
    calendar = vobject.readOne(data.decode())
    return sorted(
        Seen(
            event.uid.value,
            event.dtstart.value.astimezone(UTC),
            event.dtend.value.astimezone(UTC),
            *(event.getChildValue(name, "") for name in ("summary", "location", "description")),
        )
        for event in calendar.vevent_list
        if isinstance(event.dtstart.value, datetime)
    )


def _forget_zones(module: Any) -> None:
    """vobject keeps the first VTIMEZONE it meets of each name, for the life of the program."""
    zones = vars(module)["__tzidMap"]
    zones.clear()
    module.registerTzid("UTC", UTC)


KHAL = """
[calendars]
[[mission]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
default_timezone = UTC
local_timezone = UTC
timeformat = %H:%M:%S
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M:%S
longdatetimeformat = %Y-%m-%dT%H:%M:%S
"""

TEXTS = ("title", "location", "description")


def by_khal(data: bytes, folder: Path) -> list[Seen]:
    return all_by_khal([data], folder)[0]


def all_by_khal(calendars: Sequence[bytes], folder: Path) -> list[list[Seen]]:
    """The program itself: import into its folder of calendars, then a list as JSON.

    A number before each UID keeps the calendars apart.
    """
    if find_spec("khal") is None:
        pytest.skip("khal is not installed")
    (folder / "calendar").mkdir()
    (folder / "khal.conf").write_text(KHAL.format(folder=folder), encoding="utf-8")
    paths = [folder / f"khal-{number}.ics" for number in range(len(calendars))]
    for number, (path, data) in enumerate(zip(paths, calendars, strict=True)):
        path.write_bytes(data.replace(b"\r\nUID:", b"\r\nUID:%d/" % number))
    _khal(folder, "import", "--batch", "-a", "mission", *map(str, paths))
    found: list[list[Seen]] = [[] for _ in calendars]
    for row in _khal_rows(folder, calendars):
        before, _, uid = row["uid"].partition("/")
        found[int(before)].append(Seen(uid, *_ends(row), *(row[name] for name in TEXTS)))
    return [sorted(seen) for seen in found]


def _khal_rows(folder: Path, calendars: Sequence[bytes]) -> Iterator[dict[str, str]]:
    """Every timed event from the first day to the last."""
    seen = [seen for data in calendars for seen in by_icalendar(data, folder)]
    first, last = min(one.start for one in seen), max(one.end for one in seen)
    days = [first.date(), last.date() + timedelta(2)]
    fields = ("uid", "start-long-full", "end-long-full", "start-time", *TEXTS)
    wanted = [part for field in fields for part in ("--json", field)]
    lines = _khal(folder, "list", "--once", *wanted, *(f"{day}T00:00:00" for day in days))
    rows = (row for line in lines.splitlines() for row in json.loads(line))
    return (row for row in rows if row["start-time"])


def _ends(row: dict[str, str]) -> tuple[datetime, datetime]:
    start, end = (datetime.fromisoformat(row[f"{name}-long-full"]) for name in ("start", "end"))
    return start.replace(tzinfo=UTC), end.replace(tzinfo=UTC)


def _khal(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "khal", "-c", str(folder / "khal.conf"), *arguments]
    environment = os.environ | {"PYTHONUTF8": "1", "XDG_DATA_HOME": str(folder)}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    return done.stdout.decode()


def by_ical_js(data: bytes, folder: Path) -> list[Seen]:
    return all_by_ical_js([data], folder)[0]


def all_by_ical_js(calendars: Sequence[bytes], folder: Path) -> list[list[Seen]]:
    """Many calendars in one run of node."""
    modules = Path(os.environ.get("ITINERARY_NODE_MODULES", ROOT / ".ci" / "node_modules"))
    module = modules / "ical.js" / "dist" / "ical.js"
    node = which("node")
    if node is None or not module.exists():
        pytest.skip(f"ical.js needs node and {modules / 'ical.js'}")
    paths = [folder / f"{number}.ics" for number in range(len(calendars))]
    for path, data in zip(paths, calendars, strict=True):
        path.write_bytes(data)
    done = subprocess.run(
        [node, str(Path(__file__).with_name("icaljs.mjs")), module.as_uri()],
        input=json.dumps([str(path) for path in paths]).encode(),
        capture_output=True,
        check=True,
    )
    return [sorted(_seen(row) for row in rows) for rows in json.loads(done.stdout)]


def _seen(row: dict[str, Any]) -> Seen:
    start, end = (datetime.fromtimestamp(row[name], UTC) for name in ("start", "end"))
    return Seen(row["uid"], start, end, row["summary"], row["location"], row["description"])


READERS: tuple[Reader, ...] = (by_icalendar, by_vobject, by_khal, by_ical_js)
