"""The schedule of a conference in XML, as pentabarf, frab and pretalx write it.

It is read as a stream by defusedxml: no entity is ever expanded, and what is too deep or too
much ends the reading where it is met.
"""

from collections.abc import Callable, Mapping
from typing import NoReturn
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from itinerary.load.files import UnusableError
from itinerary.load.imports.imported import MOST_BYTES, MOST_ROWS, Imported, refusal, refused
from itinerary.load.imports.schedule import MOST_SPEAKERS, Schedule, Talk
from itinerary.load.imports.schedule_tables import tables_of
from itinerary.load.imports.texts import LONGEST_RAW
from itinerary.problems import Source, say

_DEEPEST = 50
_MOST_ELEMENTS = 400_000
_PARENTS = frozenset({"conference", "event", "persons"})
"""Elements whose children are fields; markup inside a field is part of its text."""


def read_schedule_xml(name: str, data: bytes, zone: str = "") -> Imported:
    """Venues, events and people of a schedule; never raises for what is in it.

    `zone` is that of the mission the rows are for; empty where the schedule begins one.
    """
    try:
        return tables_of(_schedule(name, data), zone)
    except UnusableError as fault:
        return refused(fault)


def _schedule(name: str, data: bytes) -> Schedule:
    if len(data) > MOST_BYTES:
        raise refusal(name, say("file.large", file=name))
    found = _Elements(name)
    parser = DefusedXMLParser(target=found, forbid_dtd=True)
    found.row = lambda: int(parser.parser.CurrentLineNumber)
    try:
        parser.feed(data)
        parser.close()
    except DefusedXmlException:
        raise refusal(name, say("foreign.dtd", file=name), say("foreign.dtd.hint")) from None
    except ParseError as fault:
        message = say("foreign.xml", file=name, reason=str(fault))
        raise refusal(name, message, say("foreign.whole"), fault.position[0]) from None
    except (ValueError, LookupError):
        hint = say("file.encoding.hint")
        raise refusal(name, say("file.encoding", file=name), hint) from None
    if not found.is_schedule:
        raise refusal(name, say("foreign.unknown", file=name), say("foreign.unknown.hint"))
    return Schedule(name, found.conference, found.rooms, found.talks)


class _Elements:
    """Takes the elements as they come; keeps what is known of them, and nothing else."""

    def __init__(self, file: str) -> None:
        self.row: Callable[[], int] = int
        self.conference: dict[str, str] = {}
        self.rooms: list[Mapping[str, str]] = []
        self.talks: list[Talk] = []
        self.is_schedule = False
        self._file = file
        self._path: list[str] = []
        self._elements = 0
        self._day: dict[str, str] = {}
        self._room: dict[str, str] = {}
        self._talk: dict[str, str] = {}
        self._speakers: list[dict[str, str]] = []
        self._begins_at = 0
        self._texts: list[str] = []
        self._length = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if len(self._path) >= _DEEPEST:
            self._refuse("foreign.deep")
        if self._elements > _MOST_ELEMENTS or len(self.talks) >= MOST_ROWS:
            self._refuse("foreign.many")
        self.is_schedule = self.is_schedule or (not self._path and _bare(name) == "schedule")
        given = {key: text[:LONGEST_RAW] for key, text in attributes.items()}
        self._begin(_bare(name), given)
        self._path.append(_bare(name))
        self.data(" ")

    def _begin(self, name: str, given: dict[str, str]) -> None:
        if name == "day":
            self._day = {"day": given.get("date", ""), "day_start": given.get("start", "")}
        elif name == "room" and "event" not in self._path:
            self._room = given
            self.rooms.append(given)
        elif name == "event":
            self._begins_at = self.row()
            self._talk = {"room": self._room.get("name", ""), **self._day, **given}
            self._speakers = []
        elif name == "person" and len(self._speakers) < MOST_SPEAKERS:
            self._speakers.append(given)
        if self._path and self._path[-1] in _PARENTS:
            self._texts, self._length = [], 0

    def data(self, text: str) -> None:
        if self._length < LONGEST_RAW:
            self._texts.append(text)
            self._length += len(text)

    def end(self, name: str) -> None:
        self._path.pop()
        above = self._path[-1] if self._path else ""
        if _bare(name) == "event":
            at = Source(self._file, self._begins_at)
            self.talks.append(Talk(self._talk, tuple(self._speakers), at))
        if above in _PARENTS:
            text, self._texts = "".join(self._texts).strip()[:LONGEST_RAW], []
            if text:
                self._keep(_bare(name), above, text)

    def _keep(self, name: str, above: str, text: str) -> None:
        if above == "event":
            self._talk[name] = text
        elif above == "conference":
            self.conference.setdefault(name, text)
        elif name == "person" and self._speakers:
            self._speakers[-1].setdefault("name", text)

    def _refuse(self, key: str) -> NoReturn:
        raise refusal(self._file, say(key, file=self._file), row=self.row())


def _bare(name: str) -> str:
    """Without a namespace."""
    return name.rpartition("}")[2]
