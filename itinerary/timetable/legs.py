"""How long it takes between two venues."""

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
        kilometres = distance_km(venues[start], venues[end])
        settings = self._mission.settings
        if kilometres is None:
            return Leg(start, end, settings.default_minutes, estimated=True)
        if kilometres < SAME_SPOT_KM:
            return None
        minutes = ceil(BOARDING_MINUTES + kilometres / settings.speed * 60)
        return Leg(start, end, minutes, estimated=True)

    def same_area(self, start: str, end: str) -> bool:
        """Whether one can go from one venue to the other without a journey.

        By distance where both have coordinates, else by their zones: Marseille and Miami
        are two areas, Doral and downtown Miami are one.
        """
        pair = start, end
        if pair not in self._areas:
            self._areas[pair] = self._same_area(start, end)
        return self._areas[pair]

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
