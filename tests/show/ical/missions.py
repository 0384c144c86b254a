"""Small missions, built from the records of the model."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from itinerary.model import (
    Event,
    Journey,
    Meeting,
    Mission,
    Organisation,
    Person,
    Resource,
    Transfer,
    Venue,
    Who,
)
from itinerary.times import Span
from itinerary.timetable import Timetable

MIAMI, PARIS = "America/New_York", "Europe/Paris"
PEOPLE = (
    Person("levy", "Hélène Lévy", "gpmm", rank=1),
    Person("suhas", "Jean-François Suhas", "gpmm"),
    Person("kuryla", "Juan Kuryla", "portmiami", side="host"),
    Person("idle", "Nadia Idle"),
)
ORGANISATIONS = (
    Organisation("gpmm", "Port of Marseille Fos"),
    Organisation("portmiami", "PortMiami", side="host"),
)
VENUES = (
    Venue("mrs", "Marseille Provence", zone=PARIS, access="Passport"),
    Venue("mia", "Miami International", "2100 NW 42nd Ave, Miami"),
    Venue("port", "PortMiami", "1015 N America Way, Miami", 25.7743, -80.1702),
    Venue("hotel", 'The "Grand" Hotel', access="Show your badge; gate 3"),
)
RESOURCES = (Resource("ana", "Ana Torres, interpreter", "interpreter"),)
BOTH = Who("levy; suhas", ("levy", "suhas"))
LEVY, SUHAS, KURYLA = (Who(name, (name,)) for name in ("levy", "suhas", "kuryla"))


def span(start: str, end: str) -> Span:
    """Two ISO 8601 times with their offsets."""
    return Span(*(datetime.fromisoformat(text).astimezone(UTC) for text in (start, end)))


def event(title: str, when: Span, zone: str = MIAMI) -> Event:
    """A plain event for both delegates; its id is its title."""
    return Event(title, title, (when,), zone, who=BOTH)


def timetable(
    events: Iterable[Event] = (),
    meetings: Iterable[Meeting] = (),
    journeys: Iterable[Journey] = (),
    transfers: Iterable[Transfer] = (),
) -> Timetable:
    """Of a week in Miami, by people from Marseille."""
    return Timetable(
        Mission(
            id="miami",
            title="Port days in Miami",
            starts=date(2017, 11, 4),
            ends=date(2017, 11, 10),
            zone=MIAMI,
            home_zone=PARIS,
            people={person.id: person for person in PEOPLE},
            organisations={organisation.id: organisation for organisation in ORGANISATIONS},
            venues={venue.id: venue for venue in VENUES},
            resources={resource.id: resource for resource in RESOURCES},
            events={record.id: record for record in events},
            meetings={record.id: record for record in meetings},
            journeys={record.id: record for record in journeys},
            transfers={record.id: record for record in transfers},
        )
    )


SIGNING = Event(
    "signing", "Signing; the letter, at last",
    (span("2017-11-06T10:00-05:00", "2017-11-06T11:30-05:00"),),
    MIAMI, kind="ceremony", venue="port", who=LEVY, optional=SUHAS, hosts=KURYLA,
    languages=("fr", "en"), dress="Business", notes="Bring the letter.\nNo photographs.",
    url="https://example.org/signing?a=1,2;b",
)  # fmt: skip
RUN = Event(
    "run", "Morning run", (
        span("2017-11-05T00:30-04:00", "2017-11-05T00:50-04:00"),
        span("2017-11-06T06:30-05:00", "2017-11-06T07:00-05:00"),
    ),
    MIAMI, who=SUHAS, repeat="FREQ=DAILY", status="draft",
)  # fmt: skip
NIGHT = (
    event("before", span("2017-11-05T00:10-04:00", "2017-11-05T00:40-04:00")),
    event("first", span("2017-11-05T01:30-04:00", "2017-11-05T01:45-04:00")),
    event("across", span("2017-11-05T00:30-04:00", "2017-11-05T01:30-05:00")),
    event("second", span("2017-11-05T01:30-05:00", "2017-11-05T03:00-05:00")),
    event("after", span("2017-11-05T02:00-05:00", "2017-11-05T02:30-05:00")),
    event("whole", span("2017-11-05T00:00-04:00", "2017-11-06T00:00-05:00")),
)
"""Around and in the hour that comes twice in Miami."""
MEETING = Meeting(
    "RV041", "Port to port", LEVY, KURYLA, timedelta(minutes=20), MIAMI, venue="hotel",
    span=span("2017-11-07T14:00-05:00", "2017-11-07T14:20-05:00"), table=12,
    languages=("en",), resources=("ana",),
)  # fmt: skip
OUT = Journey(
    "out", "XX 101", BOTH, "mrs", PARIS, "mia", MIAMI,
    span("2017-11-04T10:40+01:00", "2017-11-04T16:05-04:00"),
)  # fmt: skip
BUS = Transfer(
    "bus", "Coach 1", BOTH, "mia", "hotel", MIAMI,
    span("2017-11-04T17:15-04:00", "2017-11-04T17:50-04:00"), driver="Luis Ortega",
)  # fmt: skip
BACK = Journey(
    "back", "XX 102", BOTH, "mia", MIAMI, "mrs", PARIS,
    span("2017-11-10T18:00-05:00", "2017-11-11T09:30+01:00"),
)  # fmt: skip


def every_kind() -> Timetable:
    """All kinds of items, both zones, and the night of the clock change."""
    return timetable((SIGNING, RUN, *NIGHT), (MEETING,), (OUT, BACK), (BUS,))
