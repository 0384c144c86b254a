"""A small mission pushed to a server: what changes in its tables, and what is there then."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import Ran, call
from tests.publish.radicale import PASSWORD, USERS, Radicale, radicale

MOVED = SMALL.replace("06,10:00,11:00,,docks", "06,10:30,11:30,,docks")
"""The signing begins half an hour later."""
DROPPED = MOVED.replace("docks,levy;suhas,,kuryla", "docks,levy,,kuryla")
"""And one of three is taken off it."""
SIGNING = "event-signing@miami.invalid.ics"


class Office(NamedTuple):
    """Whoever pushes, and where to."""

    mission: Path
    server: Radicale

    def write(self, text: str) -> None:
        write_mission(self.mission, text)

    def push(self, *options: str, url: str = "", now: str = "2017-11-02 12:00") -> Ran:
        where = url or self.server.url
        return call("-m", self.mission, "push", where, "--now", now, *options)

    def names(self, path: str) -> list[str]:
        return self.server.names(f"{path}/")

    def text(self, path: str, name: str = SIGNING) -> str:
        """What the server has, unfolded; its status where it has nothing."""
        found = self.server.ask("GET", f"{path}/{quote(name)}")
        text = found.content.decode().replace("\r\n", "\n").replace("\n ", "")
        return text if found.ok else str(found.status_code)

    def value(self, path: str, field: str, name: str = SIGNING) -> str:
        """Of a property of its event."""
        event = self.text(path, name).partition("BEGIN:VEVENT")[2]
        return "|".join(re.findall(rf"^{field}[;:](.*)$", event, re.MULTILINE))

    def edit(self, path: str, old: str, new: str, name: str = SIGNING) -> None:
        """Somebody else changes an event."""
        data = self.text(path, name).replace(old, new).replace("\n", "\r\n").encode()
        self.put(path, data, name)

    def put(self, path: str, data: bytes, name: str = SIGNING) -> None:
        headers = {"Content-Type": "text/calendar"}
        found = self.server.ask("PUT", f"{path}/{quote(name)}", data, headers)
        assert found.status_code in (201, 204), found.text

    def delete(self, path: str, name: str = "") -> None:
        found = self.server.ask("DELETE", f"{path}/{quote(name)}")
        assert found.ok, found.text


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Radicale]]:
    """One server, for each test as another user."""
    pytest.importorskip("radicale", reason="the server of these tests is radicale")
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield (server._replace(user=user) for user in USERS)


@pytest.fixture
def office(servers: Iterator[Radicale], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    server = next(servers)
    monkeypatch.setenv("ITINERARY_CALDAV_USER", server.user)
    monkeypatch.setenv("ITINERARY_CALDAV_PASSWORD", PASSWORD)
    return Office(write_mission(tmp_path / "small", SMALL), server)
