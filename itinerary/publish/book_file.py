"""A workbook that was drawn: written again over itself, but never over what people have made.

That a file is ours and as it was written is told by its own properties: every spreadsheet that
saves one changes when it was last modified.
"""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from itinerary.problems import say
from itinerary.publish.folder import FolderError, refusing, replace_file
from itinerary.show.book import AUTHOR, CREATED

_PROPERTIES = "docProps/core.xml"
_MOST = 100_000
"""Bytes of properties."""


def write_book(path: Path, data: bytes) -> bool:
    """Writes it whole or not at all; False where it is the same already.

    Raises `FolderError` before anything changes where something else is there.
    """
    with refusing(path):
        if path.is_symlink() or (path.exists() and not is_untouched(path)):
            raise FolderError(say("sheet.taken", file=str(path)), say("sheet.taken.hint"))
        if path.exists() and path.read_bytes() == data:
            return False
    replace_file(path, data)
    return True


def is_untouched(path: Path) -> bool:
    """Whether a file is a workbook that we drew and nobody has saved since."""
    if not path.is_file():
        return False
    stamp = f"{CREATED:%Y-%m-%dT%H:%M:%SZ}</"
    try:
        with ZipFile(path) as archive, archive.open(_PROPERTIES) as part:
            said = part.read(_MOST).decode(errors="replace")
    except (BadZipFile, KeyError):
        return False
    return f">{AUTHOR}</dc:creator>" in said and said.count(stamp) == 2
