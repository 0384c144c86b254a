"""A mission written as one text: tables apart by blank lines, each below its name."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from itinerary.load import Loaded, load_mission
from tests.missions import MIAMI, folder


def loaded(text: str) -> Loaded:
    """Reads the tables as files are read; a block `mission` goes below the usual `mission.toml`."""
    blocks = (block.split("\n", 1) for block in re.split(r"\n{2,}", dedent(text).strip()))
    tables = {name: f"{rows}\n" for name, rows in blocks}
    with TemporaryDirectory() as name:
        frame = MIAMI + tables.pop("mission", "")
        return load_mission(folder(Path(name), frame, **tables))
