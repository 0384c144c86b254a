"""Replies out of files: what mail programs write, and whatever else may stand there."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itinerary.publish.replies import Held, Reply, read_reply, reply_files

OUTLOOK = """\
BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT={said};CN=Anne Brun:MAILTO:ANN@city.example
COMMENT;LANGUAGE=fr-FR:Je serai\\, hélas\\, à Paris\\n
UID:event-talks@miami.invalid
SUMMARY;LANGUAGE=fr-FR:Refusé: Talks
DTSTART;TZID=Romance Standard Time:20171106T160000
DTEND;TZID=Romance Standard Time:20171106T170000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20171102T151500Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:0
X-MICROSOFT-CDO-APPT-SEQUENCE:0
END:VEVENT
END:VCALENDAR
"""
GOOGLE = """\
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:20171106T150000Z
DTEND:20171106T160000Z
DTSTAMP:20171102T151500Z
ORGANIZER;CN="City, protocol":mailto:protocol@city.example
UID:event-talks@miami.invalid
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={said};CN=Anne
  Brun;X-NUM-GUESTS=0;X-RESPONSE-COMMENT="Je serai, hélas, à Paris":mailto:ann@ci
 ty.example
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Talks
END:VEVENT
END:VCALENDAR
"""
APPLE = """\
BEGIN:VCALENDAR
CALSCALE:GREGORIAN
METHOD:REPLY
PRODID:-//Apple Inc.//Mac OS X 10.13//EN
VERSION:2.0
BEGIN:VEVENT
ATTENDEE;CN="Anne Brun";CUTYPE=INDIVIDUAL;EMAIL="ann@city.example"
 ;PARTSTAT={said}:mailto:ann@city.example
DTSTAMP:20171102T151500Z
ORGANIZER;CN="City, protocol":mailto:protocol@city.example
SEQUENCE:0
UID:event-talks@miami.invalid
END:VEVENT
END:VCALENDAR
"""
SHAPES = {"outlook": OUTLOOK, "google": GOOGLE, "apple": APPLE}
PARTSTATS = {"ACCEPTED": "accepted", "TENTATIVE": "tentative", "DECLINED": "declined"}


def mail(
    calendar: str, sender: str = "Anne Brun <ann@city.example>", charset: str = "utf-8"
) -> bytes:
    """As a mail program sends it: words, the calendar, and once more as an attachment."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "protocol@city.example", "Re: Talks"
    made.set_content("Bonjour")
    data = calendar.replace("\n", "\r\n").encode(charset)
    params = {"method": "REPLY", "charset": charset}
    made.add_alternative(data, maintype="text", subtype="calendar", params=params)
    made.add_attachment(data, maintype="application", subtype="ics", filename="invite.ics")
    return made.as_bytes()


def read(path: Path, data: bytes | str, name: str = "reply.eml") -> Reply | Held | None:
    file = path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_reply(file)


def reason(path: Path, data: bytes | str, name: str = "reply.eml") -> str:
    """Why it is held; empty where it is no answer."""
    found = read(path, data, name)
    assert not isinstance(found, Reply)
    return found.reason.key if found else ""


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("said", PARTSTATS)
@pytest.mark.parametrize("ending", ["eml", "ics"])
def test_what_mail_programs_write(shape: str, said: str, ending: str, tmp_path: Path) -> None:
    calendar = SHAPES[shape].format(said=said)
    data = mail(calendar) if ending == "eml" else calendar.encode()
    found = read(tmp_path, data, f"reply.{ending}")
    assert found == Reply(
        tmp_path / f"reply.{ending}",
        ("ann@city.example",) if ending == "eml" else (),
        "ann@city.example",
        "event-talks@miami.invalid",
        PARTSTATS[said],
        "20171102T151500Z",
        0,
        "Je serai, hélas, à Paris" if shape == "outlook" else "",
    )


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16"])
def test_charsets(charset: str, tmp_path: Path) -> None:
    found = read(tmp_path, mail(OUTLOOK.format(said="ACCEPTED"), charset=charset))
    assert isinstance(found, Reply)
    assert found.comment == "Je serai, hélas, à Paris"


