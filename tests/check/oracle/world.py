"""What every random mission has in common: places in three zones, two sides, their resources."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta

from itinerary.model import Organisation, TravelTime, Venue
from itinerary.model.origins import Columns

MIAMI, CHICAGO, PARIS = "America/New_York", "America/Chicago", "Europe/Paris"
STEP = timedelta(minutes=5)
"""Everything starts and ends on a multiple of it; the first is Saturday noon in Miami."""
FIRST = datetime(2017, 11, 4, 16, tzinfo=UTC)
PEOPLE = ("ann", "bob", "cid", "eve", "desk")
"""Two of the city, one of a company, a host, and a company that stands for its people."""
VENUES = (
    Venue("hotel", "Hotel", latitude=25.7727, longitude=-80.1853),
    Venue("desks", "Desks", latitude=25.7727, longitude=-80.1853, tables=2, opens=time(8)),
    Venue("roof", "Roof", latitude=25.7655, longitude=-80.1895, opens=time(16), closes=time(0, 30)),
    Venue("doral", "Doral", latitude=25.8077, longitude=-80.3370, capacity=2, closes=time(22)),
    Venue("bar", "Bar", latitude=25.7660, longitude=-80.1900, opens=time(18), closes=time(3)),
    Venue("office", "Office", opens=time(9), closes=time(18), tables=1, capacity=1),
    Venue("mia", "Miami airport", latitude=25.7953, longitude=-80.2780),
    Venue("atl", "Atlanta airport", latitude=33.6407, longitude=-84.4277),
    Venue("chi", "Chicago airport", zone=CHICAGO, latitude=41.9742, longitude=-87.9073),
    Venue("mrs", "Marseille airport", zone=PARIS),
    Venue("station", "Saint-Charles", zone=PARIS),
    Venue("pharo", "Palais du Pharo", zone=PARIS, opens=time(9), closes=time(2)),
)
TRAVEL = {
    ("hotel", "doral"): 40,
    ("doral", "hotel"): 45,
    ("mia", "hotel"): 0,
    ("roof", "desks"): 10,
    ("station", "mrs"): 20,
}
"""Minutes; every other way is estimated."""
ROUTES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "station": (("TER 881", "mrs"),),
    "mrs": (("XX 703", "mia"), ("XX 703", "mia"), ("TER 882", "station")),
    "mia": (("XX 704", "mrs"), ("XX 210", "atl"), ("U2 1234", "chi")),
    "atl": (("XX 211", "mia"), ("AF 33", "mrs")),
    "chi": (("U2 4321", "mia"),),
}
"""Flights and trains by where they depart: the number and where they arrive."""
TRAINS = ("TER 881", "TER 882")
ZONES = {venue.id: venue.zone or MIAMI for venue in VENUES}
SIDES = {"city": "delegation", "acme": "delegation", "county": "host", "": "delegation"}
"""Organisations, and those of none."""
NAMES = (
    "Anna Lenoir", "Lenoir Anna", "Anna Lenior", "Anna Lenoire", "A. Lenoir", "Jean-Luc Martin",
    "Martin Jean Luc", "J.-L. Martin", "J. Martin", "Julien Morel", "Julie Morel", "Julien Moral",
    "Julien Morrel", "Zoé Haddad", "ZOE HADDAD", "Marc Petit", "Rosa Diaz", "Ugo Conti",
)  # fmt: skip

EVENTS = Columns("events.csv", {"id": "id", "who": "who", "optional": "optional", "hosts": "hosts"})
NO_HOSTS = Columns("events.csv", {"id": "id", "who": "who", "optional": "optional"})
NO_PEOPLE = Columns("events.csv", {"id": "id"})
TABLES = {
    name: Columns(f"{name}.csv", {"id": "id", "who": "who"})
    for name in ("people", "meetings", "journeys", "transfers", "absences", "resources")
}


def at(step: int) -> datetime:
    """The instant of a step."""
    return FIRST + step * STEP


def zone_at(place: str) -> str:
    """The zone whose clocks hang at a place."""
    return ZONES.get(place, MIAMI)


def travel_table() -> dict[tuple[str, str], TravelTime]:
    """The ways as the model has them."""
    return {pair: TravelTime(minutes) for pair, minutes in TRAVEL.items()}


def organisation(identity: str, promised: int | None) -> Organisation:
    """One of the three, with what it has been promised."""
    return Organisation(identity, identity, SIDES[identity], promised_meetings=promised)
