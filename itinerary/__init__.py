"""Planner for delegations on official missions.

The rooms, and the one way data flows through them:

    files -> load -> (Mission, problems) -> timetable -> check | plan | show -> publish

- `problems`: what is wrong, where, and what to type instead
- `names`: how names are compared and cut
- `beside`: work in a process of its own
- `times`: the only room that reads, compares and writes time
- `model`: the mission as frozen values; no input or output
- `timetable`: each person's items in order, with travel; the one derived view
- `load`: files to a mission, each cell with its source
- `check`: a timetable to problems; one file per rule
- `plan`: meeting requests to a plan; the only importer of OR-Tools
- `show`: a timetable to text, Markdown, HTML, JSON, CSV and iCalendar
- `publish`: what left the house; writes files, atomically, and only its own
- `locale`: every sentence, one file per language
- `cli`: commands: parse, call, print, exit code

A room imports only from rooms above it; `load`, `check`, `plan` and `show` never import
each other. `tests/test_rooms.py` holds everyone to it.
"""

__version__ = "0.1.0"
