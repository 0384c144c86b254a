"""A zone by the name of a city: the zone database names few of them."""

from functools import cache
from zoneinfo import available_timezones

from itinerary.names import key, near
from itinerary.problems import OneOf, say
from itinerary.times.countries import country_of
from itinerary.times.faults import UnreadableError
from itinerary.times.zones import zone_named

OTHERS = {
    "America/New_York": "miami|washington|boston|atlanta|philadelphia|orlando|quebec",
    "America/Chicago": "houston|dallas|new orleans|austin",
    "America/Los_Angeles": "san francisco|seattle|san diego|las vegas",
    "America/Sao_Paulo": "rio de janeiro|brasilia",
    "Asia/Dubai": "abu dhabi",
    "Asia/Ho_Chi_Minh": "hanoi",
    "Asia/Jerusalem": "haifa",
    "Asia/Kolkata": "delhi|new delhi|mumbai|bombay|bangalore|chennai",
    "Asia/Riyadh": "jeddah",
    "Asia/Shanghai": "beijing|pekin|canton|guangzhou|shenzhen",
    "Asia/Tokyo": "osaka|kyoto|kobe|yokohama",
    "Africa/Casablanca": "rabat|tanger|tangier|marrakech",
    "Africa/Johannesburg": "cape town|durban|pretoria",
    "Africa/Algiers": "alger|oran",
    "Europe/Athens": "athenes|thessaloniki",
    "Europe/Berlin": "hamburg|hambourg|munich|frankfurt|francfort|cologne",
    "Europe/Brussels": "bruxelles|antwerp|anvers",
    "Europe/Lisbon": "lisbonne|porto",
    "Europe/London": "londres|edinburgh|manchester|glasgow|liverpool",
    "Europe/Madrid": "barcelona|barcelone|valencia|sevilla|bilbao|malaga",
    "Europe/Paris": "marseille|lyon|toulouse|nice|bordeaux|lille|nantes|strasbourg|montpellier",
    "Europe/Rome": "milan|milano|genoa|genes|naples|turin|venice",
    "Europe/Zurich": "geneva|geneve|bern|lausanne|basel",
}
"""Cities that give no zone its name: what is offered for them."""


def zone_called(text: str) -> str:
    """The IANA zone of that name, or of the one city of that name; else as `zone_written`."""
    found = _named().get(key(text), ())
    return found[0] if len(found) == 1 else zone_written(text)


def zone_written(text: str) -> str:
    """The IANA zone of that very name; else `UnreadableError`, whose hint names zones near by."""
    try:
        return zone_named(text).key
    except UnreadableError as fault:
        offered = _near(text)
        if not offered:
            raise
        hint = say("reference.near", names=OneOf(offered))
        raise UnreadableError(fault.message, hint, code=fault.code) from None


def _near(text: str) -> tuple[str, ...]:
    named = _named() | {
        city: (zone,) for zone, cities in OTHERS.items() for city in cities.split("|")
    }
    exact = named.get(key(text))
    if exact:
        return exact
    found = (zone for name in near(text, named, alike=0.75) for zone in named[name])
    return tuple(dict.fromkeys(found))[:3]


@cache
def _named() -> dict[str, tuple[str, ...]]:
    """Zones by the `names.key` of their city, and before that of their whole name.

    Of two that share a city those count that are in force, not kept for old times' sake.
    """
    zones = sorted(available_timezones())
    cities: dict[str, tuple[str, ...]] = {}
    for zone in zones:
        city = key(zone.rpartition("/")[2])
        cities[city] = (*cities.get(city, ()), zone)
    in_force = {city: _in_force(several) for city, several in cities.items()}
    return in_force | {key(zone): (zone,) for zone in zones}


def _in_force(zones: tuple[str, ...]) -> tuple[str, ...]:
    known = tuple(zone for zone in zones if country_of(zone)) if len(zones) > 1 else zones
    return known or zones
