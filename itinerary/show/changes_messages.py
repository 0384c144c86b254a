"""What changed for one person, as lines to send by message: a day, what it is, and what is new.

What is as it was is left out, and a long title is cut, so that a line fits one text message.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.show.agenda_markdown import escaped
from itinerary.show.changes_phrases import Phrases
from itinerary.timetable.changes import FATES, GAINS, Change, Changes, RowChange
from itinerary.timetable.versions import TOLD, Version

LONGEST = 160
"""Characters of a text message."""
SHORTEST_TITLE = 40
UNTOLD = ("rank",)
"""Columns of a person that are for the organisers."""
SWITCHES = ("now_required", "now_optional")
STATUSES = ("confirmed", "draft")


class Block(NamedTuple):
    """Somebody, by id and by name, and the lines to send."""

    id: str
    name: str
    lines: list[str]


class Messages:
    """Says the changes between two states of a mission to those whom they concern."""

    def __init__(self, old: Mission, new: Mission, words: Words) -> None:
        self._words = words
        self._phrases = Phrases(old, new, words)

    def blocks(self, found: Changes) -> list[Block]:
        """In protocol order; nobody who need not be told a thing."""
        blocks = (
            Block(person, self._phrases.name(person), [*self.lines(changes, person)])
            for person, changes in found.by_person().items()
        )
        return [block for block in blocks if block.lines]

    def lines(self, found: Changes, person: str) -> Iterator[str]:
        """One for each change, of those that concern the person."""
        for change in found.things:
            part = change.part(person)
            if part in FATES or part in ("on", "off"):
                yield self._whole(change, part)
            elif change.before and change.after:
                yield from self._partly(change.before, change.after, change, person)
        for row in found.rows:
            yield from self._row(row)

    def _whole(self, change: Change, part: str) -> str:
        """It is new, or gone, for everybody or for one."""
        known = change.before if part == "off" else None  # as it was when one was expected
        shown = known or change.shown
        is_gain = part in (*GAINS, "on")
        place = self._phrases.place(shown) if is_gain else ""
        return self._line(shown, f"message.{part}", f", {place}" if place else "", is_gain)

    def _partly(
        self, before: Version, after: Version, change: Change, person: str
    ) -> Iterator[str]:
        """What is different about it."""
        said = "; ".join(self._differences(before, after, change, person))
        if "moved" in change.what and _start(before) != _start(after):
            start, end = self._times(before, after)
            more = f"; {said}" if said else self._at_table(after)
            ways = self._words.text("message.from_to", before=start, after=end)
            yield self._line(before, "message.moved", f"{ways}{more}")
        elif said:
            yield self._line(before, "message.other", said)

    def _differences(
        self, before: Version, after: Version, change: Change, person: str
    ) -> Iterator[str]:
        what, text = change.what, self._words.text
        if "moved" in what and _start(before) == _start(after):
            yield text("message.until", clock=self._phrases.clocks(after, False)[1])
        yield from self._places(before, after, what)
        if "renamed" in what:
            yield text("message.renamed", title=self._phrases.title(after))
        yield from (text(f"diff.what.{one}") for one in STATUSES if one in what)
        if after.kind == "meeting" and "people" in what:
            yield from self._phrases.parts(change)
        yield from (text(f"message.{one}") for one in SWITCHES if person in getattr(change, one))
        told = TOLD.get(after.kind, ())
        yield from (self._phrases.now(one) for one in change.details if one.column in told)

    def _places(self, before: Version, after: Version, what: tuple[str, ...]) -> Iterator[str]:
        text, phrases = self._words.text, self._phrases
        if after.kind in ("journey", "transfer"):
            if before.place != after.place:
                yield text("message.starts", place=phrases.venue(after.place))
            if before.end_place != after.end_place:
                yield text("message.ends", place=phrases.venue(after.end_place))
        elif "elsewhere" in what or ("table" in what and after.table is None):
            place = phrases.place(after)
            yield text("message.elsewhere", place=place) if place else text("message.nowhere")
        elif "table" in what:
            yield text("message.elsewhere", place=text("agenda.table", number=after.table))

    def _times(self, before: Version, after: Version) -> tuple[str, str]:
        """Starts; both ends where it has another length or leads from clocks to others."""
        names_zone = (before.zone, before.end_zone) != (after.zone, after.end_zone)
        was, now = ([*self._phrases.clocks(one, names_zone)] for one in (before, after))
        lengths = [one.span.length for one in (before, after) if one.span]
        if lengths[0] == lengths[-1] and after.kind != "journey":
            was, now = was[:1], now[:1]
        day = f"{self._words.day(after.day)} " if after.day and after.day != before.day else ""
        return "–".join(was), f"{day}{'–'.join(now)}"

    def _at_table(self, version: Version) -> str:
        if version.table is None:
            return ""
        return f", {self._words.text('agenda.table', number=version.table)}"

    def _line(self, version: Version, key: str, more: str, is_gain: bool = False) -> str:
        """The sentence of a key on a day, its title cut where that makes it short enough."""
        title = self._phrases.title(version, is_gain)
        line = self._filled(version, key, title, more)
        excess = len(line) - LONGEST
        if excess <= 0:
            return line
        room = max(SHORTEST_TITLE, len(title) - excess)
        short = title if len(title) <= room else f"{title[: room - 1].rstrip()}…"
        return self._filled(version, key, short, more)

    def _filled(self, version: Version, key: str, title: str, more: str) -> str:
        words = self._words
        start, end = self._phrases.clocks(version, False)
        timed = words.text("message.timed", title=title, start=start) if start else title
        text = words.text(key, title=title, timed=timed, span=f"{start}–{end}", more=more)
        return words.text("message.line", day=version.day, text=text) if version.day else text

    def _row(self, row: RowChange) -> Iterator[str]:
        if row.kind == "person" and not row.details:
            yield self._words.text(f"message.{row.what}")
            return
        name = self._phrases.row_entry(row).title
        for edited in row.details:
            if row.kind != "person" or edited.column not in UNTOLD:
                yield self._words.text("message.row", name=name, text=self._phrases.now(edited))


def _start(version: Version) -> object:
    return version.span and (version.span.start, version.zone)


def messages_text(blocks: Iterable[Block]) -> str:
    """Each name, and below it the lines; ends in a line break."""
    return "\n".join("".join(f"{line}\n" for line in (one.name, *one.lines)) for one in blocks)


def messages_markdown(title: str, blocks: Iterable[Block]) -> str:
    """The same as Markdown, below a title."""
    parts = [f"# {escaped(title)}\n"]
    for one in blocks:
        items = "".join(f"- {escaped(line)}\n" for line in one.lines)
        parts.append(f"## {escaped(one.name)}\n\n{items}")
    return "\n".join(parts)


def messages_data(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """The same for a script."""
    return [{"id": one.id, "name": one.name, "messages": one.lines} for one in blocks]
