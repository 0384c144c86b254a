"""What people have answered to their invitations."""

from typing import NamedTuple

ANSWERS = ("accepted", "tentative", "declined")


class Answer(NamedTuple):
    answer: str
    """One of `ANSWERS`."""
    at: str
    """When it was given, in UTC: `20171102T101500Z`."""
    comment: str = ""
