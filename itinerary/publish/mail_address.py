"""Mail addresses and the names before them, as headers and calendars can hold them."""

import re
from email.headerregistry import Address

from itinerary.show.ical.lines import one_line

LONGEST = 254
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"\x00-\x1f\x7f]{1,64}@[^\s@<>()\[\],;:\\\"/?#%]{1,190}")
_SIGNS = dict.fromkeys(map(ord, '"<>()[],;:@\\^'), " ")


def plain_address(text: str) -> str:
    """The one address of a cell, its domain in ASCII; empty where it holds none, or several."""
    found = one_line(text).removeprefix("mailto:")
    if text.strip() != one_line(text) or not _ADDRESS.fullmatch(found) or len(found) > LONGEST:
        return ""
    local, _, domain = found.partition("@")
    try:
        ascii_domain = domain.encode("idna").decode()
    except UnicodeError:
        return ""
    dots = (local[0], local[-1], ascii_domain[0], ascii_domain[-1])
    return "" if "." in dots or ".." in local else f"{local}@{ascii_domain}"


def plain_name(name: str) -> str:
    """A name without the signs that mean something in a header or a parameter."""
    return " ".join(one_line(name).translate(_SIGNS).split())


def mailbox(name: str, address: str) -> Address:
    """A name and an address of `plain_address` as a header takes them."""
    local, _, domain = address.partition("@")
    return Address(plain_name(name), local, domain)
