"""The tables and their columns, in the order of the documentation: what a cell may hold.

What each column says stands in `locale`, as `columns.TABLE.COLUMN`.
"""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """The shape of a cell; those at the end hold several values, `;` between them."""

    ID = "id"
    TEXT = "text"
    """On one line."""
    LONG_TEXT = "long text"
    DATE = "date"
    CLOCK = "clock"
    """A time of day."""
    MOMENT = "moment"
    """A date and a time."""
    MINUTES = "minutes"
    WHOLE = "whole"
    DECIMAL = "decimal"
    CHOICE = "choice"
    """One of the column's choices, and nothing else."""
    REFERENCE = "reference"
    """An id or a name of the column's table."""
    URL = "url"
    DOMAIN = "domain"
    EMAIL = "email"
    PHONE = "phone"
    ZONE = "zone"
    """An IANA name."""
    COUNTRY = "country"
    """An ISO 3166 code of two letters."""
    REPEAT = "repeat"
    """A rule of RFC 5545."""
    RULE = "rule"
    """A rule of the checks."""
    WORDS = "words"
    WHO = "who"
    """An expression of people, organisations and groups."""
    REFERENCES = "references"
    LANGUAGES = "languages"
    """ISO 639-1 codes."""
    PERIODS = "periods"


class Column(NamedTuple):
    """What the cells of a column hold."""

    kind: Kind
    example: str = ""
    is_required: bool = False
    choices: tuple[str, ...] = ()
    """All words of a `CHOICE`; of other columns those that are known, among any others."""
    table: str = ""
    """What a reference points at."""
    least: float | None = None
    most: float | None = None


def _needed(kind: Kind, example: str, table: str = "") -> Column:
    return Column(kind, example, is_required=True, table=table)


def _choice(example: str, *choices: str) -> Column:
    return Column(Kind.CHOICE, example, choices=choices)


def _reference(example: str, table: str) -> Column:
    return Column(Kind.REFERENCE, example, table=table)


def _references(example: str, table: str) -> Column:
    return Column(Kind.REFERENCES, example, table=table)


def _whole(example: str, least: int = 0) -> Column:
    return Column(Kind.WHOLE, example, least=least)


def _degrees(example: str, most: int) -> Column:
    return Column(Kind.DECIMAL, example, least=-most, most=most)


