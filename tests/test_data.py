"""The sample missions are what `data/README.md` says they are."""

import csv
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from itinerary.check import check, rule_names
from itinerary.load import Loaded, load_mission
from itinerary.model import Mission, Organisation
from itinerary.problems import Problem, Severity
from itinerary.times import local
from itinerary.timetable import Timetable

DATA = Path(__file__).parent.parent / "data"
MIAMI, MARSEILLE = "America/New_York", "Europe/Paris"
REAL_PEOPLE = (
    "Jean-Claude Gaudin", "Martine Vassal", "Jean Roatta", "Didier Parakian", "Dominique Vlasto",
    "Bruno Genzana", "Jean-Luc Chauvin", "Christine Cabau-Woehrel", "Hugues Parant",
    "Jean-François Suhas", "Philippe Stefanini", "Frédéric Collart", "Didier Blaise",
    "Nicolas Lévy", "Clément Leclerc", "Carlos Giménez",
)  # fmt: skip
BODIES = (
    "Ville de Marseille", "Aix-Marseille-Provence Métropole",
    "Conseil départemental des Bouches-du-Rhône", "CCI Marseille Provence",
    "Grand Port Maritime de Marseille", "Office de tourisme de Marseille", "Provence Promotion",
    "Euroméditerranée", "Provence Tourisme", "Club de la Croisière",
)  # fmt: skip
REAL_HOSTS = (
    "Consulate General of France in Miami", "French-American Chamber of Commerce of Florida",
    "Miami-Dade County", "PortMiami", "Business France", "Carnival", "Royal Caribbean",
)  # fmt: skip
FICTION_NUMBERS = r"\+33 (6 39 98|4 65 71) \d\d \d\d|\+1 305-555-01\d\d"


@cache
def loaded(name: str) -> Loaded:
    return load_mission(DATA / name)


def mission(name: str = "miami-2017") -> Mission:
    found = loaded(name).mission
    assert found is not None
    return found


def problems(name: str) -> list[Problem]:
    return check(Timetable(mission(name)), loaded(name).problems)


@cache
def readme() -> str:
    return (DATA / "README.md").read_text(encoding="utf-8")


