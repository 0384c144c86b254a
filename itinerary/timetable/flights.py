"""What is known of a journey by its number and its ends."""

import re

from itinerary.times import country_of

FLIGHT = re.compile(r"(?:[A-Z]{2}|(?:[A-Z]\d|\d[A-Z])(?=\s|\d{3}))\s?\d{1,4}[A-Z]?")
"""An IATA flight number: `XX 703`, `U2 1234`; not `TGV 6171`, and not an id such as `J12`."""


def is_flight(number: str) -> bool:
    """Whether a journey of that number is flown; a train is not."""
    return FLIGHT.fullmatch(number.strip().upper()) is not None


def is_domestic(start_zone: str, end_zone: str) -> bool:
    """Whether it stays in one country, as far as its zones tell."""
    if start_zone == end_zone:
        return True
    country = country_of(start_zone)
    return country != "" and country == country_of(end_zone)
