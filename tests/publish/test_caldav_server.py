"""What servers answer, and what is made of it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from itinerary.problems import Message
from itinerary.publish.caldav_server import Account, PushError, Server, shown
from tests.publish.scripted import Reply, Scripted, scripted

ANN = Account("ann", "pässword")
BASIC = Reply(401, (("WWW-Authenticate", 'Basic realm="x"'),))
DIGEST = Reply(401, (("WWW-Authenticate", 'Digest realm="x", nonce="1", qop="auth"'),))
DONE = Reply(201, (("ETag", '"1"'),))


def asked(server: Scripted, account: Account | None = ANN) -> tuple[int, str, list[float]]:
    """The status, the ETag, and how long was waited, of a PUT."""
    waited: list[float] = []
    found = Server(server.url, account, waited.append).put("a.ics", b"x", {"If-None-Match": "*"})
    return found.status, found.etag, waited


def refused(server: Scripted, account: Account | None = ANN) -> Message:
    with pytest.raises(PushError) as caught:
        asked(server, account)
    return caught.value.message


def test_a_password_is_told_when_it_is_asked_for_and_in_the_way_that_is_wanted() -> None:
    with scripted(BASIC, DONE) as server:
        assert asked(server) == (201, '"1"', [])
        assert [one[2] for one in server.asked] == ["", "Basic"]
    with scripted(DIGEST, DIGEST, DONE) as server:
        assert asked(server) == (201, '"1"', [])
        assert [one[2] for one in server.asked] == ["", "", "Digest"]


def test_no_password_is_told_where_none_is_asked_for() -> None:
    with scripted(DONE) as server:
        assert asked(server) == (201, '"1"', [])
        assert server.asked == [("PUT", "/ann/a.ics", "")]


def test_a_password_that_is_wrong_is_told_once() -> None:
    with scripted(BASIC) as server:
        assert refused(server).key == "push.denied"
        assert [one[2] for one in server.asked] == ["", "Basic"]


def test_a_password_that_is_wanted_in_another_way_is_not_told() -> None:
    with scripted(Reply(401, (("WWW-Authenticate", "Negotiate"),))) as server:
        assert refused(server).key == "push.denied"
        assert [one[2] for one in server.asked] == [""]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_nothing_is_sent_to_where_a_server_sends_on_to(status: int) -> None:
    with scripted(DONE) as other:
        there = other.url.replace("127.0.0.1", "localhost").replace("//", "//ann:secret@")
        with scripted(BASIC, Reply(status, (("Location", there),))) as server:
            told = refused(server)
        assert other.asked == []
    assert (told.key, told.args["url"]) == (
        "push.redirect",
        other.url.replace("127.0.0.1", "localhost"),
    )


@pytest.mark.parametrize(
    ("said", "waited"),
    [((), 2.0), ((("Retry-After", "5"),), 5.0), ((("Retry-After", "0"),), 0.0),
     ((("Retry-After", "86400"),), 30.0),
     ((("Retry-After", "Tue, 24 Nov 2099 00:00:00 GMT"),), 2.0)],
)  # fmt: skip
@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_is_busy_is_asked_again(
    status: int, said: tuple[tuple[str, str], ...], waited: float
) -> None:
    with scripted(Reply(status, said), DONE) as server:
        assert asked(server) == (201, '"1"', [waited])


def test_a_server_that_stays_busy() -> None:
    with scripted(Reply(503, (), b"<html>busy")) as server:
        assert refused(server).args["status"] == 503
        assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("status", "key"),
    [(403, "push.forbidden"), (507, "push.full"), (500, "push.status"), (502, "push.status")],
)
def test_what_ends_a_push(status: int, key: str) -> None:
    with scripted(Reply(status, (("Content-Type", "text/xml"),), b"<html>not XML")) as server:
        assert refused(server).key == key
        assert len(server.asked) == 1


@pytest.mark.parametrize("status", [200, 204, 404, 405, 409, 412, 403])
def test_what_the_push_has_to_judge(status: int) -> None:
    with scripted(Reply(status, (("ETag", 'W/"1"'),), b"no-uid-conflict"[: status * 9])) as server:
        assert asked(server) == (status, '"1"', [])


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"<x/>", b'<!DOCTYPE x [<!ENTITY e "x">]><x>&e;</x>']
)
def test_what_is_said_of_a_collection_may_be_anything(body: bytes) -> None:
    with scripted(Reply(207, (), body)) as server:
        assert Server(server.url, None).properties("x/").kinds == set()


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the certificate of this test")
    file = tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", file, "-out", tmp_path / "crt"],
        check=True, capture_output=True,
    )  # fmt: skip
    file.write_bytes(file.read_bytes() + (tmp_path / "crt").read_bytes())
    with scripted(DONE, certificate=str(file)) as server:
        with pytest.raises(PushError) as caught:
            Server(server.url.replace("http:", "https:"), ANN).get("a.ics")
        assert (caught.value.message.key, server.asked) == ("push.tls", [])


def test_no_secret_is_shown() -> None:
    assert shown("https://ann:secret@a.example:8/x/?t=secret#secret") == "https://a.example:8/x/"
    assert "pässword" not in repr(ANN)
