"""Time: the only room that reads it, compares it and writes it.

An instant is kept in UTC, as an aware `datetime`, with the IANA zone whose clocks people
read standing next to it. So two instants are never subtracted as wall clocks (Python does
that when both sides share a zone: Miami, 4 Nov 2017 18:00 to 5 Nov 06:00 is 13 hours).

- `spans`: half-open intervals and the one overlap test
- `zones`: wall clock to instant and back; times that do not exist or exist twice
- `words`: months, weekdays and noon in French, English and Spanish
- `dates`, `clocks`, `moments`, `lengths`: what people write in a cell
- `guesses`: what a cell may mean that is no plain date or time
- `written`: an instant as a cell says it
- `repeats`: RFC 5545 recurrence rules
- `countries`: the country a zone is in; `cities`: the zone of a city
"""

from itinerary.times.clock_values import DEFAULT_LENGTH, Clock, ClockRange
from itinerary.times.clocks import read_clocks
from itinerary.times.countries import country_of
from itinerary.times.dates import YEARS, DateReader
from itinerary.times.faults import UnreadableError
from itinerary.times.guesses import Guess, guess_clocks, guess_date, guess_end, guess_moment
from itinerary.times.lengths import read_length
from itinerary.times.moments import read_moment
from itinerary.times.repeats import dates_within, occurrence_dates
from itinerary.times.spans import Span, covers, gaps, is_line, overlap
from itinerary.times.written import written_clock, written_moment
from itinerary.times.zones import Moment, instant, local, nearest_instant, zone_named

__all__ = [
    "DEFAULT_LENGTH",
    "YEARS",
    "Clock",
    "ClockRange",
    "DateReader",
    "Guess",
    "Moment",
    "Span",
    "UnreadableError",
    "country_of",
    "covers",
    "dates_within",
    "gaps",
    "guess_clocks",
    "guess_date",
    "guess_end",
    "guess_moment",
    "instant",
    "is_line",
    "local",
    "nearest_instant",
    "occurrence_dates",
    "overlap",
    "read_clocks",
    "read_length",
    "read_moment",
    "written_clock",
    "written_moment",
    "zone_named",
]
