"""An invitation as a mail (RFC 6047) with one event in it (RFC 5546)."""

import re
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256
from typing import NamedTuple

from itinerary.locale import Words
from itinerary.model.published import Gone
from itinerary.publish.mail_address import mailbox, plain_name
from itinerary.publish.mail_book import CANCEL
from itinerary.publish.mail_due import Due
from itinerary.show.ical.lines import folded, one_line, raw_line

_STATUS = re.compile(rb"^STATUS:.*\r\n", re.MULTILINE)
_VERSION = b"VERSION:2.0\r\n"
_BEGIN = b"BEGIN:VEVENT\r\n"


class Mailbox(NamedTuple):
    """Somebody who writes or is written to."""

    name: str
    address: str


class Letter(NamedTuple):
    """All that goes into one mail."""

    due: Due
    organiser: Mailbox
    guest: Mailbox
    said: Gone
    """What the item is, for the words of the mail."""
    when: str
    """The same of its times."""
    is_required: bool
    calendar: bytes
    """Of the one event alone."""


def message(letter: Letter, words: Words) -> EmailMessage:
    """The mail; the same letter gives the same bytes."""
    due, said = letter.due, letter.said
    mail = EmailMessage(policy=policy.SMTPUTF8 if needs_utf8(letter.guest) else policy.SMTP)
    mail["From"] = mail["Reply-To"] = mailbox(*letter.organiser)
    mail["To"] = mailbox(*letter.guest)
    mail["Subject"] = words.text(f"mail.subject_{_news(due)}", title=one_line(said.summary))
    mail["Date"] = format_datetime(datetime.fromisoformat(due.sent.changed))
    identity = f"{due.person}\n{said.uid}\n{due.sent.sequence}\n{due.method}"
    digest = sha256(identity.encode()).hexdigest()[:32]
    mail["Message-ID"] = f"<{digest}@{said.uid.rpartition('@')[2]}>"
    mail.set_content(_text(letter, words), cte="quoted-printable")
    mail.add_alternative(
        event_of(letter),
        maintype="text",
        subtype="calendar",
        params={"method": due.method, "charset": "UTF-8"},
    )
    mail.set_boundary(f"={digest}=")
    return mail


def needs_utf8(guest: Mailbox) -> bool:
    """Whether the address cannot be written in ASCII (RFC 6531)."""
    return not guest.address.isascii()


def event_of(letter: Letter) -> bytes:
    """The calendar, from the organiser to this guest alone."""
    calendar = letter.calendar
    if letter.due.is_off:
        calendar = _STATUS.sub(b"", calendar, 1)
    method = raw_line("METHOD", letter.due.method)
    people = _organiser(letter.organiser) + _attendee(letter)
    calendar = calendar.replace(_VERSION, _VERSION + method, 1)
    return calendar.replace(_BEGIN, _BEGIN + people, 1)


def _organiser(organiser: Mailbox) -> bytes:
    return folded(f"ORGANIZER{_called(organiser)}:mailto:{organiser.address}".encode())


def _attendee(letter: Letter) -> bytes:
    role = "REQ-PARTICIPANT" if letter.is_required else "OPT-PARTICIPANT"
    kind = f";CUTYPE=INDIVIDUAL;ROLE={role}"
    if letter.due.method != CANCEL:
        kind += ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
    guest = letter.guest
    return folded(f"ATTENDEE{kind}{_called(guest)}:mailto:{guest.address}".encode())


def _called(one: Mailbox) -> str:
    name = plain_name(one.name)
    return f';CN="{name}"' if name else ""


def _news(due: Due) -> str:
    if due.method == CANCEL:
        return "cancel"
    is_first = due.before is None or due.before.method == CANCEL or due.sent.sequence == 0
    return "request" if is_first else "change"


def _text(letter: Letter, words: Words) -> str:
    due, said = letter.due, letter.said
    lines = [
        words.text("mail.to", name=one_line(letter.guest.name)),
        "",
        words.text(f"mail.{_news(due)}"),
        "",
        one_line(said.summary),
        letter.when,
        one_line(said.location),
        "",
        *([] if due.method == CANCEL else [words.text("mail.answer"), ""]),
        one_line(letter.organiser.name),
    ]
    return "\n".join(lines) + "\n"
