"""What cells of a sheet are besides their values."""

from typing import NamedTuple

MOST_CELLS = 4_000_000
"""Of a sheet, the empty ones between included: as many as its reader makes room for."""

Place = tuple[int, int]
"""Row and column, from 0."""


class Marks(NamedTuple):
    """Places of a sheet about which there is something to say."""

    struck: frozenset[Place] = frozenset()
    """Struck through, all of their text."""
    unvalued: frozenset[Place] = frozenset()
    """Formulas of which the file keeps no value."""
    wrong: frozenset[Place] = frozenset()
    """Errors, such as `#REF!`."""
    merged: tuple[tuple[Place, Place], ...] = ()
    """The first and the last cell of each range."""


class TooMuchError(Exception):
    """The file is refused; the argument is the key of the sentence that says of what."""


def column_number(letters: bytes) -> int:
    """From 0: `A` is 0, `AA` is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
