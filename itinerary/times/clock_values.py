"""What a written time of day comes to."""

from datetime import time, timedelta
from typing import NamedTuple

DEFAULT_LENGTH = timedelta(hours=1)
"""Of what has a start and no end."""


class Clock(NamedTuple):
    """A time of day, and how many days after the date beside it (`00:30 +1`, `24:00`)."""

    time: time
    days: int = 0


class ClockRange(NamedTuple):
    """A start and, when the cell gives one, an end."""

    start: Clock
    end: Clock | None = None
