"""The frame of a mission that is imported: what `mission.toml` says, or will say."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from itinerary.load.documents import TomlDocument
from itinerary.load.settings import FILE, SettingsReader
from itinerary.model import Mission
from itinerary.problems import Problem, Source, say, warning

NEEDED = ("title", "starts", "ends", "zone")
"""Without these no mission can be begun."""


def joined(parts: Iterable[Mapping[str, object]]) -> dict[str, Any]:
    """The settings of all: the first that has a value has the word, but the first day is the
    earliest of all and the last day the latest."""
    parts = [*parts]
    whole: dict[str, Any] = {}
    for part in parts:
        for name, value in part.items():
            if isinstance(value, Mapping):
                whole[name] = {**value, **whole.get(name, {})}
            elif not whole.get(name):
                whole[name] = value
    for name, choose in (("starts", min), ("ends", max)):
        days = [day for part in parts if (day := day_of(part.get(name)))]
        if days:
            whole[name] = choose(days)
    return whole


def read_frame(text: bytes, problems: list[Problem]) -> Mission:
    """The mission of a `mission.toml`, without tables; `UnusableError` where it has no frame."""
    with TemporaryDirectory() as folder:
        path = Path(folder, FILE)
        path.write_bytes(text)
        return SettingsReader(TomlDocument(path, problems), problems).mission()


def dates_outside(frame: Mission, parts: Mapping[str, Mapping[str, object]]) -> Iterable[Problem]:
    """Sources whose days are not all days of the mission."""
    for source, part in parts.items():
        starts, ends = day_of(part.get("starts")), day_of(part.get("ends"))
        first, last = starts or ends or frame.starts, ends or starts or frame.ends
        if first < frame.starts or last > frame.ends:
            message = say(
                "import.outside", first=first, last=last, starts=frame.starts, ends=frame.ends
            )
            hint = say("import.outside.hint")
            yield warning("outside", message, Source(source), hint=hint)


def day_of(value: object) -> date | None:
    """A date, or one in ISO 8601."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
