"""Another state of the mission: what a path has, or a revision of git."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from itinerary.cli.opened import Options, folder_of, nearest_mission
from itinerary.load import Loaded, load_mission

GIT_SECONDS = 60


def load_state(options: Options, state: str) -> Loaded | None:
    """What a folder or a workbook comes to, else the mission of `-m` in a revision of git; None
    where it is none of these."""
    path = folder_of(Path(state))
    if not state.strip():
        return None
    return load_mission(path) if _is_there(path) else load_revision(options, state)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # the name is too long
        return False


def load_revision(options: Options, revision: str) -> Loaded | None:
    """The mission of `-m` as git has it in a revision, read from a temporary copy."""
    if (options.mission or nearest_mission()) is None:
        return None
    mission = options.folder
    folder = mission if mission.is_dir() else mission.parent
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options",
                  f"{revision}^{{commit}}")  # fmt: skip
    archive = commit and _git(folder, "archive", "--format=tar", commit.decode().strip())
    if not archive:
        return None
    with TemporaryDirectory() as name, tarfile.open(fileobj=BytesIO(archive)) as tar:
        for member in tar:
            content = tar.extractfile(member) if member.isfile() else None
            if content and "/" not in member.name:
                (Path(name) / member.name).write_bytes(content.read())
        return load_mission(Path(name) if folder is mission else Path(name) / mission.name)


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git says; None where it has nothing of the kind."""
    command = ("git", "-C", str(folder), *arguments)
    try:
        ran = subprocess.run(command, capture_output=True, check=True, timeout=GIT_SECONDS)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return ran.stdout
