"""A small mission that is published, changed, and published again."""

import re
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from itinerary.load import load_mission, state_path
from itinerary.locale import Words
from itinerary.publish.drafts import Draft, Order
from itinerary.publish.ledger import Ledger, read_ledger
from itinerary.publish.paths import Wish
from itinerary.publish.publication import publish
from itinerary.timetable import Timetable
from tests.cli.missions import SMALL, write_mission

NOON = datetime(2017, 11, 2, 16, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
MOVED = SMALL.replace("2017-11-06,10:00,11:00", "2017-11-06,10:30,11:30")
WITHOUT_DINNER = "".join(line for line in SMALL.splitlines(True) if "dinner," not in line)
WITHOUT_LEVY = "".join(line for line in SMALL.splitlines(True) if "levy,H" not in line).replace(
    "levy;suhas", "suhas"
)
ALL = Wish()


def small(tmp_path: Path, text: str = SMALL) -> Path:
    return write_mission(tmp_path / "small", text)


def published(mission: Path, out: Path, now: datetime = NOON, wish: Wish = ALL) -> Draft:
    """Publishes with paths that count: `token1`, `token2`."""
    loaded = load_mission(mission)
    assert loaded.mission is not None
    number = count(len(ledger_of(mission).tokens) + 1)
    minting = wish._replace(mint=lambda: f"token{next(number)}")
    return publish(Order(mission, Timetable(loaded.mission), Words("en"), out, now, minting))


def ledger_of(mission: Path) -> Ledger:
    return read_ledger(state_path(mission), "miami")


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, the program's own included, but locks."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    kept = (path for path in found if path.suffix != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in kept}


def calendar(mission: Path, out: Path, person: str) -> bytes:
    """What a person's subscription gets."""
    return (out / "public" / ledger_of(mission).tokens[person] / "calendar.ics").read_bytes()


def events(data: bytes) -> dict[str, tuple[int, str]]:
    """SEQUENCE and STATUS of each event, by the id in its UID."""
    blocks = data.decode().split("BEGIN:VEVENT\r\n")[1:]
    found: dict[str, tuple[int, str]] = {}
    for block in blocks:
        name, sequence, status = (
            re.search(rf"^{name}:(.+?)(?:@.*)?\r$", block, re.MULTILINE)
            for name in ("UID", "SEQUENCE", "STATUS")
        )
        assert name
        assert sequence
        assert status
        found[name[1]] = int(sequence[1]), status[1]
    assert len(found) == len(blocks)
    return found