@pytest.mark.parametrize("declared", ["us-ascii", "x-nobody-knows", "utf-7", '"', "idna"])
def test_a_wrong_charset(declared: str, tmp_path: Path) -> None:
    data = mail(OUTLOOK.format(said="ACCEPTED")).replace(b'"utf-8"; method', declared.encode())
    found = read(tmp_path, data)
    assert isinstance(found, Reply)
    assert found.answer == "accepted"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("METHOD:REPLY", "METHOD:COUNTER", "replies.counter"),
        ("METHOD:REPLY", "METHOD:REFRESH", "replies.counter"),
        ("METHOD:REPLY", "METHOD:REQUEST", ""),
        ("METHOD:REPLY", "X-A:B", ""),
        ("PARTSTAT={said}", "X=Y", "replies.unclear"),
        ("{said}", "DELEGATED", "replies.unclear"),
        ("{said}", "NEEDS-ACTION", "replies.unclear"),
        ("SEQUENCE:0", "RECURRENCE-ID:20171106T150000Z", "replies.unclear"),
        ("SEQUENCE:0", "SEQUENCE:one", "replies.undated"),
        ("SEQUENCE:0", f"SEQUENCE:{'9' * 5000}", "replies.undated"),
        ("DTSTAMP:20171102T151500Z", "X-A:B", "replies.undated"),
        ("DTSTAMP:20171102T151500Z", "DTSTAMP:20171102", "replies.undated"),
        ("SEQUENCE:0", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:x@y.example", "replies.several"),
        ("END:VEVENT", "END:VEVENT\nBEGIN:VEVENT\nUID:2\nEND:VEVENT", "replies.several"),
        ("ATTENDEE", "X-ATTENDEE", "replies.unclear"),
        ("BEGIN:VEVENT", "BEGIN:VTODO", "replies.several"),
        ("BEGIN:VEVENT", "BEGIN:A\n" * 30 + "BEGIN:VEVENT", "replies.broken"),
    ],
)
def test_what_is_held(old: str, new: str, expected: str, tmp_path: Path) -> None:
    calendar = APPLE.replace(old, new).replace("{said}", "ACCEPTED")
    assert reason(tmp_path, mail(calendar)) == expected
    assert reason(tmp_path, calendar, "reply.ics") == expected


def test_two_answers_in_one_mail(tmp_path: Path) -> None:
    calendars = (APPLE.format(said=said) for said in ("ACCEPTED", "DECLINED"))
    parts = "".join(f"--x\nContent-Type: text/calendar\n\n{text}\n" for text in calendars)
    head = "From: ann@city.example\nContent-Type: multipart/mixed; boundary=x\n\n"
    assert reason(tmp_path, f"{head}{parts}--x--\n") == "replies.several"


def test_every_sender_counts(tmp_path: Path) -> None:
    data = b"From: Eve <eve@x.example>\r\n" + mail(APPLE.format(said="ACCEPTED"))
    found = read(tmp_path, data)
    assert isinstance(found, Reply)
    assert found.senders == ("eve@x.example", "ann@city.example")
    data = mail(APPLE.format(said="ACCEPTED")).replace(b"From: ", b"X-From: ")
    found = read(tmp_path, data)
    assert isinstance(found, Reply)
    assert found.senders == ("",)


def test_sizes(tmp_path: Path) -> None:
    with (tmp_path / "large.eml").open("wb") as file:
        file.truncate(100_000_000)
    large = read_reply(tmp_path / "large.eml")
    assert isinstance(large, Held)
    assert large.reason.key == "replies.large"
    head = b"From: ann@city.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    assert reason(tmp_path, head + b"--x\r\n\r\nhello\r\n" * 10_000) == ""
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        for n in range(5000)
    )
    assert reason(tmp_path, nested) == "replies.parts"
    forwarded = b"Content-Type: message/rfc822\r\n\r\n" * 5000
    assert reason(tmp_path, forwarded) == "replies.parts"


def test_files(tmp_path: Path) -> None:
    for name in ("cur/1:2,S", "new/2", "tmp/3", "a/x.eml", "a/b/y.ICS", "a/z.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = [*reply_files([tmp_path, tmp_path / "a", tmp_path / "a" / "x.eml"])]
    names = ["cur/1:2,S", "new/2", "a/b/y.ICS", "a/x.eml"]
    assert found == [tmp_path / name for name in names]
    assert reason(tmp_path, b"", "empty.eml") == ""
    missing = read_reply(tmp_path / "missing")
    assert isinstance(missing, Held)
    assert missing.reason.key == "replies.no_file"


WORDS = st.sampled_from([
    b"BEGIN:VCALENDAR\r\n", b"METHOD:REPLY\r\n", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"\r\n",
    b"Content-Type: text/calendar; charset*=utf-8''%ff\r\n", b"From: =?x?q?=ff?= <@>, :;<\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Type: multipart/mixed; boundary=\r\n",
    b"Content-Type: multipart/mixed; boundary=a\r\n", b"--a\r\n", b"--a--\r\n", b"\xff",
    b"\x00",
    b"ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\r\n", b"DTSTAMP:20171102T151500Z\r\n",
    b"UID:\xff\r\n", b"Content-Type: text/calendar\r\n", b"Content-Type: text/calendar; =;\r\n",
])  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS | st.binary(max_size=8), max_size=14).map(b"".join))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    read(tmp_path_factory.getbasetemp(), data)
