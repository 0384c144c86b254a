"""Which country a zone is in, as the time zone database has it."""

from collections.abc import Mapping
from functools import cache


def country_of(zone: str) -> str:
    """The code of two letters; empty for a zone of no country, as `UTC`, or under an old name."""
    return _countries().get(zone, "")


@cache
def _countries() -> Mapping[str, str]:
    """From `zone.tab`: lines of a country, coordinates and a zone; `#` begins a comment."""
    from importlib.resources import files  # slow to import, and rarely asked for

    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {zone: country for country, _, zone, *_ in rows}
