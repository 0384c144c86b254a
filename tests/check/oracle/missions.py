"""Random small missions across midnight, three zones and the night of the clock change."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from hypothesis import strategies as st

from itinerary.model import (
    NOBODY,
    Absence,
    Event,
    Journey,
    Meeting,
    Mission,
    Person,
    Resource,
    Settings,
    Transfer,
    Who,
)
from itinerary.model.answers import Answer
from itinerary.model.origins import Columns, Origin
from itinerary.times import Span
from tests.check.oracle.world import (
    EVENTS,
    MIAMI,
    NAMES,
    NO_HOSTS,
    NO_PEOPLE,
    PARIS,
    PEOPLE,
    ROUTES,
    SIDES,
    STEP,
    TABLES,
    VENUES,
    at,
    organisation,
    travel_table,
    zone_at,
)

Record = TypeVar("Record", Event, Meeting, Journey, Transfer)


class Window(NamedTuple):
    """When things begin, in steps since the first."""

    first: int
    last: int


NIGHT = Window(8 * 12, 28 * 12)
"""From Saturday, 20:00 in Miami, to Sunday, 15:00: the night of 25 hours."""
MIDDAY = Window(46 * 12, 50 * 12)
"""Monday from 9:00 to 13:00."""
DAYS = Window(0, 60 * 12)
"""From Saturday noon to Monday night."""
ABROAD = Window(20 * 12, 34 * 12)
"""Sunday in Marseille and in Miami."""
WINDOWS = (NIGHT, MIDDAY, DAYS, ABROAD)

TWO_DAYS = timedelta(2)
EVERYONE = Who("all", PEOPLE)
ONE_OR_TWO = [
    Who("some", (one, *(() if one == other else (other,))))
    for number, one in enumerate(PEOPLE)
    for other in PEOPLE[number:]
]
UNKNOWN = Who("ghost", (), is_whole=False)
EMPTIED = Who("ann - ann", ())
HOSTS = Who("hosts", ("eve",))
WHO = st.sampled_from(
    [*ONE_OR_TWO, EVERYONE, Who("team", PEOPLE[:3]), *[HOSTS] * 4, *[NOBODY] * 3, EMPTIED, UNKNOWN]
)
SIDE = st.sampled_from([*ONE_OR_TWO, Who("team", PEOPLE[:3]), EMPTIED, UNKNOWN])
OPTIONAL = st.sampled_from([NOBODY] * 6 + ONE_OR_TWO[:8] + [EVERYONE])
ABOARD = st.sampled_from([*ONE_OR_TWO, Who("team", PEOPLE[:3]), NOBODY])
STAYS = st.sampled_from(
    ["", "hotel", "hotel", "desks", "desks", "roof", "doral", "doral", "bar", "office", "mia",
     "pharo", "mrs", "atl"]
)  # fmt: skip
TABLES_AT = st.sampled_from(["desks", "office"])
ENDS = st.sampled_from(["", "hotel", "hotel", "doral", "roof", "mia", "mrs", "pharo", "desks"])
KINDS = st.sampled_from(
    ["", "", "lunch", "Cocktail dînatoire", "visit", "Table ronde", "ceremony", "signature",
     "signature", "talk"]
)  # fmt: skip
STATUSES = st.sampled_from(["confirmed"] * 5 + ["draft", "draft", "cancelled"])
AUDIENCES = st.sampled_from(["", "public", "delegation"])
TONGUES = st.sampled_from([(), ("fr",), ("fr", "en"), ("en",), ("es",), ("es", "en")])
RESOURCES = st.sampled_from([(), (), ("ines",), ("ivan",), ("ines", "kit"), ("kit",), ("lost",)])
EARLY = st.sampled_from([0, 1, 2, 3, 6, 11, 12, 13, 18, 23, 24, 25])
"""Steps that a shuttle arrives before the start."""
LENGTHS = st.sampled_from([0, 3, 6, 6, 12, 12, 12, 18, 24, 30, 48, 7])
ANSWERED = [f"{kind}{number}" for number in range(9) for kind in ("event:e", "meeting:m")]
GROUPS = st.sampled_from([{}, {"officials": frozenset({"ann"})}, {"officials": frozenset({"eve"})}])


def by_id(records: Iterable[Record]) -> dict[str, Record]:
    return {one.id: one for one in records}


def origin(columns: Columns, number: int) -> Origin:
    return Origin(columns, number + 2)


@st.composite
def spans(draw: st.DrawFn, window: Window, shortest: int = 0) -> Span:
    """Most often on the quarter, so that many touch."""
    quarters = (window.last - window.first) // 3
    start = window.first + 3 * draw(st.integers(0, quarters) | st.integers(0, min(quarters, 8)))
    length = max(draw(LENGTHS), shortest)
    return Span(at(start), at(start + length))


@st.composite
def events(draw: st.DrawFn, window: Window, number: int, columns: Columns) -> Event:
    span, place = draw(spans(window)), draw(STAYS)
    repeats = draw(st.integers(0, 7)) == 0
    later = Span(span.start + TWO_DAYS, span.end + TWO_DAYS)
    who, optional, hosts = draw(WHO), draw(OPTIONAL), draw(OPTIONAL)
    kind = draw(KINDS)
    if not who.people and draw(st.booleans()):
        optional = hosts = NOBODY
    elif kind == "signature" and draw(st.booleans()):
        who = HOSTS
    return Event(
        f"e{number}", f"Event {number}", (span, later) if repeats else (span,), zone_at(place),
        kind=kind, venue=place,
        who=who if "who" in columns.headers else NOBODY,
        optional=optional if "optional" in columns.headers else NOBODY,
        hosts=hosts if "hosts" in columns.headers else NOBODY,
        capacity=draw(st.sampled_from([None, None, 1, 2, 4])), status=draw(STATUSES),
        resources=draw(RESOURCES), audience=draw(AUDIENCES),
        repeat="FREQ=DAILY;INTERVAL=2;COUNT=2" if repeats else "", origin=origin(columns, number),
    )  # fmt: skip


@st.composite
def meetings(draw: st.DrawFn, window: Window, number: int) -> Meeting:
    span, place = draw(spans(window, shortest=3)), draw(TABLES_AT | TABLES_AT | STAYS)
    own = origin(TABLES["meetings"], number)
    return Meeting(
        f"m{number}", f"Meeting {number}", draw(SIDE), draw(SIDE), span.length, zone_at(place),
        optional=draw(OPTIONAL), venue=place, resources=draw(RESOURCES), languages=draw(TONGUES),
        status=draw(STATUSES), span=span if draw(st.integers(0, 3)) else None,
        table=draw(st.sampled_from([None, 1, 1, 1, 2, 3])), origin=own, placed_at=own,
    )  # fmt: skip


@st.composite
def transfers(draw: st.DrawFn, window: Window, number: int) -> Transfer:
    span, start = draw(spans(window, shortest=2)), draw(ENDS)
    return Transfer(
        f"t{number}", f"Bus {number}", draw(ABOARD), start, draw(ENDS), zone_at(start), span,
        seats=draw(st.sampled_from([None, 1, 2])), resource=draw(st.sampled_from(["", "van"])),
        origin=origin(TABLES["transfers"], number),
    )  # fmt: skip


@st.composite
def shuttles(draw: st.DrawFn, to: Event | Journey, number: int) -> Transfer:
    """To an event or an airport, for some of those who are expected."""
    place, span = (to.venue, to.spans[0]) if isinstance(to, Event) else (to.start, to.span)
    aboard = Who("some", tuple(person for person in to.who.people if draw(st.booleans())))
    start = draw(st.sampled_from(["hotel", "hotel", "doral", "mia", "station"]))
    end = span.start - STEP * draw(EARLY)
    return Transfer(
        f"s{number}", f"Shuttle {number}", aboard, start, place, zone_at(start),
        Span(end - 9 * STEP, end), origin=origin(TABLES["transfers"], 20 + number),
    )  # fmt: skip


@st.composite
def trips(draw: st.DrawFn, window: Window, name: str) -> list[Journey]:
    """Up to three journeys of some, each from where the one before has arrived."""
    who, place = draw(ABOARD), draw(st.sampled_from(list(ROUTES)))
    step = window.first + 3 * draw(st.integers(-16, (window.last - window.first) // 3))
    row = 0 if name == "j" else 10
    found = []
    for number in range(draw(st.integers(1, 3))):
        title, end = draw(st.sampled_from(ROUTES[place]))
        arrives = step + draw(st.sampled_from([6, 12, 30, 60, 110]))
        own = origin(TABLES["journeys"], row + number)
        journey = Journey(
            f"{name}{number}", title, who, place, zone_at(place), end, zone_at(end),
            Span(at(step), at(arrives)), origin=own,
        )  # fmt: skip
        found.append(journey)
        place = end
        step = arrives + draw(st.sampled_from([-6, 0, 3, 6, 9, 12, 18, 24, 48, 96, 200]))
    return found


@st.composite
def casts(draw: st.DrawFn) -> dict[str, Person]:
    """Everyone: some with the names, the rank and the languages of others."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=5, max_size=5))
    houses = ["city", "city", draw(st.sampled_from(["acme", "city", ""])), "county", "acme"]
    return {
        identity: Person(
            identity, name, house, rank=draw(st.sampled_from([None, None, None, 1, 2, 3, 4])),
            languages=draw(TONGUES), side=SIDES[house],
            stands_for="acme" if identity == "desk" else "",
            origin=origin(TABLES["people"], number),
        )
        for number, (identity, name, house) in enumerate(zip(PEOPLE, names, houses, strict=True))
    }  # fmt: skip


