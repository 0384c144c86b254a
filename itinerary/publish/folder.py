"""An output folder: each file replaced in one step, nothing of anybody else's touched.

`.itinerary.json` in the folder lists the files written there, so that a later run may replace
or remove those and refuses every other. A new folder appears complete or not at all; in one
that is there, nothing changes until all that is new has been written beside it.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from itinerary.problems import Message, say

MANIFEST = ".itinerary.json"
Step = Callable[[], None]


class FolderError(Exception):
    """The folder cannot be written to; nothing has been."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.key)
        self.message = message
        self.hint = hint


def write_folder(
    folder: Path, files: Mapping[str, bytes], written: Step = lambda: None, is_all: bool = True
) -> None:
    """Writes the files (relative POSIX paths to content).

    Where they are all there is to write, files of an earlier run that are not among them are
    removed. `written` is called after each file. Raises `FolderError` before anything changes
    if the folder holds a file of the same name that is not ours, or cannot be written.
    """
    for name in files:
        _refuse_escape(name)
    with refusing(folder):
        if folder.is_dir():
            _update(folder, files, written, is_all)
        else:
            _create(folder, {**files, MANIFEST: _manifest(files)}, written)


def create_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """A new folder for people to edit: no list of ours in it, so it is never overwritten."""
    with refusing(folder):
        if folder.is_dir() and not any(folder.iterdir()):
            _put(folder, files, lambda: None)
        elif folder.exists():
            raise FolderError(say("folder.exists", folder=str(folder)), say("folder.file.hint"))
        else:
            _create(folder, files, lambda: None)


def replace_files(
    folder: Path, turns: Sequence[Mapping[str, bytes | None]], written: Step = lambda: None
) -> None:
    """Writes files, or removes those of None, turn by turn; a new folder appears with them all.

    For whoever knows which files are its own. Within a turn nothing changes until all that is
    new has been written beside it; `written` is called then, and as each file takes its place.
    """
    with refusing(folder):
        if not folder.is_dir():
            whole = {name: data for turn in turns for name, data in turn.items()}
            _create(folder, {n: data for n, data in whole.items() if data is not None}, written)
            return
        for turn in turns:
            _put(folder, {n: d for n, d in turn.items() if d is not None}, written, written)
            for name in (name for name, data in turn.items() if data is None):
                (folder / name).unlink(missing_ok=True)
                written()


@contextmanager
def refusing(folder: Path) -> Iterator[None]:
    """What the system refuses is said as a `FolderError`."""
    try:
        yield
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise FolderError(say("folder.refused", folder=str(folder), reason=reason)) from None


def _refuse_escape(name: str) -> None:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name:
        raise ValueError(name)


def _manifest(files: Iterable[str]) -> bytes:
    return (json.dumps({"files": sorted(files)}, indent=1, ensure_ascii=False) + "\n").encode()


def _create(folder: Path, files: Mapping[str, bytes], written: Step) -> None:
    """All in a folder beside it, which then takes its name."""
    for place in (folder, *folder.parents):
        if place.is_file():
            raise FolderError(say("folder.file", folder=str(place)), say("folder.file.hint"))
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name[:99]}.", dir=folder.absolute().parent))
    try:
        beside.chmod(0o777 & ~_umask())
        _write_all(beside, files, written)
        beside.replace(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    sync_folder(folder.absolute().parent)


def _update(folder: Path, files: Mapping[str, bytes], written: Step, is_all: bool) -> None:
    """The list names old and new files until the old are gone: one may end it at any point."""
    ours = _ours(folder)
    _refuse_foreign(folder, files.keys() - ours)
    gone = ours - files.keys()
    changed: dict[str, bytes] = {}
    for name, data in {MANIFEST: _manifest(files.keys() | gone), **files}.items():
        path = folder / name
        if path.is_file() and path.read_bytes() == data:
            written()
        else:
            changed[name] = data
    _put(folder, changed, written)
    if not is_all:
        return
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    if gone:
        _put(folder, {MANIFEST: _manifest(files)}, lambda: None)


def _put(
    folder: Path, files: Mapping[str, bytes], written: Step, placed: Step = lambda: None
) -> None:
    """All in a folder within it, from where each takes its place, in order."""
    if not files:
        return
    with tempfile.TemporaryDirectory(prefix=".itinerary.", dir=folder) as within:
        _write_all(Path(within), files, written)
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            Path(within, name).replace(folder / name)
            placed()
    sync_folder(folder)


def _refuse_foreign(folder: Path, names: Iterable[str]) -> None:
    """Anybody else's file where one of ours would go, or where a folder on its way would."""
    foreign: set[str] = set()
    for name in names:
        path = folder / name
        if path.is_symlink() or path.exists():
            foreign.add(name)
        ways = PurePosixPath(name).parents
        foreign.update(str(way) for way in ways if (folder / way).is_file())
    if foreign:
        raise FolderError(
            say("folder.foreign", folder=str(folder), files=tuple(sorted(foreign)[:3])),
            say("folder.foreign.hint"),
        )


def _ours(folder: Path) -> set[str]:
    """The files an earlier run wrote; none where there is no list."""
    try:
        listed = json.loads((folder / MANIFEST).read_bytes())["files"]
        names = {str(PurePosixPath(name)) for name in listed}
        for name in names:
            _refuse_escape(name)
    except FileNotFoundError:
        return set()
    except (ValueError, KeyError, TypeError):
        raise FolderError(
            say("folder.manifest", file=str(folder / MANIFEST)), say("folder.foreign.hint")
        ) from None
    return names


def _write_all(folder: Path, files: Mapping[str, bytes], written: Step) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_synced(path, data)
        written()


def replace_file(path: Path, data: bytes) -> None:
    """Writes a file beside its place, which it then takes; its folder is made where need be."""
    with refusing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".itinerary.", dir=path.parent) as within:
            new = Path(within, path.name)
            write_synced(new, data)
            new.replace(path)
        sync_folder(path.parent)


def write_synced(path: Path, data: bytes) -> None:
    """Writes a file, and waits until it lasts."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Makes the renames last, where the system can open a folder."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
