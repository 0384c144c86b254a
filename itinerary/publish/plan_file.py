"""`plan.csv`, the one table of a mission that the program writes, and the one before it."""

import csv
import io
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from itinerary.load import is_workbook, plan_path
from itinerary.load.files import UnusableError
from itinerary.load.listing import list_tables
from itinerary.model import Mission
from itinerary.plan.result import Placement
from itinerary.problems import say
from itinerary.publish.folder import FolderError, sync_folder, write_synced
from itinerary.times import written_moment

WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
"""None of these: somebody has protected the file, also from whoever may write anything."""
COLUMNS = ("meeting", "start", "end", "venue", "table", "resources")


def plan_csv(mission: Mission, placements: Mapping[str, Placement]) -> bytes:
    """A row for each placement, in the order of the meetings, on the clocks of its venue."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for identity in mission.meetings:
        if place := placements.get(identity):
            zone = mission.zone_at(place.venue)
            start, end = (written_moment(at, zone) for at in place.span)
            table = "" if place.table is None else place.table
            resources = "; ".join(place.resources)
            writer.writerow((identity, start, end, place.venue, table, resources))
    return out.getvalue().encode()


def backup_of(plan: Path) -> Path:
    """Where the plan before this one is kept."""
    return plan.with_name(f"{plan.name}.bak")


def write_plan(mission: Path, data: bytes) -> bool:
    """Replaces the plan of a mission, whole or not at all; False where it is the same already.

    What was there is kept beside it as `plan.csv.bak`. Raises `FolderError` before anything
    changes where the plan is a link, a folder, protected, or a file of another name.
    """
    plan = plan_path(mission)
    try:
        if not is_workbook(mission):
            _refuse_other(mission)
        old = _present(plan)
        if old == data:
            return False
        backup = backup_of(plan)
        _present(backup)
        _replace(plan, {plan: data} if old is None else {backup: old, plan: data})
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise FolderError(say("folder.refused", folder=str(plan), reason=reason)) from None
    return True


def _refuse_other(folder: Path) -> None:
    """Two files of one table are one too many."""
    try:
        found = list_tables(folder, []).get("plan")
    except UnusableError as fault:
        raise FolderError(fault.problem.message, fault.problem.hint) from None
    if found is not None and found != plan_path(folder):
        raise FolderError(say("plan.file.other", file=str(found)), say("plan.file.other.hint"))


def _present(path: Path) -> bytes | None:
    """What is in a file that may be replaced; None where there is none."""
    if path.is_symlink():
        raise FolderError(say("plan.file.link", file=str(path)), say("plan.file.link.hint"))
    if path.is_dir():
        raise FolderError(say("plan.file.folder", file=str(path)), say("plan.file.folder.hint"))
    if not path.exists():
        return None
    if not path.stat().st_mode & WRITABLE or not os.access(path, os.W_OK):
        raise FolderError(say("plan.file.locked", file=str(path)), say("plan.file.locked.hint"))
    return path.read_bytes()


def _replace(plan: Path, files: Mapping[Path, bytes]) -> None:
    """All in a folder beside them, from where each takes its place, in order."""
    mode = stat.S_IMODE(plan.stat().st_mode) if plan.exists() else None
    with TemporaryDirectory(prefix=".itinerary.", dir=plan.parent) as within:
        for path, data in files.items():
            new = Path(within, path.name)
            write_synced(new, data)
            if mode is not None:
                new.chmod(mode)
        for path in files:
            Path(within, path.name).replace(path)
    sync_folder(plan.parent)
