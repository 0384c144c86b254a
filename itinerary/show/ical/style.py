"""How a calendar is drawn: what of it was asked for."""

from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

USUAL = timedelta(minutes=15)


class Travel(StrEnum):
    """What a calendar says of the ways between its items."""

    NONE = "none"
    TOLD = "told"
    """The description says when to leave."""
    ITEMS = "items"
    """That, and each way is an event of its own."""


class Alarm(NamedTuple):
    """When the events of a person ring."""

    before: timedelta = USUAL
    at_leave: bool = False
    """When it is time to leave, where there is a way; so long before the start elsewhere."""


class Style(NamedTuple):
    """The options of a calendar."""

    alarms: Alarm | None = None
    travel: Travel = Travel.TOLD
    utc: bool = False
    """All times in UTC and no VTIMEZONE, for readers that understand none."""
    redact: bool = False
    """Only when and what kind, for a calendar that others may see."""


PLAIN = Style()
