"""The README's configurations of servers: each is accepted, and serves as calendars want it."""

import os
import pwd
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from threading import Event
from typing import NamedTuple

import pytest

from tests.cli.missions import SMALL, write_mission
from tests.cli.running import ROOT, call

README = (ROOT / "README.md").read_text(encoding="utf-8")
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
PATIENCE = 200
"""Times to ask whether a server has begun, 50 ms apart."""


class Answer(NamedTuple):
    """What a server says."""

    status: int
    headers: HTTPMessage
    body: bytes


class Site(NamedTuple):
    """A server at work, in a folder with what it logs, and the token of somebody's path."""

    port: int
    folder: Path
    token: str

    @property
    def calendar(self) -> Path:
        return self.folder / "public" / self.token / "calendar.ics"

    def get(self, path: str, etag: str = "") -> Answer:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request("GET", path, headers={"If-None-Match": etag} if etag else {})
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())


def configuration(language: str) -> str:
    """The block of the README in a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    return str(found)


def nginx(folder: Path, port: int) -> list[str]:
    """As the README says, but without TLS, and with all its files in a folder."""
    text = configuration("nginx").replace("443 ssl", f"127.0.0.1:{port}")
    text = re.sub(r"^ *ssl_certificate.*\n", "", text, flags=re.MULTILINE)
    text = text.replace("/srv/miami-2017/public", f"{folder}/public")
    text = text.replace("/var/log/nginx/error.log", f"{folder}/error.log")
    places = "".join(f"{name}_temp_path {folder}/{name};\n" for name in TEMPORARY)
    whole = (
        f"daemon off;\nuser {pwd.getpwuid(os.geteuid()).pw_name};\npid {folder}/nginx.pid;\n"
        f"error_log {folder}/error.log crit;\nevents {{}}\nhttp {{\n{places}{text}}}\n"
    )
    (folder / "nginx.conf").write_text(whole)
    return ["nginx", "-p", str(folder), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]


def caddy(folder: Path, port: int) -> list[str]:
    """As the README says, but without TLS, and with nobody to configure it meanwhile."""
    text = configuration("caddyfile").replace("miami-2017.example", f"http://127.0.0.1:{port}")
    text = text.replace("/srv/miami-2017/public", f"{folder}/public")
    whole = f"{{\n\tadmin off\n\tauto_https off\n}}\n{text}"
    (folder / "Caddyfile").write_text(whole)
    return ["caddy", "run", "--adapter", "caddyfile", "--config", f"{folder}/Caddyfile"]


SERVERS = {"nginx": nginx, "caddy": caddy}


def needed(program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def environment(folder: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(folder)}


@pytest.fixture(params=SERVERS, scope="module")
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A server of what was published of a mission."""
    needed(request.param)
    folder = tmp_path_factory.mktemp("site")
    mission = write_mission(tmp_path_factory.mktemp("mission"), SMALL)
    assert call("-m", mission, "publish", "--to", folder).code == 0
    token = min(path.parent.name for path in folder.glob("public/*/calendar.ics"))
    (folder / "public" / token / ".hidden").write_text("x")
    port = free_port()
    command = SERVERS[request.param](folder, port)
    with (folder / "output").open("wb") as output:
        server = subprocess.Popen(
            command, stdout=output, stderr=output, env=environment(folder), cwd=folder
        )
    try:
        await_port(port, server)
        yield Site(port, folder, token)
    finally:
        server.terminate()
        server.wait(timeout=20)


def await_port(port: int, server: subprocess.Popen[bytes]) -> None:
    """Returns when the server listens; fails if it has ended."""
    for _ in range(PATIENCE):
        assert server.poll() is None
        with closing(socket.socket()) as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        Event().wait(0.05)
    pytest.fail("the server does not listen")


def test_nginx_accepts_what_the_readme_says(tmp_path: Path) -> None:
    needed("nginx")
    (tmp_path / "public").mkdir()
    done = subprocess.run(
        [*nginx(tmp_path, free_port()), "-t"], capture_output=True, check=False, text=True
    )
    assert (done.returncode, "warn" in done.stderr) == (0, False)


def test_caddy_accepts_what_the_readme_says(tmp_path: Path) -> None:
    needed("caddy")
    path = tmp_path / "Caddyfile"
    path.write_text(configuration("caddyfile"))
    done = subprocess.run(
        ["caddy", "validate", "--adapter", "caddyfile", "--config", str(path)],
        env=environment(tmp_path),
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "Valid configuration")


def test_a_calendar_and_a_page(site: Site) -> None:
    calendar, page = site.get(f"/{site.token}/calendar.ics"), site.get(f"/{site.token}/")
    assert (calendar.status, calendar.body) == (200, site.calendar.read_bytes())
    assert calendar.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert page.status == 200
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    for answer in (calendar, page):
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    path = f"/{site.token}/calendar.ics"
    etag = site.get(path).headers["ETag"]
    again = site.get(path, etag)
    assert (again.status, again.body) == (304, b"")
    other = site.calendar.read_bytes() * 2
    site.calendar.write_bytes(other)
    changed = site.get(path, etag)
    assert (changed.status, changed.body) == (200, other)


def test_nothing_is_listed_and_nothing_hidden_is_served(site: Site) -> None:
    (site.folder / "public" / "empty").mkdir()
    assert site.get("/empty/").status in (403, 404)
    assert site.token.encode() not in site.get("/").body
    assert site.get(f"/{site.token}/.hidden").status == 404
    assert site.get("/../error.log").status in (400, 404)


def test_no_address_is_in_a_log(site: Site) -> None:
    for path in (
        f"/{site.token}/calendar.ics",
        f"/{site.token}/",
        f"/{site.token}/gone",
        f"/{site.token}",
    ):
        site.get(path)
    logs = [site.folder / name for name in ("output", "error.log")]
    told = [log.read_bytes() for log in logs if log.exists()]
    assert [log for log in told if site.token.encode() in log] == []
