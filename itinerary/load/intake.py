"""What the tables share while they are read: the frame, what is known by name, the problems."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from itinerary.load.columns import DOUBT, Batch, Made, batches
from itinerary.load.rows import Row, Table
from itinerary.load.settings import SettingsReader
from itinerary.model import Mission, Organisation, Origin, Person, Resource, Venue
from itinerary.names import key, keys, near, slug
from itinerary.problems import Message, OneOf, Problem, say
from itinerary.times import DateReader

Record = TypeVar("Record")


class Names:
    """The things of one table by id and by name. A row that fails later is still known."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.shown: dict[str, str] = {}
        """Each id and the name people know it by."""
        self._ids: dict[str, str] = {}
        self._named: dict[str, str | None] = {}
        """Ids by name, None where several rows share it; made when a name is first asked for."""
        self._rows: dict[str, Origin] = {}

    def register(self, row: Row, name: str, made: str = "") -> str | None:
        """The row's id, `made` or from its name where it has none; None for a duplicate."""
        given = row.line_of("id")
        identity = given or self._made(name, made, row)
        known = key(identity)
        if known in self._ids:
            self._report_twice(row, identity, "" if given or not made else name)
            return None
        if "/" in identity or "\\" in identity:
            row.doubt("value", "id", say("value.id", text=identity), say("value.id.hint"))
        self.shown[identity] = name or identity
        self._ids[known] = identity
        self._rows[identity] = row.origin
        if self._named:
            self._index(name, identity)
        return identity

    def register_all(
        self, ids: Sequence[str], names: Sequence[str], origins: Sequence[Origin]
    ) -> bool:
        """Registers many rows, if each has an id of its own that needs no word; else none."""
        known = keys(ids)
        joined = "".join(ids)
        is_odd = not all(ids) or not all(names) or "/" in joined or "\\" in joined
        if is_odd or len(set(known)) < len(known) or not self._ids.keys().isdisjoint(known):
            return False
        self.shown.update(zip(ids, names, strict=True))
        self._ids.update(zip(known, ids, strict=True))
        self._rows.update(zip(ids, origins, strict=True))
        if self._named:
            for name, identity in zip(names, ids, strict=True):
                self._index(name, identity)
        return True

    def _index(self, name: str, identity: str) -> None:
        named = key(name)
        self._named[named] = None if self._named.get(named, identity) != identity else identity

    def _by_name(self) -> dict[str, str | None]:
        if not self._named:
            for identity, name in self.shown.items():
                self._index(name, identity)
        return self._named

    def _made(self, name: str, made: str, row: Row) -> str:
        if not name:  # reported elsewhere; two of them are not called the same
            return f"{self.table}-{row.line}"
        identity = made or slug(name)
        if identity in self.shown and self.shown[identity] != name:
            identity = f"{identity}-{row.line}"
        return identity

    def adopt(self, name: str) -> str:
        """An id for a name that no row has, where there is no such table."""
        identity = slug(name)
        while identity in self.shown:
            identity = f"{identity}-{len(self.shown)}"
        self.shown[identity] = name
        self._ids[key(identity)] = identity
        self._index(name, identity)
        return identity

    def _report_twice(self, row: Row, identity: str, name: str) -> None:
        """With the `name` in place of an id that nobody wrote."""
        first = self._rows[self._ids[key(identity)]]
        title = "name" if "name" in row.table.places else "title"
        column = "id" if row.text("id") else title
        message = say("duplicate.id", id=identity, row=first.row)
        hint = say("duplicate.id.hint")
        if name:
            message = say("reference.same", name=name, row=first.row, other=row.line)
            hint = say("reference.same.hint")
        row.fail("duplicate", column, message, hint)
        row.problems[-1] = row.problems[-1]._replace(at=(row.at(column), first.cell(column)))

    def find(self, text: str) -> str | None:
        """The id of an id or a name; None if nothing, or more than one thing, is called so."""
        wanted = key(text)
        found = self._ids.get(wanted)
        return self._by_name().get(wanted) if found is None else found

    def has(self, called: str) -> bool:
        """Whether a `key` is that of an id or of a name."""
        return called in self._ids or called in self._by_name()

    def is_shared(self, text: str) -> bool:
        """Whether several rows have this name, so that only an id can tell them apart."""
        wanted = key(text)
        return wanted not in self._ids and self._by_name().get(wanted, "") is None

    def near(self, text: str) -> tuple[str, ...]:
        """Ids that are spelt like the text, or whose names are."""
        by_name = {name: identity for identity, name in self.shown.items()}
        found = near(text, [*self.shown, *by_name])
        return tuple(dict.fromkeys(by_name.get(name, name) for name in found))[:3]


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

    def merged(
        self, batch: Batch, made: Made[Record],
        name_of: Callable[[Row], str], read: Callable[[Row, str], Record],
    ) -> Iterable[tuple[str, Record]]:  # fmt: skip
        """The records of a batch by id, in order, with those in doubt read row by row."""
        names = self.named(batch.table.name)
        rows = {p: self.row(batch.table, *batch.records[p]) for p in sorted(batch.doubtful)}
        for place, row in rows.items():
            made.ids[place], made.names[place] = row.line_of("id"), name_of(row)
        identities: Sequence[str | None] = made.ids
        if not names.register_all(made.ids, made.names, made.origins):
            every = enumerate(batch.records)
            rows = {p: rows.get(p) or self.row(batch.table, *record) for p, record in every}
            identities = [names.register(row, name_of(row)) for row in rows.values()]
        elif not rows:
            return zip(made.ids, made.records, strict=True)
        pairs = enumerate(zip(identities, made.records, strict=True))
        return (
            (identity, read(rows[place], identity) if place in rows else record)
            for place, (identity, record) in pairs
            if identity is not None
        )

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
            names = row.several(column)
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
        found = [names.find(text) for text in row.several(column)]
        known = tuple(identity for identity in found if identity)
        return known if len(known) == len(found) else cast(tuple[str, ...], DOUBT)

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
