"""What the tables share while they are read: the frame, what is known by name, the problems."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from itinerary.load.columns import DOUBT, Batch, Made, batches
from itinerary.load.register import Names
from itinerary.load.rows import Row, Table
from itinerary.load.settings import SettingsReader
from itinerary.model import Mission, Organisation, Person, Resource, Venue
from itinerary.names import key, slug
from itinerary.problems import Message, OneOf, Problem, say
from itinerary.times import DateReader

Record = TypeVar("Record")


@dataclass(eq=False, repr=False)
class Intake:
    """The state of one loading."""

    frame: Mission
    """The mission with its dates, zones and settings, and no tables yet."""
    dates: DateReader
    problems: list[Problem]
    settings: SettingsReader
    absent: frozenset[str] = frozenset()
    """Tables the mission does without: what others name of them is taken as written."""
    broken: set[str] = field(default_factory=set)
    """Tables of which something is lost: what others name of them is not held against them."""
    venues: dict[str, Venue] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    resources: dict[str, Resource] = field(default_factory=dict)
    names: dict[str, Names] = field(default_factory=dict)
    _lists: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """Cells with several names that have been resolved without a problem, by table and text."""

    def named(self, table: str) -> Names:
        """The names of a table, empty until it has been read."""
        found = self.names.get(table)
        if found is None:
            found = self.names[table] = Names(table)
        return found

    def rows(self, table: Table | None) -> Iterator[Row]:
        """The rows of a table that may be absent, each checked for cells beyond the header."""
        if table is None:
            return
        for line, cells in table.grid.rows:
            yield self.row(table, line, cells)
        self._note_loss(table)

    def batches(self, table: Table) -> Iterator[Batch]:
        """The rows of a table a column at a time."""
        yield from batches(table)
        self._note_loss(table)

    def settled(
        self, batch: Batch, made: Made, name_of: Callable[[Row], str]
    ) -> tuple[Sequence[str | None], dict[int, Row]]:
        """The ids of a batch, None for one that is taken, and the rows that are to be read alone,
        by their places."""
        names = self.named(batch.table.name)
        rows = {p: self.row(batch.table, *batch.record(p)) for p in sorted(batch.doubtful)}
        for place, row in rows.items():
            made.ids[place], made.names[place] = row.line_of("id"), name_of(row)
        if not any(made.ids) and all(made.names):
            made.ids[:] = map(slug, made.names)
        if names.register_all(made.ids, made.names, batch.origins):
            return made.ids, rows
        every = range(len(batch))
        rows = {p: rows.get(p) or self.row(batch.table, *batch.record(p)) for p in every}
        return [names.register(row, name_of(row)) for row in rows.values()], rows

    def _note_loss(self, table: Table) -> None:
        """A quote that cuts a table off is met on the way down."""
        file = table.grid.file
        if any(p.message.key == "file.quote" and p.at[0].file == file for p in self.problems):
            self.broken.add(table.name)

    def row(self, table: Table, line: int, cells: list[str]) -> Row:
        """One row, to be read on its own."""
        row = Row(table, line, cells, self.problems)
        width = len(table.grid.header)
        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            message = say("value.extra", cells=len(cells), columns=width)
            row.fail("value", "", message, say("value.extra.hint"))
        return row

    def reference(self, row: Row, column: str, table: str) -> str:
        """The id a cell points at; empty, with a problem, if it points at nothing."""
        return self.resolve(row, column, table, row.line_of(column))

    def references(self, row: Row, column: str, table: str) -> tuple[str, ...]:
        """The ids a cell with several names points at."""
        text = row.text(column)
        if not text:
            return ()
        known = self._lists.get((table, text))
        if known is None:
            names = self._listed(row, column, table)
            found = (self.resolve(row, column, table, name) for name in names)
            known = tuple(identity for identity in found if identity)
            if len(known) == len(names):
                self._lists[table, text] = known
        return known

    def known(self, row: Row, column: str, table: str) -> str:
        """As `reference`, but `DOUBT` where a name is in no row."""
        text = row.line_of(column)
        found = self.named(table).find(text) if text else ""
        return cast(str, DOUBT) if found is None else found

    def all_known(self, row: Row, column: str, table: str) -> tuple[str, ...]:
        """As `references`, but `DOUBT` where a name is in no row."""
        names = self.named(table)
        found = [names.find(text) for text in self._listed(row, column, table)]
        known = tuple(identity for identity in found if identity)
        return known if len(known) == len(found) else cast(tuple[str, ...], DOUBT)

    def _listed(self, row: Row, column: str, table: str) -> tuple[str, ...]:
        """The names of a cell: `Hotel, hall 1; Port` are two where there is a `Hotel, hall 1`."""
        text, names = row.text(column), self.named(table)
        if "," not in text:
            return row.several(column)
        whole = [part for raw in re.split(r"[;|\n]", text) if (part := raw.strip())]
        found = ((part,) if names.find(part) else map(str.strip, part.split(",")) for part in whole)
        return tuple(dict.fromkeys(name for parts in found for name in parts if name))

    def resolve(self, row: Row, column: str, table: str, text: str) -> str:
        if not text:
            return ""
        names = self.named(table)
        found = names.find(text)
        if found is None and table in self.absent:
            found = self._adopt(row, table, text)
        if found is None and table not in self.broken:
            message, hint = unknown(text, table, names)
            row.fail("reference", column, message, hint)
        return found or ""

    def _adopt(self, row: Row, table: str, text: str) -> str | None:
        """The id of a thing of which nothing but the name is known, as it has no table."""
        if table not in ("venues", "organisations", "resources"):
            return None
        identity = self.named(table).adopt(text)
        if table == "venues":
            self.venues[identity] = Venue(identity, text, origin=row.origin)
        elif table == "organisations":
            self.organisations[identity] = Organisation(identity, text, origin=row.origin)
        else:
            self.resources[identity] = Resource(identity, text, origin=row.origin)
        return identity

    def organisation(self, row: Row, side: str) -> str:
        """As `reference`, but a name that is like no row's is an organisation of its own."""
        table, text = "organisations", row.line_of("organisation")
        names = self.named(table)
        if table in self.absent | self.broken or not text or names.is_like_a_row(text):
            return self.resolve(row, "organisation", table, text)
        row.guess("organisation", say("guess.own", text=text), say("guess.own.hint"))
        identity = names.adopt(text)
        self.organisations[identity] = Organisation(identity, text, side, origin=row.origin)
        return identity

    def zone_at(self, venue: str) -> str:
        known = self.venues.get(venue)
        return (known.zone if known else "") or self.frame.zone


def unknown(text: str, table: str, names: Names) -> tuple[Message, Message]:
    """The sentence and the remedy for a name that is in no row, or in several."""
    if names.is_shared(text):
        return say("reference.shared", text=text, table=table), say("reference.shared.hint")
    guesses = names.near(text)
    hint = (
        say("reference.near", names=OneOf(guesses))
        if guesses
        else say("reference.add", table=table)
    )
    return say("reference.unknown", text=text, table=table), hint


def choices(*words: str) -> Mapping[str, str]:
    """A closed list: each argument is our word and, after it, the other names it goes by."""
    return {
        key(name): group.split("|", maxsplit=1)[0] for group in words for name in group.split("|")
    }
