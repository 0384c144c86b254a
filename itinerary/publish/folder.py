"""An output folder: each file replaced in one step, nothing of anybody else's touched.

`.itinerary.json` in the folder lists the files written there, so that a later run may replace
or remove those and refuses every other. A new folder appears complete or not at all.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
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


def write_folder(folder: Path, files: Mapping[str, bytes], written: Step = lambda: None) -> None:
    """Writes the files (relative POSIX paths to content) and removes ours that are no longer there.

    `written` is called after each file. Raises `FolderError` before anything changes if the
    folder holds a file of the same name that is not ours, or cannot be written.
    """
    for name in files:
        _refuse_escape(name)
    content = dict(files) | {MANIFEST: _manifest(files)}
    try:
        if folder.is_dir() and any(folder.iterdir()):
            _update(folder, content, written)
        else:
            _create(folder, content, written)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise FolderError(say("folder.refused", folder=str(folder), reason=reason)) from None


def create_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """A new folder for people to edit: no list of ours in it, so it is never overwritten."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderError(say("folder.exists", folder=str(folder)), say("folder.file.hint"))
        _create(folder, files, lambda: None)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise FolderError(say("folder.refused", folder=str(folder), reason=reason)) from None


def _refuse_escape(name: str) -> None:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name:
        raise ValueError(name)


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return (json.dumps({"files": sorted(files)}, indent=1, ensure_ascii=False) + "\n").encode()


def _create(folder: Path, files: Mapping[str, bytes], written: Step) -> None:
    """All in a folder beside it, which then takes its name."""
    if folder.exists() and not folder.is_dir():
        raise FolderError(say("folder.file", folder=str(folder)), say("folder.file.hint"))
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.absolute().parent))
    try:
        beside.chmod(0o777 & ~_umask())
        for name, data in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_synced(path, data)
            written()
        beside.replace(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    _sync_folder(folder.absolute().parent)


def _update(folder: Path, files: Mapping[str, bytes], written: Step) -> None:
    ours = _ours(folder)
    foreign = [name for name in files if name not in ours and (folder / name).exists()]
    if foreign:
        raise FolderError(
            say("folder.foreign", folder=str(folder), files=tuple(foreign[:3])),
            say("folder.foreign.hint"),
        )
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (path.is_file() and path.read_bytes() == data):
            _replace(path, data)
        written()
    for name in ours - files.keys():
        (folder / name).unlink(missing_ok=True)
    _sync_folder(folder)


def _ours(folder: Path) -> set[str]:
    """The files an earlier run wrote; none where the list is missing or is not a list of ours."""
    try:
        listed = json.loads((folder / MANIFEST).read_bytes())["files"]
    except FileNotFoundError:
        return set()
    except (ValueError, KeyError, TypeError):
        raise FolderError(
            say("folder.manifest", file=str(folder / MANIFEST)), say("folder.foreign.hint")
        ) from None
    names = {name for name in listed if isinstance(name, str)}
    for name in names:
        _refuse_escape(name)
    return names | {MANIFEST}


def _replace(path: Path, data: bytes) -> None:
    """Temporary file, fsync, rename."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    beside = Path(name)
    try:
        _write_synced(beside, data)
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
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
