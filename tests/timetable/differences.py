"""What changed between two missions given as text, as a reader compares it."""

import re
from typing import NamedTuple

from itinerary.model import Mission
from itinerary.problems import has_errors
from itinerary.timetable.changes import Changes
from itinerary.timetable.compared import changes_between
from tests.check.tables import loaded

PEOPLE = """\
people
id,name,side,rank
ann,Ann Brun,,1
bob,Bob Col,,2
eve,Eve Dor,,
joe,Joe Fau,host,
"""
VENUES = """\
venues
id,name,zone
hall,Hall,
nook,Nook,
pharo,Palais du Pharo,Europe/Paris
"""


class Told(NamedTuple):
    """A change in words: codes, and ids apart by spaces."""

    what: str
    id: str
    people: str
    on: str = ""
    off: str = ""


def changes_of(old: str, new: str) -> Changes:
    """Between two states that read without an error."""
    return changes_between(mission_of(old), mission_of(new))


def mission_of(text: str) -> Mission:
    """With people and venues as above where the text has none."""
    blocks = {block.split("\n", 1)[0]: block for block in re.split(r"\n{2,}", text.strip())}
    whole = {"people": PEOPLE, "venues": VENUES} | blocks
    reading = loaded("\n\n".join(block.strip() for block in whole.values()))
    assert reading.mission is not None
    assert not has_errors(reading.problems)
    return reading.mission


def told(old: str, new: str) -> list[Told]:
    """Each change of a thing, in order."""
    return [
        Told(
            " ".join(one.what), one.shown.id or one.shown.title, " ".join(one.people),
            " ".join((*one.on, *one.now_required)), " ".join((*one.off, *one.now_optional)),
        )
        for one in changes_of(old, new).things
    ]  # fmt: skip
