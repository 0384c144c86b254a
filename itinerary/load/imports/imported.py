"""What a foreign file comes to, and what it may bring at most."""

from typing import NamedTuple

from itinerary.load.files import UnusableError
from itinerary.model.tables import TextMission
from itinerary.problems import Message, Problem, Source, error

MOST_BYTES = 20 * 1024 * 1024
"""The largest schedules have 4 MB."""
MOST_ROWS = 20_000
"""Talks, or entries of a calendar; the largest conferences have a thousand."""
NOTHING = TextMission({}, {})


class Imported(NamedTuple):
    """The tables of a foreign file, in cells our reader understands, and every doubt about them."""

    mission: TextMission
    problems: tuple[Problem, ...] = ()


def refusal(
    name: str, message: Message, hint: Message | None = None, row: int = 0
) -> UnusableError:
    """What is raised where nothing of a file can be used."""
    return UnusableError(error("file", message, Source(name, row), hint=hint))


def refused(fault: UnusableError) -> Imported:
    """A file that brings nothing."""
    return Imported(NOTHING, (fault.problem,))
