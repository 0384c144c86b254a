"""`invite`: who gets which mail, as files and by a real server, and never twice."""

import json
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.cli.mailing import MAILED, edit, publish, published, server
from tests.cli.missions import write_mission
from tests.cli.running import Ran, call, run

SILENT = "1 person has no usable e-mail address and is not invited: Bob\n"
FILES = [
    "ann-event-talks-0.eml",
    "helene-event-talks-0.eml",
    "vera-event-lunch-0.eml",
    "vera-event-talks-0.eml",
]


def invite(mission: Path, *options: str | Path) -> Ran:
    return call("-m", mission, "invite", *options)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.eml"))


def event(file: Path) -> dict[str, str]:
    """The method and the properties of the one event of a mail."""
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    part = mail.get_body(("plain",)), [*mail.iter_parts()][1]
    assert part[1].get_content_type() == "text/calendar"
    assert "Content-Disposition" not in part[1]
    data = part[1].get_payload(decode=True)
    assert isinstance(data, bytes)
    calendar = Calendar.from_ical(data)
    (found,) = calendar.walk("VEVENT")
    assert part[1]["Content-Type"].params["method"] == calendar["METHOD"]
    assert max(map(len, data.split(b"\r\n"))) <= 75
    values = {name: str(value) for name, value in found.items() if name != "ATTENDEE"}
    guest = found["ATTENDEE"]
    return {**values, "METHOD": str(calendar["METHOD"]), "ATTENDEE": str(guest), **guest.params}


def test_a_dry_run_shows_who_would_get_what(tmp_path: Path) -> None:
    ran = invite(published(tmp_path), "--dry-run")
    assert ran == Ran(
        0,
        'Anne "Nan" Brun <Ann.Brun@City.example>  Invitation: Talks\n'
        "Hélène Lévy <hélène@xn--prt-sna.example>  Invitation: Talks\n"
        "Vera Sol <vera@city.example>  Invitation: Lunch\n"
        "Vera Sol <vera@city.example>  Invitation: Talks\n",
        f"{SILENT}4 invitations would leave\n",
    )


def test_files_once(tmp_path: Path) -> None:
    mission, mails = published(tmp_path), tmp_path / "mails"
    assert invite(mission, "--to", mails) == Ran(0, "", f"{SILENT}4 invitations\n")
    assert files(mails) == FILES
    assert invite(mission, "--to", mails) == Ran(0, "", f"{SILENT}0 invitations\n")
    state = mission / ".itinerary" / "mail.json"
    assert state.stat().st_mode & 0o777 == 0o600


def test_one_mail(tmp_path: Path) -> None:
    mission, mails = published(tmp_path), tmp_path / "mails"
    invite(mission, "--to", mails)
    data = (mails / "ann-event-talks-0.eml").read_bytes()
    mail = message_from_bytes(data, policy=policy.default)
    assert {name: str(mail[name]) for name in ("From", "Reply-To", "To", "Subject", "Date")} == {
        "From": "City protocol <protocol@city.example>",
        "Reply-To": "City protocol <protocol@city.example>",
        "To": "Anne Nan Brun <Ann.Brun@City.example>",
        "Subject": "Invitation: Talks",
        "Date": "Thu, 02 Nov 2017 14:00:00 +0000",
    }
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines()[4:6] == ["Talks", "Mon 6 Nov 10:00 (America/New_York)"]
    found = event(mails / "ann-event-talks-0.eml")
    expected = {
        "METHOD": "REQUEST",
        "ATTENDEE": "mailto:Ann.Brun@City.example",
        "CN": "Anne Nan Brun",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "TRUE",
        "ORGANIZER": "mailto:protocol@city.example",
        "SEQUENCE": "0",
        "UID": "event-talks@miami.invalid",
    }
    assert {name: found[name] for name in expected} == expected
    assert event(mails / "helene-event-talks-0.eml")["ROLE"] == "OPT-PARTICIPANT"


def test_the_same_bytes_again(tmp_path: Path) -> None:
    mission, first, again = published(tmp_path), tmp_path / "first", tmp_path / "again"
    invite(mission, "--to", first)
    assert invite(mission, "--to", again, "--resend", "talks").err == "3 invitations\n"
    assert {name: (again / name).read_bytes() for name in files(again)} == {
        name: (first / name).read_bytes() for name in FILES if "talks" in name
    }


