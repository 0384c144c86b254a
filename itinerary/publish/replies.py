"""Replies to invitations (RFC 5546 section 3.2.3) out of files that come from anywhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message as Mail
from email.utils import getaddresses
from pathlib import Path
from typing import NamedTuple

from itinerary.load.files import UnusableError
from itinerary.load.imports.content_lines import Component, read_components
from itinerary.problems import Message, say
from itinerary.publish.mail_address import plain_address
from itinerary.show.ical.lines import one_line

MOST_BYTES = 5_000_000
MOST_BOUNDARIES = 50
"""Mentions of one; a mail program writes few, and each may lie within the one before."""
LONGEST_COMMENT = 200
_KINDS = ("text/calendar", "application/ics")
_SAID = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative"}
_STAMP = re.compile(r"\d{8}T\d{6}Z", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_MAYBE = ("COUNTER", "REFRESH", "ADD", "DECLINECOUNTER")


class Reply(NamedTuple):
    """What one person says of one item, as a file has it."""

    file: Path
    senders: tuple[str, ...]
    """The addresses it comes from; none where it is a calendar without a mail."""
    attendee: str
    uid: str
    answer: str
    at: str
    sequence: int
    comment: str


class Held(NamedTuple):
    """A file that a human has to look at, and why."""

    file: Path
    reason: Message


def reply_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Each file once: those named, those of a maildir, and the mails and calendars of a folder."""
    seen: set[Path] = set()
    for path in paths:
        for file in _files_in(path) if path.is_dir() else (path,):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def read_reply(file: Path) -> Reply | Held | None:
    """What a file says; None where it is no answer at all, such as any other mail."""
    try:
        if not file.is_file():
            return Held(file, say("replies.no_file"))
        if file.stat().st_size > MOST_BYTES:
            return Held(file, say("replies.large"))
        data = file.read_bytes()
    except OSError as fault:
        return Held(file, say("replies.unreadable", reason=fault.strerror or str(fault)))
    try:
        return _reply_of(file, data)
    except (UnusableError, MessageError, LookupError, ValueError, RecursionError):
        return Held(file, say("replies.broken"))


def _files_in(folder: Path) -> Sequence[Path]:
    boxes = [folder / name for name in ("cur", "new") if (folder / name).is_dir()]
    if boxes:
        return sorted(file for box in boxes for file in box.iterdir() if file.is_file())
    endings = (".eml", ".ics")
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in endings)


def _reply_of(file: Path, data: bytes) -> Reply | Held | None:
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:15].upper() == b"BEGIN:VCALENDAR":
        return _answer(file, (), _decoded(data, "utf-8"))
    if data.count(b"oundary") + data.count(b"essage/") > MOST_BOUNDARIES:
        return Held(file, say("replies.parts"))
    mail = message_from_bytes(data)
    found = [_answer(file, _senders(mail), text) for text in _calendars(mail)]
    replies = {one for one in found if isinstance(one, Reply)}
    if len(replies) > 1:
        return Held(file, say("replies.several"))
    return next(iter(replies), None) or next((one for one in found if one), None)


def _calendars(mail: Mail) -> Iterator[str]:
    for part in mail.walk():
        if part.get_content_type() in _KINDS:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield _decoded(payload, part.get_content_charset() or "utf-8")


def _decoded(data: bytes, charset: str) -> str:
    """As it says, else as it seems."""
    for name in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


def _senders(mail: Mail) -> tuple[str, ...]:
    """Every address of every `From`; an empty one where there is none to be read."""
    written = [str(header) for header in mail.get_all("From", [])]
    return tuple(address for _, address in getaddresses(written)) or ("",)


def _answer(file: Path, senders: tuple[str, ...], text: str) -> Reply | Held | None:
    calendars = [one for one in read_components("", text, []) if one.name == "VCALENDAR"]
    methods = {calendar.value("METHOD").text.strip().upper() for calendar in calendars}
    if methods & {*_MAYBE}:
        return Held(file, say("replies.counter"))
    if "REPLY" not in methods:
        return None
    events = [part for one in calendars for part in one.parts if part.name == "VEVENT"]
    if len(calendars) > 1 or len(events) != 1 or len(events[0].all("ATTENDEE")) > 1:
        return Held(file, say("replies.several"))
    return _one_answer(file, senders, events[0])


def _one_answer(file: Path, senders: tuple[str, ...], event: Component) -> Reply | Held:
    attendee = event.value("ATTENDEE")
    answer = _SAID.get(attendee.parameters.get("PARTSTAT", "").strip().upper())
    stamp, sequence = (event.value(name).text.strip() for name in ("DTSTAMP", "SEQUENCE"))
    if answer is None or event.all("RECURRENCE-ID"):
        return Held(file, say("replies.unclear"))
    if not _STAMP.fullmatch(stamp) or not _NUMBER.fullmatch(sequence or "0"):
        return Held(file, say("replies.undated"))
    return Reply(
        file,
        senders,
        address_key(attendee.text),
        event.text("UID").strip(),
        answer,
        stamp,
        int(sequence or "0"),
        one_line(event.text("COMMENT"))[:LONGEST_COMMENT],
    )


def address_key(text: str) -> str:
    """An address as it is compared: without `mailto:` and case; empty for what is none."""
    plain = text.strip()
    if plain[:7].lower() == "mailto:":
        plain = plain[7:]
    return plain_address(plain).casefold()
