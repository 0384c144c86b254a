"""Whole outputs, kept as files; `ITINERARY_UPDATE_GOLDENS=1 pytest` writes them anew."""

import os
from pathlib import Path

HERE = Path(__file__).parent


def golden(name: str, text: str) -> str:
    """What the file says, to be compared with the text; with the update switch, the text."""
    path = HERE / name
    if os.environ.get("ITINERARY_UPDATE_GOLDENS") == "1":
        path.write_bytes(text.encode())
    return path.read_bytes().decode()
