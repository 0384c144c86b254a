"""How long it takes between two venues."""

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from itinerary.model import Venue
from itinerary.timetable import Leg
from itinerary.timetable.legs import distance_km
from tests.timetable.views import timetable

FRAME = """
    mission
    [travel]
    {settings}

    venues
    id,name,latitude,longitude,zone
    hotel,Hotel,25.7727,-80.1853,
    room,Room in the hotel,25.7730,-80.1853,
    port,Port,25.7781,-80.1719,
    doral,Doral,25.8077,-80.3370,
    orlando,Orlando,28.4312,-81.3081,
    tampa,Tampa,27.9506,-82.4572,
    sarasota,Sarasota,27.3364,-82.5307,
    pharo,Palais du Pharo,43.2936,5.3580,Europe/Paris
    club,Club,,,
    tower,Tower,,,
    mrs,Marseille,,,Europe/Paris

    travel
    from,to,minutes,mode
    {rows}

    events
    id,title,date,start,end
    lunch,Lunch,2017-11-06,13:00,14:00
"""


def leg(start: str, end: str, rows: str = "hotel,doral,40,bus", settings: str = "") -> Leg | None:
    return timetable(FRAME.format(rows=rows, settings=settings)).legs.between(start, end)


def test_a_row_of_the_table() -> None:
    assert leg("hotel", "doral") == Leg("hotel", "doral", 40, "bus")


def test_a_row_holds_for_the_way_back() -> None:
    assert leg("doral", "hotel") == Leg("doral", "hotel", 40, "bus")


def test_the_way_back_has_its_own_row() -> None:
    for rows in (
        "hotel,doral,40,bus\n    doral,hotel,55,car",
        "doral,hotel,55,car\n    hotel,doral,40,bus",
    ):
        assert leg("hotel", "doral", rows) == Leg("hotel", "doral", 40, "bus")
        assert leg("doral", "hotel", rows) == Leg("doral", "hotel", 55, "car")


def test_no_minutes_is_a_way_all_the_same() -> None:
    assert leg("hotel", "room", "hotel,room,0,") == Leg("hotel", "room", 0)


def test_an_estimate() -> None:
    # 1.47 km at 25 km/h are 3.5 minutes; 5 more for getting in and out.
    assert leg("hotel", "port") == Leg("hotel", "port", 9, estimated=True)
    assert leg("port", "hotel") == Leg("port", "hotel", 9, estimated=True)


def test_the_speed_of_the_mission() -> None:
    assert leg("hotel", "port", settings="speed = 10") == Leg("hotel", "port", 14, estimated=True)
    # 8.2 minutes: an estimate is rounded up.
    assert leg("hotel", "port", settings="speed = 28") == Leg("hotel", "port", 9, estimated=True)


def test_without_coordinates() -> None:
    assert leg("hotel", "club") == Leg("hotel", "club", 30, estimated=True)
    assert leg("tower", "club") == Leg("tower", "club", 30, estimated=True)
    assert leg("club", "tower", settings="default_minutes = 12") == Leg(
        "club", "tower", 12, estimated=True
    )


def test_the_same_spot() -> None:
    assert leg("hotel", "hotel") is None
    assert leg("hotel", "room") is None


def test_an_unknown_place() -> None:
    assert leg("", "hotel") is None
    assert leg("hotel", "") is None
    assert leg("hotel", "zzyzx") is None
    assert leg("zzyzx", "hotel") is None


def test_too_far_for_a_road() -> None:
    assert leg("hotel", "pharo") is None
    assert leg("club", "mrs") is None
    assert leg("hotel", "orlando") is None


def test_a_row_makes_one_area_of_two() -> None:
    assert leg("hotel", "orlando", "orlando,hotel,230,train") == Leg(
        "hotel", "orlando", 230, "train"
    )


def test_areas() -> None:
    legs = timetable(FRAME.format(rows="hotel,doral,40,bus", settings="")).legs
    assert legs.same_area("hotel", "doral")
    assert legs.same_area("hotel", "club")
    assert legs.same_area("mrs", "pharo")
    assert not legs.same_area("hotel", "mrs")
    assert not legs.same_area("club", "pharo")
    # Kilometres: Tampa to Orlando 125, Sarasota to Miami 291, Tampa to Miami 330.
    assert legs.same_area("tampa", "orlando")
    assert legs.same_area("sarasota", "hotel")
    assert not legs.same_area("tampa", "hotel")


DEGREES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(DEGREES, DEGREES)
def test_distance(a: tuple[float, float], b: tuple[float, float]) -> None:
    there, back = (
        distance_km(Venue("a", "A", "", *one), Venue("b", "B", "", *other))
        for one, other in ((a, b), (b, a))
    )
    assert there is not None
    assert there == back
    assert 0 <= there <= 20016
    assert distance_km(Venue("a", "A", "", *a), Venue("a", "A", "", *a)) == 0


def test_distances_that_are_known() -> None:
    pole, equator = Venue("a", "A", "", 90, 0), Venue("b", "B", "", 0, 0)
    found = distance_km(pole, equator)
    assert found is not None
    assert ceil(found) == 10008
    assert distance_km(pole, Venue("c", "C")) is None
    assert distance_km(Venue("c", "C", "", 90), equator) is None


def test_one_area_is_said_only_of_what_is_near() -> None:
    legs = timetable(FRAME.format(rows="hotel,doral,40,bus", settings="")).legs
    assert legs.is_one_area(["hotel", "port", "doral", "club", ""])
    assert not legs.is_one_area(["hotel", "orlando"])  # 325 km; 150 are surely near enough
    assert not legs.is_one_area(["hotel", "mrs"])
    assert not legs.is_one_area(["hotel", "pharo"])
