"""What the rows of a table are called."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from operator import lt

from itinerary.load.rows import Row
from itinerary.model.origins import Origin
from itinerary.names import key, keys, near, slug
from itinerary.problems import Source, say


class Names:
    """The things of one table by id and by name. A row that fails later is still known."""

    def __init__(self, table: str) -> None:
        self.table = table
        self._shown: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._greatest = ""
        """No `key` of an id comes after it."""
        self._unread: list[tuple[Sequence[str], Sequence[str]]] = []
        self._named: dict[str, str | None] = {}
        """Ids by name, None where several rows share it; made when a name is first asked for."""
        self._rows: dict[str, Origin] = {}
        """Where each stands; not of what is adopted."""
        self._waiting: list[tuple[Sequence[str], Sequence[str], Iterable[Origin]]] = []

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
        self._greatest = max(self._greatest, known)
        self._rows[identity] = row.origin
        if self._named:
            self._index(name, identity)
        return identity

    def register_all(
        self, ids: Sequence[str], names: Sequence[str], origins: Iterable[Origin]
    ) -> bool:
        """Registers many rows, if each has an id of its own that needs no word; else none."""
        joined = "".join(ids)
        if not all(ids) or not all(names) or "/" in joined or "\\" in joined:
            return False
        known = keys(ids)
        if known[0] > self._greatest and all(map(lt, known, islice(known, 1, None))):
            self._unread.append((known, ids))
            self._greatest = known[-1]
        elif len(set(known)) < len(known) or not self._ids.keys().isdisjoint(known):
            return False
        else:
            self._ids.update(zip(known, ids, strict=True))
            self._greatest = max(self._greatest, *known)
        self._waiting.append((ids, names, origins))
        return True

    @property
    def _ids(self) -> dict[str, str]:
        """By `key`. Ids in order are all different: they are not looked at until one is sought."""
        if self._unread:
            for known, ids in self._unread:
                self._known.update(zip(known, ids, strict=True))
            self._unread.clear()
        return self._known

    @property
    def shown(self) -> dict[str, str]:
        """Each id and the name people know it by."""
        self._settle()
        return self._shown

    def _settle(self) -> None:
        """Of a million meetings hardly one is called by its name: they wait until one is."""
        waiting, self._waiting = self._waiting, []
        for ids, names, origins in waiting:
            self._shown.update(zip(ids, names, strict=True))
            self._rows.update(zip(ids, origins, strict=True))
            for name, identity in zip(names, ids, strict=True) if self._named else ():
                self._index(name, identity)

    def _index(self, name: str, identity: str) -> None:
        named = key(name)
        self._named[named] = None if self._named.get(named, identity) != identity else identity

    def _by_name(self) -> dict[str, str | None]:
        shown = self.shown
        if not self._named:
            for identity, name in shown.items():
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
        """An id for a name that no row has."""
        identity = slug(name)
        while identity in self.shown:
            identity = f"{identity}-{len(self.shown)}"
        self.shown[identity] = name
        known = key(identity)
        self._ids[known] = identity
        self._greatest = max(self._greatest, known)
        self._index(name, identity)
        return identity

    def _report_twice(self, row: Row, identity: str, name: str) -> None:
        """With the `name` in place of an id that nobody wrote."""
        self._settle()
        first = self._rows[self._ids[key(identity)]]
        title = "name" if "name" in row.table.places else "title"
        column = "id" if row.text("id") else title
        here, there = _rows_called(row.at(""), first.cell(""))
        message = say("duplicate.id", id=identity, row=there)
        hint = say("duplicate.id.hint")
        if name:
            message = say("reference.same", name=name, row=there, other=here)
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
        return _near(text, self.shown)

    def is_like_a_row(self, text: str) -> bool:
        """Whether a row is called so, or nearly so; what is adopted is no measure for others."""
        if not key(text) or self.find(text) is not None or self.is_shared(text):
            return True
        return bool(_near(text, {i: name for i, name in self.shown.items() if i in self._rows}))


def _near(text: str, shown: Mapping[str, str]) -> tuple[str, ...]:
    by_name = {name: identity for identity, name in shown.items()}
    found = near(text, [*shown, *by_name])
    return tuple(dict.fromkeys(by_name.get(name, name) for name in found))[:3]


def _rows_called(*rows: Source) -> tuple[int | str, ...]:
    """Their numbers, with their sheets where these are not the same."""
    if len({(row.file, row.sheet) for row in rows}) == 1:
        return tuple(row.row for row in rows)
    return tuple(f"{row.sheet}!{row.row}" for row in rows)
