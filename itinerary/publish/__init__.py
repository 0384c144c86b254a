"""What leaves the house: files the program owns, written whole or not at all.

- `pack`: the files of an export, made before any is written
- `folder`: an output folder, its files and the list of those that are ours
- `import_folder`, `import_ledger`, `mission_toml`: a mission's folder that imports write
- `new_file`: a new file for people to edit
- `book_file`: a workbook that was drawn, never over one that people have saved
- `plan_file`: `plan.csv` in the mission's folder, and the plan before it
"""

from itinerary.publish.folder import FolderError, create_folder, write_folder

__all__ = ["FolderError", "create_folder", "write_folder"]
