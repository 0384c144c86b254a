"""The lines of a calendar (RFC 5545 section 3.1): unfolded, and put into their components.

It is read here and not by a library, as a calendar comes from anywhere: whatever it holds, the
time it takes grows with its length alone, each value keeps its line, and what is broken is left
out on its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from itinerary.load.imports.imported import MOST_ROWS, refusal
from itinerary.load.imports.texts import LONGEST_RAW
from itinerary.problems import Problem, Source, say, warning

_DEEPEST = 20
_MOST_PARTS = 4 * MOST_ROWS
_MOST_LINES = 1_000_000
_LONGEST_LINE = 200_000
"""Characters; what is longer is an attachment."""
_LINE = re.compile(r'([A-Za-z0-9-]{1,60})((?:;[^=;:"]{1,60}=(?:"[^"]*"|[^";:])*)*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';([^=;:"]{1,60})=((?:"[^"]*"|[^";:])*)')
_KEPT = frozenset({
    "METHOD", "X-WR-CALNAME", "X-WR-TIMEZONE", "UID", "DTSTART", "DTEND", "DURATION", "SUMMARY",
    "LOCATION", "DESCRIPTION", "URL", "ORGANIZER", "ATTENDEE", "STATUS", "TRANSP", "CLASS", "RRULE",
    "RDATE", "EXDATE", "RECURRENCE-ID", "FREEBUSY", "TZID", "TZOFFSETFROM", "TZOFFSETTO",
    "X-LIC-LOCATION", "X-MICROSOFT-CDO-BUSYSTATUS", "COMMENT", "SEQUENCE", "DTSTAMP",
})  # fmt: skip
_ESCAPES = {"n": "\n", "N": "\n"}
_CARETS = {"^n": "\n", "^'": '"', "^^": "^"}


class Value(NamedTuple):
    """One property as it is written, and its line."""

    text: str = ""
    parameters: Mapping[str, str] = {}
    row: int = 0


@dataclass(eq=False)
class Component:
    """What stands between `BEGIN` and `END`."""

    name: str
    row: int = 0
    values: dict[str, list[Value]] = field(default_factory=dict)
    parts: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> Value:
        """The first of a name; empty where there is none."""
        return self.values.get(name, [Value()])[0]

    def text(self, name: str) -> str:
        """A value of type TEXT as it is meant."""
        return unescaped(self.value(name).text)

    def all(self, name: str) -> list[Value]:
        return self.values.get(name, [])


def read_components(file: str, text: str, problems: list[Problem]) -> list[Component]:
    """The calendars of a file; what it leaves open at its end is left out, and reported."""
    if text.count("\n") > _MOST_LINES:
        raise refusal(file, say("foreign.many", file=file))
    whole = Component("")
    path, count = [whole], 0
    for row, line in _unfolded(text):
        found = _LINE.fullmatch(line) if len(line) <= _LONGEST_LINE else None
        if found is None:
            continue
        name, written = found[1].upper(), found[3]
        if name == "BEGIN":
            count += 1
            _guard(file, len(path), count, row)
            path.append(Component(written.strip().upper(), row))
        elif name == "END":
            _close(path, written.strip().upper())
        elif name in _KEPT:
            value = Value(written[:LONGEST_RAW], _parameters(found[2]), row)
            path[-1].values.setdefault(name, []).append(value)
    if len(path) > 1:
        at = Source(file, path[-1].row)
        problems.append(warning("file", say("calendar.cut", file=file), at))
        _close_calendars(path)
    return whole.parts


def _guard(file: str, depth: int, count: int, row: int) -> None:
    if depth > _DEEPEST:
        raise refusal(file, say("foreign.deep", file=file), row=row)
    if count > _MOST_PARTS:
        raise refusal(file, say("foreign.many", file=file), row=row)


def _close(path: list[Component], name: str) -> None:
    """Ends the innermost component of the name, with all that stand open in it."""
    open_names = [component.name for component in path[1:]]
    if name not in open_names:
        return
    while len(path) > 1:
        closed = path.pop()
        path[-1].parts.append(closed)
        if closed.name == name:
            return


def _close_calendars(path: list[Component]) -> None:
    """The entry that is cut off is lost, what stands whole before it is not."""
    while len(path) > 1:
        closed = path.pop()
        if closed.name == "VCALENDAR":
            path[-1].parts.append(closed)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Each line with the number of its first piece."""
    pieces: list[str] = []
    begun = 0
    for row, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if line.startswith((" ", "\t")) and pieces:
            pieces.append(line[1:])
            continue
        if pieces:
            yield begun, "".join(pieces)
        pieces, begun = [line], row
    if pieces:
        yield begun, "".join(pieces)


def _parameters(text: str) -> dict[str, str]:
    """By name; quotes are taken off and carets read (RFC 6868)."""
    return {
        name.strip().upper(): re.sub(r"\^['n^]", lambda m: _CARETS[m[0]], value.replace('"', ""))
        for name, value in _PARAMETER.findall(text[:LONGEST_RAW])
    }


def unescaped(text: str) -> str:
    r"""`\n`, `\,` and `\;` as what they stand for."""
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), text)