def rows(table: str, name: str = "miami-2017") -> list[dict[str, str]]:
    """The cells as they stand in the file, the column `fictional` included."""
    text = (DATA / name / f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_nothing_is_wrong() -> None:
    assert problems("miami-2017") == []


def test_people() -> None:
    people = [person for person in mission().people.values() if not person.stands_for]
    assert sum(person.side == "delegation" for person in people) == 120
    assert {person.side for person in people} == {"delegation", "host"}


def test_organisations() -> None:
    delegation = [o for o in mission().organisations.values() if o.side == "delegation"]
    bodies = [organisation for organisation in delegation if not organisation.sector]
    companies = [organisation for organisation in delegation if organisation.sector]
    assert sorted(organisation.name for organisation in bodies) == sorted(BODIES)
    assert len(companies) == 40
    assert all(company.promised_meetings for company in companies)


def test_counterparts() -> None:
    counterparts = {
        mission().people[person].organisation
        for meeting in mission().meetings.values()
        for person in meeting.counterpart.people
    }
    assert "" not in counterparts
    assert {mission().organisations[identity].side for identity in counterparts} == {"host"}
    assert len(counterparts) >= 45


def test_programme() -> None:
    events = mission().events.values()
    assert len(events) >= 24
    assert len(mission().meetings) >= 210
    assert all(meeting.span for meeting in mission().meetings.values())
    assert max(len(event.spans) for event in events) == 5
    assert {event.status for event in events} == {"confirmed", "draft", "cancelled"}
    assert {event.audience for event in events} == {"public", "delegation", "private"}


def test_movements_and_resources() -> None:
    assert len(mission().journeys) >= 10
    assert len(mission().transfers) >= 10
    assert len(mission().absences) >= 1
    assert {resource.kind for resource in mission().resources.values()} == {
        "interpreter",
        "vehicle",
        "kit",
    }


def test_every_promised_meeting_is_there() -> None:
    meetings = mission().meetings.values()
    for organisation in mission().organisations.values():
        held = sum(is_of(organisation, meeting.who.people) for meeting in meetings)
        assert held >= (organisation.promised_meetings or 0)


def is_of(organisation: Organisation, people: tuple[str, ...]) -> bool:
    return any(mission().people[person].organisation == organisation.id for person in people)


def test_every_venue_that_is_used_can_be_found() -> None:
    items = Timetable(mission()).items
    used = {item.place for item in items} | {item.end_place for item in items}
    pools = {venue for meeting in mission().meetings.values() for venue in meeting.pool}
    for identity in used | pools:
        venue = mission().venues[identity]
        assert venue.address
        assert venue.latitude is not None
        assert venue.longitude is not None


def test_who_is_real() -> None:
    assert sorted(row["name"] for row in rows("people") if row["fictional"] != "yes") == sorted(
        REAL_PEOPLE
    )
    facts = readme().split("Invented, all of it:")[0]
    assert [name for name in REAL_PEOPLE if name not in facts] == []


def test_which_organisations_are_real() -> None:
    real = [row["name"] for row in rows("organisations") if row["fictional"] != "yes"]
    assert sorted(real) == sorted((*BODIES, *REAL_HOSTS))


def test_how_many_are_invented() -> None:
    companies = {o.id for o in mission().organisations.values() if o.sector and o.side != "host"}
    invented = [row for row in rows("people") if row["fictional"] == "yes"]
    staff = sum(row["organisation"] in companies for row in invented)
    assert re.findall(r"40 companies and their (\d+) people", readme()) == [str(staff)]
    assert re.findall(r"\((\d+) people\)", readme()) == [str(len(invented) - staff)]


def test_real_people_have_no_contacts() -> None:
    for row in rows("people"):
        if row["fictional"] != "yes":
            assert (row["email"], row["phone"], row["diet"]) == ("", "", "")


@pytest.mark.parametrize("name", ["miami-2017", "miami-2017-draft"])
def test_addresses_and_numbers_are_fiction(name: str) -> None:
    people = mission(name).people.values()
    organiser = mission(name).settings.organiser
    for email in filter(None, [organiser["email"], *(person.email for person in people)]):
        assert re.fullmatch(r"[a-z0-9.-]+@[a-z0-9-]+\.example", email)
    for phone in filter(None, [organiser["phone"], *(person.phone for person in people)]):
        assert re.fullmatch(FICTION_NUMBERS, phone)
    assert mission(name).settings.uid_domain.endswith(".example")


def test_the_mayor_arrives_on_sunday_evening() -> None:
    evening = datetime(2017, 11, 5, 23, tzinfo=UTC)
    assert f"{local(evening, MIAMI):%A %d %H:%M}" == "Sunday 05 18:00"
    items = Timetable(mission()).by_person["gaudin"]
    before = [item.kind for item in items if item.span.start < evening]
    assert before == ["journey", "journey", "journey"]


def test_the_signing_on_monday_morning() -> None:
    (span,) = mission().events["county-signing"].spans
    assert f"{local(span.start, MIAMI):%A %d %H:%M}" == "Monday 06 10:00"
    assert f"{local(span.start, MARSEILLE):%A %d %H:%M}" == "Monday 06 16:00"


def test_journeys_keep_the_clocks_of_both_ends() -> None:
    journeys = mission().journeys
    for row in rows("journeys"):
        journey = journeys[row["id"]]
        assert f"{local(journey.span.start, journey.start_zone):%Y-%m-%d %H:%M}" == row["departs"]
        assert f"{local(journey.span.end, journey.end_zone):%Y-%m-%d %H:%M}" == row["arrives"]
        assert (journey.start_zone, journey.end_zone) == (row["from_zone"], row["to_zone"])
    assert {(journey.start_zone, journey.end_zone) for journey in journeys.values()} >= {
        (MARSEILLE, MIAMI),
        (MIAMI, MARSEILLE),
    }


def test_marseille_is_five_hours_ahead_then_six() -> None:
    """The group's flights take as long as flights do, on either side of the clock change."""
    out, back = mission().journeys["J03"].span, mission().journeys["J17"].span
    assert f"{out.length} {back.length}" == "10:25:00 8:50:00"


class Seed(NamedTuple):
    """A mistake put into the draft: the first of `where` is where it was made."""

    number: int
    rule: str
    where: tuple[str, ...]


@cache
def seeds() -> list[Seed]:
    """The rows of the last table of the page."""
    table = readme().split("## The mistakes of the draft")[1]
    found = re.findall(r"^\| (\d+) \| (\w+) \| ([^|]+) \| [^|]+ \|$", table, re.MULTILINE)
    return [
        Seed(int(number), rule, tuple(re.findall(r"`([^`]+)`", where)))
        for number, rule, where in found
    ]


def is_of_seed(problem: Problem, seed: Seed) -> bool:
    labels = [source.label for source in problem.at]
    return problem.code == seed.rule and seed.where[0] in labels and {*labels} <= {*seed.where}


def test_the_list_of_mistakes() -> None:
    assert [seed.number for seed in seeds()] == list(range(1, len(seeds()) + 1))
    assert re.findall(r"with (\d+) mistakes", readme()) == [str(len(seeds()))]
    assert {seed.rule for seed in seeds()} <= set(rule_names())


def test_every_mistake_is_found_once_and_nothing_else() -> None:
    errors = [p for p in problems("miami-2017-draft") if p.severity is Severity.ERROR]
    numbers = [[seed.number for seed in seeds() if is_of_seed(error, seed)] for error in errors]
    assert sorted(numbers) == [[seed.number] for seed in seeds()]
