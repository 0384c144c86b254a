"""Addresses and headers: whatever stands in the tables, a mail has one guest and no header more."""

from email import message_from_bytes, policy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.locale import Words
from itinerary.model.published import Gone, Sent
from itinerary.publish.mail_address import plain_address, plain_name
from itinerary.publish.mail_due import Due
from itinerary.publish.mail_message import Letter, Mailbox, message

EVENT = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u@x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
ODD = st.text(st.sampled_from("é\r\n\t \"'<>,;:@\\\x00\x85\u2028\u202e🎉a\ud800"), max_size=60)


def letter(guest: str, title: str) -> Letter:
    due = Due("ann", "event:u", Sent(0, "20171102T101500Z", "", True), "REQUEST", None)
    said = Gone("u@x", title, "", "", title, ())
    organiser = Mailbox(guest, "protocol@city.example")
    return Letter(due, organiser, Mailbox(guest, "ann@city.example"), said, "", True, EVENT)


@settings(max_examples=200, deadline=None)
@given(ODD, ODD)
def test_no_name_and_no_title_adds_a_header_or_a_guest(name: str, title: str) -> None:
    mail = message(
        letter(f"{name}\r\nBcc: eve@x.example", f"{title}\r\nBcc: eve@x.example"), Words()
    )
    read = message_from_bytes(mail.as_bytes(), policy=policy.default)
    assert read.keys() == mail.keys()
    assert read.defects == []
    assert [address.addr_spec for address in read["To"].addresses] == ["ann@city.example"]
    data = [*read.iter_parts()][1].get_payload(decode=True)
    assert isinstance(data, bytes)
    assert data.replace(b"\r\n ", b"").count(b"\r\n") == EVENT.count(b"\r\n") + 3
    assert max(map(len, data.split(b"\r\n"))) <= 75


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" ann@city.example ", "ann@city.example"),
        ("mailto:Ann@City.example", "Ann@City.example"),
        ("josé@pört.example", "josé@xn--prt-sna.example"),
        ("ann@city.example, bob@city.example", ""),
        ("Ann <ann@city.example>", ""),
        ("ann@city.example\nBcc: eve@x.example", ""),
        ("ann@city.example\r\n", "ann@city.example"),
        ("ann", ""),
        ("@city.example", ""),
        ("ann@", ""),
        ("a..b@city.example", ""),
        ("ann@city..example", ""),
        (".ann@city.example", ""),
        (f"{'a' * 65}@city.example", ""),
        (f"ann@{'x' * 64}.example", ""),
        ("ann@city.example?bcc=eve", ""),
        ("", ""),
    ],
)
def test_an_address(written: str, expected: str) -> None:
    assert plain_address(written) == expected


def test_a_name() -> None:
    assert plain_name('Anne "Nan"\r\nBrun; <b@c>, (x) \\ ^n') == "Anne Nan Brun b c x / n"
