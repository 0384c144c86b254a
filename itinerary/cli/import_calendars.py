"""The calendars of an import: somebody's busy times, or events."""

from collections.abc import Mapping
from typing import NamedTuple

from itinerary.cli.import_sources import File
from itinerary.load.imports.imported import Imported, refusal, refused
from itinerary.load.imports.sniffing import Kind
from itinerary.model import Mission
from itinerary.problems import say


class Calendar(NamedTuple):
    """What the entries of calendars become, and whose they are."""

    entries: str = ""
    who: str = ""

    @property
    def is_absences(self) -> bool:
        return self.entries == "absences" or (bool(self.who) and not self.entries)


def calendars_of(files: Mapping[str, File]) -> dict[str, File]:
    """Those of the files that are calendars."""
    return {name: file for name, file in files.items() if file.kind is Kind.CALENDAR}


def own_calendars(files: Mapping[str, File], wanted: Calendar) -> dict[str, Imported]:
    """What each calendar says when and where it is: of a mission that has no frame yet.

    Somebody's own calendar is about more than the mission.
    """
    found = calendars_of(files)
    if wanted.is_absences or not wanted.entries:
        return {name: _refused(name) for name in found if not wanted.who}
    return {name: _read(file, None, wanted) for name, file in found.items()}


def read_calendars(
    files: Mapping[str, File], frame: Mission, wanted: Calendar
) -> dict[str, Imported]:
    """What each calendar brings to a mission with this frame, by the name of its file."""
    return {name: _read(file, frame, wanted) for name, file in calendars_of(files).items()}


def _read(file: File, frame: Mission | None, wanted: Calendar) -> Imported:
    from itinerary.load.imports.calendar import read_calendar
    from itinerary.load.imports.occurrences import Days

    name = file.path.name
    days = Days(frame.starts, frame.ends, frame.zone) if frame else None
    if wanted.is_absences and wanted.who:
        return read_calendar(name, file.data, days, "absences", wanted.who)
    if wanted.entries == "events":
        return read_calendar(name, file.data, days)
    return _refused(name)


def _refused(name: str) -> Imported:
    hint = say("import.calendar.hint")
    return refused(refusal(name, say("import.calendar", file=name), hint))
