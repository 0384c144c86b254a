"""Files to a mission and its problems: each cell with its source, every doubt at once.

- `files`: bytes to rows (encodings, delimiters, quotes)
- `listing`: files to tables
- `headers`: the tables, their columns and their synonyms
- `full_names`, `whole_moments`: names, and days and times, in two columns
- `row_numbers`: a column that counts the rows, which is none of ids
- `rows`: cells to values; `columns`: many rows at once
- `register`: what the rows of a table are called
- `intake`: what the tables share while they are read
- `who`, `terms`: expressions of people
- `guessed_terms`, `called`, `crowds`: terms that are in no table as they are written
- `statuses`: how sure something is
- `settings`: `mission.toml`
- `people`, `places`, `programme`, `meetings`, `placements`, `movements`: the tables
- `acceptances`: clashes someone has accepted; `answers`: what people say to invitations
- `edits`: a table as it would be with some cells written anew
- `folder`: all of it, from a folder
- `texts`: all of it as it is written
- `imports`: foreign files to tables, which are then written as a folder
"""

from itinerary.load.edits import read_cell
from itinerary.load.missions import Loaded, is_workbook, load_mission, plan_path, state_path

__all__ = ["Loaded", "is_workbook", "load_mission", "plan_path", "read_cell", "state_path"]
