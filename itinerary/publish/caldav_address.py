"""Whether calendars may be pushed to an address at all."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from itinerary.problems import Message, say


def refusal(url: str, is_plain_allowed: bool) -> tuple[Message, Message] | None:
    """Why not, and what to do; None where one may."""
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return say("push.address"), say("push.address.hint")
    if "@" in parts.netloc:
        return say("push.in_url"), say("push.account.hint")
    if parts.scheme not in ("http", "https") or not has_host or parts.query or parts.fragment:
        return say("push.address"), say("push.address.hint")
    if parts.scheme == "http" and not (is_plain_allowed or is_here(parts)):
        return say("push.plain", host=parts.hostname), say("push.plain.hint")
    return None


def is_here(parts: SplitResult) -> bool:
    """Whether what is sent there never leaves this machine."""
    host = parts.hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def host_of(url: str) -> str:
    """The host, under which a keyring may keep the password."""
    return urlsplit(url).hostname or ""
