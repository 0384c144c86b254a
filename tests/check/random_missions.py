"""Random small missions across midnight, two zones and the night of the clock change."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from itinerary.model import (
    Absence,
    Event,
    Journey,
    Meeting,
    Mission,
    Person,
    Settings,
    Transfer,
    TravelTime,
    Venue,
    Who,
)
from itinerary.times import Span

MIAMI, PARIS = "America/New_York", "Europe/Paris"
STEP = timedelta(minutes=5)
"""Everything starts and ends on a multiple of it; the first is Saturday noon in Miami."""
FIRST = datetime(2017, 11, 4, 16, tzinfo=UTC)
STEPS = 44 * 12
"""Up to Monday morning in Miami: through the Sunday that lasts 25 hours."""
PEOPLE = ("ann", "bob", "eve")
VENUES = (
    Venue("hotel", "Hotel", latitude=25.7727, longitude=-80.1853),
    Venue("desks", "Desks", latitude=25.7727, longitude=-80.1853, tables=2, opens=time(8)),
    Venue("roof", "Roof", latitude=25.7655, longitude=-80.1895, opens=time(16), closes=time(0, 30)),
    Venue("doral", "Doral", latitude=25.8077, longitude=-80.3370, closes=time(22)),
    Venue("bar", "Bar", latitude=25.7660, longitude=-80.1900, opens=time(18), closes=time(3)),
    Venue("office", "Office", opens=time(9), closes=time(18)),
    Venue("mia", "Miami airport", latitude=25.7953, longitude=-80.2780),
    Venue("mrs", "Marseille airport", zone=PARIS),
    Venue("pharo", "Palais du Pharo", zone=PARIS, opens=time(9), closes=time(2)),
)
TABLE = {("hotel", "doral"): 40, ("doral", "hotel"): 45, ("mia", "hotel"): 0, ("roof", "desks"): 10}
"""Minutes; every other way is estimated."""


class Thing(NamedTuple):
    """An event, a meeting, a transfer or a journey, before it is a record of the model."""

    kind: str
    start: int
    """In steps, as `end` is."""
    end: int
    place: str
    end_place: str
    required: frozenset[str]
    optional: frozenset[str]
    table: int | None = None
    is_cancelled: bool = False


class Away(NamedTuple):
    """An absence."""

    who: frozenset[str]
    start: int
    end: int


GROUPS = st.sampled_from(PEOPLE).map(lambda person: frozenset({person})) | st.frozensets(
    st.sampled_from(PEOPLE)
)
STARTS = st.integers(0, STEPS - 1)
LENGTHS = st.integers(0, 12) | st.integers(0, 60)
STAYS = st.sampled_from(["", *(venue.id for venue in VENUES if venue.id not in ("mia", "mrs"))])
ABSENCES = st.lists(
    st.builds(
        lambda who, start, length: Away(who, start, start + length),
        GROUPS,
        STARTS,
        st.integers(0, 240),
    ),
    max_size=2,
)


@st.composite
def stays(draw: st.DrawFn) -> Thing:
    """An event or a meeting, anywhere."""
    kind = draw(st.sampled_from(["event", "meeting"]))
    start, place = draw(STARTS), draw(STAYS)
    table = draw(st.sampled_from([None, 1, 2])) if kind == "meeting" else None
    return Thing(
        kind, start, start + draw(LENGTHS), place, place, draw(GROUPS), draw(GROUPS), table,
        draw(st.integers(0, 9)) == 0,
    )  # fmt: skip


@st.composite
def rides(draw: st.DrawFn) -> Thing:
    """A transfer in Miami."""
    places = st.sampled_from(["hotel", "doral", "roof", "mia", "office", ""])
    start = draw(STARTS)
    end = start + draw(st.integers(1, 12))
    return Thing("transfer", start, end, draw(places), draw(places), draw(GROUPS), frozenset())


@st.composite
def round_trips(draw: st.DrawFn) -> list[Thing]:
    """From Marseille to Miami and back, for some; others have no journey at all."""
    who = draw(GROUPS)
    times = draw(st.lists(STARTS, min_size=4, max_size=4, unique=True).map(sorted))
    nobody: frozenset[str] = frozenset()
    return [
        Thing("journey", times[0], times[1], "mrs", "mia", who, nobody),
        Thing("journey", times[2], times[3], "mia", "mrs", who, nobody),
    ]


@st.composite
def programmes(draw: st.DrawFn) -> list[Thing]:
    """Up to eight things, most often within four hours, so that they clash; and journeys."""
    things = draw(st.lists(stays() | stays() | rides(), min_size=2, max_size=8))
    if draw(st.integers(0, 3)):
        first = draw(STARTS)
        things = [_moved(thing, first + thing.start % 48) for thing in things]
    return [*draw(round_trips() | st.just([])), *things]


def _moved(thing: Thing, start: int) -> Thing:
    return thing._replace(start=start, end=start + thing.end - thing.start)


def at(step: int) -> datetime:
    """The instant of a step."""
    return FIRST + step * STEP


def name(number: int) -> str:
    """The id of a thing by its place in the list."""
    return f"t{number:02}"


def who(people: frozenset[str]) -> Who:
    return Who("", tuple(person for person in PEOPLE if person in people))


def zone_at(place: str) -> str:
    """The zone whose clocks hang at a place."""
    return PARIS if place in ("mrs", "pharo") else MIAMI


def mission_of(
    things: Sequence[Thing], absences: Sequence[Away] = (), shift: timedelta = timedelta()
) -> Mission:
    """The records of the model; `shift` moves the whole mission."""
    numbered = [(name(number), thing) for number, thing in enumerate(things)]
    chosen = {
        kind: [(i, t) for i, t in numbered if t.kind == kind]
        for kind in ("event", "meeting", "journey", "transfer")
    }
    return Mission(
        id="random",
        title="Random",
        starts=date(2017, 11, 3) + shift,
        ends=date(2017, 11, 8) + shift,
        zone=MIAMI,
        home_zone=PARIS,
        settings=Settings(slack_minutes=5),
        people={person: Person(person, person.title()) for person in PEOPLE},
        venues={venue.id: venue for venue in VENUES},
        events={i: _event(i, thing, shift) for i, thing in chosen["event"]},
        meetings={i: _meeting(i, thing, shift) for i, thing in chosen["meeting"]},
        journeys={i: _journey(i, thing, shift) for i, thing in chosen["journey"]},
        transfers={i: _transfer(i, thing, shift) for i, thing in chosen["transfer"]},
        absences=tuple(
            Absence(who(away.who), Span(at(away.start) + shift, at(away.end) + shift))
            for away in absences
        ),
        travel={pair: TravelTime(minutes) for pair, minutes in TABLE.items()},
    )


def _span(thing: Thing, shift: timedelta) -> Span:
    return Span(at(thing.start) + shift, at(thing.end) + shift)


def _status(thing: Thing) -> str:
    return "cancelled" if thing.is_cancelled else "confirmed"


def _event(identity: str, thing: Thing, shift: timedelta) -> Event:
    return Event(
        identity, identity, (_span(thing, shift),), zone_at(thing.place), venue=thing.place,
        who=who(thing.required), optional=who(thing.optional), status=_status(thing),
    )  # fmt: skip


def _meeting(identity: str, thing: Thing, shift: timedelta) -> Meeting:
    span = _span(thing, shift)
    return Meeting(
        identity, identity, who(thing.required), Who(), span.length, zone_at(thing.place),
        optional=who(thing.optional), venue=thing.place, span=span, table=thing.table,
        status=_status(thing),
    )  # fmt: skip


def _journey(identity: str, thing: Thing, shift: timedelta) -> Journey:
    return Journey(
        identity, identity, who(thing.required), thing.place, zone_at(thing.place),
        thing.end_place, zone_at(thing.end_place), _span(thing, shift),
    )  # fmt: skip


def _transfer(identity: str, thing: Thing, shift: timedelta) -> Transfer:
    return Transfer(
        identity, identity, who(thing.required), thing.place, thing.end_place,
        zone_at(thing.place), _span(thing, shift),
    )  # fmt: skip