@st.composite
def resources(draw: st.DrawFn, window: Window) -> dict[str, Resource]:
    """Two interpreters, a kit and a van, of which some are there for a time only."""
    half = (window.first + window.last) // 2
    days = (Span(at(0), at(half)), Span(at(half + draw(st.sampled_from([0, 12]))), at(900)))
    known = [
        Resource("ines", "Ines", "interpreter", ("fr", "es")),
        Resource("ivan", "Ivan", "interpreter", draw(TONGUES)),
        Resource("kit", "Kit", "kit", ("fr", "es", "en")),
        Resource("van", "Van", "vehicle"),
    ]
    return {
        one.id: one._replace(
            available=draw(st.sampled_from([(), days, days[::-1], days[:1]])),
            origin=origin(TABLES["resources"], number),
        )
        for number, one in enumerate(known)
    }


@st.composite
def absences(draw: st.DrawFn, window: Window) -> tuple[Absence, ...]:
    found = draw(st.lists(st.tuples(ABOARD, spans(window)), max_size=2))
    return tuple(
        Absence(who, span, origin=origin(TABLES["absences"], number))
        for number, (who, span) in enumerate(found)
    )


def answers(pattern: int) -> dict[tuple[str, str], Answer]:
    """Somebody declines something, somebody accepts, most say nothing; of 0 nobody does."""
    pairs = [(person, item) for person in PEOPLE for item in ANSWERED]
    said = {pattern: "declined", pattern + 1: "accepted"} if pattern else {}
    return {
        pair: Answer(said[number % 5], "20171102T101500Z")
        for number, pair in enumerate(pairs)
        if number % 5 in said
    }


