"""A mission that is published and has an organiser, and a mail server for it."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.cli.missions import write_mission
from tests.cli.running import Ran, call

MAILED = """\
people
id,name,rank,email
vera,Vera Sol,1,vera@city.example
ann,"Anne ""Nan"" Brun",2,Ann.Brun@City.example
bob,Bob,,
hélène,Hélène Lévy,,hélène@pört.example

events
id,title,date,start,end,who,optional,status
talks,Talks,2017-11-06,10:00,11:00,vera;ann,hélène,
lunch,Lunch,2017-11-06,13:00,14:00,vera;bob,,

journeys
id,number,who,from,departs,to,arrives
J1,XX 1,vera,Paris,2017-11-04 10:40,Miami,2017-11-04 16:05

mission
[organiser]
name = "City, protocol"
email = "protocol@city.example"
"""
"""Four invitations: to Vera two, to Anne and to Hélène one; Bob has no address."""
Answer = Callable[[SMTP, Session, Envelope, str], str]


class Post(NamedTuple):
    """What a server was handed, and what it says."""

    mails: list[EmailMessage]
    hosts: dict[str, str]
    """The environment that leads there."""

    @property
    def received(self) -> list[tuple[str, str]]:
        return [(str(mail["To"]), str(mail["Subject"])) for mail in self.mails]


class Handler:
    """Keeps mails; asked of each recipient, and of each mail once it is there."""

    def __init__(self, recipient: Answer, taken: Answer) -> None:
        self.mails: list[EmailMessage] = []
        self._answer, self._taken = recipient, taken

    async def recipient(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, _: list[str]
    ) -> str:
        answer = self._answer(server, session, envelope, address)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def data(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append(message_from_bytes(content, policy=policy.default))
        return self._taken(server, session, envelope, envelope.rcpt_tos[0])


def yes(*_: object) -> str:
    return "250 OK"


@contextmanager
def server(recipient: Answer = yes, taken: Answer = yes, utf8: bool = True) -> Iterator[Post]:
    """A mail server on this machine, at a port of its own."""
    handler = Handler(recipient, taken)
    hooks = SimpleNamespace(handle_RCPT=handler.recipient, handle_DATA=handler.data)
    port = free_port()
    controller = Controller(hooks, hostname="127.0.0.1", port=port, enable_SMTPUTF8=utf8)
    controller.start()
    try:
        hosts = {"ITINERARY_SMTP_HOST": "127.0.0.1", "ITINERARY_SMTP_PORT": str(port)}
        yield Post(handler.mails, hosts)
    finally:
        controller.stop()


def free_port() -> int:
    """One that nobody listens at."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def published(path: Path, text: str = MAILED, now: str = "2017-11-02 10:00") -> Path:
    """The mission's folder, published."""
    mission = write_mission(path / "mission", text)
    assert publish(mission, now).code == 0
    return mission


def publish(mission: Path, now: str) -> Ran:
    return call("-m", mission, "publish", "--to", mission.parent / "public", "--now", now)


def edit(mission: Path, old: str, new: str) -> None:
    """A word of the events is another."""
    events = mission / "events.csv"
    events.write_text(events.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
