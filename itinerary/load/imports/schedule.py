"""The schedule of a conference as its XML and its JSON both say it, still in their words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from itinerary.problems import Source

Fields = Mapping[str, str]
"""Texts by the names the formats give them: `guid`, `title`, `duration`."""
MOST_SPEAKERS = 500
"""Of one talk."""


class Talk(NamedTuple):
    """One entry of the schedule, with `day` and `day_start` of the day it stands under."""

    fields: Fields
    speakers: Sequence[Fields]
    at: Source
    """Its line in XML; its path in JSON, as the column."""

    def cell(self, field: str) -> Source:
        """Where one of its fields stands."""
        return self.at._replace(column=f"{self.at.column}.{field}".removeprefix("."))


class Schedule(NamedTuple):
    """All of a file."""

    file: str
    conference: Fields
    rooms: Sequence[Fields]
    talks: Sequence[Talk]
