"""What leaves the house: files the program owns, written whole or not at all.

- `pack`: the files of an export, made before any is written
- `folder`: an output folder, its files and the list of those that are ours
- `plan_file`: `plan.csv` in the mission's folder, and the plan before it
"""

from itinerary.publish.folder import FolderError, create_folder, write_folder

__all__ = ["FolderError", "create_folder", "write_folder"]
