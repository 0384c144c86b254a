"""A CalDAV server of its own for a test, and what somebody else does on it."""

import re
import select
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import requests
from requests.auth import HTTPBasicAuth

USERS = [f"ann{number}" for number in range(50)]
PASSWORD = "pässword"
"""Of each of them."""


class Radicale(NamedTuple):
    """A server that is running, and a user of it."""

    port: int
    user: str = USERS[0]

    @property
    def url(self) -> str:
        """Of the user's calendars."""
        return f"http://127.0.0.1:{self.port}/{self.user}/"

    def ask(
        self, method: str, path: str = "", data: bytes = b"", headers: Mapping[str, str] = {}
    ) -> requests.Response:
        """What another client asks, with the password."""
        auth = HTTPBasicAuth(self.user.encode(), PASSWORD.encode())
        return requests.request(
            method, self.url + path, data=data, headers=dict(headers), auth=auth, timeout=60
        )

    def names(self, path: str) -> list[str]:
        """The resources of a collection."""
        found = self.ask("PROPFIND", path, headers={"Depth": "1"}).text
        return sorted(re.findall(r"<href>[^<]*/([^/<]+\.ics)</href>", found))


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    """Runs until the block ends."""
    users = "".join(f"{user}:{PASSWORD}\n" for user in USERS)
    (folder / "users").write_text(users, encoding="utf-8")
    server, port = next(filter(None, (_started(folder) for _ in range(9))))
    with server:
        try:
            yield Radicale(port)
        finally:
            server.terminate()
            server.communicate()


def _started(folder: Path) -> tuple[subprocess.Popen[bytes], int] | None:
    """On a port that was free a moment ago, as it takes no 0; None where it is so no more."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    options = {
        "server-hosts": f"127.0.0.1:{port}",
        "auth-type": "htpasswd",
        "auth-htpasswd-filename": folder / "users",
        "auth-htpasswd-encryption": "plain",
        "auth-delay": 0,
        "logging-level": "info",
        "storage-filesystem-folder": folder / "storage",
    }
    flags = (f"--{name}={value}" for name, value in options.items())
    log = (folder / "log").open("ab")
    server = subprocess.Popen([sys.executable, "-m", "radicale", *flags], stderr=log, cwd=folder)
    while server.poll() is None:
        if b"Radicale server ready" in (folder / "log").read_bytes():
            return server, port
        select.select([], [], [], 0.02)
    return None
