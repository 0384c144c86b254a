"""What a push has brought to servers: a line for each thing done, so that one may end it anywhere.

Each line of `push.jsonl` is written when the server has answered, and counts if it is whole. A
thing that was done and has no line is recognised on the server by the next run.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from itinerary.publish.state import VERSION, damaged, replace_private

JOURNAL = "push.jsonl"


class Held(NamedTuple):
    """A resource of ours as a server has it."""

    etag: str
    digest: str
    """Of the bytes that were put."""


@dataclass
class Collection:
    """A calendar of ours on a server."""

    path: str
    """Below the address; it stays the same when its person is renamed."""
    held: dict[str, Held] = field(default_factory=dict)


class Journal:
    """What one server has; `collections` by the id of their person."""

    def __init__(self, file: Path, server: str) -> None:
        """Raises `FolderError` where the file is not as it was written."""
        self._file = file
        self._server = server
        self._servers: dict[str, dict[str, Collection]] = {}
        self._out: TextIO | None = None
        for line in _lines(file):
            try:
                self._take(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError):
                raise damaged(file) from None

    @property
    def collections(self) -> Mapping[str, Collection]:
        return self._servers.get(self._server, {})

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Within it, what is told lasts; the file is as short as can be before and after."""
        self._shorten()
        with self._file.open("a", encoding="utf-8") as self._out:
            yield
        self._out = None
        self._shorten()

    def tell_collection(self, person: str, path: str) -> None:
        """A calendar that is there, and in which nothing is ours yet."""
        self._tell({"person": person, "path": path})

    def tell(self, person: str, name: str, held: Held | None) -> None:
        """A resource as it is there now; None where it is ours no more."""
        self._tell({"person": person, "name": name, "held": held})

    def _tell(self, fact: Mapping[str, Any]) -> None:
        whole = {"server": self._server, **fact}
        self._take(whole)
        if self._out:
            self._out.write(_line(whole))
            self._out.flush()

    def _take(self, fact: Mapping[str, Any]) -> None:
        if "version" in fact:
            if fact["version"] != VERSION:
                raise ValueError
            return
        people = self._servers.setdefault(fact["server"], {})
        if "path" in fact:
            people[fact["person"]] = Collection(fact["path"])
            return
        held = people[fact["person"]].held
        if fact["held"] is None:
            held.pop(fact["name"], None)
        else:
            held[fact["name"]] = Held(*map(str, fact["held"]))

    def _shorten(self) -> None:
        data = "".join(map(_line, self._facts())).encode()
        if not self._file.is_file() or self._file.read_bytes() != data:
            replace_private(self._file, data)

    def _facts(self) -> Iterator[dict[str, Any]]:
        yield {"version": VERSION}
        for server, people in self._servers.items():
            for person, collection in people.items():
                where = {"server": server, "person": person}
                yield where | {"path": collection.path}
                for name, held in collection.held.items():
                    yield where | {"name": name, "held": held}


def _line(fact: Mapping[str, Any]) -> str:
    return json.dumps(fact, separators=(",", ":")) + "\n"


def _lines(file: Path) -> list[bytes]:
    """Those that are whole: the last one may have been cut off."""
    try:
        return file.read_bytes().split(b"\n")[:-1]
    except FileNotFoundError:
        return []
