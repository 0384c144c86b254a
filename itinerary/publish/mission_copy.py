"""The mission as it was last published: a copy of its files, from which changes are told."""

import shutil
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from itinerary.load import is_workbook, plan_path
from itinerary.load.files import UnusableError
from itinerary.load.listing import list_tables, list_workbooks
from itinerary.publish.folder import FolderError, refusing, sync_folder, write_synced
from itinerary.publish.state import PRIVATE_FILE, PRIVATE_FOLDER, TEMPORARY

PUBLISHED = "published-"


def copy_mission(mission: Path, state: Path) -> str:
    """Copies all that a mission is read from; where in the state's folder it is then loaded from.

    The same files have the same place, so that one may do it again.
    """
    with refusing(state):
        files = {path.name: path.read_bytes() for path in _files(mission)}
        home = mission.resolve().name
        name = f"{PUBLISHED}{_digest(files)}"
        if not (state / name).exists():
            with TemporaryDirectory(prefix=TEMPORARY, dir=state) as within:
                whole = Path(within, name)
                place = whole if is_workbook(mission) else whole / home
                for path in dict.fromkeys((whole, place)):
                    path.mkdir(mode=PRIVATE_FOLDER)
                for file, data in files.items():
                    write_synced(place / file, data)
                    (place / file).chmod(PRIVATE_FILE)
                sync_folder(place)
                whole.replace(state / name)
            sync_folder(state)
    return f"{name}/{home}"


def forget_copies(state: Path, kept: str) -> None:
    """Removes every copy but the one that is named."""
    with refusing(state):
        for path in state.glob(f"{PUBLISHED}*"):
            if path.name != kept.partition("/")[0]:
                shutil.rmtree(path)


def _files(mission: Path) -> list[Path]:
    if is_workbook(mission):
        beside = (mission.with_suffix(".toml"), plan_path(mission))
        return [mission.resolve(), *(path for path in beside if path.is_file())]
    try:
        tables = list_tables(mission, [])
    except UnusableError as fault:
        raise FolderError(fault.problem.message, fault.problem.hint) from None
    books = list_workbooks(mission, tables)
    return [mission / "mission.toml", *tables.values(), *books]


def _digest(files: dict[str, bytes]) -> str:
    digest = sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:16]
