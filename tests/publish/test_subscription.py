"""A subscription: what a real client has after a move and a cancellation."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.running import ENVIRONMENT
from tests.publish.publications import (
    LATER,
    MOVED,
    ledger_of,
    published,
    small,
)

CANCELLED = MOVED.replace("levy;suhas,,kuryla,,", "levy;suhas,,kuryla,cancelled,")
SIGNING = "SUMMARY:Signing of the agreement"
CONFIG = """\
[general]
status_path = "{folder}/status"

[pair feed]
a = "web"
b = "phone"
collections = null
conflict_resolution = "a wins"

[storage web]
type = "http"
url = "{url}"

[storage phone]
type = "filesystem"
path = "{folder}/phone"
fileext = ".ics"
"""


class Handler(SimpleHTTPRequestHandler):
    """Shows a folder as the servers of the README do."""

    def guess_type(self, path: str | PathLike[str]) -> str:
        return "text/calendar; charset=utf-8" if str(path).endswith(".ics") else "text/html"

    def log_message(self, *_: object) -> None:
        """Nothing: an address is a secret."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Of a server that shows what is public."""
    shown = partial(Handler, directory=str(tmp_path / "out" / "public"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), shown)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def synced(folder: Path) -> dict[str, set[str]]:
    """The lines of each event that the client has, by its title, after it has asked again.

    This client gives events of subscriptions ids of its own.
    """
    for command in (["discover"], ["sync"]):
        done = subprocess.run(
            [sys.executable, "-m", "vdirsyncer", "-c", folder / "config", *command],
            env=ENVIRONMENT | {"HOME": str(folder)}, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
    found = (path.read_text(encoding="utf-8") for path in (folder / "phone").iterdir())
    events = (text.partition("BEGIN:VEVENT")[2].splitlines() for text in found)
    return {next(line for line in e if line.startswith("SUMMARY:")): {*e} for e in events}


def test_a_client_sees_a_move_and_a_cancellation(tmp_path: Path, address: str) -> None:
    pytest.importorskip("vdirsyncer", reason="subscriptions need vdirsyncer")
    mission, out, client = small(tmp_path), tmp_path / "out", tmp_path / "client"
    published(mission, out)
    (client / "phone").mkdir(parents=True)
    url = f"{address}/{ledger_of(mission).tokens['levy']}/calendar.ics"
    (client / "config").write_text(CONFIG.format(folder=client, url=url), encoding="utf-8")
    first = synced(client)
    start = "DTSTART;TZID=America/New_York:20171106T"
    assert {f"{start}100000", "SEQUENCE:0", "STATUS:CONFIRMED"} <= first[SIGNING]
    small(tmp_path, MOVED)
    published(mission, out, LATER)
    second = synced(client)
    assert {f"{start}103000", "SEQUENCE:1", "STATUS:CONFIRMED"} <= second[SIGNING]
    assert second.keys() == first.keys()
    small(tmp_path, CANCELLED)
    published(mission, out, LATER)
    third = synced(client)
    gone = SIGNING.replace(":", ":Cancelled: ")
    assert {"SEQUENCE:2", "STATUS:CANCELLED", "TRANSP:TRANSPARENT"} <= third[gone]
    assert third.keys() ^ first.keys() == {SIGNING, gone}
