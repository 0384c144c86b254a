"""The folder that a server shows: each file private unless others are to read it, and old or new.

`.itinerary-publish.json` in it lists our files, and says which ledger they were written from and
in which state: a ledger that does not know that state is not the one to write the next.
"""

import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from itinerary.problems import say
from itinerary.publish.folder import FolderError, refusing, sync_folder, write_synced
from itinerary.publish.state import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    TEMPORARY,
    damaged,
    read_state,
    write_state,
)

MANIFEST = ".itinerary-publish.json"
LOCK = ".itinerary-publish.lock"
PUBLIC = "public"
PASSAGE, READABLE_FOLDER, READABLE_FILE = 0o711, 0o755, 0o644
Step = Callable[[], None]


class Manifest(NamedTuple):
    """What a folder says of itself."""

    id: str
    ledger: str
    revision: int
    at: str
    tip: str
    """That of the ledger, as it was then."""
    files: frozenset[str]
    is_readable: bool = False
    """Whether a server that runs as another user may read what is public."""


def read_manifest(folder: Path) -> Manifest | None:
    """That of a folder; None where nothing was ever published to it."""
    data = read_state(folder, MANIFEST)
    if data is None:
        return None
    try:
        return Manifest(
            str(data["id"]), str(data["ledger"]), int(data["revision"]), str(data["at"]),
            str(data["tip"]), frozenset(map(_name, data["files"])), bool(data["is_readable"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError):
        raise damaged(folder / MANIFEST) from None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replaces it, where it says something else."""
    if not (folder / MANIFEST).exists() or read_manifest(folder) != manifest:
        write_state(folder, MANIFEST, manifest._asdict() | {"files": sorted(manifest.files)})


def changed_files(folder: Path, files: Mapping[str, bytes], ours: Iterable[str]) -> list[str]:
    """The files that are not there as they are to be.

    Raises `FolderError` where one of another's is in the place of ours, or a link on the way.
    """
    known = frozenset(ours)
    changed: list[str] = []
    with refusing(folder):
        for name in sorted(files.keys() | known):
            _refuse_link(folder, name)
        for name, data in files.items():
            path = folder / name
            if path.exists() and (name not in known or not path.is_file()):
                message = say("folder.foreign", folder=str(folder), files=(_shown(name),))
                raise FolderError(message, say("folder.foreign.hint"))
            if not path.exists() or path.read_bytes() != data:
                changed.append(name)
    return changed


def put_files(
    folder: Path, files: Mapping[str, bytes], is_readable: bool, written: Step = lambda: None
) -> None:
    """Writes each beside its place, which it then takes with the mode it is to have."""
    with refusing(folder), TemporaryDirectory(prefix=TEMPORARY, dir=folder) as within:
        touched = {folder}
        for name, data in files.items():
            new = Path(within, "file")
            write_synced(new, data)
            new.chmod(_file_mode(name, is_readable))
            touched |= _make_way(folder, name)
            new.replace(folder / name)
            written()
        for path in sorted(touched):
            sync_folder(path)


def set_modes(folder: Path, files: Iterable[str], is_readable: bool) -> None:
    """Lets others read what is public, or nobody; what is not public nobody in any case."""
    with refusing(folder):
        if is_readable:
            _set_mode(folder, stat.S_IMODE(folder.stat().st_mode) | 0o011)
        for name in files:
            path = folder / name
            if path.exists():
                _set_mode(path, _file_mode(name, is_readable))
            for way in _ways(name):
                if (folder / way).is_dir():
                    _set_mode(folder / way, _folder_mode(way, is_readable))


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Removes them, and the folders that nothing is left in."""
    with refusing(folder):
        for name in sorted(names):
            (folder / name).unlink(missing_ok=True)
            for way in _ways(name):
                path = folder / way
                if path.is_dir() and not any(path.iterdir()):
                    path.rmdir()
                    sync_folder(path.parent)


def _make_way(folder: Path, name: str) -> set[Path]:
    """Makes the folders of a file, private until their modes are set; those that have changed."""
    changed = {(folder / name).parent}
    for way in reversed(_ways(name)):
        path = folder / way
        if not path.is_dir():
            path.mkdir(mode=PRIVATE_FOLDER)
            changed.add(path.parent)
    return changed


def _ways(name: str) -> list[str]:
    """`public/token`, `public` of `public/token/calendar.ics`."""
    return [str(way) for way in Path(name).parents][:-1]


def _folder_mode(way: str, is_readable: bool) -> int:
    if not is_readable or not _is_public(way):
        return PRIVATE_FOLDER
    return PASSAGE if way == PUBLIC else READABLE_FOLDER


def _file_mode(name: str, is_readable: bool) -> int:
    return READABLE_FILE if is_readable and _is_public(name) else PRIVATE_FILE


def _is_public(name: str) -> bool:
    return Path(name).parts[0] == PUBLIC


def _set_mode(path: Path, mode: int) -> None:
    if stat.S_IMODE(path.stat().st_mode) != mode:
        path.chmod(mode)


def _refuse_link(folder: Path, name: str) -> None:
    """What is behind a link is not ours to write, and a server would show it."""
    for way in (*reversed(_ways(name)), name):
        path = folder / way
        if path.is_symlink():
            file = str(folder / _shown(way))
            raise FolderError(say("publish.link", file=file), say("publish.link.hint"))


def _shown(name: str) -> str:
    """A file's name without the part that is a secret: `public/…/calendar.ics`."""
    parts = enumerate(Path(name).parts)
    return "/".join("…" if place == 1 and "." not in part else part for place, part in parts)


def _name(name: Any) -> str:
    """A file within the folder; `ValueError` for any other."""
    path = Path(str(name))
    if path.is_absolute() or ".." in path.parts or len(path.parts) < 2:
        raise ValueError
    return str(name)