ANSWERS = st.sampled_from([answers(pattern) for pattern in range(4)])


@st.composite
def missions(draw: st.DrawFn, window: Window) -> Mission:
    """Up to nine things and two trips, within one window so that they clash."""
    columns = draw(st.sampled_from([EVENTS] * 6 + [NO_HOSTS, NO_PEOPLE]))
    kinds = draw(st.lists(st.sampled_from("eeemmmmtt"), min_size=2, max_size=9))
    numbers: dict[str, list[int]] = {"e": [], "m": [], "t": []}
    for number, kind in enumerate(kinds):
        numbers[kind].append(number)
    journeys = [
        one
        for name in draw(st.sampled_from(["", "j", "j", "jk"]))
        for one in draw(trips(window, name))
    ]
    begins = draw(st.integers(window.first, window.last))
    session = st.sampled_from([window, Window(begins, begins + 6)])
    planned = [draw(events(window, number, columns)) for number in numbers["e"]]
    rides = [draw(transfers(window, number)) for number in numbers["t"]]
    aims: list[Event | Journey] = [*(one for one in planned if one.venue), *journeys[:1]]
    rides += [draw(shuttles(one, number)) for number, one in enumerate(aims)]
    return Mission(
        id="random",
        title="Random",
        starts=date(2017, 11, 4),
        ends=date(2017, 11, 6),
        zone=MIAMI,
        home_zone=PARIS,
        settings=Settings(base=draw(st.sampled_from(["", "hotel", "doral"]))),
        people=draw(casts()),
        organisations={
            identity: organisation(identity, draw(st.sampled_from([None, 0, 1, 2])))
            for identity in ("city", "acme", "county")
        },
        venues={venue.id: venue for venue in VENUES},
        events=by_id(planned),
        meetings=by_id([draw(meetings(draw(session), number)) for number in numbers["m"]]),
        journeys=by_id(journeys),
        transfers=by_id(rides),
        resources=draw(resources(window)),
        absences=draw(absences(window)),
        groups=draw(GROUPS),
        travel=travel_table(),
        answers=draw(ANSWERS),
    )
