"""The folder that the program owns beside a mission: what it remembers of what left the house.

One run at a time writes there, and each file whole or not at all; nobody else may read it.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from itinerary.problems import say
from itinerary.publish.folder import FolderError, refusing, sync_folder, write_synced

LOCK = "state.lock"
VERSION = 1
TEMPORARY = ".itinerary."
"""What folders begin with that a run has made on its way; one that was killed leaves them."""
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600


@contextmanager
def locked(folder: Path, name: str = LOCK) -> Iterator[None]:
    """Keeps other runs out of a folder, which is made where need be, until this one is done.

    Raises `FolderError` with the number of the process that is at work there. The system lets go
    of it with the process, however that ends.
    """
    with refusing(folder):
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        handle = os.open(folder / name, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    try:
        _hold(handle, folder / name)
        with refusing(folder):
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode())
            sweep(folder)
        yield
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Removes what runs that were killed have left on their way."""
    for path in folder.glob(f"{TEMPORARY}*"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)


def read_state(folder: Path, name: str) -> Mapping[str, Any] | None:
    """What a file of the folder holds; None where there is none.

    Raises `FolderError` where it is damaged, or a later version of the program has written it.
    """
    path = folder / name
    try:
        data = json.loads(path.read_bytes())
        version = data["version"]
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise FolderError(say("folder.refused", folder=str(path), reason=reason)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise damaged(path) from None
    if not isinstance(data, dict) or type(version) is not int:
        raise damaged(path)
    if version > VERSION:
        raise FolderError(say("state.newer", file=str(path)), say("state.newer.hint"))
    return data


def damaged(path: Path) -> FolderError:
    """What to raise where a file is not as the program has written it."""
    return FolderError(say("state.damaged", file=str(path)), say("state.damaged.hint"))


def write_state(folder: Path, name: str, data: Mapping[str, Any]) -> None:
    """Replaces a file of the folder; the same data gives the same bytes."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    whole = {"version": VERSION, **data}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    replace_private(folder / name, f"{text}\n".encode(errors="replace"))


def replace_private(path: Path, data: bytes, mode: int = PRIVATE_FILE) -> None:
    """Writes a file beside its place, which it then takes with the mode it is to have."""
    with refusing(path):
        with TemporaryDirectory(prefix=TEMPORARY, dir=path.parent) as within:
            new = Path(within, path.name)
            write_synced(new, data)
            new.chmod(mode)
            new.replace(path)
        sync_folder(path.parent)


def _hold(handle: int, path: Path) -> None:
    """Takes the lock, or says who has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        holder = os.read(handle, 20).decode(errors="replace").strip() or "?"
        message = say("state.locked", folder=str(path.parent), process=holder)
        raise FolderError(message, say("state.locked.hint")) from None