def test_what_changes_and_what_is_cancelled(tmp_path: Path) -> None:
    mission = published(tmp_path)
    invite(mission, "--to", tmp_path / "one")
    edit(mission, "10:00,11:00,vera;ann", "15:00,16:00,vera")
    edit(mission, "vera;bob,,", "vera;bob,,cancelled")
    publish(mission, "2017-11-03 10:00")
    mails = tmp_path / "two"
    assert invite(mission, "--to", mails).err == "4 invitations\n"
    assert [(name, event(mails / name)["METHOD"]) for name in files(mails)] == [
        ("ann-event-talks-1.eml", "CANCEL"),
        ("helene-event-talks-1.eml", "REQUEST"),
        ("vera-event-lunch-1.eml", "CANCEL"),
        ("vera-event-talks-1.eml", "REQUEST"),
    ]
    off, gone = (event(mails / f"{name}-1.eml") for name in ("ann-event-talks", "vera-event-lunch"))
    assert ("STATUS" in off, gone["STATUS"]) == (False, "CANCELLED")
    assert (off["SEQUENCE"], "RSVP" in off) == ("1", False)
    assert invite(mission, "--to", mails).err == "0 invitations\n"


def test_who_was_never_invited_is_not_told_of_a_cancellation(tmp_path: Path) -> None:
    mission = published(tmp_path)
    edit(mission, "vera;ann", "vera")
    publish(mission, "2017-11-03 10:00")
    assert invite(mission, "--dry-run", "--who", "Anne").err == "0 invitations would leave\n"


def test_some_people_and_some_items(tmp_path: Path) -> None:
    mission = published(tmp_path)
    assert invite(mission, "--dry-run", "--who", "vera", "--item", "lunch").out == (
        "Vera Sol <vera@city.example>  Invitation: Lunch\n"
    )


def test_a_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mission = published(tmp_path)
    with server() as post:
        for name, value in post.hosts.items():
            monkeypatch.setenv(name, value)
        assert invite(mission, "--send") == Ran(0, "", f"{SILENT}4 invitations\n")
        assert invite(mission, "--send") == Ran(0, "", f"{SILENT}0 invitations\n")
    assert post.received == [
        ("Anne Nan Brun <Ann.Brun@City.example>", "Invitation: Talks"),
        ("Hélène Lévy <hélène@xn--prt-sna.example>", "Invitation: Talks"),
        ("Vera Sol <vera@city.example>", "Invitation: Lunch"),
        ("Vera Sol <vera@city.example>", "Invitation: Talks"),
    ]


def test_one_who_is_refused_keeps_no_other_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mission = published(tmp_path)
    with server(lambda *given: "550 no" if "Ann" in str(given[3]) else "250 OK") as post:
        for name, value in post.hosts.items():
            monkeypatch.setenv(name, value)
        ran = invite(mission, "--send")
    said = 'Anne "Nan" Brun was not invited to Talks: the server says 550 no\n'
    assert ran == Ran(1, "", f"{SILENT}{said}3 invitations\n")
    assert len(post.mails) == 3
    with server(utf8=False) as later:
        for name, value in later.hosts.items():
            monkeypatch.setenv(name, value)
        assert invite(mission, "--send").code == 0
        assert [to for to, _ in later.received] == ["Anne Nan Brun <Ann.Brun@City.example>"]


def test_an_address_the_server_cannot_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mission = published(tmp_path)
    with server(utf8=False) as post:
        for name, value in post.hosts.items():
            monkeypatch.setenv(name, value)
        ran = invite(mission, "--send", "--who", "Lévy")
    refused = "Hélène Lévy was not invited to Talks: the server takes no address with accents\n"
    assert (ran, post.mails) == (Ran(1, "", f"{refused}0 invitations\n"), [])


LOST = "the connection to the mail server has ended; run invite again for those who are left\n"


