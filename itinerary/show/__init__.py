"""A timetable, or problems, drawn: nothing is computed here that another output could contradict.

- `cards`: what an entry says to a reader, in one language; every drawing of an agenda uses it
- `lines`: text cut to a width, for a terminal or a pipe
- `agenda_text`, `agenda_markdown`, `agenda_json`: a person's timetable
- `next_text`, `day_text`: a person's next item; the whole delegation's day
- `problem_groups`: the conflict report's headings and order
- `problem_repeats`: what is said of several cells, said once
- `problems_text`, `problems_markdown`, `problems_tables`, `problems_github`: the conflict report
- `html`: how a page is made that asks nobody for anything
- `problems_html`, `problem_timeline`: the same as a page, each clash on an axis of time
- `pages`: a person's page, and the organiser's index of all of them
- `rules_text`: what the checks look for
- `plan_sheet`: what a plan came to; `plan_text`, `plan_tables`, `plan_json`: drawn
- `plan_explained`: one meeting, and where else it could be
- `import_text`, `import_json`: what an import has changed
- `schema_json`: JSON Schema of a mission
- `toml_values`: names and values of `mission.toml`
- `blank_mission`: a new mission; `blank_folder`, `blank_book`, `blank_cells`: drawn
- `book`: a mission as a workbook
- `lists`: who is at an event
- `changes_phrases`: what a change says; `changes_text`, `changes_markdown`, `changes_json`: drawn
- `changes_messages`: what a change says to whom it concerns, in a line to send
- `ical`: calendars
"""
