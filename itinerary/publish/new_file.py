"""A new file for people to edit, such as a workbook: written whole, never over another."""

from pathlib import Path

from itinerary.problems import say
from itinerary.publish.folder import FolderError, refusing, replace_file


def refuse_existing(path: Path) -> None:
    """Raises `FolderError` where something is there already."""
    if path.is_symlink() or path.exists():
        raise FolderError(say("folder.taken", file=str(path)), say("folder.taken.hint"))


def refuse_filled(folder: Path) -> None:
    """Raises `FolderError` for what is neither a place for a new folder nor an empty one."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise FolderError(say("folder.exists", folder=str(folder)), say("folder.file.hint"))


def create_file(path: Path, data: bytes) -> None:
    """Writes it beside its place, which it then takes; `FolderError` where it cannot be."""
    with refusing(path):
        refuse_existing(path)
        for place in path.parents:
            if place.is_file():
                raise FolderError(say("folder.file", folder=str(place)), say("folder.file.hint"))
    replace_file(path, data)
