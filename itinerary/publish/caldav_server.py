"""A CalDAV server (RFC 4791) spoken to with care: the only module that opens a connection to one.

No redirect is followed, so no password ever goes to another host; certificates are verified;
every answer that ends a push is said as a `PushError`. The library `caldav` writes and reads
the XML. Its client is left alone: it follows redirects with the password, says 401 and 403
alike, and sends a request that failed once more as another.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from xml.etree.ElementTree import ParseError

import requests
from caldav.elements import cdav, dav, ical
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from requests.auth import HTTPBasicAuth, HTTPDigestAuth

from itinerary.problems import Message, say

TIMEOUT_SECONDS = (10.0, 60.0)
"""To connect, and between two parts of an answer."""
TRIES = 3
SHORTEST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 2.0, 30.0
"""Whatever `Retry-After` asks for."""
COLOUR = "#1B6CA8FF"
CALENDAR = cdav.Calendar.tag
NONE: Mapping[str, str] = MappingProxyType({})
BUSY = (429, 503)
XML = "application/xml; charset=utf-8"


class PushError(Exception):
    """Nothing more can be pushed; what has been is remembered."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(message.key)
        self.message = message
        self.hint = hint


@dataclass(frozen=True)
class Account:
    """By whom a server is used."""

    user: str
    password: str = field(repr=False)


class Answer(NamedTuple):
    """What a server says to a request."""

    status: int
    etag: str
    body: bytes

    @property
    def is_done(self) -> bool:
        return 200 <= self.status < 300

    @property
    def kinds(self) -> set[str]:
        """What a PROPFIND says that a collection is."""
        try:
            tree = fromstring(self.body)
        except (ParseError, DefusedXmlException, ValueError):
            return set()
        return {kind.tag for found in tree.iter(dav.ResourceType.tag) for kind in found}


class Server:
    """The collections below an address."""

    def __init__(
        self, address: str, account: Account | None, wait: Callable[[float], None] = time.sleep
    ) -> None:
        self.address = address.rstrip("/") + "/"
        self._account = account
        self._wait = wait
        self._session = requests.Session()
        self._auth: Callable[[Any], Any] = _nobody

    def close(self) -> None:
        self._session.close()

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] = NONE
    ) -> Answer:
        """Sends a request, again where the connection breaks or the server is busy.

        It may then have been done already: whoever asks compares what is there. Raises
        `PushError` for what no other request would get past.
        """
        address = self.address + quote(path, safe="/@")
        tries = TRIES
        while True:
            tries -= 1
            found = self._try(method, address, (body, headers), tries)
            if found is None or (found.status_code == 401 and self._learns(found)):
                continue
            if found.status_code not in BUSY or tries <= 0:
                break
            self._wait(_seconds_asked(found))
        self._refuse(found)
        etag = found.headers.get("ETag", "").removeprefix("W/")
        return Answer(found.status_code, etag, found.content)

    def properties(self, path: str) -> Answer:
        """What a collection is; 404 where there is none."""
        asked = dav.Propfind() + (dav.Prop() + dav.ResourceType())
        return self.ask("PROPFIND", path, _xml(asked), {"Depth": "0", "Content-Type": XML})

    def make(self, path: str, title: str, zone: str) -> Answer:
        """Makes a calendar; `zone` is a calendar of the definition of its time zone, or empty."""
        about = [dav.DisplayName(title), ical.CalendarColor(COLOUR)]
        if zone:
            about.append(cdav.CalendarTimeZone(zone))
        body = _xml(cdav.Mkcalendar() + (dav.Set() + (dav.Prop() + about)))
        return self.ask("MKCALENDAR", path, body, {"Content-Type": XML})

    def put(self, path: str, data: bytes, condition: Mapping[str, str]) -> Answer:
        """Writes a resource if the condition holds: 412 if not."""
        headers = {"Content-Type": "text/calendar; charset=utf-8", **condition}
        return self.ask("PUT", path, data, headers)

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def delete(self, path: str, etag: str) -> Answer:
        """Removes a resource if it is still as it was: 412 if not."""
        return self.ask("DELETE", path, headers={"If-Match": etag})

    def _try(
        self, method: str, address: str, content: tuple[bytes, Mapping[str, str]], left: int
    ) -> requests.Response | None:
        """One request; None where the connection broke and more tries are left."""
        body, headers = content
        try:
            return self._session.request(
                method, address, data=body, headers=dict(headers), auth=self._auth,
                timeout=TIMEOUT_SECONDS, allow_redirects=False,
            )  # fmt: skip
        except requests.exceptions.SSLError:
            raise self._fault("push.tls", "push.tls.hint") from None
        except requests.exceptions.Timeout:
            raise self._fault("push.silent", "push.again") from None
        except (requests.exceptions.ConnectionError, requests.exceptions.ChunkedEncodingError):
            if left > 0:
                return None
            raise self._fault("push.broken", "push.again") from None
        except (requests.exceptions.RequestException, ValueError):
            raise self._fault("push.unreadable", "push.address.hint") from None

    def _learns(self, found: requests.Response) -> bool:
        """How this server wants to be told who asks; False where it has been told, or cannot be."""
        if self._account is None or self._auth is not _nobody:
            return False
        wanted = found.headers.get("WWW-Authenticate", "").lower()
        user, password = self._account.user, self._account.password
        if "digest" in wanted:
            self._auth = HTTPDigestAuth(user, password)
        elif "basic" in wanted:
            self._auth = HTTPBasicAuth(user.encode(), password.encode())
        return self._auth is not _nobody

    def _refuse(self, found: requests.Response) -> None:
        """What no request to this server would get past."""
        status = found.status_code
        if 300 <= status < 400:
            there = shown(urljoin(found.url, found.headers.get("Location", "")))
            raise PushError(say("push.redirect", url=there), say("push.redirect.hint"))
        if status == 401:
            wrong = self._account is not None
            raise self._fault("push.denied" if wrong else "push.account", "push.account.hint")
        if status == 403 and b"no-uid-conflict" not in found.content:
            raise self._fault("push.forbidden", "push.forbidden.hint")
        if status == 507:
            raise self._fault("push.full", "push.again")
        if status == 429 or status >= 500:
            raise self.fault(status)

    def fault(self, status: int) -> PushError:
        """What to raise for an answer that was not to be expected."""
        message = say("push.status", url=shown(self.address), status=status)
        busy = status == 429 or status >= 500
        return PushError(message, say("push.again") if busy else say("push.address.hint"))

    def _fault(self, key: str, hint: str) -> PushError:
        return PushError(say(key, url=shown(self.address)), say(hint))


def shown(url: str) -> str:
    """An address without a name, a password or a query in it."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


def _nobody(request: Any) -> Any:
    """No account, also none from `.netrc`."""
    return request


def _seconds_asked(found: requests.Response) -> float:
    """What `Retry-After` says, up to a bound; a date counts as a moment."""
    asked = found.headers.get("Retry-After", "")
    return min(float(asked), LONGEST_WAIT_SECONDS) if asked.isdecimal() else SHORTEST_WAIT_SECONDS


def _xml(element: object) -> bytes:
    return str(element).encode()
