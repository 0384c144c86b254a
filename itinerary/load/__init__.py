"""Files to a mission and its problems: each cell with its source, every doubt at once.

- `files`: bytes to rows (encodings, delimiters, quotes)
- `listing`: files to tables
- `headers`: the tables, their columns and their synonyms
- `full_names`: first and last names in two columns
- `rows`: cells to values; `columns`: many rows at once
- `register`: what the rows of a table are called
- `intake`: what the tables share while they are read
- `who`, `terms`: expressions of people
- `settings`: `mission.toml`
- `people`, `places`, `programme`, `meetings`, `placements`, `movements`: the tables
- `acceptances`: clashes someone has accepted
- `edits`: a table as it would be with some cells written anew
- `folder`: all of it, from a folder
"""

from itinerary.load.edits import read_cell
from itinerary.load.folder import Loaded, load_folder

__all__ = ["Loaded", "load_folder", "read_cell"]
