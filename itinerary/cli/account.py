"""Who asks a server: from the environment or the keyring, never from the command line."""

import os

from itinerary.cli.opened import Opened
from itinerary.cli.output import refuse
from itinerary.problems import say
from itinerary.publish.caldav_address import host_of
from itinerary.publish.caldav_server import Account

USER, PASSWORD = "ITINERARY_CALDAV_USER", "ITINERARY_CALDAV_PASSWORD"


def account_of(opened: Opened, user: str | None, url: str) -> Account | None:
    """The account to use; None where no user is named, exit 2 where their password is nowhere."""
    name = user or os.environ.get(USER, "")
    if not name:
        return None
    password = os.environ.get(PASSWORD) or _kept(host_of(url), name)
    if not password:
        words = opened.words
        hint = words.text("push.password.hint", host=host_of(url), user=name)
        raise refuse(words, say("push.password", user=name), hint)
    return Account(name, password)


def _kept(host: str, user: str) -> str:
    """What the keyring has; empty where there is none, or it is locked."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return keyring.get_password(host, user) or ""
    except KeyringError:
        return ""
