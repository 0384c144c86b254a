"""What the options of `import` say of a new mission, read as it will be written."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from itinerary.cli.output import refuse
from itinerary.locale import Words
from itinerary.times import DateReader, UnreadableError
from itinerary.times.cities import zone_called


def settings_of(words: Words, flags: Mapping[str, str | None]) -> dict[str, object]:
    """The settings of the flags that are given; exit 2 where one cannot be used."""
    today = datetime.now(UTC).astimezone().date()
    days = DateReader(today, today, today)
    readers: dict[str, Callable[[str], object]] = {
        "starts": days.read,
        "ends": days.read,
        "zone": zone_called,
    }
    found: dict[str, object] = {}
    for name, text in flags.items():
        try:
            if text:
                found[name] = readers.get(name, str)(text)
        except UnreadableError as fault:
            below = [words.sentence(fault.hint)] if fault.hint else []
            raise refuse(words, fault.message, *below) from None
    return found