@pytest.mark.parametrize("number", range(4))
def test_a_connection_that_ends_before_a_mail(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has not been reached is, by the next run, and nobody twice."""
    mission, asked = published(tmp_path), []

    def drop(*given: Any) -> str:
        asked.append(given[3])
        if len(asked) == number + 1:
            given[0].transport.close()
        return "250 OK"

    with server(drop) as post:
        for name, value in post.hosts.items():
            monkeypatch.setenv(name, value)
        assert invite(mission, "--send").code == 1
        assert len(post.mails) == number
        assert invite(mission, "--send").code == 0
    assert len(post.mails) == len({str(mail["Message-ID"]) for mail in post.mails}) == 4


def test_a_connection_that_ends_before_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows whether the mail is there: it is held until somebody says so."""
    mission, taken = published(tmp_path), []

    def drop(*given: Any) -> str:
        taken.append(given[3])
        if len(taken) == 2:
            given[0].transport.close()
        return "250 OK"

    with server(taken=drop) as post:
        for name, value in post.hosts.items():
            monkeypatch.setenv(name, value)
        assert invite(mission, "--send") == Ran(1, "", f"{SILENT}{LOST}1 invitation\n")
        held = (
            'nobody knows whether the mail of "Talks" to Hélène Lévy has left; ask, then: '
            '--who "Hélène Lévy" --resend event:talks\n'
        )
        assert invite(mission, "--send") == Ran(1, "", f"{held}{SILENT}2 invitations\n")
        assert invite(mission, "--send").err == f"{held}{SILENT}0 invitations\n"
        again = invite(mission, "--send", "--who", "Lévy", "--resend", "event:talks")
        assert again == Ran(0, "", "1 invitation\n")
        assert invite(mission, "--send").code == 0
    assert len(post.mails) == 5


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "it is not said how the invitations leave"),
        (("--send", "--dry-run"), "it is not said how the invitations leave"),
        (("--send",), "there is no mail server to send by"),
    ],
)
def test_what_is_refused(options: tuple[str, ...], said: str, tmp_path: Path) -> None:
    ran = run("-m", published(tmp_path), "invite", *options)
    assert (ran.code, ran.err.splitlines()[0]) == (2, f"error: {said}")


def test_no_server_there(tmp_path: Path) -> None:
    there = {"ITINERARY_SMTP_HOST": "127.0.0.1", "ITINERARY_SMTP_PORT": "1"}
    mission = published(tmp_path)
    ran = run("-m", mission, "invite", "--send", env=there)
    assert ran.code == 2
    assert "the mail server 127.0.0.1:1 cannot be used" in ran.err
    assert not (mission / ".itinerary" / "mail.json").exists()


@pytest.mark.parametrize("port", ["", "x", "-1", "70000", "0", "²"])
def test_a_port(port: str, tmp_path: Path) -> None:
    there = {"ITINERARY_SMTP_HOST": "127.0.0.1", "ITINERARY_SMTP_PORT": port or "none"}
    ran = run("-m", published(tmp_path), "invite", "--send", env=there)
    assert ran.err == f'error: "{port or "none"}" in ITINERARY_SMTP_PORT is no port\n'


def test_without_a_publication_or_an_organiser(tmp_path: Path) -> None:
    mission = write_mission(tmp_path / "mission", MAILED)
    ran = invite(mission, "--dry-run")
    assert ran.err.splitlines()[0] == (
        "error: nothing has been published, so nobody can be invited to it"
    )
    alone = write_mission(tmp_path / "alone", MAILED.split("mission\n")[0])
    assert invite(alone, "--dry-run").err.splitlines()[0] == (
        "error: [organiser] in mission.toml has no e-mail address that answers can go to"
    )


def test_a_state_that_is_damaged(tmp_path: Path) -> None:
    mission = published(tmp_path)
    state = mission / ".itinerary" / "mail.json"
    for text in ("", "[]", '{"version": 1}', '{"version": 1, "mails": {"ann": {"x": [1]}}}'):
        state.write_text(text, encoding="utf-8")
        assert invite(mission, "--dry-run").code == 2
    state.write_text(json.dumps({"version": 1, "mails": {}}), encoding="utf-8")
    assert invite(mission, "--dry-run").code == 0
