"""Ids made of those of a foreign file: short, and the same whatever else the file holds."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from itinerary.names import slug

_UUID = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F-]{5,26}"
_LONGEST = 40


def short_ids(keys: Iterable[str], prefix: str = "") -> dict[str, str]:
    """An id for each key. The prefix keeps a spreadsheet from reading `80e12` as a number.

    Keys that would come to the same id get a piece of their digest, all of them: none depends
    on which comes first.
    """
    made = {key: _short(key) for key in keys}
    shared = Counter(made.values())
    return {
        key: f"{prefix}{short}-{digest(key)}" if shared[short] > 1 else f"{prefix}{short}"
        for key, short in made.items()
    }


def digest(text: str, length: int = 8) -> str:
    return sha256(text.encode(errors="replace")).hexdigest()[:length]


def _short(key: str) -> str:
    if re.fullmatch(_UUID, key):
        return key[:8].lower()
    found = slug(key, _LONGEST)
    is_whole = len(key) <= _LONGEST and found != "x"
    return found if is_whole else digest(key, 12)