_SIDES = ("delegation", "host")
_STATUSES = ("confirmed", "draft", "cancelled")

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "organisations": {
        "id": Column(Kind.ID, "quai-branche"),
        "name": _needed(Kind.TEXT, "Quai Branché"),
        "side": _choice("delegation", *_SIDES),
        "sector": Column(Kind.TEXT, "port-cruise"),
        "country": Column(Kind.COUNTRY, "FR"),
        "promised_meetings": _whole("5"),
    },
    "venues": {
        "id": Column(Kind.ID, "b2b-hall"),
        "name": _needed(Kind.TEXT, "InterContinental Miami, ballroom (B2B hall)"),
        "address": Column(Kind.TEXT, "100 Chopin Plaza, Miami, FL 33131"),
        "latitude": _degrees("25.7727", 90),
        "longitude": _degrees("-80.1853", 180),
        "capacity": _whole("280"),
        "tables": _whole("14"),
        "opens": Column(Kind.CLOCK, "06:00"),
        "closes": Column(Kind.CLOCK, "22:00"),
        "zone": Column(Kind.ZONE, "Europe/Paris"),
        "access": Column(Kind.LONG_TEXT, "Passport"),
    },
    "people": {
        "id": Column(Kind.ID, "suhas"),
        "name": _needed(Kind.TEXT, "Jean-François Suhas"),
        "organisation": _reference("club-croisiere", "organisations"),
        "role": Column(Kind.TEXT, "Président du Club de la Croisière"),
        "groups": Column(Kind.WORDS, "press;film"),
        "rank": _whole("10", 1),
        "languages": Column(Kind.LANGUAGES, "fr;en"),
        "email": Column(Kind.EMAIL, "cecile.arnoux@ccimp.example"),
        "phone": Column(Kind.PHONE, "+33 6 39 98 12 34"),
        "diet": Column(Kind.TEXT, "vegetarian"),
        "side": _choice("delegation", *_SIDES),
    },
    "travel": {
        "from": _needed(Kind.REFERENCE, "intercontinental", "venues"),
        "to": _needed(Kind.REFERENCE, "eoc", "venues"),
        "minutes": Column(Kind.MINUTES, "40", is_required=True, least=0),
        "mode": Column(Kind.TEXT, "bus", choices=("walk", "car", "bus", "boat", "train")),
    },
    "resources": {
        "id": Column(Kind.ID, "interp-zamora"),
        "name": _needed(Kind.TEXT, "Patricia Zamora"),
        "kind": _choice("interpreter", "interpreter", "vehicle", "kit"),
        "languages": Column(Kind.LANGUAGES, "fr;es"),
        "available": Column(Kind.PERIODS, "2017-11-06 08:00/2017-11-10 13:00"),
    },
    "events": {
        "id": Column(Kind.ID, "county-signing"),
        "title": _needed(Kind.TEXT, "Talks with Carnival"),
        "kind": Column(
            Kind.TEXT, "visit",
            choices=(
                "visit", "talks", "round table", "conference", "seminar", "workshop", "ceremony",
                "signing", "reception", "lunch", "dinner", "press",
            ),
        ),
        "date": _needed(Kind.DATE, "2017-11-06"),
        "start": _needed(Kind.CLOCK, "10:00"),
        "end": Column(Kind.CLOCK, "11:00"),
        "zone": Column(Kind.ZONE, "Europe/Paris"),
        "venue": _reference("clark-chambers", "venues"),
        "who": Column(Kind.WHO, "officials; institutions; press - b2b-team"),
        "optional": Column(Kind.WHO, "fanny-deluca"),
        "hosts": Column(Kind.WHO, "gimenez; leclerc"),
        "capacity": _whole("200"),
        "status": _choice("confirmed", *_STATUSES),
        "language": Column(Kind.LANGUAGES, "fr;en"),
        "resources": _references("interp-loriot; sound-kit", "resources"),
        "dress": Column(Kind.TEXT, "Business formal"),
        "notes": Column(Kind.LONG_TEXT, "Passport needed."),
        "url": Column(Kind.URL, "https://miami-2017.example/pamm"),
        "audience": _choice("delegation", "public", "delegation", "private"),
        "repeat": Column(Kind.REPEAT, "FREQ=DAILY;COUNT=5"),
    },
    "meetings": {
        "id": Column(Kind.ID, "RV022"),
        "title": Column(
            Kind.TEXT, "Quai Branché – Conch Marine Fuels: power and gas, side by side"
        ),
        "who": _needed(Kind.WHO, "quai-branche"),
        "optional": Column(Kind.WHO, "nadege-rovira"),
        "counterpart": _needed(Kind.WHO, "conch-fuels"),
        "duration": Column(Kind.MINUTES, "20", least=1),
        "priority": _choice("1", "1", "2", "3"),
        "earliest": Column(Kind.MOMENT, "2017-11-07 09:00"),
        "latest": Column(Kind.MOMENT, "2017-11-10 12:00"),
        "venue": _reference("calusa-cloud-office", "venues"),
        "pool": _references("b2b-hall; wolfson", "venues"),
        "resources": _references("interp-zamora", "resources"),
        "language": Column(Kind.LANGUAGES, "en"),
        "status": _choice("confirmed", *_STATUSES),
        "start": Column(Kind.MOMENT, "2017-11-08 09:40"),
        "table": _whole("12", 1),
    },
    "journeys": {
        "id": Column(Kind.ID, "J05"),
        "number": Column(Kind.TEXT, "XX 712"),
        "who": _needed(Kind.WHO, "vassal-party"),
        "from": _needed(Kind.REFERENCE, "cdg", "venues"),
        "from_zone": Column(Kind.ZONE, "Europe/Paris"),
        "departs": _needed(Kind.MOMENT, "2017-11-05 11:00"),
        "to": _needed(Kind.REFERENCE, "mia", "venues"),
        "to_zone": Column(Kind.ZONE, "America/New_York"),
        "arrives": _needed(Kind.MOMENT, "2017-11-05 15:05"),
    },
    "transfers": {
        "id": Column(Kind.ID, "T12"),
        "vehicle": Column(Kind.TEXT, "minibus-1", table="resources"),
        "seats": _whole("24"),
        "who": _needed(Kind.WHO, "eoc"),
        "from": _needed(Kind.REFERENCE, "intercontinental", "venues"),
        "departs": _needed(Kind.MOMENT, "2017-11-06 13:40"),
        "to": _needed(Kind.REFERENCE, "eoc", "venues"),
        "arrives": _needed(Kind.MOMENT, "2017-11-06 14:20"),
        "driver": Column(Kind.TEXT, "Anton Petrov"),
    },
    "absences": {
        "who": _needed(Kind.WHO, "cynthia-okafor"),
        "start": _needed(Kind.MOMENT, "2017-11-06 12:00"),
        "end": _needed(Kind.MOMENT, "2017-11-06 18:00"),
        "reason": Column(Kind.TEXT, "In Tampa until the evening"),
    },
    "accepted": {
        "rule": _needed(Kind.RULE, "late-leg"),
        "subject": _needed(Kind.TEXT, "J14; gaudin"),
        "reason": _needed(Kind.TEXT, "The flight waits for the mayor"),
        "by": _needed(Kind.TEXT, "Agnès Mouries"),
    },
    "plan": {
        "meeting": _needed(Kind.REFERENCE, "RV005", "meetings"),
        "start": _needed(Kind.MOMENT, "2017-11-08 11:00"),
        "end": Column(Kind.MOMENT, "2017-11-08 11:20"),
        "venue": _reference("b2b-hall", "venues"),
        "table": _whole("1", 1),
        "resources": _references("interp-zamora", "resources"),
    },
}  # fmt: skip
"""Each table, in the order they are read, and its columns."""
