"""Files to a mission and its problems: each cell with its source, every doubt at once.

- `files`: bytes to rows (encodings, delimiters, quotes)
- `listing`: files to tables
- `headers`: the tables, their columns and their synonyms
- `full_names`: first and last names in two columns
- `rows`: cells to values
- `intake`: what the tables share while they are read
- `who`: expressions of people
- `settings`: `mission.toml`
- `people`, `places`, `programme`, `meetings`, `movements`: the tables
- `folder`: all of it, from a folder
"""

from itinerary.load.folder import Loaded, load_folder

__all__ = ["Loaded", "load_folder"]
