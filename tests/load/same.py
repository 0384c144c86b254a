"""Two readings of one mission, from a folder and from a workbook."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from itinerary.load import Loaded
from itinerary.locale import Words
from itinerary.model.origins import NOWHERE

_WHERE = {"origin", "placed_at"}


def said(loaded: Loaded) -> dict[str, object]:
    """All that a mission says, whatever its files are called and wherever its cells stand."""
    assert loaded.mission is not None
    values = {field.name: getattr(loaded.mission, field.name) for field in fields(loaded.mission)}
    settings = values["settings"]._replace(check_lines={})
    del values["folder"], values["origin"]
    return {
        name: _without_places(value) for name, value in (values | {"settings": settings}).items()
    }


def problems_of(loaded: Loaded) -> list[tuple[str, str, str]]:
    """Each problem of the reading in words, without its cell."""
    words = Words("en")
    found = ((p.code, p.severity.value, words.sentence(p.message)) for p in loaded.problems)
    return sorted(found)


def _without_places(value: Any) -> object:
    if hasattr(value, "_fields"):
        return value._replace(**dict.fromkeys(_WHERE & {*value._fields}, NOWHERE))
    if isinstance(value, tuple):
        return tuple(map(_without_places, value))
    if isinstance(value, Mapping):
        return [(key, _without_places(one)) for key, one in value.items()]
    return value
