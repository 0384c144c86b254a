"""What a reader says of a text it cannot read."""

from collections.abc import Callable

import pytest

from itinerary.locale import Words
from itinerary.times import UnreadableError


def refusal(read: Callable[[], object]) -> tuple[str, str]:
    """The sentence of a refusal and its remedy."""
    with pytest.raises(UnreadableError) as caught:
        read()
    words, fault = Words("en"), caught.value
    return words.sentence(fault.message), words.sentence(fault.hint) if fault.hint else ""
