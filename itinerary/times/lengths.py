"""Lengths of time: `20`, `20 min`, `1h30`, `90m`, `PT20M` (RFC 5545 section 3.3.6)."""

import re
from datetime import timedelta
from functools import lru_cache

from itinerary.names import fold
from itinerary.problems import say
from itinerary.times.faults import UnreadableError

_MINUTES = r"(\d{1,4})\s*(?:m|mn|min|mins|minutes?|minutos?|')?"
_HOURS = (
    r"(\d{1,2})\s*(?:h|hr|hrs|hours?|heures?|horas?|:)\s*(?:(\d{1,2})\s*(?:m|mn|min|minutes?)?)?"
)
_ISO = r"pt(?:(\d{1,2})h)?(?:(\d{1,4})m)?"


@lru_cache(maxsize=1024)
def read_length(text: str) -> timedelta:
    """A positive length; a bare number is minutes."""
    plain = fold(text).removesuffix(".0")
    if match := re.fullmatch(_MINUTES, plain):
        found = timedelta(minutes=int(match[1]))
    elif match := re.fullmatch(_HOURS, plain) or re.fullmatch(_ISO, plain):
        found = timedelta(hours=int(match[1] or 0), minutes=int(match[2] or 0))
    else:
        raise UnreadableError(say("length.unreadable", text=text), say("length.hint"))
    if not found:
        raise UnreadableError(say("length.zero", text=text), say("length.hint"))
    return found
