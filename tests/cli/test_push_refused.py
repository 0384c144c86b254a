"""What cannot be pushed, or no further, and that the next push goes on from there."""

import re
import socket
from pathlib import Path

import pytest

from itinerary.publish.state import locked
from tests.cli.missions import SMALL, write_mission
from tests.cli.pushes import MOVED, Office, office, servers
from tests.cli.running import Ran, call, run
from tests.publish.radicale import PASSWORD
from tests.publish.wire import Wire, wire

__all__ = ["office", "servers"]
ACCOUNT = (
    "    set ITINERARY_CALDAV_USER and ITINERARY_CALDAV_PASSWORD, or --user and the password in the"
    " keyring\n"
)
SO_FAR = "    0 events of 16 have been pushed\n"
AGAIN = "    push again: what has been done is remembered\n"


def through(between: Wire, office: Office) -> str:
    return office.server.url.replace(str(office.server.port), str(between.port))


def on_server(office: Office) -> int:
    people = ("helene-levy", "jean-francois-suhas", "helene-castellani", "juan-kuryla")
    return sum(len(office.names(path)) for path in people)


@pytest.mark.parametrize("octets", [1, 400, 1500, 4000, 9000, 15000, 20000])
def test_a_connection_that_is_cut(octets: int, office: Office) -> None:
    with wire(office.server.port) as between:
        between.left, url = octets, through(between, office)
        cut = office.push(url=url)
        assert (cut.code, cut.out) == (2, "")
        assert cut.err.splitlines()[:2] == [
            f"error: {url} cannot be reached, or the connection broke",
            AGAIN.rstrip("\n"),
        ]
        told = re.findall(
            r"^    (\d+) events? of 16 ha(?:s|ve) been pushed$", cut.err, re.MULTILINE
        )
        (done,) = map(int, told)
        there = on_server(office)
        assert done <= there <= done + 1
        between.is_dead = False
        left = 16 - done
        assert office.push(url=url) == (0, f"4 calendars: {left} created\n", "")
        assert on_server(office) == 16
        assert office.push(url=url) == (0, "4 calendars: nothing new\n", "")


@pytest.mark.parametrize("answer", [1, 3, 4, 5, 12, 23])
def test_an_answer_that_is_lost(answer: int, office: Office) -> None:
    """What was done is seen to be ours, by this push or the next."""
    with wire(office.server.port) as between:
        between.unanswered, url = answer, through(between, office)
        cut = office.push(url=url)
        assert (cut.code, cut.out) == (2, "")
        between.is_dead = False
        assert office.push(url=url).code == 0
        assert on_server(office) == 16
        office.write(MOVED)
        between.unanswered = len(between.requests) + 2
        assert office.push(url=url).code == 2
        between.is_dead = False
        assert office.push(url=url).code == 0
        assert office.value("juan-kuryla", "SEQUENCE") == "1"


@pytest.mark.parametrize("answer", [2, 3, 4, 9])
def test_an_answer_that_is_lost_once_is_asked_for_again(answer: int, office: Office) -> None:
    with wire(office.server.port) as between:
        between.unanswered, between.heals = answer, True
        expected = (0, "4 calendars: 16 created\n", "")
        assert office.push(url=through(between, office)) == expected
        assert between.unanswered == 0


def test_a_wrong_password(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITINERARY_CALDAV_PASSWORD", "wrong")
    url = office.server.url
    error = f"error: {url} does not take this user and password\n"
    assert office.push() == (2, "", f"{error}{ACCOUNT}{SO_FAR}")
    monkeypatch.setenv("ITINERARY_CALDAV_PASSWORD", PASSWORD)
    assert office.push() == (0, "4 calendars: 16 created\n", "")


def test_no_account_where_one_is_wanted(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ITINERARY_CALDAV_USER")
    error = f"error: {office.server.url} wants to know who asks\n"
    assert office.push() == (2, "", f"{error}{ACCOUNT}{SO_FAR}")


def test_no_password(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITINERARY_CALDAV_PASSWORD", "")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert office.push("--user", "bob") == (
        2,
        "",
        "error: there is no password for bob\n"
        "    set ITINERARY_CALDAV_PASSWORD, or with the package keyring type: keyring set"
        " 127.0.0.1 bob\n",
    )


def test_a_password_that_is_in_the_keyring(office: Office, tmp_path: Path) -> None:
    pytest.importorskip("keyring", reason="keeps the password of this test")
    (tmp_path / "kept.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Kept(KeyringBackend):\n"
        "    priority = 1\n"
        "    def get_password(self, service, username):\n"
        f"        return {PASSWORD!r} if service == '127.0.0.1' else None\n"
        "    def set_password(self, service, username, password):\n"
        "        raise NotImplementedError\n"
    )
    env = {"PYTHONPATH": str(tmp_path), "PYTHON_KEYRING_BACKEND": "kept.Kept"}
    options = ("push", office.server.url, "--user", office.server.user)
    ran = run("-m", office.mission, *options, env=env)
    assert ran == (0, "4 calendars: 16 created\n", "")


def test_a_server_that_is_down(office: Office) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://localhost:{port}/ann/"
    error = f"error: {url} cannot be reached, or the connection broke\n"
    assert office.push(url=url) == (2, "", f"{error}{AGAIN}{SO_FAR}")


def test_a_folder_of_somebody_else(office: Office) -> None:
    url = office.server.url.replace(office.server.user, "somebody")
    assert office.push(url=url) == (
        2,
        "",
        f"error: {url} forbids this user to write there\n"
        "    push to the folder of this user's own calendars, or ask for the right to make"
        f" calendars there\n{SO_FAR}",
    )


def test_while_another_run_is_at_work(office: Office) -> None:
    with locked(office.mission / ".itinerary"):
        ran = office.push()
    assert (ran.code, ran.out, on_server(office)) == (2, "", 0)


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("https://ann:secret@a.example/", "the address has a name or a password in it, which"),
        ("https://ann@a.example/", "the address has a name or a password in it, which"),
        ("http://a.example/ann/", "http to a.example: everybody on the way could read the"),
        ("http://127.0.0.1.a.example/", "http to 127.0.0.1.a.example: everybody on the way"),
        ("ftp://a.example/", "that is no address to push calendars to"),
        ("a.example/ann", "that is no address to push calendars to"),
        ("https://", "that is no address to push calendars to"),
        ("https://a.example:x/", "that is no address to push calendars to"),
        ("https://[::1/", "that is no address to push calendars to"),
        ("https://a.example/?token=secret", "that is no address to push calendars to"),
    ],
)
def test_an_address_that_will_not_do(url: str, error: str, tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "small", SMALL)
    ran: Ran = call("-m", mission, "push", url)
    assert (ran.code, ran.out, ran.err[: len(error) + 7]) == (2, "", f"error: {error}")
    assert [text for text in ("secret", "ann@") if text in ran.err] == []
    assert not (mission / ".itinerary").exists()
