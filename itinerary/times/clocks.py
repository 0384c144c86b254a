"""Times of day as people write them: `9h30`, `14 h`, `9.30`, `midi`, `2:30 pm`, `23h-1h`."""

from datetime import time
from functools import lru_cache

from itinerary.times.clock_values import Clock, ClockRange


@lru_cache(maxsize=8192)
def read_clocks(text: str, iso: bool = False) -> ClockRange:
    """`9h30` or `9h30-10h15`; `UnreadableError` with the remedy.

    A bare `-hh:mm` is a range, because people write ranges and almost never offsets; only
    behind a full ISO date (`iso`) is it an offset. `+hh:mm`, `Z` and `UTC-5` are offsets.
    """
    if len(text) == 5 and text[2] == ":" and (text[:2] + text[3:]).isdecimal():
        try:
            return ClockRange(Clock(time.fromisoformat(text)))
        except ValueError:
            pass
    from itinerary.times.clock_grammar import read_written

    return read_written(text, iso)
