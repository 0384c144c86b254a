"""`.itinerary-import.json` in a mission's folder: what imports have written there, and from what.

It holds what each source brought, so that the next import can tell what a source has changed or
no longer has, and the SHA-256 of each file written, so that it can tell which of them somebody
has edited since.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from itinerary.model.tables import TextMission, TextTable
from itinerary.problems import say
from itinerary.publish.folder import FolderError

LEDGER = ".itinerary-import.json"
NONE: Mapping[str, Any] = MappingProxyType({})


class Ledger(NamedTuple):
    """What is known of earlier imports; nothing where there was none."""

    files: Mapping[str, tuple[str, ...]] = NONE
    """The digest of each file as it was written; while that is being done, of old and new."""
    sources: Mapping[str, TextMission] = NONE
    """What each source brought, in the order of their first import."""
    told: Mapping[str, TextTable] = NONE
    """Tables that somebody has edited: the state behind which changes wait to be typed."""


def digest(data: bytes) -> str:
    """By which a file is known."""
    return sha256(data).hexdigest()


def read_ledger(folder: Path) -> Ledger:
    """That of a folder; `FolderError` where it is not one that an import has written."""
    path = folder / LEDGER
    try:
        data = json.loads(path.read_bytes())
        return Ledger(
            {str(name): tuple(map(str, found)) for name, found in data["files"].items()},
            {str(name): TextMission({}, _tables(t)) for name, t in data["sources"].items()},
            _tables(data["told"]),
        )
    except (FileNotFoundError, NotADirectoryError):
        return Ledger()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise FolderError(say("folder.refused", folder=str(path), reason=reason)) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise FolderError(
            say("folder.manifest", file=str(path)), say("import.ledger.hint")
        ) from None


def ledger_bytes(ledger: Ledger) -> bytes:
    """The same state gives the same bytes."""
    data = {
        "files": {name: [*found] for name, found in sorted(ledger.files.items())},
        "sources": {name: _data(one.tables.values()) for name, one in ledger.sources.items()},
        "told": _data(ledger.told.values()),
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode(errors="replace")


def _data(tables: Iterable[TextTable]) -> dict[str, Any]:
    return {t.name: {"columns": t.columns, "rows": t.rows} for t in tables}


def _tables(data: Any) -> dict[str, TextTable]:
    return {str(name): _table(str(name), table) for name, table in data.items()}


def _table(name: str, data: Any) -> TextTable:
    columns = tuple(map(str, data["columns"]))
    rows = tuple(tuple(map(str, row)) for row in data["rows"])
    if any(len(row) != len(columns) for row in rows):
        raise ValueError(name)
    return TextTable(name, columns, rows)
