"""Venues, the ways between them, resources, organisations and people."""

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from itinerary.model import Organisation, Person, TravelTime, Venue
from itinerary.times import Span
from tests.missions import MIAMI, mission_of, problems, remedies


def test_every_cell_of_a_venue(tmp_path: Path) -> None:
    venues = """
id,name,address,latitude,longitude,capacity,tables,opens,closes,zone,access
hall,Port Hall,"1, Quai",25.7743,"-80,1702",1 200,14,9h,24:00,Europe/Paris,"Photo ID
at the gate"
"""
    found = mission_of(tmp_path, venues=venues).venues["hall"]
    assert found == Venue(
        id="hall",
        name="Port Hall",
        address="1, Quai",
        latitude=25.7743,
        longitude=-80.1702,
        capacity=1200,
        tables=14,
        opens=time(9),
        closes=time(0),
        zone="Europe/Paris",
        access="Photo ID\nat the gate",
        origin=found.origin,
    )


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("capacity", "lots", '"lots" is not a whole number'),
        ("opens", "9h-18h", '"9h-18h" is not a time'),
        ("opens", "9h UTC-5", '"9h UTC-5" is not a time'),
        ("closes", "25h", '"25h" is not a time'),
        ("zone", "Miami", '"Miami" is not a time zone'),
    ],
)
def test_a_cell_of_a_venue_that_cannot_be_used(
    tmp_path: Path, column: str, cell: str, sentence: str
) -> None:
    venues = f"name,{column}\nHall,{cell}\n"
    assert [text for _, _, text in problems(tmp_path, venues=venues)] == [sentence]


def test_a_city_for_a_zone_is_told_its_zone(tmp_path: Path) -> None:
    venues = "name,zone\nHall,Miami\nQuai,Europe/Paris\n"
    assert remedies(tmp_path, venues=venues) == ["did you mean America/New_York?"]


@pytest.mark.parametrize(
    ("column", "cell", "most"),
    [
        ("latitude", "91", 90),
        ("latitude", "nan", 90),
        ("latitude", "25°46'N", 90),
        ("longitude", "-180.5", 180),
        ("longitude", "1e999", 180),
    ],
)
def test_a_coordinate_off_the_globe(tmp_path: Path, column: str, cell: str, most: int) -> None:
    venues = f"name,{column}\nHall,{cell}\n"
    assert remedies(tmp_path, venues=venues) == [f"write a number between -{most} and {most}"]


VENUES = "id,name\nhall,Hall\nhotel,Hotel\nport,Port\n"


def test_a_way_counts_in_both_directions_unless_both_are_given(tmp_path: Path) -> None:
    travel = "from,to,minutes,mode\nHall,hotel,20,bus\nhotel,port,1h10,\nport,hotel,0,boat\n"
    assert mission_of(tmp_path, venues=VENUES, travel=travel).travel == {
        ("hall", "hotel"): TravelTime(20, "bus"),
        ("hotel", "hall"): TravelTime(20, "bus"),
        ("hotel", "port"): TravelTime(70),
        ("port", "hotel"): TravelTime(0, "boat"),
    }


def test_a_way_that_is_given_twice(tmp_path: Path) -> None:
    travel = "from,to,minutes\nhall,hotel,20\nhall,Hotel,25\nhall,,5\nhall,port,\n"
    assert problems(tmp_path, venues=VENUES, travel=travel) == [
        (
            "travel.csv:3",
            "duplicate",
            "the way from hall to hotel is given twice; this row is left out",
        ),
        ("travel.csv:5", "value", 'the column "minutes" is empty here'),
    ]


def test_when_a_resource_is_there(tmp_path: Path) -> None:
    resources = """
name,kind,languages,available
Ana,interprète,français;es,2017-11-06 08:00/2017-11-06 18:00; 7/11 9h - 8/11
Van,voiture,,6/11 to 7/11
Screen,kit,,
"""
    found = mission_of(tmp_path, resources=resources).resources
    assert {r.id: (r.kind, r.languages, r.available) for r in found.values()} == {
        "ana": (
            "interpreter",
            ("fr", "es"),
            (
                Span(at(6, 13), at(6, 23)),
                Span(at(7, 14), at(9, 5)),
            ),
        ),
        "van": ("vehicle", (), (Span(at(6, 5), at(8, 5)),)),
        "screen": ("kit", (), ()),
    }


def at(day: int, hour: int) -> datetime:
    return datetime(2017, 11, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("6/11", '"6/11" is not a period'),
        ("8/11 - 6/11", '"8/11 - 6/11" is not after the start'),
        ("soon - later", '"soon" is not a date and a time'),
    ],
)
def test_a_period_that_cannot_be_read(tmp_path: Path, cell: str, sentence: str) -> None:
    resources = f"name,available\nAna,{cell}\n"
    assert problems(tmp_path, resources=resources)[0] == ("resources.csv:2", "time", sentence)


def test_people_and_organisations(tmp_path: Path) -> None:
    mission = mission_of(
        tmp_path,
        people="""
name,organisation,role,groups,rank,languages,email,phone,diet,side
Hélène Lévy,Port,President,officials; elected,1,"français, english",h@port.fr,+33 6,none,
Juan Kuryla,PortMiami,Director,,,en,,,,
""",
        organisations="""
name,side,sector,country,promised_meetings
Port,,ports,FR,3
PortMiami,hôte,ports,US,
""",
    )
    assert mission.organisations["port"] == Organisation(
        "port", "Port", "delegation", "ports", "FR", 3, mission.organisations["port"].origin
    )
    levy = mission.people["helene-levy"]
    assert levy == Person(
        id="helene-levy",
        name="Hélène Lévy",
        organisation="port",
        role="President",
        groups=("officials", "elected"),
        rank=1,
        languages=("fr", "en"),
        email="h@port.fr",
        phone="+33 6",
        diet="none",
        origin=levy.origin,
    )
    assert mission.people["juan-kuryla"].side == "host"


def test_two_people_of_one_name(tmp_path: Path) -> None:
    people = "id,name\n,Jean\n,Jean\nj2,Jean\n"
    assert problems(tmp_path, people=people) == [
        ("people.csv:3", "duplicate", 'the id "jean" is already in row 2; this row is left out')
    ]


def test_names_without_a_latin_letter_have_ids_too(tmp_path: Path) -> None:
    found = mission_of(tmp_path, people="name\n北京\n上海\n").people
    assert {person.id: person.name for person in found.values()} == {"x": "北京", "x-3": "上海"}


def test_a_misspelt_organisation_is_guessed(tmp_path: Path) -> None:
    tables = {"people": "name,organisation\nJuan,Portmiamy\n", "organisations": "name\nPortMiami\n"}
    assert remedies(tmp_path, **tables) == ["did you mean portmiami?"]


@pytest.mark.parametrize(("base", "expected"), [("Hotel", "hotel"), ("hotel", "hotel")])
def test_the_base_is_a_venue(tmp_path: Path, base: str, expected: str) -> None:
    mission = f"{MIAMI}[travel]\nbase = '{base}'\n"
    assert mission_of(tmp_path, mission, venues=VENUES).settings.base == expected


def test_a_base_that_is_no_venue(tmp_path: Path) -> None:
    mission = f"{MIAMI}\n[travel]\nspeed = 30\nbase = 'Hotl'\n"
    assert problems(tmp_path, mission, venues=VENUES) == [
        ("mission.toml:9", "reference", '"Hotl" is not in the table of venues')
    ]
    assert remedies(tmp_path, mission, venues=VENUES) == ["did you mean hotel?"]
