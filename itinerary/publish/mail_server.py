"""A mail server (SMTP), as the environment names it: one connection for all mails."""

import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from ipaddress import ip_address
from typing import NamedTuple

from itinerary.problems import Message, say
from itinerary.publish.folder import FolderError

VARIABLE = "ITINERARY_SMTP_"
TIMEOUT_SECONDS = 30
TLS_PORT, PORT = 465, 587
ACCEPTED = 250


class Server(NamedTuple):
    """Where mails go, and as whom."""

    host: str
    port: int
    user: str = ""
    password: str = ""


class RefusedError(Exception):
    """The server has not taken this mail, for certain; the next may go."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


class LostError(Exception):
    """The connection has ended; `is_certain` tells whether the mail has not been taken."""

    def __init__(self, is_certain: bool) -> None:
        super().__init__()
        self.is_certain = is_certain


def server_in(environment: Mapping[str, str]) -> Server:
    """That of ITINERARY_SMTP_HOST, _PORT, _USER and _PASSWORD; `FolderError` without a host."""
    host, user, password = (
        environment.get(VARIABLE + name, "") for name in ("HOST", "USER", "PASSWORD")
    )
    port = environment.get(f"{VARIABLE}PORT", "") or str(PORT)
    if not host:
        raise FolderError(say("mail.no_server"), say("mail.no_server.hint"))
    if not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 2**16):
        raise FolderError(say("mail.port", port=port))
    return Server(host, int(port), user, password)


class Connection:
    """One connection, open."""

    def __init__(self, smtp: smtplib.SMTP) -> None:
        self._smtp = smtp

    def send(self, mail: EmailMessage, sender: str, to: str) -> None:
        """Hands a mail over; `RefusedError` or `LostError` where the server does not take it."""
        options = [] if to.isascii() else ["SMTPUTF8"]
        if options and not self._smtp.has_extn("smtputf8"):
            raise RefusedError(say("mail.utf8"))
        try:
            self._smtp.rset()
            self._expect(*self._smtp.mail(sender, options))
            self._expect(*self._smtp.rcpt(to))
        except (smtplib.SMTPException, OSError):
            raise LostError(is_certain=True) from None
        try:
            self._expect(*self._smtp.data(mail.as_bytes()))
        except smtplib.SMTPDataError as fault:
            raise _refusal(fault.smtp_code, fault.smtp_error) from None
        except (smtplib.SMTPException, OSError):
            raise LostError(is_certain=False) from None

    def _expect(self, code: int, answer: bytes) -> None:
        if code // 10 != ACCEPTED // 10:
            raise _refusal(code, answer)


@contextmanager
def connected(server: Server) -> Iterator[Connection]:
    """A connection, encrypted where the server can; `FolderError` where there is none.

    A password leaves this machine only encrypted.
    """
    try:
        smtp = _opened(server)
    except (smtplib.SMTPException, OSError) as fault:
        raise _unreachable(server, fault) from None
    try:
        yield Connection(smtp)
    finally:
        with suppress(smtplib.SMTPException, OSError):
            smtp.quit()
        smtp.close()


def _opened(server: Server) -> smtplib.SMTP:
    secure = ssl.create_default_context()
    host, port = server.host, server.port
    if port == TLS_PORT:
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=secure)
    else:
        smtp = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
    try:
        _begin(smtp, server, secure)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _begin(smtp: smtplib.SMTP, server: Server, secure: ssl.SSLContext) -> None:
    smtp.ehlo_or_helo_if_needed()
    is_secure = server.port == TLS_PORT
    if not is_secure and smtp.has_extn("starttls"):
        smtp.starttls(context=secure)
        smtp.ehlo()
        is_secure = True
    if server.user:
        if not is_secure and not _is_here(server.host):
            raise FolderError(say("mail.plain", host=server.host), say("mail.plain.hint"))
        smtp.login(server.user, server.password)


def _is_here(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _unreachable(server: Server, fault: Exception) -> FolderError:
    reason = str(fault)
    if isinstance(fault, smtplib.SMTPResponseException):
        reason = _shown(fault.smtp_code, fault.smtp_error)
    return FolderError(say("mail.unreachable", host=server.host, port=server.port, reason=reason))


def _refusal(code: int, answer: bytes | str) -> RefusedError:
    return RefusedError(say("mail.refused", reason=_shown(code, answer)))


def _shown(code: int, answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return f"{code} {' '.join(text.split())}"
