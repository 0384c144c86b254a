"""How long it takes between two venues."""

from collections.abc import Iterable
from math import asin, ceil, cos, radians, sin, sqrt
from typing import NamedTuple

from itinerary.model import Mission, Venue

EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""
SAME_SPOT_KM = 0.15
BOARDING_MINUTES = 5
"""Getting in and out, added to an estimate."""
SAME_AREA_KM = 300.0
"""Further apart than this nobody goes by road between two items: a journey is needed."""

MOST_DEGREES = 10.0
"""Of longitude; in a wider box the corners may be nearer to each other than what lies between."""


class Leg(NamedTuple):
    """A way between two venues, without slack."""

    start: str
    end: str
    minutes: int
    mode: str = ""
    estimated: bool = False


class Legs:
    """Looks legs up in the travel table, else estimates them; each pair once."""

    def __init__(self, mission: Mission) -> None:
        self._mission = mission
        self._known: dict[tuple[str, str], Leg | None] = {}
        self._areas: dict[tuple[str, str], bool] = {}
        self._spots: dict[str, list[str]] = {}

    def between(self, start: str, end: str) -> Leg | None:
        """The leg; None where a place is unknown, the same, or too far for a road."""
        pair = start, end
        if pair not in self._known:
            self._known[pair] = self._leg(start, end)
        return self._known[pair]

    def _leg(self, start: str, end: str) -> Leg | None:
        venues = self._mission.venues
        if start == end or start not in venues or end not in venues:
            return None
        row = self._mission.travel.get((start, end))
        if row is not None:
            return Leg(start, end, row.minutes, row.mode)
        if not self.same_area(start, end):
            return None
        return self._next_door(start, end) or self._estimate(start, end)

    def _estimate(self, start: str, end: str) -> Leg | None:
        kilometres = distance_km(self._mission.venues[start], self._mission.venues[end])
        settings = self._mission.settings
        if kilometres is None:
            return Leg(start, end, settings.default_minutes, estimated=True)
        if kilometres < SAME_SPOT_KM:
            return None
        minutes = ceil(BOARDING_MINUTES + kilometres / settings.speed * 60)
        return Leg(start, end, minutes, estimated=True)

    def _next_door(self, start: str, end: str) -> Leg | None:
        """The longest way the table has between venues of the same two spots.

        The rooms of a house are venues of their own, and few people write a row for each.
        """
        rows = [
            row
            for one in self._spot(start)
            for other in self._spot(end)
            if (row := self._mission.travel.get((one, other)))
        ]
        if not rows:
            return None
        longest = max(rows, key=lambda row: row.minutes)
        return Leg(start, end, longest.minutes, longest.mode, estimated=True)

    def _spot(self, venue: str) -> list[str]:
        """Every venue within `SAME_SPOT_KM` of one, itself included."""
        if venue not in self._spots:
            here = self._mission.venues[venue]
            distances = {v.id: distance_km(here, v) for v in self._mission.venues.values()}
            near = [v for v, km in distances.items() if km is not None and km < SAME_SPOT_KM]
            self._spots[venue] = near or [venue]
        return self._spots[venue]

    def same_area(self, start: str, end: str) -> bool:
        """Whether one can go from one venue to the other without a journey.

        By distance where both have coordinates, else by their zones: Marseille and Miami
        are two areas, Doral and downtown Miami are one.
        """
        pair = start, end
        if pair not in self._areas:
            self._areas[pair] = self._same_area(start, end)
        return self._areas[pair]

    def is_one_area(self, places: Iterable[str]) -> bool:
        """Whether all are surely in one area: on the same clocks and within half its size."""
        known = set(places)
        zones = {self._mission.zone_at(place) for place in known}
        venues = (self._mission.venues.get(place) for place in known)
        located = [v for v in venues if v and v.latitude is not None and v.longitude is not None]
        latitudes = [venue.latitude or 0.0 for venue in located] or [0.0]
        longitudes = [venue.longitude or 0.0 for venue in located] or [0.0]
        corner = Venue("", "", latitude=min(latitudes), longitude=min(longitudes))
        other = Venue("", "", latitude=max(latitudes), longitude=max(longitudes))
        is_narrow = max(longitudes) - min(longitudes) < MOST_DEGREES
        kilometres = distance_km(corner, other) or 0.0
        return len(zones) < 2 and is_narrow and kilometres < SAME_AREA_KM / 2

    def _same_area(self, start: str, end: str) -> bool:
        if pair_is_listed := (start, end) in self._mission.travel:
            return pair_is_listed
        venues = self._mission.venues
        if start in venues and end in venues:
            kilometres = distance_km(venues[start], venues[end])
            if kilometres is not None:
                return kilometres <= SAME_AREA_KM
        return self._mission.zone_at(start) == self._mission.zone_at(end)


def distance_km(a: Venue, b: Venue) -> float | None:
    """The great-circle distance by the haversine formula; None without coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    lat_a, lat_b = radians(a.latitude), radians(b.latitude)
    half_lat, half_lon = (lat_b - lat_a) / 2, radians(b.longitude - a.longitude) / 2
    h = sin(half_lat) ** 2 + cos(lat_a) * cos(lat_b) * sin(half_lon) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))
